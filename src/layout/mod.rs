//! Where things go: labels, callouts, popups.

pub mod callout;
pub mod label;
pub mod occupancy;
pub mod popup_position;
