//! What the widget says, to the reader and to the page that holds it.

use super::page::{CustomEvent, object};
use super::widget::Widget;
use crate::interaction::event::{Event, Wishes};
use wasm_bindgen::JsValue;

/// Less motion, which the reader's system may ask for.
pub(super) const LESS_MOTION: &str = "(prefers-reduced-motion: reduce)";

impl Widget {
    /// Tells the model what the reader's system asks for.
    pub(super) fn tell_wishes(&self) {
        let list = self.window.match_media(LESS_MOTION);
        let has_less_motion = list.is_some_and(|list| list.flag("matches"));
        self.update(Event::Wishes(Wishes { has_less_motion }));
    }

    /// Says something to those who cannot see what has changed; `is_seen`, to everybody.
    pub(super) fn say(&self, text: &str, is_seen: bool) {
        if let Some(status) = self.find(".said") {
            status.set_class(if is_seen { "said seen" } else { "said" });
            status.set_text("textContent", text);
        }
    }

    /// Tells the host page what is selected.
    #[inline(never)]
    pub(super) fn tell_selected(&self, region: Option<usize>) {
        let map = self.map();
        let id = region.and_then(|region| Some(map?.regions.get(region)?.id.clone()));
        // An author who has set what is selected finds there what is.
        if self.host.has("selected") {
            self.host.set_or_remove("selected", id.as_deref());
        }
        self.tell("summit-map-select", "id", id.map_or(JsValue::NULL, JsValue::from));
    }

    /// Tells the host page how far the map is zoomed in.
    pub(super) fn tell_view(&self, zoom: f64) {
        self.tell("summit-map-view", "zoom", zoom.into());
    }

    /// Tells the host page that the reader has chosen a language; false if the page sees to it.
    pub(super) fn tell_language(&self, tag: &str) -> bool {
        self.tell("summit-map-language", "language", tag.into())
    }

    /// Dispatches an event on the element; false if that of a language was cancelled.
    #[inline(never)]
    fn tell(&self, name: &str, field: &str, value: JsValue) -> bool {
        let detail = object();
        detail.set(field, value);
        let options = object();
        options.set("bubbles", JsValue::TRUE);
        options.set("composed", JsValue::TRUE);
        options.set("cancelable", (field == "language").into());
        options.set("detail", detail.into());
        self.host.dispatch(&CustomEvent::new(name, &options))
    }
}
