//! The program `summit-map`; see [`summit_map::command_line`].

#[cfg(not(target_os = "unknown"))]
fn main() -> std::process::ExitCode {
    summit_map::command_line()
}

/// A browser has no command line.
#[cfg(target_os = "unknown")]
fn main() {}
