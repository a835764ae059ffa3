//! Which region answers for a place of a stage: in this order its name in the sea, its core, its
//! dot, its area, and the nearest state around. Cores are set where a state would not own a square of
//! 24 CSS pixels by the others, for only a script finds what is nearest. Source: WCAG 2.2, 2.5.8 Target size.

mod cores;
mod owners;

use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::layout::shapes::length;
use crate::layout::stage::{Marks, Stage};

pub(super) use owners::Owners;

/// A state answers so far out into the sea, in tenths of a CSS pixel.
const REACH: i32 = 400;
/// The region that is meant by a place of a stage, or of a zoomed view. `nearest` tells the region
/// at a point of the map, or else the nearest state within so many units of it.
pub(crate) fn target_at(
    stage: &Stage,
    at: UnitPoint,
    nearest: &mut dyn FnMut(UnitPoint, i32) -> Option<usize>,
) -> Option<usize> {
    let reach = stage.units_per_10_px * REACH / 100;
    for inset in &stage.insets {
        if inset.frame.contains(at) {
            let lens = inset.lens();
            let is_map = inset.place.contains(at);
            let found = inset.marks.hit(at);
            let far = reach * 100 / inset.factor.max(1);
            return found.or_else(|| nearest(lens.point(at), far).filter(|_| is_map));
        }
    }
    stage.marks.hit(at).or_else(|| nearest(at, reach))
}

impl Marks {
    /// The region whose name, core or dot is at a place.
    fn hit(&self, at: UnitPoint) -> Option<usize> {
        let is_name = |target: Option<UnitBox>| target.is_some_and(|target| target.contains(at));
        let name = self.names.iter().find(|name| is_name(name.target));
        let core = || self.cores.iter().find(|core| core.area.contains(at));
        let dot = || self.dots.iter().find(|dot| length(dot.at, at) <= dot.radius);
        let found = name.map(|name| name.region);
        found.or_else(|| Some(core()?.region)).or_else(|| Some(dot()?.region))
    }
}
