//! `cargo xtask layers`: checks the order of the folders in ARCHITECTURE.md.

mod imports;

use crate::process::root;
use anyhow::{Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The folders of `src/` from the ground up: each may import what stands before it, and itself.
/// The files beside them, `error.rs` and `options.rs`, all may import, and they import nothing.
const FOLDERS: [&str; 9] =
    ["geo", "data", "layout", "content", "import", "scene", "interaction", "render", "engine"];
/// Below them stand the programs, side by side: each is compiled without the others.
const PROGRAMS: [&str; 3] = ["web", "worker", "cli"];

/// The files below `src/` by their path there, each with its text.
type Files = BTreeMap<String, String>;

/// Fails at everything that no rule allows.
pub(crate) fn run() -> Result<()> {
    let mut files = Files::new();
    let src = root().join("src");
    read(&src, &src, &mut files)?;
    let mut wrong = check(&files);
    for name in SCRIPTS {
        wrong.extend(check_script(&fs::read_to_string(root().join("www").join(name))?));
    }
    if wrong.is_empty() { Ok(()) } else { bail!("{}", wrong.join("\n")) }
}

fn read(src: &Path, folder: &Path, files: &mut Files) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            read(src, &path, files)?;
        } else {
            let name = path.strip_prefix(src)?.to_string_lossy().replace('\\', "/");
            files.insert(name, imports::code(&fs::read_to_string(path)?));
        }
    }
    Ok(())
}

fn check(files: &Files) -> Vec<String> {
    let graph: BTreeMap<&str, BTreeSet<&str>> =
        files.keys().map(|name| (name.as_str(), imports::of(name, files))).collect();
    let mut wrong = Vec::new();
    for (&name, imported) in &graph {
        let mut say = |problem: String| wrong.push(format!("src/{name}: {problem}"));
        for &other in imported {
            if place(other) > place(name) {
                say(format!("stands below src/{other} and may not import it"));
            }
            let is_program = |name| PROGRAMS.contains(&folder(name));
            if is_program(name) && is_program(other) && folder(name) != folder(other) {
                say(format!("stands beside src/{other} and may not import it"));
            }
            if name < other && graph.get(other).is_some_and(|back| back.contains(name)) {
                say(format!("and src/{other} import each other"));
            }
        }
        let text = files.get(name).map(String::as_str).unwrap_or_default();
        if !name.starts_with("web/") && text.contains("web_sys") {
            say("only src/web may name web_sys".into());
        }
        if name == "lib.rs" && text.contains("pub mod ") {
            say("names what is public one by one, and has no pub mod".into());
        }
        if name.contains('/') && place(name).is_none() && !name.starts_with("bin/") {
            say("its folder has no place in the order yet".into());
        }
    }
    wrong
}

/// Where a file stands; None for what every file may import.
fn place(name: &str) -> Option<usize> {
    match folder(name) {
        // They gather what is public, or start it: nothing stands below them.
        "lib.rs" | "bin" => Some(FOLDERS.len() + 1),
        program if PROGRAMS.contains(&program) => Some(FOLDERS.len()),
        folder => FOLDERS.iter().position(|known| *known == folder),
    }
}

fn folder(name: &str) -> &str {
    name.split('/').next().unwrap_or_default()
}

/// The scripts of the element. They import each other and the modules, and nothing else.
const SCRIPTS: [&str; 8] = [
    "summit-map.js",
    "summit-map-element.js",
    "summit-map-load.js",
    "summit-map-worker.js",
    "summit-map-import.js",
    "summit-map-own.js",
    "summit-map-made.js",
    "summit-map-export.js",
];

fn check_script(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| line.starts_with("import ") || line.contains("import("));
    let own = ["'./pkg/", "'./summit-map-", "beside(`pkg/"];
    let foreign = lines.filter(|line| !own.iter().any(|own| line.contains(own)));
    foreign.map(|line| format!("www/: {line}: only pkg/ may be imported")).collect()
}

#[cfg(test)]
mod tests;
