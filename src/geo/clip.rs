//! A ring → its part in a box.

use crate::geo::outline::{Bounds, ProjectedRing, edges};
use crate::geo::projection::Point;

/// One side of a box: which coordinate it limits, and where.
#[derive(Clone, Copy)]
enum Side {
    Left(f64),
    Right(f64),
    Top(f64),
    Bottom(f64),
}

impl Side {
    /// How far inside of this side a point lies; negative outside.
    fn depth(self, point: Point) -> f64 {
        match self {
            Side::Left(x) => point.x - x,
            Side::Right(x) => x - point.x,
            Side::Top(y) => point.y - y,
            Side::Bottom(y) => y - point.y,
        }
    }
}

/// The part of a ring that lies in a box; empty if none does. Pieces that the box cuts apart stay
/// joined along its sides, which is harmless where the box is larger than what is shown.
/// Source: I. Sutherland and G. Hodgman, "Reentrant polygon clipping" (1974).
#[must_use]
pub fn clip(ring: &[Point], bounds: Bounds) -> ProjectedRing {
    let Bounds { min, max } = bounds;
    let sides = [Side::Left(min.x), Side::Right(max.x), Side::Top(min.y), Side::Bottom(max.y)];
    sides.iter().fold(ring.to_vec(), |ring, &side| cut(&ring, side))
}

fn cut(ring: &[Point], side: Side) -> ProjectedRing {
    let mut kept = Vec::with_capacity(ring.len());
    for (&a, &b) in edges(ring) {
        let (from, to) = (side.depth(a), side.depth(b));
        if from >= 0.0 {
            kept.push(a);
        }
        if (from >= 0.0) != (to >= 0.0) {
            let share = from / (from - to);
            kept.push(Point { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::outline::area;
    use crate::geo::outline::tests::square;

    fn unit_box() -> Bounds {
        square(0.0, 0.0, 1.0).into_iter().fold(Bounds::EMPTY, Bounds::with)
    }

    #[test]
    fn a_ring_inside_stays_as_it_is() {
        let ring = square(0.2, 0.2, 0.5);
        assert_eq!(clip(&ring, unit_box()), ring);
    }

    #[test]
    fn a_ring_outside_vanishes() {
        assert!(clip(&square(2.0, 0.0, 1.0), unit_box()).is_empty());
    }

    #[test]
    fn a_ring_across_a_corner_keeps_its_part_inside() {
        let part = clip(&square(0.5, 0.5, 1.0), unit_box());
        assert!((area(&part).abs() - 0.25).abs() < 1e-12);
    }

    #[test]
    fn a_ring_around_the_box_becomes_the_box() {
        let part = clip(&square(-5.0, -5.0, 20.0), unit_box());
        assert!((area(&part).abs() - 1.0).abs() < 1e-12);
    }
}
