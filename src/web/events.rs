//! DOM events → intents.

use super::listener::Listener;
use super::page::Page;
use super::{controls, gesture};
use crate::interaction::command::Command;
use crate::interaction::navigation::{FocusMove, go};
use crate::interaction::popup_machine::PopupEvent;
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
pub(super) fn listen(view: &Rc<Page>) -> Result<Vec<Listener>, JsValue> {
    let mut listeners = Vec::new();
    let targets: [&EventTarget; 4] =
        [view.root.as_ref(), view.document.as_ref(), view.window.as_ref(), view.host.as_ref()];
    for (target, events) in targets.iter().zip([IN_WIDGET, IN_PAGE, IN_WINDOW, ON_HOST]) {
        for &(kind, handle) in events {
            // Handlers of these may keep the browser from scrolling or zooming the page.
            let is_active = kind.starts_with("touch") || kind == "wheel";
            // Weak, or the view would hold its listeners and they the view, and neither be freed.
            let view: Weak<Page> = Rc::downgrade(view);
            listeners.push(Listener::new(target, kind, is_active, move |event| {
                if let Some(view) = view.upgrade() {
                    handle(&view, &event);
                }
            })?);
        }
    }
    Ok(listeners)
}

type Handler = fn(&Rc<Page>, &Event);

const IN_WIDGET: &[(&str, Handler)] = &[
    ("pointerover", pointer_over),
    ("pointerout", pointer_out),
    ("pointerdown", pointer_down),
    ("click", click),
    ("dblclick", gesture::double_click),
    ("wheel", gesture::wheel),
    ("touchstart", gesture::touch_start),
    ("touchmove", gesture::touch_move),
    ("touchend", gesture::touch_end),
    ("touchcancel", gesture::touch_end),
    ("dragstart", |_, event| event.prevent_default()),
    ("mousedown", mouse_down),
    ("focusin", focus_in),
    ("focusout", focus_out),
    ("keydown", key_in_widget),
    ("input", input),
    ("change", change),
];

const IN_PAGE: &[(&str, Handler)] = &[("keydown", key_in_page), ("click", click_in_page)];

const IN_WINDOW: &[(&str, Handler)] = &[
    ("pointermove", gesture::drag),
    ("pointerup", gesture::release),
    ("pointercancel", gesture::release),
    ("hashchange", |view, _| view.follow_page()),
    ("scroll", |view, _| view.place_popup()),
    ("resize", |view, _| view.resized()),
];

/// The list of the search must not take the focus from its field, for then it would close.
fn mouse_down(_: &Rc<Page>, event: &Event) {
    let list = element(event).and_then(|element| element.closest("[role=listbox]").ok().flatten());
    if list.is_some() {
        event.prevent_default();
    }
}

/// Chromium lets a handler stop the page from scrolling only if the element itself has one that
/// says so; a shadow root's is not enough.
const ON_HOST: &[(&str, Handler)] =
    &[("wheel", |_, _| ()), ("touchstart", |_, _| ()), ("touchmove", |_, _| ())];

fn input(view: &Rc<Page>, event: &Event) {
    if element(event).is_some_and(|element| element.tag_name() == "INPUT") {
        view.search();
    }
}

fn change(view: &Rc<Page>, event: &Event) {
    if let Some(list) = element(event).and_then(|element| controls::list(&element)) {
        view.choose(&list);
    }
}

fn element(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
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
    } else if inside(".view").is_some() {
        Part::Map
    } else {
        Part::Other
    }
}

fn is_mouse(event: &Event) -> bool {
    event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "mouse")
}

fn pointer_over(view: &Rc<Page>, event: &Event) {
    if !is_mouse(event) {
        return;
    }
    match part(event.target()) {
        Part::Region(region) if view.has_moved(event.unchecked_ref()) => {
            view.point_at(event.unchecked_ref());
            view.handle(PopupEvent::Enter(region));
        }
        Part::Popup | Part::Close => view.handle(PopupEvent::EnterPopup),
        Part::Region(_) | Part::Map | Part::Other => {}
    }
}

fn pointer_out(view: &Rc<Page>, event: &Event) {
    if !is_mouse(event) {
        return;
    }
    match part(event.target()) {
        Part::Region(_) => view.handle(PopupEvent::Leave),
        Part::Popup | Part::Close => view.handle(PopupEvent::LeavePopup),
        Part::Map | Part::Other => {}
    }
}

fn pointer_down(view: &Rc<Page>, event: &Event) {
    gesture::press(view, event);
    let is_touch = !is_mouse(event);
    // The browser has moved the event to a link nearby already, but not its place.
    let under = event.dyn_ref::<MouseEvent>().and_then(|mouse| view.under(mouse));
    view.touch(match part(under.map(EventTarget::from)) {
        Part::Region(region) if is_touch => Some(region),
        Part::Region(_) | Part::Popup | Part::Close | Part::Map | Part::Other => None,
    });
}

fn click(view: &Rc<Page>, event: &Event) {
    let Some(mouse) = event.dyn_ref::<MouseEvent>() else {
        return;
    };
    // With a modifier the link does what the reader's browser does with links.
    if mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() {
        if mouse.shift_key() && gesture::is_on_map(event) {
            // Two of these zoom out.
            event.prevent_default();
        }
        return;
    }
    // A click made by the keyboard ends no drag.
    if view.ends_drag() && mouse.detail() != 0 {
        event.prevent_default();
        return;
    }
    if let Some(action) = element(event).and_then(|element| controls::action(&element)) {
        event.prevent_default();
        view.act(action);
        return;
    }
    if view.pick_found(event) {
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
            view.handle(PopupEvent::Press(region));
        }
        Part::Close => {
            view.stand_still(mouse);
            view.handle(PopupEvent::Dismiss);
        }
        Part::Map => view.handle(PopupEvent::PressSea),
        Part::Popup | Part::Other => {}
    }
}

fn focus_in(view: &Rc<Page>, event: &Event) {
    if let Part::Region(region) = part(event.target()) {
        view.rove(region);
        view.handle(PopupEvent::Focus(region));
    }
}

fn focus_out(view: &Rc<Page>, event: &Event) {
    if element(event).is_some_and(|element| element.tag_name() == "INPUT") {
        view.close_search();
    }
    if let Part::Region(_) = part(event.target()) {
        view.handle(PopupEvent::Blur);
    }
}

fn key_in_widget(view: &Rc<Page>, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    if key.ctrl_key() || key.meta_key() || key.alt_key() {
        return;
    }
    let is_in = |selector: &str| {
        let element = element(event).and_then(|element| element.closest(selector).ok().flatten());
        element.is_some()
    };
    let is_used = if is_in("input") {
        view.key_in_search(key)
    } else if is_in(".stage") {
        key_in_map(view, event, key)
    } else {
        false
    };
    if is_used {
        event.prevent_default();
        // Esc in the search field closes its list, not the popup.
        event.stop_propagation();
    }
}

fn key_in_map(view: &Rc<Page>, event: &Event, key: &KeyboardEvent) -> bool {
    let name = key.key();
    if let Some(action) = Command::of_key(&name) {
        view.act(action);
        return true;
    }
    let Part::Region(region) = part(event.target()) else {
        return false;
    };
    match FocusMove::of_key(&name) {
        Some(FocusMove::Toward(direction)) if key.shift_key() => {
            view.act(Command::Pan(direction));
            true
        }
        Some(to) => view.go_to(|stops, from| go(stops, from, to)),
        None if name == " " => {
            // Enter presses a link by itself; a button is pressed by the space bar too.
            view.point_at_region(region);
            view.handle(PopupEvent::Press(region));
            true
        }
        None => name.chars().count() == 1 && view.type_ahead(&name, event.time_stamp()),
    }
}

fn key_in_page(view: &Rc<Page>, event: &Event) {
    let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
    if key.as_deref() == Some("Escape") && view.is_popup_shown() && !view.is_searching() {
        event.prevent_default();
        view.handle(PopupEvent::Dismiss);
    }
}

fn click_in_page(view: &Rc<Page>, event: &Event) {
    if !view.is_mine(event) {
        view.handle(PopupEvent::PressSea);
    }
}
