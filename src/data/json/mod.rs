//! JSON text → values that know where they stand. Source: RFC 8259.
//!
//! Ours, and not a crate's, for two reasons: every value keeps its place, so that an error about
//! what it means names line and column; and serde_json costs 22 kB brotli more on the wire, most
//! of it for printing numbers. Tests hold it against serde_json.

mod scanner;

pub(crate) use scanner::{Fault, Malformed, Scanner};

/// Checks that `text` is one JSON value and nothing else; returns it without the space around it.
pub(crate) fn check(text: &str) -> Result<&str, Fault> {
    let mut scanner = Scanner::new(text);
    let value = scanner.slice_value();
    value.and_then(|value| scanner.finish().map(|()| value)).map_err(|_| scanner.fault())
}

/// The items of a checked array, each a slice of `text`; None if it is no array.
pub(crate) fn items(text: &str) -> Option<Vec<&str>> {
    let mut items = Vec::new();
    let mut scanner = Scanner::new(text);
    scanner.open(b'[').ok()?;
    while scanner.next_item(items.is_empty(), b']').ok()? {
        items.push(scanner.slice_value().ok()?);
    }
    Some(items)
}

/// The names and values of a checked object, each value a slice of `text`; None if it is no object.
pub(crate) fn entries(text: &str) -> Option<Vec<(String, &str)>> {
    let mut entries = Vec::new();
    let mut scanner = Scanner::new(text);
    scanner.open(b'{').ok()?;
    while scanner.next_item(entries.is_empty(), b'}').ok()? {
        let name = scanner.string().ok()?;
        scanner.colon().ok()?;
        entries.push((name, scanner.slice_value().ok()?));
    }
    Some(entries)
}

/// A checked string without its quotes and escapes; None if it is no string.
pub(crate) fn string(text: &str) -> Option<String> {
    Scanner::new(text).string().ok()
}

/// A checked number; None if it is no number.
pub(crate) fn number(text: &str) -> Option<f64> {
    Scanner::new(text).number().ok()
}

#[cfg(test)]
mod tests;
