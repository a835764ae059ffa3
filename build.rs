//! Hashes the code that draws, so that a page drawn by other code is not taken for this one's.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The folders of `src/` on which the drawing of a page depends.
const DRAWING: [&str; 6] = ["geo", "data", "layout", "content", "scene", "render"];

fn main() -> io::Result<()> {
    let src = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("src");
    let mut files = Vec::new();
    for folder in DRAWING {
        println!("cargo::rerun-if-changed=src/{folder}");
        list(&src.join(folder), &mut files)?;
    }
    // The order of a folder's entries differs between file systems.
    files.sort();
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for file in files {
        for line in code(&fs::read_to_string(file)?) {
            hash = add(hash, line.as_bytes());
        }
    }
    println!("cargo::rustc-env=SUMMIT_MAP_CODE={hash:016x}");
    Ok(())
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else if !path.ends_with("tests.rs") && !path.ends_with("recorder.rs") {
            files.push(path);
        }
    }
    Ok(())
}

/// The lines that draw: neither comments nor tests, which stand at the end of a file.
fn code(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().map(str::trim).take_while(|line| *line != "#[cfg(test)]");
    lines.filter(|line| !line.is_empty() && !line.starts_with("//"))
}

/// 64-bit FNV-1a. Source: RFC 9923.
fn add(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
