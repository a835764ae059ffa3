//! Our projections are those of d3-geo, to 1e-9 of the sphere's radius (0.6 cm on the Earth).
//! e2e/projections.js writes the numbers, and says how.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use serde_json::Value;
use summit_map::{AlbersEqualArea, EqualEarth, LambertAzimuthalEqualArea, LonLat, MapProjection};

const NUMBERS: &str = include_str!("world/projections.json");

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

fn projection(name: &str, parameters: &[f64]) -> MapProjection {
    let central = parameters[0];
    match name {
        "lambert" => {
            let center = LonLat { lon: central, lat: parameters[1] };
            MapProjection::Lambert(LambertAzimuthalEqualArea::new(center))
        }
        "albers" => {
            let parallels = [parameters[2], parameters[3]];
            MapProjection::Albers(AlbersEqualArea::new(central, parallels))
        }
        _ => MapProjection::EqualEarth(EqualEarth { central }),
    }
}

/// Holds all cases of a projection against d3's; returns how many points were.
fn compared(name: &str) -> usize {
    let file: Value = serde_json::from_str(NUMBERS).unwrap();
    let positions: Vec<Vec<f64>> =
        file["positions"].as_array().unwrap().iter().map(numbers).collect();
    let mut count = 0;
    for case in file["cases"].as_array().unwrap() {
        if case["projection"] != name {
            continue;
        }
        let parameters = numbers(&case["parameters"]);
        let ours = projection(name, &parameters);
        for (position, theirs) in positions.iter().zip(case["points"].as_array().unwrap()) {
            let (lon, lat) = (position[0], position[1]);
            let Some(point) = ours.project(LonLat { lon, lat }) else { continue };
            let theirs = numbers(theirs);
            // The edge is at both sides of the plane; which one is a matter of rounding.
            let is_edge = ((lon - parameters[0]).abs() - 180.0).abs() < 1e-9;
            let mirrored = (point.x.abs() - theirs[0].abs()).abs();
            let across = if is_edge { mirrored } else { (point.x - theirs[0]).abs() };
            let apart = across.max((point.y - theirs[1]).abs());
            assert!(apart < 1e-9, "{name} {parameters:?}, {position:?}: {point:?}, not {theirs:?}");
            count += 1;
        }
    }
    count
}

#[test]
fn lamberts_azimuthal_projection_is_that_of_d3() {
    assert!(compared("lambert") > 300);
}

#[test]
fn equal_earth_is_that_of_d3() {
    assert_eq!(compared("equal-earth"), 3 * 64);
}

#[test]
fn albers_projection_is_that_of_d3() {
    assert_eq!(compared("albers"), 5 * 64);
}
