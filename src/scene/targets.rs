//! Which regions need a callout, and the room that those have.

use super::picture::Region;
use super::view_rings::ViewRings;
use crate::geo::frame::{Frame, UnitPoint};
use crate::layout::callout::{self, Callouts};
use crate::layout::occupancy::OccupancyGrid;

/// A map of more regions than this has no callouts: there would be no sea for them.
const MOST_TARGETS: usize = 300;
/// And one of more features than this has too many to look for sea between them.
pub(super) const MOST_REGIONS: usize = 1000;

/// Callouts for the small regions of a drawing of so many CSS pixels.
/// None where no region needs one, or too many do.
pub(super) fn call_out(
    regions: &[Region],
    frame: &Frame,
    width_px: i32,
    rings: &ViewRings,
) -> Option<Callouts> {
    let targets = targets(regions, frame)?;
    let grid = grid(frame, width_px, rings);
    Some(callout::callouts(&grid, frame, width_px, &targets))
}

/// Lets the frame grow downward until the callouts of the narrowest drawing, which are the largest
/// beside the map, have room.
pub(super) fn make_room(regions: &[Region], rings: &ViewRings, frame: &mut Frame) {
    let width_px = callout::WIDTHS[0];
    // A strip for all that are left is enough; cells cut off at its edge may ask for one more.
    for _ in 0..3 {
        let Some(set) = call_out(regions, frame, width_px, rings) else { return };
        let in_a_row = usize::try_from(frame.width / set.size).unwrap_or(1).max(1);
        let rows = i32::try_from(set.unplaced.div_ceil(in_a_row)).unwrap_or(0);
        if rows == 0 {
            return;
        }
        frame.height += rows * set.size * 7 / 6;
    }
}

/// What lies where in a drawing of so many CSS pixels, in cells of callouts.
pub(super) fn grid(frame: &Frame, width_px: i32, rings: &ViewRings) -> OccupancyGrid {
    OccupancyGrid::draw(frame, callout::cell(frame, width_px), rings.all())
}

/// The regions that need a target, with their places; None where there are none or too many.
fn targets(regions: &[Region], frame: &Frame) -> Option<Vec<(usize, UnitPoint)>> {
    let in_sight =
        |at: UnitPoint| (0..frame.width).contains(&at.x) && (0..frame.height).contains(&at.y);
    let targets = regions.iter().enumerate().filter(|(_, region)| region.row.is_some());
    let targets = targets.filter(|(_, region)| in_sight(region.outline.center));
    let targets: Vec<_> = targets.map(|(index, region)| (index, region.outline.center)).collect();
    let is_fit =
        !targets.is_empty() && targets.len() <= MOST_TARGETS && regions.len() <= MOST_REGIONS;
    is_fit.then_some(targets)
}
