//! The one error type: what is wrong, in which input, at which line and column, and how to mend it.

use std::fmt;

/// The input in which an error was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// The GeoJSON map.
    Map,
    /// The table of facts.
    Facts,
    /// The rows of an author's own table.
    Table,
    /// The options handed to the widget.
    Options,
}

impl Input {
    fn name(self) -> &'static str {
        match self {
            Input::Map => "map",
            Input::Facts => "facts",
            Input::Table => "table",
            Input::Options => "options",
        }
    }
}

/// A position in a text file. Lines and columns count from 1; a column is a count of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextPosition {
    /// Line, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
}

impl TextPosition {
    /// The place of byte `offset` in `text`; the end of the text where `offset` lies beyond it.
    #[must_use]
    pub fn of(text: &str, offset: usize) -> TextPosition {
        let before = text.get(..offset).unwrap_or(text);
        let mut place = TextPosition { line: 1, column: 1 };
        // By hand: the library's searches for a character are 1 kB more on the wire.
        for byte in before.bytes() {
            if byte == b'\n' {
                place = TextPosition { line: place.line + 1, column: 1 };
            } else if byte & 0xc0 != 0x80 {
                // Every byte but those that continue a character.
                place.column += 1;
            }
        }
        place
    }
}

/// Why a map could not be drawn. The message names the input, the place and the fix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The file has no content.
    Empty {
        /// Which file.
        input: Input,
    },
    /// The file is of another format.
    WrongFormat {
        /// Which file.
        input: Input,
        /// What it is, with its article: "an HTML page".
        found: &'static str,
        /// What to do about it.
        fix: &'static str,
    },
    /// The file is not well-formed, or a value has the wrong type.
    Syntax {
        /// Which file.
        input: Input,
        /// Where reading stopped.
        place: TextPosition,
        /// What the reader says.
        problem: String,
    },
    /// The file is well-formed, but a value cannot be right.
    Invalid {
        /// Which file.
        input: Input,
        /// Where the value stands.
        place: TextPosition,
        /// What it is about: `region "BRA"`.
        subject: String,
        /// What is wrong, and the fix.
        problem: String,
    },
    /// The map has no polygon that can be drawn.
    NothingToDraw,
    /// A region was asked for that the map does not have.
    UnknownRegion {
        /// The id that was asked for.
        id: String,
    },
}

impl Error {
    /// A short fixed word for programs: `syntax`, `invalid`, …
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Error::Empty { .. } => "empty",
            Error::WrongFormat { .. } => "wrong-format",
            Error::Syntax { .. } => "syntax",
            Error::Invalid { .. } => "invalid",
            Error::NothingToDraw => "nothing-to-draw",
            Error::UnknownRegion { .. } => "unknown-region",
        }
    }

    /// Where the error stands, if it stands anywhere.
    #[must_use]
    pub fn place(&self) -> Option<TextPosition> {
        match self {
            Error::Syntax { place, .. } | Error::Invalid { place, .. } => Some(*place),
            Error::Empty { .. }
            | Error::WrongFormat { .. }
            | Error::NothingToDraw
            | Error::UnknownRegion { .. } => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Empty { input } => {
                write!(f, "{}: the file is empty", input.name())
            }
            Error::WrongFormat { input, found, fix } => {
                write!(f, "{}: this is {found}; {fix}", input.name())
            }
            Error::Syntax { input, place, problem } => {
                let TextPosition { line, column } = place;
                write!(f, "{}, line {line}, column {column}: {problem}", input.name())
            }
            Error::Invalid { input, place, subject, problem } => {
                let TextPosition { line, column } = place;
                write!(f, "{}, line {line}, column {column}: {subject}: {problem}", input.name())
            }
            Error::NothingToDraw => f.write_str(
                "map: no feature has a polygon; give at least one Polygon or MultiPolygon",
            ),
            Error::UnknownRegion { id } => f.write_str(&unknown_region(id)),
        }
    }
}

/// What is said of a region that the map does not have: for the widget too, which has no other error.
pub(crate) fn unknown_region(id: &str) -> String {
    String::from("region \"") + id + "\" is not on the map"
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_lines_and_characters_from_one() {
        let text = "ab\ncé\nd";
        assert_eq!(TextPosition::of(text, 0), TextPosition { line: 1, column: 1 });
        assert_eq!(TextPosition::of(text, 6), TextPosition { line: 2, column: 3 });
        assert_eq!(TextPosition::of(text, 99), TextPosition { line: 3, column: 2 });
    }

    #[test]
    fn a_message_names_input_place_and_problem() {
        let error = Error::Invalid {
            input: Input::Facts,
            place: TextPosition { line: 3, column: 11 },
            subject: "region \"BRA\"".into(),
            problem: "unknown status \"sighned\"".into(),
        };
        assert_eq!(
            error.to_string(),
            "facts, line 3, column 11: region \"BRA\": unknown status \"sighned\""
        );
    }
}
