//! Names in a facts file → indices. A name that leads nowhere is an error with its place.

use crate::document::Value;
use crate::error::Error;
use std::collections::BTreeMap;

/// More names than this are not listed in a message.
const LISTED: usize = 12;

/// The ids of one list, each with its index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Names {
    /// What the list holds: "region".
    kind: &'static str,
    index: BTreeMap<String, usize>,
}

impl Names {
    pub(super) fn new(kind: &'static str) -> Names {
        Names { kind, index: BTreeMap::new() }
    }

    /// Adds the id of the next row, which `row` holds or follows.
    pub(super) fn add(&mut self, id: &str, row: Value<'_>) -> Result<(), Box<Error>> {
        let next = self.index.len();
        match self.index.insert(id.to_owned(), next) {
            None => Ok(()),
            Some(_) => {
                let subject = format!("{} \"{id}\"", self.kind);
                Err(row.error(&subject, "the id is used twice".into()))
            }
        }
    }

    /// The index of an id.
    pub(super) fn get(&self, id: &str) -> Option<usize> {
        self.index.get(id).copied()
    }

    /// The index of the id that `value` holds; `subject` is for the message.
    pub(super) fn find(&self, value: Value<'_>, subject: &str) -> Result<usize, Box<Error>> {
        let name = value.text()?;
        self.get(&name).ok_or_else(|| {
            let mut problem = format!("unknown {} \"{name}\"", self.kind);
            if self.index.len() <= LISTED {
                let mut before = ", known are ";
                for known in self.index.keys() {
                    problem.push_str(before);
                    problem.push_str(known);
                    before = ", ";
                }
            }
            value.error(subject, problem)
        })
    }
}
