//! What each event changes, and what never happens whatever the order of events.
#![allow(clippy::wildcard_enum_match_arm, reason = "a test looks for one effect among others")]
#![allow(clippy::expect_used, clippy::panic, reason = "compiled for fuzzing too")]
#![allow(clippy::indexing_slicing, clippy::float_cmp, reason = "a test fails by panicking")]

#[cfg(test)]
mod address;
#[cfg(test)]
mod behaviour;
#[cfg(test)]
mod card;
pub(crate) mod random;
#[cfg(test)]
mod search;
#[cfg(test)]
mod tip;

use super::Model;
use crate::content::locale::ENGLISH;
use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::interaction::command::Command;
use crate::interaction::effect::{Effect, Picture, Timer};
use crate::interaction::event::{Click, Event, Key, NewMap, Part, Place};
use crate::interaction::map_index::{IndexedRegion, MapIndex};
use crate::layout::rect::Rect;
use std::rc::Rc;

/// A stage of the drawing's own proportions, at the corner of the screen.
const STAGE: Rect = Rect { x: 0.0, y: 0.0, width: 800.0, height: 1000.0 };

fn region(id: &str, name: &str, (x, y): (i32, i32), categories: &[usize]) -> IndexedRegion {
    IndexedRegion {
        id: id.into(),
        name: name.into(),
        also: vec![],
        words: "status".into(),
        min: UnitPoint { x: x - 200, y: y - 200 },
        max: UnitPoint { x: x + 200, y: y + 200 },
        is_focus_target: !id.starts_with('T'),
        takes_part: !id.starts_with('T'),
        is_in_inset: false,
        status: categories.to_vec(),
        categories: categories.to_vec(),
        statements: vec![],
        group: if categories.contains(&1) { 0 } else { 2 },
    }
}

/// Four countries and a territory; three categories in the legend, of which the first is no other.
fn index() -> MapIndex {
    MapIndex {
        width: 8000,
        height: 10_000,
        shown: UnitBox { min: UnitPoint { x: 0, y: 0 }, max: UnitPoint { x: 8000, y: 10_000 } },
        regions: vec![
            region("A", "Aland", (1000, 1000), &[1]),
            region("B", "Beland", (4000, 1000), &[1, 2]),
            region("C", "Ceeland", (4000, 5000), &[4]),
            region("B2", "Bravo", (7000, 9000), &[4]),
            region("T", "Territory", (2000, 8000), &[]),
        ],
        categories: vec![(1, "yes".into()), (2, "angry".into()), (4, "no".into())],
        countries: vec![vec![1], vec![1, 2], vec![4], vec![4]],
        columns: 2,
        words: &ENGLISH,
        link_prefix: Some("m".into()),
        stages: vec![],
        labels: ["-", "Yes", "Angry", "-", "No"].map(String::from).to_vec(),
        facts_language: None,
        is_partial: false,
        unmatched: vec![],
    }
}

fn new_map(index: MapIndex, fragment: &str) -> Event {
    Event::Map(NewMap {
        index: Rc::new(index),
        stage: STAGE,
        fragment: fragment.into(),
        language: None,
    })
}

fn shown() -> Model {
    let mut model = Model::new(None);
    model.update(new_map(index(), ""));
    model
}

/// The effects of the last of these events.
fn after(model: &mut Model, events: impl IntoIterator<Item = Event>) -> Vec<Effect> {
    events.into_iter().map(|event| model.update(event)).last().unwrap_or_default()
}

fn place(x: f64, y: f64) -> Place {
    Place { x, y, stage: STAGE }
}

fn hover(part: Part) -> Event {
    Event::Hover(part, place(100.0, 100.0))
}

fn click(part: Part) -> Event {
    let place = Some(place(100.0, 100.0));
    let (has_modifier, has_shift, has_focus) = (false, false, false);
    Event::Click(Click { part, place, has_modifier, has_shift, has_focus, tap_ms: None })
}

/// A press by a key, of what has the focus.
fn press(part: Part) -> Event {
    let (has_modifier, has_shift) = (false, false);
    let click = Click { part, place: None, has_modifier, has_shift, has_focus: true, tap_ms: None };
    Event::Click(click)
}

fn key(name: &str, part: Part, at_ms: f64) -> Event {
    Event::Key(Key { name: name.into(), part, has_shift: false, at_ms })
}

/// Keyboard focus that the browser shows comes to a part.
fn focus(part: Part) -> Event {
    Event::Focus { part, is_seen: true }
}

fn command(command: Command) -> Event {
    press(Part::Control(command))
}

fn fired(timer: Timer) -> Event {
    Event::TimerFired(timer)
}

fn is_draw(effect: &Effect) -> bool {
    *effect == Effect::Picture(Picture::Draw)
}
