//! The shape of a feature as it is drawn: a path in whole units, and the box around it.

use crate::geo::svg_path::write_ring;
use crate::geo::unit_box::UnitPoint;

/// The drawn shape of one feature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// SVG path data in whole units; empty where every ring is smaller than a unit.
    pub path: String,
    /// Top left of the box around the path.
    pub min: UnitPoint,
    /// Bottom right of the box around the path.
    pub max: UnitPoint,
    /// Centroid of the largest ring; a popup points here.
    pub center: UnitPoint,
}

impl Outline {
    /// Draws the rings of one feature, whose centre is `center`; each ring is given without its
    /// first point at the end.
    #[must_use]
    pub fn draw<'a>(rings: impl Iterator<Item = &'a [UnitPoint]>, center: UnitPoint) -> Outline {
        let mut outline = Outline { path: String::new(), min: center, max: center, center };
        for ring in rings {
            for point in ring {
                outline.min.x = outline.min.x.min(point.x);
                outline.min.y = outline.min.y.min(point.y);
                outline.max.x = outline.max.x.max(point.x);
                outline.max.y = outline.max.y.max(point.y);
            }
            write_ring(&mut outline.path, ring);
        }
        outline
    }
}
