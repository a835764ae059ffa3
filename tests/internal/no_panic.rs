//! No file makes the reader panic, hang or overflow: cut, changed, spliced, deep and huge ones.

use super::common::{AMERICAS, FACTS, Random, SQUARES, SUMMIT, draw, one_feature, one_polygon};
use crate::data::facts::Facts;
use crate::data::features::Features;
use crate::render::xml;

/// Draws all there is to draw, or gets an error with a message and a place inside the file.
fn try_all(map: &[u8], facts: &[u8]) -> bool {
    match draw(map, facts) {
        Ok(map) => {
            let text = xml::text(&map.figure()) + &xml::text(&map.fact_list());
            assert!(!text.contains("NaN"));
            for index in 0..map.scene().regions.len() {
                assert!(map.entry(index).is_some());
            }
            true
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            let lines =
                map.split(|&b| b == b'\n').count().max(facts.split(|&b| b == b'\n').count());
            assert!(error.place().is_none_or(|p| p.line <= lines && p.column >= 1), "{error}");
            false
        }
    }
}

#[test]
fn the_shipped_map_cut_at_every_64th_byte_is_an_error() {
    for end in (0..AMERICAS.len() - 4).step_by(64) {
        let error = Features::parse(&AMERICAS[..end]).unwrap_err();
        assert!(["syntax", "empty", "wrong-format"].contains(&error.code()), "at {end}: {error}");
    }
}

#[test]
fn the_shipped_facts_cut_at_every_64th_byte_are_an_error() {
    for end in (0..SUMMIT.len() - 4).step_by(64) {
        let error = Facts::parse(&SUMMIT[..end]).unwrap_err();
        // A cut inside a character is no UTF-8.
        assert!(["syntax", "empty", "wrong-format"].contains(&error.code()), "at {end}: {error}");
    }
}

/// Bytes that mean something in JSON are more likely to lead somewhere than others.
const TELLING: &[u8] = b"{}[]\",:\\0123456789eE.+-ntf \n\0\x7f\x80\xc3\xff<&";

fn mutate(random: &mut Random, file: &str) -> Vec<u8> {
    let mut file = file.as_bytes().to_vec();
    let at = random.below(file.len());
    match random.below(4) {
        0 => file[at] = TELLING[random.below(TELLING.len())],
        1 => file[at] = u8::try_from(random.below(256)).unwrap(),
        2 => {
            file.remove(at);
        }
        _ => file.insert(at, TELLING[random.below(TELLING.len())]),
    }
    file
}

/// The beginning of one file and the end of another.
fn splice(random: &mut Random, one: &str, other: &str) -> Vec<u8> {
    let (end, start) = (random.below(one.len()), random.below(other.len()));
    [&one.as_bytes()[..end], &other.as_bytes()[start..]].concat()
}

#[test]
fn changed_bytes_do_no_harm() {
    let mut random = Random(0x5eed_cafe_f00d_0001);
    let mut read = 0;
    for _ in 0..1000 {
        let (map, facts) = (mutate(&mut random, SQUARES), mutate(&mut random, FACTS));
        let (is_map, is_facts) = (Features::parse(&map).is_ok(), Facts::parse(&facts).is_ok());
        read += usize::from(is_map) + usize::from(is_facts);
        // Drawing takes far longer than reading.
        if is_map && is_facts {
            try_all(&map, &facts);
        }
    }
    // If none were read or all were, the changes would not reach the code behind the reader.
    assert!((200..1800).contains(&read), "{read} of 2000 read");
}

#[test]
fn spliced_files_do_no_harm() {
    let mut random = Random(0x5eed_cafe_f00d_0002);
    for _ in 0..500 {
        try_all(&splice(&mut random, SQUARES, SQUARES), FACTS.as_bytes());
        try_all(SQUARES.as_bytes(), &splice(&mut random, FACTS, FACTS));
        try_all(SQUARES.as_bytes(), &splice(&mut random, FACTS, SQUARES));
    }
}

#[test]
fn random_rings_do_no_harm() {
    let mut random = Random(0x5eed_cafe_f00d_0003);
    let centred = FACTS.replace("\"center\":[0,0],", "");
    for round in 0..60 {
        // Few values, so that points repeat and edges cross.
        let step = [1, 5, 45][round % 3];
        let mut number = |range: usize| {
            (random.below(2 * range / step + 1) * step).cast_signed() - range.cast_signed()
        };
        let mut position = || format!("[{},{}]", number(180), number(90));
        let positions: Vec<String> = (0..4 + round % 8).map(|_| position()).collect();
        let map = one_polygon(&format!("[[{}]]", positions.join(",")));
        try_all(map.as_bytes(), [FACTS, &centred][round % 2].as_bytes());
    }
}

#[test]
fn a_million_brackets_are_an_error_and_no_overflow() {
    let depth = 1_000_000;
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")] {
        for end in ["", "1"] {
            let deep = open.repeat(depth) + end + &close.repeat(depth);
            for text in [deep.clone(), one_polygon(&deep), one_feature(&deep)] {
                let error = Features::parse(text.as_bytes()).unwrap_err();
                assert_eq!(error.code(), "syntax");
                assert!(error.to_string().contains("nested"), "{error}");
                assert!(Facts::parse(text.as_bytes()).is_err());
            }
        }
    }
}

#[test]
fn nested_geometry_collections_are_passed_over() {
    for depth in [1, 5, 25] {
        let geometry = r#"{"type":"GeometryCollection","geometries":["#.repeat(depth)
            + r#"{"type":"Point","coordinates":[0,0]}"#
            + &"]}".repeat(depth);
        let error = Features::parse(one_feature(&geometry).as_bytes()).unwrap_err();
        assert_eq!(error.code(), "nothing-to-draw", "{depth}");
    }
}
