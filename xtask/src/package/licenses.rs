//! The licences of what is compiled into the package.

use crate::process::{cargo, root};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const TARGETS: [&str; 2] = ["wasm32-unknown-unknown", "wasm32-wasip1"];
const INTRODUCTION: &str = "\
The wasm files of this package contain the libraries below, and the standard library of Rust
(https://github.com/rust-lang/rust, MIT OR Apache-2.0). None is changed. The source of each is at
https://crates.io/crates/NAME/VERSION, also that of the libraries under the Mozilla Public License
2.0, which are in command.wasm alone.
";

/// The libraries, and the texts of their licences.
pub(super) fn text() -> Result<String> {
    let mut names = BTreeSet::new();
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for target in TARGETS {
        for package in compiled(target)? {
            let field = |name: &str| package.get(name).and_then(Value::as_str).unwrap_or_default();
            let name = format!("{} {}", field("name"), field("version"));
            names.insert(format!("{name}, {}", field("license")));
            let folder = Path::new(field("manifest_path")).parent().context("no folder")?;
            for text in licenses(folder)? {
                texts.entry(text).or_default().insert(name.clone());
            }
        }
    }
    let mut out = INTRODUCTION.to_owned();
    for name in names {
        let _ = write!(out, "\n{name}");
    }
    out.push('\n');
    for (text, names) in texts {
        let names: Vec<_> = names.into_iter().collect();
        let _ = write!(out, "\n\n== {}\n\n{}\n", names.join(", "), text.trim());
    }
    Ok(out)
}

/// The packages that are compiled into the crate for a target, without itself and without macros,
/// which run in the compiler.
fn compiled(target: &str) -> Result<Vec<Value>> {
    let output = cargo()
        .args(["metadata", "--format-version", "1", "--locked", "--filter-platform", target])
        .current_dir(root())
        .output()?;
    if !output.status.success() {
        bail!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
    }
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let list =
        |path: &str| metadata.pointer(path).and_then(Value::as_array).cloned().unwrap_or_default();
    let (packages, nodes) = (list("/packages"), list("/resolve/nodes"));
    let is = |value: &Value, name: &str, text: &str| value.get(name).is_some_and(|v| v == text);
    let package = |id: &str| packages.iter().find(|package| is(package, "id", id));
    let own =
        packages.iter().find(|package| is(package, "name", "summit-map")).context("no crate")?;
    let mut open = vec![own.get("id").and_then(Value::as_str).unwrap_or_default().to_owned()];
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop() {
        let node = nodes.iter().find(|node| is(node, "id", &id)).context("no such node")?;
        for dep in node.get("deps").and_then(Value::as_array).into_iter().flatten() {
            let kinds = dep.get("dep_kinds").and_then(Value::as_array).into_iter().flatten();
            let is_normal =
                kinds.into_iter().any(|kind| kind.get("kind").is_some_and(Value::is_null));
            let id = dep.get("pkg").and_then(Value::as_str).unwrap_or_default();
            let is_macro = package(id).is_none_or(|p| p.to_string().contains("\"proc-macro\"]"));
            if is_normal && !is_macro && found.insert(id.to_owned()) {
                open.push(id.to_owned());
            }
        }
    }
    Ok(found.iter().filter_map(|id| package(id).cloned()).collect())
}

/// The texts in a crate's folder; of several, that of the MIT licence is taken.
fn licenses(folder: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        let is_license = ["LICENSE", "LICENCE", "COPYING", "UNLICENSE"]
            .iter()
            .any(|start| name.starts_with(start));
        if is_license && path.is_file() {
            files.push((name, path));
        }
    }
    if files.iter().any(|(name, _)| name.contains("MIT")) {
        files.retain(|(name, _)| name.contains("MIT"));
    }
    files.sort();
    files.iter().map(|(_, path)| Ok(fs::read_to_string(path)?.replace("\r\n", "\n"))).collect()
}
