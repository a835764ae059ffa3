//! Files of arcs are what they were made from, and a broken one is an error.

use super::format::MAGIC;
use super::pack;
use crate::data::features::Features;

const COARSE: &[u8] = include_bytes!("../../../data/americas.geojson");
const FINE: &[u8] = include_bytes!("../../../data/americas-fine.geojson");
const SQUARES: &[u8] = br#"{"type":"FeatureCollection","features":[
{"type":"Feature","id":"A","properties":{"name":"Aland"},"geometry":{"type":"Polygon","coordinates":[[[-10.5,-5],[0,-5],[0,5],[-10.5,5],[-10.5,-5]]]}},
{"type":"Feature","id":7,"properties":{},"geometry":{"type":"Polygon","coordinates":[[[0,-5],[10,-5],[10,5],[0,5],[0,-5]],[[2,2],[4,2],[4,4],[2,2]]]}}]}"#;

#[test]
fn a_packed_map_is_the_map() {
    for map in [SQUARES, COARSE, FINE] {
        let packed = pack(map).expect("a map");
        assert!(packed.len() * 2 < map.len());
        assert_eq!(Features::parse(&packed), Features::parse(map));
    }
}

#[test]
fn packing_twice_is_packing_once() {
    let once = pack(SQUARES).expect("a map");
    assert_eq!(pack(&once), Ok(once));
}

#[test]
fn finer_positions_are_moved_by_half_a_metre_at_most() {
    let map = String::from_utf8_lossy(SQUARES).replace("-10.5", "-10.123456789");
    let packed = Features::parse(&pack(map.as_bytes()).expect("a map")).expect("arcs");
    let least = packed.topology.arcs.points().iter().map(|p| p.lon).fold(0.0, f64::min);
    assert_eq!(least, -10.12346);
}

#[test]
fn a_broken_file_is_an_error_and_no_crash() {
    let packed = pack(SQUARES).expect("a map");
    for end in MAGIC.len()..packed.len() {
        let cut = packed.get(..end).expect("a part");
        assert!(Features::parse(cut).is_err_and(|error| error.code() == "wrong-format"), "{end}");
    }
    for at in MAGIC.len()..packed.len() {
        for byte in [0, 1, 0x7f, 0x80, 0xff] {
            let mut changed = packed.clone();
            changed[at] = byte;
            if let Ok(features) = Features::parse(&changed) {
                assert!(features.features.len() < packed.len());
            }
        }
    }
    assert!(Features::parse(&[&packed[..], &[0]].concat()).is_err(), "a byte too many");
}

#[test]
fn a_map_that_is_on_a_plane_already_is_refused() {
    let map = String::from_utf8_lossy(SQUARES).replace("-10.5", "-1000.5");
    let error = pack(map.as_bytes()).unwrap_err().to_string();
    assert!(error.contains("feature 1 (\"A\"): position is not longitude and latitude"), "{error}");
    assert!(error.contains("draw GeoJSON as it is, with \"projection\": \"identity\""), "{error}");
}

#[test]
fn the_way_back_to_where_an_island_begins_is_not_written() {
    let island = br#"{"type":"Feature","id":"A","properties":{},"geometry":{"type":"Polygon",
"coordinates":[[[20,10],[30,10],[30,20],[20,10]]]}}"#;
    let after_magic = [
        [1, 1, 1].as_slice(),    // units a degree, features, arcs
        &[1, b'A', 0],           // id, no name
        &[1, 1, 1, 0],           // polygon, ring, arc, and which
        &[2 << 1, 7 << 1, 4, 2], // two ways, steps of ten and closed, first position in steps
        &[2, 0, 0, 2],           // ways
    ];
    let packed = pack(island).expect("a map");
    assert_eq!(packed.strip_prefix(MAGIC), Some(after_magic.concat().as_slice()));
}
