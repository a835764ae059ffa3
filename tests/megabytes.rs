//! A file of a megabyte, whatever it is made of, is drawn or refused in a short time.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{FACTS, SQUARES, draw, one_polygon};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// Any file of a megabyte is to be drawn in 2 s. On a busy machine, and without optimisation, the
/// limit only tells work that is done from work that never ends.
const LIMIT: Duration = Duration::from_secs(if cfg!(debug_assertions) { 240 } else { 20 });

fn draw_all(map: &[u8], facts: &[u8]) {
    if let Ok(map) = draw(map, facts) {
        let entries = (0..map.scene().regions.len()).filter_map(|index| map.entry(index));
        assert!(entries.count() > 0);
        assert!(!map.figure().children.is_empty() && !map.fact_list().children.is_empty());
    }
}

/// Fails when the time is over, not when the work is done: it might never be.
fn in_time(name: &str, map: impl Into<Vec<u8>>, facts: impl Into<Vec<u8>>) {
    let (map, facts) = (map.into(), facts.into());
    let (done, wait) = mpsc::channel();
    thread::spawn(move || {
        draw_all(&map, &facts);
        // Nobody waits any more if the time was over.
        let _ = done.send(());
    });
    assert_ne!(wait.recv_timeout(LIMIT), Err(RecvTimeoutError::Timeout), "{name}: over {LIMIT:?}");
}

#[test]
fn a_megabyte_of_one_thing_is_done_in_time() {
    let long = "n".repeat(1_000_000);
    in_time("a long name", SQUARES.replace("Aland", &long), FACTS);
    in_time("a long title", SQUARES, FACTS.replace("Talks", &long));
    let escapes = "\\u00e9".repeat(160_000);
    in_time("escapes", SQUARES.replace("Aland", &escapes), FACTS);
    let digits = format!("[[[0.{},0],[9,0],[9,9],[0,0]]]", "1".repeat(1_000_000));
    in_time("digits", one_polygon(&digits), FACTS);
    let members: String = (0..50_000).map(|n| format!("\"key{n}\":{n},")).collect();
    let wide = SQUARES.replace("\"name\":\"Aland\"", &format!("{members}\"name\":\"Aland\""));
    in_time("many properties", wide, FACTS);
}

#[test]
fn a_megabyte_of_positions_is_done_in_time() {
    let positions = "[0,0],[9,0],[9,9],".repeat(50_000);
    in_time("positions", one_polygon(&format!("[[{positions}[0,0]]]")), FACTS);
}

#[test]
fn a_megabyte_of_features_is_done_in_time() {
    let square = |n: usize| {
        let (x, y) = (n % 100, n / 100);
        let (right, top) = (x + 1, y + 1);
        let ring = format!("[[{x},{y}],[{right},{y}],[{right},{top}],[{x},{top}],[{x},{y}]]");
        one_polygon(&format!("[{ring}]")).replace("\"A\"", &format!("\"F{n}\""))
    };
    let features: Vec<String> = (0..6000).map(square).collect();
    // A collection of one each; only what is between the brackets is wanted.
    let features = features
        .iter()
        .map(|map| map.get(40..map.len() - 2).unwrap())
        .collect::<Vec<_>>()
        .join(",");
    in_time(
        "features",
        format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#),
        FACTS,
    );
}

#[test]
fn a_megabyte_of_features_on_top_of_each_other_is_done_in_time() {
    let feature = SQUARES.lines().nth(1).unwrap().replace("\"A\"", "\"Z\"").repeat(6000);
    let features = feature.trim_end_matches(',');
    in_time(
        "features",
        format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#),
        FACTS,
    );
}

#[test]
fn a_megabyte_of_rows_is_done_in_time() {
    let row = |n: usize| format!("{{\"id\":\"R{n}\",\"status\":[\"yes\"]}},");
    let rows: String = (0..20_000).map(row).collect();
    in_time("rows", SQUARES, FACTS.replace("\"regions\":[", &format!("\"regions\":[{rows}")));
}

#[test]
fn a_megabyte_of_claims_is_done_in_time() {
    let claim = |n: usize| {
        format!("{{\"id\":\"c{n}\",\"about\":[\"A\"],\"text\":\"x\",\"sources\":[\"more\"]}},")
    };
    let claims: String = (0..15_000).map(claim).collect();
    in_time("claims", SQUARES, FACTS.replace("\"claims\":[", &format!("\"claims\":[{claims}")));
}
