//! The plane on which areas are measured: the map's own projection, in kilometres.
//!
//! It is equal-area, so a point weighs the same in the Arctic as at the equator.

use super::regions::Bounds;
use summit_map::{LambertAzimuthalEqualArea, LonLat};

const RADIUS_KM: f64 = 6371.0;
const CENTER: LonLat = LonLat { lon: -85.0, lat: 15.0 };

/// Degrees to kilometres from the centre of the map.
///
/// Opposite the centre there is no such point. A point that is not a number outranks
/// every other, so it would stay.
pub(super) fn project(line: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let plane = LambertAzimuthalEqualArea::new(CENTER);
    let kilometres = |[lon, lat]: &[f64; 2]| {
        let point = plane.project(LonLat { lon: *lon, lat: *lat });
        point.map_or([f64::NAN; 2], |point| [point.x * RADIUS_KM, point.y * RADIUS_KM])
    };
    line.iter().map(kilometres).collect()
}

/// The same line with a point at least every degree.
///
/// A GeoJSON line is straight in degrees, so on the plane the 49th parallel is a bow.
/// With only its ends it would be drawn, and ranked, as a chord far to the north.
pub(super) fn bend(line: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let mut bent: Vec<[f64; 2]> = line.first().copied().into_iter().collect();
    for ([ax, ay], [bx, by]) in line.iter().zip(line.iter().skip(1)) {
        let pieces = (bx - ax).abs().max((by - ay).abs()).ceil().max(1.0);
        let mut piece = 1.0;
        while piece < pieces {
            let share = piece / pieces;
            bent.push([ax + (bx - ax) * share, ay + (by - ay) * share]);
            piece += 1.0;
        }
        bent.push([*bx, *by]);
    }
    bent
}

/// Whether a point lies in a box, both in kilometres or both in degrees.
pub(super) fn holds([west, south, east, north]: Bounds, [x, y]: &[f64; 2]) -> bool {
    (west..=east).contains(x) && (south..=north).contains(y)
}

/// The area of a ring in square kilometres, whichever way it runs.
pub(super) fn area(ring: &[[f64; 2]]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    let cross = ring.iter().zip(next).map(|([ax, ay], [bx, by])| ax * by - bx * ay);
    cross.sum::<f64>().abs() / 2.0
}

#[cfg(test)]
mod tests {
    use super::{area, bend, project};

    #[test]
    fn a_square_has_its_area_near_the_centre_and_far_from_it() {
        for (longitude, latitude, cosine) in [(-85.0, 0.0, 1.0), (-150.0, 60.0, 0.5)] {
            let corners = [[0.0, 0.0], [0.1, 0.0], [0.1, 0.1], [0.0, 0.1]];
            let ring = corners.map(|[x, y]| [longitude + x, latitude + y - 0.05]);
            let expected = 11.1195 * 11.1195 * cosine;
            assert!((area(&project(&ring)) / expected - 1.0).abs() < 0.001);
        }
    }

    #[test]
    fn long_lines_get_points_and_short_ones_none() {
        let line = [[0.0, 49.0], [-2.5, 49.0], [-2.5, 49.5]];
        let bent = bend(&line);
        assert_eq!(bent.len(), 5);
        assert!(line.iter().all(|point| bent.contains(point)));
    }

    #[test]
    fn the_antimeridian_is_no_edge() {
        let islands = project(&[[179.9, 52.0], [-179.9, 52.0]]);
        let east_west: Vec<f64> = islands.iter().map(|[x, _]| *x).collect();
        assert!(matches!(east_west[..], [a, b] if (a - b).abs() < 30.0));
    }
}
