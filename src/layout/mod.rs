//! Where things go: labels, callouts, popups.

pub(crate) mod callout;
pub(crate) mod label;
pub(crate) mod occupancy;
pub(crate) mod popup_position;
pub(crate) mod stage;
