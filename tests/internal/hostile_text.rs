//! Texts that try to be more than text: they are written as text, and change nothing else.

use super::common::{FACTS, SQUARES, draw};
use super::figure::{card_of, index};
use crate::content::data_table::Sort;
use crate::engine::live::LiveView;
use crate::geo::viewport::Viewport;
use crate::interaction::filter::Filter;
use crate::render::element::{Element, Node};
use crate::render::search::options;
use crate::render::{card, xml};
use crate::{Map, Options, StageSize};
use std::rc::Rc;

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
    let text = &quoted(text);
    // In these a brace would begin the name of a count; without one the title serves.
    let counted = text.replace(['{', '}'], "");
    let more = format!(
        "\"kicker\":{counted},\"finding\":{counted},\"finding_short\":{counted},\"note\":{text},\
         \"short_names\":{{\"B\":{text}}},\
         \"areas\":[{{\"id\":\"all\",\"label\":{text},\"regions\":[\"A\",\"B\"]}}],\"center\""
    );
    facts = facts.replacen("\"center\"", &more, 1);
    let row = format!("\"id\":\"A\",\"short\":{text},\"abbr\":{text},\"note\":{text},\"name\"");
    facts = facts.replacen("\"id\":\"A\",\"name\"", &row, 1);
    let category = format!("\"id\":\"yes\",\"short\":{text}");
    facts = facts.replacen("\"id\":\"yes\"", &category, 1);
    let map = SQUARES.replace("\"Aland\"", text).replace("\"Beland\"", text);
    draw(map, facts).unwrap()
}

/// The same figure in a page where the script runs.
fn live(map: &Map) -> Element {
    let size = StageSize::of_element(800);
    let mut view = LiveView::new(Rc::new(map.clone()));
    let shown = view.shown(size);
    let table = Some((Sort::default(), Filter::default()));
    view.figure(&Viewport::whole(&map.frame().showing(shown)), size, table)
}

/// Everything that is made of a map.
fn trees(map: &Map) -> Vec<Element> {
    let index = index(map);
    let mut trees = vec![map.figure(), map.fact_list(), live(map), card_of(map, 0, Some((0, 0)))];
    let status = index.status_of(0, true);
    trees.extend(card::tip(&index.regions[0].name, &status, index.facts_language.as_deref()));
    trees.extend(options(&index, &[0, 1]));
    trees
}

/// What may stand among the names, dots and targets of a map: how many there are, and where,
/// depends on how long the texts are.
const OF_MARKS: ([&str; 7], [&str; 26]) = (
    ["g", "text", "tspan", "path", "circle", "rect", "a"],
    [
        "aria-hidden",
        "class",
        "cx",
        "cy",
        "d",
        "data-for",
        "display",
        "fill",
        "font-size",
        "height",
        "href",
        "paint-order",
        "r",
        "stroke",
        "stroke-linejoin",
        "stroke-width",
        "tabindex",
        "text-anchor",
        "transform",
        "width",
        "x",
        "y",
        "dx",
        "dy",
        "role",
        "lang",
    ],
);

fn assert_only_marks(element: &Element) {
    assert!(OF_MARKS.0.contains(&element.name), "a {} among the names", element.name);
    for (name, _) in &element.attributes {
        assert!(OF_MARKS.1.contains(name), "{name} among the names");
    }
    for child in &element.children {
        if let Node::Element(child) = child {
            assert_only_marks(child);
        }
    }
}

/// What stands in the tree besides texts: elements, attribute names, and values that are no text.
fn skeleton(element: &Element, out: &mut String) {
    out.push('<');
    out.push_str(element.name);
    for (name, value) in &element.attributes {
        let is_text = ["aria-label", "title"].contains(name);
        out.push_str(&format!(" {name}={}", if is_text { "…" } else { value.as_ref() }));
    }
    if element.attribute("class") == Some("names") {
        assert_only_marks(element);
        return;
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

/// The tags that a tree is written with.
fn own_tags(element: &Element, in_svg: bool, out: &mut Vec<String>) {
    let in_svg = in_svg || element.name == "svg";
    let mut tag = element.name.to_owned();
    for (name, _) in &element.attributes {
        tag.push_str(&format!(" {name}=…"));
    }
    if in_svg && element.children.is_empty() {
        out.push(tag + "/");
        return;
    }
    out.push(tag);
    for child in &element.children {
        if let Node::Element(child) = child {
            own_tags(child, in_svg, out);
        }
    }
    if element.name != "input" {
        out.push(format!("/{}", element.name));
    }
}

fn written(map: &Map) -> [String; 2] {
    [xml::text(&map.figure()), xml::text(&map.fact_list())]
}

/// The texts of a tree, and the labels that are read out.
fn texts(element: &Element, out: &mut Vec<String>) {
    out.extend(element.attribute("aria-label").map(str::to_owned));
    for child in &element.children {
        match child {
            Node::Element(child) => texts(child, out),
            Node::Text(text) => out.push(text.clone()),
        }
    }
}

#[test]
fn a_text_changes_no_element_and_no_attribute_but_labels() {
    let shape = |map: &Map| {
        let mut out = String::new();
        trees(map).iter().for_each(|tree| skeleton(tree, &mut out));
        // Where the headline stands depends on how long it is.
        out.replace("headline on-sea", "headline")
    };
    let plain = shape(&with_text("plain"));
    for text in HOSTILE {
        let hostile = shape(&with_text(text));
        let differs = plain.bytes().zip(hostile.bytes()).position(|(a, b)| a != b);
        let near = differs.map(|at| String::from_utf8_lossy(&hostile.as_bytes()[at - 60..at + 60]));
        assert!(hostile == plain, "{text:?}: {near:?}");
    }
}

#[test]
fn a_tree_is_written_with_its_own_tags_and_no_others() {
    for text in HOSTILE {
        for tree in trees(&with_text(text)) {
            let mut own = Vec::new();
            own_tags(&tree, false, &mut own);
            assert!(tags(&xml::text(&tree)) == own, "{text:?}");
        }
    }
}

#[test]
fn a_text_is_written_without_a_tag_of_its_own() {
    for text in HOSTILE {
        let map = with_text(text);
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
    assert!(figure.contains(&format!("<h2><span>{escaped}</span></h2>")));
    assert!(figure.contains(&format!("<p class=\"kicker\">{escaped}</p>")));
    assert!(figure.contains(&format!("aria-label=\"{}", escaped.replace('"', "&quot;"))));
    assert!(list.contains(&format!("<summary><b>{escaped}</b> ")));
}

#[test]
fn every_text_that_a_reader_sees_is_among_those_tried() {
    let mut all = Vec::new();
    trees(&with_text("§§§")).iter().for_each(|tree| texts(tree, &mut all));
    let all = all.join("\n");
    for gone in
        ["Talks", "Agreed", "Angry", "Gazette", "Courier", "Aland", "Beland", "Twice", "2030"]
    {
        assert!(!all.contains(gone), "{gone}");
    }
    assert!(all.matches("§§§").count() >= 40, "{all}");
}

#[test]
fn braces_in_a_title_are_text_and_in_a_headline_they_name_a_count() {
    let title = FACTS.replace("\"Talks\"", "\"{{a}} all} {yes\"");
    let [figure, _] = written(&draw(SQUARES, title).unwrap());
    assert!(figure.contains("<h2><span>{{a}} all} {yes</span></h2>"), "{figure}");
    let headline = FACTS.replace("\"center\"", "\"headline\":\"{{a}}\",\"center\"");
    assert_eq!(draw(SQUARES, headline).unwrap_err().code(), "invalid");
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
