//! The figure of a live widget, and what every figure has.

use super::common::{FACTS, SQUARES, draw, shipped};
use crate::Map;
use crate::engine::live::LiveView;
use crate::geo::viewport::Viewport;
use crate::interaction::filter::Filter;
use crate::interaction::map_index::MapIndex;
use crate::layout::stage::{Inset, StageSize};
use crate::render::card::{self, Card};
use crate::render::element::{Element, Node};
use std::collections::BTreeSet;
use std::rc::Rc;

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

/// A live figure of a map.
pub(super) fn live(map: &Map) -> Element {
    let size = StageSize::of_element(SIZE);
    let mut view = LiveView::new(Rc::new(map.clone()));
    let shown = view.shown(size);
    view.figure(&Viewport::whole(&map.frame().showing(shown)), size, None)
}

/// What is to be known of a map.
pub(super) fn index(map: &Map) -> MapIndex {
    map.index(map.frame().shown())
}

/// The card of a region as a widget makes it, without its facts.
pub(super) fn card_of(map: &Map, region: usize, neighbors: Option<(usize, usize)>) -> Element {
    let index = index(map);
    let neighbors = neighbors.map(|(before, after)| {
        [before, after].map(|region| index.name_with_status(region).unwrap()).into()
    });
    let anchor = map.entry(region).unwrap().anchor.map(|anchor| String::from("#") + &anchor);
    let content = Card {
        name: &index.regions[region].name,
        language: index.facts_language.as_deref(),
        status: &index.status_of(region, false),
        href: anchor.as_deref(),
        note: None,
        neighbors: neighbors.as_ref(),
        is_pulled: false,
    };
    card::card(&content, index.words)
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
    let figure = live(shipped());
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
    let figure = live(shipped());
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
    let figure = live(shipped());
    let paths = all(&figure, &|e| e.name == "path" && e.attribute("id").is_some());
    assert_eq!(paths.len(), shipped().scene().regions.len());
    let ids: BTreeSet<&str> = paths.iter().filter_map(|path| path.attribute("id")).collect();
    for copy in all(&figure, &|element| element.name == "use") {
        let href = copy.attribute("href").unwrap();
        assert!(ids.contains(&href[1..]), "{href} leads nowhere");
    }
}

/// The region that the page's filter takes an element to stand for.
fn marked(element: &Element) -> Option<usize> {
    let number = |name| element.attribute(name)?.parse().ok();
    let copied = || element.attribute("href")?.strip_prefix("#r")?.parse().ok();
    number("data-region").or_else(|| number("data-for")).or_else(copied)
}

#[test]
fn a_category_that_is_shown_alone_leaves_the_regions_of_no_other_bright() {
    let map = shipped();
    let index = index(map);
    let excluded = map.facts().categories.iter().position(|c| c.id == "excluded").unwrap();
    let filter = Filter::showing(Some(excluded));
    let figure = live(map);
    let mut bright = BTreeSet::new();
    for button in all(&figure, &|element| is_button(element)) {
        let region = marked(button).unwrap();
        let is_dimmed = filter.is_dimmed(&index.regions[region].categories);
        let (label, told) = (index.label(region, false).unwrap(), index.label(region, is_dimmed));
        assert_eq!(button.attribute("aria-label"), Some(label.as_str()));
        if is_dimmed {
            assert_eq!(told, Some(label + ", " + map.words().filtered_out));
        } else {
            assert_eq!(told, Some(label));
            bright.insert(index.regions[region].id.as_str());
        }
    }
    assert_eq!(bright, BTreeSet::from(["CUB", "NIC", "VEN"]));
    assert_eq!(index.label(999, false), None);
}

#[test]
fn all_that_stands_for_a_region_says_so_and_a_pattern_says_its_category() {
    let map = shipped();
    let regions = map.scene().regions.len();
    for figure in [live(map), map.figure()] {
        let is_mark = |e: &Element| {
            let is_dot = e.name == "circle" && e.attribute("class").is_none();
            let is_name = e.name == "text" && !has_class(e, "inset-title");
            is_dot || is_name || has_class(e, "leader") || is_button(e)
        };
        let marks = all(&figure, &is_mark);
        for name in ["circle", "text", "path"] {
            let count = marks.iter().filter(|mark| mark.name == name).count();
            assert!(count > 3, "{name}: {count}");
        }
        for mark in marks {
            assert!(marked(mark).is_some_and(|region| region < regions), "{mark:?}");
        }
        for textures in all(&figure, &|element| has_class(element, "textures")) {
            let uses = all(textures, &|element| element.name == "use");
            assert!(!uses.is_empty() && uses.iter().all(|copy| marked(copy).is_some()));
        }
        let overlays = all(&figure, &|element| has_class(element, "overlay"));
        assert!(!overlays.is_empty());
        for overlay in overlays {
            assert_eq!(
                overlay.attribute("data-category"),
                Some(map.scene().overlays[0].category.to_string().as_str())
            );
        }
    }
}

#[test]
fn no_figure_shows_a_choice_but_each_has_what_tells_it_apart() {
    for figure in [live(shipped()), shipped().figure()] {
        assert!(all(&figure, &|element| element.attribute("data-off").is_some()).is_empty());
        let toggles = all(&figure, &|element| has_class(element, "toggle"));
        let commands: BTreeSet<_> =
            toggles.iter().map(|toggle| toggle.attribute("data-do")).collect();
        let index = index(shipped());
        let counted = |&(category, _): &(usize, String)| {
            index.countries.iter().any(|own| own.contains(&category))
        };
        let expected: Vec<String> = index
            .categories
            .iter()
            .filter(|category| counted(category))
            .map(|(category, _)| format!("only-{category}"))
            .collect();
        assert_eq!(commands, expected.iter().map(|command| Some(command.as_str())).collect());
        assert!(toggles.iter().all(|toggle| toggle.attribute("aria-pressed") == Some("false")));
        let back = all(&figure, &|element| element.attribute("data-do") == Some("all"));
        assert_eq!(back.len(), 1);
        assert!(has_class(back[0], "all") && back[0].attribute("hidden").is_some());
        assert!(!all(&figure, &|element| has_class(element, "legend")).is_empty());
    }
}

#[test]
fn participants_are_read_before_territories_and_each_group_says_how_many() {
    let figure = live(shipped());
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
    let figure = live(shipped());
    for class in ["names", "inset-title", "swatch", "hint"] {
        let found = all(&figure, &|element| has_class(element, class));
        assert!(!found.is_empty(), "{class}");
        assert!(found.iter().all(|e| e.attribute("aria-hidden") == Some("true")), "{class}");
    }
}

/// What the page copies to outline a region: its paths, its shapes in insets, its dots.
fn outlined(figure: &Element, region: usize) -> [Vec<&Element>; 3] {
    let id = format!("r{region}");
    let insets = all(figure, &|element| element.name == "svg" && has_class(element, "inset"));
    let inside = insets.into_iter().filter(|inset| {
        let is_shape = |e: &Element| e.attribute("href").is_none_or(|href| !href.starts_with("#r"));
        !all(inset, &|e| is_shape(e) && marked(e) == Some(region)).is_empty()
    });
    [
        all(figure, &|element| element.name == "path" && element.attribute("id") == Some(&id)),
        inside.collect(),
        all(figure, &|element| element.name == "circle" && marked(element) == Some(region)),
    ]
}

#[test]
fn a_region_of_an_inset_can_be_outlined_there_too_and_round_its_dot() {
    let figure = live(shipped());
    let inset = inset();
    let grenada = shipped().scene().find("GRD").unwrap();
    let dot = inset.marks.dots.iter().find(|dot| dot.region == grenada).unwrap();
    let [paths, insets, dots] = outlined(&figure, grenada);
    assert_eq!((paths.len(), insets.len(), dots.len()), (1, 1, 1));
    for (name, value) in [("x", inset.place.min.x), ("width", inset.place.width())] {
        assert_eq!(insets[0].attribute(name), Some(value.to_string().as_str()));
    }
    assert!(insets[0].attribute("viewBox").is_some());
    for (name, value) in [("cx", dot.at.x), ("cy", dot.at.y), ("r", dot.radius)] {
        assert_eq!(dots[0].attribute(name), Some(value.to_string().as_str()));
    }
}

#[test]
fn a_large_region_is_outlined_on_the_map_alone() {
    let figure = live(shipped());
    let brazil = shipped().scene().find("BRA").unwrap();
    let counts = |region| outlined(&figure, region).map(|elements| elements.len());
    assert_eq!((counts(brazil), counts(999)), ([1, 0, 0], [0, 0, 0]));
}

#[test]
fn a_name_in_the_sea_answers_for_its_region_in_a_room_of_its_own() {
    let figure = live(shipped());
    let stage = shipped().stage(StageSize::of_element(SIZE));
    let marks = stage.insets.iter().map(|inset| &inset.marks).chain([&stage.marks]);
    let mut rooms = Vec::new();
    for marks in marks {
        let names = marks.names.iter().filter_map(|name| Some((name.region, name.target?)));
        rooms.extend(names.chain(marks.cores.iter().map(|core| (core.region, core.area))));
    }
    assert!(rooms.len() > 10);
    let links = all(&figure, &|element| {
        let is_target = |child: &Node| matches!(child, Node::Element(e) if has_class(e, "target"));
        element.children.iter().any(is_target)
    });
    assert_eq!(links.len(), rooms.len());
    for (region, area) in rooms {
        let is_mine = |link: &&Element| {
            let target = all(link, &|element| has_class(element, "target"))[0];
            let is = |name, value: i32| target.attribute(name) == Some(value.to_string().as_str());
            marked(link) == Some(region)
                && (is("x", area.min.x) && is("y", area.min.y))
                && (is("width", area.width()) && is("height", area.height()))
        };
        assert!(links.iter().any(is_mine), "{region}");
    }
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
fn a_swatch_has_the_colours_of_its_category_and_a_card_finds_it_in_the_legend() {
    let map = draw(SQUARES, FACTS).unwrap();
    let figure = map.figure();
    let card = card_of(&map, 0, None);
    let items = all(&card, &|e| e.name == "li" && e.attribute("data-category").is_some());
    let texts: Vec<String> = items.iter().map(|item| text_of(item)).collect();
    assert_eq!(texts, ["Agreed", "Angry"]);
    let swatches = items.iter().map(|item| {
        let is_its = |e: &Element| e.attribute("data-category") == item.attribute("data-category");
        all(&figure, &|e| has_class(e, "swatch") && is_its(e))
    });
    let swatches: Vec<&Element> = swatches
        .map(|found| {
            // That of the key under the map is the same.
            assert!(!found.is_empty() && found.iter().all(|swatch| *swatch == found[0]));
            found[0]
        })
        .collect();
    let fill = all(swatches[0], &|element| element.name == "rect")[0].attribute("fill");
    assert_eq!(fill, Some("light-dark(#17607d,#5fb4d6)"));
    // A pattern lies on the fill that it goes with.
    let patterns = |swatch| all(swatch, &|element| element.attribute("fill") == Some("url(#p0)"));
    assert_eq!((patterns(swatches[0]).len(), patterns(swatches[1]).len()), (0, 1));
}
