//! Pictures of the smallest maps that show one thing each, and of the shipped map, to the byte.
//!
//! `tests/fixtures/<case>/` holds `map.geojson`, `facts.json` and `expected.svg`. The SVG is one
//! line; here it has a line break between any two tags, so that a change shows as a change.
//! `UPDATE_SNAPSHOTS=1 cargo test --test snapshots` writes what is drawn now; look at it before
//! you commit it. A failing test leaves `expected-changed.svg` beside the file it was held against.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

fn folder(case: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(case)
}

/// One tag a line.
fn in_lines(svg: &str) -> String {
    svg.replace("><", ">\n<") + "\n"
}

/// Where two texts first differ: `line 3: expected …, drawn …`.
fn first_difference(expected: &str, drawn: &str) -> String {
    let (mut old, mut new) = (expected.lines(), drawn.lines());
    for number in 1.. {
        match (old.next(), new.next()) {
            (None, None) => break,
            (a, b) if a == b => {}
            (a, b) => {
                let [a, b] = [a, b].map(|line| line.unwrap_or("nothing"));
                return format!("line {number}:\n expected {a}\n drawn    {b}");
            }
        }
    }
    "only the line ends differ".into()
}

/// Holds a drawing against a file of a case, or writes the file.
fn compare(case: &str, file: &str, drawn: &str) {
    let path = folder(case).join(file);
    if env::var_os("UPDATE_SNAPSHOTS").is_some() {
        assert!(env::var_os("CI").is_none(), "CI holds drawings against files; it writes none");
        fs::write(&path, drawn).unwrap();
        return;
    }
    let changed = path.with_file_name(file.replace(".svg", "-changed.svg"));
    let expected = fs::read_to_string(&path).unwrap_or_default();
    if expected == drawn {
        // What an earlier failure left.
        let _ = fs::remove_file(changed);
        return;
    }
    fs::write(&changed, drawn).unwrap();
    panic!(
        "{case}/{file}, {}\nlook at {}, then run UPDATE_SNAPSHOTS=1 cargo test --test snapshots",
        first_difference(&expected, drawn),
        changed.display()
    );
}

fn drawn(case: &str) -> String {
    let read = |file| fs::read(folder(case).join(file)).unwrap();
    common::draw(read("map.geojson"), read("facts.json")).unwrap().svg()
}

/// A test for each case, so that one that fails does not hide the next.
macro_rules! cases {
    ($($name:ident: $case:literal,)*) => {
        const CASES: &[&str] = &[$($case),*];
        $(#[test]
        fn $name() {
            compare($case, "expected.svg", &in_lines(&drawn($case)));
        })*
    };
}

cases! {
    two_squares_share_a_border: "two-squares-share-a-border",
    a_boycott_is_a_pattern_over_the_fill: "boycott-pattern-over-fill",
    dots_are_a_pattern_over_the_fill: "dots-pattern-over-fill",
    a_hole_shows_the_sea: "hole",
    a_tiny_island_gets_a_dot: "tiny-island-gets-a-dot",
    both_sides_of_180_degrees_lie_together: "antimeridian",
    a_feature_without_a_row_takes_the_default: "no-facts-row-takes-default",
    a_feature_without_row_and_default_is_neutral: "no-default-is-neutral",
    an_outline_is_whole: "outline-is-whole",
    text_is_escaped: "text-is-escaped",
}

#[test]
fn the_shipped_map_is_drawn_as_it_was() {
    let svg = common::shipped().svg();
    compare("americas", "expected.svg", &in_lines(&svg));
    // As one line; the wasm tests hold their drawing against it.
    compare("americas", "map.svg", &svg);
}

#[test]
fn every_fixture_has_a_test() {
    let mut found: Vec<String> = fs::read_dir(folder(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "americas")
        .collect();
    found.sort();
    let mut cases = CASES.to_vec();
    cases.sort_unstable();
    assert_eq!(found, cases);
}

#[test]
fn the_first_differing_line_is_named() {
    assert!(first_difference("a\nb\n", "a\nc\n").starts_with("line 2:\n expected b\n drawn    c"));
    assert!(first_difference("a\n", "a\nc\n").contains("expected nothing"));
    assert_eq!(first_difference("a", "a\n"), "only the line ends differ");
}
