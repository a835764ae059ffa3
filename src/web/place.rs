//! Places on the screen, and what lies there.

use super::card::rect_of;
use super::filter::region_of;
use super::widget::Widget;
use crate::content::digits;
use crate::geo::frame::Frame;
use crate::geo::viewport::Viewport;
use crate::interaction::command::Command;
use crate::interaction::event::{Part, Place};
use crate::interaction::map_index::drawing_in;
use crate::layout::rect::Rect;
use crate::layout::stage::{Arrangement, StageSize};
use crate::render::element::first_word;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventTarget, MouseEvent};

/// The box of a stage that is not there.
pub(super) const NOWHERE: Rect = Rect { x: 0.0, y: 0.0, width: 0.0, height: 0.0 };

/// What has a meaning of its own to the reader.
const PARTS: &str =
    "[data-region],[data-for],[data-found],[data-do],.all-facts,.card,.tip,input,.view,.stage";

/// What a node of the widget is to the reader.
pub(super) fn part(element: Option<&Element>) -> Part {
    let Some(found) = element.and_then(|element| element.closest(PARTS).ok().flatten()) else {
        return Part::Other;
    };
    let number = |name| found.get_attribute(name).and_then(|value| digits::place(&value));
    if let Some(region) = number("data-region").or_else(|| number("data-for")) {
        return Part::Region(region);
    }
    if let Some(region) = number("data-found") {
        return Part::Found(region);
    }
    if let Some(command) = found.get_attribute("data-do") {
        return Command::parse(&command).map_or(Part::Other, Part::Control);
    }
    let class = found.get_attribute("class");
    match class.as_deref().map(first_word) {
        Some("all-facts") => Part::Facts,
        Some("card") => Part::Card,
        Some("tip") => Part::Tip,
        Some("view") => Part::Map,
        Some("stage") => Part::Stage,
        _ if found.local_name() == "input" => Part::Search,
        _ => Part::Other,
    }
}

/// The element that an event happened on.
pub(super) fn target(event: &Event) -> Option<Element> {
    element(event.target())
}

pub(super) fn element(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into().ok()
}

/// Whether an element lies within what matches.
pub(super) fn is_in(element: Option<&Element>, selector: &str) -> bool {
    element.is_some_and(|element| element.closest(selector).ok().flatten().is_some())
}

impl Widget {
    /// The stage's box on the screen.
    pub(super) fn stage(&self) -> Option<Rect> {
        Some(rect_of(&self.find(".view")?))
    }

    /// A place on the screen.
    pub(super) fn place(&self, x: f64, y: f64) -> Option<Place> {
        Some(Place { x, y, stage: self.stage()? })
    }

    /// Where a mouse or finger is.
    pub(super) fn place_of(&self, mouse: &MouseEvent) -> Option<Place> {
        self.place(f64::from(mouse.client_x()), f64::from(mouse.client_y()))
    }

    /// The drawing's box on the screen, when no gesture moves it.
    pub(super) fn drawing(&self) -> Option<Rect> {
        let stage = self.stage()?;
        drawing_in(self.size()?, stage)
    }

    /// The part of the map that is drawn, and the frame of the whole.
    pub(super) fn drawn(&self) -> Option<(Viewport, Frame)> {
        let state = self.state.borrow();
        Some((state.drawn?, state.model.map()?.frame()))
    }

    /// How the page is arranged, and the width of the stage in it.
    pub(super) fn stage_size(&self) -> StageSize {
        #[expect(clippy::cast_possible_truncation, reason = "a width of a screen")]
        let px = |width: f64| width as i32;
        let arrangement = Arrangement::of_element(px(self.host.get_bounding_client_rect().width()));
        let width_px = self.stage().map_or(0, |stage| px(stage.width));
        StageSize { arrangement, width_px: width_px.max(arrangement.least_px()) }
    }

    fn size(&self) -> Option<(i32, i32)> {
        let shown = self.state.borrow().model.map()?.shown;
        Some((shown.width(), shown.height()))
    }

    /// What lies at a place of an element; beside a small region, in the sea, that region.
    pub(super) fn part_at(&self, element: Option<&Element>, place: Place) -> Part {
        let part = part(element);
        if part != Part::Map {
            return part;
        }
        self.beside(place).map_or(Part::Map, Part::Region)
    }

    /// The small region that a place in the sea is beside; in an inset, of those that it shows.
    fn beside(&self, place: Place) -> Option<usize> {
        let at = (place.x, place.y);
        let is_here = |area: &Rect| area.has(at);
        // The ground of an inset comes after that of the window that it shows.
        let grounds = self.all(".inset-ground rect");
        let inset = grounds.iter().skip(1).step_by(2).map(rect_of).find(is_here);
        if inset.is_none() {
            let drawing = self.drawing()?;
            let state = self.state.borrow();
            let viewport = state.model.reader().viewport;
            return state.model.map()?.beside(at, &viewport, drawing);
        }
        let shapes = self.all(".inset [data-for],.inset [data-region]");
        let boxes = shapes.iter().filter_map(|shape| Some((region_of(shape)?, rect_of(shape))));
        let boxes: Vec<_> = boxes.filter(|(_, area)| area.width > 0.0).collect();
        self.state.borrow().model.map()?.nearest(at, boxes.into_iter())
    }

    /// The window.
    pub(super) fn screen(&self) -> Rect {
        let side = |value: Result<JsValue, JsValue>| value.ok().and_then(|v| v.as_f64());
        let width = side(self.window.inner_width()).unwrap_or_default();
        let height = side(self.window.inner_height()).unwrap_or_default();
        Rect { x: 0.0, y: 0.0, width, height }
    }

    /// Whether an event happened in the widget or in its list of facts.
    pub(super) fn is_mine(&self, event: &Event) -> bool {
        event.composed_path().includes(&self.host, 0)
    }
}
