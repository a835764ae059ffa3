//! One wrong thing a test, in the smallest file that is otherwise right.

use crate::data::facts::Facts;
use crate::geo::map_projection::ProjectionName;

const GOOD: &str = r##"{
"schema":"summit-map/1",
"title":"T",
"dimensions":[{"id":"d","label":"D"}],
"categories":[{"id":"yes","dimension":"d","label":"Yes","color":{"light":"#123456","dark":"#abcdef"}},
 {"id":"no","dimension":"d","label":"No"}],
"sources":{"s":{"kind":"main","publisher":"P","url":"https://example.org/"},"c":{"kind":"context","publisher":"Q"}},
"regions":[{"id":"A","status":["yes"]},
 {"id":"B","status":["no"]}],
"claims":[{"id":"1","about":["A"],"text":"said yes","sources":["s"]}]
}"##;

fn error_after(from: &str, to: &str) -> String {
    assert!(GOOD.contains(from), "the good file has no {from}");
    let text = GOOD.replacen(from, to, 1);
    Facts::parse(text.as_bytes()).err().map(|error| error.to_string()).unwrap_or_default()
}

#[test]
fn a_good_file_is_read() {
    let facts = Facts::parse(GOOD.as_bytes());
    assert_eq!(facts.map(|facts| (facts.regions.len(), facts.count(0))), Ok((2, 1)));
}

#[test]
fn an_unknown_status_names_line_and_column() {
    assert_eq!(
        error_after("[\"no\"]", "[\"noo\"]"),
        "facts, line 9, column 22: region \"B\": unknown status \"noo\", known are no, yes"
    );
}

#[test]
fn a_claim_without_a_source_is_refused() {
    let expected =
        "facts, line 10, column 11: claim \"1\": no source; name at least one in \"sources\"";
    assert_eq!(error_after("[\"s\"]", "[]"), expected);
    assert_eq!(error_after(",\"sources\":[\"s\"]", ""), expected);
}

#[test]
fn references_that_lead_nowhere_are_refused() {
    assert!(
        error_after("\"sources\":[\"s\"]", "\"sources\":[\"t\"]").contains("unknown source \"t\"")
    );
    assert!(
        error_after("\"about\":[\"A\"]", "\"about\":[\"Z\"]")
            .contains("unknown region or category \"Z\"")
    );
    assert!(
        error_after("\"dimension\":\"d\"", "\"dimension\":\"e\"")
            .contains("unknown dimension \"e\"")
    );
}

#[test]
fn two_answers_to_one_question_are_refused() {
    assert!(error_after("[\"yes\"]", "[\"yes\",\"no\"]").contains("second answer"));
}

#[test]
fn one_id_twice_is_refused() {
    assert!(error_after("{\"id\":\"B\"", "{\"id\":\"A\"").contains("used twice"));
}

#[test]
fn a_claim_keeps_the_main_source_and_context_apart() {
    assert!(error_after("[\"s\"]", "[\"s\",\"c\"]").contains("make two claims"));
}

#[test]
fn only_safe_links_are_read() {
    for url in [
        "javascript:alert(1)",
        "JaVa\\tScript:x",
        "\\u0000javascript:x",
        "data:text/html,x",
        "//evil",
        "vbscript:x",
        "blob:x",
        "https://a b",
        "",
    ] {
        assert!(error_after("https://example.org/", url).contains("url must start"), "{url}");
    }
}

#[test]
fn only_plain_colours_are_read() {
    for color in ["url(https://evil/)", "red", "var(--x)", "#12345"] {
        assert!(error_after("#123456", color).contains("not a colour"), "{color}");
    }
}

#[test]
fn a_misspelt_field_is_refused() {
    assert!(error_after("\"text\"", "\"txet\"").contains("\"txet\": unknown field"));
}

#[test]
fn a_wrong_type_names_its_place() {
    assert_eq!(
        error_after("[\"yes\"]", "[7]"),
        "facts, line 8, column 32: value: needs to be a text in double quotes"
    );
}

#[test]
fn empty_ids_and_texts_and_wild_centres_are_refused() {
    assert!(error_after("{\"id\":\"B\"", "{\"id\":\"\"").contains("is empty"));
    assert!(error_after("\"said yes\"", "\" \"").contains("the text is empty"));
    assert!(error_after("\"title\"", "\"center\":[0,1000],\"title\"").contains("center"));
}

#[test]
fn a_region_named_like_a_category_is_refused() {
    assert!(error_after("{\"id\":\"B\"", "{\"id\":\"yes\"").contains("also that of a category"));
}

fn with(more: &str) -> Result<Facts, String> {
    let text = GOOD.replacen("\"title\"", &format!("{more},\n\"title\""), 1);
    Facts::parse(text.as_bytes()).map_err(|error| error.to_string())
}

#[test]
fn a_feature_has_names_with_or_without_a_row() {
    let facts = with("\"names\":{\"A\":[\"Aland\",\"AL\"],\"Z\":[\"Zland\"]}").unwrap();
    assert_eq!(facts.names_of("A"), ["Aland", "AL"]);
    assert_eq!(facts.name_of("A").map(String::as_str), Some("Aland"));
    assert_eq!(facts.name_of("Z").map(String::as_str), Some("Zland"));
    assert_eq!(facts.names_of("B"), [""; 0]);
    assert_eq!(facts.name_of("B"), None);
}

#[test]
fn the_name_of_a_row_comes_before_the_names() {
    let text = GOOD.replace("{\"id\":\"A\"", "{\"id\":\"A\",\"name\":\"Row\"").replacen(
        "\"title\"",
        "\"names\":{\"A\":[\"Aland\"]},\"title\"",
        1,
    );
    let facts = Facts::parse(text.as_bytes()).unwrap();
    assert_eq!(facts.name_of("A").map(String::as_str), Some("Row"));
}

#[test]
fn names_that_name_nothing_are_refused() {
    for (names, expected) in [
        ("{\"A\":[]}", "line 3, column 14: names: the list is empty"),
        ("{\"A\":[\"\"]}", "line 3, column 15: names: the text is empty"),
        ("{\"A\":\"a\"}", "line 3, column 14: value: needs to be a list"),
        ("{\"A\":[\"a\"],\"A\":[\"b\"]}", "line 3, column 24: feature \"A\": the id is used twice"),
    ] {
        let error = with(&format!("\"names\":{names}")).unwrap_err();
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn an_area_may_name_regions_that_are_nowhere_else() {
    let facts =
        with("\"areas\":[{\"id\":\"west\",\"label\":\"West\",\"regions\":[\"A\",\"Z\"]}]").unwrap();
    let area = &facts.areas[0];
    assert_eq!((area.id.as_str(), area.label.as_str()), ("west", "West"));
    assert_eq!(area.regions, ["A", "Z"]);
}

#[test]
fn areas_without_a_name_or_named_alike_are_refused() {
    let area = |area: &str| with(&format!("\"areas\":[{area}]")).unwrap_err();
    assert!(area("{\"id\":\"w\",\"label\":\" \"}").contains("area: the text is empty"));
    assert!(area("{\"id\":\"w\",\"regions\":[]}").contains("needs \"label\""));
    assert!(area("{\"id\":\"w\",\"label\":\"W\"}").contains("needs \"regions\""));
    assert!(area("{\"id\":\"w\",\"lable\":\"W\"}").contains("\"lable\": unknown field"));
    let none = area("{\"id\":\"w\",\"label\":\"W\",\"regions\":[]}");
    assert!(none.contains("area: the list is empty"), "{none}");
    let one = "{\"id\":\"w\",\"label\":\"W\",\"regions\":[\"A\"]}";
    assert!(area(&format!("{one},{one}")).contains("area \"w\": the id is used twice"));
}

#[test]
fn a_headline_names_categories_that_there_are() {
    let facts = with("\"headline\":\"{yes} of {all}.\"").unwrap();
    assert_eq!(facts.headline.headline, "{yes} of {all}.");
    for field in ["kicker", "headline", "finding", "finding_short"] {
        let error = with(&format!("\"{field}\":\"All of {{yess}}.\"")).unwrap_err();
        let column = field.len() + 4;
        let expected = format!(
            "facts, line 3, column {column}: {field}: {{yess}} is no category; known are {{all}} and category ids"
        );
        assert_eq!(error, expected);
    }
}

#[test]
fn a_brace_that_is_not_closed_is_refused() {
    for text in ["{all", "{all of {yes}", "{"] {
        let error = with(&format!("\"headline\":\"{text}\"")).unwrap_err();
        assert!(error.starts_with("facts, line 3, column 12: headline: {"), "{error}");
    }
}

#[test]
fn a_text_that_is_left_out_is_empty() {
    let facts = Facts::parse(GOOD.as_bytes()).unwrap();
    assert_eq!(facts.headline, crate::data::facts::Headline::default());
    assert_eq!(facts.note, "");
    assert_eq!(with("\"note\":\"As of May.\"").unwrap().note, "As of May.");
}

#[test]
fn a_projection_is_asked_for_by_its_word() {
    let asked = |word: &str| with(&format!("\"projection\":\"{word}\"")).map(|it| it.projection);
    assert_eq!(asked("equal-earth"), Ok(Some(ProjectionName::EqualEarth)));
    assert_eq!(asked("albers"), Ok(Some(ProjectionName::Albers)));
    assert_eq!(asked("lambert"), Ok(Some(ProjectionName::Lambert)));
    for (word, is_down) in [("identity", false), ("identity-y-down", true)] {
        assert_eq!(asked(word), Ok(Some(ProjectionName::Identity { is_down })));
    }
    assert!(asked("Albers").is_err_and(|error| error.contains("known are lambert, albers")));
    assert_eq!(with("\"projection\":null").map(|facts| facts.projection), Ok(None));
}

#[test]
fn a_short_name_is_that_of_the_row_or_of_the_feature() {
    let text = GOOD
        .replace("{\"id\":\"A\"", "{\"id\":\"A\",\"short\":\"Ay\",\"abbr\":\"A.\",\"note\":\"n\"");
    let short_names = "\"short_names\":{\"A\":\"other\",\"Z\":\"Zed\"},\"title\"";
    let facts = Facts::parse(text.replacen("\"title\"", short_names, 1).as_bytes()).unwrap();
    let short = |id| facts.short_name_of(id).map(String::as_str);
    assert_eq!((short("A"), short("B"), short("Z")), (Some("Ay"), None, Some("Zed")));
    let row = &facts.regions[0];
    assert_eq!((row.abbr.as_deref(), row.note.as_deref()), (Some("A."), Some("n")));
}

#[test]
fn short_names_that_name_nothing_are_refused() {
    let error = |names: &str| with(&format!("\"short_names\":{names}")).unwrap_err();
    assert!(error("{\"A\":\" \"}").contains("short_names: the text is empty"));
    assert!(error("{\"A\":\"a\",\"A\":\"b\"}").contains("feature \"A\": the id is used twice"));
    assert!(error("{\"A\":[\"a\"]}").contains("needs to be a text"));
}

#[test]
fn what_a_claim_establishes_is_a_category() {
    let claim = |id: &str| GOOD.replace("\"said yes\"", &format!("\"x\",\"establishes\":\"{id}\""));
    let facts = Facts::parse(claim("yes").as_bytes()).unwrap();
    assert_eq!(facts.claims[0].establishes, Some(0));
    let error = Facts::parse(claim("A").as_bytes()).unwrap_err().to_string();
    assert_eq!(
        error,
        "facts, line 10, column 60: claim \"1\": unknown status \"A\", known are no, yes"
    );
}

#[test]
fn a_category_is_as_short_as_its_label_where_it_says_nothing_shorter() {
    let text = GOOD.replace("\"label\":\"Yes\"", "\"label\":\"Said yes\",\"short\":\"Yes\"");
    let facts = Facts::parse(text.as_bytes()).unwrap();
    assert_eq!([&facts.categories[0].short, &facts.categories[1].short], ["Yes", "No"]);
}
