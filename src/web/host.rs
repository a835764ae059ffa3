//! What the widget says, to the reader and to the page that holds it.

use super::widget::{When, Widget};
use crate::interaction::event::{Event, Wishes};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// Less motion, which the reader's system may ask for.
pub(super) const LESS_MOTION: &str = "(prefers-reduced-motion: reduce)";

impl Widget {
    /// Tells the model what the reader's system asks for.
    pub(super) fn tell_wishes(&self) {
        let wishes = Wishes { has_less_motion: self.matches(LESS_MOTION) };
        self.dispatch(Event::Wishes(wishes), None, When::Now);
    }

    /// Says something to those who cannot see what has changed; `is_seen`, to everybody.
    pub(super) fn say(&self, text: &str, is_seen: bool) {
        if let Some(status) = self.find(".said") {
            status.set_class_name(if is_seen { "said seen" } else { "said" });
            status.set_text_content(Some(text));
        }
    }

    /// Tells the host page what is selected.
    pub(super) fn tell_selected(&self, region: Option<usize>) -> Result<(), JsValue> {
        let id = {
            let state = self.state.borrow();
            let map = state.model.map();
            region.and_then(|region| Some(map?.regions.get(region)?.id.clone()))
        };
        // An author who has set what is selected finds there what is.
        if self.host.has_attribute("selected") {
            match &id {
                Some(id) => self.host.set_attribute("selected", id)?,
                None => self.host.remove_attribute("selected")?,
            }
        }
        self.tell("summit-map-select", "id", id.map_or(JsValue::NULL, JsValue::from)).map(|_| ())
    }

    /// Tells the host page how far the map is zoomed in.
    pub(super) fn tell_view(&self, zoom: f64) -> Result<(), JsValue> {
        self.tell("summit-map-view", "zoom", zoom.into()).map(|_| ())
    }

    /// Tells the host page that the reader has chosen a language; false if the page sees to it.
    pub(super) fn tell_language(&self, tag: &str) -> bool {
        self.tell("summit-map-language", "language", tag.into()).unwrap_or(true)
    }

    /// Dispatches an event on the element; false if that of a language was cancelled.
    fn tell(&self, name: &str, field: &str, value: JsValue) -> Result<bool, JsValue> {
        let detail = js_sys::Object::new();
        js_sys::Reflect::set(&detail, &field.into(), &value)?;
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_cancelable(field == "language");
        init.set_detail(&detail);
        let event = CustomEvent::new_with_event_init_dict(name, &init)?;
        self.host.dispatch_event(&event)
    }
}
