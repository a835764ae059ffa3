//! Insets: which regions are shown once more, how much larger, and where.

pub(crate) mod cluster;
mod fit;

pub(super) use fit::{Fit, Wanted, docked, free};
