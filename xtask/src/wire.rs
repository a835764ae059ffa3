//! The maps as the site sends them: quantised arcs, made from the GeoJSON in `data/`.

use crate::process::root;
use anyhow::{Context, Result};
use std::fs;

/// The maps of the site, without their ending.
pub(crate) const MAPS: [&str; 2] = ["data/americas", "data/americas-fine"];

/// The file of the site that holds a map.
pub(crate) fn file(map: &str) -> String {
    format!("{map}.arcs")
}

/// What a file of the site holds, if it is a map.
pub(crate) fn built(file: &str) -> Option<Result<Vec<u8>>> {
    let map = file.strip_suffix(".arcs").filter(|map| MAPS.contains(map))?;
    Some(packed(map))
}

/// A map as arcs.
pub(crate) fn packed(map: &str) -> Result<Vec<u8>> {
    let source = format!("{map}.geojson");
    let map = fs::read(root().join(&source)).with_context(|| format!("cannot read {source}"))?;
    summit_map::pack(&map).with_context(|| source)
}
