//! Maps of other parts of the world: far territories are shown in insets, very many regions are
//! named where there is room, and more of them when a reader zooms in.

use super::common::{draw, rings};
use crate::Map;
use crate::geo::projection::Point;
use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::geo::viewport::Viewport;
use crate::layout::stage::{Stage, StageSize};
use std::fmt::Write;

/// Countries, each with as many insets as it has groups of far parts.
const COUNTRIES: [(&str, &[u8], usize); 8] = [
    // Alaska; Hawaii.
    ("USA", include_bytes!("../maps/usa.arcs"), 2),
    // French Guiana; Réunion; Martinique with Guadeloupe; Mayotte.
    ("France", include_bytes!("../maps/france.arcs"), 4),
    // Svalbard; Jan Mayen.
    ("Norway", include_bytes!("../maps/norway.arcs"), 2),
    // Bonaire; Saba with Sint Eustatius.
    ("Netherlands", include_bytes!("../maps/netherlands.arcs"), 2),
    // The Azores; Madeira.
    ("Portugal", include_bytes!("../maps/portugal.arcs"), 2),
    // The Canaries.
    ("Spain", include_bytes!("../maps/spain.arcs"), 1),
    // Easter Island.
    ("Chile", include_bytes!("../maps/chile.arcs"), 1),
    // The Galápagos.
    ("Ecuador", include_bytes!("../maps/ecuador.arcs"), 1),
];
const WORLD: &[u8] = include_bytes!("../maps/world.arcs");
const WIDTHS: [i32; 6] = [280, 360, 800, 1100, 1280, 1600];

/// Facts about these ids.
fn facts(ids: impl Iterator<Item = String>) -> String {
    let mut rows = Vec::new();
    for id in ids {
        rows.push(format!(r#"{{"id":"{id}","status":["yes"]}}"#));
    }
    let color = r##"{"light":"#17607d","dark":"#5fb4d6"}"##;
    format!(
        r#"{{"schema":"summit-map/1","title":"Title","regions":[{}],"categories":[{{"id":"yes","label":"Yes","color":{color}}}]}}"#,
        rows.join(",")
    )
}

fn country(map: &[u8]) -> Map {
    draw(map, facts(["A".to_owned()].into_iter())).unwrap()
}

fn stages(map: &Map) -> Vec<Stage> {
    WIDTHS.iter().map(|&width| map.stage(StageSize::of_element(width))).collect()
}

/// The boxes of the rings of a region as they are drawn on the whole map.
fn boxes(map: &Map, region: usize) -> Vec<UnitBox> {
    let mut boxes = Vec::new();
    for ring in rings(&map.picture().regions[region].outline.path) {
        let (xs, ys) = (ring.iter().map(|at| at.0), ring.iter().map(|at| at.1));
        let min = UnitPoint { x: xs.clone().min().unwrap(), y: ys.clone().min().unwrap() };
        let max = UnitPoint { x: xs.max().unwrap(), y: ys.max().unwrap() };
        boxes.push(UnitBox { min, max });
    }
    boxes
}

/// Squares of a degree on a side: id, west, south.
fn squares(squares: &[(String, f64, f64)]) -> String {
    let mut features = String::new();
    for (id, west, south) in squares {
        let (east, north) = (west + 1.0, south + 1.0);
        let comma = if features.is_empty() { "" } else { "," };
        write!(
            features,
            r#"{comma}{{"type":"Feature","id":"{id}","properties":{{"name":"{id}"}},"geometry":{{"type":"Polygon","coordinates":[[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]]}}}}"#
        )
        .unwrap();
    }
    format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#)
}

#[test]
fn the_map_itself_is_most_of_what_is_shown_of_a_country_with_far_parts() {
    for (name, map, _) in COUNTRIES {
        let map = country(map);
        let frame = map.frame().shown();
        let here = boxes(&map, 0).into_iter().filter(|ring| ring.meets(frame));
        let main = here.reduce(UnitBox::and).unwrap();
        for (width, stage) in WIDTHS.into_iter().zip(stages(&map)) {
            let shown = stage.shown();
            let of = |part: i32, whole: i32| part * 100 / whole;
            let share = of(main.width(), shown.width()).max(of(main.height(), shown.height()));
            assert!(share >= 55, "{name}, {width} px: {share} %");
        }
    }
}

#[test]
fn each_far_part_of_a_country_is_in_an_inset_at_every_width() {
    for (name, map, count) in COUNTRIES {
        let map = country(map);
        // Islets off the coast may lie beyond the edge.
        let frame = map.frame().shown().grown(500);
        for (width, stage) in WIDTHS.into_iter().zip(stages(&map)) {
            assert_eq!(stage.insets.len(), count, "{name}, {width} px");
            for ring in boxes(&map, 0) {
                let is_in_inset = stage.insets.iter().any(|inset| inset.window.holds(ring));
                assert!(ring.meets(frame) != is_in_inset, "{name}, {width} px: {ring:?}");
            }
        }
    }
}

#[test]
fn insets_cover_neither_land_nor_each_other_nor_names() {
    for (name, map, _) in COUNTRIES {
        let map = country(map);
        for (width, stage) in WIDTHS.into_iter().zip(stages(&map)) {
            for (index, inset) in stage.insets.iter().enumerate() {
                let others = &stage.insets[index + 1..];
                let is_met = others.iter().any(|other| other.frame.meets(inset.frame));
                assert!(!is_met, "{name}, {width} px: two insets meet");
                let is_named = stage.marks.names.iter().any(|name| name.area.meets(inset.frame));
                assert!(!is_named, "{name}, {width} px: a name under an inset");
                assert!(stage.shown().holds(inset.frame), "{name}, {width} px: an inset is cut");
            }
        }
    }
}

#[test]
fn a_state_far_away_is_named_and_answers_in_its_inset() {
    let mut all = vec![("Faraway".to_owned(), 40.0, -20.0)];
    for index in 0..9 {
        let (column, row) = (f64::from(index % 3), f64::from(index / 3));
        all.push((format!("B{index}"), column, 45.0 + row));
    }
    let map = draw(squares(&all), facts(all.iter().map(|(id, ..)| id.clone()))).unwrap();
    for (width, stage) in WIDTHS.into_iter().zip(stages(&map)) {
        let [inset] = stage.insets.as_slice() else { panic!("{width} px: one inset") };
        assert_eq!((inset.members.as_slice(), inset.title.as_str()), (&[0][..], "Faraway"));
        assert!(map.owned(&stage)[0] >= 240, "{width} px");
    }
}

#[test]
fn territories_of_one_of_many_states_leave_the_frame_and_have_no_inset() {
    // A state in two parts, the other one far off, beside eight more.
    let mut all = Vec::new();
    for index in 0..9 {
        let (column, row) = (f64::from(index % 3), f64::from(index / 3));
        all.push((format!("B{index}"), column, 45.0 + row));
    }
    let far = "[[[-60,4],[-59.5,4],[-59.5,4.5],[-60,4.5],[-60,4]]]";
    let of_first = "[[[0,45],[1,45],[1,46],[0,46],[0,45]]]";
    let map = squares(&all).replacen(
        r#""type":"Polygon","coordinates":[[[0,45],[1,45],[1,46],[0,46],[0,45]]]"#,
        &format!(r#""type":"MultiPolygon","coordinates":[{of_first},{far}]"#),
        1,
    );
    assert!(map.contains(far));
    let map = draw(map, facts(all.iter().map(|(id, ..)| id.clone()))).unwrap();
    let frame = map.frame().shown();
    let here = boxes(&map, 0).into_iter().filter(|ring| ring.meets(frame));
    assert!(here.reduce(UnitBox::and).unwrap().width() * 4 > frame.width());
    assert!(stages(&map).iter().all(|stage| stage.insets.is_empty()));
}

#[test]
fn names_of_a_world_of_countries_stand_on_their_own_land() {
    let ids = (0..177).map(|index| format!("c{index}"));
    let map = draw(WORLD, facts(ids)).unwrap();
    for (width, stage) in WIDTHS.into_iter().zip(stages(&map)) {
        let names = &stage.marks.names;
        assert!(names.iter().all(|name| name.is_inside && name.leader.is_none()), "{width} px");
        assert!(names.len() <= 60, "{width} px: {} names", names.len());
        assert!(width < 1280 || names.len() >= 3, "{width} px: {} names", names.len());
    }
}

#[test]
fn of_thousands_of_counties_those_have_names_that_are_large_enough_where_a_reader_looks() {
    let mut all = Vec::new();
    for index in 0..57 * 57 {
        let (column, row) = (f64::from(index % 57), f64::from(index / 57));
        all.push((format!("N{index}"), column - 28.0, row - 28.0));
    }
    let map = draw(squares(&all), facts(all.iter().map(|(id, ..)| id.clone()))).unwrap();
    let size = StageSize::of_element(1280);
    let stage = map.stage(size);
    assert!(stage.marks.names.is_empty());
    let frame = map.frame().showing(stage.shown());
    for (zoom, least) in [(8.0, 20), (20.0, 4)] {
        // A corner of the map, far from the first of the file.
        let middle = Point { x: 4000.0, y: 1000.0 };
        let view = map.draw(&Viewport { middle, zoom }.clamped(&frame), size);
        let names = &view.stage().unwrap().marks.names;
        assert!(names.len() >= least, "{zoom}: {} names", names.len());
        assert!(names.iter().all(|name| name.is_inside || zoom > 10.0));
    }
}
