//! An author's own map and table → a map and facts that can be drawn.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::Value;
use summit_map::{Facts, Imported, Map, Options, Settings, import};

const AMERICAS: &[u8] = include_bytes!("../data/americas.geojson");

fn made(map: &[u8], table: &str, settings: &str) -> Imported {
    let table = (!table.is_empty()).then_some(table.as_bytes());
    import(map, table, &Settings::parse(settings).unwrap()).unwrap()
}

fn facts(made: &Imported) -> Facts {
    Facts::parse(&made.facts).unwrap()
}

fn report(made: &Imported) -> Value {
    serde_json::from_str(&made.report).unwrap()
}

/// The category of a region, by its label.
fn label(facts: &Facts, id: &str) -> String {
    let row = facts.region(id).map(|(row, _)| row);
    facts.labels(row).join(", ")
}

#[test]
fn a_table_of_texts_is_a_map_of_categories() {
    let made =
        made(AMERICAS, "country,side\nBrazil,East\nChile,West\nPeru,West\n", "title\tSides\n");
    let facts = facts(&made);
    assert_eq!(facts.title, "Sides");
    let labels: Vec<_> = facts.categories.iter().map(|one| one.label.as_str()).collect();
    assert_eq!(labels, ["West", "East", "No data"]);
    assert_eq!(
        ["BRA", "CHL", "ARG"].map(|id| label(&facts, id)),
        ["East", "West", "No data"].map(String::from)
    );
    let map = Map::new(&made.map, &made.facts, Options::default()).unwrap();
    assert!(map.unmatched().is_empty());
    assert!(map.svg().contains("#0a546a"));
}

#[test]
fn the_report_says_what_was_chosen_and_why() {
    let made = made(
        AMERICAS,
        "year,country,rain\n2030,Brazil,1200\n2030,Chile,x\n2030,Peru,5\n2030,Cuba,6\n2030,Haiti,7\n",
        "",
    );
    let report = report(&made);
    assert_eq!(report["chosen"]["join"]["column"], "country");
    assert_eq!(report["chosen"]["value"]["column"], "rain");
    assert_eq!(report["chosen"]["value"]["kind"], "numbers");
    assert_eq!(
        report["warnings"][0],
        "table, line 3, column 12: \"x\" is not a number; the region is drawn without data"
    );
    assert_eq!(label(&facts(&made), "CHL"), "No data");
}
