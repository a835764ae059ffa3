//! What the reader has set: the part of the map, the filter, the order of the table.

use crate::content::data_table::Sort;
use crate::geo::viewport::Viewport;
use crate::interaction::filter::Filter;

/// Everything that stays when the map is drawn anew.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ReaderState {
    /// The part of the map that is shown.
    pub viewport: Viewport,
    /// The categories that are dimmed.
    pub filter: Filter,
    /// The order of the table.
    pub sort: Sort,
    /// Whether the table is open, and so has rows.
    pub has_table: bool,
}
