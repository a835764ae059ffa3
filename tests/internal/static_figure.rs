//! The figure before a script runs: one tree, in which the style sheet picks what fits the page.

use super::common::{FACTS, SQUARES, STATES, draw, shipped};
use super::figure::{all, has_class, text_of};
use crate::Map;
use crate::layout::arrangement::WIDTHS;
use crate::render::element::Element;
use crate::render::xml;
use std::collections::BTreeMap;

/// What stands on the map in elements of one class of widths.
fn set(figure: &Element, width: i32) -> &Element {
    let class = format!("set w{width}");
    let sets = all(figure, &|element| element.attribute("class") == Some(class.as_str()));
    assert_eq!(sets.len(), 1, "{class}");
    sets[0]
}

#[test]
fn there_is_one_set_for_each_class_of_widths() {
    let figure = shipped().figure();
    let sets = all(&figure, &|element| has_class(element, "set"));
    assert_eq!(sets.len(), WIDTHS.len());
    for width in WIDTHS {
        set(&figure, width);
    }
}

/// From this width of the element on every state has a name.
const ALL_NAMED_FROM: i32 = 360;
/// Below it there is no room for some.
const NAMED_BELOW: usize = 30;

#[test]
fn every_set_names_each_state_exactly_once() {
    let map = shipped();
    let figure = map.figure();
    for width in WIDTHS {
        let mut named = BTreeMap::new();
        for text in all(set(&figure, width), &|element| element.name == "text") {
            if let Some(region) = text.attribute("data-for") {
                assert!(!text_of(text).is_empty());
                *named
                    .entry(map.scene().regions[region.parse::<usize>().unwrap()].id.as_str())
                    .or_insert(0) += 1;
            }
        }
        let missing: Vec<&str> = STATES.into_iter().filter(|id| !named.contains_key(id)).collect();
        let allowed = if width < ALL_NAMED_FROM { STATES.len() - NAMED_BELOW } else { 0 };
        assert!(missing.len() <= allowed, "{width} px: {missing:?}");
        assert!(named.values().all(|&count| count == 1), "{width} px: {named:?}");
    }
}

#[test]
fn regions_names_dots_and_targets_are_links_to_the_facts_or_hidden() {
    let map = shipped();
    let figure = map.figure();
    let buttons = all(&figure, &|element| element.attribute("role") == Some("button"));
    assert!(buttons.is_empty(), "a button that does nothing");
    let regions = all(&figure, &|element| element.attribute("data-region").is_some());
    assert_eq!(regions.len(), map.facts().regions.len());
    let targets =
        all(&figure, &|element| element.name == "a" && element.attribute("data-for").is_some());
    assert!(!targets.is_empty());
    for link in regions.into_iter().chain(targets) {
        assert!(link.attribute("href").unwrap().starts_with("#summit-"));
    }
    for width in WIDTHS {
        assert_eq!(set(&figure, width).attribute("aria-hidden"), Some("true"));
    }
}

#[test]
fn controls_that_need_a_script_are_disabled_or_closed() {
    let map = shipped();
    let figure = map.figure();
    let controls = all(&figure, &|element| ["button", "select"].contains(&element.name));
    assert!(controls.len() >= 8);
    for control in controls {
        assert!(control.attribute("disabled").is_some(), "{control:?}");
    }
    let search = all(&figure, &|element| has_class(element, "search"));
    assert_eq!(search[0].attribute("hidden"), Some(""));
    assert!(all(&figure, &|element| has_class(element, "card")).is_empty());
    assert_eq!(figure.attribute("data-live"), None);
}

#[test]
fn there_is_no_style_and_no_script_in_it() {
    let figure = xml::text(&shipped().figure()) + &xml::text(&shipped().fact_list());
    for part in [" style=", "<style", "<script", " onclick", "javascript:"] {
        assert!(!figure.contains(part), "{part}");
    }
}

/// How many insets a map has, in all classes of widths.
fn insets(map: &Map) -> usize {
    map.scene().stages.iter().map(|stage| stage.insets.len()).sum()
}

#[test]
fn a_map_without_tiny_regions_has_no_insets() {
    let map = draw(SQUARES, FACTS).unwrap();
    assert_eq!(insets(&map), 0);
    let figure = map.figure();
    for class in ["inset", "dock", "inset-title"] {
        assert!(all(&figure, &|element| has_class(element, class)).is_empty(), "{class}");
    }
    assert_eq!(insets(shipped()), WIDTHS.len(), "the shipped map has one in each");
}

#[test]
fn the_shapes_of_an_inset_are_those_of_the_map_once_more() {
    let map = shipped();
    let figure = map.figure();
    for (width, stage) in WIDTHS.into_iter().zip(&map.scene().stages) {
        let mut drawn = Vec::new();
        for shape in all(set(&figure, width), &|element| {
            element.name == "g" && element.attribute("data-for").is_some()
        }) {
            for copy in all(shape, &|element| element.name == "use") {
                let region = shape.attribute("data-for").unwrap();
                assert_eq!(copy.attribute("href"), Some(format!("#r{region}").as_str()));
                drawn.push(region.parse::<usize>().unwrap());
            }
        }
        drawn.sort_unstable();
        assert_eq!(drawn, stage.insets[0].drawn, "{width} px");
    }
}

#[test]
fn the_headline_has_its_counts_and_each_sentence_is_a_box_of_its_own() {
    let figure = shipped().figure();
    let title = all(&figure, &|element| element.name == "h2");
    let sentences: Vec<String> =
        all(title[0], &|element| element.name == "span").into_iter().map(text_of).collect();
    assert_eq!(sentences, ["20 of 35 countries signed.", "3 were not invited."]);
    assert_eq!(text_of(title[0]), "20 of 35 countries signed. 3 were not invited.");
}

#[test]
fn a_file_says_without_a_style_sheet_how_thick_lines_and_letters_are() {
    let svg = shipped().svg();
    let width = |start: &str| {
        let tag = svg.split(start).nth(1).unwrap().split('>').next().unwrap();
        let width = tag.split("stroke-width=\"").nth(1).unwrap().split('"').next().unwrap();
        width.parse::<i32>().unwrap()
    };
    let (map, inset) = (width("class=\"layer\""), width("class=\"inset\""));
    assert!(0 < inset && inset * 2 <= map, "{inset} in an inset, {map} on the map");
    assert_eq!(svg.matches(" bold\"").count(), svg.matches("font-weight=\"700\"").count());
    assert!(svg.contains("font-weight=\"700\""));
}
