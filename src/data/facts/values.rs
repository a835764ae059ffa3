//! Values that several parts of a facts file have.

use super::references::IdIndex;
use crate::data::document::{Fields, Value};
use crate::error::Error;

/// The id of a row, which no row before it has.
pub(super) fn fresh(row: &Fields<'_>, names: &mut IdIndex) -> Result<String, Box<Error>> {
    let value = row.need("id")?;
    let id = value.text()?;
    if id.is_empty() {
        return Err(value.error("id", "is empty".into()));
    }
    names.add(&id, value)?;
    Ok(id)
}

/// A text that says something.
pub(super) fn not_empty(value: Value<'_>, subject: &str) -> Result<String, Box<Error>> {
    let text = value.text()?;
    if text.chars().all(char::is_whitespace) {
        Err(value.error(subject, "the text is empty".into()))
    } else {
        Ok(text)
    }
}
