//! The shipped map and facts: every state is there, drawn, counted and sourced.

use super::common::{STATES, shipped};
use crate::data::facts::{About, Facts, Role};

/// Territories of the Americas, each with the state that the map names with it.
const TERRITORIES: [(&str, &str); 23] = [
    ("ABW", "Aruba (Netherlands)"),
    ("AIA", "Anguilla (United Kingdom)"),
    ("BLM", "Saint Barthélemy (France)"),
    ("BMU", "Bermuda (United Kingdom)"),
    ("BQ-BO", "Bonaire (Netherlands)"),
    ("BQ-SA", "Saba (Netherlands)"),
    ("BQ-SE", "Sint Eustatius (Netherlands)"),
    ("CUW", "Curaçao (Netherlands)"),
    ("CYM", "Cayman Islands (United Kingdom)"),
    ("FLK", "Falkland Islands (Malvinas)"),
    ("GLP", "Guadeloupe (France)"),
    ("GRL", "Greenland (Denmark)"),
    ("GUF", "French Guiana (France)"),
    ("MAF", "Saint Martin (France)"),
    ("MSR", "Montserrat (United Kingdom)"),
    ("MTQ", "Martinique (France)"),
    ("PRI", "Puerto Rico (United States)"),
    ("SGS", "South Georgia and the South Sandwich Islands"),
    ("SPM", "Saint Pierre and Miquelon (France)"),
    ("SXM", "Sint Maarten (Netherlands)"),
    ("TCA", "Turks and Caicos Islands (United Kingdom)"),
    ("VGB", "British Virgin Islands (United Kingdom)"),
    ("VIR", "U.S. Virgin Islands (United States)"),
];

fn category(facts: &Facts, id: &str) -> usize {
    facts.categories.iter().position(|category| category.id == id).unwrap()
}

fn status_of<'a>(facts: &'a Facts, id: &str) -> Vec<&'a str> {
    let (_, region) = facts.region(id).unwrap();
    region.status.iter().map(|&index| facts.categories[index].id.as_str()).collect()
}

#[test]
fn every_state_is_drawn() {
    let map = shipped();
    for id in STATES {
        let region = &map.scene().regions[map.scene().find(id).unwrap()];
        assert!(!region.outline.path.is_empty(), "{id} has no path");
        let (x, y) = (region.outline.center.x, region.outline.center.y);
        let is_inside = (0..map.scene().width).contains(&x) && (0..map.scene().height).contains(&y);
        assert!(is_inside, "{id} lies outside the picture");
    }
}

#[test]
fn every_state_has_a_row_and_one_fill() {
    let map = shipped();
    for id in STATES {
        let (row, region) = map.facts().region(id).unwrap();
        assert!(map.facts().takes_part(region), "{id} answers no question");
        assert!(map.facts().fill(Some(row)).is_some(), "{id} has no fill");
        let index = map.scene().find(id).unwrap();
        let layers = map.scene().layers.iter().filter(|layer| layer.regions.contains(&index));
        assert_eq!(layers.count(), 1, "{id} is painted once");
    }
}

#[test]
fn the_counts_are_those_of_the_article() {
    let map = shipped();
    let count = |id| map.facts().count(category(map.facts(), id));
    let declaration = (count("signed"), count("excluded"), count("not_mentioned"));
    assert_eq!(declaration, (20, 3, 12));
    assert_eq!(declaration.0 + declaration.1 + declaration.2, STATES.len());
    assert_eq!((count("boycott"), count("invited")), (1, 32));
    let states = map.facts().regions.iter().filter(|region| map.facts().takes_part(region));
    assert_eq!(states.count(), STATES.len());
}

#[test]
fn the_named_states_have_the_status_that_the_article_gives_them() {
    let map = shipped();
    let facts = map.facts();
    assert_eq!(status_of(facts, "MEX"), ["signed", "invited", "boycott"]);
    for id in ["CUB", "NIC", "VEN"] {
        assert_eq!(status_of(facts, id), ["excluded"], "{id}");
    }
    let signed: Vec<&str> =
        STATES.into_iter().filter(|id| status_of(facts, id).contains(&"signed")).collect();
    let expected = [
        "ARG", "BLZ", "BRA", "BRB", "CAN", "CHL", "COL", "CRI", "ECU", "GTM", "HND", "HTI", "JAM",
        "MEX", "PAN", "PER", "PRY", "SLV", "URY", "USA",
    ];
    assert_eq!(signed, expected);
}

#[test]
fn each_status_rests_on_one_claim_of_the_article_about_that_state() {
    let map = shipped();
    let facts = map.facts();
    let carried = ["signed", "excluded", "boycott"].map(|id| category(facts, id));
    for (row, region) in facts.regions.iter().enumerate() {
        let mut established: Vec<usize> = Vec::new();
        for claim in facts.claims_about(About::Region(row)) {
            if let Some(category) = claim.establishes {
                assert!(facts.is_main(claim) && claim.paragraph.is_some(), "claim {}", claim.id);
                established.push(category);
            }
        }
        established.sort_unstable();
        let expected = region.status.iter().copied().filter(|status| carried.contains(status));
        let mut expected: Vec<usize> = expected.collect();
        expected.sort_unstable();
        assert_eq!(established, expected, "{}", region.id);
    }
}

#[test]
fn no_sentence_is_written_twice() {
    let mut seen = std::collections::BTreeSet::new();
    for claim in &shipped().facts().claims {
        assert!(seen.insert(&claim.text), "claim {} repeats: {}", claim.id, claim.text);
    }
}

#[test]
fn every_claim_has_a_source_and_every_source_a_claim() {
    let map = shipped();
    let facts = map.facts();
    let mut used = vec![false; facts.sources.len()];
    for claim in &facts.claims {
        assert!(!claim.sources.is_empty(), "claim {}", claim.id);
        for &source in &claim.sources {
            used[source] = true;
        }
    }
    let unused: Vec<_> = (0..used.len()).filter(|&index| !used[index]).collect();
    let unused: Vec<_> = unused.into_iter().map(|index| &facts.sources[index].id).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn claims_of_the_article_name_their_paragraph_and_context_its_address() {
    let map = shipped();
    let facts = map.facts();
    let main: Vec<_> = facts.sources.iter().filter(|s| s.role == Role::Main).collect();
    assert_eq!(main.len(), 1);
    for claim in &facts.claims {
        if facts.is_main(claim) {
            let paragraph: usize = claim.paragraph.as_ref().unwrap().parse().unwrap();
            assert!((1..=30).contains(&paragraph), "claim {}", claim.id);
            assert!(claim.id.starts_with('A'), "claim {}", claim.id);
        } else {
            assert!(facts.sources_of(claim).all(|source| source.url.is_some()), "{}", claim.id);
            assert!(facts.sources_of(claim).all(|source| source.grade.is_some()), "{}", claim.id);
            assert!(claim.id.starts_with("C-"), "claim {}", claim.id);
        }
    }
}

#[test]
fn every_row_is_on_the_map_and_every_state_is_spoken_of() {
    let map = shipped();
    assert_eq!(map.unmatched(), Vec::<&str>::new());
    for (row, region) in map.facts().regions.iter().enumerate() {
        let claims = map.facts().claims_about(About::Region(row)).count();
        assert!(claims > 0, "nothing is said about {}", region.id);
    }
}

#[test]
fn every_territory_is_a_feature_of_its_own_and_neutral() {
    let map = shipped();
    let neutral = map.facts().default.unwrap();
    assert_eq!(map.facts().categories[neutral].dimension, None);
    for (id, name) in TERRITORIES {
        let index = map.scene().find(id).unwrap();
        let region = &map.scene().regions[index];
        assert_eq!(region.name, name);
        assert_eq!(region.words, map.facts().categories[neutral].word, "{id}");
        let entry = map.entry(index).unwrap();
        let labels: Vec<&String> = entry.status.iter().map(|line| &line.label).collect();
        assert_eq!(labels, [&map.facts().categories[neutral].label], "{id}");
    }
    assert_eq!(map.scene().regions.len(), STATES.len() + TERRITORIES.len());
}
