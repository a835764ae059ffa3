//! Who represented each country: what the files of the site say of it, against the table.

use super::*;
use crate::process::root;
use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;
use summit_map::{Facts, LOCALES, Map as Drawn, Options};

struct Built {
    year: &'static str,
    language: &'static str,
    map: Drawn,
    json: Value,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read().unwrap());

/// Both summits in all languages, English first.
static BUILT: LazyLock<Vec<Built>> = LazyLock::new(|| {
    let features = fs::read(root().join("data/americas.geojson")).unwrap();
    let build = |(language, year)| {
        let text = texts::split::join(&facts_in(year, language).unwrap());
        let map = Drawn::new(&features, text.as_bytes(), Options::default());
        let map = map.unwrap_or_else(|error| panic!("{year} {language}: {error}"));
        Built { year, language, map, json: serde_json::from_str(&text).unwrap() }
    };
    let languages = LOCALES.into_iter().map(|words| words.code);
    languages.flat_map(|language| YEARS.map(|year| (language, year))).map(build).collect()
});

fn english(year: &str) -> &'static Built {
    BUILT.iter().find(|built| built.year == year).unwrap()
}

/// The ids of a country's categories.
fn status<'a>(facts: &'a Facts, id: &str) -> Vec<&'a str> {
    let (_, region) = facts.region(id).unwrap();
    region.status.iter().map(|&index| facts.categories[index].id.as_str()).collect()
}

/// The claims about a country by its id.
fn claims_about<'a>(built: &'a Built, id: &'a str) -> impl Iterator<Item = &'a Value> {
    let claims = built.json["claims"].as_array().unwrap().iter();
    claims.filter(move |claim| claim["about"].as_array().unwrap().iter().any(|about| about == id))
}

fn count(facts: &Facts, id: &str) -> usize {
    let index = facts.categories.iter().position(|category| category.id == id);
    index.map_or(0, |index| facts.count(index))
}

#[test]
fn every_file_is_drawn_in_its_language_with_all_features() {
    for built in BUILT.iter() {
        assert_eq!(built.map.facts().language, built.language);
        assert_eq!(built.map.unmatched(), Vec::<&str>::new());
        assert_eq!(built.map.scene().regions.len(), 58);
    }
}

#[test]
fn every_one_of_the_35_has_a_level_at_both_summits() {
    assert_eq!(TABLE.countries.len(), 35);
    for built in BUILT.iter() {
        for id in TABLE.countries.keys() {
            assert_eq!(status(built.map.facts(), id).len(), 3, "{} {id}", built.year);
        }
    }
}

#[test]
fn every_level_rests_on_a_claim_with_a_source() {
    for built in BUILT.iter() {
        let facts = built.map.facts();
        for (id, rows) in &TABLE.countries {
            for year in YEARS {
                let level = &rows[year].level;
                let name =
                    if year == built.year { level.clone() } else { format!("{level}_{year}") };
                assert!(status(facts, id).contains(&name.as_str()), "{} {id} {name}", built.year);
                let mut claims = claims_about(built, id);
                let said = claims.any(|claim| {
                    claim["establishes"] == name && !claim["sources"].as_array().unwrap().is_empty()
                });
                assert!(said || level == "unknown", "{} {id}: nothing says {name}", built.year);
            }
        }
    }
}

#[test]
fn what_is_not_established_says_why() {
    let facts = english("2015").map.facts();
    let unknown: Vec<&str> = TABLE
        .countries
        .keys()
        .map(String::as_str)
        .filter(|id| TABLE.level(id, "2015") == Some("unknown"))
        .collect();
    assert_eq!(unknown, ["BLZ", "CRI", "GUY"]);
    for id in unknown {
        let (row, _) = facts.region(id).unwrap();
        let own = claims_about(english("2015"), id).count();
        assert_eq!((own, facts.shared_claims(Some(row)).count()), (3, 1), "{id}");
        assert_eq!(status(facts, id)[2], "change_unknown");
    }
}

#[test]
fn with_those_not_established_the_levels_are_as_many_as_the_organisers_counted() {
    let offices = [("minister", "foreign_minister"), ("other", "permanent_representative")];
    let office = |level: &str| offices.iter().find(|(known, _)| *known == level);
    let release = &TABLE.summit("2015").unwrap().release;
    assert_eq!(release.values().sum::<usize>(), TABLE.countries.len());
    for (level, &counted) in release {
        let known = TABLE.count("2015", level);
        let spoke = TABLE.countries.values().map(|rows| &rows["2015"]);
        let unknown = spoke.filter(|row| {
            row.level == "unknown"
                && office(level).is_some_and(|(_, office)| row.office.starts_with(office))
        });
        assert_eq!(known + unknown.count(), counted, "{level}");
    }
}

#[test]
fn the_levels_of_2022_are_those_that_the_statuses_say() {
    let statuses = texts::whole("en").unwrap();
    let excluded = |id: &str| {
        let rows = statuses["regions"].as_array().unwrap();
        let row = rows.iter().find(|row| row["id"] == id).unwrap();
        row["status"].as_array().unwrap().iter().any(|status| status == "excluded")
    };
    for id in TABLE.countries.keys() {
        assert_eq!(excluded(id), TABLE.level(id, "2022") == Some("not_invited"), "{id}");
    }
    assert_eq!(TABLE.count("2022", "head"), 23, "as the claim C-SUM.7 counts");
}

#[test]
fn what_changed_is_the_same_seen_from_either_summit() {
    for pair in BUILT.chunks(2) {
        let [first, second] = pair else { panic!("not two summits") };
        for id in TABLE.countries.keys() {
            let [first, second] = [first, second].map(|built| status(built.map.facts(), id));
            assert_eq!(format!("{}_2015", first[0]), second[1], "{id}");
            assert_eq!(first[1], format!("{}_2022", second[0]), "{id}");
            assert_eq!(first[2], second[2], "{id}");
            let expected = match (first[0], second[0]) {
                ("unknown", _) | (_, "unknown") => "change_unknown",
                (first, second) if first == second => "same",
                _ => "changed",
            };
            assert_eq!(first[2], expected, "{id}");
        }
    }
}

/// The ids in braces, which stand for counts.
fn counted(text: &str) -> Vec<&str> {
    text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap()).collect()
}

#[test]
fn the_counts_in_texts_are_those_of_categories_and_none_is_typed() {
    for built in BUILT.iter() {
        for name in ["headline", "finding", "finding_short"] {
            let text = built.json[name].as_str().unwrap();
            let ids = counted(text);
            assert!(!ids.is_empty(), "{text}");
            let known = |id: &&str| *id == "all" || count(built.map.facts(), id) > 0;
            assert!(ids.iter().all(known), "{text}");
            let text = text.replace("2015", "").replace("2022", "");
            assert!(!text.contains(|c: char| c.is_ascii_digit()), "{text}");
        }
    }
}

#[test]
fn the_map_shows_the_levels_as_fills_and_the_change_as_dots() {
    let painted = |built: &Built| {
        let rows = built.json["categories"].as_array().unwrap().iter();
        let painted = rows.filter(|row| row.get("color").is_some());
        painted.map(|row| row["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let first = ["head", "minister", "other", "unknown", "changed", "territory"];
    assert_eq!(painted(english("2015")), first);
    let second = ["head", "minister", "other", "absent", "not_invited", "changed", "territory"];
    assert_eq!(painted(english("2022")), second);
}

#[test]
fn the_languages_say_the_same_of_the_same_countries() {
    let claims = |built: &Built| {
        let claims = built.map.facts().claims.iter().cloned();
        claims.map(|claim| (claim.id, claim.about, claim.sources)).collect::<Vec<_>>()
    };
    for built in BUILT.iter() {
        assert_eq!(claims(built), claims(english(built.year)), "{}", built.language);
    }
}

#[test]
fn every_text_is_in_its_language() {
    let texts = |built: &Built| {
        let claims = built.map.facts().claims.iter();
        claims.map(|claim| claim.text.clone()).collect::<BTreeSet<_>>()
    };
    for built in BUILT.iter().filter(|built| built.language != "en") {
        let same: Vec<_> =
            texts(english(built.year)).intersection(&texts(built)).cloned().collect();
        assert_eq!(same, Vec::<String>::new(), "{}", built.language);
    }
}

#[test]
fn a_claim_about_the_other_summit_begins_with_its_year() {
    let facts = english("2015").map.facts();
    let of_2022 = facts.claims.iter().filter(|claim| claim.text.starts_with("2022: ")).count();
    // One claim says of three countries that they were not invited.
    assert_eq!(of_2022, 33);
    let facts = english("2022").map.facts();
    assert!(facts.claims.iter().all(|claim| !claim.text.starts_with("2022: ")));
}

#[test]
fn the_facts_about_2022_say_each_level_in_words() {
    let facts = texts::split::join(&texts::facts_in("en").unwrap());
    let facts = Facts::parse(facts.as_bytes()).unwrap();
    for (level, expected) in [("head", 23), ("minister", 7), ("other", 1), ("absent", 1)] {
        assert_eq!(count(&facts, level), expected, "{level}");
    }
}

#[test]
fn only_the_two_summits_have_files() {
    assert!(built("data/delegations-2015.fr.json").unwrap().is_ok());
    assert!(built("data/delegations-2022.de.json").unwrap().is_err());
    assert!(built("data/delegations-2018.en.json").is_none());
    assert!(built("data/summit-2022.en.json").is_none());
}

#[test]
fn a_text_that_is_missing_or_used_by_nothing_is_named() {
    let after = |change: fn(&mut Value)| {
        let mut wording = texts::read("data/delegations/es.json").unwrap();
        change(&mut wording);
        let wording: Wording = serde_json::from_value(wording).unwrap();
        wording.check(&TABLE).err().map(|error| error.to_string()).unwrap_or_default()
    };
    assert_eq!(after(|_| {}), "");
    let missing = after(|texts| drop(texts["more"].as_object_mut().unwrap().remove("CHL")));
    assert_eq!(missing, "data/delegations/es.json: no text for more/CHL");
    let unused = after(|texts| texts["more"]["ARG"] = "Nuevo".into());
    assert_eq!(unused, "data/delegations/es.json: more/ARG is used by nothing");
}
