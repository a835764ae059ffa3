//! The program `bundle`: wasm-bindgen and the minifiers, compiled when a task first needs them.
//! Cargo.lock keeps wasm-bindgen at the version of the crate.

use crate::process::{cargo, execute, root, say};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

const BINDGEN: &str = "wasm-bindgen";
const RUNNER: &str = "wasm-bindgen-test-runner";

/// Writes a wasm file and its JavaScript into `out`, under a name.
pub(crate) fn bindgen(wasm: &Path, out: &Path, name: &str) -> Result<()> {
    let mut bindgen = Command::new(program()?);
    bindgen.args([BINDGEN, "--target", "web", "--remove-name-section"]);
    bindgen.args(["--remove-producers-section", "--out-name", name, "--out-dir"]).arg(out);
    execute(bindgen.arg(wasm))
}

/// A line for each place where a module could stop, and for each of its imports.
pub(crate) fn stops(wasm: &Path) -> Result<String> {
    let output = Command::new(program()?).arg("stops").arg(wasm).output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}

/// Makes the scripts and style sheets of a site small.
pub(crate) fn minify(site: &Path) -> Result<()> {
    execute(Command::new(program()?).arg("minify").arg(site))
}

/// Makes one script small.
pub(crate) fn minify_script(path: &Path) -> Result<()> {
    execute(Command::new(program()?).arg("minify-script").arg(path))
}

/// The command with which cargo runs wasm tests.
pub(crate) fn runner() -> Result<String> {
    Ok(format!("{} {RUNNER}", program()?.display()))
}

/// A folder that has the tools under their own names, for wasm-pack to find on PATH.
pub(crate) fn tools_folder() -> Result<PathBuf> {
    let folder = root().join("target/tools/bin");
    fs::create_dir_all(&folder)?;
    for name in [BINDGEN, RUNNER] {
        let tool = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
        if tool.exists() {
            fs::remove_file(&tool)?;
        }
        fs::copy(program()?, &tool).with_context(|| format!("cannot write {}", tool.display()))?;
    }
    Ok(folder)
}

/// Its path, beside this program. Compiles it once a run, if it is not up to date.
fn program() -> Result<&'static Path> {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    if let Some(path) = PROGRAM.get() {
        return Ok(path);
    }
    let file = format!("bundle{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::current_exe()?.with_file_name(file);
    if !path.exists() {
        say("compiling wasm-bindgen and the minifiers (some minutes, once)");
    }
    // With the features that the whole workspace asks for, or what the tests share would be compiled
    // a second time.
    execute(cargo().args(["build", "--workspace", "--bin", "bundle"]))?;
    Ok(PROGRAM.get_or_init(|| path))
}
