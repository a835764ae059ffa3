//! The maps as the site sends them: quantised arcs, made from the GeoJSON in `data/`.

use crate::process::root;
use anyhow::{Context, Result};
use serde_json::Value;
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

/// A map as arcs, without names: the site's facts name every feature, in each language.
pub(crate) fn packed(map: &str) -> Result<Vec<u8>> {
    let source = format!("{map}.geojson");
    let map = fs::read(root().join(&source)).with_context(|| format!("cannot read {source}"))?;
    let mut map: Value = serde_json::from_slice(&map).with_context(|| source.clone())?;
    let features = map.get_mut("features").and_then(Value::as_array_mut);
    for feature in features.into_iter().flatten() {
        if let Some(properties) = feature.get_mut("properties").and_then(Value::as_object_mut) {
            properties.remove("name");
        }
    }
    summit_map::pack(&serde_json::to_vec(&map)?).with_context(|| source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_sends_each_name_once() {
        let holds = |map: &[u8], text: &[u8]| map.windows(text.len()).any(|part| part == text);
        let map = packed("data/americas").unwrap();
        assert!(holds(&map, b"ARG") && !holds(&map, b"Argentina"));
    }
}
