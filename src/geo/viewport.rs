//! Which part of the drawing is shown, and how large: zooming, panning, fitting.

use crate::geo::frame::Frame;
use crate::geo::projection::Point;
use crate::geo::unit_box::UnitPoint;

/// The greatest zoom. At it, a pixel of a drawing of 800 px is 400 m.
pub(crate) const MOST: f64 = 40.0;

/// The part of the drawing that is shown. It has the drawing's proportions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Its middle in units of the whole drawing.
    pub middle: Point,
    /// How many times larger than the whole everything is; 1 shows the whole.
    pub zoom: f64,
}

impl Viewport {
    /// The whole drawing.
    #[must_use]
    pub fn whole(frame: &Frame) -> Viewport {
        let middle = |from: i32, length: i32| f64::from(from) + f64::from(length) / 2.0;
        let (x, y) = (middle(frame.left, frame.width), middle(frame.top, frame.height));
        Viewport { middle: Point { x, y }, zoom: 1.0 }
    }

    /// Whether everything is shown.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.zoom <= 1.0
    }

    /// The unit of the whole drawing at the top left corner.
    #[must_use]
    pub fn corner(&self, frame: &Frame) -> Point {
        let half = 0.5 / self.zoom;
        Point {
            x: self.middle.x - f64::from(frame.width) * half,
            y: self.middle.y - f64::from(frame.height) * half,
        }
    }

    /// The nearest viewport that the reader may have: not smaller than the whole, and nothing
    /// beside it.
    #[must_use]
    pub fn clamped(self, frame: &Frame) -> Viewport {
        let zoom = if self.zoom > 1.0 { self.zoom.min(MOST) } else { 1.0 };
        let within = |middle: f64, from: i32, length: i32| {
            let half = f64::from(length) * 0.5 / zoom;
            // A NaN would pass through `clamp`.
            middle.max(f64::from(from) + half).min(f64::from(from + length) - half)
        };
        let Point { x, y } = self.middle;
        let x = within(x, frame.left, frame.width);
        Viewport { middle: Point { x, y: within(y, frame.top, frame.height) }, zoom }
    }

    /// Zoomed in by `factor`; what is at `fixed` stays there. `fixed` is in parts of the shown
    /// width and height, 0 to 1 from the top left.
    #[must_use]
    pub fn zoomed(self, factor: f64, fixed: Point, frame: &Frame) -> Viewport {
        let zoom = (self.zoom * factor).clamp(1.0, MOST);
        let shift = |part: f64, length: i32| {
            (part - 0.5) * f64::from(length) * (1.0 / self.zoom - 1.0 / zoom)
        };
        let middle = Point {
            x: self.middle.x + shift(fixed.x, frame.width),
            y: self.middle.y + shift(fixed.y, frame.height),
        };
        Viewport { middle, zoom }.clamped(frame)
    }

    /// Moved so that what was at the middle is `by` farther left and up, in parts of the shown
    /// width and height.
    #[must_use]
    pub fn panned(self, by: Point, frame: &Frame) -> Viewport {
        let middle = Point {
            x: self.middle.x + by.x * f64::from(frame.width) / self.zoom,
            y: self.middle.y + by.y * f64::from(frame.height) / self.zoom,
        };
        Viewport { middle, ..self }.clamped(frame)
    }

    /// The viewport around a box of the whole drawing, which fills that part of the width or
    /// height.
    #[must_use]
    pub fn around(min: UnitPoint, max: UnitPoint, filled: f64, frame: &Frame) -> Viewport {
        let side = |from: i32, to: i32| f64::from(to - from).max(1.0);
        let zoom = (f64::from(frame.width) / side(min.x, max.x))
            .min(f64::from(frame.height) / side(min.y, max.y))
            * filled;
        let middle = Point {
            x: (f64::from(min.x) + f64::from(max.x)) / 2.0,
            y: (f64::from(min.y) + f64::from(max.y)) / 2.0,
        };
        Viewport { middle, zoom }.clamped(frame)
    }

    /// Where a unit of the whole drawing is, in parts of the shown width and height.
    #[must_use]
    pub fn place(&self, spot: Point, frame: &Frame) -> Point {
        let corner = self.corner(frame);
        Point {
            x: (spot.x - corner.x) * self.zoom / f64::from(frame.width),
            y: (spot.y - corner.y) * self.zoom / f64::from(frame.height),
        }
    }

    /// How a picture of this viewport is moved and scaled to show another one: first scaled from
    /// its top left corner, then moved by parts of its width and height.
    #[must_use]
    pub fn transform(&self, to: &Viewport, frame: &Frame) -> (Point, f64) {
        (to.place(self.corner(frame), frame), to.zoom / self.zoom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::frame::Bounds;

    fn frame() -> Frame {
        let bounds = Bounds::EMPTY.with(Point { x: 0.0, y: 0.0 }).with(Point { x: 2.0, y: 3.0 });
        Frame::around(bounds, 800, 0).expect("a box has a size")
    }

    const MIDDLE: Point = Point { x: 0.5, y: 0.5 };

    fn near(a: Point, b: Point) -> bool {
        (a.x - b.x).abs() < 1e-9 && (a.y - b.y).abs() < 1e-9
    }

    #[test]
    fn what_is_under_the_pointer_stays_there() {
        let frame = frame();
        let (fixed, spot) = (Point { x: 0.7, y: 0.4 }, Point { x: 560.0, y: 480.0 });
        let before = Viewport::whole(&frame);
        assert!(near(before.place(spot, &frame), fixed));
        let after = before.zoomed(3.0, fixed, &frame);
        assert!(near(after.place(spot, &frame), fixed), "{after:?}");
    }

    #[test]
    fn nothing_beside_the_drawing_is_shown() {
        let frame = frame();
        let corner = Viewport::whole(&frame).zoomed(4.0, Point { x: 0.0, y: 0.0 }, &frame);
        assert!(near(corner.corner(&frame), Point { x: 0.0, y: 0.0 }));
        let pushed = corner.panned(Point { x: -9.0, y: -9.0 }, &frame);
        assert!(near(pushed.corner(&frame), Point { x: 0.0, y: 0.0 }));
        let out = pushed.zoomed(0.01, MIDDLE, &frame);
        assert_eq!(out, Viewport::whole(&frame));
    }

    #[test]
    fn a_small_box_is_zoomed_in_to_and_a_large_one_is_whole() {
        let frame = frame();
        let small = Viewport::around(
            UnitPoint { x: 100, y: 100 },
            UnitPoint { x: 140, y: 140 },
            0.5,
            &frame,
        );
        assert!(small.zoom > 9.9 && small.zoom <= MOST);
        assert!(near(small.place(Point { x: 120.0, y: 120.0 }, &frame), MIDDLE));
        let large =
            Viewport::around(UnitPoint { x: 0, y: 0 }, UnitPoint { x: 800, y: 1200 }, 0.5, &frame);
        assert!(large.is_whole());
        let point = Viewport::around(
            UnitPoint { x: 400, y: 600 },
            UnitPoint { x: 400, y: 600 },
            0.5,
            &frame,
        );
        assert!((point.zoom - MOST).abs() < 1e-9);
    }

    #[test]
    fn odd_numbers_do_no_harm() {
        let frame = frame();
        let odd = Viewport { middle: Point { x: f64::NAN, y: f64::INFINITY }, zoom: f64::NAN };
        assert!(odd.clamped(&frame).is_whole());
        let Point { x, y } = odd.clamped(&frame).middle;
        assert!(x.is_finite() && y.is_finite());
    }

    #[test]
    fn a_picture_moves_to_where_another_viewport_has_it() {
        let frame = frame();
        let from = Viewport::whole(&frame).zoomed(2.0, MIDDLE, &frame);
        let to = from.zoomed(1.5, Point { x: 0.2, y: 0.9 }, &frame);
        let (moved, scale) = from.transform(&to, &frame);
        let spot = Point { x: 390.0, y: 610.0 };
        let before = from.place(spot, &frame);
        let there = Point { x: before.x * scale + moved.x, y: before.y * scale + moved.y };
        assert!(near(there, to.place(spot, &frame)));
    }
}
