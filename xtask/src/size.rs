//! `cargo xtask size`: the bytes a reader waits for, against the budget.

use crate::process::root;
use crate::{build, pages, texts};
use anyhow::{Context, Result, bail};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use summit_map::LOCALES;

/// Bytes of the HTML of any page with the map drawn in.
const FIRST: usize = 40_000;
/// Bytes of everything until the map is interactive. The goal is 150,000: insets, names and targets
/// are laid out by 20 kB of the wasm, and the HTML holds them for seven classes of widths. They can
/// only come later as a module of their own.
const INTERACTIVE: usize = 180_000;
/// How far the README may be off, for the compiler's paths differ between machines.
const TOLERANCE: usize = 1_000;

const FILES: [(&str, &str); 9] = [
    ("index.html", "HTML with the prerendered map and facts"),
    ("summit-map.css", "style of the widget"),
    ("page.css", "style of the page"),
    ("summit-map.js", "the element"),
    ("page.js", "script of the page"),
    ("pkg/widget.js", "JavaScript of the wasm"),
    ("pkg/widget_bg.wasm", "the wasm"),
    ("data/americas.arcs", "geometry"),
    ("data/summit-2022.en.json", "facts, in English"),
];

const BEGIN: &str = "<!-- size:begin -->\n";
const END: &str = "<!-- size:end -->";

/// Measures; fails over budget or where the README is off. `--write` writes the README.
pub(crate) fn run(args: &[String]) -> Result<()> {
    let write = match args {
        [] => false,
        [flag] if flag == "--write" => true,
        _ => bail!("size takes nothing but --write"),
    };
    let site = build::run()?;
    let mut sizes = Vec::new();
    for (file, what) in FILES {
        sizes.push((what, compressed(&site.join(file))?));
    }
    let total: usize = sizes.iter().map(|(_, size)| size).sum();
    let table = table(&sizes, total);
    print!("{table}");
    let pages = pages::all().map(|page| Ok((compressed(&site.join(page.file()))?, page.file())));
    let pages: Vec<(usize, String)> = pages.collect::<Result<_>>()?;
    let largest = pages.iter().max().context("the site has no page")?;
    println!("the largest of {} pages, {}: {}", pages.len(), largest.1, largest.0);
    for words in LOCALES.into_iter().skip(1) {
        // Instead of the English ones, for a reader of that language.
        println!(
            "facts, {}: {}",
            words.language_name,
            compressed(&site.join(texts::file(words.code)))?
        );
    }
    let readme = root().join("README.md");
    let text = fs::read_to_string(&readme)?;
    let (before, rest) = text.split_once(BEGIN).context("README.md has no size:begin")?;
    let (old, after) = rest.split_once(END).context("README.md has no size:end")?;
    if write {
        fs::write(&readme, format!("{before}{BEGIN}{table}{END}{after}"))?;
    } else if stated(old).is_none_or(|old| old.abs_diff(total) > TOLERANCE) {
        bail!("README.md states other sizes; type: cargo xtask size --write");
    }
    if largest.0 > FIRST || total > INTERACTIVE {
        let (html, page) = largest;
        bail!("over budget: {page} {html} of {FIRST} bytes, interactive {total} of {INTERACTIVE}");
    }
    Ok(())
}

fn compressed(path: &Path) -> Result<usize> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut out, &params)?;
    Ok(out.len())
}

fn table(sizes: &[(&str, usize)], total: usize) -> String {
    let mut table = String::from("| | bytes, brotli 11 |\n|---|---:|\n");
    for (what, size) in sizes {
        // Writing to a string cannot fail.
        let _ = writeln!(table, "| {what} | {size} |");
    }
    let _ = writeln!(table, "| **until the map is interactive** | **{total}** |");
    table
}

fn stated(table: &str) -> Option<usize> {
    let number = table.rsplit("**").nth(1)?;
    number.parse().ok()
}
