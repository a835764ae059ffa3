//! The names of each feature: the one to be shown, then those by which readers of any of the
//! languages look for it.

use super::read;
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use summit_map::LOCALES;
use summit_map::fold;

/// Id of a feature → its name in a language.
type Names = BTreeMap<String, String>;

/// Gives the facts the names of all features of the map, in place of those in the rows.
pub(super) fn add(facts: &mut Value, language: &str) -> Result<()> {
    let english = of_the_map()?;
    let mut languages = Vec::new();
    for words in LOCALES {
        let names = if words.code == "en" { english.clone() } else { translated(words.code)? };
        if let Some(missing) = english.keys().find(|id| !names.contains_key(*id)) {
            bail!("data/texts/{}.json: no text for regions/{missing}", words.code);
        }
        if let Some(unknown) = names.keys().find(|id| !english.contains_key(*id)) {
            bail!("data/texts/{}.json: regions/{unknown} is not on the map", words.code);
        }
        languages.push((words.code, names));
    }
    let aliases: BTreeMap<String, Vec<String>> =
        serde_json::from_value(read("data/aliases.json")?)?;
    if let Some(unknown) = aliases.keys().find(|id| !english.contains_key(*id)) {
        bail!("data/aliases.json: {unknown} is not on the map");
    }
    let mut all = Map::new();
    for id in english.keys() {
        let aliases = aliases.get(id).map(Vec::as_slice).unwrap_or_default();
        all.insert(id.clone(), json!(names_of(id, language, &languages, aliases)?));
    }
    for row in super::rows(facts, "regions") {
        if let Some(row) = row.as_object_mut() {
            row.remove("name");
        }
    }
    let facts = facts.as_object_mut().context("the facts are no object")?;
    facts.insert("names".into(), Value::Object(all));
    Ok(())
}

/// The name in the language, the names in the others, the aliases; nothing twice, nor what a name
/// before it begins with.
fn names_of(
    id: &str,
    language: &str,
    languages: &[(&str, Names)],
    aliases: &[String],
) -> Result<Vec<String>> {
    let shown = languages.iter().find(|(code, _)| *code == language);
    let shown = shown.and_then(|(_, names)| names.get(id)).context("no name")?;
    let others = languages.iter().filter_map(|(_, names)| names.get(id));
    // The sovereign of a territory is nothing to search by: "Aruba (Netherlands)".
    let others = others.map(|name| name.split_once(" (").map_or(name.as_str(), |(name, _)| name));
    let mut names = vec![shown.clone()];
    for name in others.chain(aliases.iter().map(String::as_str)) {
        // The search passes over case and accents, and finds a name by its beginning.
        let begins = |known: &String| {
            let rest = fold(known);
            rest.strip_prefix(fold(name).as_str())
                .is_some_and(|r| r.is_empty() || r.starts_with(" ("))
        };
        if !names.iter().any(begins) {
            names.push(name.to_owned());
        }
    }
    Ok(names)
}

/// The English names, from the map.
fn of_the_map() -> Result<Names> {
    let map = read("data/americas.geojson")?;
    let features = map.get("features").and_then(Value::as_array).context("no features")?;
    let name = |feature: &Value| {
        let id = feature.get("id")?.as_str()?;
        Some((id.to_owned(), feature.pointer("/properties/name")?.as_str()?.to_owned()))
    };
    features.iter().map(name).collect::<Option<Names>>().context("a feature has no name")
}

fn translated(language: &str) -> Result<Names> {
    let file = format!("data/texts/{language}.json");
    let mut texts = read(&file)?;
    let names = texts.get_mut("regions").map(Value::take).unwrap_or_default();
    serde_json::from_value(names).with_context(|| format!("{file}: regions"))
}
