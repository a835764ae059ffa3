//! How much a name matters.

/// How a name looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// One of the largest regions: bold and a size larger.
    First,
    /// The rest of those with a status.
    Second,
    /// A territory: muted.
    Territory,
}
