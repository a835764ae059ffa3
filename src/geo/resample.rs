//! Long edges → points in between. A straight line on a map file is straight in degrees
//! (RFC 7946, section 3.1.1), and curved on the plane.

use crate::geo::projection::LonLat;

/// Longer edges than this many degrees get points in between.
const LONGEST_EDGE: f64 = 2.0;

/// The points between two positions, both left out. Source of the step: an edge of 2° on a map of
/// the Americas bends by less than a pixel.
pub(crate) fn between(from: LonLat, to: LonLat) -> impl Iterator<Item = LonLat> {
    let length = (to.lon - from.lon).abs().max((to.lat - from.lat).abs());
    let parts = (length / LONGEST_EDGE).ceil().min(360.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` saturates, and it is 360 at most"
    )]
    let count = parts as u32;
    (1..count).map(move |part| {
        let share = f64::from(part) / parts;
        LonLat {
            lon: from.lon + (to.lon - from.lon) * share,
            lat: from.lat + (to.lat - from.lat) * share,
        }
    })
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
        assert_eq!((count(f64::INFINITY), count(f64::NAN)), (359, 0));
    }
}
