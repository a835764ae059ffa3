//! The Equal Earth projection, for maps of the world.

use crate::geo::projection::{LonLat, Point};
use crate::geo::trig::{arcsine, sin_cos};

/// The coefficients of the polynomial of the latitude.
const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];

/// Equal Earth projection of the unit sphere: equal areas, curved meridians, poles that are lines.
/// Source: B. Šavrič, T. Patterson and B. Jenny, "The Equal Earth map projection" (2018).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EqualEarth {
    /// Degrees east of the meridian that is straight.
    pub central: f64,
}

impl EqualEarth {
    /// The point of a position within 180° of the central meridian.
    #[must_use]
    pub(crate) fn place(&self, position: LonLat) -> Point {
        let sin = 0.75_f64.sqrt() * sin_cos(position.lat).0;
        let angle = arcsine(sin).to_radians();
        let [a1, a2, a3, a4] = A;
        let square = angle * angle;
        let sixth = square * square * square;
        let slope = a1 + 3.0 * a2 * square + sixth * (7.0 * a3 + 9.0 * a4 * square);
        let across = (position.lon - self.central).to_radians();
        Point {
            x: across * (1.0 - sin * sin).sqrt() / (0.75_f64.sqrt() * slope),
            y: -angle * (a1 + a2 * square + sixth * (a3 + a4 * square)),
        }
    }
}
