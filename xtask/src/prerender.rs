//! `cargo xtask prerender`: draws the maps into the pages. Of these, `www/index.html` is kept.

use crate::pages::{self, Page};
use crate::process::{root, say};
use crate::{delegations, texts, wire};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use summit_map::Map;

/// Writes the first page, or with `--check` says whether it is up to date.
pub(crate) fn run(args: &[String]) -> Result<()> {
    let [check] = args else {
        return if args.is_empty() {
            write()
        } else {
            bail!("prerender takes nothing but --check")
        };
    };
    if check != "--check" {
        bail!("prerender takes nothing but --check");
    }
    let (before, after) = first()?;
    if before != after {
        bail!("www/{} is out of date; type: cargo xtask prerender", pages::FIRST);
    }
    Ok(())
}

/// Writes the first page, if that changes it.
pub(crate) fn write() -> Result<()> {
    say("drawing the map into www/index.html");
    let (before, after) = first()?;
    if before != after {
        fs::write(root().join("www").join(pages::FIRST), after)?;
    }
    Ok(())
}

/// Writes all other pages into a site.
pub(crate) fn rest(site: &Path) -> Result<()> {
    say("drawing the maps into the other pages");
    for page in pages::all().filter(|page| page.file() != pages::FIRST) {
        fs::write(site.join(page.file()), drawn(page)?)?;
    }
    Ok(())
}

fn first() -> Result<(String, String)> {
    let before = fs::read_to_string(root().join("www").join(pages::FIRST)).unwrap_or_default();
    let page = pages::all().find(|page| page.file() == pages::FIRST).context("no first page")?;
    Ok((before, drawn(page)?))
}

/// A page with its map.
fn drawn(page: Page) -> Result<String> {
    // The page stands beside data/ once it is part of a site.
    let built = |path: &str| {
        let facts = texts::built(path).or_else(|| delegations::built(path));
        facts.map(|facts| facts.map(String::into_bytes)).or_else(|| wire::built(path))
    };
    let read = |path: &str| match built(path) {
        Some(file) => file.map_err(|error| format!("{error:#}")),
        None => fs::read(root().join(path)).map_err(|error| format!("{path}: {error}")),
    };
    let drawn = summit_map::prerender(&page.html()?, |element| {
        let (map, facts) = (read(&element.src)?, read(&element.facts_address())?);
        let text = |error: summit_map::Error| error.to_string();
        let mut map = Map::new(&map, &facts, element.options()).map_err(text)?;
        if let Some(more) = element.more_address() {
            map.add_facts(&read(&more)?).map_err(text)?;
        }
        Ok::<_, String>(map)
    });
    drawn.map_err(anyhow::Error::msg).with_context(|| page.file())
}
