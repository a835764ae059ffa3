//! The shipped map files: what RFC 7946 asks for, the standard crate agrees, and both belong together.

use super::common::{AMERICAS, AMERICAS_FINE, STATES, UnitPoint, double_area, thousandths};
use crate::data::features::{Feature, Features};
use crate::geo::projection::LonLat;
use geojson::{FeatureCollection, GeoJson, GeometryValue, PolygonType};

/// Half of the world's circumference, in thousandths of a degree.
const HALF_TURN: i32 = 180_000;

/// Each file with the positions it has at least.
const FILES: [(&[u8], usize); 2] = [(AMERICAS, 3_500), (AMERICAS_FINE, 45_000)];

fn both() -> [Features; 2] {
    FILES.map(|(bytes, _)| Features::parse(bytes).unwrap())
}

fn standard(bytes: &[u8]) -> FeatureCollection {
    let text = std::str::from_utf8(bytes).unwrap();
    FeatureCollection::try_from(text.parse::<GeoJson>().unwrap()).unwrap()
}

/// The polygons of a feature as the standard crate has them.
fn polygons(feature: &geojson::Feature) -> Vec<PolygonType> {
    let geometry = &feature.geometry.as_ref().unwrap().value;
    if let GeometryValue::Polygon { coordinates } = geometry {
        vec![coordinates.clone()]
    } else if let GeometryValue::MultiPolygon { coordinates } = geometry {
        coordinates.clone()
    } else {
        Vec::new()
    }
}

fn positions(map: &Features, feature: &Feature) -> Vec<Vec<Vec<[f64; 2]>>> {
    let ring = |ring: Vec<LonLat>| turned(ring.iter().map(|p| [p.lon, p.lat]).collect());
    let polygons = map.polygons(feature).into_iter();
    polygons.map(|rings| rings.into_iter().map(ring).collect()).collect()
}

/// A closed ring that begins at its smallest position.
fn turned(mut ring: Vec<[f64; 2]>) -> Vec<[f64; 2]> {
    ring.pop();
    let first = (0..ring.len()).min_by(|&a, &b| ring[a].partial_cmp(&ring[b]).unwrap());
    ring.rotate_left(first.unwrap());
    ring
}

/// The outer rings of a feature, in thousandths of a degree.
fn outer(map: &Features, feature: &Feature) -> Vec<Vec<UnitPoint>> {
    map.polygons(feature).iter().map(|polygon| thousandths(&polygon[0])).collect()
}

/// The box around a ring: west, south, east, north in thousandths of a degree.
fn bounds(ring: &[UnitPoint]) -> [i32; 4] {
    let (lons, lats) = (|| ring.iter().map(|spot| spot.0), || ring.iter().map(|spot| spot.1));
    let (west, east) = (lons().min().unwrap(), lons().max().unwrap());
    [west, lats().min().unwrap(), east, lats().max().unwrap()]
}

/// The box around the largest polygon of a feature.
fn main_bounds(map: &Features, feature: &Feature) -> [i32; 4] {
    bounds(&outer(map, feature).into_iter().max_by_key(|ring| double_area(ring).abs()).unwrap())
}

#[test]
fn the_geojson_crate_reads_the_same_features_and_positions() {
    for (bytes, least) in FILES {
        let (theirs, ours) = (standard(bytes), Features::parse(bytes).unwrap());
        assert_eq!((ours.features.len(), ours.skipped), (theirs.features.len(), 0));
        let mut compared = 0;
        for (our, their) in ours.features.iter().zip(&theirs.features) {
            assert_eq!(their.id, Some(geojson::feature::Id::String(our.id.clone())));
            let name = their.property("name").and_then(|name| name.as_str());
            assert_eq!(name, Some(our.name.as_str()));
            let plain =
                |ring: &Vec<geojson::Position>| turned(ring.iter().map(|p| [p[0], p[1]]).collect());
            let plain = |rings: &PolygonType| rings.iter().map(plain).collect::<Vec<Vec<_>>>();
            let their_positions: Vec<_> = polygons(their).iter().map(plain).collect();
            assert_eq!(positions(&ours, our), their_positions, "{}", our.id);
            compared += their_positions.iter().flatten().flatten().count();
        }
        assert!(compared > least, "{compared} positions");
    }
}

#[test]
fn every_ring_is_closed_wound_and_on_one_side_of_180_degrees() {
    for (bytes, _) in FILES {
        // Read by the crate, for our own reader closes what is open.
        for (feature, rings) in standard(bytes).features.iter().map(|f| (f, polygons(f).concat())) {
            let id = feature.id.as_ref().unwrap();
            for ring in rings {
                assert!(ring.len() >= 4 && ring.first() == ring.last(), "{id:?}: {ring:?}");
            }
        }
        let map = Features::parse(bytes).unwrap();
        for feature in &map.features {
            let polygons = map.polygons(feature);
            for (index, ring) in polygons.iter().flat_map(|p| p.iter().enumerate()) {
                let ring = thousandths(ring);
                let [west, south, east, north] = bounds(&ring);
                assert!(west >= -HALF_TURN && east <= HALF_TURN, "{}", feature.id);
                assert!(east - west < HALF_TURN, "{} crosses 180°", feature.id);
                // From the South Sandwich Islands, which are left out, to the North Pole.
                assert!(south > -57_000 && north < 90_000, "{}", feature.id);
                assert_eq!(double_area(&ring) > 0, index == 0, "{}: {ring:?}", feature.id);
            }
        }
    }
}

#[test]
fn both_files_have_the_same_regions_in_the_same_order() {
    let [coarse, fine] = both();
    let of = |atlas: &Features| -> Vec<(String, String)> {
        atlas.features.iter().map(|f| (f.id.clone(), f.name.clone())).collect()
    };
    assert_eq!(of(&coarse), of(&fine));
    assert_eq!(coarse.features.len(), 58);
    for atlas in [&coarse, &fine] {
        assert!(STATES.iter().all(|id| atlas.features.iter().any(|f| f.id == *id)));
        assert!(atlas.features.iter().all(|feature| feature.id != "ATA"));
    }
}

/// Holds for a territory cut out of its sovereign too: the wrong polygon lies elsewhere.
#[test]
fn every_region_lies_in_the_same_place_in_both_files() {
    let maps = both();
    let [coarse, fine] = &maps;
    for (coarse, fine) in coarse.features.iter().zip(&fine.features) {
        let [a, b] = [main_bounds(&maps[0], coarse), main_bounds(&maps[1], fine)];
        let [west, south, east, north] = a;
        // A coarse outline has cut corners, and its grid is up to 50 thousandths.
        let allowed = (east - west).max(north - south) / 6 + 40;
        let center =
            |[west, south, east, north]: [i32; 4]| [(west + east) / 2, (south + north) / 2];
        let ([ax, ay], [bx, by]) = (center(a), center(b));
        assert!((ax - bx).abs().max((ay - by).abs()) <= allowed, "{}: {a:?} {b:?}", fine.id);
    }
}

#[test]
fn the_finer_file_loses_no_island_and_gains_those_that_are_named_here() {
    let [coarse, fine] = both();
    for (coarse, fine) in coarse.features.iter().zip(&fine.features) {
        assert!(fine.polygons.len() >= coarse.polygons.len(), "{}", fine.id);
    }
    let islands = [
        ("GRD", "Carriacou", (-61_460, 12_480)),
        ("VCT", "Bequia", (-61_240, 13_010)),
        ("VCT", "Union Island", (-61_430, 12_600)),
        ("ATG", "Barbuda", (-61_790, 17_630)),
        ("KNA", "Nevis", (-62_580, 17_150)),
        ("TTO", "Tobago", (-60_690, 11_230)),
        ("BHS", "San Salvador", (-74_500, 24_050)),
        ("BHS", "Great Inagua", (-73_300, 21_080)),
        ("BLZ", "Turneffe", (-87_870, 17_330)),
        ("COL", "San Andrés", (-81_710, 12_550)),
        ("ECU", "San Cristóbal", (-89_430, -820)),
        ("GLP", "La Désirade", (-61_050, 16_320)),
        ("CYM", "Cayman Brac", (-79_800, 19_720)),
    ];
    for (id, name, (x, y)) in islands {
        let feature = fine.features.iter().find(|feature| feature.id == id).unwrap();
        let holds = |ring: &Vec<UnitPoint>| {
            let [west, south, east, north] = bounds(ring);
            // A small island, so no box of a mainland will do.
            east - west < 1_500 && (west..=east).contains(&x) && (south..=north).contains(&y)
        };
        let mut outer = outer(&fine, feature).into_iter();
        assert!(outer.any(|ring| holds(&ring)), "{id} has no {name}");
    }
}
