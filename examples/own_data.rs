//! Draws a map of your own: two countries as GeoJSON, a table of facts about them, out comes SVG.
//!
//! `cargo run --example own_data > pact.svg`

use summit_map::{Error, Map, Options};

const MAP: &str = r#"{"type": "FeatureCollection", "features": [
  {"type": "Feature", "id": "WST", "properties": {"name": "Westland"}, "geometry":
    {"type": "Polygon", "coordinates": [[[-9, 40], [0, 41], [1, 49], [-8, 50], [-9, 40]]]}},
  {"type": "Feature", "id": "EST", "properties": {"name": "Eastland"}, "geometry":
    {"type": "Polygon", "coordinates": [[[0, 41], [9, 40], [10, 48], [1, 49], [0, 41]]]}}]}"#;

const FACTS: &str = r##"{"schema": "summit-map/1", "title": "Harbour pact, May 2030",
  "categories": [
    {"id": "signed", "label": "Signed", "color": {"light": "#17607d", "dark": "#5fb4d6"}},
    {"id": "other", "label": "Did not sign", "color": {"light": "#8a8580", "dark": "#77726c"}}],
  "default": "other",
  "sources": {"gazette": {"kind": "main", "publisher": "Harbour Gazette", "date": "2030-05-02"}},
  "regions": [{"id": "WST", "status": ["signed"]}],
  "claims": [{"id": "1", "about": ["WST"], "text": "Signed the pact.", "sources": ["gazette"]}]}"##;

fn main() -> Result<(), Error> {
    let map = Map::new(MAP.as_bytes(), FACTS.as_bytes(), Options::default())?;
    for id in map.unmatched() {
        eprintln!("no country on the map has the id {id}");
    }
    println!("{}", map.svg());
    Ok(())
}
