//! What is in the package, and how much: `npm/contents.txt` says what it should be.

use crate::process::root;
use anyhow::{Context, Result, bail};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const SNAPSHOT: &str = "npm/contents.txt";

/// The files of a folder by their paths in it, in order, without the description of the package.
pub(super) fn files(folder: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    list(folder, "", &mut files)?;
    files.retain(|name| name != "package.json");
    files.sort();
    Ok(files)
}

fn list(folder: &Path, before: &str, files: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            list(&path, &format!("{before}{name}/"), files)?;
        } else {
            files.push(format!("{before}{name}"));
        }
    }
    Ok(())
}

/// Fails where the package is another than was accepted, or accepts it.
pub(super) fn check(folder: &Path, write: bool) -> Result<()> {
    let mut text = String::new();
    for name in files(folder)? {
        let size = folder.join(&name).metadata()?.len();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{name} {size}");
    }
    let path = root().join(SNAPSHOT);
    if write {
        return Ok(fs::write(path, text)?);
    }
    let before = fs::read_to_string(path).with_context(|| SNAPSHOT.to_owned())?;
    match difference(&before, &text) {
        Some(what) => bail!("{what}; see to it, or accept it by: cargo xtask package --write"),
        None => Ok(()),
    }
}

/// What differs: a file, or its size by more than a fiftieth, for compilers' paths differ between
/// machines.
fn difference(before: &str, after: &str) -> Option<String> {
    let read = |text: &str| -> Vec<(String, u64)> {
        let lines = text.lines().filter_map(|line| line.rsplit_once(' '));
        lines.map(|(name, size)| (name.to_owned(), size.parse().unwrap_or(0))).collect()
    };
    let (before, after) = (read(before), read(after));
    let lacks = |list: &[(String, u64)], name: &str| !list.iter().any(|(known, _)| known == name);
    if let Some((name, _)) = before.iter().find(|(name, _)| lacks(&after, name)) {
        return Some(format!("the package has no {name}"));
    }
    if let Some((name, _)) = after.iter().find(|(name, _)| lacks(&before, name)) {
        return Some(format!("{name} is new in the package"));
    }
    let (name, was, is) = before.iter().zip(&after).find_map(|((name, was), (_, is))| {
        (was.abs_diff(*is) > was / 50 + 100).then_some((name, was, is))
    })?;
    Some(format!("{name} has {is} bytes, and had {was}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_more_or_less_is_a_difference() {
        assert!(difference("a 1\nb 2\n", "a 1\n").unwrap().contains("no b"));
        assert!(difference("a 1\n", "a 1\nb 2\n").unwrap().contains("b is new"));
        assert_eq!(difference("a 1\n", "a 1\n"), None);
    }

    #[test]
    fn a_size_that_is_a_little_off_is_none() {
        assert_eq!(difference("a 10000\n", "a 10200\n"), None);
        assert!(difference("a 10000\n", "a 10400\n").is_some());
    }
}
