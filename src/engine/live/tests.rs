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
use crate::render::element::Element;
use crate::render::patch::patch;
use crate::render::patch::recorder::{LiveNode, Recorder};
use crate::render::view_box::view_box;
use std::rc::Rc;

const SIZE: StageSize = StageSize { arrangement: Arrangement::Tablet, width_px: 800 };

fn view() -> (LiveView, ReaderState) {
    let map = include_bytes!("../../../data/americas.geojson");
    let facts = include_bytes!("../../../data/summit-2022.json");
    let map = Map::new(map, facts, Options::default()).expect("the shipped files are good");
    let mut view = LiveView::new(Rc::new(map));
    let viewport = Viewport::whole(&frame(&mut view));
    let reader = ReaderState {
        viewport,
        filter: Filter::default(),
        sort: crate::content::data_table::Sort::default(),
        has_table: false,
    };
    (view, reader)
}

/// How many regions with facts are found in an inset of the whole map.
fn members(view: &LiveView) -> usize {
    let stage = view.map().stage(SIZE);
    let members = stage.insets.iter().flat_map(|inset| &inset.members);
    let has_row = |&&region: &&usize| view.map().picture().regions[region].row.is_some();
    members.filter(has_row).count()
}

/// The frame of all that is shown.
fn frame(view: &mut LiveView) -> Frame {
    let shown = view.shown(SIZE);
    view.map().frame().showing(shown)
}

/// What is drawn of what the reader has set.
fn figure(view: &mut LiveView, reader: &ReaderState) -> Element {
    let table = reader.has_table.then_some((reader.sort, reader.filter));
    view.figure(&reader.viewport, SIZE, table)
}

/// The changes of the live nodes from one state to the next.
fn changes(view: &mut LiveView, from: &ReaderState, to: &ReaderState) -> (Recorder, LiveNode) {
    let old = figure(view, from);
    let live = Recorder::build(&old);
    let new = figure(view, to);
    let mut recorder = Recorder::default();
    patch(&mut recorder, &live, Some(&old), &new, false);
    assert!(Recorder::text(&live) == Recorder::text(&Recorder::build(&new)), "not what is drawn");
    (recorder, live)
}

#[test]
fn a_click_on_the_legend_leaves_the_picture_as_it_is_and_takes_rows_out_of_an_open_table() {
    let (mut view, first) = view();
    let category =
        view.map().index(view.map().frame().shown()).categories.last().expect("a legend").0;
    let filter = Filter::showing(Some(category));
    let (recorder, _) = changes(&mut view, &first, &ReaderState { filter, ..first.clone() });
    assert!(recorder.changes.is_empty(), "{:?}", recorder.changes);
    let open = ReaderState { has_table: true, ..first };
    let (recorder, live) = changes(&mut view, &open, &ReaderState { filter, ..open.clone() });
    assert!(recorder.count("delete") > 8, "{:?}", recorder.changes);
    // The caption says how many of them are left, and so does the label of what scrolls them.
    let rest: Vec<_> = recorder.changes.iter().filter(|change| *change != "delete").collect();
    assert_eq!(rest, ["set aria-label", "text"]);
    let index = view.map().index(view.map().frame().shown());
    let mine = index.countries.iter().filter(|categories| categories.contains(&category));
    assert_eq!(Recorder::text(&live).matches("<tr").count(), mine.count() + 1, "and the head");
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
    let new = figure(&mut view, &first);
    patch(&mut recorder, &live, None, &new, false);
    assert!(Recorder::text(&live) == Recorder::text(&Recorder::build(&new)), "not what is drawn");
    for made in
        ["set d of", "create path", "create a", "create button", "create select", "move", "text"]
    {
        assert_eq!(recorder.count(made), 0, "{made}");
    }
    // A member of an inset is a link on the map before, and a button in the inset from now on.
    let with_facts = view.map().facts().regions.len();
    assert_eq!(recorder.count("set role"), with_facts - members(&view));
}

/// A view of the middle of the map, three times as large.
fn zoomed(view: &mut LiveView, whole: &ReaderState) -> ReaderState {
    let frame = frame(view);
    let viewport = whole.viewport.zoomed(3.0, Point { x: 0.3, y: 0.4 }, &frame);
    ReaderState { viewport, ..whole.clone() }
}

#[test]
fn a_zoomed_view_keeps_every_region_as_the_node_that_it_was_but_for_those_of_an_inset() {
    let (mut view, whole) = view();
    let zoomed = zoomed(&mut view, &whole);
    let members = members(&view);
    let (recorder, live) = changes(&mut view, &whole, &zoomed);
    assert_eq!(recorder.count("create a"), members, "the buttons of the inset stand on the map");
    assert_eq!(recorder.count("move a of") + recorder.count("move g of"), 0);
    assert!(recorder.count("set d of r") > 10);
    // What an outline is copied from, and what it lies over.
    let text = Recorder::text(&live);
    assert!(text.contains("id=\"r0\""));
    let shown = |figure: &Element| {
        let layers = figure.find("layers").expect("a map");
        layers.attribute("data-shown").map(str::to_owned).expect("the part that is shown")
    };
    let (part, all) = (shown(&figure(&mut view, &zoomed)), shown(&figure(&mut view, &whole)));
    // A zoomed view is drawn in as many units.
    let expected = view_box(view.shown(SIZE));
    assert_eq!((part, all), (expected.clone(), expected));
}

#[test]
fn back_at_the_whole_map_the_buttons_of_an_inset_stand_in_it_again() {
    let (mut view, whole) = view();
    let zoomed = zoomed(&mut view, &whole);
    let before = figure(&mut view, &whole);
    let (recorder, live) = changes(&mut view, &zoomed, &whole);
    assert_eq!(recorder.count("create a") + recorder.count("move a"), 0);
    assert!(Recorder::text(&live) == Recorder::text(&Recorder::build(&before)), "not as before");
}

#[test]
fn a_step_within_a_zoomed_view_makes_no_region_anew() {
    let (mut view, whole) = view();
    let zoomed = zoomed(&mut view, &whole);
    let frame = frame(&mut view);
    let nearer = zoomed.viewport.zoomed(2.0, Point { x: 0.5, y: 0.5 }, &frame);
    let nearer = ReaderState { viewport: nearer, ..zoomed.clone() };
    let (recorder, _) = changes(&mut view, &zoomed, &nearer);
    for made in ["create a", "create g", "create path", "move a", "move g"] {
        assert_eq!(recorder.count(made), 0, "{made}: {:?}", recorder.changes);
    }
}
