//! What the reader has filtered out recedes; the style sheet says how. Nothing is drawn for it.

use super::widget::Widget;
use crate::content::digits;
use crate::interaction::command::Command;
use crate::interaction::filter::Filter;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// All that stands for a region: its shapes, its dots, lines and names, its patterns on paper.
const MARKS: &str = "[data-region],[data-for],.textures use";

impl Widget {
    /// Brings the page to what the filter says.
    pub(super) fn filter(&self) -> Result<(), JsValue> {
        let (filter, dimmed, labels) = {
            let state = self.state.borrow();
            let filter = state.model.reader().filter;
            let Some(map) = state.model.map() else { return Ok(()) };
            let mut dimmed = Vec::with_capacity(map.regions.len());
            let mut labels = Vec::with_capacity(map.regions.len());
            for (index, region) in map.regions.iter().enumerate() {
                let is_dimmed = filter.is_dimmed(&region.categories);
                dimmed.push(is_dimmed);
                labels.push(map.label(index, is_dimmed));
            }
            (filter, dimmed, labels)
        };
        if filter == Filter::default() && self.find("[data-off]").is_none() {
            return self.mark_legend(filter);
        }
        for element in self.all(MARKS) {
            let Some(region) = region_of(&element) else { continue };
            mark(&element, "data-off", dimmed.get(region) == Some(&true))?;
            let label = labels.get(region).and_then(Option::as_deref);
            if let Some(label) = label.filter(|_| element.has_attribute("aria-label")) {
                element.set_attribute("aria-label", label)?;
            }
        }
        for overlay in self.all(".overlay") {
            let category = number(&overlay, "data-category");
            mark(&overlay, "data-off", category.is_some_and(|category| !filter.shows(category)))?;
        }
        self.mark_legend(filter)
    }

    fn mark_legend(&self, filter: Filter) -> Result<(), JsValue> {
        let is_filtered = filter.only().is_some();
        if let Some(legend) = self.find(".legend") {
            legend.set_class_name(if is_filtered { "legend filtered" } else { "legend" });
        }
        let pressed = filter.only().map(|only| Command::Only(only).name());
        for toggle in self.all(".toggle") {
            let is_pressed = pressed.is_some() && toggle.get_attribute("data-do") == pressed;
            toggle.set_attribute("aria-pressed", if is_pressed { "true" } else { "false" })?;
        }
        match self.find(".all") {
            Some(all) => mark(&all, "hidden", !is_filtered),
            None => Ok(()),
        }
    }
}

/// The region that an element stands for.
pub(super) fn region_of(element: &Element) -> Option<usize> {
    let number = number(element, "data-region").or_else(|| number(element, "data-for"));
    number.or_else(|| element.get_attribute("href")?.strip_prefix("#r").and_then(digits::place))
}

fn number(element: &Element, name: &str) -> Option<usize> {
    digits::place(&element.get_attribute(name)?)
}

/// Sets an attribute without a value, or removes it.
pub(super) fn mark(element: &Element, name: &str, is_set: bool) -> Result<(), JsValue> {
    if is_set { element.set_attribute(name, "") } else { element.remove_attribute(name) }
}
