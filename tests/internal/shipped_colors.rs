//! The colours of the shipped map can be told apart: by contrast, and by everyone.

#[path = "../common/color.rs"]
mod vision;

use super::common::shipped;
use crate::Map;
use crate::data::color::{Color, LightDark, SEA};
use crate::scene::Layer;
use vision::{VISIONS, difference, lab, linear, seen};

/// WCAG 2.2, 1.4.11 Non-text contrast.
const CONTRAST: f64 = 3.0;
/// CIEDE2000. 2.3 is just noticeable side by side; apart, with sea between, it takes more.
const DIFFERENCE: f64 = 10.0;

fn themes(color: LightDark) -> [(&'static str, Color); 2] {
    [("light", color.light), ("dark", color.dark)]
}

/// The layers with or without an outline.
fn layers(map: &Map, outlined: bool) -> Vec<&Layer> {
    map.scene().layers.iter().filter(|layer| layer.outline.is_some() == outlined).collect()
}

#[test]
fn a_fill_without_outline_stands_out_from_border_and_sea() {
    let map = shipped();
    let fills = layers(map, false);
    assert_eq!(fills.len(), 3);
    for layer in fills {
        for (name, ground) in [("the border", map.scene().border), ("the sea", SEA)] {
            let contrast = layer.fill.contrast(ground);
            assert!(contrast >= CONTRAST, "{} has {contrast} on {name}", layer.fill.css());
        }
    }
}

#[test]
fn an_outline_stands_out_from_its_own_fill_and_from_the_sea() {
    let map = shipped();
    let outlined = layers(map, true);
    assert_eq!(outlined.len(), 1);
    for layer in outlined {
        let outline = layer.outline.unwrap();
        for (name, ground) in [("its fill", layer.fill), ("the sea", SEA)] {
            let contrast = outline.contrast(ground);
            assert!(contrast >= CONTRAST, "{} has {contrast} on {name}", outline.css());
        }
    }
}

#[test]
fn outlined_regions_are_read_after_those_that_take_part() {
    let map = shipped();
    let outlined: Vec<bool> = map.scene().layers.iter().map(|l| l.outline.is_some()).collect();
    assert_eq!(outlined, [false, false, false, true]);
}

#[test]
fn a_pattern_stands_out_from_the_fill_below_it() {
    let map = shipped();
    let overlay = &map.scene().overlays[0];
    assert_eq!(overlay.regions.len(), 1);
    for &(_, fill) in &overlay.regions {
        let contrast = overlay.color.contrast(fill);
        assert!(contrast >= CONTRAST, "{contrast}");
    }
}

/// Each pair of fills in each theme and vision, and how different it looks.
fn differences(map: &Map, layers: &[&Layer]) -> Vec<(String, f64)> {
    let mut found = Vec::new();
    for (index, one) in layers.iter().enumerate() {
        for other in &layers[index + 1..] {
            for ((theme, a), (_, b)) in themes(one.fill).into_iter().zip(themes(other.fill)) {
                for (vision, matrix) in &VISIONS {
                    let [a_lab, b_lab] = [a, b].map(|c| lab(seen(linear(&c.hex()), matrix)));
                    let name = format!("{theme}, {vision}: {} and {}", a.hex(), b.hex());
                    found.push((name, difference(a_lab, b_lab)));
                }
            }
        }
    }
    assert!(!map.scene().layers.is_empty());
    found
}

#[test]
fn fills_differ_for_every_kind_of_vision_and_in_grey() {
    let map = shipped();
    let all: Vec<&Layer> = map.scene().layers.iter().collect();
    let found = differences(map, &all);
    assert_eq!(found.len(), 6 * 2 * VISIONS.len());
    for (pair, difference) in found {
        assert!(difference >= DIFFERENCE, "{pair} differ by {difference}");
    }
}

#[test]
fn the_measure_gives_the_published_differences() {
    // Sharma et al., table 1: pairs 1, 7, 9, 17, 19, 25, 34.
    for (one, other, expected) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 0.0, 0.0], [50.0, -1.0, 2.0], 2.3669),
        ([50.0, 2.49, -0.001], [50.0, -2.49, 0.0009], 7.1792),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([50.0, 2.5, 0.0], [56.0, -27.0, -3.0], 31.9030),
        ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
        ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
    ] {
        let found = difference(one, other);
        assert!((found - expected).abs() < 1e-4, "{one:?} {other:?}: {found}, not {expected}");
    }
    let [l, a, b] = lab(linear("#ff0000"));
    assert!((l - 53.24).abs() < 0.01 && (a - 80.09).abs() < 0.01 && (b - 67.20).abs() < 0.01);
}
