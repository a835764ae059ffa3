//! Where the names of one panel stand: of the places that each could have, a cheap set in which no
//! two are in each other's way. Names are set one after another; if not each has its best place, they
//! are shuffled, and shuffled less and less. Source of the order of places, and of keeping a name on land or in the sea as a whole: Imhof, "Positioning
//! names on maps" (1975).

mod beside;
mod leader;
mod room;
mod spots;
mod wish;

use crate::layout::panel::Panel;
use crate::layout::shapes::{Extent, Subject};
use crate::layout::stage::{Dot, Name, Rank};
use room::{BLOCKED, Room};

pub(crate) use spots::Fonts;
pub(crate) use wish::TARGET;

/// Most leaders of a stage.
pub(crate) const MOST_LEADERS: usize = 10;
/// Free space around a name in tenths of a CSS pixel.
const GAP: i32 = 20;
/// Names these regions of a panel, with so many leaders at most, or on their land alone. Returns the names, and the regions
/// that found no place.
pub(crate) fn names(
    panel: &Panel,
    subjects: &[Subject<'_>],
    extents: &[Option<Extent>],
    regions: &[usize],
    dots: &[Dot],
    fonts: &Fonts,
    leaders: Option<usize>,
) -> (Vec<Name>, Vec<usize>) {
    let mut wishes = Vec::new();
    for &region in regions {
        let wish = spots::wish(
            panel,
            subjects,
            extents,
            region,
            dots,
            fonts,
            leaders.map(|most| most > 0),
        );
        if let Some(wish) = wish {
            wishes.push(wish);
        }
    }
    let mut room =
        Room { gap: panel.px(GAP), leaders: leaders.unwrap_or(0), blocked: BLOCKED, wishes };
    room.settle();
    let (mut names, mut left) = (Vec::new(), Vec::new());
    for wish in room.wishes {
        let (Some(spot), region) = (wish.spot().copied(), wish.region) else {
            left.push(wish.region);
            continue;
        };
        let Some(block) = wish.blocks.into_iter().nth(spot.block) else { continue };
        let (area, align, is_inside, leader) = (spot.area, spot.align, spot.is_inside, spot.leader);
        let (lines, note, size, rank) = (block.lines, block.note, wish.size, wish.rank);
        let is_news = subjects.get(region).is_some_and(|subject| subject.is_bold);
        let is_bold = is_news || rank == Rank::First;
        let target = (!is_inside && rank != Rank::Territory).then_some(area);
        names.push(Name {
            region,
            lines,
            note,
            area,
            align,
            size,
            rank,
            is_bold,
            is_inside,
            leader,
            target,
        });
    }
    (names, left)
}

/// What the best place of a region's name costs on a panel without other names, where it needs no
/// leader, and whether that is on its land.
pub(crate) fn cheapest(
    panel: &Panel,
    subjects: &[Subject<'_>],
    extents: &[Option<Extent>],
    region: usize,
    fonts: &Fonts,
) -> Option<(i32, bool)> {
    let wish = spots::wish(panel, subjects, extents, region, &[], fonts, Some(false))?;
    wish.spots.first().map(|spot| (spot.cost, spot.is_inside))
}
