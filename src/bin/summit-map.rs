//! The program `summit-map`; see [`summit_map::cli::command`].

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    summit_map::cli::command::main()
}

/// A browser has no command line.
#[cfg(target_arch = "wasm32")]
fn main() {}
