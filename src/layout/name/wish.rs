//! A region that is to be named, and the places that its name could have.

use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::layout::stage::{Align, Rank};
use crate::layout::text::Block;

/// Height of the row of a name that is all that a small region has to be hit, in tenths of a CSS
/// pixel. Source: WCAG 2.2, 2.5.8 Target size.
pub(crate) const TARGET: i32 = 240;
/// A place that a name could have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    /// Which of the blocks of its region.
    pub(super) block: usize,
    pub(super) area: UnitBox,
    pub(super) align: Align,
    pub(super) is_inside: bool,
    pub(super) leader: Option<(UnitPoint, UnitPoint)>,
    /// The box around everything.
    pub(super) hull: UnitBox,
    pub(super) cost: i32,
}

/// A region that is to be named.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    pub(super) region: usize,
    pub(super) rank: Rank,
    pub(super) size: i32,
    pub(super) blocks: Vec<Block>,
    /// The cheapest first.
    pub(super) spots: Vec<Spot>,
    /// What it costs to leave the name out.
    pub(super) without: i32,
    /// The middle of what is named.
    pub(super) heart: UnitPoint,
    /// The name's row is so much higher than the name, where it is needed to hit the region.
    pub(super) row: i32,
    pub(super) chosen: Option<usize>,
}

impl Wish {
    pub(super) fn spot(&self) -> Option<&Spot> {
        self.spots.get(self.chosen?)
    }

    pub(super) fn cost(&self) -> i32 {
        self.spot().map_or(self.without, |spot| spot.cost)
    }
}
