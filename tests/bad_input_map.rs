//! Map files that are wrong: each is refused with a typed error that says what to do, or drawn.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{FACTS, SQUARES, draw, one_feature, one_polygon};

/// Refused maps: what they are, the file, the code, part of the message.
type Case<'a> = (&'a str, Vec<u8>, &'a str, &'a str);

fn refused(cases: &[Case<'_>]) {
    for (name, file, code, part) in cases {
        match draw(file, FACTS) {
            Ok(_) => assert_eq!("drawn", *code, "{name}"),
            Err(error) => {
                let message = error.to_string();
                assert_eq!(error.code(), *code, "{name}: {message}");
                assert!(message.contains(part), "{name}: {message} does not say {part:?}");
                assert!(message.starts_with("map"), "{name}: {message}");
                let has_place = matches!(*code, "syntax" | "invalid");
                assert_eq!(error.place().is_some(), has_place, "{name}: {message}");
            }
        }
    }
}

#[test]
fn other_formats_are_named() {
    refused(&[
        ("no byte", vec![], "empty", "empty"),
        ("white space", b" \r\n\t".to_vec(), "empty", "empty"),
        ("a byte order mark alone", "\u{feff}".into(), "empty", "empty"),
        ("UTF-16LE", b"\xff\xfe{\0}\0".to_vec(), "wrong-format", "UTF-16"),
        ("UTF-16BE", b"\xfe\xff\0{\0}".to_vec(), "wrong-format", "UTF-16"),
        ("Latin-1", b"{\"type\":\"\xe9\"}".to_vec(), "wrong-format", "UTF-8"),
        ("overlong UTF-8", b"{\"a\":\"\xc0\xaf\"}".to_vec(), "wrong-format", "UTF-8"),
        ("gzip", vec![0x1f, 0x8b, 8, 0, 0], "wrong-format", "gzip"),
        ("zstd", vec![0x28, 0xb5, 0x2f, 0xfd, 0], "wrong-format", "UTF-8"),
        ("HTML", b"<!doctype html><title>404".to_vec(), "wrong-format", "HTML"),
        ("HTML after space", b"\n <HTML lang=en>".to_vec(), "wrong-format", "HTML"),
        ("KML", b"<?xml version=\"1.0\"?><kml/>".to_vec(), "wrong-format", "XML"),
        (
            "TopoJSON without objects",
            br#"{"type":"Topology","objects":{},"arcs":[]}"#.to_vec(),
            "nothing-to-draw",
            "Polygon",
        ),
        (
            "TopoJSON that is broken",
            br#"{"arcs":[[[0,0],[9]]],"type":"Topology"}"#.to_vec(),
            "invalid",
            "line 1, column 17",
        ),
        ("FlatGeobuf", b"fgb\x03fgb\x00\x00\x00".to_vec(), "syntax", "column 1"),
    ]);
}

#[test]
fn text_that_is_not_json_is_a_syntax_error_with_its_place() {
    let collection =
        |features: &str| format!(r#"{{"type":"FeatureCollection","features":{features}}}"#);
    for (name, text) in [
        ("NULs", "\0\0\0\0".to_owned()),
        ("CSV", "id,name\nA,Aland\n".to_owned()),
        ("JSONP", format!("callback({SQUARES})")),
        ("a prefix against JSON theft", format!(")]}}'\n{SQUARES}")),
        ("a comma too many", collection("[],")),
        ("a comma too many in a list", collection("[null,]")),
        ("a comment", format!("// map\n{SQUARES}")),
        ("single quotes", "{'type':'FeatureCollection'}".to_owned()),
        ("NaN", SQUARES.replace("-10", "NaN")),
        ("Infinity", SQUARES.replace("-10", "Infinity")),
        ("two documents", format!("{SQUARES}\n{SQUARES}")),
        ("a text sequence of RFC 8142", format!("\u{1e}{SQUARES}\n")),
        ("cut off", SQUARES[..SQUARES.len() - 2].to_owned()),
        ("a line break in a text", SQUARES.replace("Aland", "A\nland")),
        ("a BOM in the middle", SQUARES.replacen(':', ":\u{feff}", 1)),
    ] {
        refused(&[(name, text.into(), "syntax", "line ")]);
    }
}

#[test]
fn json_that_is_no_map_is_refused() {
    refused(&[
        ("null", b"null".to_vec(), "invalid", "needs to be an object"),
        ("true", b"true".to_vec(), "invalid", "needs to be an object"),
        ("a number", b"7".to_vec(), "invalid", "needs to be an object"),
        ("a text", b"\"FeatureCollection\"".to_vec(), "invalid", "needs to be an object"),
        ("a list", b"[]".to_vec(), "invalid", "needs to be an object"),
        ("an empty object", b"{}".to_vec(), "invalid", "not GeoJSON"),
        (
            "Esri JSON",
            br#"{"geometryType":"esriGeometryPolygon","features":[]}"#.to_vec(),
            "invalid",
            "not GeoJSON",
        ),
        ("OSM JSON", br#"{"version":0.6,"elements":[]}"#.to_vec(), "invalid", "not GeoJSON"),
        (
            "type as a number",
            br#"{"type":1,"features":[]}"#.to_vec(),
            "invalid",
            "text in double quotes",
        ),
        (
            "lower-case type",
            br#"{"type":"featurecollection","features":[]}"#.to_vec(),
            "invalid",
            "FeatureCollection",
        ),
        (
            "a bare point",
            br#"{"type":"Point","coordinates":[]}"#.to_vec(),
            "invalid",
            "FeatureCollection",
        ),
        (
            "a bare polygon",
            br#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#.to_vec(),
            "invalid",
            "FeatureCollection",
        ),
        (
            "no features",
            br#"{"type":"FeatureCollection"}"#.to_vec(),
            "invalid",
            "needs \"features\"",
        ),
        (
            "features null",
            br#"{"type":"FeatureCollection","features":null}"#.to_vec(),
            "invalid",
            "needs \"features\"",
        ),
        (
            "features as an object",
            br#"{"type":"FeatureCollection","features":{}}"#.to_vec(),
            "invalid",
            "list",
        ),
        (
            "a feature null",
            br#"{"type":"FeatureCollection","features":[null]}"#.to_vec(),
            "invalid",
            "object",
        ),
        (
            "a feature as a number",
            br#"{"type":"FeatureCollection","features":[5]}"#.to_vec(),
            "invalid",
            "object",
        ),
        (
            "an empty collection",
            br#"{"type":"FeatureCollection","features":[]}"#.to_vec(),
            "nothing-to-draw",
            "Polygon",
        ),
        (
            "a collection in a collection",
            format!(r#"{{"type":"FeatureCollection","features":[{SQUARES}]}}"#).into(),
            "nothing-to-draw",
            "Polygon",
        ),
    ]);
}

#[test]
fn features_without_a_polygon_are_nothing_to_draw() {
    for geometry in [
        "null",
        r#"{"type":"Point","coordinates":[]}"#,
        r#"{"type":"Point","coordinates":[0,0]}"#,
        r#"{"type":"LineString","coordinates":[[0,0],[1,1]]}"#,
        r#"{"type":"GeometryCollection","geometries":[]}"#,
        r#"{"type":"CurvePolygon","coordinates":[]}"#,
        r#"{"type":"Polygon","coordinates":[]}"#,
        r#"{"type":"MultiPolygon","coordinates":[]}"#,
        r#"{"type":"MultiPolygon","coordinates":[[]]}"#,
        r#"{"type":"Polygon","coordinates":[[[1,1],[1,1],[1,1],[1,1]]]}"#,
    ] {
        refused(&[(geometry, one_feature(geometry).into(), "nothing-to-draw", "Polygon")]);
    }
}

#[test]
fn rings_that_are_no_rings_are_refused() {
    for (rings, part) in [
        ("[[]]", "0 positions, needs 4"),
        ("[[[]]]", "1 positions, needs 4"),
        ("[[[0,0]]]", "1 positions, needs 4"),
        ("[[[0,0],[1,0],[0,0]]]", "3 positions, needs 4"),
        ("[[[0],[1],[1],[0]]]", "fewer than 2 numbers"),
        ("[[[],[],[],[]]]", "fewer than 2 numbers"),
        ("[[0,0],[1,0],[1,1],[0,0]]", "wrong type"),
        ("[[[[0,0],[1,0],[1,1],[0,0]]]]", "wrong type"),
        (r#"[[["0","0"],["1","0"],["1","1"],["0","0"]]]"#, "wrong type"),
        ("[[[null,0],[1,0],[1,1],[0,0]]]", "wrong type"),
        ("[[null,[1,0],[1,1],[0,0]]]", "wrong type"),
        ("[[{},[1,0],[1,1],[0,0]]]", "wrong type"),
        ("[[[true,0],[1,0],[1,1],[0,0]]]", "wrong type"),
        (r#""0,0 1,0 1,1""#, "wrong type"),
        ("{}", "wrong type"),
        ("7", "wrong type"),
        ("null", "needs \"coordinates\""),
    ] {
        refused(&[(rings, one_polygon(rings).into(), "invalid", part)]);
    }
    let mismatch = r#"{"type":"MultiPolygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#;
    refused(&[("a multipolygon of rings", one_feature(mismatch).into(), "invalid", "wrong type")]);
    refused(&[("no type", one_feature("{}").into(), "invalid", "needs \"type\"")]);
    refused(&[("a list", one_feature("[]").into(), "invalid", "object")]);
}

#[test]
fn positions_off_the_globe_are_refused() {
    for number in ["1e999", "-1e999", "1e308", "500000", "361", "-360.5", "9007199254740993"] {
        let rings = format!("[[[{number},0],[1,0],[1,1],[0,0]]]");
        refused(&[(number, one_polygon(&rings).into(), "invalid", "WGS 84")]);
    }
    for number in ["91", "-90.0001", "1e999"] {
        let rings = format!("[[[0,{number}],[1,0],[1,1],[0,0]]]");
        refused(&[(number, one_polygon(&rings).into(), "invalid", "WGS 84")]);
    }
}

#[test]
fn ids_and_properties_of_a_wrong_type_are_refused() {
    for (from, to) in [
        (r#""id":"A""#, r#""id":true"#),
        (r#""id":"A""#, r#""id":{}"#),
        (r#""id":"A""#, r#""id":["A"]"#),
        (r#"{"name":"Aland"}"#, "[]"),
        (r#"{"name":"Aland"}"#, r#""Aland""#),
        (r#""name":"Aland""#, r#""name":{"en":"Aland"}"#),
    ] {
        assert!(SQUARES.contains(from));
        refused(&[(to, SQUARES.replace(from, to).into(), "invalid", "needs to be")]);
    }
}

#[test]
fn one_bad_ring_names_its_feature_and_line() {
    let broken =
        SQUARES.replace("[[[[0,-5],[10,-5],[10,5],[0,5],[0,-5]]]]", "[[[[0,-5],[10,-5]]]]");
    let error = draw(broken, FACTS).unwrap_err().to_string();
    assert!(error.starts_with("map, line 3, column "), "{error}");
    assert!(error.ends_with("feature 2 (\"B\"): ring has 2 positions, needs 4"), "{error}");
}
