//! What a reader need not wait for: comments and indents, and the noise in generated names.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Digits of a hash in a name that wasm-bindgen has made.
const DIGITS: usize = 16;

/// Drops the lines of a script or style sheet that hold nothing but a comment, and indents. None
/// of ours has such a line inside of a text.
pub(crate) fn comments(path: &Path) -> Result<()> {
    let script = fs::read_to_string(path).with_context(|| format!("{}", path.display()))?;
    let script = without_comments(&script);
    let is_style = path.extension().is_some_and(|extension| extension == "css");
    Ok(fs::write(path, if is_style { without_blanks(&script) } else { script })?)
}

fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim_start);
    let is_code = |line: &&str| !["/*", "*", "//"].iter().any(|start| line.starts_with(start));
    lines.filter(|line| !line.is_empty()).filter(is_code).flat_map(|line| [line, "\n"]).collect()
}

/// Drops the blanks and line ends of a style sheet that mean nothing. A blank before a colon may
/// mean something in a selector and stays.
fn without_blanks(style: &str) -> String {
    let pairs =
        [(" {\n", "{"), (";\n}", "}"), (": ", ":"), (";\n", ";"), (",\n", ","), ("}\n", "}")];
    pairs.iter().fold(style.to_owned(), |style, (long, short)| style.replace(long, short))
}

/// Numbers the functions that the wasm imports from its script. wasm-bindgen tells them apart by a
/// hash of 64 bits each, which no compression makes smaller; the numbers are as long, so that the
/// wasm's layout stays.
pub(crate) fn hashes(script: &Path, wasm: &Path) -> Result<()> {
    let mut text = fs::read_to_string(script)?;
    let mut bytes = fs::read(wasm)?;
    for (number, hash) in (1..).zip(hashes_in(&text)) {
        let plain = format!("_{number:0DIGITS$}");
        text = text.replace(&hash, &plain);
        overwrite(&mut bytes, hash.as_bytes(), plain.as_bytes());
    }
    fs::write(script, text)?;
    Ok(fs::write(wasm, bytes)?)
}

/// Every `_` with sixteen hexadecimal digits behind it, once.
fn hashes_in(text: &str) -> Vec<String> {
    let is_hash = |part: &&str| {
        part.len() >= DIGITS && part.bytes().take(DIGITS).all(|b| b.is_ascii_hexdigit())
    };
    let parts = text.split('_').filter(is_hash).filter_map(|part| part.get(..DIGITS));
    let mut found: Vec<String> = parts.map(|part| format!("_{part}")).collect();
    found.sort();
    found.dedup();
    found
}

fn overwrite(bytes: &mut [u8], old: &[u8], new: &[u8]) {
    let mut at = 0;
    while let Some(here) = bytes.get_mut(at..at + old.len()) {
        if here == old {
            here.copy_from_slice(new);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_comments_go_and_code_stays() {
        let script = "// a\n  let b = 'c'; // d\n\n/** e\n * f\n */\n  g();\n";
        assert_eq!(without_comments(script), "let b = 'c'; // d\ng();\n");
    }

    #[test]
    fn a_style_keeps_the_blanks_that_mean_something() {
        let style = "a b,\nc :hover {\nmargin: 0 1px;\ncolor: red;\n}\n@media print {\nd {\ntop: 0;\n}\n}\n";
        let short = "a b,c :hover{margin:0 1px;color:red}@media print{d{top:0}}";
        assert_eq!(without_blanks(style), short);
    }

    #[test]
    fn a_hash_is_found_once_and_overwritten_everywhere() {
        let text = "__wbg_get_0123456789abcdef: f, __wbg_get_fedcba9876543210(), __wbg_get_0123456789abcdef";
        assert_eq!(hashes_in(text), ["_0123456789abcdef", "_fedcba9876543210"]);
        let mut bytes = b"x_get_ab_get_ab".to_vec();
        overwrite(&mut bytes, b"_ab", b"_01");
        assert_eq!(bytes, b"x_get_01_get_01");
    }
}
