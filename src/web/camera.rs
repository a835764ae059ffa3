//! The part of the map that is shown. While it changes, the drawn picture is moved as a layer;
//! when it rests, it is drawn anew.

use super::page::Page;
use crate::geo::projection::Point;
use crate::geo::viewport::Viewport;
use crate::interaction::command::Command;
use crate::interaction::navigation::Direction;
use crate::interaction::zoom_target::ZoomTarget;
use wasm_bindgen::JsValue;

/// How long a step of a button or key takes.
pub(super) const EASED_MS: i32 = 260;
/// How long after the last movement of a wheel or finger the map is at rest.
const REST_MS: i32 = 160;
const STEP: f64 = 2.0;
/// Part of the width and height that a step of the arrows moves.
const PAN: f64 = 0.3;
const MIDDLE: Point = Point { x: 0.5, y: 0.5 };

impl Page {
    /// The part of the map that is shown, or is about to be.
    pub(super) fn viewport(&self) -> Option<Viewport> {
        self.state.borrow().as_ref().map(|state| state.viewport)
    }

    /// Shows another part of the map; `eased_ms` is 0 where it follows a finger.
    pub(super) fn look_at(&self, viewport: Viewport, eased_ms: i32) {
        if let Some(state) = self.state.borrow_mut().as_mut() {
            state.viewport = viewport;
        }
        let eased_ms = if self.matches("(prefers-reduced-motion: reduce)") { 0 } else { eased_ms };
        // It fails only where the host page has taken the nodes away.
        let _ = self.move_picture(&viewport, eased_ms);
        let rest_ms = if eased_ms > 0 { eased_ms } else { REST_MS };
        self.rest.replace(self.after(rest_ms, Page::come_to_rest).ok());
    }

    /// Draws the map anew where the last movement has left it.
    pub(super) fn come_to_rest(&self) {
        self.rest.replace(None);
        let _ = self.redraw();
        let selected = self.interaction.borrow().selected();
        if let Some(region) = selected {
            self.point_at_region(region);
            self.place_popup();
        }
        self.remember(false);
        let _ = self.tell_view();
    }

    fn move_picture(&self, to: &Viewport, eased_ms: i32) -> Result<(), JsValue> {
        let drawn = self.drawn.borrow().clone();
        let map = self.map();
        let (Some(drawn), Some(map)) = (drawn, map) else { return Ok(()) };
        let (Some(svg), Some(box_)) = (self.svg_element(), self.drawing()) else { return Ok(()) };
        let Some(stage) = self.find::<web_sys::Element>(".view") else { return Ok(()) };
        let (moved, scale) = drawn.viewport.transform(to, map.frame());
        // The picture is scaled from the corner of its box, which lies outside of the drawing.
        let stage = stage.get_bounding_client_rect();
        let x = moved.x * box_.width + (box_.x - stage.x()) * (1.0 - scale);
        let y = moved.y * box_.height + (box_.y - stage.y()) * (1.0 - scale);
        let transform =
            format!("translate({}px,{}px) scale({})", decimal(x), decimal(y), decimal(scale));
        let style = svg.style();
        style.set_property("transition", &format!("transform {eased_ms}ms ease-out"))?;
        style.set_property("will-change", "transform")?;
        style.set_property("transform", &transform)
    }

    /// After drawing: the picture is where it belongs.
    pub(super) fn settle(&self) {
        if let Some(svg) = self.svg_element() {
            for name in ["transition", "transform", "will-change"] {
                // It fails only for a style sheet that cannot be changed, which this is not.
                let _ = svg.style().remove_property(name);
            }
        }
    }

    /// Zooms by a factor; what is at `fixed`, in parts of the shown width and height, stays.
    pub(super) fn zoom_by(&self, factor: f64, fixed: Point, eased_ms: i32) {
        let Some(map) = self.map() else { return };
        if let Some(viewport) = self.viewport() {
            self.look_at(viewport.zoomed(factor, fixed, map.frame()), eased_ms);
        }
    }

    /// Carries out an action that changes what is shown.
    pub(super) fn step(&self, action: Command) {
        let Some(map) = self.map() else { return };
        let Some(viewport) = self.viewport() else { return };
        let pan = |x: f64, y: f64| viewport.panned(Point { x: x * PAN, y: y * PAN }, map.frame());
        let to = match action {
            Command::ZoomIn => viewport.zoomed(STEP, MIDDLE, map.frame()),
            Command::ZoomOut => viewport.zoomed(1.0 / STEP, MIDDLE, map.frame()),
            Command::Pan(Direction::Up) => pan(0.0, -1.0),
            Command::Pan(Direction::Down) => pan(0.0, 1.0),
            Command::Pan(Direction::Left) => pan(-1.0, 0.0),
            Command::Pan(Direction::Right) => pan(1.0, 0.0),
            Command::Whole => Viewport::whole(map.frame()),
            Command::Toggle(_)
            | Command::Only(_)
            | Command::ShowAll
            | Command::Sort(_)
            | Command::ZoomHere
            | Command::Open(_)
            | Command::CopyLink
            | Command::Patterns => return,
        };
        self.look_at(to, EASED_MS);
    }

    /// Zooms to a region.
    pub(super) fn zoom_to_region(&self, region: usize) {
        let map = self.map();
        if let Some(viewport) = map.and_then(|map| map.near(region)) {
            self.look_at(viewport, EASED_MS);
        }
    }

    /// Zooms to a choice of the list: an area, a group, or the whole.
    pub(super) fn zoom_to_choice(&self, value: &str) {
        let Some(map) = self.map() else { return };
        match ZoomTarget::parse(value).and_then(|goal| map.goal(goal)) {
            Some(viewport) => self.look_at(viewport, EASED_MS),
            None => self.step(Command::Whole),
        }
    }

    /// Whether a media query matches.
    pub(super) fn matches(&self, query: &str) -> bool {
        self.window.match_media(query).ok().flatten().is_some_and(|list| list.matches())
    }
}

/// A number for a style. The browser writes it: our own code for it would be 10 kB.
fn decimal(value: f64) -> String {
    js_sys::Number::from(value).to_fixed(3).map(String::from).unwrap_or_default()
}
