//! Buttons and lists of the widget: what they set.

use super::page::Page;
use crate::interaction::command::Command;
use crate::interaction::popup_machine::PopupEvent;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlElement, HtmlSelectElement};

impl Page {
    /// Carries out the action of a button.
    pub(super) fn act(&self, action: Command) {
        let Some(map) = self.map() else { return };
        match action {
            Command::ZoomIn | Command::ZoomOut | Command::Whole | Command::Pan(_) => {
                self.step(action);
                if action == Command::Whole && self.has_focus("[data-do=whole]") {
                    // The button goes when there is nothing left to do for it.
                    self.focus_on("[data-do=in]");
                }
            }
            Command::ZoomHere => {
                let selected = self.interaction.borrow().selected();
                if let Some(region) = selected {
                    self.zoom_to_region(region);
                }
            }
            Command::Open(region) => {
                let opener = self.root.active_element().and_then(|link| link.dyn_into().ok());
                self.point_at_region(region);
                self.handle(PopupEvent::Go(region));
                self.opener.replace(opener);
            }
            Command::CopyLink => self.copy_link(),
            Command::Toggle(_)
            | Command::Only(_)
            | Command::ShowAll
            | Command::Sort(_)
            | Command::Patterns => {
                let said = self.state.borrow_mut().as_mut().map(|state| map.set(state, action));
                if action == Command::ShowAll && self.has_focus(".all") {
                    self.focus_on(".toggle");
                }
                self.opener.take();
                // It fails only where the host page has taken the nodes away.
                let _ = self.redraw();
                if let Some(said) = said.flatten() {
                    self.say(&said);
                }
                self.remember(false);
            }
        }
    }

    /// Carries out a choice from a list.
    pub(super) fn choose(&self, list: &HtmlSelectElement) {
        let value = list.value();
        match list.get_attribute("data-choose").as_deref() {
            Some("zoom-to") => {
                list.set_value("");
                if !value.is_empty() {
                    self.zoom_to_choice(&value);
                }
            }
            Some("language") => {
                // The element loads the facts in that language.
                let _ = self.host.set_attribute("lang", &value);
                self.remember(false);
            }
            _ => {}
        }
    }

    fn has_focus(&self, selector: &str) -> bool {
        self.root.active_element().is_some_and(|element| element.matches(selector) == Ok(true))
    }

    fn focus_on(&self, selector: &str) {
        if let Some(element) = self.find::<HtmlElement>(selector) {
            // It fails only where the host page has taken the nodes away.
            let _ = element.focus();
        }
    }

    /// Says something to those who cannot see what has changed.
    pub(super) fn say(&self, text: &str) {
        self.say_as("said", text);
    }

    /// Says something to everybody.
    pub(super) fn say_aloud(&self, text: &str) {
        self.say_as("said seen", text);
    }

    fn say_as(&self, class: &str, text: &str) {
        if let Some(status) = self.find::<Element>(".said") {
            status.set_class_name(class);
            status.set_text_content(Some(text));
        }
    }

    pub(super) fn tell_selected(&self, region: Option<usize>) -> Result<(), JsValue> {
        let map = self.map();
        let id = region.and_then(|region| Some(map?.scene().regions.get(region)?.id.clone()));
        let detail = js_sys::Object::new();
        let id = id.map_or(JsValue::NULL, JsValue::from);
        js_sys::Reflect::set(&detail, &"id".into(), &id)?;
        // An author who has set what is selected finds there what is.
        if self.host.has_attribute("selected") {
            match id.as_string() {
                Some(id) => self.host.set_attribute("selected", &id)?,
                None => self.host.remove_attribute("selected")?,
            }
        }
        self.remember(true);
        self.tell("summit-map-select", &detail)
    }

    /// Tells the host page how far the map is zoomed in.
    pub(super) fn tell_view(&self) -> Result<(), JsValue> {
        let zoom = self.viewport().map_or(1.0, |viewport| viewport.zoom);
        let detail = js_sys::Object::new();
        js_sys::Reflect::set(&detail, &"zoom".into(), &zoom.into())?;
        self.tell("summit-map-view", &detail)
    }

    fn tell(&self, name: &str, detail: &js_sys::Object) -> Result<(), JsValue> {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(detail);
        let event = CustomEvent::new_with_event_init_dict(name, &init)?;
        self.host.dispatch_event(&event).map(|_| ())
    }
}

/// The action of the button that an event happened on.
pub(super) fn action(element: &Element) -> Option<Command> {
    let button = element.closest("[data-do]").ok().flatten()?;
    Command::parse(&button.get_attribute("data-do")?)
}

/// The list that an event happened on.
pub(super) fn list(element: &Element) -> Option<HtmlSelectElement> {
    element.closest("select").ok().flatten()?.dyn_into().ok()
}
