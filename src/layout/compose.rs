//! A map and the room on the page → what stands on it.

use crate::geo::frame::Frame;
use crate::layout::stage::{Marks, Stage, StageSize};

/// Lays a map out whose whole has this frame.
#[must_use]
pub(crate) fn compose(frame: &Frame, size: StageSize) -> Stage {
    let (area, units_per_10_px) = size.area(frame, false);
    Stage {
        size,
        area,
        units_per_10_px,
        has_headline: false,
        marks: Marks::default(),
        insets: Vec::new(),
    }
}
