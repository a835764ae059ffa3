//! Insets: which regions are shown once more, how much larger, and where.

pub(crate) mod cluster;
mod far;
mod fit;

pub(super) use far::FarFits;
pub(super) use fit::{Fit, Wanted, docked, free};
