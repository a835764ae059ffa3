//! Albers' projection, for lands that are wide and lie between the tropics and the polar circles.

use crate::geo::projection::{LonLat, Point};
use crate::geo::trig::sin_cos;

/// A cone that is flatter than this is a cylinder, which has no apex to measure from.
const FLATTEST: f64 = 1e-3;

/// Albers equal-area conic projection of the unit sphere.
/// Source: Snyder, "Map Projections: A Working Manual" (1987), equations 14-1 to 14-6, with the
/// equator and the central meridian at the origin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AlbersEqualArea {
    /// Degrees east of the meridian that is upright.
    pub central: f64,
    /// How much of a turn the whole sphere takes: the mean of the sines of both parallels.
    cone: f64,
    constant: f64,
}

impl AlbersEqualArea {
    /// The projection that keeps lengths along two parallels, given in degrees. Parallels that
    /// mirror each other at the equator are moved a little: there the cone would be a cylinder.
    #[must_use]
    pub fn new(central: f64, parallels: [f64; 2]) -> Self {
        let [first, second] = parallels.map(|lat| sin_cos(lat).0);
        let mean = (first + second) / 2.0;
        let cone = if mean.abs() < FLATTEST { FLATTEST } else { mean };
        AlbersEqualArea { central, cone, constant: 1.0 + first * second }
    }

    /// The point of a position within 180° of the central meridian.
    #[must_use]
    pub(crate) fn place(&self, position: LonLat) -> Point {
        let radius = |sin: f64| (self.constant - 2.0 * self.cone * sin).max(0.0).sqrt() / self.cone;
        let (sin, cos) = sin_cos((position.lon - self.central) * self.cone);
        let distance = radius(sin_cos(position.lat).0);
        Point { x: distance * sin, y: distance * cos - radius(0.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snyders_worked_example_is_met() {
        // Snyder, p. 291: parallels 29.5° and 45.5°, origin 23° N 96° W, point 35° N 75° W, R = 1.
        let projection = AlbersEqualArea::new(-96.0, [29.5, 45.5]);
        let [origin, point] =
            [(-96.0, 23.0), (-75.0, 35.0)].map(|(lon, lat)| projection.place(LonLat { lon, lat }));
        assert!((point.x - origin.x - 0.295_272_0).abs() < 1e-7, "{point:?}");
        assert!((origin.y - point.y - 0.241_677_4).abs() < 1e-7, "{point:?}");
    }

    #[test]
    fn parallels_that_mirror_each_other_keep_areas_and_all_is_finite() {
        let projection = AlbersEqualArea::new(0.0, [-20.0, 20.0]);
        let place = |lon, lat| projection.place(LonLat { lon, lat });
        for (lon, lat) in [(-180.0, -90.0), (180.0, 90.0), (0.0, 0.0)] {
            let point = place(lon, lat);
            assert!(point.x.is_finite() && point.y.is_finite(), "{point:?}");
        }
        let [a, b, c] = [place(10.0, 50.0), place(10.01, 50.0), place(10.0, 50.01)];
        let area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
        let expected = 0.01_f64.to_radians().powi(2) * libm::cos(50.005_f64.to_radians());
        assert!((area.abs() / expected - 1.0).abs() < 1e-4, "{area} {expected}");
    }
}
