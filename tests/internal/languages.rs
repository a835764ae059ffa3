//! Which language the widget speaks, and which elements say that they are in another.

use super::common::{FACTS, SQUARES};
use super::figure::card_of;
use crate::render::xml;
use crate::{Map, Options};

/// A map with facts in one language, asked to speak another.
fn map(facts: &str, asked: Option<&str>) -> Map {
    let facts = FACTS.replace("\"language\":\"en\"", &format!("\"language\":\"{facts}\""));
    let options = Options { language: asked.map(str::to_owned), ..Options::default() };
    Map::new(SQUARES.as_bytes(), facts.as_bytes(), options).unwrap()
}

/// All that is written of a map: figure, card and list.
fn written(map: &Map) -> String {
    xml::text(&map.figure()) + &xml::text(&card_of(map, 0, None)) + &xml::text(&map.fact_list())
}

#[test]
fn the_widget_speaks_as_asked_else_as_the_facts_else_english() {
    for (facts, asked, spoken) in [
        ("en", None, "en"),
        ("fr", None, "fr"),
        ("pt-BR", None, "pt"),
        ("en", Some("es-419"), "es"),
        ("fr", Some("EN-us"), "en"),
        ("fr", Some("de"), "fr"),
        ("de", None, "en"),
        ("de", Some("nl"), "en"),
        ("de", Some("pt"), "pt"),
    ] {
        let map = map(facts, asked);
        assert_eq!(map.words().code, spoken, "{facts} {asked:?}");
        let figure = xml::text(&map.figure());
        let start = format!("<figure class=\"summit-map\" lang=\"{spoken}\"");
        assert!(figure.starts_with(&start), "{facts} {asked:?}");
    }
}

#[test]
fn only_the_figure_and_the_list_name_the_language_where_there_is_one() {
    for language in ["en", "es", "pt-BR", "fr"] {
        assert_eq!(written(&map(language, None)).matches(" lang=").count(), 2, "{language}");
    }
}

#[test]
fn texts_in_another_language_than_the_words_say_so() {
    let text = written(&map("de", Some("fr")));
    for part in [
        "<h2 lang=\"de\"><span>Talks<",
        "<p class=\"finding\" lang=\"de\">Who agreed<",
        "role=\"graphics-document\" aria-label=\"Talks\" lang=\"de\"",
        "<span class=\"legend-label\" lang=\"de\">Agreed<",
        "<h3 id=\"card-title\" tabindex=\"-1\" lang=\"de\">Aland<",
        "<p class=\"legend-names\" lang=\"de\">Aland<",
        "<summary><span lang=\"de\">Agreed</span> (1)</summary>",
        "<summary><b lang=\"de\">Aland</b> <span lang=\"de\">Agreed.</span></summary>",
        "<ul class=\"status\" lang=\"de\">",
        "<li><span lang=\"de\">Agreed.</span> <em>Remarque\u{202f}: Twice</em> ",
        "<li><span lang=\"de\">Talks were held.</span> ",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

#[test]
fn dates_counts_and_confidence_are_written_in_the_language_of_the_words() {
    let facts = FACTS.replace("\"language\":\"en\"", "\"language\":\"es\"").replacen(
        "\"id\":\"angry\"",
        "\"id\":\"angry\",\"dimension\":\"mood\"",
        1,
    );
    let facts = facts
        .replace("\"label\":\"Pact\"}", "\"label\":\"Pact\"},{\"id\":\"mood\",\"label\":\"Mood\"}");
    let map = Map::new(SQUARES.as_bytes(), facts.as_bytes(), Options::default()).unwrap();
    let text = written(&map);
    for part in ["<span class=\"of\">de 1</span>", "mayo de 2030", "<em>Incierto.</em>"] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

#[test]
fn a_confidence_of_the_authors_own_is_left_as_it_is() {
    let facts = FACTS.replace("\"low\"", "\"shaky\"");
    let map = Map::new(SQUARES.as_bytes(), facts.as_bytes(), Options::default()).unwrap();
    assert!(written(&map).contains("<em>confidence: shaky</em>"));
}
