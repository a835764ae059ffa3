//! Where things go: names, dots, insets and targets on the map, popups beside it.

pub(crate) mod arrangement;
pub(crate) mod compose;
mod dots;
pub(crate) mod inset;
mod name;
mod occupancy;
mod panel;
pub(crate) mod popup_position;
pub(crate) mod shapes;
pub(crate) mod stage;
pub(crate) mod target;
mod text;
