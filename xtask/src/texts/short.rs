//! The short forms of names for the map, in each language: of the regions of the table in their
//! rows, of the other features in `short_names`.

use super::{Texts, id, rows, set};
use anyhow::{Result, bail};
use serde_json::{Map, Value};

/// Puts a language's short names, abbreviations and notes in the place of the English ones. A
/// language shortens what is long in it, so not each text of one has one of another.
pub(super) fn translate(facts: &mut Value, texts: &mut Texts) -> Result<()> {
    for row in rows(facts, "regions") {
        let id = id(row);
        for field in ["short", "abbr"] {
            if let Some(object) = row.as_object_mut() {
                object.remove(field);
            }
            if let Some(text) = texts.take(&[field, &id]) {
                set(row, field, text);
            }
        }
        if row.get("note").is_some() {
            set(row, "note", texts.need(&["notes", &id])?);
        }
    }
    let others = texts.left.as_object_mut().and_then(|left| left.remove("short"));
    if let Some(facts) = facts.as_object_mut() {
        facts.insert("short_names".into(), others.unwrap_or_default());
    }
    Ok(())
}

/// Where a feature without a row has no short name, its name without the state to which it
/// belongs: "Aruba (Netherlands)" is only "Aruba" on the map.
pub(super) fn add(facts: &mut Value) -> Result<()> {
    let with_row: Vec<String> = rows(facts, "regions").map(|row| id(row)).collect();
    let names = facts.get("names").and_then(Value::as_object).cloned().unwrap_or_default();
    let given = facts.get_mut("short_names").map(Value::take);
    let mut short: Map<String, Value> =
        given.and_then(|v| v.as_object().cloned()).unwrap_or_default();
    if let Some(unknown) = short.keys().find(|id| with_row.contains(id) || !names.contains_key(*id))
    {
        bail!("short name of {unknown}, which is no feature of the map without a row");
    }
    for (id, names) in names.into_iter().filter(|(id, _)| !with_row.contains(id)) {
        let name = names.get(0).and_then(Value::as_str).unwrap_or_default();
        if let Some((name, _)) = name.split_once(" (") {
            short.entry(id).or_insert_with(|| name.into());
        }
    }
    if let Some(facts) = facts.as_object_mut() {
        facts.insert("short_names".into(), Value::Object(short));
    }
    Ok(())
}
