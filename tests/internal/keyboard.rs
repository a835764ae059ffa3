//! On the shipped map every state can be reached by keys alone.

use crate::interaction::filter::Filter;
use crate::interaction::navigation::{Direction, FocusTarget, neighbor, typed};
use crate::{Map, Options};
use std::collections::BTreeSet;

fn map() -> Map {
    let map = include_bytes!("../../data/americas.geojson");
    let facts = include_bytes!("../../data/summit-2022.json");
    Map::new(map, facts, Options::default()).expect("the shipped files are good")
}

fn reached(stops: &[FocusTarget<'_>], from: usize) -> BTreeSet<usize> {
    let all = [Direction::Up, Direction::Down, Direction::Left, Direction::Right];
    let mut seen = BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        let spot = stops.iter().find(|stop| stop.region == at).expect("a stop").spot;
        for direction in all {
            if let Some(next) = neighbor(stops, spot, direction)
                && seen.insert(next)
            {
                open.push(next);
            }
        }
    }
    seen
}

#[test]
fn arrows_alone_lead_from_any_state_to_any_other() {
    let map = map();
    let index = map.index(map.frame().shown());
    let stops = index.focus_targets(Filter::default());
    assert_eq!(stops.len(), 37, "35 states and two disputed territories");
    for stop in &stops {
        assert_eq!(reached(&stops, stop.region).len(), stops.len(), "from {}", stop.name);
    }
}

#[test]
fn three_letters_find_most_states_and_the_whole_name_each() {
    let map = map();
    let index = map.index(map.frame().shown());
    let stops = index.focus_targets(Filter::default());
    let finds = |stop: &FocusTarget<'_>, letters: usize| {
        let text: String = stop.name.chars().take(letters).collect();
        typed(&stops, &text, None) == Some(stop.region)
    };
    assert!(stops.iter().filter(|stop| finds(stop, 3)).count() >= 30);
    assert!(stops.iter().all(|stop| finds(stop, 99)));
}

#[test]
fn an_arrow_leads_to_its_side_within_45_degrees() {
    let map = map();
    let index = map.index(map.frame().shown());
    let stops = index.focus_targets(Filter::default());
    let mut moves = 0;
    for stop in &stops {
        for (direction, (right, down)) in [
            (Direction::Up, (0, -1)),
            (Direction::Down, (0, 1)),
            (Direction::Left, (-1, 0)),
            (Direction::Right, (1, 0)),
        ] {
            let Some(next) = neighbor(&stops, stop.spot, direction) else { continue };
            let to = stops.iter().find(|stop| stop.region == next).expect("a stop").spot;
            let (x, y) = (to.x - stop.spot.x, to.y - stop.spot.y);
            let (along, across) = (x * right + y * down, x * down - y * right);
            assert!(along > 0 && across.abs() <= along, "{direction:?} from {}", stop.name);
            moves += 1;
        }
    }
    assert!(moves > 120, "{moves}");
}
