//! DOM events → events of the model.

use super::listener::Listener;
use super::pending::Hover;
use super::place::{element, is_in, part, target};
use super::widget::{When, Widget};
use crate::interaction::click::is_by_key;
use crate::interaction::event::{Click, Down, Event, Fingers, Key, Part, Phase};
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, EventTarget, HtmlInputElement, HtmlSelectElement, KeyboardEvent, MouseEvent,
    PointerEvent, TouchEvent, WheelEvent,
};

type DomEvent = web_sys::Event;
type Handler = fn(&Widget, &DomEvent);

/// Listens on the widget and, for Esc, outside clicks and scrolling, on the page.
pub(super) fn listen(widget: &Rc<Widget>) -> Result<Vec<Listener>, JsValue> {
    let mut listeners = Vec::new();
    let mut add = |target: &EventTarget, events: &[(&'static str, Handler)]| {
        for &(kind, handle) in events {
            // Handlers of these may keep the browser from scrolling or zooming the page.
            let is_active = kind.starts_with("touch") || kind == "wheel";
            // Weak, or the widget would hold its listeners and they the widget.
            let widget: Weak<Widget> = Rc::downgrade(widget);
            listeners.push(Listener::new(target, kind, is_active, move |event| {
                if let Some(widget) = widget.upgrade() {
                    handle(&widget, &event);
                }
            })?);
        }
        Ok::<(), JsValue>(())
    };
    add(&widget.root, IN_WIDGET)?;
    add(&widget.document, IN_PAGE)?;
    add(&widget.window, IN_WINDOW)?;
    add(&widget.host, ON_HOST)?;
    if let Some(list) = widget.window.match_media(super::host::LESS_MOTION)? {
        add(&list, &[("change", |widget, _| widget.tell_wishes())])?;
    }
    Ok(listeners)
}

const IN_WIDGET: &[(&str, Handler)] = &[
    ("pointerover", hover),
    ("pointermove", hover),
    ("pointerout", hover),
    ("pointerdown", pointer_down),
    ("click", click),
    ("dblclick", double_click),
    ("wheel", wheel),
    ("touchstart", |widget, event| touch(widget, event, Phase::Start)),
    ("touchmove", |widget, event| touch(widget, event, Phase::Move)),
    ("touchend", |widget, event| touch(widget, event, Phase::End)),
    ("touchcancel", |widget, event| {
        // The browser scrolls what the finger is on.
        widget.state.borrow_mut().swiped_from = None;
        touch(widget, event, Phase::End);
    }),
    ("dragstart", |_, event| event.prevent_default()),
    ("mousedown", mouse_down),
    ("focusin", |widget, event| focus(widget, event, true)),
    ("focusout", |widget, event| focus(widget, event, false)),
    ("keydown", key),
    ("input", input),
    ("change", change),
    ("toggle", toggle),
];

const IN_PAGE: &[(&str, Handler)] = &[
    ("keydown", |widget, event| {
        let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
        if key.as_deref() == Some("Escape") {
            widget.dispatch(Event::Escape, Some(event), When::Now);
        }
    }),
    ("click", |widget, event| {
        if !widget.is_mine(event) {
            widget.dispatch(Event::ClickOutside, Some(event), When::Now);
        }
    }),
];

const IN_WINDOW: &[(&str, Handler)] = &[
    ("pointermove", drag),
    ("pointerup", |widget, event| widget.update(Event::Release(event.time_stamp()))),
    ("pointercancel", |widget, event| widget.update(Event::Release(event.time_stamp()))),
    ("hashchange", |widget, _| widget.update(Event::Address(widget.fragment()))),
    ("scroll", |widget, _| widget.dispatch(Event::Scrolled, None, When::NextFrame)),
    ("resize", |widget, _| {
        widget.resized();
        widget.dispatch(Event::WindowResized, None, When::NextFrame);
    }),
    ("beforeprint", |widget, _| widget.update(Event::Print)),
];

/// Chromium lets a handler stop the page from scrolling only if the element itself has one that
/// says so; a shadow root's is not enough.
const ON_HOST: &[(&str, Handler)] =
    &[("wheel", |_, _| ()), ("touchstart", |_, _| ()), ("touchmove", |_, _| ())];

/// What closes the search must not take the focus from its field, for then its list would close.
fn mouse_down(_: &Widget, event: &DomEvent) {
    if is_in(target(event).as_ref(), "[role=listbox],.find") {
        event.prevent_default();
    }
}

fn is_mouse(event: &PointerEvent) -> bool {
    event.pointer_type() == "mouse"
}

/// What the mouse is over is looked at once a frame.
fn hover(widget: &Widget, event: &DomEvent) {
    let Some(pointer) = event.dyn_ref::<PointerEvent>().filter(|event| is_mouse(event)) else {
        return;
    };
    let is_out = event.type_() == "pointerout";
    let target = if is_out { element(pointer.related_target()) } else { target(event) };
    let (x, y) = (f64::from(pointer.client_x()), f64::from(pointer.client_y()));
    let mut state = widget.state.borrow_mut();
    state.hover = Some(Hover { target, x, y });
    state.frames.request();
}

impl Widget {
    /// Tells what the mouse is over, if that was not told yet.
    pub(super) fn catch_up(&self) {
        let hover = self.state.borrow_mut().hover.take();
        if let Some(Hover { target, x, y }) = hover
            && let Some(place) = self.place(x, y)
        {
            let part = self.part_at(target.as_ref(), place);
            self.dispatch(Event::Hover(part, place), None, When::NextFrame);
        }
    }

    /// Tells the size of the stage, if it may be another one.
    pub(super) fn measure(&self) {
        let is_resized = std::mem::take(&mut self.state.borrow_mut().is_resized);
        if is_resized && let Some(stage) = self.stage() {
            self.dispatch(Event::Resized(stage), None, When::NextFrame);
        }
    }

    /// The stage may have another size.
    pub(super) fn resized(&self) {
        let mut state = self.state.borrow_mut();
        state.is_resized = true;
        state.frames.request();
    }
}

fn pointer_down(widget: &Widget, event: &DomEvent) {
    let Some(pointer) = event.dyn_ref::<PointerEvent>() else { return };
    let Some(place) = widget.place_of(pointer) else { return };
    // The browser has moved the event to a link nearby already, but not its place.
    #[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
    let under = || widget.root.element_from_point(place.x as f32, place.y as f32);
    let touched = match is_mouse(pointer) {
        true => None,
        false => widget.part_at(under().as_ref(), place).region(),
    };
    widget.update(Event::Down(Down {
        place,
        is_on_map: is_in(target(event).as_ref(), ".view"),
        is_main: pointer.button() == 0 && pointer.pointer_type() != "touch",
        touched,
    }));
}

fn drag(widget: &Widget, event: &DomEvent) {
    if !widget.state.borrow().model.is_held() {
        return;
    }
    if let Some(place) = event.dyn_ref().and_then(|pointer| widget.place_of(pointer)) {
        widget.dispatch(Event::Drag(place, event.time_stamp()), None, When::NextFrame);
    }
}

fn click(widget: &Widget, event: &DomEvent) {
    let Some(mouse) = event.dyn_ref::<MouseEvent>() else { return };
    let element = target(event);
    let kind = event.dyn_ref::<PointerEvent>().map(PointerEvent::pointer_type);
    let corner = [mouse.client_x(), mouse.client_y(), mouse.screen_x(), mouse.screen_y()];
    let by_key = is_by_key(kind.as_deref().unwrap_or_default(), mouse.detail(), corner);
    let place = if by_key { None } else { widget.place_of(mouse) };
    let part = match place {
        Some(place) => widget.part_at(element.as_ref(), place),
        None => part(element.as_ref()),
    };
    if let Some(summary) = element.as_ref().filter(|at| is_in(Some(at), ".table > summary")) {
        // The browser opens or closes it right after; its rows are there by then.
        let is_open = is_in(Some(summary), "details[open]");
        widget.update(Event::Table(!is_open));
        return;
    }
    let focused = widget.root.active_element();
    let has_focus = focused.is_some_and(|at| at.contains(element.as_ref().map(AsRef::as_ref)));
    let (has_modifier, has_shift) = (mouse.ctrl_key() || mouse.meta_key(), mouse.shift_key());
    let tap_ms = (kind.as_deref() == Some("touch")).then(|| event.time_stamp());
    let click = Click { part, place, has_modifier, has_shift, has_focus, tap_ms };
    widget.dispatch(Event::Click(click), Some(event), When::Now);
}

fn double_click(widget: &Widget, event: &DomEvent) {
    if let Some(mouse) = event.dyn_ref::<MouseEvent>()
        && is_in(target(event).as_ref(), ".view")
        && let Some(place) = widget.place_of(mouse)
    {
        widget.update(Event::DoubleClick { place, has_shift: mouse.shift_key() });
    }
}

fn wheel(widget: &Widget, event: &DomEvent) {
    if let Some(wheel) = event.dyn_ref::<WheelEvent>()
        && is_in(target(event).as_ref(), ".view")
        && let Some(place) = widget.place_of(wheel)
    {
        // Some browsers count lines or pages instead of pixels.
        let pixels = if wheel.delta_mode() == WheelEvent::DOM_DELTA_PIXEL { 1.0 } else { 30.0 };
        let is_zoom = wheel.ctrl_key() || wheel.meta_key();
        let turned_px = wheel.delta_y() * pixels;
        let event_ = Event::Wheel { place, turned_px, is_zoom };
        widget.dispatch(event_, Some(event), When::NextFrame);
    }
}

fn touch(widget: &Widget, event: &DomEvent, phase: Phase) {
    let target = target(event);
    if is_in(target.as_ref(), ".sheet") {
        return swipe(widget, event, phase);
    }
    let is_on_map = is_in(target.as_ref(), ".view");
    let fingers = fingers(widget, event);
    let when = if phase == Phase::Move { When::NextFrame } else { When::Now };
    widget.dispatch(Event::Touch { phase, fingers, is_on_map }, Some(event), when);
}

/// A finger is drawn over the sheet.
fn swipe(widget: &Widget, event: &DomEvent, phase: Phase) {
    let finger = event.dyn_ref::<TouchEvent>().and_then(|event| event.changed_touches().get(0));
    let Some(y) = finger.map(|finger| f64::from(finger.client_y())) else { return };
    if phase == Phase::Start {
        widget.state.borrow_mut().swiped_from = Some(y);
    } else if phase == Phase::End {
        let from = widget.state.borrow_mut().swiped_from.take();
        if let Some(from) = from {
            widget.dispatch(Event::Swipe(y - from), Some(event), When::Now);
        }
    }
}

/// The first two fingers on the screen.
fn fingers(widget: &Widget, event: &DomEvent) -> Option<Fingers> {
    let touches = event.dyn_ref::<TouchEvent>()?.touches();
    let (a, b) = (touches.get(0)?, touches.get(1)?);
    let of = |touch: &web_sys::Touch| (f64::from(touch.client_x()), f64::from(touch.client_y()));
    let ((ax, ay), (bx, by)) = (of(&a), of(&b));
    let apart = ((ax - bx) * (ax - bx) + (ay - by) * (ay - by)).sqrt().max(1.0);
    let middle = widget.place((ax + bx) / 2.0, (ay + by) / 2.0)?;
    Some(Fingers { middle, apart })
}

fn focus(widget: &Widget, event: &DomEvent, is_in: bool) {
    let is_seen = mark_keys(widget);
    let part = keyed_part(target(event).as_ref());
    widget.update(if is_in { Event::Focus { part, is_seen } } else { Event::Blur(part) });
    if let Part::Region(region) = part
        && is_in
        && is_seen
    {
        // The Tab key may lead to a region that is off the screen.
        widget.reveal(region);
    }
}

/// What a node is to keys and focus: all that is in the card is the card.
fn keyed_part(element: Option<&Element>) -> Part {
    if is_in(element, ".card") { Part::Card } else { part(element) }
}

/// Notes for the style sheet whether the focus is seen in the map: a selector that looks for it
/// there makes the browser style the whole map again for every card. True if it is.
fn mark_keys(widget: &Widget) -> bool {
    let is_seen = widget.find(".map :focus-visible").is_some();
    if let Some(view) = widget.find(".view") {
        // These fail for no name of an attribute.
        let _ = match is_seen {
            true => view.set_attribute("data-keys", ""),
            false => view.remove_attribute("data-keys"),
        };
    }
    is_seen
}

fn key(widget: &Widget, event: &DomEvent) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    if key.ctrl_key() || key.meta_key() || key.alt_key() {
        return;
    }
    let element = target(event);
    let mut part = keyed_part(element.as_ref());
    if matches!(part, Part::Control(_)) && is_in(element.as_ref(), ".stage") {
        part = Part::Stage;
    }
    let (name, at_ms) = (key.key(), event.time_stamp());
    let key = Key { name, part, has_shift: key.shift_key(), at_ms };
    widget.dispatch(Event::Key(key), Some(event), When::Now);
}

fn input(widget: &Widget, event: &DomEvent) {
    if let Some(field) = target(event).filter(|at| at.local_name() == "input") {
        let field: HtmlInputElement = field.unchecked_into();
        widget.update(Event::Query(field.value()));
    }
}

fn change(widget: &Widget, event: &DomEvent) {
    let Some(list) = target(event).filter(|at| at.local_name() == "select") else { return };
    let chosen = list.unchecked_ref::<HtmlSelectElement>().value();
    if list.get_attribute("data-choose").as_deref() == Some("language")
        && widget.tell_language(&chosen)
    {
        widget.update(Event::Language(chosen));
    }
}

/// The table was opened or closed, be it by a search of the browser in the page.
fn toggle(widget: &Widget, event: &DomEvent) {
    if let Some(table) = target(event).filter(|at| at.matches(".table") == Ok(true)) {
        widget.update(Event::Table(Element::has_attribute(&table, "open")));
    }
}
