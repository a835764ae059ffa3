//! What an embedder can choose. Every default stands here.

/// Choices of an embedder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Begins the fragments of the list of facts; give each map of a page its own.
    pub prefix: String,
    /// Language of the interface, a BCP 47 tag. None to follow the facts; so does a language that
    /// the interface does not speak.
    pub language: Option<String>,
    /// Whether the reader can switch the language; the facts must be there in all of them.
    pub has_languages: bool,
    /// Whether the page's address holds what the reader has set, in keys that begin with `prefix`.
    pub has_links: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options { prefix: "summit".into(), language: None, has_languages: false, has_links: false }
    }
}
