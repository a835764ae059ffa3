//! Dimensions and categories, as a facts file declares them.

use crate::data::color::LightDark;

/// A question that a region answers at most once: "Did it sign?".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// Name by which categories refer to it.
    pub id: String,
    /// Its words for the reader.
    pub label: String,
}

/// An answer, and how the map shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Name by which regions refer to it.
    pub id: String,
    /// Index of its dimension; None for a category outside the question, such as a territory.
    pub dimension: Option<usize>,
    /// Its words in the legend: "Signed the declaration".
    pub label: String,
    /// Its words in a sentence: "signed".
    pub word: String,
    /// Its words where there is little room: "Signed".
    pub short: String,
    /// How the map shows it.
    pub paint: Paint,
}

/// How a category is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paint {
    /// In words only.
    None,
    /// The region is filled; an outline sets faint fills off from the sea.
    Fill {
        /// Colour of the area.
        fill: LightDark,
        /// Colour of its edge, where the category has one.
        outline: Option<LightDark>,
        /// The pattern on it and the colour of its strokes, where the category has one.
        over: Option<(Pattern, LightDark)>,
    },
    /// A pattern lies over the region's fill.
    Overlay {
        /// Which pattern.
        pattern: Pattern,
        /// Colour of its strokes.
        color: LightDark,
    },
}

impl Paint {
    /// Whether the map shows the category at all, so that the legend must.
    #[must_use]
    pub fn is_visible(&self) -> bool {
        !matches!(self, Paint::None)
    }
}

/// The patterns that can lie over a fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Stripes from bottom left to top right.
    Diagonal,
    /// A grid of dots.
    Dots,
}

impl Pattern {
    /// Reads the name that a facts file uses; None for an unknown one.
    #[must_use]
    pub fn parse(name: &str) -> Option<Pattern> {
        match name {
            "diagonal" => Some(Pattern::Diagonal),
            "dots" => Some(Pattern::Dots),
            _ => None,
        }
    }
}
