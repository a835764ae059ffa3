//! What stands on the shipped map, in every class of widths and every language.

use super::common::SUMMIT;
use serde_json::Value;

/// The shipped facts in another language, as far as the map shows them.
pub(super) fn facts(language: &str) -> Vec<u8> {
    let mut facts: Value = serde_json::from_slice(SUMMIT).unwrap();
    let file: &[u8] = match language {
        "es" => include_bytes!("../../data/texts/es.json"),
        "fr" => include_bytes!("../../data/texts/fr.json"),
        "pt" => include_bytes!("../../data/texts/pt.json"),
        _ => return SUMMIT.to_vec(),
    };
    let texts: Value = serde_json::from_slice(file).unwrap();
    for field in ["title", "subtitle", "kicker", "headline", "finding"] {
        facts[field] = texts[field].clone();
    }
    let mut names = serde_json::Map::new();
    for (id, name) in texts["regions"].as_object().unwrap() {
        names.insert(id.clone(), serde_json::json!([name]));
    }
    let mut short_names = texts["short"].as_object().unwrap().clone();
    for row in facts["regions"].as_array_mut().unwrap() {
        let id = row["id"].as_str().unwrap().to_owned();
        row["name"] = texts["regions"][&id].clone();
        row.as_object_mut()
            .unwrap()
            .retain(|field, _| !["short", "abbr"].contains(&field.as_str()));
        for (field, list) in [("short", "short"), ("abbr", "abbr"), ("note", "notes")] {
            if let Some(text) = texts[list].get(&id) {
                row[field] = text.clone();
            }
        }
        names.remove(&id);
        short_names.remove(&id);
    }
    (facts["names"], facts["short_names"]) = (names.into(), short_names.into());
    serde_json::to_vec(&facts).unwrap()
}
