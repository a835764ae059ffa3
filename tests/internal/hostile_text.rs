//! Texts that try to be more than text: they are written as text, and change nothing else.

use super::common::{FACTS, SQUARES, draw};
use crate::render::element::{Element, Node};
use crate::render::xml;
use crate::{Map, Options};

const HOSTILE: [&str; 16] = [
    "<script>alert(1)</script>",
    "</svg><script>alert(1)</script>",
    "</template></summit-map><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "\" onload=\"alert(1)",
    "<svg/onload=alert(1)>",
    "<!--<img src=x onerror=alert(1)>",
    "]]><script>alert(1)</script>",
    "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
    "{{constructor.constructor('alert(1)')()}}",
    "\u{202e}gpj.exe\u{2066}",
    "a\u{0}b\u{8}c\u{1f}d",
    "👨\u{200d}👩\u{200d}👧 e\u{301} ﷽",
];

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// Both files with every text that a reader sees replaced; ids stay.
fn with_text(text: &str) -> Map {
    let mut facts = FACTS.to_owned();
    for old in [
        "Talks",
        "Who agreed",
        "Pact",
        "Agreed",
        "agreed",
        "Angry",
        "Other",
        "Gazette",
        "The talks",
        "2030-05-02",
        "Courier",
        "2030-05",
        "Aland",
        "Agreed.",
        "Twice",
        "All of them.",
        "low",
        "Talks were held.",
    ] {
        facts = facts.replace(&format!("\"{old}\""), &quoted(text));
    }
    facts = facts.replace("\"grade\":\"A\"", &format!("\"grade\":{}", quoted(text)));
    facts = facts.replace("\"paragraph\":1", &format!("\"paragraph\":{}", quoted(text)));
    let map = SQUARES.replace("\"Aland\"", &quoted(text)).replace("\"Beland\"", &quoted(text));
    draw(map, facts).unwrap()
}

/// What stands in the tree besides texts: elements, attribute names, and values that are no text.
fn skeleton(element: &Element, out: &mut String) {
    out.push('<');
    out.push_str(element.name);
    for (name, value) in &element.attributes {
        let is_text = ["aria-label", "data-fingerprint"].contains(name);
        out.push_str(&format!(" {name}={}", if is_text { "…" } else { value.as_ref() }));
    }
    for child in &element.children {
        match child {
            Node::Element(child) => skeleton(child, out),
            Node::Text(_) => out.push('…'),
        }
    }
    out.push('>');
}

/// The tags of written markup, each without the values of its attributes.
fn tags(markup: &str) -> Vec<String> {
    let mut tags = Vec::new();
    let mut rest = markup;
    while let Some(start) = rest.find('<') {
        let end = start + rest.get(start..).and_then(|tag| tag.find('>')).unwrap();
        let tag = rest.get(start + 1..end).unwrap();
        // Odd parts lie between quotes.
        tags.push(tag.split('"').step_by(2).collect::<Vec<_>>().join("…"));
        rest = rest.get(end..).unwrap();
    }
    tags
}

fn written(map: &Map) -> [String; 2] {
    [xml::text(&map.figure()), xml::text(&map.fact_list())]
}

#[test]
fn a_text_changes_no_element_and_no_attribute_but_labels() {
    let shape = |map: &Map| {
        let mut out = String::new();
        skeleton(&map.figure(), &mut out);
        skeleton(&map.fact_list(), &mut out);
        out
    };
    let plain = shape(&with_text("plain"));
    for text in HOSTILE {
        assert_eq!(shape(&with_text(text)), plain, "{text:?}");
    }
}

#[test]
fn a_text_is_written_without_a_tag_of_its_own() {
    let plain = written(&with_text("plain")).map(|markup| tags(&markup));
    for text in HOSTILE {
        let map = with_text(text);
        assert_eq!(written(&map).map(|markup| tags(&markup)), plain, "{text:?}");
        for markup in [map.svg(), written(&map).concat()] {
            for part in ["<script", "<img", "<!--", "<!", "<?", "\u{0}", "\u{8}"] {
                assert!(!markup.contains(part), "{text:?} is written with {part:?}");
            }
        }
    }
}

#[test]
fn a_text_is_read_back_as_it_was() {
    let text = "</h3><b>\"&amp;' \u{202e}";
    let escaped = "&lt;/h3&gt;&lt;b&gt;\"&amp;amp;' \u{202e}";
    let [figure, list] = written(&with_text(text));
    assert!(figure.contains(&format!("<h2 part=\"title\">{escaped}</h2>")));
    assert!(figure.contains(&format!("aria-label=\"{}", escaped.replace('"', "&quot;"))));
    assert!(list.contains(&format!("<h3>{escaped}</h3>")));
}

#[test]
fn every_text_that_a_reader_sees_is_among_those_tried() {
    let map = with_text("§§§");
    let [figure, list] = written(&map);
    for gone in
        ["Talks", "Agreed", "Angry", "Gazette", "Courier", "Aland", "Beland", "Twice", "2030"]
    {
        assert!(!figure.contains(gone) && !list.contains(gone), "{gone}");
    }
    assert!(figure.matches("§§§").count() >= 8 && list.matches("§§§").count() >= 12);
}

#[test]
fn a_hostile_id_stays_inside_its_attribute_or_out_of_the_page() {
    for id in HOSTILE {
        let map = draw(SQUARES.replace("\"A\"", &quoted(id)), FACTS.replace("\"A\"", &quoted(id)));
        let map = map.unwrap();
        assert_eq!(map.unmatched(), Vec::<&str>::new(), "{id:?}");
        for markup in written(&map) {
            assert!(!markup.contains("<script") && !markup.contains("<img"), "{id:?}");
        }
        assert_eq!(map.entry(0).unwrap().anchor.as_deref(), Some("summit-0"), "{id:?}");
    }
}

#[test]
fn a_hostile_source_key_prefix_or_language_stays_inside_its_attribute() {
    // Texts in a language that the interface does not speak say so.
    let plain = FACTS.replace("\"language\":\"en\"", "\"language\":\"xx\"");
    let plain = written(&draw(SQUARES, plain).unwrap()).map(|markup| tags(&markup));
    for text in HOSTILE {
        let facts = FACTS
            .replace("\"main\":{", &format!("{}:{{", quoted(text)))
            .replace("[\"main\"]", &format!("[{}]", quoted(text)))
            .replace("\"language\":\"en\"", &format!("\"language\":{}", quoted(text)));
        let options = Options { prefix: text.to_owned(), ..Options::default() };
        let map = Map::new(SQUARES.as_bytes(), facts.as_bytes(), options).unwrap();
        assert_eq!(written(&map).map(|markup| tags(&markup)), plain, "{text:?}");
    }
}

#[test]
fn a_hostile_query_stays_inside_its_link() {
    let url = "https://example.org/?\\\"onclick=\\\"alert(1)&<script>'";
    let map = draw(SQUARES, FACTS.replace("https://example.org/", url)).unwrap();
    let [_, list] = written(&map);
    assert!(list.contains(
        "href=\"https://example.org/?&quot;onclick=&quot;alert(1)&amp;&lt;script&gt;'\""
    ));
}

#[test]
fn a_link_out_opens_apart_and_tells_nobody_where_from() {
    let [_, list] = written(&draw(SQUARES, FACTS).unwrap());
    let links: Vec<&str> = list.split("<a ").skip(1).collect();
    let out = links.iter().filter(|link| link.starts_with("href=\"https:"));
    assert_eq!(out.clone().count(), 2);
    for link in out {
        assert!(link.contains("rel=\"noopener noreferrer\""), "{link}");
    }
}
