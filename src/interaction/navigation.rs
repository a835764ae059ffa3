//! Where the arrow keys, Home, End and typed letters lead on a map.

use crate::data::collation::{fold, in_order};
use crate::geo::unit_box::UnitPoint;
use std::cmp::Ordering;

/// An arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// North on the screen.
    Up,
    /// South on the screen.
    Down,
    /// West on the screen.
    Left,
    /// East on the screen.
    Right,
}

impl Direction {
    /// How far `to` lies from `from` in this direction, and how far aside.
    fn split(self, from: UnitPoint, to: UnitPoint) -> (i64, i64) {
        let (x, y) = (i64::from(to.x) - i64::from(from.x), i64::from(to.y) - i64::from(from.y));
        match self {
            Direction::Up => (-y, x.abs()),
            Direction::Down => (y, x.abs()),
            Direction::Left => (-x, y.abs()),
            Direction::Right => (x, y.abs()),
        }
    }
}

/// A key that moves focus on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FocusMove {
    /// To the nearest region in a direction.
    Toward(Direction),
    /// To the first region.
    First,
    /// To the last region.
    Last,
}

impl FocusMove {
    /// The move of a key, by its name in the browser; None for other keys. Source: UI Events
    /// KeyboardEvent key Values.
    #[must_use]
    pub(crate) fn of_key(key: &str) -> Option<FocusMove> {
        Some(match key {
            "ArrowUp" => FocusMove::Toward(Direction::Up),
            "ArrowDown" => FocusMove::Toward(Direction::Down),
            "ArrowLeft" => FocusMove::Toward(Direction::Left),
            "ArrowRight" => FocusMove::Toward(Direction::Right),
            "Home" => FocusMove::First,
            "End" => FocusMove::Last,
            _ => return None,
        })
    }
}

/// Where a move from region `from` leads.
#[must_use]
pub(crate) fn go(stops: &[FocusTarget<'_>], from: usize, to: FocusMove) -> Option<usize> {
    match to {
        FocusMove::Toward(direction) => {
            let from = stops.iter().find(|stop| stop.region == from)?;
            neighbor(stops, from.spot, direction)
        }
        FocusMove::First => stops.first().map(|stop| stop.region),
        FocusMove::Last => stops.last().map(|stop| stop.region),
    }
}

/// A region that the keyboard can reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FocusTarget<'a> {
    /// Its index in the scene.
    pub region: usize,
    /// Its place in the drawing.
    pub spot: UnitPoint,
    /// Its name.
    pub name: &'a str,
}

/// The nearest stop within 45° of a direction; what is farther aside would not be looked for
/// there, and another arrow leads to it. What lies aside counts twice, so that a row is walked
/// along before it is left.
#[must_use]
pub(crate) fn neighbor(
    stops: &[FocusTarget<'_>],
    from: UnitPoint,
    direction: Direction,
) -> Option<usize> {
    let mut best: Option<(i64, usize)> = None;
    for stop in stops {
        let (along, aside) = direction.split(from, stop.spot);
        let candidate = (along * along + 4 * aside * aside, stop.region);
        let is_ahead = along > 0 && aside <= along;
        if is_ahead && best.is_none_or(|best| candidate < best) {
            best = Some(candidate);
        }
    }
    best.map(|(_, region)| region)
}

/// The stop whose name begins with what was typed: the next one by name after `from`, going
/// round. One letter typed again and again walks through the names that begin with it.
#[must_use]
pub(crate) fn typed(stops: &[FocusTarget<'_>], typed: &str, from: Option<usize>) -> Option<usize> {
    let mut typed = fold(typed);
    let first = typed.chars().next()?;
    let is_repeated = typed.chars().all(|c| c == first);
    if is_repeated {
        typed = String::from(first);
    }
    let current = stops.iter().find(|stop| Some(stop.region) == from);
    let current = current.map(|stop| (fold(stop.name), stop.region));
    let mut matching = Vec::new();
    for stop in stops {
        let name = fold(stop.name);
        if !name.as_bytes().starts_with(typed.as_bytes()) {
            continue;
        }
        // Of a longer text the current stop may be the match itself.
        let is_after = match &current {
            None => true,
            Some((at, region)) => match name.cmp(at).then(stop.region.cmp(region)) {
                Ordering::Greater => true,
                Ordering::Equal => !is_repeated,
                Ordering::Less => false,
            },
        };
        matching.push((usize::from(!is_after), name, stop.region));
    }
    in_order(matching).first().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    const STOPS: [FocusTarget<'static>; 5] = [
        FocusTarget { region: 0, spot: UnitPoint { x: 0, y: 0 }, name: "Bolivia" },
        FocusTarget { region: 1, spot: UnitPoint { x: 100, y: 10 }, name: "Brazil" },
        FocusTarget { region: 2, spot: UnitPoint { x: 50, y: 90 }, name: "Chile" },
        FocusTarget { region: 3, spot: UnitPoint { x: -80, y: -70 }, name: "Ámbar" },
        FocusTarget { region: 4, spot: UnitPoint { x: 200, y: 0 }, name: "Barbados" },
    ];

    #[test]
    fn arrows_lead_to_the_nearest_in_their_direction() {
        let from = UnitPoint { x: 0, y: 0 };
        assert_eq!(neighbor(&STOPS, from, Direction::Right), Some(1));
        assert_eq!(neighbor(&STOPS, from, Direction::Down), Some(2));
        assert_eq!(neighbor(&STOPS, from, Direction::Left), Some(3));
        assert_eq!(neighbor(&STOPS, UnitPoint { x: -80, y: -70 }, Direction::Left), None);
    }

    #[test]
    fn what_is_far_aside_is_not_in_that_direction() {
        let from = UnitPoint { x: 40, y: 0 };
        assert_eq!(neighbor(&STOPS[2..3], from, Direction::Right), None);
        assert_eq!(neighbor(&STOPS[2..3], from, Direction::Down), Some(2));
    }

    #[test]
    fn ends_are_those_of_the_list() {
        assert_eq!(go(&STOPS, 2, FocusMove::First), Some(0));
        assert_eq!(go(&STOPS, 2, FocusMove::Last), Some(4));
    }

    #[test]
    fn letters_find_names_without_their_marks() {
        assert_eq!(typed(&STOPS, "a", None), Some(3));
        assert_eq!(typed(&STOPS, "br", Some(0)), Some(1));
        assert_eq!(typed(&STOPS, "x", None), None);
    }

    #[test]
    fn one_letter_again_walks_through_the_names() {
        assert_eq!(typed(&STOPS, "b", None), Some(4));
        assert_eq!(typed(&STOPS, "bb", Some(4)), Some(0));
        assert_eq!(typed(&STOPS, "b", Some(0)), Some(1));
        assert_eq!(typed(&STOPS, "b", Some(1)), Some(4));
    }
}
