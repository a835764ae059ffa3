//! Installs what a task needs, or names it with the command to type.

use crate::process::{cargo, execute, find, program, root, say};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

const WASM: &str = "wasm32-unknown-unknown";
const WASM_PACK: &str = "0.15.1";

/// The compiler's library for wasm in a page.
pub(crate) fn wasm_target() -> Result<()> {
    target(WASM)
}

/// The compiler's library for a target.
pub(crate) fn target(name: &str) -> Result<()> {
    let output = program("rustc").args(["--print", "target-libdir", "--target", name]).output()?;
    let folder = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    if output.status.success() && folder.is_dir() {
        return Ok(());
    }
    say(&format!("installing the target {name}"));
    execute(program("rustup").args(["target", "add", name]))
        .with_context(|| format!("the compiler has no {name}; type: rustup target add {name}"))
}

/// A headless browser and its driver.
pub(crate) struct Browser {
    /// Chromium, or a browser like it.
    pub(crate) chromium: PathBuf,
    /// Its WebDriver server.
    pub(crate) driver: PathBuf,
}

/// Finds Chromium and its driver; installs them where apt can.
pub(crate) fn browser() -> Result<Browser> {
    if let Some(browser) = find_browser() {
        return Ok(browser);
    }
    apt_get("Chromium", &["chromium", "chromium-driver"])?;
    let Some(browser) = find_browser() else {
        let hint = if find("apt-get").is_some() {
            "sudo apt-get install chromium chromium-driver"
        } else if cfg!(target_os = "macos") {
            "brew install --cask chromium chromedriver"
        } else {
            "install Chromium and ChromeDriver of one version"
        };
        bail!(
            "Chromium or its driver is missing; type: {hint}\n(or set CHROMIUM and CHROMEDRIVER to their paths)"
        );
    };
    Ok(browser)
}

/// Has apt install packages, where it can.
fn apt_get(what: &str, packages: &[&str]) -> Result<()> {
    if find("apt-get").is_none() || !is_root() {
        return Ok(());
    }
    say(&format!("installing {what} with apt-get"));
    execute(program("apt-get").args(["update", "-qq"]))?;
    let install = ["install", "-y", "-qq", "--no-install-recommends"];
    let mut apt = program("apt-get");
    execute(apt.env("DEBIAN_FRONTEND", "noninteractive").args(install).args(packages))
}

/// The fonts of the page tests, so that letters are as wide on every machine. Elsewhere than on
/// Linux the page tests take those of the system.
pub(crate) fn fonts() -> Result<()> {
    let is_there = || {
        let folders = ["liberation", "liberation2"].into_iter();
        folders
            .map(|name| Path::new("/usr/share/fonts/truetype").join(name))
            .any(|folder| folder.join("LiberationSans-Regular.ttf").is_file())
    };
    if cfg!(not(target_os = "linux")) || is_there() {
        return Ok(());
    }
    apt_get("fonts", &["fonts-liberation"])?;
    if !is_there() {
        bail!(
            "the fonts of the page tests are missing; type: sudo apt-get install fonts-liberation"
        );
    }
    Ok(())
}

/// Firefox with extended support, for the few tests that run in it too; None where it is not there
/// and cannot be installed.
pub(crate) fn firefox() -> Result<Option<PathBuf>> {
    let set = || std::env::var_os("FIREFOX").map(PathBuf::from).filter(|path| path.is_file());
    let found = || set().or_else(|| find("firefox-esr"));
    if found().is_none() {
        apt_get("Firefox", &["firefox-esr"])?;
    }
    Ok(found())
}

fn find_browser() -> Option<Browser> {
    let set = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_file());
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let mac = ["Chromium", "Google Chrome"]
        .map(|name| PathBuf::from(format!("/Applications/{name}.app/Contents/MacOS/{name}")));
    let chromium = set("CHROMIUM")
        .or_else(|| names.iter().find_map(|name| find(name)))
        .or_else(|| mac.into_iter().find(|path| path.is_file()))?;
    Some(Browser { chromium, driver: set("CHROMEDRIVER").or_else(|| find("chromedriver"))? })
}

fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// The packages of package-lock.json.
pub(crate) fn node_packages() -> Result<()> {
    packages("")
}

/// The packages of the benchmark, many more than the tests need.
pub(crate) fn bench_packages() -> Result<()> {
    packages("bench/")
}

fn packages(folder: &str) -> Result<()> {
    for tool in ["node", "npm"] {
        if find(tool).is_none() {
            bail!(
                "{tool} is missing; install Node.js 20 or later (https://nodejs.org), or type: sudo apt-get install nodejs npm"
            );
        }
    }
    let folder = root().join(folder);
    let modified = |path: &str| folder.join(path).metadata().and_then(|file| file.modified()).ok();
    let installed = modified("node_modules/.package-lock.json");
    if installed.is_some() && installed >= modified("package-lock.json") {
        return Ok(());
    }
    say("installing the packages of package-lock.json");
    let mut npm = program("npm");
    npm.current_dir(folder);
    execute(npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
}

/// wasm-pack, from PATH or built into `target/tools`.
pub(crate) fn wasm_pack() -> Result<PathBuf> {
    let folder = root().join("target/tools");
    let built = folder.join(format!("bin/wasm-pack{}", std::env::consts::EXE_SUFFIX));
    if let Some(path) = find("wasm-pack").or_else(|| built.is_file().then(|| built.clone())) {
        return Ok(path);
    }
    say("building wasm-pack (some minutes, once)");
    let mut install = cargo();
    let what = ["install", "--quiet", "--debug", "--locked", "wasm-pack", "--version"];
    install.args(what).args([WASM_PACK, "--root"]);
    execute(install.arg(&folder)).context("wasm-pack is missing; type: cargo install wasm-pack")?;
    Ok(built)
}
