//! The shipped maps as files and as drawn: borders shared, nothing smeared, all in the picture.

use super::common::{
    AMERICAS, AMERICAS_FINE, STATES, UnitPoint, double_area, edges, fine, rings, shipped,
    thousandths,
};
use crate::Map;
use crate::data::features::Features;
use std::collections::{BTreeMap, BTreeSet};

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
/// No drawn edge is longer than this share of the width: long edges get points in between, of which
/// those stay that bend the line by half a pixel.
const LONGEST_EDGE: i32 = 30;

fn drawn(map: &Map, id: &str) -> Vec<Vec<UnitPoint>> {
    rings(&map.scene().regions[map.scene().find(id).unwrap()].outline.path)
}

/// An edge, the same for both directions.
fn both_ways((a, b): (UnitPoint, UnitPoint)) -> (UnitPoint, UnitPoint) {
    (a.min(b), a.max(b))
}

type Edges = BTreeSet<(UnitPoint, UnitPoint)>;
type Borders<'a> = BTreeMap<(&'a str, &'a str), Edges>;

/// The edges that two regions have in common.
fn borders<'a>(regions: impl Iterator<Item = (&'a str, Vec<Vec<UnitPoint>>)>) -> Borders<'a> {
    let mut owners: BTreeMap<(UnitPoint, UnitPoint), BTreeSet<&str>> = BTreeMap::new();
    for (id, rings) in regions {
        for edge in rings.iter().flat_map(|ring| edges(ring)).map(both_ways) {
            owners.entry(edge).or_default().insert(id);
        }
    }
    let mut borders = Borders::new();
    for (edge, ids) in owners.into_iter().filter(|(_, ids)| ids.len() > 1) {
        let pair = (*ids.first().unwrap(), *ids.last().unwrap());
        borders.entry(pair).or_default().insert(edge);
    }
    borders
}

fn drawn_borders(map: &Map) -> Borders<'_> {
    borders(map.scene().regions.iter().map(|region| (region.id.as_str(), drawn(map, &region.id))))
}

fn written_borders(atlas: &Features) -> Borders<'_> {
    let rings = |feature: &_| {
        atlas.polygons(feature).iter().flatten().map(|ring| thousandths(ring)).collect()
    };
    borders(atlas.features.iter().map(|f| (f.id.as_str(), rings(f))))
}

/// Width and height of the box around a ring.
fn size(ring: &[UnitPoint]) -> (i32, i32) {
    let span = |of: fn(&UnitPoint) -> i32| {
        ring.iter().map(of).max().unwrap() - ring.iter().map(of).min().unwrap()
    };
    (span(|spot| spot.0), span(|spot| spot.1))
}

/// How many separate lines some edges form.
fn lines(edges: &Edges) -> usize {
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

/// Borders that are more than one line: in both maps, and in the finer one. Boundary Bay and an
/// inlet of Tierra del Fuego are too small for the coarse one.
const LINES: [((&str, &str), [usize; 2]); 2] = [(("ARG", "CHL"), [2, 3]), (("CAN", "USA"), [2, 3])];

fn assert_all_borders(borders: &Borders<'_>, which: usize) {
    let pairs: BTreeSet<(&str, &str)> = borders.keys().copied().collect();
    assert_eq!(pairs, BTreeSet::from(BORDERS));
    for (pair, edges) in borders {
        let known = LINES.iter().find(|(known, _)| known == pair);
        let expected = known.map_or(1, |(_, lines)| lines[which]);
        assert_eq!(lines(edges), expected, "{pair:?}");
    }
}

#[test]
fn neighbours_share_their_border_to_the_last_unit_and_without_a_gap() {
    assert_all_borders(&drawn_borders(shipped()), 0);
}

#[test]
fn neighbours_share_their_border_in_both_files() {
    for (which, bytes) in [AMERICAS, AMERICAS_FINE].into_iter().enumerate() {
        assert_all_borders(&written_borders(&Features::parse(bytes).unwrap()), which);
    }
}

#[test]
fn the_main_borders_are_long_lines_of_shared_points() {
    let fine = Features::parse(AMERICAS_FINE).unwrap();
    let pairs = [("BRA", "PER"), ("CAN", "USA"), ("DOM", "HTI")];
    for (borders, least) in
        [(drawn_borders(shipped()), [12, 60, 3]), (written_borders(&fine), [100, 250, 50])]
    {
        for (pair, least) in pairs.iter().zip(least) {
            let shared = borders[pair].len();
            assert!(shared >= least, "{pair:?} share {shared} edges");
        }
    }
}

#[test]
fn nothing_smears() {
    let limit = shipped().scene().width / LONGEST_EDGE;
    for region in shipped().scene().regions.iter().chain(&fine().scene().regions) {
        for (a, b) in rings(&region.outline.path).iter().flat_map(|ring| edges(ring)) {
            let length = (a.0 - b.0).abs().max((a.1 - b.1).abs());
            assert!(length <= limit, "{}: an edge from {a:?} to {b:?}", region.id);
        }
    }
}

#[test]
fn the_aleutians_are_small_islands_on_both_sides_of_180_degrees() {
    for bytes in [AMERICAS, AMERICAS_FINE] {
        let atlas = Features::parse(bytes).unwrap();
        let usa = atlas.features.iter().find(|feature| feature.id == "USA").unwrap();
        let polygons = atlas.polygons(usa);
        let outer = polygons.iter().map(|polygon| &polygon[0]);
        let (mut east, mut west) = (0, 0);
        for ring in outer {
            let lons = || ring.iter().map(|position| position.lon);
            let (min, max) = (lons().fold(f64::MAX, f64::min), lons().fold(f64::MIN, f64::max));
            assert!(max - min < 180.0, "a ring goes from {min}° to {max}°");
            east += usize::from(min > 170.0);
            west += usize::from(max < -170.0);
        }
        assert!(east >= 4 && west >= 6, "{east} east of 180°, {west} west of it");
    }
}

#[test]
fn whatever_lies_left_of_alaska_is_an_island() {
    for map in [shipped(), fine()] {
        // Alaska with its peninsula ends at 168° W.
        let rings = drawn(map, "USA");
        let left = |ring: &Vec<UnitPoint>| ring.iter().map(|spot| spot.0).min().unwrap();
        let alaska = rings.iter().filter(|ring| size(ring).0 > 500).map(left).min().unwrap();
        let islands: Vec<_> = rings.iter().filter(|ring| left(ring) < alaska).collect();
        assert!(islands.len() >= 8, "{} islands", islands.len());
        for island in islands {
            let (width, height) = size(island);
            assert!(width.max(height) < map.scene().width / 50, "{width} by {height}");
        }
    }
}

fn area(map: &Map, id: &str) -> f64 {
    let sum: i64 = drawn(map, id).iter().map(|ring| double_area(ring)).sum();
    #[expect(clippy::cast_precision_loss, reason = "a drawing has few square units")]
    let area = sum.unsigned_abs() as f64;
    area
}

#[test]
fn areas_on_the_map_are_those_on_the_globe() {
    // Square kilometres from the CIA World Factbook; simplified outlines keep them within 3 %.
    for map in [shipped(), fine()] {
        let brazil = area(map, "BRA") / 8_515_770.0;
        for (id, km2) in [("GRL", 2_166_086.0), ("ARG", 2_780_400.0), ("MEX", 1_964_375.0)] {
            let ratio = area(map, id) / km2 / brazil;
            assert!((ratio - 1.0).abs() < 0.03, "{id} is drawn {ratio} times as large as Brazil");
        }
    }
}

#[test]
fn what_the_inset_enlarges_has_nearly_the_shapes_of_the_finer_map() {
    for id in ["BLZ", "CRI", "CUB", "DOM", "HTI", "JAM", "PAN", "PRI"] {
        let ratio = area(shipped(), id) / area(fine(), id);
        assert!((ratio - 1.0).abs() < 0.03, "{id} is drawn {ratio} times as large");
    }
}

/// Parts of a state with less than this of its area, in thousandths, may lie beside the picture.
const LEAST_PART: i64 = 4;

#[test]
fn all_large_parts_of_a_state_lie_inside_the_picture_and_no_state_is_empty() {
    for map in [shipped(), fine()] {
        let (width, height) = (map.scene().width, map.scene().height);
        for id in STATES {
            let rings = drawn(map, id);
            let all: i64 = rings.iter().map(|ring| double_area(ring).abs()).sum();
            assert!(all > 0, "{id} has no area");
            let is_large = |ring: &&Vec<_>| double_area(ring).abs() * 1000 >= all * LEAST_PART;
            for &(x, y) in rings.iter().filter(is_large).flatten() {
                let is_inside = (0..=width).contains(&x) && (0..=height).contains(&y);
                assert!(is_inside, "{id} reaches {x}, {y}");
            }
        }
    }
}

/// A reader who zooms in sees the same place, so neither map may reach further than the other.
#[test]
fn both_maps_fill_the_same_picture() {
    let edges = |map: &Map| {
        let outlines = || map.scene().regions.iter().map(|region| &region.outline);
        let left = outlines().map(|outline| outline.min.x).min().unwrap();
        let right = outlines().map(|outline| outline.max.x).max().unwrap();
        let top = outlines().map(|outline| outline.min.y).min().unwrap();
        [left, right, top, outlines().map(|outline| outline.max.y).max().unwrap()]
    };
    for (coarse, fine) in edges(shipped()).into_iter().zip(edges(fine())) {
        // An islet of a quarter of a square pixel is drawn by the map on which it is larger.
        assert!((coarse - fine).abs() < 30, "{coarse} and {fine} units");
    }
    for coarse in &shipped().scene().regions {
        let fine = &fine().scene().regions[fine().scene().find(&coarse.id).unwrap()];
        let (a, b) = (coarse.outline.center, fine.outline.center);
        let apart = (a.x - b.x).abs().max((a.y - b.y).abs());
        assert!(apart < 40, "{} is {apart} units away", coarse.id);
    }
}
