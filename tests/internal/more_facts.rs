//! A second file of facts adds claims and names to a map, and takes nothing away.

use super::common::{FACTS, SQUARES, draw};
use crate::data::facts::Facts;
use crate::render::xml;

const MORE: &str = r#"{"schema":"summit-map/1",
"sources":{"late":{"kind":"context","publisher":"Herald","date":"2030-06"}},
"claims":[{"id":"4","about":["A"],"text":"Agreed again.","sources":["late"]},
 {"id":"5","about":["yes"],"text":"So did all.","sources":["more"],"establishes":"yes"}],
"names":{"B":["Beeland","Bee"]}}"#;

fn facts() -> Facts {
    let named = FACTS.replacen("\"default\"", "\"names\":{\"A\":[\"Ay\"]},\"default\"", 1);
    Facts::parse(named.as_bytes()).unwrap()
}

fn with_more(more: &[u8]) -> Facts {
    let mut facts = facts();
    facts.add(more).unwrap();
    facts
}

/// What is wrong with the second file after a change. Then none of it is taken.
fn error_after(from: &str, to: &str) -> String {
    assert!(MORE.contains(from), "the good file has no {from}");
    let text = MORE.replacen(from, to, 1);
    let mut facts = facts();
    let error = facts.add(text.as_bytes()).unwrap_err();
    assert_eq!(facts, self::facts());
    error.to_string()
}

#[test]
fn its_claims_follow_the_others_and_rest_on_sources_of_both_files() {
    let more = with_more(MORE.as_bytes());
    let ids: Vec<&str> = more.claims.iter().map(|claim| claim.id.as_str()).collect();
    assert_eq!(ids, ["1", "2", "3", "4", "5"]);
    let publishers = |claim: usize| -> Vec<&str> {
        more.sources_of(&more.claims[claim]).map(|source| source.publisher.as_str()).collect()
    };
    assert_eq!((publishers(3), publishers(4)), (vec!["Herald"], vec!["Courier"]));
    assert_eq!(more.claims[4].establishes, Some(0));
}

#[test]
fn the_facts_of_before_stay() {
    let (before, more) = (facts(), with_more(MORE.as_bytes()));
    assert_eq!(more.claims[..3], before.claims[..]);
    assert_eq!(more.sources[..2], before.sources[..]);
    assert_eq!((more.regions, more.categories), (before.regions, before.categories));
}

#[test]
fn its_names_stand_in_place_of_those_of_before() {
    let more = with_more(MORE.as_bytes());
    assert_eq!(more.names_of("B"), ["Beeland", "Bee"]);
    assert_eq!(more.names_of("A"), [""; 0]);
    let kept = with_more(br#"{"claims":[]}"#);
    assert_eq!(kept.names_of("A"), ["Ay"], "a file without names changes none");
}

#[test]
fn an_id_of_the_first_file_is_taken() {
    let expected = "facts, line 3, column 17: claim \"1\": the id is used twice";
    assert_eq!(error_after("{\"id\":\"4\"", "{\"id\":\"1\""), expected);
    assert!(
        error_after("\"late\":{", "\"main\":{").contains("source \"main\": the id is used twice")
    );
}

#[test]
fn a_region_a_category_or_a_source_of_neither_file_is_an_error() {
    let region = error_after("[\"A\"]", "[\"Z\"]");
    assert!(region.contains("line 3") && region.contains("unknown region or category \"Z\""));
    let source = error_after("[\"late\"]", "[\"lost\"]");
    assert!(source.contains("unknown source \"lost\""), "{source}");
    let category = error_after("\"establishes\":\"yes\"", "\"establishes\":\"no\"");
    assert!(category.contains("unknown status \"no\""), "{category}");
}

#[test]
fn it_holds_nothing_but_claims_sources_and_names() {
    for (member, value) in [("title", "\"T\""), ("regions", "[]"), ("categories", "[]")] {
        let error = error_after("\"claims\"", &format!("\"{member}\":{value},\"claims\""));
        assert!(error.contains("unknown field"), "{error}");
    }
}

#[test]
fn a_map_says_more_and_is_drawn_as_before() {
    let mut map = draw(SQUARES, FACTS).unwrap();
    let (svg, stamp) = (map.svg(), map.stamp());
    map.add_facts(MORE.as_bytes()).unwrap();
    let list = xml::text(&map.fact_list());
    assert!(list.contains("Agreed.") && list.contains("Agreed again."), "{list}");
    assert_eq!((map.svg(), map.stamp()), (svg, stamp));
}

#[test]
fn a_bad_second_file_leaves_the_map_as_it_was() {
    let mut map = draw(SQUARES, FACTS).unwrap();
    let list = map.fact_list();
    assert_eq!(
        map.add_facts(MORE.replace("[\"A\"]", "[\"Z\"]").as_bytes()).unwrap_err().code(),
        "invalid"
    );
    assert_eq!(map.fact_list(), list);
}
