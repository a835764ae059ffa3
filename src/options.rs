//! What an embedder can choose. Every default stands here.

use serde::Deserialize;

/// Choices of an embedder.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// Begins the fragments of the list of facts; give each map of a page its own.
    pub prefix: String,
}

impl Default for Options {
    fn default() -> Self {
        Options { prefix: "summit".into() }
    }
}
