//! DOM events → intents.

use super::listener::Listener;
use super::view::View;
use crate::interaction::Intent;
use crate::navigation::{Move, go};
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventTarget, KeyboardEvent, MouseEvent, PointerEvent};

/// What a node of the widget is to the reader.
enum Part {
    Region(usize),
    Popup,
    Close,
    Map,
    Other,
}

/// Listens on the widget and, for Esc, outside clicks and scrolling, on the page.
pub(super) fn listen(view: &Rc<View>) -> Result<Vec<Listener>, JsValue> {
    let root: &EventTarget = view.root.as_ref();
    let document: &EventTarget = view.document.as_ref();
    let window: &EventTarget = view.window.as_ref();
    Ok(vec![
        on(view, root, "pointerover", pointer_over)?,
        on(view, root, "pointerout", pointer_out)?,
        on(view, root, "pointerdown", pointer_down)?,
        on(view, root, "click", click)?,
        on(view, root, "focusin", focus_in)?,
        on(view, root, "focusout", focus_out)?,
        on(view, root, "keydown", key_in_map)?,
        on(view, document, "keydown", key_in_page)?,
        on(view, document, "click", click_in_page)?,
        on(view, window, "scroll", |view, _| view.place_popup())?,
        on(view, window, "resize", |view, _| view.place_popup())?,
    ])
}

fn on(
    view: &Rc<View>,
    target: &EventTarget,
    kind: &'static str,
    handle: fn(&Rc<View>, &Event),
) -> Result<Listener, JsValue> {
    // Weak, or the view would hold its listeners and they the view, and neither be freed.
    let view: Weak<View> = Rc::downgrade(view);
    Listener::new(target, kind, move |event| {
        if let Some(view) = view.upgrade() {
            handle(&view, &event);
        }
    })
}

fn part(target: Option<EventTarget>) -> Part {
    let Some(element) = target.and_then(|target| target.dyn_into::<Element>().ok()) else {
        return Part::Other;
    };
    let inside = |selector: &str| element.closest(selector).ok().flatten();
    for name in ["data-region", "data-for"] {
        if let Some(region) = inside(&format!("[{name}]")) {
            let index = region.get_attribute(name).and_then(|index| index.parse().ok());
            return index.map_or(Part::Other, Part::Region);
        }
    }
    if inside(".close").is_some() {
        Part::Close
    } else if inside(".popup").is_some() {
        Part::Popup
    } else if inside(".map").is_some() {
        Part::Map
    } else {
        Part::Other
    }
}

fn is_mouse(event: &Event) -> bool {
    event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "mouse")
}

fn pointer_over(view: &Rc<View>, event: &Event) {
    if !is_mouse(event) {
        return;
    }
    match part(event.target()) {
        Part::Region(region) if view.has_moved(event.unchecked_ref()) => {
            view.point_at(event.unchecked_ref());
            view.handle(Intent::Enter(region));
        }
        Part::Popup | Part::Close => view.handle(Intent::EnterPopup),
        Part::Region(_) | Part::Map | Part::Other => {}
    }
}

fn pointer_out(view: &Rc<View>, event: &Event) {
    if !is_mouse(event) {
        return;
    }
    match part(event.target()) {
        Part::Region(_) => view.handle(Intent::Leave),
        Part::Popup | Part::Close => view.handle(Intent::LeavePopup),
        Part::Map | Part::Other => {}
    }
}

fn pointer_down(view: &Rc<View>, event: &Event) {
    let is_touch = !is_mouse(event);
    // The browser has moved the event to a link nearby already, but not its place.
    let under = event.dyn_ref::<MouseEvent>().and_then(|mouse| view.under(mouse));
    view.touch(match part(under.map(EventTarget::from)) {
        Part::Region(region) if is_touch => Some(region),
        Part::Region(_) | Part::Popup | Part::Close | Part::Map | Part::Other => None,
    });
}

fn click(view: &Rc<View>, event: &Event) {
    let Some(mouse) = event.dyn_ref::<MouseEvent>() else {
        return;
    };
    // With a modifier the link does what the reader's browser does with links.
    if mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() {
        return;
    }
    match part(event.target()) {
        Part::Region(region) => {
            event.prevent_default();
            let region = view.meant(region);
            // A click made by the keyboard has no place on the screen.
            if mouse.detail() == 0 {
                view.point_at_region(region);
            } else {
                view.point_at(mouse);
            }
            view.handle(Intent::Press(region));
        }
        Part::Close => {
            view.stand_still(mouse);
            view.handle(Intent::Dismiss);
        }
        Part::Map => view.handle(Intent::PressSea),
        Part::Popup | Part::Other => {}
    }
}

fn focus_in(view: &Rc<View>, event: &Event) {
    if let Part::Region(region) = part(event.target()) {
        view.rove(region);
        view.handle(Intent::Focus(region));
    }
}

fn focus_out(view: &Rc<View>, event: &Event) {
    if let Part::Region(_) = part(event.target()) {
        view.handle(Intent::Blur);
    }
}

fn key_in_map(view: &Rc<View>, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let Part::Region(region) = part(event.target()) else {
        return;
    };
    if key.ctrl_key() || key.meta_key() || key.alt_key() {
        return;
    }
    let name = key.key();
    let moved = if let Some(to) = Move::of_key(&name) {
        view.go_to(|stops, from| go(stops, from, to))
    } else if name == " " {
        // Enter presses a link by itself; a button is pressed by the space bar too.
        view.point_at_region(region);
        view.handle(Intent::Press(region));
        true
    } else {
        name.chars().count() == 1 && view.type_ahead(&name, event.time_stamp())
    };
    if moved {
        event.prevent_default();
    }
}

fn key_in_page(view: &Rc<View>, event: &Event) {
    let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
    if key.as_deref() == Some("Escape") && view.is_popup_shown() {
        event.prevent_default();
        view.handle(Intent::Dismiss);
    }
}

fn click_in_page(view: &Rc<View>, event: &Event) {
    if !view.is_mine(event) {
        view.handle(Intent::PressSea);
    }
}
