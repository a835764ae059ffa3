//! Values that several parts of a facts file have.

use super::part::{Part, Row};
use super::references::IdIndex;

/// The id of a row, which no row before it has.
pub(super) fn fresh(row: &Row<'_>, names: &mut IdIndex) -> String {
    let value = row.need("id");
    let id = value.text();
    if id.is_empty() {
        value.wrong("id", "is empty".into());
    }
    names.add(&id, value);
    id
}

/// A list of at least one text, none of them empty.
pub(super) fn texts(list: Part<'_>, subject: &str) -> Vec<String> {
    let mut texts = Vec::new();
    for text in list.list() {
        texts.push(text.full_text(subject));
    }
    if texts.is_empty() {
        list.wrong(subject, "the list is empty".into());
    }
    texts
}
