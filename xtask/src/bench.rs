//! `cargo xtask bench`: how fast the map is, beside other libraries.

use crate::process::{execute, program, root, say};
use crate::{build, install};
use anyhow::{Context, Result, bail};

/// Runs the named group with its options, or all groups.
pub(crate) fn run(args: &[String]) -> Result<()> {
    match args.split_first() {
        Some((group, options)) if group == "page" => page(options),
        Some((group, _)) if !group.starts_with("--") => {
            bail!("there is no benchmark {group}; there is page")
        }
        _ => page(args),
    }
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
