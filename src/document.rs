//! Bytes of a file → its JSON text and values that know where they stand.
//! Says what a file is when it is not JSON; what the JSON means is for `atlas` and `facts`.

use crate::error::{Error, Input, Place};
use serde::de::{Deserialize, Deserializer, Error as _};
use serde_json::value::RawValue;

/// A file as text, ready to be parsed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Document<'a> {
    /// Which input the text is.
    pub(crate) input: Input,
    /// The text, without a byte order mark.
    pub(crate) text: &'a str,
}

impl<'a> Document<'a> {
    /// Checks that `bytes` can be JSON in UTF-8.
    ///
    /// # Errors
    /// `Empty`, or `WrongFormat` with what the bytes look like instead.
    pub(crate) fn new(input: Input, bytes: &'a [u8]) -> Result<Self, Error> {
        let wrong = |found, fix| Err(Error::WrongFormat { input, found, fix });
        match bytes {
            [0x1f, 0x8b, ..] => {
                return wrong("a gzip file", "let the server send it with content-encoding: gzip");
            }
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
                return wrong("text in UTF-16", "save it as UTF-8");
            }
            _ => {}
        }
        let Ok(text) = std::str::from_utf8(bytes) else {
            return wrong("not text in UTF-8", "save it as UTF-8");
        };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let start = text.trim_start();
        if start.is_empty() {
            return Err(Error::Empty { input });
        }
        let is = |opening: &str| {
            start.get(..opening.len()).is_some_and(|head| head.eq_ignore_ascii_case(opening))
        };
        if is("<!doctype html") || is("<html") {
            return wrong("an HTML page", "check the address: it may be an error page");
        }
        if start.starts_with('<') {
            return wrong("XML", "convert it to GeoJSON or JSON");
        }
        Ok(Document { input, text })
    }

    /// Parses the whole document.
    ///
    /// # Errors
    /// `Syntax`, with the place at which reading stopped.
    pub(crate) fn parse<T: Deserialize<'a>>(&self) -> Result<T, Error> {
        self.parse_part(self.text)
    }

    /// Parses `part`, a slice of this document's text; places count from the document's start.
    ///
    /// # Errors
    /// `Syntax`.
    pub(crate) fn parse_part<T: Deserialize<'a>>(&self, part: &'a str) -> Result<T, Error> {
        serde_json::from_str(part).map_err(|error| self.syntax(part, &error))
    }

    fn syntax(&self, part: &str, error: &serde_json::Error) -> Error {
        let message = error.to_string();
        let problem = message.rfind(" at line ").and_then(|end| message.get(..end));
        let before: usize =
            part.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let offset = self.offset(part) + before + error.column().saturating_sub(1);
        Error::Syntax {
            input: self.input,
            place: Place::of(self.text, offset),
            problem: problem.unwrap_or(&message).to_owned(),
        }
    }

    /// The place of `part`, which must be a slice of this document's text.
    pub(crate) fn place(&self, part: &str) -> Place {
        Place::of(self.text, self.offset(part))
    }

    fn offset(&self, part: &str) -> usize {
        (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize)
    }

    /// An `Invalid` error about `subject`, at `part` of this document.
    pub(crate) fn invalid(&self, part: &str, subject: String, problem: String) -> Error {
        Error::Invalid { input: self.input, place: self.place(part), subject, problem }
    }
}

/// A JSON string that remembers where it stands.
pub(crate) struct Text<'a> {
    /// The string, unescaped.
    pub(crate) value: String,
    /// The string as it stands in the file, with its quotes.
    pub(crate) raw: &'a str,
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&'de RawValue>::deserialize(deserializer)?.get();
        let value = serde_json::from_str(raw)
            .map_err(|_| D::Error::custom("expected a text in double quotes"))?;
        Ok(Text { value, raw })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(bytes: &[u8]) -> String {
        Document::new(Input::Map, bytes).map_or_else(|error| error.to_string(), |d| d.text.to_owned())
    }

    #[test]
    fn a_byte_order_mark_is_dropped() {
        assert_eq!(found("\u{feff}{}".as_bytes()), "{}");
    }

    #[test]
    fn other_formats_are_named() {
        assert!(found(b"<!DOCTYPE html><p>404").contains("an HTML page"));
        assert!(found(b"<?xml version='1.0'?><kml/>").contains("XML"));
        assert!(found(&[0x1f, 0x8b, 8]).contains("gzip"));
        assert!(found(&[0xff, 0xfe, b'{', 0]).contains("UTF-16"));
        assert!(found(b"{\"a\":\"\xe9\"}").contains("not text in UTF-8"));
        assert!(found(b" \n").contains("empty"));
    }

    #[test]
    fn a_syntax_error_in_a_part_is_placed_in_the_whole() {
        let document = Document { input: Input::Map, text: "{\n \"a\": [1,\n x]}" };
        let part = document.text.get(8..).unwrap_or_default();
        let error = document.parse_part::<Vec<u8>>(part).err();
        assert_eq!(error.and_then(|e| e.place()), Some(Place { line: 3, column: 2 }));
    }
}
