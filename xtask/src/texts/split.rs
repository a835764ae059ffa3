//! A facts file in two: what the map needs to answer, and what a reader may see after that.

use serde_json::{Map, Value, json};

/// Stands before the language in the name of the second file.
pub(crate) const MORE: &str = "more.";

/// Takes out of a facts file what can come later: sources and claims of context, and the names by
/// which a feature is only searched.
pub(super) fn take_more(facts: &mut Value) -> Value {
    let Some(facts) = facts.as_object_mut() else { return Value::Null };
    let mut take = |field: &str| facts.get_mut(field).map(Value::take).unwrap_or_default();
    let (sources, claims, names) = (take("sources"), take("claims"), take("names"));
    let is_main = |source: &Value| source.get("kind").is_some_and(|kind| kind == "main");
    let (main, context): (Map<_, _>, Map<_, _>) =
        object(sources).into_iter().partition(|(_, source)| is_main(source));
    let rests_on_main = |claim: &Value| {
        let sources = claim.get("sources").and_then(Value::as_array);
        sources.into_iter().flatten().any(|key| main.contains_key(key.as_str().unwrap_or_default()))
    };
    let (first, rest): (Vec<Value>, Vec<Value>) =
        claims.as_array().cloned().unwrap_or_default().into_iter().partition(rests_on_main);
    let names = object(names);
    let shown: Map<String, Value> =
        names.iter().map(|(id, names)| (id.clone(), json!([names.get(0)]))).collect();
    facts.insert("sources".into(), Value::Object(main));
    facts.insert("claims".into(), Value::Array(first));
    facts.insert("names".into(), Value::Object(shown));
    json!({ "schema": "summit-map/1", "sources": context, "names": names, "claims": rest })
}

fn object(value: Value) -> Map<String, Value> {
    if let Value::Object(fields) = value { fields } else { Map::new() }
}

/// The whole facts of both files.
#[cfg(test)]
pub(crate) fn join(parts: &super::Parts) -> String {
    let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let (mut facts, more) = (read(&parts.first), read(&parts.more));
    let fields = facts.as_object_mut().unwrap();
    fields.insert("names".into(), more["names"].clone());
    for (key, source) in object(more["sources"].clone()) {
        fields["sources"].as_object_mut().unwrap().insert(key, source);
    }
    for claim in more["claims"].as_array().unwrap() {
        fields["claims"].as_array_mut().unwrap().push(claim.clone());
    }
    super::write::lines(&facts).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_come_later_is_sent_later() {
        let mut facts = json!({
            "sources": { "article": { "kind": "main" }, "TIMES": { "kind": "context" } },
            "claims": [{ "id": "A", "sources": ["article"] }, { "id": "C", "sources": ["TIMES"] }],
            "names": { "MEX": ["Mexico", "Mejico"] },
        });
        let more = take_more(&mut facts);
        assert_eq!((&facts["claims"][0]["id"], &facts["claims"][1]), (&json!("A"), &Value::Null));
        assert_eq!((&more["claims"][0]["id"], &more["claims"][1]), (&json!("C"), &Value::Null));
        assert_eq!(facts["names"]["MEX"], json!(["Mexico"]));
        assert_eq!(more["names"]["MEX"], json!(["Mexico", "Mejico"]));
        assert_eq!(object(more["sources"].clone()).keys().collect::<Vec<_>>(), ["TIMES"]);
    }
}
