//! `cargo xtask size`: the bytes a reader waits for, against the budget.

use crate::process::root;
use crate::{build, pages, texts};
use anyhow::{Context, Result, bail};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use summit_map::LOCALES;

/// Bytes of the HTML of any page with the map drawn in.
const HTML: usize = 40_000;
/// Bytes until the map answers. The goal is 60,000.
const ANSWERS: usize = 92_500;
/// Bytes of everything, until the engine can draw. The goal is 165,000.
const IN_ALL: usize = 212_000;
/// Bytes of an element on a page that has no map drawn in. The goal is 125,000.
const EMPTY: usize = 179_000;
/// How far the README may be off, for the compiler's paths differ between machines.
const TOLERANCE: usize = 1_000;

type Files = [(&'static str, &'static str)];

/// What our page brings, and not the element.
const PAGE: &Files = &[
    ("index.html", "HTML with the prerendered map and facts"),
    ("page.css", "style of the page"),
    ("page.js", "script of the page"),
];
/// What a map that is drawn in needs to answer.
const WIDGET: &Files = &[
    ("summit-map.css", "style of the widget"),
    ("summit-map.js", "the element"),
    ("summit-map-load.js", "what loads its parts"),
    ("pkg/widget.js", "JavaScript of the widget"),
    ("pkg/widget_bg.wasm", "the widget"),
];
/// What draws.
const ENGINE: &Files = &[
    ("summit-map-worker.js", "the engine's worker"),
    ("pkg/engine.js", "JavaScript of the engine"),
    ("pkg/engine_bg.wasm", "the engine"),
    ("data/americas.arcs", "geometry"),
    ("data/summit-2022.en.json", "facts, in English"),
];

const BEGIN: &str = "<!-- size:begin -->\n";
const END: &str = "<!-- size:end -->";
/// Names the total that the README must state.
const ALL: &str = "in all";

/// What a file is, and its bytes.
type Size = (&'static str, usize);

/// Measures; fails over budget or where the README is off. `--write` writes the README.
pub(crate) fn run(args: &[String]) -> Result<()> {
    let write = match args {
        [] => false,
        [flag] if flag == "--write" => true,
        _ => bail!("size takes nothing but --write"),
    };
    let site = build::run()?;
    let [page, widget, engine] = [PAGE, WIDGET, ENGINE].map(|files| measured(&site, files));
    let (page, widget, engine) = (page?, widget?, engine?);
    let sum = |sizes: &[Size]| sizes.iter().map(|(_, size)| size).sum::<usize>();
    let (of_page, of_widget, of_engine) = (sum(&page), sum(&widget), sum(&engine));
    let in_all = of_page + of_widget + of_engine;
    let totals = [
        ("until the map answers", of_page + of_widget, ANSWERS),
        (ALL, in_all, IN_ALL),
        ("an empty element", of_widget + of_engine, EMPTY),
    ];
    let table = table(&[page, widget, engine].concat(), &totals);
    print!("{table}");
    let (largest, html) = largest_page(&site)?;
    translations(&site)?;
    readme(&table, in_all, write)?;
    let all = totals.into_iter().chain([(largest.as_str(), html, HTML)]);
    let over = all.filter(|(_, size, gate)| size > gate);
    let over: Vec<_> = over.map(|(what, size, gate)| format!("{what} {size} of {gate}")).collect();
    if over.is_empty() { Ok(()) } else { bail!("over budget: {}", over.join(", ")) }
}

fn measured(site: &Path, files: &Files) -> Result<Vec<Size>> {
    files.iter().map(|&(file, what)| Ok((what, compressed(&site.join(file))?))).collect()
}

fn largest_page(site: &Path) -> Result<(String, usize)> {
    let pages = pages::all().map(|page| Ok((compressed(&site.join(page.file()))?, page.file())));
    let pages: Vec<(usize, String)> = pages.collect::<Result<_>>()?;
    let (size, file) = pages.iter().max().context("the site has no page")?;
    println!("the largest of {} pages, {file}: {size}", pages.len());
    Ok((file.clone(), *size))
}

/// Says what a reader of another language loads instead of the English facts.
fn translations(site: &Path) -> Result<()> {
    for words in LOCALES.into_iter().skip(1) {
        let size = compressed(&site.join(texts::file(words.code)))?;
        println!("facts, {}: {size}", words.language_name);
    }
    Ok(())
}

/// Writes the table into the README, or fails where that states another total.
fn readme(table: &str, total: usize, write: bool) -> Result<()> {
    let path = root().join("README.md");
    let text = fs::read_to_string(&path)?;
    let (before, rest) = text.split_once(BEGIN).context("README.md has no size:begin")?;
    let (old, after) = rest.split_once(END).context("README.md has no size:end")?;
    if write {
        fs::write(&path, format!("{before}{BEGIN}{table}{END}{after}"))?;
    } else if stated(old).is_none_or(|old| old.abs_diff(total) > TOLERANCE) {
        bail!("README.md states other sizes; type: cargo xtask size --write");
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

fn table(sizes: &[Size], totals: &[(&str, usize, usize)]) -> String {
    let mut table = String::from("| | bytes, brotli 11 |\n|---|---:|\n");
    for (what, size) in sizes {
        // Writing to a string cannot fail.
        let _ = writeln!(table, "| {what} | {size} |");
    }
    for (what, size, _) in totals {
        let _ = writeln!(table, "| **{what}** | **{size}** |");
    }
    table
}

/// The total of everything that a table states.
fn stated(table: &str) -> Option<usize> {
    let (_, rest) = table.split_once(ALL)?;
    rest.split("**").nth(2)?.parse().ok()
}
