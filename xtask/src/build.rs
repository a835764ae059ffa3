//! `cargo xtask build`: the wasm, its JavaScript, and the site that can be uploaded as it is.

use crate::process::{cargo, execute, root, say};
use crate::{bundle, delegations, install, modules, prerender, texts, wire};
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use summit_map::LOCALES;

/// The modules of `pkg/`: features of the crate, and profiles that keep their files apart.
pub(crate) const MODULES: [&str; 3] = ["widget", "engine", "import"];
const LICENSES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// Builds everything; returns the site's folder.
pub(crate) fn run() -> Result<PathBuf> {
    package()?;
    prerender::write()?;
    site()
}

/// Builds `pkg/`, in the shape that `wasm-pack build --target web` gives it for each module.
pub(crate) fn package() -> Result<()> {
    install::wasm_target()?;
    let root = root();
    let pkg = root.join("pkg");
    if pkg.exists() {
        fs::remove_dir_all(&pkg)?;
    }
    for module in MODULES {
        say(&format!("building the {module}"));
        bundle::bindgen(&compile(module)?, &pkg, module)?;
    }
    say("writing pkg/");
    fs::write(pkg.join(".gitignore"), "*")?;
    for file in LICENSES.into_iter().chain(["README.md"]) {
        fs::copy(root.join(file), pkg.join(file)).with_context(|| format!("cannot copy {file}"))?;
    }
    fs::write(pkg.join("package.json"), package_json()?)?;
    Ok(())
}

/// Compiles a module; returns its wasm.
pub(crate) fn compile(module: &str) -> Result<PathBuf> {
    let mut build = remapped();
    build.args(["build", "--package", "summit-map", "--lib", "--target", "wasm32-unknown-unknown"]);
    build.args(["--no-default-features", "--features", module, "--profile", module]);
    execute(&mut build)?;
    Ok(root().join(format!("target/wasm32-unknown-unknown/{module}/summit_map.wasm")))
}

/// cargo, for wasm that ships. The places of panics name files; without the machine's folders they
/// are the same everywhere.
pub(crate) fn remapped() -> Command {
    let mut build = cargo();
    let sources = cargo_home().join("registry/src");
    build.env("CARGO_ENCODED_RUSTFLAGS", format!("--remap-path-prefix={}=", sources.display()));
    build
}

fn cargo_home() -> PathBuf {
    let home = || std::env::home_dir().unwrap_or_default().join(".cargo");
    std::env::var_os("CARGO_HOME").map_or_else(home, PathBuf::from)
}

/// What Cargo.toml says of the crate.
pub(crate) fn metadata() -> Result<Value> {
    let output =
        cargo().args(["metadata", "--no-deps", "--format-version", "1", "--offline"]).output()?;
    let metadata: Value = serde_json::from_slice(&output.stdout).context("cargo metadata")?;
    let crates = metadata.get("packages").and_then(Value::as_array).context("no packages")?;
    let named = |package: &&Value| package.get("name").is_some_and(|name| name == "summit-map");
    crates.iter().find(named).cloned().context("summit-map is not in the workspace")
}

fn package_json() -> Result<String> {
    let own = metadata()?;
    let field = |name: &str| own.get(name).cloned().unwrap_or_default();
    let mut package = Map::new();
    let mut set = |name: &str, value: Value| package.insert(name.to_owned(), value);
    set("name", field("name"));
    set("type", json!("module"));
    set("description", field("description"));
    set("version", field("version"));
    set("license", field("license"));
    let parts = |module| ["_bg.wasm", ".js", ".d.ts"].map(|part| format!("{module}{part}"));
    let files = MODULES.into_iter().flat_map(parts);
    set("files", files.chain(LICENSES.map(String::from)).collect());
    set("main", json!("widget.js"));
    set("types", json!("widget.d.ts"));
    set(
        "exports",
        json!({ ".": "./widget.js", "./engine": "./engine.js", "./import": "./import.js" }),
    );
    set("sideEffects", json!(["./snippets/*"]));
    Ok(serde_json::to_string_pretty(&package)?)
}

/// Gathers pages, `pkg/` and `data/` in one folder.
fn site() -> Result<PathBuf> {
    let root = root();
    let site = root.join("target/site");
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    copy(&root.join("www"), &site, |_| true)?;
    join_element(&site)?;
    let ships = |name: &str| {
        MODULES.iter().any(|module| name.starts_with(module)) && !name.ends_with(".d.ts")
    };
    copy(&root.join("pkg"), &site.join("pkg"), ships)?;
    bundle::minify(&site)?;
    let is_data = |name: &str| {
        ["americas.geojson", "americas-fine.geojson", "summit-2022.json"].contains(&name)
    };
    copy(&root.join("data"), &site.join("data"), is_data)?;
    for map in wire::MAPS {
        fs::write(site.join(wire::file(map)), wire::packed(map)?)?;
    }
    for words in LOCALES {
        texts::facts_in(words.code)?.write(&site, texts::NAME, words.code)?;
        for year in delegations::YEARS {
            let facts = delegations::facts_in(year, words.code)?;
            facts.write(&site, &delegations::name(year), words.code)?;
        }
    }
    prerender::rest(&site)?;
    Ok(site)
}

/// Puts the class and its definition in one file, so that a page asks for one.
fn join_element(site: &Path) -> Result<()> {
    let read = |name: &str| fs::read_to_string(site.join(name)).with_context(|| name.to_owned());
    let parts = [read("summit-map-element.js")?, read("summit-map.js")?];
    fs::remove_file(site.join("summit-map-element.js"))?;
    let joined = modules::joined(&parts, &["summit-map-element.js"])?;
    fs::write(site.join("summit-map.js"), joined)?;
    Ok(())
}

pub(crate) fn copy(from: &Path, to: &Path, wanted: impl Fn(&str) -> bool) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_file() && wanted(name) {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}
