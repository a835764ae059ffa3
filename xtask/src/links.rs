//! `cargo xtask links`: public texts name files that exist, and no machine.

use crate::process::root;
use anyhow::{Result, bail};
use std::fs;

const TEXTS: [&str; 9] = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "data/README.md",
    "data/SCHEMA.md",
    "npm/README.md",
    "package-lock.json",
];
/// What only makes sense on one machine.
const PRIVATE: [&str; 4] = ["/root/", "/home/", "/work/", "\"resolved\""];

/// Checks every public text.
pub(crate) fn run() -> Result<()> {
    let mut wrong = Vec::new();
    for name in TEXTS {
        let text = fs::read_to_string(root().join(name))?;
        for private in PRIVATE {
            if text.contains(private) {
                wrong.push(format!("{name}: names {private}"));
            }
        }
        let folder = root().join(name).parent().map(std::path::PathBuf::from).unwrap_or_default();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
            if !target.is_empty() && !target.contains("://") && !folder.join(target).exists() {
                wrong.push(format!("{name}: links to {target}, which does not exist"));
            }
        }
    }
    if wrong.is_empty() { Ok(()) } else { bail!("{}", wrong.join("\n")) }
}
