//! Where things go: names, dots, insets and targets on the map; the card and the tip beside it.

pub(crate) mod arrangement;
pub(crate) mod card_place;
pub(crate) mod compose;
mod dots;
mod draft;
pub(crate) mod inset;
mod name;
mod occupancy;
mod panel;
mod rank;
pub(crate) mod rect;
pub(crate) mod shapes;
pub(crate) mod sketch;
pub(crate) mod stage;
pub(crate) mod target;
pub(crate) mod text;
pub(crate) mod tip_position;
mod work;
