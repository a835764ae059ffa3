//! Carries out what the model says is to be done.

use super::dom;
use super::widget::Widget;
use crate::interaction::effect::{Effect, FocusOn};
use crate::render;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, FocusOptions, HtmlElement, HtmlInputElement, HtmlSelectElement};

impl Widget {
    /// Carries out one effect. What changes the picture waits for [`Widget::flush`]; what else
    /// touches the page finds the picture up to date.
    pub(super) fn carry_out(&self, effect: Effect, cause: Option<&Event>) -> Result<(), JsValue> {
        let has_picture = !matches!(
            effect,
            Effect::Picture(_)
                | Effect::StartTimer { .. }
                | Effect::StopTimer(_)
                | Effect::PreventDefault
                | Effect::StopPropagation
        );
        if has_picture {
            self.flush();
        }
        match effect {
            Effect::Picture(picture) => self.state.borrow_mut().pending.add(picture),
            Effect::StartTimer { timer, delay_ms } => return self.start_timer(timer, delay_ms),
            Effect::StopTimer(timer) => self.set_timer(timer, None),
            Effect::PreventDefault => cause.into_iter().for_each(Event::prevent_default),
            Effect::StopPropagation => cause.into_iter().for_each(Event::stop_propagation),
            Effect::ShowHits(hits) => return self.show_hits(&hits),
            Effect::HideHits => return self.hide_hits(),
            Effect::ActiveHit { from, to } => return self.mark_hit(from, to),
            Effect::SetQuery(text) => {
                self.input().iter().for_each(|input| input.set_value(&text));
            }
            Effect::ResetZoomTo => {
                if let Some(list) = self.find("[data-choose=zoom-to]") {
                    list.unchecked_ref::<HtmlSelectElement>().set_value("");
                }
            }
            Effect::Expanded { from, to } => {
                return self.set_on("aria-expanded", [(from, "false"), (to, "true")]);
            }
            Effect::TabStop { from, to } => {
                return self.set_on("tabindex", [(from, "-1"), (to, "0")]);
            }
            Effect::Focus(on) => return self.focus(on),
            Effect::Say { text, is_seen } => self.say(&text, is_seen),
            Effect::Selected(region) => return self.tell_selected(region),
            Effect::ViewChanged(zoom) => return self.tell_view(zoom),
            Effect::WriteLink { prefix, link, is_step } => {
                self.write_link(&prefix, &link, is_step);
            }
            Effect::CopyLink { prefix, link } => self.copy_link(&prefix, &link),
            Effect::SetLanguage(Some(tag)) => return self.host.set_attribute("lang", &tag),
            Effect::SetLanguage(None) => return self.host.remove_attribute("lang"),
        }
        Ok(())
    }

    /// Sets an attribute of the buttons of two regions, if they are buttons.
    fn set_on(&self, name: &str, on: [(Option<usize>, &str); 2]) -> Result<(), JsValue> {
        for (region, value) in on {
            let element = region.and_then(|region| self.region_element(region));
            if let Some(element) = element.filter(|element| element.has_attribute(name)) {
                element.set_attribute(name, value)?;
            }
        }
        Ok(())
    }

    fn focus(&self, on: FocusOn) -> Result<(), JsValue> {
        let target = match on {
            FocusOn::Popup => return self.popup.focus(),
            FocusOn::Region(region) => self.region_element(region),
            FocusOn::Map => self.find(".map"),
            FocusOn::Legend => self.find(".toggle"),
            FocusOn::Control(command) => {
                self.find(&(String::from("[data-do=\"") + &command.name() + "\"]"))
            }
        };
        // A region as large as Canada would be scrolled to its far corner.
        let options = FocusOptions::new();
        options.set_prevent_scroll(matches!(on, FocusOn::Region(_) | FocusOn::Map));
        match target {
            // HTML and SVG elements have the same method.
            Some(target) => target.unchecked_ref::<HtmlElement>().focus_with_options(&options),
            None => Ok(()),
        }
    }

    fn input(&self) -> Option<HtmlInputElement> {
        self.find("input[role=combobox]").map(JsCast::unchecked_into)
    }

    fn show_hits(&self, hits: &[usize]) -> Result<(), JsValue> {
        let options = {
            let state = self.state.borrow();
            let Some(view) = &state.view else { return Ok(()) };
            render::search::options(view.map().picture(), hits, view.map().words())
        };
        let (Some(list), Some(input)) = (self.find("#found"), self.input()) else {
            return Ok(());
        };
        dom::fill(&self.document, &list, &options, false)?;
        list.remove_attribute("hidden")?;
        input.set_attribute("aria-expanded", "true")?;
        input.remove_attribute("aria-activedescendant")
    }

    fn hide_hits(&self) -> Result<(), JsValue> {
        let (Some(list), Some(input)) = (self.find("#found"), self.input()) else {
            return Ok(());
        };
        list.set_attribute("hidden", "")?;
        input.set_attribute("aria-expanded", "false")?;
        input.remove_attribute("aria-activedescendant")
    }

    fn mark_hit(&self, from: Option<usize>, to: usize) -> Result<(), JsValue> {
        let id = |place: usize| String::from("found-") + &place.to_string();
        for (place, is_active) in [(from, "false"), (Some(to), "true")] {
            let option = place.and_then(|place| self.root.get_element_by_id(&id(place)));
            if let Some(option) = option {
                option.set_attribute("aria-selected", is_active)?;
            }
        }
        let Some(input) = self.input() else { return Ok(()) };
        input.set_attribute("aria-activedescendant", &id(to))
    }
}
