//! Where things go: names, dots, insets and targets on the map; the card and the tip beside it.

pub(crate) mod arrangement;
pub(crate) mod card_place;
pub(crate) mod compose;
pub(crate) mod occupancy;
pub(crate) mod rect;
pub(crate) mod stage;
mod text;
pub(crate) mod tip_position;
