//! Long edges → points in between. A straight line on a map file is straight in degrees
//! (RFC 7946, section 3.1.1), and curved on the plane. An edge goes the shorter way round: files
//! that are not cut at the antimeridian step there from 180 to -180.

use crate::geo::projection::LonLat;

/// Longer edges than this many degrees get points in between.
const LONGEST_EDGE: f64 = 2.0;

/// The points between two positions, both left out. Source of the step: an edge of 2° on a map of
/// the Americas bends by less than a pixel.
pub(crate) fn between(from: LonLat, to: LonLat) -> impl Iterator<Item = LonLat> {
    let across = shorter(to.lon - from.lon);
    let length = across.abs().max((to.lat - from.lat).abs());
    let parts = (length / LONGEST_EDGE).ceil().min(90.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` saturates, and it is 90 at most"
    )]
    let count = parts as u32;
    (1..count).map(move |part| {
        let share = f64::from(part) / parts;
        LonLat { lon: from.lon + across * share, lat: from.lat + (to.lat - from.lat) * share }
    })
}

/// A difference of longitudes, the shorter way round: -180 to 180.
#[must_use]
pub(crate) fn shorter(across: f64) -> f64 {
    across - 360.0 * (across / 360.0).round_ties_even()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(lon: f64) -> usize {
        between(LonLat { lon: 0.0, lat: 0.0 }, LonLat { lon, lat: 1.0 }).count()
    }

    #[test]
    fn only_long_edges_get_points() {
        assert_eq!((count(0.0), count(2.0), count(2.1), count(-27.8)), (0, 0, 1, 13));
        assert_eq!((count(f64::INFINITY), count(f64::NAN)), (0, 0));
    }

    #[test]
    fn an_edge_goes_the_shorter_way_round() {
        let at = |lon| LonLat { lon, lat: 60.0 };
        let lons: Vec<f64> = between(at(178.0), at(-176.0)).map(|at| at.lon).collect();
        assert_eq!(lons, [180.0, 182.0]);
        assert_eq!(between(at(180.0), at(-180.0)).count(), 0);
    }
}
