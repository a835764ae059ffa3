//! One wrong thing a test, in the smallest file that is otherwise right.

use crate::facts::Facts;

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
