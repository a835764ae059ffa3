//! Carries out what the model says is to be done.

use super::card::rect_of;
use super::dom;
use super::widget::Widget;
use crate::content::digits;
use crate::interaction::effect::{Effect, FocusOn};
use crate::layout::rect::Rect;
use crate::render;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, FocusOptions, HtmlElement, HtmlInputElement};

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
            Effect::ShowSearch(is_shown) => return self.show_search(is_shown),
            Effect::Expanded { from, to } => {
                return self.set_on("aria-expanded", [(from, "false"), (to, "true")]);
            }
            Effect::TabStop { from, to } => {
                return self.set_on("tabindex", [(from, "-1"), (to, "0")]);
            }
            Effect::Focus(on) => return self.focus(on),
            Effect::Reveal(region) => self.reveal(region),
            Effect::StayInCard { is_back } => {
                if self.stay_in_card(is_back)? {
                    cause.into_iter().for_each(Event::prevent_default);
                }
            }
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
        let heading = || self.find("#card-title");
        let target = match on {
            FocusOn::Card => heading(),
            FocusOn::Region(region) => self.region_element(region),
            FocusOn::Map => self.find(".map"),
            FocusOn::Legend => self.find(".toggle"),
            FocusOn::Search => self.input().map(Into::into),
            FocusOn::Table => {
                if let Some(table) = self.find(".table") {
                    table.set_attribute("open", "")?;
                }
                self.find(".table > summary")
            }
            FocusOn::Control(command) => {
                let name = String::from("[data-do=\"") + &command.name() + "\"]";
                self.find(&name).or_else(heading)
            }
        };
        let Some(target) = target else { return Ok(()) };
        // The browser would scroll to the middle, and to the far islands of a region.
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // HTML and SVG elements have the same method.
        target.unchecked_ref::<HtmlElement>().focus_with_options(&options)?;
        match on {
            FocusOn::Region(region) => self.reveal(region),
            // Wherever it is, what is about to be seen is the region; and all of the map is there.
            FocusOn::Card | FocusOn::Map => {}
            FocusOn::Search => {
                // With room for the list of what is found, which has half of the window at most.
                let field = rect_of(&target);
                let (from, to) = self.room();
                self.scroll_to(Rect { height: field.height + (to - from) / 2.0, ..field });
            }
            FocusOn::Legend | FocusOn::Table | FocusOn::Control(_) => {
                self.scroll_to(rect_of(&target));
            }
        }
        Ok(())
    }

    /// Scrolls the page as little as shows a region.
    pub(super) fn reveal(&self, region: usize) {
        if let (Some(box_), Some(stage)) = (self.region_box(region), self.stage()) {
            // With its islands, if there is room for them.
            let whole = self.whole_box(region);
            let (from, to) = self.room();
            let whole = whole.filter(|whole| whole.height <= to - from);
            self.scroll_to(whole.unwrap_or(box_).within(stage));
        }
    }

    pub(super) fn show_search(&self, is_shown: bool) -> Result<(), JsValue> {
        let (Some(search), Some(button)) = (self.find(".search"), self.find(".find")) else {
            return Ok(());
        };
        button.set_attribute("aria-expanded", if is_shown { "true" } else { "false" })?;
        if is_shown {
            self.need("engine");
            return search.remove_attribute("hidden");
        }
        if let Some(input) = self.input() {
            input.set_value("");
        }
        search.set_attribute("hidden", "")
    }

    fn input(&self) -> Option<HtmlInputElement> {
        self.find("input[role=combobox]").map(JsCast::unchecked_into)
    }

    fn show_hits(&self, hits: &[usize]) -> Result<(), JsValue> {
        let options = {
            let state = self.state.borrow();
            let Some(map) = state.model.map() else { return Ok(()) };
            render::search::options(map, hits)
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
        let id = |place: usize| String::from("found-") + &digits::count(place);
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
