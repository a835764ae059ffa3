//! `cargo xtask layers`: checks the order of the folders in ARCHITECTURE.md.

use crate::process::root;
use anyhow::{Result, bail};
use std::fs;
use std::path::Path;

/// The folders of `src/` from the ground up: each may import what stands before it, and itself.
/// `lib.rs` gathers the public names; the root files hold what everybody may name.
const FOLDERS: [&str; 10] =
    ["geo", "data", "layout", "content", "scene", "interaction", "render", "engine", "web", "cli"];
const ROOT: [&str; 3] = ["error", "options", "lib"];

/// Fails at the first import that no rule allows.
pub(crate) fn run() -> Result<()> {
    let src = root().join("src");
    let mut wrong = Vec::new();
    check_folder(&src, &src, &mut wrong)?;
    let js = fs::read_to_string(root().join("www/summit-map.js"))?;
    for line in js.lines().filter(|line| line.starts_with("import ") || line.contains("import(")) {
        if !line.contains("'./pkg/") {
            wrong.push(format!("www/summit-map.js: {line}: only pkg/ may be imported"));
        }
    }
    if wrong.is_empty() { Ok(()) } else { bail!("{}", wrong.join("\n")) }
}

fn check_folder(src: &Path, folder: &Path, wrong: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            check_folder(src, &path, wrong)?;
            continue;
        }
        let short = path.strip_prefix(src)?.with_extension("");
        let module = short.components().next().map(|part| part.as_os_str().to_string_lossy());
        let module = module.unwrap_or_default().into_owned();
        check_file(&module, &short.display().to_string(), &fs::read_to_string(&path)?, wrong);
    }
    Ok(())
}

fn check_file(folder: &str, name: &str, text: &str, wrong: &mut Vec<String>) {
    let place = |folder: &str| FOLDERS.iter().position(|known| *known == folder);
    let own = match place(folder) {
        Some(own) => own,
        // The program's main file stands on top of everything.
        None if folder == "bin" => FOLDERS.len(),
        None if ROOT.contains(&folder) => 0,
        None => return wrong.push(format!("src/{name}.rs: the folder {folder} has no place yet")),
    };
    if !["web", "lib"].contains(&folder) && text.contains("web_sys") {
        wrong.push(format!("src/{name}.rs: only src/web may name web_sys"));
    }
    for import in imports(text) {
        let is_above =
            place(import).is_some_and(|other| other > own || (own == 0 && folder != "geo"));
        if is_above && folder != "lib" || place(import).is_none() && !ROOT.contains(&import) {
            wrong.push(format!("src/{name}.rs: {folder} may not import {import}"));
        }
    }
}

/// The first words after `crate::`, tests included.
fn imports(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("crate::").filter_map(|(start, found)| {
        let rest = text.get(start + found.len()..)?;
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_')?;
        let word = rest.get(..end)?;
        // A type that lib.rs exports is named without its module.
        word.starts_with(|c: char| c.is_ascii_lowercase()).then_some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forbidden_import_is_named() {
        let mut wrong = Vec::new();
        check_file("data", "data/color", "use crate::scene::Scene;\n", &mut wrong);
        check_file("scene", "scene/mod", "use crate::data::facts::Facts;\n", &mut wrong);
        assert_eq!(wrong, ["src/data/color.rs: data may not import scene"]);
    }
}
