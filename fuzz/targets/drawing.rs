//! Shapes of any kind → a drawing.

use super::FACTS;
use super::choices::Choices;
use crate::geo::viewport::Viewport;
use crate::layout::stage::{Arrangement, StageSize};
use crate::render::xml;
use crate::{Map, Options, Point};
use std::fmt::Write;

/// A map of few features, rings and points, which share points and repeat them; drawn whole, then
/// a part of it.
pub(super) fn drawing(bytes: &[u8]) {
    let mut choices = Choices(bytes);
    let facts = match choices.is() {
        true => FACTS.replacen("\"title\"", "\"center\":[-90,10],\"title\"", 1),
        false => FACTS.to_owned(),
    };
    let size = StageSize {
        arrangement: Arrangement::at(choices.below(4)),
        width_px: 200 + 10 * i32::from(choices.byte()),
    };
    let viewport = Viewport {
        middle: Point { x: choices.number(), y: choices.number() },
        zoom: choices.number(),
    };
    let map = collection(&mut choices);
    let Ok(map) = Map::new(map.as_bytes(), facts.as_bytes(), Options::default()) else { return };
    check_plain(&map.svg());
    check_plain(&xml::text(&map.prerendered()));
    assert!(map.draw(&viewport, size).scene.regions.len() <= map.facts().regions.len() + 8);
}

fn collection(choices: &mut Choices<'_>) -> String {
    let mut known: Vec<String> = Vec::new();
    let mut features = Vec::new();
    for id in ["A", "B", "C", "D", "E"] {
        if choices.is_over() {
            break;
        }
        let rings = |choices: &mut Choices<'_>, known: &mut Vec<String>| -> String {
            let rings: Vec<_> = (0..=choices.below(3)).map(|_| ring(choices, known)).collect();
            format!("[{}]", rings.join(","))
        };
        let geometry = match choices.below(4) {
            0 => format!(r#"{{"type":"Polygon","coordinates":{}}}"#, rings(choices, &mut known)),
            1 | 2 => {
                let parts: Vec<_> =
                    (0..=choices.below(4)).map(|_| rings(choices, &mut known)).collect();
                format!(r#"{{"type":"MultiPolygon","coordinates":[{}]}}"#, parts.join(","))
            }
            _ => {
                let inner = rings(choices, &mut known);
                format!(
                    r#"{{"type":"GeometryCollection","geometries":[{{"type":"Polygon","coordinates":{inner}}},{{"type":"Point","coordinates":[0,0]}}]}}"#
                )
            }
        };
        features.push(format!(
            r#"{{"type":"Feature","id":"{id}","properties":{{}},"geometry":{geometry}}}"#
        ));
    }
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

/// A ring, mostly closed. Coordinates are whole steps, or anything.
fn ring(choices: &mut Choices<'_>, known: &mut Vec<String>) -> String {
    let mut points: Vec<String> = Vec::new();
    for _ in 0..3 + choices.below(9) {
        if choices.below(3) == 0 && !known.is_empty() {
            points.push(known.get(choices.below(known.len())).cloned().unwrap_or_default());
            continue;
        }
        let mut text = String::from("[");
        for most in [180, 90] {
            let number = match choices.below(8) {
                0 => choices.number(),
                1 => f64::from(i32::from(choices.byte()) - 128) / 256.0,
                _ => f64::from(i32::from(choices.byte()) - 128) / 128.0 * f64::from(most),
            };
            let _ = write!(text, "{}{number:e}", if most == 90 { "," } else { "" });
        }
        text.push(']');
        known.push(text.clone());
        points.push(text);
    }
    if choices.below(8) != 0 {
        points.extend(points.first().cloned());
    }
    format!("[{}]", points.join(","))
}

/// What stands between the numbers of a path.
const LETTERS: [char; 8] = ['M', 'm', 'l', 'h', 'v', 'a', 'z', ','];

/// Every number of a drawing is a plain one: no exponent, no letters, nothing beyond what an `i32`
/// of units holds.
pub(crate) fn check_plain(markup: &str) {
    for name in
        ["d", "x", "y", "width", "height", "viewBox", "cx", "cy", "r", "x1", "y1", "x2", "y2"]
    {
        for rest in markup.split(&format!(" {name}=\"")).skip(1) {
            let value = rest.split('"').next().unwrap_or_default();
            let is_plain = |text: &str| text.parse::<i32>().is_ok() || is_decimal(text);
            let spaced = value.replace(LETTERS, " ").replace('-', " -");
            for number in spaced.split_whitespace() {
                assert!(is_plain(number.trim_end_matches('%')), "{name}=\"{value}\"");
            }
        }
    }
}

fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.len() < 20
        && digits.contains('.')
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}
