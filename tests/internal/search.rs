//! Every shipped region is found, whatever part of its name in whatever language is typed.

use super::common::{AMERICAS, Random, SUMMIT};
use crate::content::search::{SearchEntry, search};
use serde_json::Value;

/// A region with its names, English first.
struct Named {
    id: String,
    names: Vec<String>,
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

fn shipped() -> Vec<Named> {
    let texts = [
        json(include_bytes!("../../data/texts/es.json")),
        json(include_bytes!("../../data/texts/fr.json")),
        json(include_bytes!("../../data/texts/pt.json")),
    ];
    let named = |row: &Value| {
        let id = row["id"].as_str().unwrap().to_owned();
        let others = texts.iter().filter_map(|texts| texts["regions"][&id].as_str());
        let names = row["name"].as_str().into_iter().chain(others).map(str::to_owned).collect();
        Named { id, names }
    };
    json(SUMMIT)["regions"].as_array().unwrap().iter().map(named).collect()
}

/// Every feature of the map with all that it is found by, as `cargo xtask build` writes it for
/// English.
fn all_with_aliases() -> Vec<Named> {
    let texts = [
        json(include_bytes!("../../data/texts/es.json")),
        json(include_bytes!("../../data/texts/pt.json")),
        json(include_bytes!("../../data/texts/fr.json")),
    ];
    let aliases = json(include_bytes!("../../data/aliases.json"));
    let named = |feature: &Value| {
        let id = feature["id"].as_str().unwrap().to_owned();
        let mut names = vec![feature["properties"]["name"].as_str().unwrap().to_owned()];
        for text in texts.iter().filter_map(|texts| texts["regions"][&id].as_str()) {
            let text = text.split(" (").next().unwrap();
            if !names[0].starts_with(&format!("{text} (")) {
                names.push(text.to_owned());
            }
        }
        let more = aliases[&id].as_array().into_iter().flatten();
        names.extend(more.map(|alias| alias.as_str().unwrap().to_owned()));
        Named { id, names }
    };
    json(AMERICAS)["features"].as_array().unwrap().iter().map(named).collect()
}

fn places(named: &[Named]) -> Vec<SearchEntry<'_>> {
    let places = named.iter().enumerate().map(|(region, named)| {
        let (name, also) = named.names.split_first().unwrap();
        SearchEntry { region, name, id: &named.id, also, takes_part: true }
    });
    places.collect()
}

#[test]
fn a_whole_name_or_id_finds_its_region_first() {
    let named = shipped();
    let places = places(&named);
    assert!(places.len() >= 35);
    for (region, named) in named.iter().enumerate() {
        for query in named.names.iter().chain([&named.id]) {
            assert_eq!(search(&places, query, 1), [region], "{query}");
        }
    }
}

#[test]
fn any_part_of_a_name_finds_its_region() {
    let named = shipped();
    let places = places(&named);
    for (region, named) in named.iter().enumerate() {
        for name in &named.names {
            let letters: Vec<char> = name.chars().collect();
            for start in 0..letters.len() {
                let part: String = letters[start..letters.len().min(start + 5)].iter().collect();
                let found = search(&places, &part.to_uppercase(), usize::MAX);
                assert!(found.contains(&region), "{part:?} of {name}");
            }
        }
    }
}

#[test]
fn the_beginnings_of_all_words_find_their_region_in_any_order() {
    let named = shipped();
    let places = places(&named);
    for (region, named) in named.iter().enumerate() {
        for name in &named.names {
            let words = name.split([' ', '-', '’', '\'']).filter(|word| !word.is_empty());
            let heads = words.map(|word| word.chars().take(3).collect::<String>());
            let heads: Vec<String> = heads.collect::<Vec<_>>().into_iter().rev().collect();
            let found = search(&places, &heads.join(" "), usize::MAX);
            assert!(found.contains(&region), "{heads:?} of {name}");
        }
    }
}

#[test]
fn whatever_is_typed_no_region_comes_twice_and_fewer_are_the_first_of_all() {
    let named = shipped();
    let places = places(&named);
    let letters: Vec<char> = "aeinrst .’-(é\u{301}\u{0}😀ß".chars().collect();
    let mut random = Random(0x5eed_cafe_f00d_0004);
    for _ in 0..500 {
        let length = random.below(6);
        let query: String = (0..length).map(|_| letters[random.below(letters.len())]).collect();
        let all = search(&places, &query, usize::MAX);
        let mut distinct = all.clone();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), all.len(), "{query:?}");
        let most = random.below(9);
        assert_eq!(search(&places, &query, most), all[..most.min(all.len())], "{query:?}");
    }
}

#[test]
fn marks_dots_and_the_order_of_words_do_not_matter() {
    let also = ["St. Kitts".to_owned()];
    let places = [
        SearchEntry { region: 4, name: "Mexico", id: "MEX", also: &[], takes_part: true },
        SearchEntry {
            region: 7,
            name: "Saint Kitts and Nevis",
            id: "KNA",
            also: &also,
            takes_part: true,
        },
    ];
    assert_eq!(search(&places, "méx", 8), [4]);
    assert_eq!(search(&places, "st kitts", 8), [7]);
    assert_eq!(search(&places, "nevis kitts", 8), [7]);
}

#[test]
fn what_readers_type_finds_its_country_first() {
    let named = all_with_aliases();
    let places = places(&named);
    for (query, expected) in [
        ("America", "USA"),
        ("american", "USA"),
        ("Estados Unidos de América", "USA"),
        ("États-Unis d'Amérique", "USA"),
        ("E.U.", "USA"),
        ("DR", "DOM"),
        ("RD", "DOM"),
        ("DOM", "DOM"),
        ("St. Kitts and Nevis", "KNA"),
        ("SKN", "KNA"),
        ("St Vincent and the Grenadines", "VCT"),
        ("SVG", "VCT"),
        ("Ste-Lucie", "LCA"),
        ("Falklands", "FLK"),
        ("Malouines", "FLK"),
        ("Georgias del Sur", "SGS"),
        ("Trinidad et Tobago", "TTO"),
        ("Trindade", "TTO"),
        ("Méjico", "MEX"),
        ("Plurinational State", "BOL"),
        ("Bolivarian", "VEN"),
        ("Las Bahamas", "BHS"),
        ("Les Bahamas", "BHS"),
        ("La Barbade", "BRB"),
        ("Le Salvador", "SLV"),
        ("Ayiti", "HTI"),
        ("St Barth", "BLM"),
        ("St-Pierre et Miquelon", "SPM"),
        ("TCI", "TCA"),
        ("Grand Cayman", "CYM"),
        ("Kalaallit Nunaat", "GRL"),
        ("BES", "BQ-BO"),
        ("Caribbean Netherlands", "BQ-BO"),
        ("Antilles", "BQ-BO"),
        ("Antillas", "BQ-BO"),
        ("Antilhas", "BQ-BO"),
    ] {
        let found = search(&places, query, 1);
        let found: Vec<&str> = found.iter().map(|&place| named[place].id.as_str()).collect();
        assert_eq!(found, [expected], "{query}");
    }
}

#[test]
fn every_alias_finds_one_of_its_own_first() {
    let named = all_with_aliases();
    let places = places(&named);
    for one in &named {
        for name in &one.names {
            let found = search(&places, name, 1);
            let is_its_own = named[found[0]].names.contains(name);
            assert!(is_its_own, "{name} finds {}, not {}", named[found[0]].id, one.id);
        }
    }
}
