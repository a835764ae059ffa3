//! Facts files that are wrong: each is refused with a typed error that names the place.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{FACTS, SQUARES, SUMMIT, draw};

/// Draws with facts in which one text is replaced by another, and checks the refusal.
fn refused(from: &str, to: &str, code: &str, part: &str) {
    assert!(FACTS.contains(from), "the good facts have no {from}");
    refused_file(FACTS.replacen(from, to, 1).as_bytes(), code, part);
}

fn refused_file(file: &[u8], code: &str, part: &str) {
    let name = String::from_utf8_lossy(file).into_owned();
    let error = draw(SQUARES, file).map(|_| name).unwrap_err();
    let message = error.to_string();
    assert_eq!(error.code(), code, "{message}");
    assert!(message.contains(part), "{message} does not say {part:?}");
    assert!(message.starts_with("facts"), "{message}");
}

#[test]
fn other_files_are_named() {
    refused_file(b"", "empty", "empty");
    refused_file(b"<!DOCTYPE html>", "wrong-format", "HTML");
    refused_file(b"\x1f\x8b\x08", "wrong-format", "gzip");
    refused_file(b"\xff\xfe{\0", "wrong-format", "UTF-16");
    refused_file(b"{\"title\":\"S\xe3o\"}", "wrong-format", "UTF-8");
    refused_file(b"id,status\nA,yes\n", "syntax", "line 1, column 1");
    refused_file(&SUMMIT[..SUMMIT.len() / 2], "syntax", "cut off");
    refused_file(b"null", "invalid", "object");
    refused_file(b"[]", "invalid", "object");
    refused_file(b"{}", "invalid", "needs \"schema\"");
    refused_file(SQUARES.as_bytes(), "invalid", "unknown field");
}

#[test]
fn another_version_of_the_format_is_refused() {
    refused("summit-map/1", "summit-map/2", "invalid", "needs to be \"summit-map/1\"");
    refused("\"summit-map/1\"", "1", "invalid", "text in double quotes");
}

#[test]
fn a_member_that_is_missing_or_null_is_named() {
    for member in ["schema", "title", "categories", "regions"] {
        let key = format!("\"{member}\":");
        let hidden = format!("\"{member}\":null,\"claims\":[],\"{member}_\":");
        let file = FACTS.replacen(&key, &hidden, 1);
        let error = draw(SQUARES, file).unwrap_err();
        assert_eq!(error.code(), "invalid", "{member}");
    }
    refused("\"title\":\"Talks\"", "\"title\":null", "invalid", "needs \"title\"");
    refused("\"label\":\"Agreed\",", "", "invalid", "needs \"label\"");
    refused("\"publisher\":\"Gazette\",", "", "invalid", "needs \"publisher\"");
    refused("\"kind\":\"main\",", "", "invalid", "needs \"kind\"");
    refused(",\"status\":[\"yes\",\"angry\"]", "", "invalid", "needs \"status\"");
    refused("\"about\":[\"A\"],", "", "invalid", "needs \"about\"");
    refused("\"text\":\"Agreed.\",", "", "invalid", "needs \"text\"");
    refused("\"id\":\"A\",", "", "invalid", "needs \"id\"");
}

#[test]
fn a_member_of_a_wrong_type_is_refused() {
    for (from, to, part) in [
        ("\"Talks\"", "7", "text in double quotes"),
        ("[0,0]", "[0]", "longitude and a latitude"),
        ("[0,0]", "[\"0\",\"0\"]", "a number"),
        ("[0,0]", "{}", "a list"),
        ("[\"yes\",\"angry\"]", "\"yes\"", "a list"),
        ("[\"yes\",\"angry\"]", "[null]", "text in double quotes"),
        ("[\"main\"]", "\"main\"", "a list"),
        ("[0,0]", "[1e999,0]", "a number"),
        ("{\"light\":\"#17607d\",\"dark\":\"#5fb4d6\"}", "7", "an object"),
        ("\"subtitle\":", "\"words\":{\"one\":\"state\"},\"subtitle\":", "needs \"many\""),
        ("\"subtitle\":", "\"title\":\"Again\",\"subtitle\":", "the field is there twice"),
        ("\"word\":", "\"fill\":\"#17607d\",\"word\":", "a fill is what lies under a pattern"),
        ("{\"id\":\"pact\",\"label\":\"Pact\"}", "\"pact\"", "an object"),
        ("\"paragraph\":1", "\"paragraph\":[1]", "text in double quotes"),
        ("\"id\":\"A\"", "\"id\":4", "text in double quotes"),
    ] {
        refused(from, to, "invalid", part);
    }
}

#[test]
fn an_unknown_reference_is_named_with_its_place() {
    refused(
        "[\"yes\",\"angry\"]",
        "[\"yess\"]",
        "invalid",
        "region \"A\": unknown status \"yess\", known are angry, other, yes",
    );
    refused("\"default\":\"other\"", "\"default\":\"none\"", "invalid", "unknown status \"none\"");
    refused(
        "\"dimension\":\"pact\"",
        "\"dimension\":\"fact\"",
        "invalid",
        "unknown dimension \"fact\"",
    );
    refused(
        "\"about\":[\"A\"]",
        "\"about\":[\"Z\"]",
        "invalid",
        "claim \"1\": unknown region or category \"Z\"",
    );
    refused(
        "\"sources\":[\"main\"]",
        "\"sources\":[\"mine\"]",
        "invalid",
        "claim \"1\": unknown source \"mine\"",
    );
    let error = draw(SQUARES, FACTS.replacen("\"angry\"]", "\"hungry\"]", 1)).unwrap_err();
    let place = error.place().unwrap();
    assert_eq!((place.line, place.column), (10, 53), "{error}");
}

#[test]
fn an_unknown_name_is_no_long_list_where_there_are_many() {
    let text = std::str::from_utf8(SUMMIT).unwrap().replacen("[\"article\"]", "[\"nowhere\"]", 1);
    let message = draw(common::AMERICAS, text).unwrap_err().to_string();
    assert!(message.contains("unknown source \"nowhere\"") && message.len() < 120, "{message}");
}

#[test]
fn a_contradiction_is_refused() {
    refused("[\"yes\",\"angry\"]", "[\"yes\",\"yes\"]", "invalid", "second answer");
    let no = "{\"id\":\"no\",\"dimension\":\"pact\",\"label\":\"No\"},\n {\"id\":\"angry\"";
    let two = FACTS.replacen("{\"id\":\"angry\"", no, 1).replacen("\"angry\"]", "\"no\"]", 1);
    refused_file(two.as_bytes(), "invalid", "\"no\" is a second answer");
    refused(
        "\"sources\":[\"main\"]",
        "\"sources\":[\"main\",\"more\"]",
        "invalid",
        "make two claims",
    );
}

#[test]
fn an_id_used_twice_is_refused() {
    refused("{\"id\":\"angry\"", "{\"id\":\"yes\"", "invalid", "the id is used twice");
    refused("{\"id\":\"2\"", "{\"id\":\"1\"", "invalid", "the id is used twice");
    refused("\"more\":{", "\"main\":{", "invalid", "the id is used twice");
    let region = "[{\"id\":\"A\",\"status\":[]},{\"id\":\"A\",\"name\"";
    refused("[{\"id\":\"A\",\"name\"", region, "invalid", "the id is used twice");
}

#[test]
fn a_claim_without_a_source_is_refused() {
    refused("\"sources\":[\"main\"],", "\"sources\":[],", "invalid", "claim \"1\": no source");
    refused("\"sources\":[\"main\"],", "", "invalid", "claim \"1\": no source");
    refused("\"sources\":[\"main\"],", "\"sources\":null,", "invalid", "claim \"1\": no source");
}

#[test]
fn a_misspelt_field_is_refused_wherever_it_stands() {
    for (from, to) in [
        ("\"subtitle\"", "\"subtitel\""),
        ("\"word\"", "\"words\""),
        ("\"grade\"", "\"Grade\""),
        ("\"name\"", "\"nom\""),
        ("\"note\"", "\"notes\""),
        ("\"confidence\"", "\"confidance\""),
        ("\"label\":\"Pact\"", "\"label\":\"Pact\",\"lable\":\"Pact\""),
        ("\"light\"", "\"__proto__\":\"x\",\"light\""),
    ] {
        refused(from, to, "invalid", "unknown field, known are");
    }
}

#[test]
fn a_centre_that_is_nowhere_draws_nothing_and_says_so() {
    for center in ["[1e999,0]", "[0,-1e999]"] {
        let error = draw(SQUARES, FACTS.replacen("[0,0]", center, 1)).unwrap_err();
        assert!(["nothing-to-draw", "invalid"].contains(&error.code()), "{center}: {error}");
    }
}

#[test]
fn a_row_without_a_feature_is_reported_and_the_rest_is_drawn() {
    let more = "\"regions\":[{\"id\":\"Z\",\"status\":[\"yes\"]},";
    let map = draw(SQUARES, FACTS.replacen("\"regions\":[", more, 1)).unwrap();
    assert_eq!(map.unmatched(), ["Z"]);
    assert_eq!(map.scene().regions.len(), 2);
}
