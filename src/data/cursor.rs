//! A JSON file read in one pass, front to back.

use super::document::{Document, Value};
use super::json::{Fault, Malformed, Scanner};
use crate::error::{Error, TextPosition};
use std::borrow::Cow;

type Read<T> = Result<T, Box<Error>>;

/// A place in a file, from which the next value is read.
pub(crate) struct Cursor<'a> {
    document: Document<'a>,
    scanner: Scanner<'a>,
}

impl<'a> Cursor<'a> {
    /// The beginning of a document.
    pub(crate) fn new(document: Document<'a>) -> Self {
        Cursor { document, scanner: Scanner::new(document.text) }
    }

    #[cold]
    fn syntax(&self, _: Malformed) -> Box<Error> {
        let Fault { offset, problem } = self.scanner.fault();
        Box::new(Error::Syntax {
            input: self.document.input,
            place: TextPosition::of(self.document.text, offset),
            problem: problem.to_owned(),
        })
    }

    /// An error at the byte `offset`, about `subject`.
    #[cold]
    pub(crate) fn error(&self, offset: usize, subject: &str, problem: String) -> Box<Error> {
        Box::new(Error::Invalid {
            input: self.document.input,
            place: TextPosition::of(self.document.text, offset),
            subject: subject.to_owned(),
            problem,
        })
    }

    /// The first byte of the next value, and where it stands.
    pub(crate) fn peek(&mut self) -> (usize, Option<u8>) {
        self.scanner.skip_space();
        (self.scanner.offset(), self.scanner.peek())
    }

    /// The place of the next value, to go back to.
    pub(crate) fn mark(&mut self) -> Mark {
        self.scanner.skip_space();
        Mark(self.scanner.mark())
    }

    /// Goes back to a value.
    pub(crate) fn seek(&mut self, mark: Mark) {
        self.scanner.seek(mark.0);
    }

    /// Whether the next value is null; then it is read.
    pub(crate) fn is_null(&mut self) -> Read<bool> {
        if self.peek().1 != Some(b'n') {
            return Ok(false);
        }
        self.scanner.literal("null").map(|()| true).map_err(|malformed| self.syntax(malformed))
    }

    /// Reads an object: `read` takes each value, by its name.
    pub(crate) fn object(
        &mut self,
        mut read: impl FnMut(&mut Self, Cow<'a, str>) -> Read<()>,
    ) -> Read<()> {
        let (start, first) = self.peek();
        if first != Some(b'{') {
            return Err(self.misfit(start, "needs to be an object in curly brackets"));
        }
        self.scanner.open(b'{').map_err(|malformed| self.syntax(malformed))?;
        let mut is_first = true;
        while self.scanner.next_item(is_first, b'}').map_err(|malformed| self.syntax(malformed))? {
            is_first = false;
            let name = self.scanner.name().map_err(|malformed| self.syntax(malformed))?;
            self.scanner.colon().map_err(|malformed| self.syntax(malformed))?;
            read(self, name)?;
        }
        Ok(())
    }

    /// Reads a list: `read` takes each item.
    pub(crate) fn list(&mut self, mut read: impl FnMut(&mut Self) -> Read<()>) -> Read<()> {
        let (start, first) = self.peek();
        if first != Some(b'[') {
            return Err(self.misfit(start, "needs to be a list in square brackets"));
        }
        let mut items = self.items()?;
        while self.next(&mut items)? {
            read(self)?;
        }
        Ok(())
    }

    /// Enters the list that comes next; [`Cursor::next`] leads to its items.
    pub(crate) fn items(&mut self) -> Read<Items> {
        self.scanner.open(b'[').map_err(|malformed| self.syntax(malformed))?;
        Ok(Items { is_first: true })
    }

    /// Goes to the next item of a list; false after the last.
    #[inline]
    pub(crate) fn next(&mut self, items: &mut Items) -> Read<bool> {
        let is_first = std::mem::take(&mut items.is_first);
        self.scanner.next_item(is_first, b']').map_err(|malformed| self.syntax(malformed))
    }

    /// What is wrong with a value that is JSON, but of another type. If it is none, that is said.
    #[cold]
    fn misfit(&mut self, start: usize, problem: &str) -> Box<Error> {
        match self.skip() {
            Ok(()) => self.error(start, "value", problem.to_owned()),
            Err(syntax) => syntax,
        }
    }

    /// Reads a number.
    #[inline]
    pub(crate) fn number(&mut self) -> Read<f64> {
        self.scanner.number().map_err(|malformed| self.syntax(malformed))
    }

    /// Goes over a value.
    pub(crate) fn skip(&mut self) -> Read<()> {
        self.scanner.skip_value().map_err(|malformed| self.syntax(malformed))
    }

    /// Goes over a value; it may be looked into later.
    pub(crate) fn value(&mut self) -> Read<Value<'a>> {
        let raw = self.scanner.slice_value().map_err(|malformed| self.syntax(malformed))?;
        Ok(Value { document: self.document, raw })
    }

    /// Checks that nothing follows.
    pub(crate) fn finish(&mut self) -> Read<()> {
        self.scanner.finish().map_err(|malformed| self.syntax(malformed))
    }
}

/// The place of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark((usize, usize));

impl Mark {
    /// Its byte in the text.
    pub(crate) fn offset(self) -> usize {
        self.0.0
    }
}

/// A list that is being read.
pub(crate) struct Items {
    is_first: bool,
}
