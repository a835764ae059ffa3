//! `cargo xtask geometry`: Natural Earth's countries to the map of the Americas.

mod assemble;
mod crossings;
mod detail;
mod generalize;
mod line;
mod plane;
mod regions;
mod selection;
#[cfg(test)]
mod tests;
mod topology;
mod write;

use anyhow::{Context, Result, bail, ensure};
use detail::Detail;
use std::fs;
use std::path::{Path, PathBuf};

const SOURCE: &str = "node_modules/world-atlas/countries-50m.json";
const TARGET: &str = "data/americas.geojson";

/// Writes the map, or with `--check` only compares it with what is on disk.
pub(crate) fn run(args: &[String]) -> Result<()> {
    let check = read_args(args)?;
    let root = root()?;
    let source = root.join(SOURCE);
    let text = fs::read_to_string(&source)
        .with_context(|| format!("cannot read {SOURCE}: run `npm ci` in the project first"))?;
    let map = build(&text, &detail::COARSE).with_context(|| format!("in {SOURCE}"))?;
    let target = root.join(TARGET);
    if check {
        let written =
            fs::read_to_string(&target).with_context(|| format!("cannot read {TARGET}"))?;
        ensure!(written == map, "{TARGET} is out of date: run `cargo xtask geometry`");
        println!("{TARGET} is up to date");
    } else {
        fs::write(&target, &map).with_context(|| format!("cannot write {TARGET}"))?;
        println!("wrote {TARGET}, {} bytes", map.len());
    }
    Ok(())
}

/// The map at a level of detail, as GeoJSON text.
fn build(source: &str, detail: &Detail) -> Result<String> {
    let topology = topology::read(source)?;
    let selection = selection::select(&topology, detail)?;
    let arcs = generalize::generalize(&topology, &selection, detail)?;
    let features = selection.iter().map(|selected| assemble::feature(selected, &arcs));
    write::collection(&features.collect::<Result<Vec<_>>>()?)
}

/// Whether to check only. There is one level of detail so far, and it has a name.
fn read_args(args: &[String]) -> Result<bool> {
    let mut check = false;
    let mut rest = args.iter().map(String::as_str);
    while let Some(arg) = rest.next() {
        match (arg, rest.clone().next()) {
            ("--check", _) => check = true,
            ("--detail", Some("coarse")) => {
                rest.next();
            }
            ("--detail", other) => bail!("--detail takes `coarse`, not `{}`", other.unwrap_or("")),
            _ => {
                bail!("unknown argument `{arg}`: cargo xtask geometry [--check] [--detail coarse]")
            }
        }
    }
    Ok(check)
}

fn root() -> Result<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    Ok(root.context("xtask lies outside the project")?.to_owned())
}
