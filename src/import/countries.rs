//! Countries by their codes and names. The table is written by `cargo xtask countries`, which says
//! where it comes from.

use super::words;
use crate::data::feature_keys::FeatureKeys;
use crate::data::join::normal;
use std::collections::HashMap;

/// A line a country: ISO 3166-1 alpha-2, alpha-3 and numeric, the names in English, Spanish,
/// Portuguese and French (empty where it is that before), then other names, all between bars.
const TABLE: &str = include_str!("countries.txt");
/// A map needs so many features that are countries by their names to be one of countries,
const LEAST: usize = 2;
/// and so many of ten, where it has no names but codes.
const CODES_IN_TEN: usize = 9;

/// A country or territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Country {
    line: &'static str,
    /// Its code of three letters.
    pub alpha3: &'static str,
}

impl Country {
    fn fields(self) -> impl Iterator<Item = &'static str> {
        self.line.split('|')
    }

    /// Its name in English.
    pub(super) fn name(self) -> &'static str {
        self.fields().nth(3).unwrap_or_default()
    }

    /// Its name in the language of a map, if that is Spanish, Portuguese or French.
    pub(super) fn foreign_name(self, language: Option<&str>) -> Option<String> {
        let place = words::place(language)?;
        let named = self.fields().skip(3).take(place + 1).filter(|name| !name.is_empty());
        named.last().map(str::to_owned)
    }

    /// All its names.
    fn names(self) -> impl Iterator<Item = &'static str> {
        self.fields().skip(3).filter(|name| !name.is_empty())
    }
}

fn all() -> impl Iterator<Item = Country> {
    TABLE.lines().map(|line| Country { line, alpha3: line.split('|').nth(1).unwrap_or_default() })
}

/// Which features are countries. None is, unless half of those with a name have that of a country: a
/// map of states has codes that are those of countries too.
pub(super) fn of(keys: &[FeatureKeys]) -> Vec<Option<Country>> {
    let (mut names, mut codes) = (HashMap::new(), HashMap::new());
    for country in all() {
        for name in country.names().flat_map(variants) {
            names.entry(name).or_insert(country);
        }
        for code in country.fields().take(3) {
            codes.entry(code.to_lowercase()).or_insert(country);
        }
    }
    let mut found: Vec<Option<Country>> = vec![None; keys.len()];
    let mut taken: Vec<&str> = Vec::new();
    let mut claim = |slot: &mut Option<Country>, country: Option<&Country>| {
        if let Some(country) = country.filter(|own| slot.is_none() && !taken.contains(&own.alpha3))
        {
            taken.push(country.alpha3);
            *slot = Some(*country);
        }
    };
    let has_name = |feature: &&FeatureKeys| feature.name != feature.id;
    let named = keys.iter().filter(has_name).count();
    for (slot, feature) in found.iter_mut().zip(keys) {
        claim(slot, texts(feature, is_name_property).find_map(|text| names.get(&normal(text))));
    }
    let by_name = found.iter().flatten().count();
    let by_code = || keys.iter().filter(|feature| codes.contains_key(&code(&feature.id))).count();
    let is_of_codes =
        named == 0 && keys.len() > LEAST && by_code() * 10 >= keys.len() * CODES_IN_TEN;
    if (by_name < LEAST || by_name * 2 < named) && !is_of_codes {
        return vec![None; keys.len()];
    }
    for (slot, feature) in found.iter_mut().zip(keys) {
        claim(slot, texts(feature, is_code_property).find_map(|text| codes.get(&code(text))));
    }
    found
}

/// Adds to each country all its codes and names, so that a table may use any.
pub(super) fn add_names(keys: &mut [FeatureKeys], known: &[Option<Country>]) {
    for (feature, country) in keys.iter_mut().zip(known) {
        let Some(country) = country else { continue };
        let codes = ["ISO 3166-1 alpha-2", "ISO 3166-1 alpha-3", "ISO 3166-1 numeric"];
        let codes = codes.into_iter().zip(country.fields());
        let codes = codes.map(|(name, code)| (name.to_owned(), code.to_owned()));
        let names =
            country.names().flat_map(variants).map(|name| ("country name".to_owned(), name));
        feature.properties.extend(codes.chain(names));
    }
}

/// What a feature has of one kind: id and name, and properties.
fn texts(feature: &FeatureKeys, is_meant: fn(&str) -> bool) -> impl Iterator<Item = &String> {
    let properties =
        feature.properties.iter().filter(move |(name, _)| is_meant(&name.to_lowercase()));
    [&feature.name, &feature.id].into_iter().chain(properties.map(|(_, value)| value))
}

fn is_name_property(name: &str) -> bool {
    name.starts_with("name")
        || name.starts_with("admin")
        || name == "country"
        || name == "sovereignt"
}

fn is_code_property(name: &str) -> bool {
    name.starts_with("iso") || name.starts_with("adm0_a3")
}

/// A code as it is compared; one of digits has three.
fn code(text: &str) -> String {
    let code = text.trim().to_lowercase();
    if code.bytes().all(|byte| byte.is_ascii_digit()) { format!("{code:0>3}") } else { code }
}

/// A name as it is compared, with and without "and", and with "st" for "saint".
fn variants(name: &str) -> Vec<String> {
    let full = normal(name);
    let without = |skipped: &[&str]| {
        let words = full.split(' ').filter(|word| !skipped.contains(word));
        words.map(|word| if word == "saint" { "st" } else { word }).collect::<Vec<_>>().join(" ")
    };
    let mut all = vec![without(&[]), without(&["and", "y", "e", "et"])];
    all.push(full.clone());
    all.sort_unstable();
    all.dedup();
    all
}
