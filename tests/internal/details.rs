//! What is said of a region, and in which order: on its card, and in the list.

use super::common::{SQUARES, STATES, draw, shipped};
use crate::Map;
use crate::content::fact_list::{FactGroup, FactList, fact_list};
use crate::content::locale::ENGLISH;
use crate::content::region_details::{DetailsWriter, RegionDetails};
use crate::data::facts::Facts;

/// Categories of each kind: two fills, a pattern, words alone. Region A has one of each, B the
/// second fill, C nothing. `claims` are about A.
fn facts(claims: &[(&str, Option<&str>)]) -> String {
    let color = |n: u8| format!("\"color\":{{\"light\":\"#{n}23456\",\"dark\":\"#{n}bcdef\"}}");
    let mut text = format!(
        "{{\"schema\":\"summit-map/1\",\"title\":\"T\",\"sources\":{{\"s\":{{\"kind\":\"main\",\"publisher\":\"P\"}},\
         \"c\":{{\"kind\":\"context\",\"publisher\":\"Q\"}}}},\"categories\":[\
         {{\"id\":\"said\",\"label\":\"Said\"}},{{\"id\":\"no\",\"label\":\"No\",{}}},\
         {{\"id\":\"yes\",\"label\":\"Yes\",{}}},{{\"id\":\"angry\",\"label\":\"Angry\",\"pattern\":\"dots\",{}}}],\
         \"regions\":[{{\"id\":\"A\",\"status\":[\"said\",\"yes\",\"angry\"]}},\
         {{\"id\":\"B\",\"status\":[\"no\"]}},{{\"id\":\"C\",\"status\":[\"said\"]}},\
         {{\"id\":\"D\",\"status\":[\"yes\"]}}],\"claims\":[",
        color(1),
        color(2),
        color(3)
    );
    for (index, (source, establishes)) in claims.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        let establishes = establishes.map(|id| format!(",\"establishes\":\"{id}\""));
        text.push_str(&format!(
            "{comma}{{\"id\":\"{index}\",\"about\":[\"A\"],\"text\":\"{index}\",\"sources\":[\"{source}\"]{}}}",
            establishes.unwrap_or_default()
        ));
    }
    text + "]}"
}

fn details(claims: &[(&str, Option<&str>)]) -> RegionDetails {
    let facts = Facts::parse(facts(claims).as_bytes()).unwrap();
    DetailsWriter { facts: &facts, words: &ENGLISH, prefix: "m" }.entry(Some(0), "Aland")
}

fn texts(details: &RegionDetails) -> Vec<&str> {
    details.statements().map(|statement| statement.text.as_str()).collect()
}

#[test]
fn what_establishes_the_pattern_comes_first_then_the_fill_then_words_then_its_own() {
    let all = [("s", None), ("s", Some("said")), ("c", Some("yes")), ("c", Some("angry"))];
    for (count, first) in [(4, "3"), (3, "2"), (2, "1"), (1, "0")] {
        let details = details(&all[..count]);
        assert_eq!(details.lead.map(|lead| lead.text).as_deref(), Some(first), "of {count}");
    }
}

#[test]
fn the_lead_is_said_once_and_the_others_follow_by_source_in_their_order() {
    let details =
        details(&[("c", None), ("s", None), ("c", Some("yes")), ("s", None), ("c", None)]);
    assert_eq!(texts(&details), ["2", "1", "3", "0", "4"]);
    assert_eq!((details.main.len(), details.context.len()), (2, 2));
}

#[test]
fn of_two_claims_that_weigh_the_same_the_first_leads() {
    assert_eq!(texts(&details(&[("s", None), ("s", Some("yes")), ("s", Some("yes"))]))[0], "1");
}

#[test]
fn a_claim_that_establishes_what_the_region_has_not_does_not_lead() {
    assert_eq!(texts(&details(&[("s", None), ("s", Some("no"))]))[0], "0");
}

#[test]
fn without_claims_nothing_leads() {
    assert_eq!(details(&[]).lead, None);
}

#[test]
fn what_establishes_a_status_of_several_leads_on_the_card_and_not_in_the_list() {
    let facts = facts(&[("s", None)]).replace(
        "\"claims\":[",
        "\"claims\":[{\"id\":\"all\",\"about\":[\"yes\"],\"text\":\"all\",\"sources\":[\"s\"],\"establishes\":\"yes\"},",
    );
    let facts = Facts::parse(facts.as_bytes()).unwrap();
    let writer = DetailsWriter { facts: &facts, words: &ENGLISH, prefix: "m" };
    assert_eq!(texts(&writer.entry(Some(0), "Aland")), ["all", "0"]);
    assert_eq!(texts(&writer.own_entry(0, "Aland")), ["0"]);
}

fn list(text: &str) -> FactList {
    let facts = Facts::parse(text.as_bytes()).unwrap();
    fact_list(&DetailsWriter { facts: &facts, words: &ENGLISH, prefix: "m" })
}

/// Each group with the names of its regions.
fn groups(list: &FactList) -> Vec<(&str, Vec<&str>)> {
    fn name(entry: &RegionDetails) -> &str {
        &entry.name
    }
    fn group(group: &FactGroup) -> (&str, Vec<&str>) {
        (&group.label, group.entries.iter().map(name).collect())
    }
    list.groups.iter().map(group).collect()
}

#[test]
fn the_list_goes_by_what_the_map_fills_a_region_with_in_the_order_of_the_legend() {
    let list = list(&facts(&[]));
    assert_eq!(groups(&list), [("No", vec!["B"]), ("Yes", vec!["A", "D"]), ("More", vec!["C"])]);
}

#[test]
fn categories_of_one_colour_have_groups_of_their_own() {
    let text = facts(&[]).replace("#123456", "#223456").replace("#1bcdef", "#2bcdef");
    assert_eq!(groups(&list(&text)), groups(&list(&facts(&[]))));
}

#[test]
fn the_list_begins_with_what_a_reader_should_know() {
    assert_eq!(list(&facts(&[])).note, "");
    let noted = facts(&[]).replacen("\"title\"", "\"note\":\"As of May.\",\"title\"", 1);
    assert_eq!(list(&noted).note, "As of May.");
    let map = draw(SQUARES, noted).unwrap();
    let text = crate::render::xml::text(&map.fact_list());
    let (note, group) = (text.find("<p>As of May.</p>").unwrap(), text.find("<details").unwrap());
    assert!(note < group, "{text}");
}

#[test]
fn the_groups_of_the_shipped_facts_are_those_of_the_legend() {
    let list = fact_list(&writer(shipped()));
    let counts: Vec<(&str, usize)> =
        list.groups.iter().map(|group| (group.label.as_str(), group.entries.len())).collect();
    let territories = shipped().facts().regions.len() - STATES.len();
    let expected = [
        ("Signed the declaration", 20),
        ("Not invited by the host", 3),
        ("Not mentioned in the article", 12),
        ("Territory, not a summit participant", territories),
    ];
    assert_eq!(counts, expected);
}

fn writer(map: &Map) -> DetailsWriter<'_> {
    DetailsWriter { facts: map.facts(), words: map.words(), prefix: "summit" }
}

#[test]
fn every_state_that_is_painted_for_a_claim_has_it_first_on_its_card() {
    let map = shipped();
    for (row, region) in map.facts().regions.iter().enumerate() {
        let established = map.facts().claims.iter().filter_map(|claim| claim.establishes);
        let mine = established.filter(|category| region.status.contains(category)).max();
        let Some(category) = mine else { continue };
        let details = writer(map).entry(Some(row), &region.id);
        let lead = details.lead.unwrap().text;
        let claim = map.facts().claims.iter().find(|claim| claim.text == lead).unwrap();
        assert_eq!(claim.establishes, Some(category), "{} begins with {lead}", region.id);
    }
}
