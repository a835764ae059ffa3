//! What an embedder can choose. Every default stands here.

/// Choices of an embedder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Begins the fragments of the list of facts; give each map of a page its own.
    pub prefix: String,
    /// Language of the interface, a BCP 47 tag. English so far, whatever is asked for.
    pub language: String,
}

impl Default for Options {
    fn default() -> Self {
        Options { prefix: "summit".into(), language: "en".into() }
    }
}
