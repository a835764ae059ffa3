//! Names on maps of squares, 1000 units wide: the font is 40 units, a target 60, a cell 10.

use super::*;
use crate::geo::frame::Bounds;
use crate::geo::ring::tests::square;

/// Wants a name for a square at x, y, of this weight.
fn island(region: usize, name: &str, (x, y, side): (i32, i32, i32)) -> LabelRequest<'_> {
    let spot = |along: i32| UnitPoint { x: x + along, y: y + along };
    let (center, min, max) = (spot(side / 2), spot(0), spot(side));
    LabelRequest { region, name, center, min, max, target: None, weight: 0 }
}

/// Wants a name for a small square whose centre is x, y, called out to a target.
fn called_out(region: usize, (x, y): (i32, i32), target: (i32, i32)) -> LabelRequest<'static> {
    let target = Some(UnitPoint { x: target.0, y: target.1 });
    LabelRequest { target, ..island(region, "Peru", (x - 10, y - 10, 20)) }
}

/// The squares are drawn in the order of the list, later ones on top.
fn placed(wanted: &[LabelRequest<'_>]) -> Vec<Label> {
    let whole = square(0.0, 0.0, 1000.0).into_iter().fold(Bounds::EMPTY, Bounds::with);
    let frame = Frame::around(whole, 1000, 0).expect("a square has a size");
    let ring = |wanted: &LabelRequest<'_>| {
        let LabelRequest { min, max, .. } = wanted;
        let ring = square(f64::from(min.x), f64::from(min.y), f64::from(max.x - min.x));
        ring.into_iter().map(|point| frame.place(point)).collect::<Vec<UnitPoint>>()
    };
    let rings: Vec<_> = wanted.iter().map(ring).collect();
    let regions = wanted.iter().map(|wanted| wanted.region);
    let shapes = regions.zip(rings.iter().map(|ring| std::iter::once(ring.as_slice())));
    let raster = OccupancyGrid::draw(&frame, 10, shapes);
    labels(wanted, &raster, 10, &frame, 40, 60)
}

fn only(wanted: LabelRequest<'_>) -> Label {
    placed(&[wanted]).pop().expect("one region with room")
}

/// Gap between two labels, along the axis where it is larger.
fn gap(a: &Label, b: &Label) -> i32 {
    let (a, b) = (a.corners(), b.corners());
    let (right, left) = (b.0.x - a.1.x, a.0.x - b.1.x);
    let (below, above) = (b.0.y - a.1.y, a.0.y - b.1.y);
    right.max(left).max(below).max(above)
}

#[test]
fn a_large_region_has_its_name_in_its_middle() {
    let label = only(island(0, "Peru", (400, 400, 200)));
    let found = (label.spot, label.align, label.is_inside);
    assert_eq!(found, (UnitPoint { x: 500, y: 500 }, Align::Middle, true));
}

#[test]
fn a_name_is_broken_to_fit_into_its_region() {
    let label = only(island(0, "Costa Rica", (400, 400, 180)));
    assert_eq!((label.lines.join("|"), label.is_inside), ("Costa|Rica".to_owned(), true));
}

#[test]
fn a_name_keeps_from_a_border_if_there_is_room() {
    let region = island(0, "Peru", (200, 200, 400));
    for x in [250, 550] {
        let (min, max) = only(LabelRequest { center: UnitPoint { x, y: 400 }, ..region }).corners();
        assert!(min.x >= 220 && max.x <= 580, "{min:?} {max:?}");
    }
}

#[test]
fn a_name_goes_up_to_the_border_if_it_must() {
    let label = only(island(0, "Peru", (400, 400, 120)));
    assert!(label.is_inside, "97 units and twice 20 are more than 120");
}

#[test]
fn a_name_keeps_off_what_lies_within_its_region() {
    let labels = placed(&[island(0, "Brazil", (200, 200, 600)), island(1, "", (490, 490, 20))]);
    let [label] = labels.as_slice() else { panic!("{labels:?}") };
    let ((min, max), is_past) = (label.corners(), |low: i32, high: i32| high <= 490 || low >= 510);
    assert!(label.is_inside && (is_past(min.x, max.x) || is_past(min.y, max.y)), "{label:?}");
}

#[test]
fn a_region_without_sea_or_land_for_its_name_has_none() {
    let labels = placed(&[island(0, "Brazil", (0, 0, 1000)), island(1, "Peru", (490, 490, 20))]);
    assert_eq!(labels.iter().map(|label| label.region).collect::<Vec<_>>(), [0]);
}

#[test]
fn a_small_island_has_its_name_to_the_right_of_its_coast() {
    let label = only(island(0, "Peru", (400, 400, 40)));
    assert_eq!((label.align, label.is_inside, label.spot.y), (Align::Start, false, 420));
    assert!((460..=480).contains(&label.x()), "half the font size from the coast: {label:?}");
}

#[test]
fn a_name_does_not_stand_off_the_coast_of_a_neighbour() {
    // To the right of Peru lies another region, and after that the sea.
    let labels = placed(&[island(0, "", (440, 405, 30)), island(1, "Peru", (400, 400, 40))]);
    assert_eq!(labels.iter().map(|label| label.align).collect::<Vec<_>>(), [Align::End]);
}

#[test]
fn a_name_keeps_from_the_edge_of_the_map() {
    // To the right there are 110 units of sea after the gap: less than 97 and half a font size.
    let label = only(island(0, "Peru", (830, 400, 40)));
    assert_eq!(label.align, Align::End);
}

#[test]
fn a_callout_has_its_name_next_to_its_target() {
    let label = only(called_out(0, (100, 100), (500, 500)));
    assert_eq!((label.align, label.is_inside, label.spot.y), (Align::Start, false, 500));
    assert!((538..=539).contains(&label.x()), "a fifth of the font size: {label:?}");
}

#[test]
fn a_name_does_not_stand_on_its_own_line() {
    let label = only(called_out(0, (900, 500), (500, 500)));
    assert_eq!(label.align, Align::End);
}

#[test]
fn a_name_left_of_its_target_ends_next_to_it() {
    let label = only(called_out(0, (900, 500), (500, 500)));
    assert!((461..=462).contains(&label.x()), "a fifth of the font size: {label:?}");
}

#[test]
fn a_name_does_not_stand_on_the_line_of_another() {
    let line = LabelRequest { name: "", ..called_out(1, (530, 100), (530, 900)) };
    let labels = placed(&[island(0, "Peru", (400, 400, 40)), line]);
    assert_eq!(labels.iter().map(|label| label.align).collect::<Vec<_>>(), [Align::End]);
}

#[test]
fn a_name_could_not_be_taken_for_that_of_another_target() {
    // 15 units from the other target: off it, but nearer than half the font size.
    let other = LabelRequest { name: "", ..called_out(1, (680, 100), (680, 500)) };
    let labels = placed(&[called_out(0, (500, 100), (500, 500)), other]);
    assert_eq!(labels.iter().map(|label| label.align).collect::<Vec<_>>(), [Align::End]);
}

/// Two islands that both want the sea to their right, where their names would be 4 units apart.
fn rivals() -> [LabelRequest<'static>; 2] {
    [island(0, "Cuba", (400, 400, 20)), island(1, "Peru", (400, 450, 20))]
}

#[test]
fn names_keep_apart() {
    let labels = placed(&rivals());
    let [a, b] = labels.as_slice() else { panic!("{labels:?}") };
    assert!(gap(a, b) >= 10, "a quarter of the font size: {a:?} {b:?}");
}

#[test]
fn the_greatest_weight_chooses_first() {
    let [cuba, peru] = rivals();
    let labels = placed(&[cuba, LabelRequest { weight: 1, ..peru }]);
    let found: Vec<_> = labels.iter().map(|label| (label.region, label.spot.y)).collect();
    // Cuba's would stand at its middle, 410, too.
    assert_eq!(found, [(1, 460), (0, 403)]);
}

#[test]
fn the_order_of_the_list_does_not_matter() {
    let [cuba, peru] = rivals();
    assert_eq!(placed(&[cuba, peru]), placed(&[peru, cuba]));
}

#[test]
fn regions_of_one_name_choose_in_their_order() {
    let [cuba, peru] = rivals();
    let labels = placed(&[peru, LabelRequest { name: peru.name, ..cuba }]);
    assert_eq!(labels.iter().map(|label| label.region).collect::<Vec<_>>(), [0, 1]);
}
