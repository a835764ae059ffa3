//! Ids in a facts file → indices. A name that leads nowhere is an error with its place.

use super::part::Part;

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

    /// Adds an id that is not there.
    pub(super) fn insert(&mut self, id: &str) {
        let (Ok(place) | Err(place)) = self.place(id);
        self.index.insert(place, (id.to_owned(), self.index.len()));
    }

    /// Adds the id of the next row, which `row` holds or follows.
    pub(super) fn add(&mut self, id: &str, row: Part<'_>) {
        if self.get(id).is_some() {
            row.wrong(&format!("{} \"{id}\"", self.kind), "the id is used twice".into());
        }
        self.insert(id);
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
    pub(super) fn find(&self, value: Part<'_>, subject: &str) -> usize {
        let name = value.text();
        self.get(&name).unwrap_or_else(|| {
            value.wrong(subject, self.unknown(&name));
            0
        })
    }

    #[cold]
    fn unknown(&self, name: &str) -> String {
        let mut problem = format!("unknown {} \"{name}\"", self.kind);
        if self.index.len() <= LISTED {
            let mut before = ", known are ";
            for (known, _) in &self.index {
                problem.push_str(before);
                problem.push_str(known);
                before = ", ";
            }
        }
        problem
    }
}
