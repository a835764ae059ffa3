//! What the reader has filtered out recedes; the style sheet says how. Nothing is drawn for it.

use super::page::Dom;
use super::widget::Widget;
use crate::content::text;
use crate::interaction::command::Command;
use crate::interaction::filter::Filter;

/// All that stands for a region: its shapes, its dots, lines and names, its patterns on paper.
const MARKS: &str = "[data-region],[data-for],.textures use";

impl Widget {
    /// Brings the page to what the filter says.
    pub(super) fn filter(&self) {
        let filter = self.state().model.reader().filter;
        if filter != Filter::default() || self.find("[data-off]").is_some() {
            self.mark_regions(filter);
        }
        self.mark_legend(filter);
    }

    fn mark_regions(&self, filter: Filter) {
        let Some(map) = self.map() else { return };
        for element in &self.root.all(MARKS) {
            let Some(region) = region_of(element) else { continue };
            let Some(known) = map.regions.get(region) else { continue };
            let is_dimmed = filter.is_dimmed(&known.categories);
            element.mark("data-off", is_dimmed);
            if element.has("aria-label") {
                let label = map.label(region, is_dimmed).unwrap_or_default();
                element.set_attribute("aria-label", &label);
            }
        }
        for overlay in &self.root.all(".overlay") {
            let category = number(overlay, "data-category");
            overlay.mark("data-off", category.is_some_and(|category| !filter.shows(category)));
        }
    }

    fn mark_legend(&self, filter: Filter) {
        let pressed = filter.only().map(|only| Command::Only(only).name());
        if let Some(legend) = self.find(".legend") {
            legend.set_class(if pressed.is_some() { "legend filtered" } else { "legend" });
        }
        for toggle in &self.root.all(".toggle") {
            let is_pressed = pressed.is_some() && toggle.attribute("data-do") == pressed;
            toggle.tell("aria-pressed", is_pressed);
        }
        if let Some(all) = self.find(".all") {
            all.mark("hidden", pressed.is_none());
        }
    }
}

/// The region that an element stands for.
pub(super) fn region_of(element: &Dom) -> Option<usize> {
    let number = number(element, "data-region").or_else(|| number(element, "data-for"));
    number.or_else(|| text::place(element.attribute("href")?.strip_prefix("#r")?))
}

/// An attribute that is a number.
#[inline(never)]
pub(super) fn number(element: &Dom, name: &str) -> Option<usize> {
    text::place(&element.attribute(name)?)
}
