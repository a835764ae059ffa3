//! wasm-bindgen and the minifiers: what takes long to compile, and only some tasks need. `cargo
//! xtask` builds and runs it. Called under the name of a wasm-bindgen tool, it is that tool.

mod likeness;
mod minify;
mod order;
mod rename;
mod stops;

use anyhow::{Result, bail};
use std::path::Path;

const USAGE: &str = "\
bundle TASK

  minify SITE                     make the files of a site small
  minify-script FILE              make one script small
  stops WASM                      list where a module can stop, and what it imports
  wasm-bindgen ...                the tool, of the version in Cargo.lock
  wasm-bindgen-test-runner ...    the tool, of the version in Cargo.lock";

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().collect();
    let called = args.first().and_then(|path| Path::new(path).file_stem()?.to_str());
    // The tools expect their own name before what they are told.
    let rest = || args.iter().skip(1).cloned();
    match (called, args.get(1).map(String::as_str), args.get(2)) {
        (Some("wasm-bindgen"), ..) => wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(args),
        (Some("wasm-bindgen-test-runner"), ..) => {
            wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(args)
        }
        (_, Some("wasm-bindgen"), _) => wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(rest()),
        (_, Some("wasm-bindgen-test-runner"), _) => {
            wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(rest())
        }
        (_, Some("minify"), Some(site)) => minify::site(Path::new(site)),
        (_, Some("minify-script"), Some(file)) => minify::one_script(Path::new(file)),
        (_, Some("stops"), Some(wasm)) => stops::list(Path::new(wasm)),
        _ => bail!("{USAGE}"),
    }
}
