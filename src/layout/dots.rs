//! Dots for regions that are too small to see.

use crate::geo::unit_box::UnitBox;
use crate::layout::panel::Panel;
use crate::layout::shapes::{Extent, Subject};
use crate::layout::stage::Dot;

/// The dots of these regions in a panel; those of states are `across` tenths of a CSS pixel wide, and
/// those of territories the second number. A region gets one if its largest part is smaller than
/// that: the box around it has less area than a square as wide.
pub(super) fn dots(
    panel: &Panel,
    subjects: &[Subject<'_>],
    extents: &[Option<Extent>],
    regions: &[usize],
    (state, territory): (i32, i32),
) -> Vec<Dot> {
    let mut dots = Vec::new();
    for &region in regions {
        let Some(subject) = subjects.get(region) else { continue };
        let across = panel.px(if subject.is_state() { state } else { territory });
        let at = panel.lens.place(subject.center);
        // What the view is too coarse for has no extent.
        let size = extents.get(region).copied().flatten().map_or(0, |extent| {
            let UnitBox { min, max } = panel.lens.area(extent.largest);
            i64::from(max.x - min.x) * i64::from(max.y - min.y)
        });
        let least = if subject.is_state() { panel.px(70) } else { across };
        if size < i64::from(least) * i64::from(least) && panel.area.contains(at) {
            dots.push(Dot { region, at, radius: across / 2 + 1 });
        }
    }
    dots
}
