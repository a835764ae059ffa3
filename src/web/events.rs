//! DOM events → events of the model.

use super::listener::Listener;
use super::page::Dom;
use super::pending::Hover;
use super::place::{part, spot, target};
use super::widget::{When, Widget};
use crate::interaction::click::is_by_key;
use crate::interaction::event::{Click, Down, Event, Fingers, Key, Part, Phase};

type Handler = fn(&Widget, &Dom);

/// Listens on the widget.
pub(super) fn listen(widget: &Widget) -> Vec<Listener> {
    let mut listeners = Vec::new();
    for (target, events) in [(&widget.root, IN_WIDGET), (&widget.host, ON_HOST)] {
        for &(kind, handle) in events {
            // Handlers of these may keep the browser from scrolling or zooming the page.
            let is_active = kind.starts_with("touch") || kind == "wheel";
            let callback = widget.callback(Box::new(handle));
            listeners.push(Listener::new(target, kind, is_active, callback));
        }
    }
    listeners
}

/// Something has happened in the page, to which all its maps listen together: Esc, outside clicks,
/// scrolling, what the reader's system asks for.
pub(super) fn heard(widget: &Widget, event: &Dom) {
    let kind = event.text("type").unwrap_or_default();
    if let Some((_, handle)) = IN_PAGE.iter().find(|(known, _)| *known == kind) {
        handle(widget, event);
    }
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
        widget.edit().swiped_from = None;
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
        if event.text("key").as_deref() == Some("Escape") {
            widget.dispatch(Event::Escape, Some(event), When::Now);
        }
    }),
    ("click", |widget, event| {
        if !widget.is_mine(event) {
            widget.dispatch(Event::ClickOutside, Some(event), When::Now);
        }
    }),
    ("pointermove", drag),
    ("pointerup", |widget, event| widget.update(Event::Release(time(event)))),
    ("pointercancel", |widget, event| widget.update(Event::Release(time(event)))),
    ("hashchange", |widget, _| widget.update(Event::Address(widget.fragment()))),
    ("scroll", |widget, _| widget.dispatch(Event::Scrolled, None, When::NextFrame)),
    ("resize", |widget, _| {
        widget.resized();
        widget.dispatch(Event::WindowResized, None, When::NextFrame);
    }),
    ("beforeprint", |widget, _| widget.update(Event::Print)),
    ("change", |widget, _| widget.tell_wishes()),
];

/// Chromium lets a handler stop the page from scrolling only if the element itself has one that
/// says so; a shadow root's is not enough.
const ON_HOST: &[(&str, Handler)] =
    &[("wheel", |_, _| ()), ("touchstart", |_, _| ()), ("touchmove", |_, _| ())];

fn time(event: &Dom) -> f64 {
    event.number("timeStamp")
}

fn is_at(event: &Dom, selector: &str) -> bool {
    target(event).is_some_and(|element| element.is_in(selector))
}

/// What closes the search must not take the focus from its field, for then its list would close.
fn mouse_down(_: &Widget, event: &Dom) {
    if is_at(event, "[role=listbox],.find") {
        event.prevent_default();
    }
}

/// Of an old browser, and of an event that only calls itself one of a pointer, there is none.
fn pointer_type(event: &Dom) -> String {
    event.text("pointerType").unwrap_or_default()
}

/// What the mouse is over is looked at once a frame.
fn hover(widget: &Widget, event: &Dom) {
    if pointer_type(event) != "mouse" {
        return;
    }
    let is_out = event.text("type").as_deref() == Some("pointerout");
    let other = if is_out { event.get("relatedTarget") } else { event.get("target") };
    let (x, y) = spot(event);
    let mut state = widget.edit();
    state.hover = Some(Hover { target: other.filter(Dom::is_element), x, y });
    state.frames.request();
}

impl Widget {
    /// Tells what the mouse is over, if that was not told yet.
    #[inline(never)]
    pub(super) fn catch_up(&self) {
        let hover = self.edit().hover.take();
        if let Some(Hover { target, x, y }) = hover
            && let Some(place) = self.place(x, y)
        {
            let part = self.part_at(target.as_ref(), place);
            self.dispatch(Event::Hover(part, place), None, When::NextFrame);
        }
    }

    /// Tells the size of the stage, if it may be another one.
    pub(super) fn measure(&self) {
        let is_resized = std::mem::take(&mut self.edit().is_resized);
        if is_resized && let Some(stage) = self.stage() {
            self.dispatch(Event::Resized(stage), None, When::NextFrame);
        }
    }

    /// The stage may have another size.
    pub(super) fn resized(&self) {
        let mut state = self.edit();
        state.is_resized = true;
        state.frames.request();
    }
}

fn pointer_down(widget: &Widget, event: &Dom) {
    let Some(place) = widget.place_of(event) else { return };
    let kind = pointer_type(event);
    // The browser has moved the event to a link nearby already, but not its place.
    let touched = if kind == "mouse" {
        None
    } else {
        let under = widget.root.element_at(place.x, place.y);
        widget.part_at(under.as_ref(), place).region()
    };
    widget.update(Event::Down(Down {
        place,
        is_on_map: is_at(event, ".view"),
        is_main: event.number("button") == 0.0 && kind != "touch",
        touched,
    }));
}

fn drag(widget: &Widget, event: &Dom) {
    if !widget.state().model.is_held() {
        return;
    }
    if let Some(place) = widget.place_of(event) {
        widget.dispatch(Event::Drag(place, time(event)), None, When::NextFrame);
    }
}

fn has_modifier(event: &Dom) -> bool {
    event.flag("ctrlKey") || event.flag("metaKey")
}

fn click(widget: &Widget, event: &Dom) {
    let element = target(event);
    let kind = pointer_type(event);
    let corner = [spot(event), (event.number("screenX"), event.number("screenY"))];
    let by_key = is_by_key(&kind, event.number("detail"), corner);
    let place = if by_key { None } else { widget.place_of(event) };
    let part = match place {
        Some(place) => widget.part_at(element.as_ref(), place),
        None => part(element.as_ref()),
    };
    if let Some(summary) = element.as_ref().filter(|at| at.is_in(".table > summary")) {
        // The browser opens or closes it right after; its rows are there by then.
        widget.update(Event::Table(!summary.is_in("details[open]")));
        return;
    }
    let focused = widget.focused();
    let has_focus = match (&focused, &element) {
        (Some(focused), Some(element)) => focused.contains(element),
        (_, _) => false,
    };
    widget.dispatch(
        Event::Click(Click {
            part,
            place,
            has_modifier: has_modifier(event),
            has_shift: event.flag("shiftKey"),
            has_focus,
            tap_ms: (kind == "touch").then(|| time(event)),
        }),
        Some(event),
        When::Now,
    );
}

fn double_click(widget: &Widget, event: &Dom) {
    if is_at(event, ".view")
        && let Some(place) = widget.place_of(event)
    {
        widget.update(Event::DoubleClick { place, has_shift: event.flag("shiftKey") });
    }
}

fn wheel(widget: &Widget, event: &Dom) {
    if is_at(event, ".view")
        && let Some(place) = widget.place_of(event)
    {
        // Some browsers count lines or pages instead of pixels.
        let pixels = if event.number("deltaMode") == 0.0 { 1.0 } else { 30.0 };
        let turned_px = event.number("deltaY") * pixels;
        let turned = Event::Wheel { place, turned_px, is_zoom: has_modifier(event) };
        widget.dispatch(turned, Some(event), When::NextFrame);
    }
}

fn touch(widget: &Widget, event: &Dom, phase: Phase) {
    if is_at(event, ".sheet") {
        return swipe(widget, event, phase);
    }
    let is_on_map = is_at(event, ".view");
    let fingers = fingers(widget, event);
    let when = if phase == Phase::Move { When::NextFrame } else { When::Now };
    widget.dispatch(Event::Touch { phase, fingers, is_on_map }, Some(event), when);
}

/// The place of a finger among those of a list of the event.
fn finger(event: &Dom, list: &str, at: u32) -> Option<(f64, f64)> {
    Some(spot(&event.get(list)?.item(at)?))
}

/// A finger is drawn over the sheet.
fn swipe(widget: &Widget, event: &Dom, phase: Phase) {
    let Some((_, y)) = finger(event, "changedTouches", 0) else { return };
    if phase == Phase::Start {
        widget.edit().swiped_from = Some(y);
    } else if phase == Phase::End {
        let from = widget.edit().swiped_from.take();
        if let Some(from) = from {
            widget.dispatch(Event::Swipe(y - from), Some(event), When::Now);
        }
    }
}

/// The first two fingers on the screen.
fn fingers(widget: &Widget, event: &Dom) -> Option<Fingers> {
    let ((ax, ay), (bx, by)) = (finger(event, "touches", 0)?, finger(event, "touches", 1)?);
    let apart = ((ax - bx) * (ax - bx) + (ay - by) * (ay - by)).sqrt().max(1.0);
    let middle = widget.place((ax + bx) / 2.0, (ay + by) / 2.0)?;
    Some(Fingers { middle, apart })
}

fn focus(widget: &Widget, event: &Dom, is_in: bool) {
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
fn keyed_part(element: Option<&Dom>) -> Part {
    if element.is_some_and(|at| at.is_in(".card")) { Part::Card } else { part(element) }
}

/// Notes for the style sheet whether the focus is seen in the map: a selector that looks for it
/// there makes the browser style the whole map again for every card. True if it is.
fn mark_keys(widget: &Widget) -> bool {
    let is_seen = widget.find(".map :focus-visible").is_some();
    if let Some(view) = widget.find(".view") {
        view.mark("data-keys", is_seen);
    }
    is_seen
}

fn key(widget: &Widget, event: &Dom) {
    // A browser that fills in a form sends one without a key.
    let Some(name) = event.text("key") else { return };
    if has_modifier(event) || event.flag("altKey") {
        return;
    }
    let element = target(event);
    let mut part = keyed_part(element.as_ref());
    if matches!(part, Part::Control(_)) && element.is_some_and(|at| at.is_in(".stage")) {
        part = Part::Stage;
    }
    let key = Key { name, part, has_shift: event.flag("shiftKey"), at_ms: time(event) };
    widget.dispatch(Event::Key(key), Some(event), When::Now);
}

fn input(widget: &Widget, event: &Dom) {
    if let Some(field) = target(event).filter(|at| at.matches("input")) {
        widget.update(Event::Query(field.text("value").unwrap_or_default()));
    }
}

fn change(widget: &Widget, event: &Dom) {
    let list = target(event).filter(|at| at.matches("select[data-choose=language]"));
    if let Some(chosen) = list.and_then(|list| list.text("value"))
        && widget.tell_language(&chosen)
    {
        widget.update(Event::Language(chosen));
    }
}

/// The table was opened or closed, be it by a search of the browser in the page.
fn toggle(widget: &Widget, event: &Dom) {
    if let Some(table) = target(event).filter(|at| at.matches(".table")) {
        widget.update(Event::Table(table.has("open")));
    }
}
