//! `cargo xtask layers`: checks the import rules of ARCHITECTURE.md.

use crate::process::root;
use anyhow::{Result, bail};
use std::fs;
use std::path::Path;

/// A module, and the modules of ours that it may import. A module may always import its parts.
const RULES: [(&str, &[&str]); 44] = [
    ("error", &[]),
    ("markup", &[]),
    ("placement", &[]),
    ("text", &[]),
    ("interaction", &[]),
    ("simplify", &[]),
    ("options", &[]),
    ("fold", &[]),
    ("link", &[]),
    ("search", &["fold"]),
    ("angle", &[]),
    ("json", &[]),
    ("projection", &["angle"]),
    ("color", &[]),
    ("category", &["color"]),
    ("document", &["error", "json"]),
    ("outline", &["projection"]),
    ("navigation", &["fold", "outline"]),
    ("action", &["navigation"]),
    ("controls", &[]),
    ("filter", &[]),
    ("state", &["filter", "table", "viewport"]),
    ("raster", &["outline", "projection"]),
    ("clip", &["outline", "projection"]),
    ("viewport", &["outline", "projection"]),
    ("callout", &["outline", "projection", "raster"]),
    ("label", &["callout", "outline", "projection", "raster"]),
    ("graticule", &["projection", "outline"]),
    ("atlas", &["document", "error", "projection"]),
    ("plane", &["atlas", "clip", "error", "outline", "projection"]),
    ("facts", &["document", "error", "category", "color", "projection"]),
    (
        "scene",
        &[
            "callout",
            "category",
            "color",
            "facts",
            "fold",
            "graticule",
            "outline",
            "plane",
            "projection",
            "raster",
            "viewport",
        ],
    ),
    ("drawn", &["callout", "label", "outline", "plane", "raster", "scene", "viewport"]),
    ("legend", &["facts", "category", "color", "text"]),
    ("entry", &["facts", "text"]),
    ("fact_list", &["facts", "entry"]),
    ("table", &["facts", "entry", "fold", "text"]),
    (
        "render",
        &[
            "action",
            "callout",
            "category",
            "color",
            "controls",
            "entry",
            "fact_list",
            "filter",
            "label",
            "legend",
            "markup",
            "navigation",
            "outline",
            "scene",
            "search",
            "table",
            "text",
        ],
    ),
    (
        "map",
        &[
            "action",
            "atlas",
            "controls",
            "drawn",
            "entry",
            "error",
            "fact_list",
            "facts",
            "filter",
            "legend",
            "link",
            "markup",
            "navigation",
            "options",
            "outline",
            "plane",
            "projection",
            "render",
            "scene",
            "search",
            "state",
            "table",
            "text",
            "viewport",
        ],
    ),
    ("prerender", &["map", "markup", "options", "render", "text"]),
    (
        "web",
        &[
            "action",
            "controls",
            "drawn",
            "entry",
            "error",
            "interaction",
            "link",
            "map",
            "markup",
            "navigation",
            "options",
            "outline",
            "placement",
            "projection",
            "render",
            "state",
            "table",
            "text",
            "viewport",
        ],
    ),
    ("lib", &["map", "options", "error", "web"]),
    ("bin", &[]),
    ("main", &[]),
];

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

fn check_file(module: &str, name: &str, text: &str, wrong: &mut Vec<String>) {
    let Some((_, allowed)) = RULES.iter().find(|(rule, _)| *rule == module) else {
        wrong.push(format!(
            "src/{name}.rs: no rule for this module; add one here and in ARCHITECTURE.md"
        ));
        return;
    };
    if module != "web" && text.contains("web_sys") && module != "lib" {
        wrong.push(format!("src/{name}.rs: only src/web may name web_sys"));
    }
    for import in imports(text) {
        if import != module && !allowed.contains(&import) {
            wrong.push(format!("src/{name}.rs: {module} may not import {import}"));
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
        check_file("render", "render/svg", "use crate::facts::Facts;\n", &mut wrong);
        check_file("scene", "scene", "use crate::facts::Facts;\n", &mut wrong);
        assert_eq!(wrong, ["src/render/svg.rs: render may not import facts"]);
    }
}
