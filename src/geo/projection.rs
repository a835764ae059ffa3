//! Degrees on the sphere → a plane: positions, points, and the azimuthal projection.

use crate::geo::trig::{angle, sin_cos};

/// A position: longitude and latitude in degrees, east and north positive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LonLat {
    /// Degrees east.
    pub lon: f64,
    /// Degrees north, -90 to 90.
    pub lat: f64,
}

/// A point of the plane: x to the right, y down, in units of the sphere's radius.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// Beyond this cosine of the angular distance from the centre (about 175°) the plane is so
/// stretched that a shape there would smear along the rim.
const RIM: f64 = -0.996;

/// Lambert azimuthal equal-area projection of the unit sphere.
/// Source: Snyder, "Map Projections: A Working Manual" (1987), equations 24-2, 22-4, 22-5.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LambertAzimuthalEqualArea {
    center_lon: f64,
    sin_center: f64,
    cos_center: f64,
}

impl LambertAzimuthalEqualArea {
    /// The projection that maps `center` to the origin, with north up there.
    #[must_use]
    pub fn new(center: LonLat) -> Self {
        let (sin_center, cos_center) = sin_cos(center.lat);
        LambertAzimuthalEqualArea { center_lon: center.lon, sin_center, cos_center }
    }

    /// The centre.
    #[cfg(test)]
    pub(crate) fn center(&self) -> LonLat {
        use crate::geo::trig::angle;
        LonLat { lon: self.center_lon, lat: angle(self.sin_center, self.cos_center) }
    }

    /// The point of a position; None near the point opposite the centre.
    #[must_use]
    pub fn project(&self, position: LonLat) -> Option<Point> {
        let (sin_lon, cos_lon) = sin_cos(position.lon - self.center_lon);
        let (sin_lat, cos_lat) = sin_cos(position.lat);
        let cos_distance = self.sin_center * sin_lat + self.cos_center * cos_lat * cos_lon;
        if cos_distance.is_nan() || cos_distance <= RIM {
            return None;
        }
        let scale = (2.0 / (1.0 + cos_distance)).sqrt();
        Some(Point {
            x: scale * cos_lat * sin_lon,
            y: -scale * (self.cos_center * sin_lat - self.sin_center * cos_lat * cos_lon),
        })
    }
}

/// The middle of positions on the sphere: the direction of the sum of their unit vectors.
/// The equator at 0° where they cancel out or there are none.
#[must_use]
pub(crate) fn spherical_center(positions: &[LonLat]) -> LonLat {
    let (mut x, mut y, mut z) = (0.0, 0.0, 0.0);
    for &LonLat { lon, lat } in positions {
        let ((sin_lon, cos_lon), (sin_lat, cos_lat)) = (sin_cos(lon), sin_cos(lat));
        x += cos_lat * cos_lon;
        y += cos_lat * sin_lon;
        z += sin_lat;
    }
    LonLat { lon: angle(y, x), lat: angle(z, (x * x + y * y).sqrt()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lon: f64, lat: f64) -> LonLat {
        LonLat { lon, lat }
    }

    #[test]
    fn the_centre_is_the_origin_and_north_is_up() {
        let projection = LambertAzimuthalEqualArea::new(at(-85.0, 15.0));
        let center = projection.project(at(-85.0, 15.0));
        assert!(center.is_some_and(|p| p.x.abs() < 1e-12 && p.y.abs() < 1e-12));
        assert!(projection.project(at(-85.0, 16.0)).is_some_and(|p| p.y < 0.0));
        assert!(projection.project(at(-84.0, 15.0)).is_some_and(|p| p.x > 0.0));
    }

    #[test]
    fn snyders_worked_example_is_met() {
        // Snyder, p. 332: centre 40° N 100° W, radius 3, point 20° S 100° E.
        let projection = LambertAzimuthalEqualArea::new(at(-100.0, 40.0));
        let point = projection.project(at(100.0, -20.0));
        assert!(point.is_some_and(|p| {
            (p.x * 3.0 + 4.233_930_3).abs() < 1e-6 && (p.y * 3.0 + 4.025_777_5).abs() < 1e-6
        }));
    }

    #[test]
    fn areas_are_kept() {
        // A degree square at 60° N has half the area of one at the equator, wherever it lies.
        let projection = LambertAzimuthalEqualArea::new(at(-85.0, 15.0));
        let area = |lon: f64, lat: f64| {
            let corners =
                [at(lon, lat), at(lon + 0.1, lat), at(lon + 0.1, lat + 0.1), at(lon, lat + 0.1)];
            let points: Vec<Point> =
                corners.iter().filter_map(|&c| projection.project(c)).collect();
            let pairs = points.iter().zip(points.iter().cycle().skip(1));
            pairs.map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f64>().abs() / 2.0
        };
        let expected = (0.1_f64.to_radians()).powi(2);
        let at_equator = area(-60.0, -0.05) / expected;
        let in_greenland = area(-40.0, 72.0) / (expected * libm::cos(72.05_f64.to_radians()));
        assert!((at_equator - 1.0).abs() < 1e-4, "{at_equator}");
        assert!((in_greenland - 1.0).abs() < 1e-4, "{in_greenland}");
    }

    #[test]
    fn the_antimeridian_is_no_edge() {
        let projection = LambertAzimuthalEqualArea::new(at(-85.0, 15.0));
        let (east, west) =
            (projection.project(at(179.999, 52.0)), projection.project(at(-179.999, 52.0)));
        let gap = east.zip(west).map(|(a, b)| (a.x - b.x).abs() + (a.y - b.y).abs());
        assert!(gap.is_some_and(|gap| gap < 1e-4));
    }

    #[test]
    fn the_opposite_point_has_no_place() {
        let projection = LambertAzimuthalEqualArea::new(at(-85.0, 15.0));
        assert_eq!(projection.project(at(95.0, -15.0)), None);
        assert_eq!(projection.project(at(f64::NAN, 0.0)), None);
    }
}
