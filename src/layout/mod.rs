//! Where things go: names, dots, insets and targets on the map, popups beside it.

pub(crate) mod arrangement;
pub(crate) mod compose;
pub(crate) mod occupancy;
pub(crate) mod popup_position;
pub(crate) mod stage;
mod text;
