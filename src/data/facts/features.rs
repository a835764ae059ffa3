//! Names and parts of the map: what the file says of features that need not have a row.

use super::part::{Part, Row};
use super::references::IdIndex;
use super::values::{fresh, texts};
use super::{Area, Facts};

/// Names of features, the index of each by the feature's id.
pub(super) type Names = (IdIndex, Vec<Vec<String>>);

/// What the file says of the map's features, whether they have a row or not.
pub(super) fn read(file: &Row<'_>, facts: &mut Facts) {
    if let Some(names) = names(file) {
        (facts.named, facts.names) = names;
    }
    if let Some(features) = file.get("short_names") {
        features.each(|id, name| {
            facts.shortened.add(&id, name);
            facts.short_names.push(name.full_text("short_names"));
        });
    }
    let mut areas = IdIndex::new("area");
    for row in file.list("areas") {
        facts.areas.push(area(row, &mut areas));
    }
}

/// Names by which features are shown and found, in place of those of another file.
pub(super) fn names(file: &Row<'_>) -> Option<Names> {
    let features = file.get("names")?;
    let (mut named, mut names) = (IdIndex::new("feature"), Vec::new());
    features.each(|id, list| {
        named.add(&id, list);
        names.push(texts(list, "names"));
    });
    Some((named, names))
}

/// A part of the map. Its regions need not be on it: one list serves several maps.
fn area(row: Part<'_>, names: &mut IdIndex) -> Area {
    let row = row.row(&["id", "label", "regions"]);
    Area {
        id: fresh(&row, names),
        label: row.need("label").full_text("area"),
        regions: texts(row.need("regions"), "area"),
    }
}
