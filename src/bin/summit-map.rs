//! The program `summit-map`; see [`summit_map::command_line`].

#[cfg(not(target_os = "unknown"))]
fn main() -> std::process::ExitCode {
    #[cfg(target_os = "wasi")]
    if let Some(folder) = std::env::var_os("PWD") {
        // WASI knows no folder in which a program is called, and takes all paths from the root.
        let _ = std::env::set_current_dir(folder);
    }
    summit_map::command_line()
}

/// A browser has no command line.
#[cfg(target_os = "unknown")]
fn main() {}
