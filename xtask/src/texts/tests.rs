//! The facts as they are shipped in each language, and what stops a file from being shipped.

use super::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use summit_map::LOCALES;
use summit_map::{Map, Options};

/// Fields that hold a text for the reader.
const TEXTS: [&str; 14] = [
    "language",
    "title",
    "subtitle",
    "kicker",
    "headline",
    "finding",
    "finding_short",
    "label",
    "word",
    "short",
    "abbr",
    "text",
    "note",
    "publisher",
];

struct Built {
    language: &'static str,
    text: String,
    json: Value,
    map: Map,
}

/// The map in all languages, English first.
static BUILT: LazyLock<Vec<Built>> = LazyLock::new(|| {
    let features = fs::read(root().join("data/americas.geojson")).unwrap();
    let build = |language| {
        let text = split::join(&facts_in(language).unwrap());
        let map = Map::new(&features, text.as_bytes(), Options::default()).unwrap();
        Built { language, json: serde_json::from_str(&text).unwrap(), text, map }
    };
    LOCALES.into_iter().map(|words| build(words.code)).collect()
});

/// Every string in a value, with where it stands.
fn strings<'a>(value: &'a Value, place: &str, found: &mut Vec<(String, &'a str)>) {
    match value {
        Value::String(text) => found.push((place.to_owned(), text)),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                strings(item, &format!("{place}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                strings(field, &format!("{place}/{name}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn all_strings(value: &Value) -> Vec<(String, &str)> {
    let mut found = Vec::new();
    strings(value, "", &mut found);
    found
}

/// A value without its texts and names. Each language shortens other names.
fn skeleton(value: &Value) -> Value {
    let bare = |(name, field): (&String, &Value)| {
        let is_text = field.is_string() && TEXTS.contains(&name.as_str());
        let names = field.as_object().filter(|_| ["names", "short_names"].contains(&name.as_str()));
        let bare = match names {
            Some(names) => names.keys().cloned().collect(),
            None if is_text => Value::Null,
            None => skeleton(field),
        };
        (name.clone(), bare)
    };
    if let Value::Object(fields) = value {
        let is_short =
            |name: &str| fields.contains_key("status") && ["short", "abbr"].contains(&name);
        return fields.iter().filter(|(name, _)| !is_short(name)).map(bare).collect();
    }
    value.as_array().map_or_else(|| value.clone(), |items| items.iter().map(skeleton).collect())
}

#[test]
fn every_language_is_drawn_and_speaks_its_own_words() {
    for built in BUILT.iter() {
        assert_eq!(built.map.facts().language, built.language);
        assert_eq!(built.map.words().code, built.language);
        assert_eq!(built.map.unmatched(), Vec::<&str>::new());
    }
}

#[test]
fn the_languages_differ_in_texts_alone() {
    let english = skeleton(&BUILT[0].json);
    for built in BUILT.iter().skip(1) {
        assert!(skeleton(&built.json) == english, "{}", built.language);
    }
}

#[test]
fn every_language_has_the_same_counts_claims_and_sources() {
    let table = |map: &Map| {
        let facts = map.facts();
        let counts: Vec<_> = (0..facts.categories.len()).map(|index| facts.count(index)).collect();
        let claims = facts.claims.iter().cloned();
        let claims: Vec<_> = claims.map(|claim| (claim.id, claim.about, claim.sources)).collect();
        let sources = facts.sources.iter().cloned();
        let sources: Vec<_> = sources.map(|source| (source.id, source.url, source.date)).collect();
        (counts, claims, sources)
    };
    for built in BUILT.iter().skip(1) {
        assert!(table(&built.map) == table(&BUILT[0].map), "{}", built.language);
    }
    let plain = fs::read(root().join(FACTS)).unwrap();
    let plain = summit_map::Facts::parse(&plain).unwrap();
    for (plain, built) in plain.claims.iter().zip(&BUILT[0].map.facts().claims) {
        assert_eq!((&plain.id, &plain.text), (&built.id, &built.text));
    }
}

/// Whether a text may be the same in English: names of newspapers, short names of countries, and
/// words that look alike.
fn may_be_the_same(place: &str, text: &str) -> bool {
    let is_short = place.starts_with("/regions/") && !place.ends_with("/note");
    place.starts_with("/sources/") || is_short || ["Invitation", "Boycott"].contains(&text)
}

#[test]
fn every_claim_note_and_label_is_translated() {
    let english: BTreeMap<_, _> = all_strings(&BUILT[0].json).into_iter().collect();
    for built in BUILT.iter().skip(1) {
        for (place, text) in all_strings(&built.json) {
            let field = place.rsplit('/').next().unwrap();
            if TEXTS.contains(&field) && !may_be_the_same(&place, text) {
                assert_ne!(english.get(&place), Some(&text), "{} {place}", built.language);
            }
        }
    }
}

#[test]
fn a_short_name_of_nothing_is_named() {
    let mut texts = Texts::read("es").unwrap();
    texts.left["short"]["XXX"] = "Nada".into();
    let mut facts = read(FACTS).unwrap();
    translate(&mut facts, &mut texts).unwrap();
    names::add(&mut facts, "es").unwrap();
    let error = short::add(&mut facts).unwrap_err().to_string();
    assert!(error.starts_with("short name of XXX,"), "{error}");
}

#[test]
fn short_keys_lead_to_the_sources_that_the_writers_named() {
    let plain = fs::read(root().join(FACTS)).unwrap();
    let plain = summit_map::Facts::parse(&plain).unwrap();
    let built = BUILT[0].map.facts();
    let urls = |facts: &summit_map::Facts| -> Vec<Vec<Option<String>>> {
        let urls = |claim| facts.sources_of(claim).map(|source| source.url.clone()).collect();
        facts.claims.iter().map(urls).collect()
    };
    assert_eq!(urls(&plain), urls(built));
    assert_eq!(plain.sources.len(), built.sources.len());
    assert!(built.sources.iter().any(|source| source.id == "article"));
}

#[test]
fn every_feature_has_its_name_in_every_language() {
    for built in BUILT.iter() {
        assert_eq!(built.map.scene().regions.len(), 58);
        for region in &built.map.scene().regions {
            let names = built.map.facts().names_of(&region.id);
            assert_eq!(names.first(), Some(&region.name), "{} {}", built.language, region.id);
            let different: BTreeSet<_> = names.iter().collect();
            assert_eq!(different.len(), names.len(), "{} {}", built.language, region.id);
        }
    }
}

#[test]
fn a_country_is_found_by_its_names_in_all_languages_and_its_code() {
    for built in BUILT.iter() {
        let names = built.map.facts().names_of("USA");
        for name in
            ["United States", "Estados Unidos", "États-Unis", "US", "U.S.", "EE. UU.", "EUA"]
        {
            assert!(names.iter().any(|known| known == name), "{} {name}", built.language);
        }
        assert!(built.map.facts().names_of("FLK").iter().any(|name| name == "Malvinas"));
    }
}

#[test]
fn a_territory_is_shown_by_its_name_in_the_language() {
    let name = |built: &Built| {
        let scene = built.map.scene();
        scene.regions[scene.find("GRL").unwrap()].name.clone()
    };
    let expected = [
        "Greenland (Denmark)",
        "Groenlandia (Dinamarca)",
        "Groenlândia (Dinamarca)",
        "Groenland (Danemark)",
    ];
    assert_eq!(BUILT.iter().map(name).collect::<Vec<_>>(), expected);
}

#[test]
fn every_feature_lies_in_one_area() {
    let map = &BUILT[0].map;
    let areas = &map.facts().areas;
    let mut members: Vec<&str> =
        areas.iter().flat_map(|area| area.regions.iter().map(String::as_str)).collect();
    members.sort_unstable();
    let mut features: Vec<&str> = map.scene().regions.iter().map(|r| r.id.as_str()).collect();
    features.sort_unstable();
    assert_eq!(members, features);
    assert_eq!(areas.iter().map(|area| area.regions.len()).collect::<Vec<_>>(), [6, 7, 30, 15]);
}

#[test]
fn each_row_of_a_file_has_a_line() {
    for built in BUILT.iter() {
        let lines = |part: &str| built.text.lines().filter(|line| line.contains(part)).count();
        assert_eq!(lines("\"about\":"), built.map.facts().claims.len());
        assert_eq!(lines("\"publisher\":"), built.map.facts().sources.len());
        let bad = built.text.replacen("[\"excluded\"]", "[\"exclude\"]", 1);
        let line = bad.lines().position(|line| line.contains("[\"exclude\"]")).unwrap() + 1;
        let error = summit_map::Facts::parse(bad.as_bytes()).unwrap_err().to_string();
        assert!(error.starts_with(&format!("facts, line {line}, ")), "{error}");
    }
}

/// What is said of the Spanish texts after a change to them.
fn after(change: impl Fn(&mut Value)) -> String {
    let mut texts = Texts::read("es").unwrap();
    change(&mut texts.left);
    let mut facts = read(FACTS).unwrap();
    translate(&mut facts, &mut texts).err().map(|error| error.to_string()).unwrap_or_default()
}

fn remove(path: &str, key: &str) -> String {
    after(|texts| {
        texts.pointer_mut(path).unwrap().as_object_mut().unwrap().remove(key).unwrap();
    })
}

#[test]
fn a_text_that_is_missing_is_named() {
    assert_eq!(after(|_| {}), "");
    assert_eq!(remove("", "title"), "data/texts/es.json: no text for title");
    assert_eq!(remove("", "claims"), "data/texts/es.json: no text for claims/A01/text");
    for (path, key) in [
        ("/claims/A02", "note"),
        ("/categories/signed", "word"),
        ("/categories/signed", "short"),
        ("", "headline"),
        ("/notes", "MEX"),
        ("/dimensions", "protest"),
        ("/areas", "caribbean"),
        ("/sources/article", "title"),
    ] {
        let place = format!("{path}/{key}");
        let expected = format!("data/texts/es.json: no text for {}", &place[1..]);
        assert_eq!(remove(path, key), expected);
    }
    let blank = after(|texts| texts["claims"]["A01"]["text"] = " ".into());
    assert_eq!(blank, "data/texts/es.json: no text for claims/A01/text");
}

#[test]
fn a_text_that_nothing_asks_for_is_named() {
    let more = after(|texts| texts["claims"]["A99"] = serde_json::json!({ "text": "Nuevo" }));
    assert_eq!(more, format!("data/texts/es.json: /claims/A99/text translates nothing in {FACTS}"));
    let more = after(|texts| texts["sources"]["ABCPY"] = serde_json::json!({ "titel": "Nuevo" }));
    assert!(more.contains("/sources/ABCPY/titel translates nothing"), "{more}");
}

#[test]
fn a_language_that_the_interface_does_not_speak_is_refused() {
    for language in ["de", "pt-BR", "EN", "", "../es"] {
        assert!(facts_in(language).is_err(), "{language}");
    }
    assert!(built("data/summit-2022.es.json").unwrap().is_ok());
    assert!(built("data/summit-2022.de.json").unwrap().is_err());
    assert!(built("data/summit-2022.json").is_none());
    assert!(built("data/americas.geojson").is_none());
}

mod wording;
