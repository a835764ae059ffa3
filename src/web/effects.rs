//! Carries out what the model says is to be done.

use super::dom;
use super::widget::Widget;
use crate::interaction::effect::{Effect, FocusOn};
use crate::render;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, FocusOptions, HtmlElement, HtmlInputElement, HtmlSelectElement, SvgElement,
};

impl Widget {
    /// Carries out one effect. What changes the picture waits for [`Widget::flush`]; everything
    /// else finds the picture up to date.
    pub(super) fn carry_out(&self, effect: Effect, cause: Option<&Event>) -> Result<(), JsValue> {
        let Some(effect) = self.put_off(effect) else { return Ok(()) };
        match effect {
            Effect::StartTimer { timer, delay_ms } => return self.start_timer(timer, delay_ms),
            Effect::StopTimer(timer) => self.set_timer(timer, None),
            Effect::PreventDefault => cause.into_iter().for_each(Event::prevent_default),
            Effect::StopPropagation => cause.into_iter().for_each(Event::stop_propagation),
            other => {
                self.flush();
                return self.carry_out_now(other);
            }
        }
        Ok(())
    }

    /// Puts off what changes the picture; gives back everything else.
    fn put_off(&self, effect: Effect) -> Option<Effect> {
        let pending = &mut self.state.borrow_mut().pending;
        match effect {
            Effect::Draw => (pending.draw, pending.moved) = (true, None),
            Effect::Move { viewport, eased_ms } => pending.moved = Some((viewport, eased_ms)),
            Effect::Outline(_) => pending.outline = true,
            Effect::ShowPopup { region, pinned } => pending.popup = Some(Some((region, pinned))),
            Effect::HidePopup => (pending.popup, pending.anchor) = (Some(None), None),
            Effect::PlacePopup(anchor) => pending.anchor = Some(anchor),
            Effect::Hint(words) => pending.hint = Some(words),
            other => return Some(other),
        }
        None
    }

    fn carry_out_now(&self, effect: Effect) -> Result<(), JsValue> {
        match effect {
            Effect::ShowHits(hits) => self.show_hits(&hits),
            Effect::HideHits => self.hide_hits(),
            Effect::ActiveHit { from, to } => self.mark_hit(from, to),
            Effect::SetQuery(text) => {
                self.input().iter().for_each(|input| input.set_value(&text));
                Ok(())
            }
            Effect::ResetZoomTo => {
                let list = self.find::<HtmlSelectElement>("[data-choose=zoom-to]");
                list.iter().for_each(|list| list.set_value(""));
                Ok(())
            }
            Effect::Expanded { from, to } => self.set_on("aria-expanded", [(from, "false"), (to, "true")]),
            Effect::TabStop { from, to } => self.set_on("tabindex", [(from, "-1"), (to, "0")]),
            Effect::Focus(on) => self.focus(on),
            Effect::Say { text, is_seen } => {
                self.say(&text, is_seen);
                Ok(())
            }
            Effect::Selected(region) => self.tell_selected(region),
            Effect::ViewChanged(zoom) => self.tell_view(zoom),
            Effect::WriteLink { prefix, link, is_step } => {
                self.write_link(&prefix, &link, is_step);
                Ok(())
            }
            Effect::CopyLink { prefix, link } => {
                self.copy_link(&prefix, &link);
                Ok(())
            }
            Effect::SetLanguage(Some(tag)) => self.host.set_attribute("lang", &tag),
            Effect::SetLanguage(None) => self.host.remove_attribute("lang"),
            _ => Ok(()),
        }
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
            // Both have the same method; only HTML and SVG elements have it.
            Some(target) if target.is_instance_of::<SvgElement>() => {
                target.unchecked_ref::<SvgElement>().focus_with_options(&options)
            }
            Some(target) => target.unchecked_ref::<HtmlElement>().focus_with_options(&options),
            None => Ok(()),
        }
    }

    fn input(&self) -> Option<HtmlInputElement> {
        self.find("input[role=combobox]")
    }

    fn show_hits(&self, hits: &[usize]) -> Result<(), JsValue> {
        let options = {
            let state = self.state.borrow();
            let Some(view) = &state.view else { return Ok(()) };
            render::search::options(view.map().scene(), hits, view.map().words())
        };
        let (Some(list), Some(input)) = (self.find::<Element>("#found"), self.input()) else {
            return Ok(());
        };
        dom::fill(&self.document, &list, &options, false)?;
        list.remove_attribute("hidden")?;
        input.set_attribute("aria-expanded", "true")?;
        input.remove_attribute("aria-activedescendant")
    }

    fn hide_hits(&self) -> Result<(), JsValue> {
        let (Some(list), Some(input)) = (self.find::<Element>("#found"), self.input()) else {
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
