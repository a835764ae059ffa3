//! Names on the shipped map, at every width of the widget.

use super::common::{STATES, rings, shipped};
use crate::geo::frame::{Bounds, Frame, UnitPoint};
use crate::geo::projection::Point;
use crate::layout::callout::{Callouts, cell};
use crate::layout::label::{Label, LabelRequest, labels};
use crate::layout::occupancy::{Cell, OccupancyGrid};
use std::sync::LazyLock;

/// CSS pixels.
const FONT: i32 = 12;
const WIDTHS: [i32; 12] = [280, 320, 360, 400, 480, 560, 680, 800, 960, 1120, 1280, 1600];

/// The labels of one width, and what they were placed on.
struct Placed {
    width_px: i32,
    raster: OccupancyGrid,
    cell: i32,
    target: i32,
    wanted: Vec<LabelRequest<'static>>,
    labels: Vec<Label>,
}

/// A frame in which a point of the drawing is its own place.
fn frame() -> Frame {
    let scene = shipped().scene();
    let corner = Point { x: f64::from(scene.width), y: f64::from(scene.height) };
    let whole = Bounds::EMPTY.with(Point { x: 0.0, y: 0.0 }).with(corner);
    Frame::around(whole, scene.width, 0).unwrap()
}

fn shapes() -> Vec<Vec<Vec<UnitPoint>>> {
    let point = |(x, y): super::common::UnitPoint| UnitPoint { x, y };
    let ring = |ring: Vec<super::common::UnitPoint>| ring.into_iter().map(point).collect();
    let regions = shipped().scene().regions.iter();
    regions.map(|region| rings(&region.outline.path).into_iter().map(ring).collect()).collect()
}

/// States before territories, the largest first.
fn wanted(set: &Callouts) -> Vec<LabelRequest<'static>> {
    let wanted = |(index, region): (usize, &'static crate::scene::Region)| {
        let (min, max) = (region.outline.min, region.outline.max);
        let area = i64::from(max.x - min.x) * i64::from(max.y - min.y);
        let is_state = STATES.contains(&region.id.as_str());
        let callout = set.callouts.iter().find(|callout| callout.region == index);
        LabelRequest {
            region: index,
            name: &region.name,
            center: region.outline.center,
            min,
            max,
            target: callout.map(|callout| callout.target),
            weight: area + i64::from(is_state) * 1_000_000_000,
        }
    };
    shipped().scene().regions.iter().enumerate().map(wanted).collect()
}

fn place(width_px: i32) -> Placed {
    let frame = frame();
    let sets = &shipped().scene().callouts;
    let set = sets.iter().rfind(|set| set.width_px <= width_px).unwrap();
    let cell = cell(&frame, width_px);
    let shapes = shapes();
    let shapes = shapes.iter().map(|rings| rings.iter().map(Vec::as_slice)).enumerate();
    let raster = OccupancyGrid::draw(&frame, cell, shapes);
    let wanted = wanted(set);
    let size = FONT * frame.width / width_px;
    let labels = labels(&wanted, &raster, cell, &frame, size, set.size);
    Placed { width_px, raster, cell, target: set.size, wanted, labels }
}

fn placed() -> &'static [Placed] {
    static PLACED: LazyLock<Vec<Placed>> =
        LazyLock::new(|| WIDTHS.iter().map(|&width| place(width)).collect());
    &PLACED
}

fn meet(a: (UnitPoint, UnitPoint), b: (UnitPoint, UnitPoint)) -> bool {
    a.0.x < b.1.x && b.0.x < a.1.x && a.0.y < b.1.y && b.0.y < a.1.y
}

/// Checks each label of each width.
fn each(check: impl Fn(&Placed, &Label)) {
    for placed in placed() {
        for label in &placed.labels {
            check(placed, label);
        }
    }
}

#[test]
fn no_two_names_overlap() {
    each(|Placed { width_px, labels, .. }, a| {
        for b in labels.iter().filter(|b| b.region != a.region) {
            assert!(!meet(a.corners(), b.corners()), "{width_px} px: {a:?} {b:?}");
        }
    });
}

#[test]
fn no_name_stands_on_a_target() {
    each(|Placed { width_px, target, wanted, .. }, label| {
        for UnitPoint { x, y } in wanted.iter().filter_map(|wanted| wanted.target) {
            let half = target / 2;
            let square =
                (UnitPoint { x: x - half, y: y - half }, UnitPoint { x: x + half, y: y + half });
            assert!(!meet(label.corners(), square), "{width_px} px: {label:?}");
        }
    });
}

#[test]
fn no_name_stands_on_a_line() {
    each(|Placed { width_px, wanted, .. }, label| {
        let (min, max) = label.corners();
        let lines = wanted.iter().filter_map(|w| Some((w.center, w.target?)));
        for (from, to) in lines {
            let point = |part: i32| UnitPoint {
                x: from.x + (to.x - from.x) * part / 1000,
                y: from.y + (to.y - from.y) * part / 1000,
            };
            let is_on =
                |at: UnitPoint| (min.x..max.x).contains(&at.x) && (min.y..max.y).contains(&at.y);
            assert!(!(0..=1000).map(point).any(is_on), "{width_px} px: {label:?}");
        }
    });
}

#[test]
fn a_name_lies_on_its_own_land_or_else_on_the_sea() {
    each(|Placed { width_px, raster, cell, .. }, label| {
        let (min, max) = label.corners();
        let what = if label.is_inside { Cell::Land(label.region) } else { Cell::Sea };
        let index = |length: i32| usize::try_from(length / cell).unwrap();
        for y in index(min.y)..=index(max.y - 1) {
            for x in index(min.x)..=index(max.x - 1) {
                assert_eq!(raster.get(x, y), Some(what), "{width_px} px: {label:?}");
            }
        }
    });
}

#[test]
fn a_name_lies_on_the_map() {
    let Frame { width, height, .. } = frame();
    each(|Placed { width_px, .. }, label| {
        let (min, max) = label.corners();
        let is_on_map = min.x > 0 && min.y > 0 && max.x < width && max.y < height;
        assert!(is_on_map, "{width_px} px: {label:?}");
    });
}

#[test]
fn large_countries_have_their_names_on_their_land() {
    let regions = &shipped().scene().regions;
    let wide = placed().iter().find(|placed| placed.width_px == 1280).unwrap();
    for id in ["CAN", "USA", "BRA", "ARG", "MEX", "COL", "PER"] {
        let is_named = |label: &Label| label.is_inside && regions[label.region].id == id;
        assert!(wide.labels.iter().any(is_named), "{id}");
    }
}

#[test]
fn a_wide_map_has_many_names_and_a_narrow_one_a_few() {
    let counts = placed().iter().map(|placed| (placed.width_px, placed.labels.len()));
    let counts: Vec<_> = counts.collect();
    for (width_px, least) in [(280, 2), (360, 8), (680, 16), (1280, 24)] {
        assert!(counts.iter().any(|&(w, count)| w == width_px && count >= least), "{counts:?}");
    }
}
