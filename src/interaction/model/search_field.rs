//! The search field, as it stands.

/// What stands in the field and under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SearchField {
    /// Whether the field is shown.
    pub(super) is_shown: bool,
    /// The text of the field.
    pub(super) query: String,
    /// The regions that are listed under it; None where there is no list.
    pub(super) hits: Option<Vec<usize>>,
    /// The place among them of the option that Enter takes, which is marked.
    pub(super) active: Option<usize>,
}
