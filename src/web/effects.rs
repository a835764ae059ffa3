//! Carries out what the model says is to be done.

use super::dom;
use super::page::Dom;
use super::widget::Widget;
use crate::content::text;
use crate::interaction::effect::{Effect, FocusOn};
use crate::layout::rect::Rect;
use crate::render;

impl Widget {
    /// Carries out one effect. What changes the picture waits for [`Widget::flush`]; what else
    /// touches the page finds the picture up to date.
    #[inline(never)]
    pub(super) fn carry_out(&self, effect: &Effect, cause: Option<&Dom>) {
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
            Effect::Picture(picture) => self.edit().pending.add(*picture),
            Effect::StartTimer { timer, delay_ms } => self.start_timer(*timer, *delay_ms),
            Effect::StopTimer(timer) => self.set_timer(*timer, None),
            Effect::PreventDefault => cause.into_iter().for_each(Dom::prevent_default),
            Effect::StopPropagation => cause.into_iter().for_each(Dom::stop_propagation),
            Effect::ShowHits(hits) => self.show_hits(hits),
            Effect::HideHits => self.open_list(false),
            Effect::ActiveHit { from, to } => self.mark_hit(*from, *to),
            Effect::ShowSearch(is_shown) => self.show_search(*is_shown),
            Effect::Expanded { from, to } => {
                self.set_on("aria-expanded", [(*from, "false"), (*to, "true")]);
            }
            Effect::TabStop { from, to } => self.set_on("tabindex", [(*from, "-1"), (*to, "0")]),
            Effect::Focus(on) => self.focus(*on),
            Effect::Reveal(region) => self.reveal(*region),
            Effect::StayInCard { is_back } => {
                if self.stay_in_card(*is_back) {
                    cause.into_iter().for_each(Dom::prevent_default);
                }
            }
            Effect::Say { text, is_seen } => self.say(text, *is_seen),
            Effect::Selected(region) => self.tell_selected(*region),
            Effect::ViewChanged(zoom) => self.tell_view(*zoom),
            Effect::WriteLink { prefix, link, is_step } => self.write_link(prefix, link, *is_step),
            Effect::CopyLink { prefix, link } => self.copy_link(prefix, link),
            Effect::SetLanguage(tag) => self.host.set_or_remove("lang", tag.as_deref()),
        }
    }

    /// Sets an attribute of the buttons of two regions, if they are buttons.
    pub(super) fn set_on(&self, name: &str, on: [(Option<usize>, &str); 2]) {
        for (region, value) in on {
            let element = region.and_then(|region| self.region_element(region));
            if let Some(element) = element.filter(|element| element.has(name)) {
                element.set_attribute(name, value);
            }
        }
    }

    #[inline(never)]
    fn focus(&self, on: FocusOn) {
        let heading = || self.find("#card-title");
        let target = match on {
            FocusOn::Card => heading(),
            FocusOn::Region(region) => self.region_element(region),
            FocusOn::Map => self.find(".map"),
            FocusOn::Legend => self.find(".toggle"),
            FocusOn::Search => self.input(),
            FocusOn::Table => {
                if let Some(table) = self.find(".table") {
                    table.mark("open", true);
                }
                self.find(".table > summary")
            }
            FocusOn::Control(command) => {
                self.find(&text::concat(&["[data-do=\"", &command.name(), "\"]"])).or_else(heading)
            }
        };
        let Some(target) = target else { return };
        target.focus();
        match on {
            FocusOn::Region(region) => self.reveal(region),
            // Wherever it is, what is about to be seen is the region; and all of the map is there.
            FocusOn::Card | FocusOn::Map => {}
            FocusOn::Search => {
                // With room for the list of what is found, which has half of the window at most.
                let field = target.rect();
                let (from, to) = self.room();
                self.scroll_to(Rect { height: field.height + (to - from) / 2.0, ..field });
            }
            FocusOn::Legend | FocusOn::Table | FocusOn::Control(_) => {
                self.scroll_to(target.rect());
            }
        }
    }

    /// Scrolls the page as little as shows a region.
    pub(super) fn reveal(&self, region: usize) {
        if let (Some(part), Some(stage)) = (self.region_box(region), self.stage()) {
            // With its islands, if there is room for them.
            let whole = self.whole_box(region);
            let (from, to) = self.room();
            let whole = whole.filter(|whole| whole.height <= to - from);
            self.scroll_to(whole.unwrap_or(part).within(stage));
        }
    }

    #[inline(never)]
    fn show_search(&self, is_shown: bool) {
        let (Some(search), Some(button)) = (self.find(".search"), self.find(".find")) else {
            return;
        };
        button.tell("aria-expanded", is_shown);
        if is_shown {
            // The other names of regions are in the file that comes later.
            self.need("engine");
            self.need("more");
        } else if let Some(input) = self.input() {
            input.set_text("value", "");
        }
        search.mark("hidden", !is_shown);
    }

    fn input(&self) -> Option<Dom> {
        self.find("input[role=combobox]")
    }

    #[inline(never)]
    fn show_hits(&self, hits: &[usize]) {
        let Some(map) = self.map() else { return };
        if let Some(list) = self.find("#found") {
            dom::fill(&self.document, &list, &render::search::options(&map, hits), false);
        }
        self.open_list(true);
    }

    /// Opens or closes the list under the search field.
    fn open_list(&self, is_open: bool) {
        if let (Some(list), Some(input)) = (self.find("#found"), self.input()) {
            list.mark("hidden", !is_open);
            input.tell("aria-expanded", is_open);
            input.remove_attribute("aria-activedescendant");
        }
    }

    #[inline(never)]
    fn mark_hit(&self, from: Option<usize>, to: usize) {
        for (place, is_active) in [(from, false), (Some(to), true)] {
            let Some(place) = place else { continue };
            let option = self.find(&text::concat(&["#found-", &text::count(place)]));
            if let Some(option) = option {
                option.tell("aria-selected", is_active);
            }
        }
        if let Some(input) = self.input() {
            let id = text::concat(&["found-", &text::count(to)]);
            input.set_attribute("aria-activedescendant", &id);
        }
    }
}
