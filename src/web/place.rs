//! Places on the screen, and what lies there.

use super::filter::{number, region_of};
use super::page::Dom;
use super::widget::Widget;
use crate::geo::frame::Frame;
use crate::geo::viewport::Viewport;
use crate::interaction::command::Command;
use crate::interaction::event::{Part, Place};
use crate::layout::rect::Rect;
use crate::layout::stage::{Arrangement, StageSize};
use crate::render::element::first_word;

/// The box of a stage that is not there.
pub(super) const NOWHERE: Rect = Rect { x: 0.0, y: 0.0, width: 0.0, height: 0.0 };

/// What has a meaning of its own to the reader.
const PARTS: &str =
    "[data-region],[data-for],[data-found],[data-do],.all-facts,.card,.tip,input,.view,.stage";

/// What a node of the widget is to the reader.
pub(super) fn part(element: Option<&Dom>) -> Part {
    let Some(found) = element.and_then(|element| element.closest(PARTS)) else {
        return Part::Other;
    };
    if let Some(region) = number(&found, "data-region").or_else(|| number(&found, "data-for")) {
        return Part::Region(region);
    }
    if let Some(region) = number(&found, "data-found") {
        return Part::Found(region);
    }
    if let Some(command) = found.attribute("data-do") {
        return Command::parse(&command).map_or(Part::Other, Part::Control);
    }
    let class = found.attribute("class").unwrap_or_default();
    match first_word(&class) {
        "all-facts" => Part::Facts,
        "card" => Part::Card,
        "tip" => Part::Tip,
        "view" => Part::Map,
        "stage" => Part::Stage,
        _ if found.matches("input") => Part::Search,
        _ => Part::Other,
    }
}

/// The element that an event happened on.
pub(super) fn target(event: &Dom) -> Option<Dom> {
    event.get("target").filter(Dom::is_element)
}

impl Widget {
    /// The stage's box on the screen.
    pub(super) fn stage(&self) -> Option<Rect> {
        Some(self.find(".view")?.rect())
    }

    /// A place on the screen.
    pub(super) fn place(&self, x: f64, y: f64) -> Option<Place> {
        Some(Place { x, y, stage: self.stage()? })
    }

    /// Where a mouse or finger is. None for an event that only calls itself one of theirs.
    pub(super) fn place_of(&self, pointer: &Dom) -> Option<Place> {
        let (x, y) = spot(pointer);
        if x.is_nan() { None } else { self.place(x, y) }
    }

    /// The drawing's box on the screen, when no gesture moves it.
    pub(super) fn drawing(&self) -> Option<Rect> {
        self.map()?.drawing_in(self.stage()?)
    }

    /// The part of the map that is drawn, and the frame of the whole.
    pub(super) fn drawn(&self) -> Option<(Viewport, Frame)> {
        let drawn = self.state().drawn?;
        Some((drawn, self.map()?.frame()))
    }

    /// How the page is arranged, and the width of the stage in it.
    pub(super) fn stage_size(&self) -> StageSize {
        #[expect(clippy::cast_possible_truncation, reason = "a width of a screen")]
        let px = |width: f64| width as i32;
        let arrangement = Arrangement::of_element(px(self.host.rect().width));
        let width_px = self.stage().map_or(0, |stage| px(stage.width));
        StageSize { arrangement, width_px: width_px.max(arrangement.least_px()) }
    }

    /// What lies at a place of an element; beside a small region, in the sea, that region.
    pub(super) fn part_at(&self, element: Option<&Dom>, place: Place) -> Part {
        let part = part(element);
        if part != Part::Map {
            return part;
        }
        self.beside(place).map_or(Part::Map, Part::Region)
    }

    /// The small region that a place in the sea is beside; in an inset, of those that it shows.
    fn beside(&self, place: Place) -> Option<usize> {
        let at = (place.x, place.y);
        let map = self.map()?;
        let mut is_in_inset = false;
        let mut is_ground = false;
        for ground in &self.root.all(".inset-ground rect") {
            // The ground of an inset comes after that of the window that it shows.
            is_in_inset |= is_ground && ground.rect().has(at);
            is_ground = !is_ground;
        }
        if !is_in_inset {
            return map.beside(at, &self.viewport(), self.drawing()?);
        }
        let mut boxes = Vec::new();
        for shape in &self.shown(".inset [data-for],.inset [data-region]") {
            if let Some(region) = region_of(shape) {
                boxes.push((region, shape.rect()));
            }
        }
        map.nearest(at, boxes.iter().copied())
    }

    /// The window.
    pub(super) fn screen(&self) -> Rect {
        let side = |name| self.window.number(name);
        Rect { x: 0.0, y: 0.0, width: side("innerWidth"), height: side("innerHeight") }
    }

    /// Whether an event happened in the widget or in its list of facts.
    pub(super) fn is_mine(&self, event: &Dom) -> bool {
        event.composed_path().includes(&self.host)
    }
}

/// A place on the screen in whole pixels, as far as the object has one.
#[inline(never)]
pub(super) fn spot(of: &Dom) -> (f64, f64) {
    (of.number("clientX").trunc(), of.number("clientY").trunc())
}
