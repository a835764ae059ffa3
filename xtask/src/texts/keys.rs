//! The keys of the sources on the wire. A reader never sees one, and names such as `GTM-GUATEV`,
//! which serve those who write the facts, would be a thirtieth of the file.

use super::rows;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Numbers the sources of context by their first use. The main source keeps its key, for it is
/// the fragment to which its claims link.
pub(super) fn shorten(facts: &mut Value) {
    let mut numbers: BTreeMap<String, String> = BTreeMap::new();
    let is_main = |facts: &Value, key: &str| {
        facts.pointer(&format!("/sources/{key}/kind")).is_some_and(|kind| kind == "main")
    };
    let mut claims = facts.get_mut("claims").map(Value::take).unwrap_or_default();
    for claim in claims.as_array_mut().into_iter().flatten() {
        for key in rows(claim, "sources") {
            let old = key.as_str().unwrap_or_default().to_owned();
            if !is_main(facts, &old) {
                let next = format!("{:02}", numbers.len());
                *key = numbers.entry(old).or_insert(next).as_str().into();
            }
        }
    }
    let Some(facts) = facts.as_object_mut() else { return };
    facts.insert("claims".into(), claims);
    let sources = facts.get_mut("sources").map(Value::take);
    let sources = sources.and_then(|sources| sources.as_object().cloned()).unwrap_or_default();
    let renamed = |(key, source)| (numbers.get(&key).cloned().unwrap_or(key), source);
    let sources: Map<String, Value> = sources.into_iter().map(renamed).collect();
    facts.insert("sources".into(), Value::Object(sources));
}
