//! IdIndex in a facts file → indices. A name that leads nowhere is an error with its place.

use crate::data::document::Value;
use crate::error::Error;

/// More names than this are not listed in a message.
const LISTED: usize = 12;

/// The ids of one list, each with its index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct IdIndex {
    /// What the list holds: "region".
    kind: &'static str,
    /// In order of the ids. A tree would be faster from some 50,000 ids on, and is 3 kB brotli.
    index: Vec<(String, usize)>,
}

impl IdIndex {
    pub(super) fn new(kind: &'static str) -> IdIndex {
        IdIndex { kind, index: Vec::new() }
    }

    /// The index of these ids, of which none is there twice.
    pub(super) fn of<'a>(kind: &'static str, ids: impl Iterator<Item = &'a String>) -> IdIndex {
        let mut index = IdIndex::new(kind);
        for id in ids {
            let (Ok(place) | Err(place)) = index.place(id);
            index.index.insert(place, (id.clone(), index.index.len()));
        }
        index
    }

    /// Adds the id of the next row, which `row` holds or follows.
    pub(super) fn add(&mut self, id: &str, row: Value<'_>) -> Result<(), Box<Error>> {
        match self.place(id) {
            Err(place) => {
                self.index.insert(place, (id.to_owned(), self.index.len()));
                Ok(())
            }
            Ok(_) => {
                let subject = format!("{} \"{id}\"", self.kind);
                Err(row.error(&subject, "the id is used twice".into()))
            }
        }
    }

    /// Where an id is, or belongs.
    fn place(&self, id: &str) -> Result<usize, usize> {
        self.index.binary_search_by(|(known, _)| known.as_str().cmp(id))
    }

    /// The index of an id.
    pub(super) fn get(&self, id: &str) -> Option<usize> {
        let place = self.place(id).ok()?;
        self.index.get(place).map(|&(_, index)| index)
    }

    /// The index of the id that `value` holds; `subject` is for the message.
    pub(super) fn find(&self, value: Value<'_>, subject: &str) -> Result<usize, Box<Error>> {
        let name = value.text()?;
        self.get(&name).ok_or_else(|| {
            let mut problem = format!("unknown {} \"{name}\"", self.kind);
            if self.index.len() <= LISTED {
                let mut before = ", known are ";
                for (known, _) in &self.index {
                    problem.push_str(before);
                    problem.push_str(known);
                    before = ", ";
                }
            }
            value.error(subject, problem)
        })
    }
}
