//! wasm-bindgen's command line tools, run from the libraries that this program is linked with.
//! Cargo.lock keeps them at the version of the crate.

use crate::process::root;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

const BINDGEN: &str = "wasm-bindgen";
const RUNNER: &str = "wasm-bindgen-test-runner";
/// How `.cargo` names the runner when it calls this program under its own name.
pub(crate) const RUNNER_TASK: &str = "test-runner";

/// Runs as one of the tools, if that is the name this program was called by.
pub(crate) fn run_as_tool(args: &[String]) -> Option<Result<()>> {
    let (first, rest) = args.split_first()?;
    let name = Path::new(first).file_stem()?.to_str()?;
    if name == RUNNER || rest.first().is_some_and(|task| task == RUNNER_TASK) {
        let skip = usize::from(name != RUNNER);
        let args = std::iter::once(first).chain(rest.iter().skip(skip)).cloned();
        return Some(wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(args));
    }
    (name == BINDGEN)
        .then(|| wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(args.iter().cloned()))
}

/// Writes the JavaScript for a wasm file into `out`.
pub(crate) fn bindgen(wasm: &Path, out: &Path) -> Result<()> {
    let args = [
        BINDGEN.as_ref(),
        wasm.as_os_str(),
        "--target".as_ref(),
        "web".as_ref(),
        "--out-dir".as_ref(),
        out.as_os_str(),
        "--remove-name-section".as_ref(),
        "--remove-producers-section".as_ref(),
    ];
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(args)
}

/// A folder that has the tools under their own names, for wasm-pack to find on PATH.
pub(crate) fn tools_folder() -> Result<PathBuf> {
    let folder = root().join("target/tools/bin");
    fs::create_dir_all(&folder)?;
    let this = std::env::current_exe()?;
    for name in [BINDGEN, RUNNER] {
        let tool = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
        if tool.exists() {
            fs::remove_file(&tool)?;
        }
        fs::copy(&this, &tool).with_context(|| format!("cannot write {}", tool.display()))?;
    }
    Ok(folder)
}
