//! The shipped map as it is drawn: borders shared, nothing smeared, and the standard crate agrees.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod common;

use common::{AMERICAS, STATES, Spot, double_area, edges, rings, shipped};
use geojson::{GeoJson, GeometryValue};
use std::collections::{BTreeMap, BTreeSet};
use summit_map::Map;
use summit_map::atlas::{Atlas, Feature};

/// Every land border of the Americas, each pair in alphabetical order.
const BORDERS: [(&str, &str); 39] = [
    ("ARG", "BOL"),
    ("ARG", "BRA"),
    ("ARG", "CHL"),
    ("ARG", "PRY"),
    ("ARG", "URY"),
    ("BLZ", "GTM"),
    ("BLZ", "MEX"),
    ("BOL", "BRA"),
    ("BOL", "CHL"),
    ("BOL", "PER"),
    ("BOL", "PRY"),
    ("BRA", "COL"),
    ("BRA", "GUF"),
    ("BRA", "GUY"),
    ("BRA", "PER"),
    ("BRA", "PRY"),
    ("BRA", "SUR"),
    ("BRA", "URY"),
    ("BRA", "VEN"),
    ("CAN", "USA"),
    ("CHL", "PER"),
    ("COL", "ECU"),
    ("COL", "PAN"),
    ("COL", "PER"),
    ("COL", "VEN"),
    ("CRI", "NIC"),
    ("CRI", "PAN"),
    ("DOM", "HTI"),
    ("ECU", "PER"),
    ("GTM", "HND"),
    ("GTM", "MEX"),
    ("GTM", "SLV"),
    ("GUF", "SUR"),
    ("GUY", "SUR"),
    ("GUY", "VEN"),
    ("HND", "NIC"),
    ("HND", "SLV"),
    ("MAF", "SXM"),
    ("MEX", "USA"),
];
/// No drawn edge is longer than this share of the width: long edges get points in between.
const LONGEST_EDGE: i32 = 40;

fn drawn(map: &Map, id: &str) -> Vec<Vec<Spot>> {
    rings(&map.scene().regions[map.scene().find(id).unwrap()].outline.path)
}

/// An edge, the same for both directions.
fn both_ways((a, b): (Spot, Spot)) -> (Spot, Spot) {
    (a.min(b), a.max(b))
}

fn drawn_edges(map: &Map, id: &str) -> BTreeSet<(Spot, Spot)> {
    let rings = drawn(map, id);
    rings.iter().flat_map(|ring| edges(ring)).map(both_ways).collect()
}

/// Width and height of the box around a ring.
fn size(ring: &[Spot]) -> (i32, i32) {
    let span = |of: fn(&Spot) -> i32| {
        ring.iter().map(of).max().unwrap() - ring.iter().map(of).min().unwrap()
    };
    (span(|spot| spot.0), span(|spot| spot.1))
}

/// How many separate lines some edges form.
fn lines(edges: &BTreeSet<(Spot, Spot)>) -> usize {
    let mut left: Vec<_> = edges.iter().copied().collect();
    let mut count = 0;
    while let Some((a, b)) = left.pop() {
        count += 1;
        let mut ends = vec![a, b];
        while let Some(end) = ends.pop() {
            let (here, away): (Vec<_>, Vec<_>) =
                left.into_iter().partition(|&(a, b)| a == end || b == end);
            ends.extend(here.into_iter().flat_map(|(a, b)| [a, b]));
            left = away;
        }
    }
    count
}

#[test]
fn neighbours_share_their_border_to_the_last_unit() {
    let map = shipped();
    let mut owners: BTreeMap<(Spot, Spot), BTreeSet<&str>> = BTreeMap::new();
    for region in &map.scene().regions {
        for edge in drawn_edges(map, &region.id) {
            owners.entry(edge).or_default().insert(&region.id);
        }
    }
    let shared = owners.values().filter(|ids| ids.len() > 1);
    let pairs: BTreeSet<(&str, &str)> =
        shared.map(|ids| (*ids.first().unwrap(), *ids.last().unwrap())).collect();
    assert_eq!(pairs, BTreeSet::from(BORDERS));
}

#[test]
fn a_border_has_no_gap() {
    let map = shipped();
    for (a, b) in BORDERS {
        let (a_edges, b_edges) = (drawn_edges(map, a), drawn_edges(map, b));
        let shared = a_edges.intersection(&b_edges).copied().collect();
        let expected = match (a, b) {
            // Tierra del Fuego, Alaska.
            ("ARG", "CHL") | ("CAN", "USA") => 2,
            _ => 1,
        };
        assert_eq!(lines(&shared), expected, "{a} and {b}");
    }
}

#[test]
fn the_main_borders_are_long_lines_of_shared_points() {
    let map = shipped();
    for (a, b, least) in [("BRA", "PER", 20), ("CAN", "USA", 80), ("DOM", "HTI", 5)] {
        let shared = drawn_edges(map, a).intersection(&drawn_edges(map, b)).count();
        assert!(shared >= least, "{a} and {b} share {shared} edges");
    }
}

#[test]
fn nothing_smears() {
    let map = shipped();
    let limit = map.scene().width / LONGEST_EDGE;
    for region in &map.scene().regions {
        for (a, b) in rings(&region.outline.path).iter().flat_map(|ring| edges(ring)) {
            let length = (a.0 - b.0).abs().max((a.1 - b.1).abs());
            assert!(length <= limit, "{}: an edge from {a:?} to {b:?}", region.id);
        }
    }
}

#[test]
fn the_aleutians_are_small_islands_on_both_sides_of_180_degrees() {
    let atlas = Atlas::parse(AMERICAS).unwrap();
    let usa = atlas.features.iter().find(|feature| feature.id == "USA").unwrap();
    let outer = usa.polygons.iter().map(|polygon| &polygon[0]);
    let (mut east, mut west) = (0, 0);
    for ring in outer {
        let lons = || ring.iter().map(|position| position.lon);
        let (min, max) = (lons().fold(f64::MAX, f64::min), lons().fold(f64::MIN, f64::max));
        assert!(max - min < 180.0, "a ring goes from {min}° to {max}°");
        east += usize::from(min > 170.0);
        west += usize::from(max < -170.0);
    }
    assert!(east >= 4 && west >= 6, "{east} east of 180°, {west} west of it");
    // Alaska with its peninsula ends at 168° W, so whatever lies left of it is an island.
    let map = shipped();
    let rings = drawn(map, "USA");
    let left = |ring: &Vec<Spot>| ring.iter().map(|spot| spot.0).min().unwrap();
    let alaska = rings.iter().filter(|ring| size(ring).0 > 500).map(left).min().unwrap();
    let islands: Vec<_> = rings.iter().filter(|ring| left(ring) < alaska).collect();
    assert!(islands.len() >= 8, "{} islands", islands.len());
    for island in islands {
        let (width, height) = size(island);
        assert!(width.max(height) < map.scene().width / 50, "{width} by {height}");
    }
}

#[test]
fn the_antarctic_is_not_on_the_map() {
    let atlas = Atlas::parse(AMERICAS).unwrap();
    for feature in &atlas.features {
        let mut positions = feature.polygons.iter().flatten().flatten();
        assert!(positions.all(|position| position.lat > -57.0), "{}", feature.id);
    }
    assert!(atlas.features.iter().all(|feature| feature.id != "ATA"));
}

#[test]
fn areas_on_the_map_are_those_on_the_globe() {
    // Square kilometres from the CIA World Factbook; simplified outlines keep them within 3 %.
    let map = shipped();
    let area = |id: &str| {
        let sum: i64 = drawn(map, id).iter().map(|ring| double_area(ring)).sum();
        #[expect(clippy::cast_precision_loss, reason = "a drawing has few square units")]
        let area = sum.unsigned_abs() as f64;
        area
    };
    let brazil = area("BRA") / 8_515_770.0;
    for (id, km2) in [("GRL", 2_166_086.0), ("ARG", 2_780_400.0), ("MEX", 1_964_375.0)] {
        let ratio = area(id) / km2 / brazil;
        assert!((ratio - 1.0).abs() < 0.03, "{id} is drawn {ratio} times as large as Brazil");
    }
}

#[test]
fn everything_lies_inside_the_picture_and_no_state_is_empty() {
    let map = shipped();
    for region in &map.scene().regions {
        let (min, max) = (region.outline.min, region.outline.max);
        assert!(min.x >= 0 && min.y >= 0, "{}", region.id);
        assert!(max.x <= map.scene().width && max.y <= map.scene().height, "{}", region.id);
    }
    for id in STATES {
        assert!(drawn(map, id).iter().any(|ring| double_area(ring) != 0), "{id} has no area");
    }
}

fn positions(feature: &Feature) -> Vec<Vec<Vec<[f64; 2]>>> {
    let ring = |ring: &Vec<_>| ring.iter().map(lon_lat).collect();
    feature.polygons.iter().map(|rings| rings.iter().map(ring).collect()).collect()
}

fn lon_lat(position: &summit_map::projection::LonLat) -> [f64; 2] {
    [position.lon, position.lat]
}

#[test]
fn the_geojson_crate_reads_the_same_features_and_positions() {
    let text = std::str::from_utf8(AMERICAS).unwrap();
    let theirs = geojson::FeatureCollection::try_from(text.parse::<GeoJson>().unwrap()).unwrap();
    let ours = Atlas::parse(AMERICAS).unwrap();
    assert_eq!((ours.features.len(), ours.skipped), (theirs.features.len(), 0));
    let mut compared = 0;
    for (our, their) in ours.features.iter().zip(&theirs.features) {
        assert_eq!(their.id, Some(geojson::feature::Id::String(our.id.clone())));
        assert_eq!(their.property("name").and_then(|name| name.as_str()), Some(our.name.as_str()));
        let plain = |rings: &geojson::PolygonType| -> Vec<Vec<[f64; 2]>> {
            let ring = |ring: &Vec<geojson::Position>| ring.iter().map(|p| [p[0], p[1]]).collect();
            rings.iter().map(ring).collect()
        };
        let geometry = &their.geometry.as_ref().unwrap().value;
        let their_positions: Vec<_> = if let GeometryValue::Polygon { coordinates } = geometry {
            vec![plain(coordinates)]
        } else if let GeometryValue::MultiPolygon { coordinates } = geometry {
            coordinates.iter().map(plain).collect()
        } else {
            Vec::new()
        };
        assert_eq!(positions(our), their_positions, "{}", our.id);
        compared += their_positions.iter().flatten().flatten().count();
    }
    assert!(compared > 4_500, "{compared} positions");
}
