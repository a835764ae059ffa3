//! `cargo xtask bench`: how fast the map is, natively and beside other libraries.

use crate::process::{cargo, execute, program, root, say};
use crate::{build, install};
use anyhow::{Context, Result, bail};
use std::fs;
use std::process::Stdio;

/// Maps of 4 thousand to a million vertices, each with its facts.
const MAPS: [&str; 4] = ["americas-50m", "counties", "americas-10m", "counties-1m"];

/// Runs the named group with its options, or all groups.
pub(crate) fn run(args: &[String]) -> Result<()> {
    match args.split_first() {
        Some((group, [])) if group == "native" => native(),
        Some((group, options)) if group == "page" => page(options),
        Some((group, _)) if !group.starts_with("--") => {
            bail!("there is no benchmark {group}; there are native and page")
        }
        _ => {
            native()?;
            page(args)
        }
    }
}

/// Times each stage from bytes to a picture; writes `bench/native.md` and its plot.
fn native() -> Result<()> {
    install::bench_packages()?;
    let folder = root().join("bench");
    say("making the maps of the benchmark");
    execute(program("node").arg(folder.join("prepare.js"))).context("maps of the benchmark")?;
    let mut files =
        vec![root().join("data/americas.geojson"), root().join("data/summit-2022.json")];
    for map in MAPS {
        let file = |ending: &str| root().join(format!("target/bench/data/{map}.{ending}"));
        files.extend([file("geojson"), file("facts.json")]);
    }
    say("benchmark of the native stages");
    let mut bench = cargo();
    bench.args(["bench", "--package", "summit-map", "--bench", "pipeline", "--"]).args(files);
    let output = bench.stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        bail!("the benchmark of the native stages failed");
    }
    let raw = root().join("target/bench/native.json");
    fs::create_dir_all(root().join("target/bench"))?;
    fs::write(&raw, output.stdout)?;
    execute(program("node").arg(folder.join("native.js")).arg(raw)).context("native report")
}

/// Loads pages of several libraries in Chromium; writes `bench/page.md` and its plots.
fn page(options: &[String]) -> Result<()> {
    install::bench_packages()?;
    let browser = install::browser()?;
    build::run()?;
    say("benchmark of pages in Chromium");
    let mut node = program("node");
    node.env("CHROMIUM", browser.chromium).arg(root().join("bench/page/run.js"));
    execute(node.args(options)).context("benchmark of pages")
}
