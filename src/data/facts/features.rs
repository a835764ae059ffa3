//! IdIndex and parts of the map: what the file says of features that need not have a row.

use super::references::IdIndex;
use super::values::{fresh, not_empty};
use super::{Area, Facts};
use crate::data::document::{Fields, Value};
use crate::error::Error;

/// What the file says of the map's features, whether they have a row or not.
pub(super) fn read(file: &Fields<'_>, facts: &mut Facts) -> Result<(), Box<Error>> {
    read_names(file, facts)?;
    if let Some(features) = file.get("short_names") {
        for (id, name) in features.fields()?.entries {
            facts.shortened.add(&id, name)?;
            facts.short_names.push(not_empty(name, "short_names")?);
        }
    }
    let mut areas = IdIndex::new("area");
    for row in file.list("areas")? {
        facts.areas.push(area(row, &mut areas)?);
    }
    Ok(())
}

/// Names by which features are shown and found, in place of those of another file.
pub(super) fn read_names(file: &Fields<'_>, facts: &mut Facts) -> Result<(), Box<Error>> {
    let Some(features) = file.get("names") else { return Ok(()) };
    (facts.named, facts.names) = (IdIndex::new("feature"), Vec::new());
    for (id, list) in features.fields()?.entries {
        facts.named.add(&id, list)?;
        facts.names.push(texts(list, "names")?);
    }
    Ok(())
}

/// A list of at least one text, none of them empty.
fn texts(list: Value<'_>, subject: &str) -> Result<Vec<String>, Box<Error>> {
    let mut texts = Vec::new();
    for text in list.list()? {
        texts.push(not_empty(text, subject)?);
    }
    if texts.is_empty() { Err(list.error(subject, "the list is empty".into())) } else { Ok(texts) }
}

/// A part of the map. Its regions need not be on it: one list serves several maps.
fn area(row: Value<'_>, names: &mut IdIndex) -> Result<Area, Box<Error>> {
    let row = row.fields()?.only(&["id", "label", "regions"])?;
    let id = fresh(&row, names)?;
    let label = not_empty(row.need("label")?, "area")?;
    Ok(Area { label, regions: texts(row.need("regions")?, "area")?, id })
}
