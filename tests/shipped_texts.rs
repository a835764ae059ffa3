//! The words of the shipped facts and of the map: neutral, whole. The other languages are made
//! of these by `cargo xtask build`, whose tests hold them against the same rules.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{AMERICAS, SUMMIT};
use serde_json::Value;

/// Words that take a side, and the mistranslation of "missed the summit".
const FORBIDDEN: [&str; 5] = ["refused", "regime", "dictator", "snub", "stepped down"];

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

fn all_texts() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for file in [SUMMIT, AMERICAS] {
        texts(&serde_json::from_slice(file).unwrap(), "", &mut found);
    }
    assert!(found.len() > 400);
    found
}

#[test]
fn no_text_takes_a_side() {
    for (place, text) in all_texts().iter().filter(|(place, _)| !place.ends_with("/url")) {
        for word in FORBIDDEN {
            assert!(!text.to_lowercase().contains(word), "{place} says {word:?}: {text}");
        }
    }
}

#[test]
fn no_text_is_empty_or_padded() {
    for (place, text) in all_texts() {
        assert!(!text.is_empty() && text.trim() == text, "{place}: {text:?}");
    }
}
