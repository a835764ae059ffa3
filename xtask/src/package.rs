//! `cargo xtask package`: the npm package. Its own files stand in `npm/`; the element, its modules
//! and the data are those of the site.

mod contents;
mod inline;
mod licenses;

use crate::process::{cargo, execute, find, program, root, say};
use crate::{build, install, server};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const SCRIPTS: [&str; 4] =
    ["summit-map.js", "summit-map-element.js", "summit-map-load.js", "summit-map-worker.js"];
/// What maps of an author's own need, and what is saved of a map.
const FURTHER: [&str; 4] =
    ["summit-map-import.js", "summit-map-own.js", "summit-map-made.js", "summit-map-export.js"];
const LICENSES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// Builds the package and compares it with `npm/contents.txt`; `--write` writes that. `--prove`
/// then uses it with each bundler that is named, or all.
pub(crate) fn run(args: &[String]) -> Result<()> {
    match args {
        [] => checked(false).map(|_| ()),
        [flag] if flag == "--write" => checked(true).map(|_| ()),
        [flag, tools @ ..] if flag == "--prove" => prove(&checked(false)?, tools),
        _ => bail!("package takes --write, or --prove and names of bundlers"),
    }
}

/// The tests of the package. Those with bundlers are minutes of downloads: `package --prove`.
pub(crate) fn test() -> Result<()> {
    install::node_packages()?;
    checked(false)?;
    say("tests of the npm package");
    execute(cargo().args(["build", "--package", "summit-map", "--bin", "summit-map"]))?;
    let mut node = program("node");
    node.env("SUMMIT_MAP_PACKAGE", folder()).arg("--test");
    execute(node.arg(root().join("e2e/package/package.test.js"))).context("tests of the package")
}

fn folder() -> PathBuf {
    root().join("target/package/summit-map")
}

/// Builds the package; returns its tarball.
fn checked(write: bool) -> Result<PathBuf> {
    let site = build::run()?;
    let folder = folder();
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    build::copy(&root().join("npm"), &folder, |name| name != "contents.txt")?;
    build::copy(&root().join("npm/types"), &folder.join("types"), |_| true)?;
    for file in LICENSES {
        fs::copy(root().join(file), folder.join(file))?;
    }
    element(&site, &folder)?;
    inline::write(&site, &folder)?;
    data(&site, &folder)?;
    command(&folder)?;
    fs::write(folder.join("THIRD-PARTY.txt"), licenses::text()?)?;
    let text = package_json(&folder)?;
    fs::write(folder.join("package.json"), text)?;
    contents::check(&folder, write)?;
    pack(&folder)
}

/// The element with its parts side by side, and the style in a script.
fn element(site: &Path, folder: &Path) -> Result<()> {
    for module in build::MODULES {
        for end in [".js", "_bg.wasm"] {
            let name = format!("{module}{end}");
            fs::copy(site.join("pkg").join(&name), folder.join(&name))?;
        }
        // Not every bundler takes another kind of quotes for an address.
        let (script, wasm) = (folder.join(format!("{module}.js")), format!("{module}_bg.wasm"));
        let text = fs::read_to_string(&script)?;
        let address = format!("new URL(`{wasm}`,");
        if !text.contains(&address) {
            bail!("{module}.js does not ask for {wasm} as expected");
        }
        fs::write(script, text.replace(&address, &format!("new URL('./{wasm}',")))?;
    }
    for name in SCRIPTS.into_iter().chain(FURTHER) {
        // With their comments: some of these are for bundlers, which make the rest small.
        let text = fs::read_to_string(root().join("www").join(name))?;
        let text = text.replace("'./pkg/", "'./").replace("`pkg/", "`");
        let styled =
            if name == "summit-map-element.js" { "import './summit-map-styles.js';\n" } else { "" };
        fs::write(folder.join(name), format!("{styled}{text}"))?;
    }
    for name in ["summit-map.css", "summit-map-extras.css"] {
        fs::copy(site.join(name), folder.join(name))?;
    }
    fs::write(folder.join("summit-map-styles.js"), styles(site)?)?;
    Ok(())
}

/// The style sheet as a script: no bundler does anything else to it.
fn styles(site: &Path) -> Result<String> {
    let style = fs::read_to_string(site.join("summit-map.css"))?;
    Ok(format!(
        "// The style sheet of the map, as a script: bundlers differ in what they make of style sheets.\n\
         import {{ parts }} from './summit-map-load.js';\n\n\
         const STYLES = {};\n\
         if (globalThis.CSSStyleSheet && !parts.styles) (parts.styles = new CSSStyleSheet()).replaceSync(STYLES);\n",
        serde_json::to_string(&style)?
    ))
}

/// The shipped map and its facts.
fn data(site: &Path, folder: &Path) -> Result<()> {
    build::copy(&site.join("data"), &folder.join("data"), |name| {
        name.ends_with(".arcs") || (name.starts_with("summit-2022.") && name != "summit-2022.json")
    })
}

/// The command line as wasm.
fn command(folder: &Path) -> Result<()> {
    const TARGET: &str = "wasm32-wasip1";
    install::target(TARGET)?;
    say("building the command line for Node.js");
    let mut build = build::remapped();
    build.args(["build", "--package", "summit-map", "--bin", "summit-map", "--target", TARGET]);
    execute(build.args(["--no-default-features", "--profile", "command"]))?;
    let built = root().join(format!("target/{TARGET}/command/summit-map.wasm"));
    fs::copy(built, folder.join("command.wasm"))?;
    Ok(())
}

/// That of `npm/`, with what the crate says of itself. As text, for the order of conditions counts.
fn package_json(folder: &Path) -> Result<String> {
    let (text, own) = (fs::read_to_string(root().join("npm/package.json"))?, build::metadata()?);
    let mut fields = String::new();
    for name in ["version", "description", "license"] {
        let value = own.get(name).with_context(|| format!("Cargo.toml has no {name}"))?;
        // Writing to a string cannot fail.
        let _ = write!(fields, "\n  \"{name}\": {value},");
    }
    let files = serde_json::to_string(&contents::files(folder)?)?;
    let _ = write!(fields, "\n  \"files\": {files},");
    let (before, after) = text.split_once("\"name\": \"summit-map\",").context("no name")?;
    Ok(format!("{before}\"name\": \"summit-map\",{fields}{after}"))
}

fn pack(folder: &Path) -> Result<PathBuf> {
    let npm = find("npm").context("npm is missing; install Node.js 20 or later")?;
    let out = root().join("target/package");
    let version =
        build::metadata()?.get("version").and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut pack = Command::new(npm);
    pack.current_dir(folder).args(["pack", "--silent", "--pack-destination"]).arg(&out);
    execute(&mut pack)?;
    let tarball = out.join(format!("summit-map-{version}.tgz"));
    let size = tarball.metadata().with_context(|| tarball.display().to_string())?.len();
    println!("{}: {size} bytes", tarball.display());
    Ok(tarball)
}

/// Uses the package as its readers do.
fn prove(tarball: &Path, tools: &[String]) -> Result<()> {
    install::node_packages()?;
    let browser = install::browser()?;
    // Another origin, for the page that bundles nothing.
    let address = server::start_open(vec![("/", folder())])?;
    let mut node = program("node");
    node.env("CHROMIUM", browser.chromium).env("SUMMIT_MAP_TARBALL", tarball);
    node.env("SUMMIT_MAP_CDN", address).arg(root().join("e2e/package/prove.js"));
    execute(node.args(tools)).context("the package with bundlers")
}
