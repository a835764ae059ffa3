//! How much larger an inset can be, and where it then stands.

use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::layout::shapes::{Lens, scaled, squared};
use crate::layout::work::Ground;

/// The greatest factor in hundredths, and the step to the next that is tried.
const MOST: i32 = 400;
const STEP: i32 = 5;
/// Free space around the members, in hundredths of their box on all sides together,
const MARGIN: i32 = 103;
/// and in tenths of a CSS pixel on each side.
const PADDING: i32 = 60;
/// An inset that is so near to the edge of the stage, in tenths of a CSS pixel, goes up to it.
const NEAR: i32 = 160;
/// Between land and an inset, in tenths of a CSS pixel.
const OFF_LAND: i32 = 100;
/// From one place to the next that is tried, in tenths of a CSS pixel.
const RASTER: i32 = 60;

/// What an inset has to show.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    /// The box around its members, in units of the map.
    pub members: UnitBox,
    /// Width of the room for names to their left and right, in units.
    pub beside: (i32, i32),
    /// Width of the whole inset at least.
    pub least: i32,
    /// Where a reader looks for it.
    pub near: UnitPoint,
    /// Height of its heading in tenths of a CSS pixel.
    pub heading: i32,
    /// Units to ten CSS pixels.
    pub units: i32,
}

/// An inset without names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fit {
    /// The part of the map that it shows.
    pub window: UnitBox,
    /// Where its picture stands.
    pub place: UnitBox,
    /// The same with the heading.
    pub frame: UnitBox,
    /// How many times larger, in hundredths.
    pub factor: i32,
}

impl Fit {
    /// From the map to the inset.
    pub(crate) fn lens(&self) -> Lens {
        Lens { from: self.window.min, to: self.place.min, factor: self.factor }
    }
}

impl Wanted {
    fn px(&self, tenths: i32) -> i32 {
        tenths * self.units / 100
    }

    /// Width and height of the whole inset.
    fn size(&self, factor: i32) -> (i32, i32) {
        let length =
            |members: i32| scaled(members, factor * MARGIN / 100, 100) + 2 * self.px(PADDING);
        let (across, down) = (self.members.width(), self.members.height());
        let (left, right) = self.beside;
        ((length(across) + left + right).max(self.least), length(down) + self.px(self.heading))
    }

    /// The inset that stands there.
    pub(super) fn fit(&self, frame: UnitBox, factor: i32) -> Fit {
        let UnitBox { min, max } = frame;
        let place = UnitBox { min: UnitPoint { y: min.y + self.px(self.heading), ..min }, max };
        // Half of what is left after members and names stands on each side.
        let (left, right) = self.beside;
        let free = place.width() - left - right - scaled(self.members.width(), factor, 100);
        let left = free / 2 + left;
        let top = (place.height() - scaled(self.members.height(), factor, 100)) / 2;
        let to = UnitPoint { x: place.min.x + left, y: place.min.y + top };
        let corner = |place: UnitPoint| UnitPoint {
            x: self.members.min.x + scaled(place.x - to.x, 100, factor),
            y: self.members.min.y + scaled(place.y - to.y, 100, factor),
        };
        let window = UnitBox { min: corner(place.min), max: corner(place.max) };
        Fit { window, place, frame, factor }
    }
}

/// The greatest free place of a stage for an inset, from `least` to `most` hundredths as large as the
/// map. Of equal places the one that is nearest to where a reader looks for it is taken.
pub(crate) fn free(wanted: &Wanted, ground: &Ground, least: i32, most: i32) -> Option<Fit> {
    let area = ground.panel.area;
    let step = wanted.px(RASTER).max(1);
    let mut factor = most.min(MOST);
    while factor >= least {
        let (width, height) = wanted.size(factor);
        let mut best: Option<(i64, UnitBox)> = None;
        let mut y = area.max.y - height;
        while y >= area.min.y {
            let mut x = area.min.x;
            while x + width <= area.max.x {
                let min = UnitPoint { x, y };
                let frame = UnitBox { min, max: UnitPoint { x: x + width, y: y + height } };
                let far = squared(frame.middle(), wanted.near);
                let is_nearer = best.is_none_or(|(nearest, _)| far < nearest);
                if is_nearer
                    && ground.panel.is_free(frame, 0)
                    && ground.solid.land_in(frame.grown(wanted.px(OFF_LAND))) == 0
                {
                    best = Some((far, frame));
                }
                x += step;
            }
            y -= step;
        }
        if let Some((_, frame)) = best {
            return Some(wanted.fit(stretched(frame, area, wanted.px(NEAR)), factor));
        }
        factor -= STEP;
    }
    None
}

/// Up to the edges of the stage that are near.
fn stretched(frame: UnitBox, area: UnitBox, near: i32) -> UnitBox {
    let snap = |from: i32, to: i32| if (from - to).abs() < near { to } else { from };
    let UnitBox { min, max } = frame;
    UnitBox {
        min: UnitPoint { x: snap(min.x, area.min.x), y: snap(min.y, area.min.y) },
        max: UnitPoint { x: snap(max.x, area.max.x), y: snap(max.y, area.max.y) },
    }
}

/// How many times larger, in hundredths, an inset can be in a box of this size.
pub(super) fn greatest(wanted: &Wanted, width: i32, height: i32) -> i32 {
    let mut factor = MOST;
    loop {
        let (across, down) = wanted.size(factor);
        if factor <= STEP || across <= width && down <= height {
            return factor;
        }
        factor -= STEP;
    }
}

/// An inset over the whole width below a stage, as large as it can be, and no higher than so many
/// hundredths of the width.
pub(crate) fn docked(wanted: &Wanted, area: UnitBox, tallest: i32) -> Fit {
    let width = area.width();
    let mut factor = MOST;
    loop {
        let (across, height) = wanted.size(factor);
        let fits = across <= width && height <= scaled(width, tallest, 100);
        if fits || factor <= 110 {
            let min = UnitPoint { x: area.min.x, y: area.max.y };
            let max = UnitPoint { x: area.max.x, y: area.max.y + height };
            return wanted.fit(UnitBox { min, max }, factor);
        }
        factor -= STEP;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted() -> Wanted {
        let members = UnitBox::around(UnitPoint { x: 500, y: 500 }, 200, 100);
        // A unit is a CSS pixel.
        Wanted {
            members,
            beside: (0, 80),
            least: 0,
            near: members.middle(),
            heading: 230,
            units: 10,
        }
    }

    #[test]
    fn a_docked_inset_is_as_large_as_its_width_and_height_allow() {
        let area = UnitBox { min: UnitPoint { x: 0, y: 0 }, max: UnitPoint { x: 1000, y: 900 } };
        let fit = docked(&wanted(), area, 58);
        assert_eq!((fit.factor, fit.frame.min), (400, UnitPoint { x: 0, y: 900 }));
        let low = docked(&wanted(), area, 30);
        assert!(low.factor < 400 && low.frame.height() <= 300, "{low:?}");
    }

    #[test]
    fn the_window_has_the_proportions_of_its_place_and_holds_the_members() {
        let area = UnitBox { min: UnitPoint { x: -90, y: 0 }, max: UnitPoint { x: 910, y: 900 } };
        let Fit { window, place, factor, .. } = docked(&wanted(), area, 58);
        assert!(window.holds(wanted().members));
        assert!((window.width() * factor / 100 - place.width()).abs() <= factor / 50);
        assert!((window.height() * factor / 100 - place.height()).abs() <= factor / 50);
    }

    #[test]
    fn an_inset_near_the_edge_of_the_stage_goes_up_to_it() {
        let area = UnitBox { min: UnitPoint { x: 0, y: 0 }, max: UnitPoint { x: 900, y: 900 } };
        let frame = UnitBox { min: UnitPoint { x: 9, y: 300 }, max: UnitPoint { x: 700, y: 895 } };
        let UnitBox { min, max } = stretched(frame, area, 10);
        assert_eq!((min.x, min.y, max.x, max.y), (0, 300, 700, 900));
    }
}
