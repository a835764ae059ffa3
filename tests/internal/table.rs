//! The table of the shipped data: all states, and every link of what is said of them.

use super::common::{STATES, shipped};
use crate::content::data_table::{Sort, Table, TableRegion, TableWords, table};
use crate::content::region_details::DetailsWriter;
use crate::render;
use crate::render::element::{Element, Node};
use std::collections::BTreeSet;

const WORDS: TableWords<'static> = TableWords { region: "Country", sources: "Sources" };

fn table_by(sort: Sort) -> Table {
    let map = shipped();
    let writer = DetailsWriter { facts: map.facts(), words: map.words(), prefix: "summit" };
    let regions = map.scene().regions.iter().enumerate();
    let drawn = regions.filter_map(|(index, region)| {
        Some(TableRegion { row: region.row?, region: index, name: &region.name })
    });
    table(&writer, sort, &WORDS, &drawn.collect::<Vec<_>>())
}

/// All elements of a name in a tree.
fn all<'a>(tree: &'a Element, name: &str, out: &mut Vec<&'a Element>) {
    if tree.name == name {
        out.push(tree);
    }
    for child in &tree.children {
        match child {
            Node::Element(child) => all(child, name, out),
            Node::Text(_) => {}
        }
    }
}

/// The attributes of the links in a tree: where they lead, and how.
fn links(tree: &Element) -> BTreeSet<[Option<&str>; 4]> {
    let mut found = Vec::new();
    all(tree, "a", &mut found);
    let names = ["href", "target", "rel", "title"];
    found.into_iter().map(|link| names.map(|name| link.attribute(name))).collect()
}

#[test]
fn every_state_has_one_row_whatever_the_order() {
    let columns = table_by(Sort::default()).columns.len();
    let states: BTreeSet<String> = STATES.iter().map(|id| format!("summit-{id}")).collect();
    for column in 0..columns {
        for descending in [false, true] {
            let rows = table_by(Sort { column, descending }).rows;
            assert_eq!(rows.len(), STATES.len());
            let anchors: BTreeSet<String> = rows.into_iter().filter_map(|row| row.anchor).collect();
            assert_eq!(anchors, states);
        }
    }
}

#[test]
fn a_row_has_the_links_of_its_entry_and_no_others() {
    let map = shipped();
    let table = table_by(Sort::default());
    let drawn = render::table::grid(&table, map.words());
    let mut lines = Vec::new();
    all(&drawn, "tr", &mut lines);
    assert_eq!(lines.len(), table.rows.len() + 1);
    for (row, line) in table.rows.iter().zip(&lines[1..]) {
        let entry = map.entry(row.region.unwrap()).unwrap();
        let body = Element::new("div").children(render::entry::body(&entry, map.words()));
        let mut cells = Vec::new();
        all(line, "td", &mut cells);
        assert_eq!(links(cells.last().unwrap()), links(&body), "{}", row.name);
        let hrefs = entry.statements().flat_map(|s| &s.sources).map(|citation| &citation.href);
        let shown = row.sources.iter().map(|citation| &citation.href);
        assert_eq!(shown.collect::<BTreeSet<_>>(), hrefs.collect::<BTreeSet<_>>(), "{}", row.name);
    }
}

#[test]
fn a_row_is_named_and_answered_as_its_entry() {
    for row in table_by(Sort { column: 1, descending: true }).rows {
        let entry = shipped().entry(row.region.unwrap()).unwrap();
        assert_eq!((&entry.name, &entry.anchor), (&row.name, &row.anchor));
        for cell in row.cells.iter().filter(|cell| !cell.is_empty()) {
            let is_said = entry.status.iter().any(|line| line.label == *cell);
            assert!(is_said, "{}: {cell}", row.name);
        }
    }
}

#[test]
fn every_fragment_of_the_table_is_in_the_list() {
    let map = shipped();
    let list = render::xml::text(&map.fact_list());
    let table = render::table::grid(&table_by(Sort::default()), map.words());
    let links = links(&table);
    let fragments: Vec<&str> = links.iter().filter_map(|link| link[0]?.strip_prefix('#')).collect();
    assert!(fragments.len() > STATES.len());
    for fragment in fragments {
        assert!(list.contains(&format!("id=\"{fragment}\"")), "{fragment}");
    }
}
