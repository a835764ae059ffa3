//! What several tests need: the shipped files, small good files, and a reader of drawn paths.

#![allow(dead_code, reason = "no test file uses all of it")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::sync::LazyLock;
use summit_map::LonLat;
use summit_map::Region;
use summit_map::{Error, Map, Options};

/// The shipped map.
pub(crate) const AMERICAS: &[u8] = include_bytes!("../../data/americas.geojson");
/// The shipped map for readers who look closer.
pub(crate) const AMERICAS_FINE: &[u8] = include_bytes!("../../data/americas-fine.geojson");
/// The shipped facts.
pub(crate) const SUMMIT: &[u8] = include_bytes!("../../data/summit-2022.json");

/// The 35 independent states of the Americas, ISO 3166-1 alpha-3.
pub(crate) const STATES: [&str; 35] = [
    "ARG", "ATG", "BHS", "BLZ", "BOL", "BRA", "BRB", "CAN", "CHL", "COL", "CRI", "CUB", "DMA",
    "DOM", "ECU", "GRD", "GTM", "GUY", "HND", "HTI", "JAM", "KNA", "LCA", "MEX", "NIC", "PAN",
    "PER", "PRY", "SLV", "SUR", "TTO", "URY", "USA", "VCT", "VEN",
];

/// Facts about A, with one of everything.
pub(crate) const FACTS: &str = r##"{"schema":"summit-map/1","language":"en","title":"Talks","subtitle":"Who agreed",
"center":[0,0],
"dimensions":[{"id":"pact","label":"Pact"}],
"categories":[{"id":"yes","dimension":"pact","label":"Agreed","word":"agreed","color":{"light":"#17607d","dark":"#5fb4d6"}},
 {"id":"angry","label":"Angry","pattern":"dots","color":{"light":"#ffffff","dark":"#000000"}},
 {"id":"other","label":"Other","color":{"light":"#e4e2dc","dark":"#3a3f44"},"outline":{"light":"#5b5f63","dark":"#a0a6ab"}}],
"default":"other",
"sources":{"main":{"kind":"main","publisher":"Gazette","title":"The talks","date":"2030-05-02","grade":"A"},
 "more":{"kind":"context","publisher":"Courier","url":"https://example.org/","date":"2030-05"}},
"regions":[{"id":"A","name":"Aland","status":["yes","angry"]}],
"claims":[{"id":"1","about":["A"],"text":"Agreed.","sources":["main"],"paragraph":1,"note":"Twice"},
 {"id":"2","about":["yes"],"text":"All of them.","sources":["more"],"confidence":"low"},
 {"id":"3","about":[],"text":"Talks were held.","sources":["more"]}]}"##;

/// Two squares that share a border, A to the west.
pub(crate) const SQUARES: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","id":"A","properties":{"name":"Aland"},"geometry":{"type":"Polygon","coordinates":[[[-10,-5],[0,-5],[0,5],[-10,5],[-10,-5]]]}},
{"type":"Feature","id":"B","properties":{"name":"Beland"},"geometry":{"type":"MultiPolygon","coordinates":[[[[0,-5],[10,-5],[10,5],[0,5],[0,-5]]]]}}]}"#;

/// The shipped map with its facts, drawn once for all tests of a file.
pub(crate) fn shipped() -> &'static Map {
    static MAP: LazyLock<Map> = LazyLock::new(|| draw(AMERICAS, SUMMIT).unwrap());
    &MAP
}

/// The finer map with the same facts, drawn once for all tests of a file.
pub(crate) fn fine() -> &'static Map {
    static MAP: LazyLock<Map> = LazyLock::new(|| draw(AMERICAS_FINE, SUMMIT).unwrap());
    &MAP
}

/// Draws two files given as bytes or text.
pub(crate) fn draw(map: impl AsRef<[u8]>, facts: impl AsRef<[u8]>) -> Result<Map, Error> {
    Map::new(map.as_ref(), facts.as_ref(), Options::default())
}

/// A map of one feature with this geometry, given as JSON.
pub(crate) fn one_feature(geometry: &str) -> String {
    format!(
        r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","id":"A","properties":{{}},"geometry":{geometry}}}]}}"#
    )
}

/// A map of one polygon with these rings, given as JSON.
pub(crate) fn one_polygon(rings: &str) -> String {
    one_feature(&format!(r#"{{"type":"Polygon","coordinates":{rings}}}"#))
}

/// A point of the drawing.
pub(crate) type UnitPoint = (i32, i32);

/// The rings of a drawn path, in absolute units, without the repeated first point.
pub(crate) fn rings(path: &str) -> Vec<Vec<UnitPoint>> {
    path.split_terminator('z').map(ring).collect()
}

fn ring(subpath: &str) -> Vec<UnitPoint> {
    let spaced = subpath.replace(['M', 'l'], " ").replace('-', " -");
    let numbers: Vec<i32> = spaced.split_whitespace().map(|n| n.parse().unwrap()).collect();
    let mut at = (0, 0);
    let steps = numbers.chunks(2).map(|step| {
        at = (at.0 + step[0], at.1 + step[1]);
        at
    });
    steps.collect()
}

/// A ring of a map file in thousandths of a degree, without the repeated first position.
#[expect(clippy::cast_possible_truncation, reason = "a longitude is at most 180,000 thousandths")]
pub(crate) fn thousandths(ring: &[LonLat]) -> Vec<UnitPoint> {
    let whole = |degrees: f64| (degrees * 1000.0).round() as i32;
    ring.iter().skip(1).map(|position| (whole(position.lon), whole(position.lat))).collect()
}

/// The edges of a ring, closed.
pub(crate) fn edges(ring: &[UnitPoint]) -> impl Iterator<Item = (UnitPoint, UnitPoint)> {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

/// Twice the signed area of a ring.
pub(crate) fn double_area(ring: &[UnitPoint]) -> i64 {
    let cross = |((ax, ay), (bx, by)): (UnitPoint, UnitPoint)| {
        i64::from(ax) * i64::from(by) - i64::from(bx) * i64::from(ay)
    };
    edges(ring).map(cross).sum()
}

/// What a region covers, whatever its rings begin with and whichever way they turn.
pub(crate) fn covered(region: &Region) -> Vec<Vec<UnitPoint>> {
    let turned = |mut ring: Vec<UnitPoint>| {
        if double_area(&ring) < 0 {
            ring.reverse();
        }
        let first = (0..ring.len()).min_by_key(|&index| ring[index]).unwrap_or_default();
        ring.rotate_left(first);
        ring
    };
    let mut all: Vec<_> = rings(&region.outline.path).into_iter().map(turned).collect();
    all.sort();
    all
}

/// Pseudo-random numbers, the same in every run. Source: Marsaglia, "Xorshift RNGs" (2003).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end).unwrap()).unwrap()
    }
}
