//! What a live widget shows beyond the prerendered one.

use crate::interaction::filter::Filter;

/// The reader's choices, as far as the drawing shows them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LiveState<'a> {
    /// Which categories are dimmed.
    pub filter: &'a Filter,
    /// For each region of the scene, whether it is dimmed.
    pub dimmed: &'a [bool],
}

impl LiveState<'_> {
    /// Whether a region is dimmed.
    #[must_use]
    pub(crate) fn is_dimmed(&self, region: usize) -> bool {
        self.dimmed.get(region) == Some(&true)
    }
}
