//! What a change of the reader's settings touches, counted on nodes that write it down.

use super::LiveView;
use crate::engine::map::Map;
use crate::geo::frame::Frame;
use crate::geo::projection::Point;
use crate::geo::viewport::Viewport;
use crate::interaction::filter::Filter;
use crate::interaction::reader_state::ReaderState;
use crate::layout::stage::{Arrangement, StageSize};
use crate::options::Options;
use crate::render::patch::patch;
use crate::render::patch::recorder::{LiveNode, Recorder};

const SIZE: StageSize = StageSize { arrangement: Arrangement::Tablet, width_px: 800 };

fn view() -> (LiveView, ReaderState) {
    let map = include_bytes!("../../../data/americas.geojson");
    let facts = include_bytes!("../../../data/summit-2022.json");
    let map = Map::new(map, facts, Options::default()).expect("the shipped files are good");
    let mut view = LiveView::new(map);
    let viewport = Viewport::whole(&frame(&mut view));
    let reader = ReaderState {
        viewport,
        filter: Filter::default(),
        sort: crate::content::data_table::Sort::default(),
        has_patterns: false,
        has_table: false,
    };
    (view, reader)
}

/// The frame of all that is shown.
fn frame(view: &mut LiveView) -> Frame {
    let shown = view.shown(SIZE);
    view.map().frame().showing(shown)
}

/// The changes of the live nodes from one state to the next.
fn changes(view: &mut LiveView, from: &ReaderState, to: &ReaderState) -> (Recorder, LiveNode) {
    let old = view.figure(from, SIZE);
    let live = Recorder::build(&old);
    let new = view.figure(to, SIZE);
    let mut recorder = Recorder::default();
    let Ok(()) = patch(&mut recorder, &live, Some(&old), &new, false);
    assert!(Recorder::text(&live) == Recorder::text(&Recorder::build(&new)), "not what is drawn");
    (recorder, live)
}

#[test]
fn a_click_on_the_legend_changes_attributes_alone() {
    let (mut view, first) = view();
    let category =
        view.map().index(view.map().frame().shown()).categories.first().expect("a legend").0;
    let hidden = ReaderState { filter: Filter::showing(Some(category)), ..first.clone() };
    let (recorder, _) = changes(&mut view, &first, &hidden);
    assert!(recorder.count("set data-off") > 8, "{:?}", recorder.changes);
    for change in ["set d ", "create", "move", "delete", "text"] {
        let exactly = |done: &&String| done.starts_with(change) || **done == change.trim_end();
        assert_eq!(recorder.changes.iter().filter(exactly).count(), 0, "{change}");
    }
    assert!(!recorder.changes.iter().any(|change| change == "set d"));
}

#[test]
fn a_closed_table_has_no_rows_and_an_open_one_is_built_once_for_an_order() {
    let (mut view, closed) = view();
    let open = ReaderState { has_table: true, ..closed.clone() };
    let (recorder, _) = changes(&mut view, &closed, &open);
    assert_eq!(recorder.count("create"), 1);
    let hidden = ReaderState { filter: Filter::default(), ..open.clone() };
    let (recorder, _) = changes(&mut view, &open, &hidden);
    assert_eq!(recorder.count("create") + recorder.count("move") + recorder.count("text"), 0);
}

#[test]
fn sorting_moves_rows_and_makes_none() {
    let (mut view, first) = view();
    let open = ReaderState { has_table: true, ..first };
    let sorted = ReaderState { sort: open.sort.pressed(1), ..open.clone() };
    let (recorder, _) = changes(&mut view, &open, &sorted);
    assert!(recorder.count("move") > 5 && recorder.count("create") == 0, "{:?}", recorder.changes);
}

#[test]
fn a_page_that_was_read_from_text_comes_to_life_without_a_path_being_touched() {
    let (mut view, first) = view();
    let live = Recorder::build(&view.map().prerendered());
    let mut recorder = Recorder::default();
    let new = view.figure(&first, SIZE);
    let Ok(()) = patch(&mut recorder, &live, None, &new, false);
    assert!(Recorder::text(&live) == Recorder::text(&Recorder::build(&new)), "not what is drawn");
    assert_eq!(recorder.changes.iter().filter(|change| *change == "set d").count(), 0);
    for made in ["create path", "create a", "create button", "create select", "move"] {
        assert_eq!(recorder.count(made), 0, "{made}");
    }
}

#[test]
fn a_zoomed_view_keeps_every_region_as_the_node_that_it_was() {
    let (mut view, first) = view();
    let middle = Point { x: 0.3, y: 0.4 };
    let frame = frame(&mut view);
    let zoomed = first.viewport.zoomed(3.0, middle, &frame);
    let zoomed = ReaderState { viewport: zoomed, ..first.clone() };
    let (recorder, _) = changes(&mut view, &first, &zoomed);
    assert_eq!(recorder.count("create a") + recorder.count("move"), 0, "{:?}", recorder.changes);
    assert!(!view.outline(0).is_empty());
}

#[test]
fn a_place_beside_a_small_island_means_the_island_and_the_open_sea_means_nothing() {
    let (view, first) = view();
    let map = view.map();
    let barbados = map.picture().find("BRB").expect("Barbados is on the map");
    let center = map.picture().regions[barbados].outline.center;
    let (width, height) = (f64::from(map.frame().width), f64::from(map.frame().height));
    // The drawing is 800 px wide, so a pixel is ten units.
    let near = |right_px: f64, viewport: &Viewport| {
        let unit = Point { x: f64::from(center.x) + right_px * 10.0, y: f64::from(center.y) };
        let corner = viewport.corner(map.frame());
        let at = Point {
            x: (unit.x - corner.x) * viewport.zoom / width,
            y: (unit.y - corner.y) * viewport.zoom / height,
        };
        map.region_near(viewport, map.frame().shown(), at, 800.0)
    };
    assert_eq!(near(0.0, &first.viewport), Some(barbados));
    assert_eq!(near(30.0, &first.viewport), Some(barbados));
    assert_eq!(near(60.0, &first.viewport), None);
    // Thirty pixels of the whole are 120 of a view four times as large.
    let zoomed = Viewport { zoom: 4.0, ..first.viewport };
    assert_eq!(near(30.0, &zoomed), None);
    assert_eq!(near(2.0, &zoomed), Some(barbados));
}
