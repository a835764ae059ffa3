//! Where things go: labels, callouts, the card, the tip.

pub(crate) mod callout;
pub(crate) mod card_place;
pub(crate) mod label;
pub(crate) mod occupancy;
pub(crate) mod rect;
pub(crate) mod stage;
pub(crate) mod tip_position;
