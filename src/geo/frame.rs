//! The drawing: which part of the plane it shows, in whole units.
//! Some units make a pixel at any width, so no path needs a decimal point.

use crate::geo::projection::Point;
use crate::geo::unit_box::{UnitBox, UnitPoint};

/// A box: x to the right, y down. Empty while `min` is greater than `max`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Top left corner.
    pub min: Point,
    /// Bottom right corner.
    pub max: Point,
}

impl Bounds {
    /// The box around no point.
    pub const EMPTY: Bounds = Bounds {
        min: Point { x: f64::INFINITY, y: f64::INFINITY },
        max: Point { x: f64::NEG_INFINITY, y: f64::NEG_INFINITY },
    };

    /// The smallest box around this one and `point`.
    #[must_use]
    pub fn with(self, point: Point) -> Bounds {
        Bounds {
            min: Point { x: self.min.x.min(point.x), y: self.min.y.min(point.y) },
            max: Point { x: self.max.x.max(point.x), y: self.max.y.max(point.y) },
        }
    }

    /// The smallest box around this one and another.
    #[must_use]
    pub fn and(self, other: Bounds) -> Bounds {
        // Not of the corners, which lie at infinity in an empty box.
        let min = Point { x: self.min.x.min(other.min.x), y: self.min.y.min(other.min.y) };
        let max = Point { x: self.max.x.max(other.max.x), y: self.max.y.max(other.max.y) };
        Bounds { min, max }
    }

    /// Whether the two have a point in common; an empty one has none with any.
    #[must_use]
    pub fn meets(self, other: Bounds) -> bool {
        self.min.x <= other.max.x
            && other.min.x <= self.max.x
            && self.min.y <= other.max.y
            && other.min.y <= self.max.y
    }

    /// Whether another box lies wholly in this one.
    #[must_use]
    pub fn holds(self, other: Bounds) -> bool {
        self.min.x <= other.min.x
            && self.min.y <= other.min.y
            && other.max.x <= self.max.x
            && other.max.y <= self.max.y
    }

    /// The box with `more` added on every side.
    #[must_use]
    pub fn grown(self, more: f64) -> Bounds {
        Bounds {
            min: Point { x: self.min.x - more, y: self.min.y - more },
            max: Point { x: self.max.x + more, y: self.max.y + more },
        }
    }

    /// Width and height; negative where empty.
    #[must_use]
    pub fn size(self) -> (f64, f64) {
        (self.max.x - self.min.x, self.max.y - self.min.y)
    }
}

/// Placement of the plane in the drawing: `unit = (point - origin) * scale + offset`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    origin: Point,
    scale: f64,
    offset: Point,
    /// Unit at the left edge of what is shown; negative where sea beside the map is.
    pub left: i32,
    /// Unit at the upper edge.
    pub top: i32,
    /// Width of what is shown in units.
    pub width: i32,
    /// Height of what is shown in units.
    pub height: i32,
}

impl Frame {
    /// The frame of a given width around `bounds`, with `margin` units on each side.
    /// None where the bounds have no width to speak of.
    #[must_use]
    pub fn around(bounds: Bounds, width: i32, margin: i32) -> Option<Frame> {
        let (across, down) = bounds.size();
        let has_size = across >= 0.0 && across.max(down) > 1e-9;
        if !has_size {
            return None;
        }
        // A tall thin map is fitted by its height, or it would be many screens long.
        let inner = f64::from(width - 2 * margin);
        let scale = (inner / across).min(2.0 * inner / down);
        let left = bounds.min.x - (inner / scale - across) / 2.0;
        Some(Frame {
            origin: Point { x: left, y: bounds.min.y },
            scale,
            offset: Point { x: f64::from(margin), y: f64::from(margin) },
            left: 0,
            top: 0,
            width,
            height: round(down * scale) + 2 * margin,
        })
    }

    /// A frame of which only the size matters.
    #[must_use]
    pub fn sized(width: i32, height: i32) -> Frame {
        let origin = Point { x: 0.0, y: 0.0 };
        Frame { origin, scale: 1.0, offset: origin, left: 0, top: 0, width, height }
    }

    /// The same drawing, of which this part is shown.
    #[must_use]
    pub fn showing(&self, part: UnitBox) -> Frame {
        let UnitPoint { x: left, y: top } = part.min;
        Frame { left, top, width: part.width(), height: part.height(), ..*self }
    }

    /// What is shown.
    #[must_use]
    pub fn shown(&self) -> UnitBox {
        let &Frame { left, top, width, height, .. } = self;
        let min = UnitPoint { x: left, y: top };
        UnitBox { min, max: UnitPoint { x: left + width, y: top + height } }
    }

    /// The frame in which the unit at `corner` of this one is the top left corner, and everything
    /// is `zoom` times as large. It shows as many units, from the same unit on.
    #[must_use]
    pub fn zoomed(&self, corner: Point, zoom: f64) -> Frame {
        let offset = Point {
            x: f64::from(self.left) + (self.offset.x - corner.x) * zoom,
            y: f64::from(self.top) + (self.offset.y - corner.y) * zoom,
        };
        Frame { scale: self.scale * zoom, offset, ..*self }
    }

    /// The part of the plane that the frame shows, with as much again on every side.
    #[must_use]
    pub fn surroundings(&self) -> Bounds {
        let corner = |times: f64| {
            let x = f64::from(self.left) + times * f64::from(self.width);
            self.plane_point(Point { x, y: f64::from(self.top) + times * f64::from(self.height) })
        };
        Bounds { min: corner(-1.0), max: corner(2.0) }
    }

    /// The length on the plane of so many units.
    #[must_use]
    pub fn plane_length(&self, units: f64) -> f64 {
        units / self.scale
    }

    /// The point of the plane at a unit of the drawing.
    #[must_use]
    pub fn plane_point(&self, unit: Point) -> Point {
        Point {
            x: (unit.x - self.offset.x) / self.scale + self.origin.x,
            y: (unit.y - self.offset.y) / self.scale + self.origin.y,
        }
    }

    /// A point in whole units.
    #[must_use]
    pub fn place(&self, point: Point) -> UnitPoint {
        UnitPoint {
            x: round((point.x - self.origin.x) * self.scale + self.offset.x),
            y: round((point.y - self.origin.y) * self.scale + self.offset.y),
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "`as` saturates, and a frame is small")]
fn round(value: f64) -> i32 {
    // Far outside of any frame, and small enough that differences never overflow.
    value.clamp(-1e8, 1e8).round_ties_even() as i32
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn frame() -> Frame {
        let corner = |x, y| Point { x, y };
        let bounds = Bounds::EMPTY.with(corner(0.0, 0.0)).with(corner(1.0, 1.0));
        Frame::around(bounds, 120, 10).expect("a square has a size")
    }

    #[test]
    fn a_zoomed_frame_shows_a_part_of_the_drawing_larger() {
        let zoomed = frame().zoomed(Point { x: 30.0, y: 40.0 }, 4.0);
        // The unit (60, 60) of the whole lies (30, 20) from the corner.
        assert_eq!(zoomed.place(Point { x: 0.5, y: 0.5 }), UnitPoint { x: 120, y: 80 });
        let Bounds { min, max } = zoomed.surroundings();
        assert_eq!(zoomed.place(min), UnitPoint { x: -120, y: -120 });
        assert_eq!(zoomed.place(max), UnitPoint { x: 240, y: 240 });
    }

    #[test]
    fn a_frame_that_shows_sea_beside_the_map_keeps_the_units_of_the_map() {
        let spot = Point { x: 0.5, y: 0.5 };
        let around =
            UnitBox { min: UnitPoint { x: -80, y: -20 }, max: UnitPoint { x: 140, y: 130 } };
        let wide = frame().showing(around);
        assert_eq!((wide.place(spot), wide.shown()), (frame().place(spot), around));
        // Twice as large around the corner (-80, -20), which stays where it is.
        let zoomed = wide.zoomed(Point { x: -80.0, y: -20.0 }, 2.0);
        assert_eq!(zoomed.place(spot), UnitPoint { x: -80 + 140 * 2, y: -20 + 80 * 2 });
    }

    #[test]
    fn nothing_has_no_frame() {
        assert_eq!(Frame::around(Bounds::EMPTY, 100, 0), None);
        let point = Bounds::EMPTY.with(Point { x: 1.0, y: 1.0 });
        assert_eq!(Frame::around(point, 100, 0), None);
    }

    #[test]
    fn boxes_meet_and_hold_each_other() {
        let square = |x: f64, side: f64| Bounds {
            min: Point { x, y: 0.0 },
            max: Point { x: x + side, y: side },
        };
        assert!(
            square(0.0, 4.0).meets(square(4.0, 1.0)) && !square(0.0, 4.0).meets(square(5.0, 1.0))
        );
        assert!(
            square(0.0, 4.0).holds(square(1.0, 3.0)) && !square(0.0, 4.0).holds(square(2.0, 3.0))
        );
        assert!(!Bounds::EMPTY.meets(square(0.0, 4.0)));
        assert_eq!(square(0.0, 4.0).and(Bounds::EMPTY), square(0.0, 4.0));
        assert_eq!(square(0.0, 4.0).and(square(5.0, 1.0)).size(), (6.0, 4.0));
    }
}
