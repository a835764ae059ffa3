//! `cargo xtask geometry`: Natural Earth's countries to the maps of the Americas.

mod assemble;
mod crossings;
mod detail;
mod dissolve;
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

/// A map on disk: where it comes from, where it goes, and how much of the source it keeps.
struct MapFile {
    name: &'static str,
    source: &'static str,
    target: &'static str,
    detail: &'static Detail,
}

const MAPS: [MapFile; 2] = [
    MapFile {
        name: "coarse",
        source: "node_modules/world-atlas/countries-50m.json",
        target: "data/americas.geojson",
        detail: &detail::COARSE,
    },
    MapFile {
        name: "fine",
        source: "node_modules/world-atlas/countries-10m.json",
        target: "data/americas-fine.geojson",
        detail: &detail::FINE,
    },
];

/// Writes the maps, or with `--check` only compares them with what is on disk.
pub(crate) fn run(args: &[String]) -> Result<()> {
    let Task { check, detail } = read_args(args)?;
    let root = root()?;
    let wanted = |map: &&MapFile| detail.as_ref().is_none_or(|detail| detail == map.name);
    for map in MAPS.iter().filter(wanted) {
        let text = built(map, &root)?;
        if check { compare(map, &text, &root)? } else { write(map, &text, &root)? }
    }
    Ok(())
}

fn built(map: &MapFile, root: &Path) -> Result<String> {
    let source = map.source;
    let text = fs::read_to_string(root.join(source))
        .with_context(|| format!("cannot read {source}: run `npm ci` in the project first"))?;
    build(&text, map.detail).with_context(|| format!("in {source}"))
}

fn compare(map: &MapFile, text: &str, root: &Path) -> Result<()> {
    let target = map.target;
    let written =
        fs::read_to_string(root.join(target)).with_context(|| format!("cannot read {target}"))?;
    ensure!(written == text, "{target} is out of date: run `cargo xtask geometry`");
    println!("{target} is up to date");
    Ok(())
}

fn write(map: &MapFile, text: &str, root: &Path) -> Result<()> {
    let target = map.target;
    fs::write(root.join(target), text).with_context(|| format!("cannot write {target}"))?;
    println!("wrote {target}, {} bytes", text.len());
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

struct Task {
    /// Whether to compare only.
    check: bool,
    /// The name of the only map wanted.
    detail: Option<String>,
}

fn read_args(args: &[String]) -> Result<Task> {
    let mut task = Task { check: false, detail: None };
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        match arg.as_str() {
            "--check" => task.check = true,
            "--detail" => {
                let name = rest.next().map_or("", String::as_str);
                let known = MAPS.iter().any(|map| map.name == name);
                ensure!(known, "--detail takes `coarse` or `fine`, not `{name}`");
                task.detail = Some(name.to_owned());
            }
            _ => bail!(
                "unknown argument `{arg}`: cargo xtask geometry [--check] [--detail coarse|fine]"
            ),
        }
    }
    Ok(task)
}

fn root() -> Result<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    Ok(root.context("xtask lies outside the project")?.to_owned())
}
