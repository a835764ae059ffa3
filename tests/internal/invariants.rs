//! What must not matter does not: how a file is written, and in which order.

use super::common::{AMERICAS, FACTS, SQUARES, SUMMIT, covered, draw, shipped};
use crate::Map;
use serde_json::Value;
use std::collections::BTreeMap;

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

/// What each region covers, and its name and words.
fn picture(map: &Map) -> BTreeMap<String, (String, String, Vec<Vec<super::common::UnitPoint>>)> {
    let regions = map.scene().regions.iter();
    regions.map(|r| (r.id.clone(), (r.name.clone(), r.words.clone(), covered(r)))).collect()
}

/// Changes every ring of a map.
fn each_ring(map: &mut Value, change: impl Fn(&mut Vec<Value>)) {
    for feature in map["features"].as_array_mut().unwrap() {
        let is_multi = feature["geometry"]["type"] == "MultiPolygon";
        let coordinates = feature["geometry"]["coordinates"].as_array_mut().unwrap();
        let mut polygons: Vec<&mut Value> = Vec::new();
        if is_multi {
            polygons.extend(coordinates.iter_mut().flat_map(|p| p.as_array_mut().unwrap()));
        } else {
            polygons.extend(coordinates.iter_mut());
        }
        for ring in polygons {
            change(ring.as_array_mut().unwrap());
        }
    }
}

fn same_bytes(map: impl AsRef<[u8]>, facts: impl AsRef<[u8]>) {
    let changed = draw(map, facts).unwrap();
    let good = draw(SQUARES, FACTS).unwrap();
    assert_eq!(changed.figure(), good.figure());
    assert_eq!(changed.fact_list(), good.fact_list());
    assert_eq!(changed.svg(), good.svg());
}

#[test]
fn drawing_twice_is_drawing_the_same() {
    assert_eq!(draw(AMERICAS, SUMMIT).unwrap().figure(), shipped().figure());
}

#[test]
fn a_byte_order_mark_does_not_matter() {
    same_bytes(format!("\u{feff}{SQUARES}"), format!("\u{feff}{FACTS}"));
}

#[test]
fn line_ends_and_spaces_do_not_matter() {
    for end in ["\r\n", "\r", "", "\n\n\t "] {
        same_bytes(SQUARES.replace('\n', end), FACTS.replace('\n', end));
    }
    let pretty = |text: &str| serde_json::to_string_pretty(&json(text.as_bytes())).unwrap();
    same_bytes(pretty(SQUARES), FACTS);
}

#[test]
fn the_order_of_members_does_not_matter() {
    let map = r#"{"features":[
{"geometry":{"coordinates":[[[-10,-5],[0,-5],[0,5],[-10,5],[-10,-5]]],"type":"Polygon"},"properties":{"name":"Aland"},"id":"A","type":"Feature"},
{"properties":{"name":"Beland"},"geometry":{"coordinates":[[[[0,-5],[10,-5],[10,5],[0,5],[0,-5]]]],"type":"MultiPolygon"},"type":"Feature","id":"B"}],"type":"FeatureCollection"}"#;
    same_bytes(map, FACTS);
    // Members of the facts, the last part first.
    let body = FACTS.trim_start_matches('{').trim_end_matches('}');
    let claims = body.find("\"claims\"").unwrap();
    let regions = body.find("\"regions\"").unwrap();
    let (head, regions, claims) = (&body[..regions], &body[regions..claims], &body[claims..]);
    let turned = format!("{{{claims}}},", claims = claims.trim_end_matches(']').to_owned() + "]");
    let turned =
        turned.replacen("}]},", "}],", 1) + regions + head.trim_end().trim_end_matches(',') + "}";
    same_bytes(SQUARES, turned);
}

#[test]
fn members_of_the_map_that_mean_nothing_here_do_not_matter() {
    let more = SQUARES
        .replace(
            "\"type\":\"Feature\"",
            "\"type\":\"Feature\",\"bbox\":[1,2,3,4],\"foreign\":{\"a\":[null]}",
        )
        .replace("\"name\"", "\"pop\":7,\"admin\":null,\"name\"")
        .replace(
            "{\"type\":\"FeatureCollection\"",
            "{\"type\":\"FeatureCollection\",\"crs\":null,\"bbox\":[0,0,0,0]",
        )
        .replace("\"coordinates\"", "\"precision\":9,\"coordinates\"");
    assert!(more.len() > SQUARES.len() + 150);
    same_bytes(more, FACTS);
}

#[test]
fn escapes_and_ways_to_write_a_number_do_not_matter() {
    let map = SQUARES
        .replace("Aland", "\\u0041l\\u0061nd")
        .replace("[10,-5]", "[1e1,-5.0]")
        .replace("[10,5]", "[100E-1,0.5e+1]")
        .replace("\"features\"", "\"\\u0066eatures\"");
    same_bytes(map, FACTS.replace("Talks", "T\\u0061lks").replace("[0,0]", "[-0,0.00]"));
}

#[test]
fn heights_do_not_matter() {
    let mut map = json(AMERICAS);
    each_ring(&mut map, |ring| {
        for (height, position) in (0_u32..).zip(ring) {
            position.as_array_mut().unwrap().push(Value::from(height));
        }
    });
    assert_eq!(draw(map.to_string(), SUMMIT).unwrap().svg(), shipped().svg());
}

#[test]
fn where_a_ring_starts_does_not_matter() {
    let mut map = json(AMERICAS);
    each_ring(&mut map, |ring| {
        ring.pop();
        let middle = ring.len() / 2;
        ring.rotate_left(middle);
        ring.push(ring[0].clone());
    });
    assert_eq!(picture(&draw(map.to_string(), SUMMIT).unwrap()), picture(shipped()));
}

#[test]
fn which_way_a_ring_turns_does_not_matter() {
    let mut map = json(AMERICAS);
    each_ring(&mut map, |ring| ring.reverse());
    assert_eq!(picture(&draw(map.to_string(), SUMMIT).unwrap()), picture(shipped()));
}

#[test]
fn the_order_of_features_does_not_matter() {
    let mut map = json(AMERICAS);
    map["features"].as_array_mut().unwrap().reverse();
    assert_eq!(picture(&draw(map.to_string(), SUMMIT).unwrap()), picture(shipped()));
}

#[test]
fn drawn_and_skipped_are_all_features() {
    let point = r#"{"type":"Feature","id":"P","properties":null,"geometry":null},"#;
    let map = SQUARES.replace("\"features\":[", &format!("\"features\":[{}", point.repeat(3)));
    let atlas = crate::data::features::Features::parse(map.as_bytes()).unwrap();
    assert_eq!((atlas.features.len(), atlas.skipped), (2, 3));
}
