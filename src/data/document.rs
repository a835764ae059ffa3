//! Bytes of a file → its JSON text and values that know where they stand.
//! Says what a file is when it is not JSON; what the JSON means is for `atlas` and `facts`.

use crate::data::json;
use crate::error::{Error, Input, TextPosition};

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
    pub(crate) fn new(input: Input, bytes: &'a [u8]) -> Result<Self, Box<Error>> {
        let wrong = |found, fix| Err(Box::new(Error::WrongFormat { input, found, fix }));
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
            return Err(Box::new(Error::Empty { input }));
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

    /// The whole document as one value, checked to be JSON.
    ///
    /// # Errors
    /// `Syntax`, with the place of the fault.
    pub(crate) fn value(self) -> Result<Value<'a>, Box<Error>> {
        let raw = json::check(self.text).map_err(|fault| {
            Box::new(Error::Syntax {
                input: self.input,
                place: TextPosition::of(self.text, fault.offset),
                problem: fault.problem.to_owned(),
            })
        })?;
        Ok(Value { document: self, raw })
    }
}

/// A JSON value that remembers where it stands. It is read only as far as it is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Value<'a> {
    pub(super) document: Document<'a>,
    /// The value as it stands in the file: a slice of the document's text.
    pub(super) raw: &'a str,
}

impl<'a> Value<'a> {
    /// Where the value begins.
    fn place(self) -> TextPosition {
        TextPosition::of(self.document.text, self.offset())
    }

    /// At which byte of the text the value begins.
    pub(super) fn offset(self) -> usize {
        let start = self.document.text.as_ptr() as usize;
        (self.raw.as_ptr() as usize).saturating_sub(start)
    }

    /// An error at this value, about `subject`.
    #[cold]
    pub(crate) fn error(self, subject: &str, problem: String) -> Box<Error> {
        Box::new(Error::Invalid {
            input: self.document.input,
            place: self.place(),
            subject: subject.to_owned(),
            problem,
        })
    }

    fn need<T>(self, value: Option<T>, kind: &str) -> Result<T, Box<Error>> {
        value.ok_or_else(|| self.error("value", format!("needs to be {kind}")))
    }

    /// The value as a text.
    pub(crate) fn text(self) -> Result<String, Box<Error>> {
        self.need(json::string(self.raw), "a text in double quotes")
    }

    /// The value as it is written, without the quotes of a text.
    pub(crate) fn word(self) -> Result<String, Box<Error>> {
        json::number(self.raw).map_or_else(|| self.text(), |_| Ok(self.raw.to_owned()))
    }

    /// The value as an object.
    pub(crate) fn fields(self) -> Result<Fields<'a>, Box<Error>> {
        let mut entries = Vec::new();
        for (name, raw) in self.need(json::entries(self.raw), "an object in curly brackets")? {
            entries.push((name, Value { raw, ..self }));
        }
        Ok(Fields { object: self, entries })
    }
}

/// What only the readers of authors' own files ask for.
#[cfg(any(not(target_os = "unknown"), feature = "import"))]
impl<'a> Value<'a> {
    /// The value as a number.
    pub(crate) fn number(self) -> Result<f64, Box<Error>> {
        self.need(json::number(self.raw), "a number")
    }

    /// The value as a list.
    pub(crate) fn list(self) -> Result<Vec<Value<'a>>, Box<Error>> {
        let items = self.need(json::items(self.raw), "a list in square brackets")?;
        Ok(items.into_iter().map(|raw| Value { raw, ..self }).collect())
    }
}

/// The fields of a JSON object, in the order of the file.
pub(crate) struct Fields<'a> {
    /// The object.
    #[cfg_attr(
        all(target_os = "unknown", not(feature = "import")),
        expect(dead_code, reason = "readers of own files need fields")
    )]
    object: Value<'a>,
    /// Names and values.
    pub(super) entries: Vec<(String, Value<'a>)>,
}

impl<'a> Fields<'a> {
    /// A field that may be absent or null; of several with one name the last, as in JavaScript.
    pub(crate) fn get(&self, name: &str) -> Option<Value<'a>> {
        let found = self.entries.iter().rev().find(|(key, _)| key == name);
        found.map(|&(_, value)| value).filter(|value| value.raw != "null")
    }

    /// A text that may be absent.
    pub(crate) fn text(&self, name: &str) -> Result<Option<String>, Box<Error>> {
        self.get(name).map(Value::text).transpose()
    }
}

#[cfg(any(not(target_os = "unknown"), feature = "import"))]
impl<'a> Fields<'a> {
    /// A field that must be there.
    pub(crate) fn need(&self, name: &str) -> Result<Value<'a>, Box<Error>> {
        self.get(name).ok_or_else(|| self.object.error("object", format!("needs \"{name}\"")))
    }

    /// A list that may be absent, which is the same as empty.
    pub(crate) fn list(&self, name: &str) -> Result<Vec<Value<'a>>, Box<Error>> {
        self.get(name).map_or_else(|| Ok(Vec::new()), Value::list)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(bytes: &[u8]) -> String {
        Document::new(Input::Map, bytes)
            .map_or_else(|error| error.to_string(), |d| d.text.to_owned())
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
    fn a_fault_is_placed_by_line_and_column() {
        let document = Document { input: Input::Map, text: "{\n \"a\": [1,\n x]}" };
        let error = document.value().err();
        assert_eq!(error.and_then(|e| e.place()), Some(TextPosition { line: 3, column: 2 }));
    }
}
