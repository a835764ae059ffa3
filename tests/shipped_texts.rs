//! The words of the shipped facts: neutral, and complete in every language.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod common;

use common::{AMERICAS, SUMMIT};
use serde_json::Value;
use std::collections::BTreeSet;

/// Words that take a side, and the mistranslation of "missed the summit".
const FORBIDDEN: [&str; 5] = ["refused", "regime", "dictator", "snub", "stepped down"];
const FORBIDDEN_ELSEWHERE: [&str; 8] =
    ["dictad", "dictat", "ditad", "régimen de", "régime de", "regime de", "desair", "boudé"];

const TRANSLATIONS: [(&str, &str); 3] = [
    ("es", include_str!("../data/summit-2022.es.json")),
    ("fr", include_str!("../data/summit-2022.fr.json")),
    ("pt", include_str!("../data/summit-2022.pt.json")),
];

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

/// Every text in a value, with where it stands; object keys are not texts.
fn texts(value: &Value, place: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((place.to_owned(), text.clone())),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                texts(item, &format!("{place}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                texts(field, &format!("{place}/{name}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn all_texts(value: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    texts(value, "", &mut found);
    found
}

fn ids(rows: &Value) -> BTreeSet<String> {
    let rows = rows.as_array().unwrap();
    rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

fn keys(object: &Value) -> BTreeSet<String> {
    object.as_object().unwrap().keys().cloned().collect()
}

#[test]
fn no_text_takes_a_side() {
    let mut found = all_texts(&json(SUMMIT));
    found.extend(all_texts(&json(AMERICAS)));
    assert!(found.len() > 400);
    for (place, text) in found.iter().filter(|(place, _)| !place.ends_with("/url")) {
        for word in FORBIDDEN {
            assert!(!text.to_lowercase().contains(word), "{place} says {word:?}: {text}");
        }
    }
}

#[test]
fn no_translation_takes_a_side() {
    for (language, text) in TRANSLATIONS {
        for (place, text) in all_texts(&json(text.as_bytes())) {
            for word in FORBIDDEN_ELSEWHERE {
                assert!(!text.to_lowercase().contains(word), "{language} {place}: {text}");
            }
        }
    }
}

#[test]
fn every_translation_has_the_ids_of_the_english_file() {
    let english = json(SUMMIT);
    let features = ids(&json(AMERICAS)["features"]);
    for (language, text) in TRANSLATIONS {
        let translation = json(text.as_bytes());
        assert_eq!(translation["schema"], "summit-map/texts-1", "{language}");
        assert_eq!(translation["language"], language);
        for part in ["dimensions", "categories", "claims"] {
            assert_eq!(keys(&translation[part]), ids(&english[part]), "{language}: {part}");
        }
        assert_eq!(keys(&translation["regions"]), features, "{language}: regions");
        // Names of newspapers stay as they are, so not every source has a translation.
        let unknown: Vec<_> =
            keys(&translation["sources"]).difference(&keys(&english["sources"])).cloned().collect();
        assert!(unknown.is_empty(), "{language}: sources {unknown:?}");
    }
}

#[test]
fn a_translated_claim_has_a_note_if_the_english_one_has() {
    let english = json(SUMMIT);
    for (language, text) in TRANSLATIONS {
        let translation = json(text.as_bytes());
        for claim in english["claims"].as_array().unwrap() {
            let id = claim["id"].as_str().unwrap();
            let translated = &translation["claims"][id];
            assert!(translated["text"].is_string(), "{language}: {id}");
            assert_eq!(
                translated["note"].is_string(),
                claim["note"].is_string(),
                "{language}: {id}"
            );
        }
        for id in keys(&translation["categories"]) {
            let category = &translation["categories"][&id];
            assert!(
                category["label"].is_string() && category["word"].is_string(),
                "{language}: {id}"
            );
        }
        assert!(translation["title"].is_string() && translation["subtitle"].is_string());
    }
}

#[test]
fn no_text_is_empty_or_padded() {
    let english = std::str::from_utf8(SUMMIT).unwrap();
    for (language, text) in TRANSLATIONS.into_iter().chain([("en", english)]) {
        for (place, text) in all_texts(&json(text.as_bytes())) {
            assert!(!text.is_empty() && text.trim() == text, "{language} {place}: {text:?}");
        }
    }
}

#[test]
fn a_translated_claim_differs_from_the_english_one() {
    let english = json(SUMMIT);
    for (language, text) in TRANSLATIONS {
        let translation = json(text.as_bytes());
        for claim in english["claims"].as_array().unwrap() {
            let id = claim["id"].as_str().unwrap();
            assert_ne!(translation["claims"][id]["text"], claim["text"], "{language}: {id}");
        }
    }
}
