//! What a page knows of its map before the engine is there: it is what the map says.

use super::common::{AMERICAS, FACTS, SQUARES, SUMMIT, draw, shipped};
use super::figure::{all, index, text_of};
use crate::content::locale::{ALL, Locale};
use crate::content::region_details::Statement;
use crate::geo::viewport::Viewport;
use crate::interaction::map_index::MapIndex;
use crate::interaction::message::index::FORMAT;
use crate::interaction::message::keep::Keep;
use crate::interaction::message::text::{Reader, Writer};
use crate::layout::rect::Rect;
use crate::render::element::{Element, Node};
use crate::{Map, Options};

fn written(index: &MapIndex) -> String {
    let mut text = Writer::default();
    index.write(&mut text);
    text.finish()
}

/// An index after it was written and read.
fn read_again(index: &MapIndex) -> MapIndex {
    let text = written(index);
    let again = MapIndex::read(&mut Reader::new(&text), &mut Keep::default());
    assert!(written(&again) == text, "not what was written");
    again
}

/// That two are the same in all their parts.
fn assert_same(index: &MapIndex, again: &MapIndex) {
    assert_eq!(again.regions, index.regions);
    assert_eq!((again.width, again.height), (index.width, index.height));
    assert_eq!((again.shown, &again.stages), (index.shown, &index.stages));
    assert_eq!((&again.labels, &again.categories), (&index.labels, &index.categories));
    assert_eq!((&again.countries, again.columns), (&index.countries, index.columns));
    assert_eq!(again.link_prefix, index.link_prefix);
    assert_eq!(again.facts_language, index.facts_language);
    assert_eq!((again.is_partial, &again.unmatched), (index.is_partial, &index.unmatched));
    assert_eq!(again.words.spoken(), index.words.spoken());
}

#[test]
fn an_index_reads_as_it_was_written_in_every_language() {
    for words in ALL {
        let index = MapIndex { words, ..index(shipped()) };
        assert_same(&index, &read_again(&index));
    }
}

#[test]
fn an_index_keeps_every_part_whatever_is_in_its_texts() {
    let facts = FACTS
        .replace("\"language\":\"en\"", "\"language\":\"de\"")
        .replace("\"Agreed\"", r#""A\tg\\t\nreed\\""#)
        .replace("\"word\":\"agreed\"", r#""word":"\\\t\\""#)
        .replace("\"default\"", r#""names":{"A":["A\tland\n\\t\\","\\","x\ty"]},"default""#)
        .replace("\"regions\":[", r#""regions":[{"id":"no\t\\where","status":["yes"]},"#)
        .replace("\"name\":\"Aland\",", "");
    let map = SQUARES.replace("\"Aland\"", r#""A\tland\n\\t\\""#);
    let options = Options { has_links: true, prefix: "a\\b\tc".into(), ..Options::default() };
    let map = Map::new(map.as_bytes(), facts.as_bytes(), options).unwrap();
    let mut index = index(&map);
    index.is_partial = true;
    assert_same(&index, &read_again(&index));
    for has_all in [
        index.regions[0].name.contains('\n') && index.regions[0].name.contains("\\t"),
        index.labels[0].contains('\t') && index.regions[0].words.contains("\\"),
        index.regions[0].also.len() == 3 && index.unmatched == ["no\t\\where"],
        index.link_prefix.as_deref() == Some("a\\b\tc"),
        index.facts_language.as_deref() == Some("de"),
    ] {
        assert!(has_all, "{index:?}");
    }
}

#[test]
fn a_prerendered_figure_says_all_that_a_page_knows() {
    let figure = shipped().prerendered();
    let text = figure.attribute("data-index").unwrap();
    let mut from = Reader::new(text);
    assert_eq!(from.text(), FORMAT);
    let read = MapIndex::read(&mut from, &mut Keep::default());
    assert_eq!(text, format!("{FORMAT}\t{}", written(&read)));
    let scene = shipped().scene();
    let classes: Vec<i32> = read.stages.iter().map(|stage| stage.class_px).collect();
    let expected: Vec<i32> = scene.stages.iter().map(|stage| stage.size.class_px()).collect();
    assert_eq!(classes, expected);
    for (stage, known) in scene.stages.iter().zip(&read.stages) {
        assert_eq!(known.shown, stage.shown());
    }
    let mut members: Vec<usize> = scene.cluster.iter().flat_map(|c| c.members.clone()).collect();
    members.sort_unstable();
    let in_inset = |&region: &usize| read.regions[region].is_in_inset;
    assert_eq!((0..read.regions.len()).filter(in_inset).collect::<Vec<_>>(), members);
    assert!(members.len() > 10);
    let rest = MapIndex { stages: vec![], ..index(shipped()) };
    let mut without = MapIndex { stages: vec![], ..read };
    without.regions.iter_mut().for_each(|region| region.is_in_inset = false);
    assert_same(&rest, &without);
}

#[test]
fn an_index_that_is_cut_off_is_read_as_far_as_it_goes() {
    let text = written(&index(&draw(SQUARES, FACTS).unwrap()));
    for (end, _) in text.char_indices() {
        let _ = MapIndex::read(&mut Reader::new(&text[..end]), &mut Keep::default());
    }
}

/// A statement as the list writes it.
fn told(statement: &Statement, words: &Locale) -> String {
    let mut text = statement.text.clone() + " ";
    for remark in &statement.remarks {
        text += &(remark.clone() + " ");
    }
    let cite = |citation: &crate::content::region_details::Citation| {
        let detail = &citation.detail;
        let behind = if detail.is_empty() { String::new() } else { format!(", {detail}") };
        citation.label.clone() + &behind
    };
    let cites: Vec<String> = statement.sources.iter().map(cite).collect();
    text + &cites.join(words.between_sources)
}

/// That the places of each region's statements lead to them in the list of facts; returns how many
/// there are.
fn assert_statements_are_found(map: &Map) -> usize {
    let list = map.fact_list();
    let has_cite = |element: &Element| {
        let is_cite = |child: &Node| matches!(child, Node::Element(e) if e.name == "cite");
        element.children.iter().any(is_cite)
    };
    let statements = all(&list, &has_cite);
    let mut count = 0;
    for (number, region) in index(map).regions.iter().enumerate() {
        let entry = map.entry(number).unwrap();
        let expected: Vec<String> =
            entry.statements().map(|statement| told(statement, map.words())).collect();
        let found = region.statements.iter().map(|&place| text_of(statements[place]));
        assert_eq!(found.collect::<Vec<_>>(), expected, "{}", region.id);
        count += expected.len();
    }
    count
}

#[test]
fn the_statements_of_a_region_are_found_in_the_list_of_facts() {
    assert!(assert_statements_are_found(shipped()) > 100);
    // Also where the list names the language of each, and has a region that the map has not.
    let other = FACTS
        .replace("\"regions\":[", "\"regions\":[{\"id\":\"X\",\"status\":[\"angry\"]},")
        .replace("\"about\":[]", "\"about\":[\"X\"]")
        .replace("\"language\":\"en\"", "\"language\":\"de\"");
    assert_eq!(assert_statements_are_found(&draw(SQUARES, other).unwrap()), 2);
    let options = Options { language: Some("fr".into()), ..Options::default() };
    let french = Map::new(AMERICAS, SUMMIT, options).unwrap();
    assert!(assert_statements_are_found(&french) > 100);
}

/// The whole map, 1000 px wide.
fn beside(id: &str, place: impl Fn(Rect) -> (f64, f64)) -> Option<String> {
    let index = index(shipped());
    let screen = Rect { x: 30.0, y: 70.0, width: 1000.0, height: 2000.0 };
    let drawing = index.drawing_in(screen).unwrap();
    let viewport = Viewport::whole(&index.frame());
    let area = index.box_in(index.find(id).unwrap(), &viewport, drawing).unwrap();
    let found = index.beside(place(area), &viewport, drawing);
    found.map(|region| index.regions[region].id.clone())
}

fn middle(area: Rect) -> (f64, f64) {
    (area.x + area.width / 2.0, area.y + area.height / 2.0)
}

#[test]
fn a_small_state_answers_40_px_out_into_the_sea() {
    // The easternmost of its neighbours.
    let east = |px: f64| beside("BRB", |area| (area.x + area.width + px, middle(area).1));
    assert_eq!(east(39.0).as_deref(), Some("BRB"));
    assert_eq!(east(41.0), None);
    let slanted = |px: f64| beside("BRB", |area| (area.x + area.width + px, area.bottom() + px));
    assert_eq!((slanted(28.0).as_deref(), slanted(29.0)), (Some("BRB"), None));
    assert_eq!(beside("BRB", middle).as_deref(), Some("BRB"));
}

#[test]
fn a_large_region_and_a_territory_answer_for_nothing_beside_them() {
    for px in [-20.0, 1.0, 39.0] {
        assert_eq!(beside("BRA", |area| (area.x + area.width + px, middle(area).1)), None);
        assert_eq!(beside("FLK", |area| (area.x + area.width + px, middle(area).1)), None);
    }
    assert_eq!((beside("BRA", middle), beside("FLK", middle)), (None, None));
}

#[test]
fn the_nearest_of_small_boxes_answers() {
    let index = index(shipped());
    let [first, second] = ["GRD", "BRB"].map(|id| index.find(id).unwrap());
    let square = |x: f64, side: f64| Rect { x, y: 0.0, width: side, height: side };
    let at = |x: f64, boxes: [(usize, Rect); 2]| index.nearest((x, 5.0), boxes);
    let both = [(first, square(0.0, 10.0)), (second, square(50.0, 10.0))];
    assert_eq!([at(29.0, both), at(31.0, both)], [Some(first), Some(second)]);
    // It is small up to 64 px.
    let [small, large] = [64.0, 65.0].map(|side| [(first, square(0.0, side)); 2]);
    assert_eq!([at(70.0, small), at(70.0, large)], [Some(first), None]);
    assert_eq!(index.nearest((5.0, 5.0), [(999, square(0.0, 10.0))].into_iter()), None);
}
