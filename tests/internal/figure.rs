//! The figure of a live widget, and what every figure has.

use super::common::{FACTS, SQUARES, draw, shipped};
use crate::Map;
use crate::engine::live::LiveView;
use crate::geo::viewport::Viewport;
use crate::interaction::filter::Filter;
use crate::interaction::reader_state::ReaderState;
use crate::layout::stage::{Inset, StageSize};
use crate::render::element::{Element, Node};
use std::collections::BTreeSet;

/// All elements of a tree that are wanted, in order.
pub(super) fn all<'a>(tree: &'a Element, is_wanted: &dyn Fn(&Element) -> bool) -> Vec<&'a Element> {
    let mut found = Vec::new();
    let mut waiting = vec![tree];
    while let Some(element) = waiting.pop() {
        if is_wanted(element) {
            found.push(element);
        }
        for child in element.children.iter().rev() {
            if let Node::Element(child) = child {
                waiting.push(child);
            }
        }
    }
    found
}

/// Whether an element has a class.
pub(super) fn has_class(element: &Element, class: &str) -> bool {
    element.attribute("class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
}

/// All text in an element.
pub(super) fn text_of(element: &Element) -> String {
    let text = |child: &Node| match child {
        Node::Element(child) => text_of(child),
        Node::Text(text) => text.clone(),
    };
    element.children.iter().map(text).collect()
}

const SIZE: i32 = 800;

/// A live figure of a map; `only` is the category that is shown alone.
pub(super) fn live(map: &Map, only: Option<usize>) -> (LiveView, Element) {
    let size = StageSize::of_element(SIZE);
    let mut view = LiveView::new(map.clone());
    let shown = view.shown(size);
    let reader = ReaderState {
        viewport: Viewport::whole(&map.frame().showing(shown)),
        filter: Filter::showing(only),
        sort: crate::content::data_table::Sort::default(),
        has_table: false,
    };
    let figure = view.figure(&reader, size);
    (view, figure)
}

fn inset() -> Inset {
    shipped().stage(StageSize::of_element(SIZE)).insets.first().unwrap().clone()
}

fn numbers(elements: &[&Element], attribute: &str) -> BTreeSet<usize> {
    elements.iter().filter_map(|element| element.attribute(attribute)?.parse().ok()).collect()
}

fn is_button(element: &Element) -> bool {
    element.attribute("role") == Some("button")
}

#[test]
fn each_region_with_facts_is_one_button() {
    let (_, figure) = live(shipped(), None);
    let buttons = all(&figure, &|element| is_button(element));
    let regions = numbers(&buttons, "data-region");
    let scene = shipped().scene();
    let with_row: BTreeSet<usize> =
        (0..scene.regions.len()).filter(|&index| scene.regions[index].row.is_some()).collect();
    assert_eq!((regions.len(), regions), (buttons.len(), with_row));
    for button in buttons {
        assert_eq!(button.attribute("aria-haspopup"), Some("dialog"));
        assert!(button.attribute("aria-label").is_some_and(|label| label.contains(": ")));
    }
}

#[test]
fn members_of_an_inset_are_buttons_there_and_hidden_shapes_on_the_map() {
    let (_, figure) = live(shipped(), None);
    let insets = all(&figure, &|element| element.name == "svg" && has_class(element, "inset"));
    let inside: Vec<&Element> =
        insets.iter().flat_map(|inset| all(inset, &|e| is_button(e))).collect();
    let members: BTreeSet<usize> = inset().members.into_iter().collect();
    assert!(members.len() > 10);
    let scene = shipped().scene();
    let with_facts: BTreeSet<usize> =
        members.iter().copied().filter(|&index| scene.regions[index].row.is_some()).collect();
    assert_eq!(numbers(&inside, "data-region"), with_facts);
    let shapes = all(&figure, &|element| {
        let has_path = |child: &Node| matches!(child, Node::Element(path) if path.name == "path");
        element.attribute("data-for").is_some() && element.children.iter().any(has_path)
    });
    assert!(shapes.iter().all(|shape| shape.attribute("aria-hidden") == Some("true")));
    assert!(numbers(&shapes, "data-for").is_superset(&members));
}

#[test]
fn every_shape_of_the_map_is_drawn_once_and_copied_by_reference() {
    let (_, figure) = live(shipped(), None);
    let paths = all(&figure, &|e| e.name == "path" && e.attribute("id").is_some());
    assert_eq!(paths.len(), shipped().scene().regions.len());
    let ids: BTreeSet<&str> = paths.iter().filter_map(|path| path.attribute("id")).collect();
    for copy in all(&figure, &|element| element.name == "use") {
        let href = copy.attribute("href").unwrap();
        assert!(ids.contains(&href[1..]), "{href} leads nowhere");
    }
}

#[test]
fn a_line_of_the_legend_that_is_shown_alone_is_pressed_and_the_rest_is_dimmed() {
    let map = shipped();
    let excluded = map.facts().categories.iter().position(|c| c.id == "excluded").unwrap();
    let (_, figure) = live(map, Some(excluded));
    let pressed = all(&figure, &|element| element.attribute("aria-pressed") == Some("true"));
    assert_eq!(pressed.len(), 1);
    assert_eq!(pressed[0].attribute("data-do"), Some(format!("only-{excluded}").as_str()));
    let buttons = all(&figure, &|element| is_button(element));
    let bright: BTreeSet<&str> = buttons
        .iter()
        .filter(|button| button.attribute("data-off").is_none())
        .map(|button| {
            map.scene().regions[button.attribute("data-region").unwrap().parse::<usize>().unwrap()]
                .id
                .as_str()
        })
        .collect();
    assert_eq!(bright, BTreeSet::from(["CUB", "NIC", "VEN"]));
}

#[test]
fn the_way_back_from_a_choice_is_there_while_there_is_one() {
    let show_all = |only| {
        let (_, figure) = live(shipped(), only);
        let button = all(&figure, &|element| element.attribute("data-do") == Some("all"));
        (button.len(), button[0].attribute("hidden").is_some())
    };
    assert_eq!(show_all(None), (1, true));
    assert_eq!(show_all(Some(0)), (1, false));
}

#[test]
fn participants_are_read_before_territories_and_each_group_says_how_many() {
    let (_, figure) = live(shipped(), None);
    let groups = all(&figure, &|e| has_class(e, "layer") && e.attribute("role") == Some("group"));
    let labels: Vec<&str> =
        groups.iter().filter_map(|group| group.attribute("aria-label")).collect();
    let expected = [
        "Signed the declaration: 20",
        "Not invited by the host: 3",
        "Not mentioned in the article: 12",
    ];
    assert_eq!(labels, expected);
    let layers = all(&figure, &|element| has_class(element, "layer"));
    assert!(has_class(layers.last().unwrap(), "outlined"));
}

#[test]
fn what_is_for_the_eye_alone_is_hidden_from_assistive_technology() {
    let (_, figure) = live(shipped(), None);
    for class in ["names", "inset-title", "swatch", "outline", "hint"] {
        let found = all(&figure, &|element| has_class(element, class));
        assert!(!found.is_empty(), "{class}");
        assert!(found.iter().all(|e| e.attribute("aria-hidden") == Some("true")), "{class}");
    }
}

#[test]
fn a_region_of_an_inset_is_outlined_there_too_and_its_dot_gets_a_ring() {
    let (view, _) = live(shipped(), None);
    let marks = inset().marks;
    let grenada = shipped().scene().find("GRD").unwrap();
    let dot = marks.dots.iter().find(|dot| dot.region == grenada).unwrap();
    let outline = view.outline(grenada);
    let in_inset: Vec<_> = outline.iter().filter(|element| has_class(element, "inset")).collect();
    assert_eq!((in_inset.len(), all(in_inset[0], &|e| e.name == "path").len()), (1, 2));
    let rings: Vec<_> = outline.iter().filter(|element| element.name == "circle").collect();
    assert_eq!(rings.len(), 2, "a line and its halo");
    for ring in rings {
        assert!(ring.attribute("r").unwrap().parse::<i32>().unwrap() > dot.radius);
        assert_eq!(ring.attribute("cx"), Some(dot.at.x.to_string().as_str()));
    }
}

#[test]
fn a_large_region_is_outlined_on_the_map_alone() {
    let (view, _) = live(shipped(), None);
    let brazil = shipped().scene().find("BRA").unwrap();
    let outline = view.outline(brazil);
    assert_eq!((outline.len(), outline[0].name, outline[1].name), (2, "path", "path"));
    assert_eq!(view.outline(999), []);
}

/// Facts with so many fills; each square has one of them.
fn of_fills(count: usize) -> String {
    let fill = |n: usize| {
        format!(
            "{{\"id\":\"c{n}\",\"label\":\"C{n}\",\"color\":{{\"light\":\"#{n}02030\",\"dark\":\"#{n}0a0b0\"}}}}"
        )
    };
    let categories: Vec<String> = (0..count).map(fill).collect();
    let row = |n: usize| format!("{{\"id\":\"R{n}\",\"status\":[\"c{n}\"]}}");
    let rows: Vec<String> = (0..count).map(row).collect();
    format!(
        "{{\"schema\":\"summit-map/1\",\"title\":\"T\",\"categories\":[{}],\"regions\":[{}]}}",
        categories.join(","),
        rows.join(",")
    )
}

/// A row of squares.
fn squares(count: usize) -> String {
    let square = |n: usize| {
        let (left, right) = (n * 10, n * 10 + 10);
        format!(
            "{{\"type\":\"Feature\",\"id\":\"R{n}\",\"properties\":{{}},\"geometry\":{{\"type\":\"Polygon\",\
             \"coordinates\":[[[{left},0],[{right},0],[{right},9],[{left},9],[{left},0]]]}}}}"
        )
    };
    let squares: Vec<String> = (0..count).map(square).collect();
    format!("{{\"type\":\"FeatureCollection\",\"features\":[{}]}}", squares.join(","))
}

#[test]
fn there_are_textures_for_as_many_categories_as_there_are() {
    let figure = draw(squares(9), of_fills(9)).unwrap().figure();
    let textures = all(&figure, &|element| has_class(element, "textures"));
    let patterns = all(textures[0], &|element| element.name == "pattern");
    assert_eq!(patterns.len(), 8, "the first stays plain");
    let look = |pattern: &&Element| {
        let mark = all(pattern, &|element| element.name == "path")[0].attribute("d").unwrap();
        format!(
            "{mark} {:?} {:?}",
            pattern.attribute("width"),
            pattern.attribute("patternTransform")
        )
    };
    assert_eq!(patterns.iter().map(look).collect::<BTreeSet<_>>().len(), 8, "each its own");
    let swatches = all(&figure, &|element| has_class(element, "swatch"));
    let shown: BTreeSet<&str> = swatches
        .iter()
        .flat_map(|swatch| all(swatch, &|element| has_class(element, "texture")))
        .filter_map(|texture| texture.attribute("fill"))
        .collect();
    let ids: BTreeSet<String> = patterns
        .iter()
        .map(|pattern| format!("url(#{})", pattern.attribute("id").unwrap()))
        .collect();
    assert_eq!(shown, ids.iter().map(String::as_str).collect());
}

#[test]
fn a_swatch_has_the_colours_of_its_category_and_is_the_same_on_card_and_legend() {
    let map = draw(SQUARES, FACTS).unwrap();
    let card =
        map.card(crate::interaction::effect::Card { region: 0, is_pulled: false }, None).unwrap();
    let figure = map.figure();
    let of = |tree| all(tree, &|element| has_class(element, "swatch"))[0].clone();
    assert_eq!(of(&figure), of(&card));
    let fills = all(&of(&figure), &|element| element.name == "rect")[0]
        .attribute("fill")
        .map(str::to_owned);
    assert_eq!(fills.as_deref(), Some("light-dark(#17607d,#5fb4d6)"));
}
