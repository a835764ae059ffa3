//! Boxes on the map, and what they meet.

use crate::geo::outline::Spot;

/// A box: x to the right, y down, in units.
#[derive(Clone, Copy)]
pub(crate) struct Area {
    pub(crate) min: Spot,
    pub(crate) max: Spot,
}

impl Area {
    /// The box of this size around a middle.
    pub(crate) fn around(middle: Spot, width: i32, height: i32) -> Area {
        let min = Spot { x: middle.x - width / 2, y: middle.y - height / 2 };
        Area { min, max: Spot { x: min.x + width, y: min.y + height } }
    }

    /// With `gap` more on each side.
    pub(crate) fn grown(self, gap: i32) -> Area {
        let Area { min, max } = self;
        Area {
            min: Spot { x: min.x - gap, y: min.y - gap },
            max: Spot { x: max.x + gap, y: max.y + gap },
        }
    }

    /// Whether the two share more than an edge.
    pub(crate) fn meets(self, other: Area) -> bool {
        self.min.x < other.max.x
            && other.min.x < self.max.x
            && self.min.y < other.max.y
            && other.min.y < self.max.y
    }

    /// Whether a straight line from `a` to `b` meets the area.
    pub(crate) fn is_crossed(self, a: Spot, b: Spot) -> bool {
        let around = Area {
            min: Spot { x: a.x.min(b.x), y: a.y.min(b.y) },
            max: Spot { x: a.x.max(b.x) + 1, y: a.y.max(b.y) + 1 },
        };
        let side = |x: i32, y: i32| {
            let cross = i64::from(b.x - a.x) * i64::from(y - a.y)
                - i64::from(b.y - a.y) * i64::from(x - a.x);
            cross.signum()
        };
        let Area { min, max } = self;
        let sides =
            side(min.x, min.y) + side(max.x, min.y) + side(min.x, max.y) + side(max.x, max.y);
        // All corners on one side of the line: it passes by.
        self.meets(around) && sides.abs() < 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line from the left to the top, `far` from the corner on both.
    fn cuts(far: i32) -> bool {
        let area = Area::around(Spot { x: 15, y: 15 }, 10, 10);
        area.is_crossed(Spot { x: 0, y: far }, Spot { x: far, y: 0 })
    }

    #[test]
    fn a_line_crosses_the_area_that_it_cuts_a_corner_off() {
        assert!(cuts(25));
    }

    #[test]
    fn a_line_that_passes_a_corner_does_not_cross() {
        assert!(!cuts(18));
    }

    #[test]
    fn a_line_that_ends_before_the_area_does_not_cross() {
        let area = Area::around(Spot { x: 15, y: 15 }, 10, 10);
        assert!(!area.is_crossed(Spot { x: 0, y: 15 }, Spot { x: 9, y: 15 }));
    }
}
