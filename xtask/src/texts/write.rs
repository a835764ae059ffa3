//! Writes a facts file short, yet with a line for each row, so that an error names a useful line.

use anyhow::{Context, Result};
use serde_json::Value;
use std::fmt::Write as _;

/// The fields in the order in which a person reads them.
const ORDER: [&str; 20] = [
    "schema",
    "language",
    "title",
    "subtitle",
    "kicker",
    "headline",
    "finding",
    "finding_short",
    "note",
    "date",
    "center",
    "dimensions",
    "categories",
    "default",
    "sources",
    "regions",
    "names",
    "short_names",
    "areas",
    "claims",
];

/// The file's text.
pub(super) fn lines(facts: &Value) -> Result<String> {
    let fields = facts.as_object().context("the facts are no object")?;
    if let Some(unknown) = fields.keys().find(|name| !ORDER.contains(&name.as_str())) {
        anyhow::bail!("the facts have an unknown field {unknown:?}");
    }
    let mut out = String::from("{");
    let present = ORDER.iter().filter_map(|name| Some((name, fields.get(*name)?)));
    for (index, (name, value)) in present.enumerate() {
        // Writing to a string cannot fail.
        let _ = write!(out, "{}\n\"{name}\":", if index == 0 { "" } else { "," });
        field(&mut out, value);
    }
    out.push_str("\n}\n");
    Ok(out)
}

fn field(out: &mut String, value: &Value) {
    if let Value::Object(rows) = value {
        let row = |(id, row): (&String, &Value)| format!("{}:{row}", Value::from(id.as_str()));
        table(out, '{', '}', rows.iter().map(row));
    } else if let Some(rows) = value.as_array().filter(|rows| rows.iter().any(Value::is_object)) {
        table(out, '[', ']', rows.iter().map(Value::to_string));
    } else {
        out.push_str(&value.to_string());
    }
}

fn table(out: &mut String, open: char, close: char, rows: impl Iterator<Item = String>) {
    out.push(open);
    for (index, row) in rows.enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        out.push_str(&row);
    }
    out.push(close);
}
