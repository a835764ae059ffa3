//! Boxes on the map, and what they meet.

/// A point of the drawing in whole units: x to the right, y down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitPoint {
    /// To the right.
    pub x: i32,
    /// Down.
    pub y: i32,
}

/// A box: x to the right, y down, in units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitBox {
    /// Top left corner.
    pub min: UnitPoint,
    /// Bottom right corner.
    pub max: UnitPoint,
}

impl UnitBox {
    /// The box of this size around a middle.
    #[must_use]
    #[inline(never)]
    pub fn around(middle: UnitPoint, width: i32, height: i32) -> UnitBox {
        let min = UnitPoint { x: middle.x - width / 2, y: middle.y - height / 2 };
        UnitBox { min, max: UnitPoint { x: min.x + width, y: min.y + height } }
    }

    /// With `gap` more on each side.
    #[must_use]
    #[inline(never)]
    pub fn grown(self, gap: i32) -> UnitBox {
        let UnitBox { min, max } = self;
        UnitBox {
            min: UnitPoint { x: min.x - gap, y: min.y - gap },
            max: UnitPoint { x: max.x + gap, y: max.y + gap },
        }
    }

    /// The smallest box around this one and another.
    #[must_use]
    #[inline(never)]
    pub fn and(self, other: UnitBox) -> UnitBox {
        let (UnitBox { min: a, max: b }, UnitBox { min: c, max: d }) = (self, other);
        UnitBox {
            min: UnitPoint { x: a.x.min(c.x), y: a.y.min(c.y) },
            max: UnitPoint { x: b.x.max(d.x), y: b.y.max(d.y) },
        }
    }

    /// Its middle.
    #[must_use]
    #[inline(never)]
    pub fn middle(self) -> UnitPoint {
        UnitPoint { x: (self.min.x + self.max.x) / 2, y: (self.min.y + self.max.y) / 2 }
    }

    /// Whether a point lies in it.
    #[must_use]
    #[inline(never)]
    pub fn contains(self, point: UnitPoint) -> bool {
        (self.min.x..self.max.x).contains(&point.x) && (self.min.y..self.max.y).contains(&point.y)
    }

    /// Whether the two share more than an edge.
    #[must_use]
    #[inline(never)]
    pub fn meets(self, other: UnitBox) -> bool {
        self.min.x < other.max.x
            && other.min.x < self.max.x
            && self.min.y < other.max.y
            && other.min.y < self.max.y
    }

    /// Whether another box lies wholly in this one.
    #[must_use]
    #[inline(never)]
    pub fn holds(self, other: UnitBox) -> bool {
        self.min.x <= other.min.x
            && self.min.y <= other.min.y
            && other.max.x <= self.max.x
            && other.max.y <= self.max.y
    }

    /// From left to right.
    #[must_use]
    #[inline(never)]
    pub fn width(self) -> i32 {
        self.max.x - self.min.x
    }

    /// From top to bottom.
    #[must_use]
    #[inline(never)]
    pub fn height(self) -> i32 {
        self.max.y - self.min.y
    }

    /// Whether a straight line from `a` to `b` meets the area.
    #[must_use]
    #[inline(never)]
    pub fn is_crossed(self, a: UnitPoint, b: UnitPoint) -> bool {
        let around = UnitBox {
            min: UnitPoint { x: a.x.min(b.x), y: a.y.min(b.y) },
            max: UnitPoint { x: a.x.max(b.x) + 1, y: a.y.max(b.y) + 1 },
        };
        let side = |x: i32, y: i32| {
            let cross = i64::from(b.x - a.x) * i64::from(y - a.y)
                - i64::from(b.y - a.y) * i64::from(x - a.x);
            cross.signum()
        };
        let UnitBox { min, max } = self;
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
        let area = UnitBox::around(UnitPoint { x: 15, y: 15 }, 10, 10);
        area.is_crossed(UnitPoint { x: 0, y: far }, UnitPoint { x: far, y: 0 })
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
        let area = UnitBox::around(UnitPoint { x: 15, y: 15 }, 10, 10);
        assert!(!area.is_crossed(UnitPoint { x: 0, y: 15 }, UnitPoint { x: 9, y: 15 }));
    }
}
