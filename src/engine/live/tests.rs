//! What a change of the reader's settings touches, counted on nodes that write it down.

use super::LiveView;
use crate::engine::map::Map;
use crate::geo::frame::Frame;
use crate::geo::projection::Point;
use crate::geo::unit_box::UnitPoint;
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
    let (recorder, _) = changes(&mut view, &whole, &zoomed);
    assert_eq!(recorder.count("create a"), members, "the buttons of the inset stand on the map");
    assert_eq!(recorder.count("move a of") + recorder.count("move g of"), 0);
    assert!(recorder.count("set d of r") > 10 && !view.outline(0).is_empty());
}

#[test]
fn back_at_the_whole_map_the_buttons_of_an_inset_stand_in_it_again() {
    let (mut view, whole) = view();
    let zoomed = zoomed(&mut view, &whole);
    let before = view.figure(&whole, SIZE);
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

#[test]
fn a_place_answers_by_name_by_core_by_area_and_by_the_nearest_state() {
    let (view, first) = view();
    let map = view.map();
    let scene = map.draw(&first.viewport, SIZE);
    let stage = scene.stage().expect("a stage").clone();
    let shown = stage.shown();
    let part = |at: UnitPoint| Point {
        x: f64::from(at.x - shown.min.x) / f64::from(shown.width()),
        y: f64::from(at.y - shown.min.y) / f64::from(shown.height()),
    };
    let id = |at: UnitPoint| {
        let region = map.target_at(&scene, part(at))?;
        Some(map.picture().regions[region].id.as_str())
    };
    let all = stage.insets.iter().map(|inset| &inset.marks).chain([&stage.marks]);
    for name in all.flat_map(|marks| &marks.names).filter(|name| name.target.is_some()) {
        let wanted = map.picture().regions[name.region].id.as_str();
        assert_eq!(id(name.area.middle()), Some(wanted));
    }
    let center = |id: &str| map.picture().regions[map.picture().find(id).expect(id)].outline.center;
    assert_eq!((id(center("BRA")), id(center("GRL"))), (Some("BRA"), Some("GRL")));
    // East of the eastern end of Brazil.
    let brazil = &map.picture().regions[map.picture().find("BRA").expect("Brazil")].outline;
    let off = |px: i32, y: i32| UnitPoint { x: brazil.max.x + px * stage.units_per_10_px / 10, y };
    let is_brazil =
        |px: i32| (brazil.min.y..brazil.max.y).step_by(20).any(|y| id(off(px, y)) == Some("BRA"));
    assert_eq!((is_brazil(39), is_brazil(41)), (true, false));
    let inset = stage.insets.first().expect("an inset");
    assert_eq!(id(inset.lens().place(center("JAM"))), Some("JAM"));
}
