//! Pages as an embedder fills them with maps.

#![cfg(not(target_os = "unknown"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{AMERICAS, FACTS, SQUARES, SUMMIT, draw};
use summit_map::Map;
use summit_map::{Placeholder, prerender};

#[test]
fn a_page_is_filled_with_the_map_and_its_facts() {
    let page = "<body><summit-map src=\"a.geojson\" facts=\"a.json\" prefix=\"x\" styles=\"s.css\"></summit-map></body>";
    let draw_element = |element: &Placeholder| {
        assert_eq!((element.src.as_str(), element.facts.as_str()), ("a.geojson", "a.json"));
        Map::new(SQUARES.as_bytes(), FACTS.as_bytes(), element.options()).map_err(|e| e.to_string())
    };
    let filled = prerender(page, draw_element).unwrap();
    for part in [
        "<template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"s.css\">",
        "#x-A",
        "<slot></slot></template>",
        "<div class=\"summit-facts\" id=\"x-facts\" lang=\"",
    ] {
        assert!(filled.contains(part), "{part} is not in {filled}");
    }
    assert_eq!(prerender(&filled, draw_element).unwrap(), filled, "filled again");
}

#[test]
fn a_map_that_cannot_be_drawn_stops_the_filling_of_a_page() {
    let page = "<summit-map src=\"a\" facts=\"b\"></summit-map>";
    let result = prerender(page, |_| draw("{", FACTS).map_err(|error| error.to_string()));
    assert!(result.unwrap_err().starts_with("map, line 1, column 2"));
}

#[test]
fn two_runs_write_the_same_bytes() {
    let page = "<summit-map src=\"a\" facts=\"b\"></summit-map>";
    let draw_map = |_: &Placeholder| draw(AMERICAS, SUMMIT).map_err(|error| error.to_string());
    let (one, other) = (prerender(page, draw_map).unwrap(), prerender(page, draw_map).unwrap());
    assert!(one.len() > 100_000 && one == other, "the runs differ");
}

#[test]
fn the_attributes_of_a_table_are_those_that_a_page_reads() {
    let root = env!("CARGO_MANIFEST_DIR");
    let script = std::fs::read_to_string(format!("{root}/www/summit-map-element.js")).unwrap();
    let list = script.split("const OWN = [").nth(1).unwrap().split(']').next().unwrap();
    let names = list.split(',').map(|name| name.trim().trim_matches('\''));
    for name in names.filter(|name| *name != "data") {
        let page = format!("<summit-map src=a value=b {name}=1></summit-map>");
        let mut told = String::new();
        let filled = prerender(&page, |element| {
            told = element.settings();
            Err::<summit_map::Map, String>("read".into())
        });
        assert!(filled.is_err());
        let name = if name == "heading" { "title" } else { name };
        assert!(told.contains(&format!("{name}\t")), "{name}: {told}");
    }
}
