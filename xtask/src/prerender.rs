//! `cargo xtask prerender`: draws the map into `www/index.html`.

use crate::process::{root, say};
use crate::{texts, wire};
use anyhow::{Context, Result, bail};
use std::fs;
use summit_map::Map;

const PAGE: &str = "www/index.html";

/// Writes the page, or with `--check` says whether it is up to date.
pub(crate) fn run(args: &[String]) -> Result<()> {
    match args {
        [] => write(),
        [flag] if flag == "--check" => {
            let (before, after) = drawn()?;
            if before != after {
                bail!("{PAGE} is out of date; type: cargo xtask prerender");
            }
            Ok(())
        }
        _ => bail!("prerender takes nothing but --check"),
    }
}

/// Writes the page, if that changes it.
pub(crate) fn write() -> Result<()> {
    say("drawing the map into www/index.html");
    let (before, after) = drawn()?;
    if before != after {
        fs::write(root().join(PAGE), after)?;
    }
    Ok(())
}

fn drawn() -> Result<(String, String)> {
    let root = root();
    let before =
        fs::read_to_string(root.join(PAGE)).with_context(|| format!("cannot read {PAGE}"))?;
    // The page stands beside data/ once it is part of a site.
    let built = |path: &str| {
        let facts = texts::built(path).map(|facts| facts.map(String::into_bytes));
        facts.or_else(|| wire::built(path))
    };
    let read = |path: &str| match built(path) {
        Some(file) => file.map_err(|error| format!("{error:#}")),
        None => fs::read(root.join(path)).map_err(|error| format!("{path}: {error}")),
    };
    let after = summit_map::prerender(&before, |element| {
        let (map, facts) = (read(&element.src)?, read(&element.facts_address())?);
        Map::new(&map, &facts, element.options()).map_err(|error| error.to_string())
    });
    Ok((before, after.map_err(anyhow::Error::msg)?))
}
