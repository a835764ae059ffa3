//! Which files a file names in its paths.

use super::Files;
use std::collections::BTreeSet;

/// A text without comments. Tests inside of a file are a module of their own: their `super` is
/// the file.
pub(super) fn code(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let text = lines.collect::<Vec<_>>().join("\n");
    match text.split_once("#[cfg(test)]\nmod tests {") {
        Some((code, tests)) => {
            code.to_owned() + "mod tests {" + &tests.replace("super::", "self::")
        }
        None => text,
    }
}

/// The files that a file imports. What a module hands on from its children it does not use.
pub(super) fn of<'a>(name: &str, files: &'a Files) -> BTreeSet<&'a str> {
    let own: Vec<&str> = module(name).split('/').filter(|part| !part.is_empty()).collect();
    let mut found = BTreeSet::new();
    for statement in files.get(name).map(String::as_str).unwrap_or_default().split_inclusive(';') {
        let start = statement.trim_start();
        let is_handed_on = start.starts_with("pub") && start.contains(" use ");
        for path in paths(statement) {
            let is_child = !matches!(path.first(), Some(&("crate" | "super" | "self")));
            if !(is_handed_on && is_child) {
                found.extend(file(&own, &path, files).filter(|&file| file != name));
            }
        }
    }
    found
}

/// The path of a file's module, with slashes.
fn module(name: &str) -> &str {
    let name = name.strip_suffix(".rs").unwrap_or(name);
    if name == "lib" { "" } else { name.strip_suffix("/mod").unwrap_or(name) }
}

/// The file in which the thing stands that `path` leads to from the module `own`.
fn file<'a>(own: &[&str], path: &[&str], files: &'a Files) -> Option<&'a str> {
    let mut full = own.to_vec();
    for &part in path {
        match part {
            "crate" => full.clear(),
            "super" => drop(full.pop()),
            "self" => {}
            _ => full.push(part),
        }
    }
    let is_local = !matches!(path.first(), Some(&("crate" | "super" | "self")));
    // A path that begins with another name leads to a child, or out of the crate.
    let shortest = if is_local { own.len() + 1 } else { 1 };
    (shortest..=full.len()).rev().find_map(|length| {
        let path = full.get(..length)?.join("/");
        let file = files.get_key_value(&(path.clone() + ".rs"));
        file.or_else(|| files.get_key_value(&(path + "/mod.rs"))).map(|(name, _)| name.as_str())
    })
}

/// Every path in a text; `a::{b, c::d}` is `a::b` and `a::c::d`.
fn paths(text: &str) -> Vec<Vec<&str>> {
    let mut found = Vec::new();
    let mut groups: Vec<Vec<&str>> = Vec::new();
    let mut path: Vec<&str> = Vec::new();
    let (mut rest, mut is_joined) = (text, false);
    while let Some(first) = rest.chars().next() {
        let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let colons = if rest.starts_with("::") { 2 } else { first.len_utf8() };
        let (token, after) = rest.split_at(if word > 0 { word } else { colons });
        rest = after;
        if word > 0 {
            if !is_joined {
                path = groups.last().cloned().unwrap_or_default();
            }
            path.push(token);
        } else if token == "{" {
            groups.push(if is_joined { std::mem::take(&mut path) } else { Vec::new() });
        } else if token != "::" {
            found.extend(Some(std::mem::take(&mut path)).filter(|path| path.len() > 1));
            if token == "}" {
                groups.pop();
            }
        }
        is_joined = token == "::";
    }
    found
}
