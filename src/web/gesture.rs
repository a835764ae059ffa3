//! Fingers, wheel and mouse button → zooming and panning. One finger and the plain wheel belong to
//! the page.

use super::camera::EASED_MS;
use super::page::Page;
use crate::geo::projection::Point;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent, PointerEvent, TouchEvent, WheelEvent};

/// A mouse that moves less than this with its button down has clicked.
const CLICK_PX: f64 = 4.0;
const HINT_MS: i32 = 1600;
/// A picture let go of in motion goes on for this long.
const GLIDE_MS: i32 = 420;
/// How much of the speed at release is kept: the way of so many milliseconds.
const GLIDE: f64 = 130.0;

/// What holds the map.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Gesture {
    #[default]
    None,
    /// The mouse button is down; the map has not moved.
    Pressed { x: f64, y: f64 },
    /// The mouse drags the map.
    Drag { last: Motion },
    /// A drag has ended; its click is still to come.
    Dragged,
    /// Two fingers hold the map this far apart.
    Pinch { x: f64, y: f64, apart: f64 },
}

/// Where a pointer is, when, and how fast, in pixels and milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Motion {
    x: f64,
    y: f64,
    at_ms: f64,
    speed: (f64, f64),
}

impl Motion {
    fn to(self, x: f64, y: f64, at_ms: f64) -> Motion {
        let time = (at_ms - self.at_ms).max(1.0);
        // Smoothed, for the last two events may be one pixel apart.
        let mix = |old: f64, way: f64| 0.4 * old + 0.6 * way / time;
        let speed = (mix(self.speed.0, x - self.x), mix(self.speed.1, y - self.y));
        Motion { x, y, at_ms, speed }
    }
}

pub(super) fn is_on_map(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let is_in = |selector| {
        target.as_ref().is_some_and(|element| element.closest(selector).ok().flatten().is_some())
    };
    is_in(".view")
}

fn place(mouse: &MouseEvent) -> (f64, f64) {
    (f64::from(mouse.client_x()), f64::from(mouse.client_y()))
}

pub(super) fn wheel(view: &Rc<Page>, event: &Event) {
    let Some(wheel) = event.dyn_ref::<WheelEvent>().filter(|_| is_on_map(event)) else { return };
    if !wheel.ctrl_key() && !wheel.meta_key() {
        view.give_hint(|words| words.wheel_hint);
        return;
    }
    event.prevent_default();
    // Some browsers count lines or pages instead of pixels.
    let pixels = if wheel.delta_mode() == WheelEvent::DOM_DELTA_PIXEL { 1.0 } else { 30.0 };
    let turned = (wheel.delta_y() * pixels).clamp(-120.0, 120.0);
    let (x, y) = place(wheel);
    if let Some(fixed) = view.part_at(x, y) {
        view.zoom_by(js_sys::Math::pow(2.0, -turned / 120.0), fixed, 0);
    }
}

pub(super) fn double_click(view: &Rc<Page>, event: &Event) {
    let Some(mouse) = event.dyn_ref::<MouseEvent>().filter(|_| is_on_map(event)) else { return };
    let (x, y) = place(mouse);
    if let Some(fixed) = view.part_at(x, y) {
        view.zoom_by(if mouse.shift_key() { 0.5 } else { 2.0 }, fixed, EASED_MS);
    }
}

pub(super) fn press(view: &Rc<Page>, event: &Event) {
    let Some(pointer) = event.dyn_ref::<PointerEvent>() else { return };
    view.grip.replace(Gesture::None);
    let is_main = pointer.button() == 0 && pointer.pointer_type() != "touch";
    let is_zoomed = view.viewport().is_some_and(|viewport| !viewport.is_whole());
    if is_main && is_zoomed && is_on_map(event) {
        let (x, y) = place(pointer);
        view.grip.replace(Gesture::Pressed { x, y });
    }
}

pub(super) fn drag(view: &Rc<Page>, event: &Event) {
    let Some(pointer) = event.dyn_ref::<PointerEvent>() else { return };
    let ((x, y), at_ms) = (place(pointer), event.time_stamp());
    let grip = *view.grip.borrow();
    match grip {
        Gesture::Pressed { x: from_x, y: from_y } => {
            if (x - from_x).abs().max((y - from_y).abs()) > CLICK_PX {
                let start = Motion { x: from_x, y: from_y, at_ms, speed: (0.0, 0.0) };
                view.move_by(from_x - x, from_y - y, 0);
                view.grip.replace(Gesture::Drag { last: Motion { x, y, ..start } });
            }
        }
        Gesture::Drag { last } => {
            view.move_by(last.x - x, last.y - y, 0);
            view.grip.replace(Gesture::Drag { last: last.to(x, y, at_ms) });
        }
        Gesture::None | Gesture::Dragged | Gesture::Pinch { .. } => {}
    }
}

pub(super) fn release(view: &Rc<Page>, event: &Event) {
    let grip = *view.grip.borrow();
    match grip {
        Gesture::Drag { last } => {
            view.grip.replace(Gesture::Dragged);
            // A pointer that stood still before it was let go has no speed left.
            let is_moving = event.time_stamp() - last.at_ms < 60.0;
            if is_moving && !view.matches("(prefers-reduced-motion: reduce)") {
                view.move_by(-last.speed.0 * GLIDE, -last.speed.1 * GLIDE, GLIDE_MS);
            }
        }
        Gesture::Pressed { .. } => {
            view.grip.replace(Gesture::None);
        }
        Gesture::None | Gesture::Dragged | Gesture::Pinch { .. } => {}
    }
}

/// The middle between two fingers, and how far they are apart.
fn fingers(event: &Event) -> Option<(f64, f64, f64)> {
    let touches = event.dyn_ref::<TouchEvent>()?.touches();
    let (a, b) = (touches.get(0)?, touches.get(1)?);
    let of = |touch: &web_sys::Touch| (f64::from(touch.client_x()), f64::from(touch.client_y()));
    let ((ax, ay), (bx, by)) = (of(&a), of(&b));
    let apart = libm::sqrt((ax - bx) * (ax - bx) + (ay - by) * (ay - by)).max(1.0);
    Some(((ax + bx) / 2.0, (ay + by) / 2.0, apart))
}

pub(super) fn touch_start(view: &Rc<Page>, event: &Event) {
    if !is_on_map(event) {
        return;
    }
    if let Some((x, y, apart)) = fingers(event) {
        // Or the browser would zoom the page.
        event.prevent_default();
        view.grip.replace(Gesture::Pinch { x, y, apart });
    }
}

pub(super) fn touch_move(view: &Rc<Page>, event: &Event) {
    let grip = *view.grip.borrow();
    match (grip, fingers(event)) {
        (Gesture::Pinch { x, y, apart }, Some((new_x, new_y, new_apart))) => {
            event.prevent_default();
            view.move_by(x - new_x, y - new_y, 0);
            if let Some(fixed) = view.part_at(new_x, new_y) {
                view.zoom_by(new_apart / apart, fixed, 0);
            }
            view.grip.replace(Gesture::Pinch { x: new_x, y: new_y, apart: new_apart });
        }
        (Gesture::None, None) if is_on_map(event) => view.give_hint(|words| words.touch_hint),
        (_, _) => {}
    }
}

pub(super) fn touch_end(view: &Rc<Page>, event: &Event) {
    let is_pinch = matches!(*view.grip.borrow(), Gesture::Pinch { .. });
    if is_pinch && fingers(event).is_none() {
        // The finger that is left is the end of the gesture, not the start of a new one.
        view.grip.replace(Gesture::Dragged);
    }
}

impl Page {
    /// Moves what is shown by so many pixels.
    fn move_by(&self, x_px: f64, y_px: f64, eased_ms: i32) {
        let (Some(map), Some(box_)) = (self.map(), self.drawing()) else { return };
        if let Some(viewport) = self.viewport() {
            let by = Point { x: x_px / box_.width, y: y_px / box_.height };
            self.look_at(viewport.panned(by, map.frame()), eased_ms);
        }
    }

    /// Whether a click is the end of a drag, and means nothing.
    pub(super) fn ends_drag(&self) -> bool {
        self.grip.take() == Gesture::Dragged
    }

    pub(super) fn forget_gesture(&self) {
        self.grip.take();
    }

    /// Shows for a moment how the map can be moved.
    fn give_hint(&self, hint: fn(&crate::content::locale::Locale) -> &'static str) {
        let Some(map) = self.map() else { return };
        if let Some(element) = self.find::<web_sys::Element>(".hint") {
            element.set_text_content(Some(hint(map.words())));
        }
        let hide = |view: &Page| {
            if let Some(element) = view.find::<web_sys::Element>(".hint") {
                element.set_text_content(None);
            }
        };
        self.hint.replace(self.after(HINT_MS, hide).ok());
    }
}
