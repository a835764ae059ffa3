//! Which controls there are beside those of every map.

/// The controls that depend on the embedder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Controls {
    /// Whether the reader can switch the language.
    pub has_languages: bool,
    /// Whether the reader can copy the address of a view.
    pub has_link: bool,
}
