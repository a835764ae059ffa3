//! Values of a facts file. What is wrong is noted, and reading goes on with nothing in its place; of
//! all that is noted the first counts, once everything is read. A way out at every step would be
//! a third of the reader, most of it to free what was read before.

use crate::data::document::{Document, Value};
use crate::data::json;
use crate::error::{Error, Input};
use std::cell::OnceCell;

/// Reads a file: `read` makes something of the whole of it.
///
/// # Errors
/// `Empty`, `WrongFormat`, `Syntax`, or the first fault that `read` notes.
pub(super) fn read_file<T>(
    bytes: &[u8],
    read: impl FnOnce(Part<'_>) -> T,
) -> Result<T, Box<Error>> {
    let value = Document::new(Input::Facts, bytes)?.value()?;
    let fault = OnceCell::new();
    let result = read(Part { value, fault: &fault });
    fault.into_inner().map_or(Ok(result), Err)
}

/// A value that is read only as far as it is asked for.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    value: Value<'a>,
    /// The first that was wrong in the file.
    fault: &'a OnceCell<Box<Error>>,
}

impl<'a> Part<'a> {
    /// Notes what is wrong with the value.
    #[cold]
    pub(super) fn wrong(self, subject: &str, problem: String) {
        self.fault.get_or_init(|| self.value.error(subject, problem));
    }

    fn need<T: Default>(self, value: Option<T>, kind: &str) -> T {
        if value.is_none() {
            self.wrong("value", format!("needs to be {kind}"));
        }
        value.unwrap_or_default()
    }

    /// Whether the value is a text.
    pub(super) fn is_text(self) -> bool {
        self.value.raw.starts_with('"')
    }

    /// The value as a text.
    pub(super) fn text(self) -> String {
        self.need(json::string(self.value.raw), "a text in double quotes")
    }

    /// A text that says something.
    pub(super) fn full_text(self, subject: &str) -> String {
        let text = self.text();
        if text.chars().all(char::is_whitespace) {
            self.wrong(subject, "the text is empty".into());
        }
        text
    }

    /// The value as a number.
    pub(super) fn number(self) -> f64 {
        // A number too large for any is read as infinite.
        self.need(json::number(self.value.raw).filter(|number| number.is_finite()), "a number")
    }

    /// The value as it is written, without the quotes of a text.
    pub(super) fn word(self) -> String {
        match json::number(self.value.raw) {
            Some(_) => self.value.raw.to_owned(),
            None => self.text(),
        }
    }

    fn part(self, raw: &'a str) -> Part<'a> {
        Part { value: Value { raw, ..self.value }, ..self }
    }

    /// The value as a list.
    pub(super) fn list(self) -> Vec<Part<'a>> {
        let mut list = Vec::new();
        for raw in self.need(json::items(self.value.raw), "a list in square brackets") {
            list.push(self.part(raw));
        }
        list
    }

    /// The names and values of an object.
    fn entries(self) -> Vec<(String, &'a str)> {
        self.need(json::entries(self.value.raw), "an object in curly brackets")
    }

    /// The value as an object of any names, which `read` takes one by one.
    pub(super) fn each(self, mut read: impl FnMut(String, Part<'a>)) {
        for (name, raw) in self.entries() {
            read(name, self.part(raw));
        }
    }

    /// The place of the value among these words.
    pub(super) fn one_of(self, subject: &str, known: &[&str]) -> Option<usize> {
        let word = self.text();
        let found = known.iter().position(|known| *known == word);
        if found.is_none() {
            self.unknown(subject, "unknown", known);
        }
        found
    }

    #[cold]
    fn unknown(self, subject: &str, problem: &str, known: &[&str]) {
        let mut problem = format!("{problem}, known are");
        for (index, name) in known.iter().enumerate() {
            problem.push_str(if index == 0 { " " } else { ", " });
            problem.push_str(name);
        }
        self.wrong(subject, problem);
    }

    /// The value as an object of these fields. Another is refused: a misspelt name would be a fact
    /// lost without a word.
    pub(super) fn row(self, known: &[&str]) -> Row<'a> {
        let entries = self.entries();
        for (index, (name, raw)) in entries.iter().enumerate() {
            if entries.iter().take(index).any(|(other, _)| other == name) {
                self.part(raw).wrong(&format!("\"{name}\""), "the field is there twice".into());
            }
            if !known.contains(&name.as_str()) {
                self.part(raw).unknown(&format!("\"{name}\""), "unknown field", known);
                break;
            }
        }
        Row { object: self, entries }
    }
}

/// An object with fields of known names.
pub(super) struct Row<'a> {
    /// The object.
    pub(super) object: Part<'a>,
    entries: Vec<(String, &'a str)>,
}

impl<'a> Row<'a> {
    /// A field that may be absent or null; of several with one name the last, as in JavaScript.
    pub(super) fn get(&self, name: &str) -> Option<Part<'a>> {
        let (_, raw) = self.entries.iter().rev().find(|(key, _)| key == name)?;
        (*raw != "null").then(|| self.object.part(raw))
    }

    /// A field that must be there.
    pub(super) fn need(&self, name: &str) -> Part<'a> {
        self.get(name).unwrap_or_else(|| {
            self.object.wrong("object", format!("needs \"{name}\""));
            self.object
        })
    }

    /// A text that may be absent.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.get(name).map(Part::text)
    }

    /// A list that may be absent, which is the same as empty.
    pub(super) fn list(&self, name: &str) -> Vec<Part<'a>> {
        self.get(name).map_or_else(Vec::new, Part::list)
    }
}
