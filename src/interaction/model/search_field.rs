//! The search field, as it stands.

/// What stands in the field and under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SearchField {
    /// The text of the field.
    pub(super) query: String,
    /// The regions that it finds.
    pub(super) hits: Vec<usize>,
    /// The place among them of the option that Enter takes, if one is marked.
    pub(super) active: Option<usize>,
    /// Whether the list is shown.
    pub(super) is_open: bool,
}
