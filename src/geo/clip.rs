//! A ring → its part in a box.

use crate::geo::frame::Bounds;
use crate::geo::projection::Point;
use crate::geo::ring::edges;

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

/// Leaves of a ring the part that lies in a box; nothing if none does. `spare` is memory for the
/// work. Pieces that the box cuts apart stay joined along its sides, which is harmless where the
/// box is larger than what is shown.
/// Source: I. Sutherland and G. Hodgman, "Reentrant polygon clipping" (1974).
pub(crate) fn clip(ring: &mut Vec<Point>, spare: &mut Vec<Point>, bounds: Bounds) {
    let Bounds { min, max } = bounds;
    for side in [Side::Left(min.x), Side::Right(max.x), Side::Top(min.y), Side::Bottom(max.y)] {
        if ring.iter().any(|&point| side.depth(point) < 0.0) {
            cut(ring, spare, side);
            std::mem::swap(ring, spare);
        }
    }
}

fn cut(ring: &[Point], kept: &mut Vec<Point>, side: Side) {
    kept.clear();
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::ring::RingMeasure;
    use crate::geo::ring::tests::square;

    fn clipped(mut ring: Vec<Point>) -> Vec<Point> {
        let bounds = RingMeasure::of(&square(0.0, 0.0, 1.0)).bounds;
        clip(&mut ring, &mut Vec::new(), bounds);
        ring
    }

    #[test]
    fn a_ring_inside_stays_as_it_is() {
        let ring = square(0.2, 0.2, 0.5);
        assert_eq!(clipped(ring.clone()), ring);
    }

    #[test]
    fn a_ring_outside_vanishes() {
        assert!(clipped(square(2.0, 0.0, 1.0)).is_empty());
    }

    #[test]
    fn a_ring_across_a_corner_keeps_its_part_inside() {
        let part = clipped(square(0.5, 0.5, 1.0));
        assert!((RingMeasure::of(&part).area().abs() - 0.25).abs() < 1e-12);
    }

    #[test]
    fn a_ring_around_the_box_becomes_the_box() {
        let part = clipped(square(-5.0, -5.0, 20.0));
        assert!((RingMeasure::of(&part).area().abs() - 1.0).abs() < 1e-12);
    }
}
