//! The search → elements: its field, and the regions that were found as options of a list.
//! Source: WAI-ARIA Authoring Practices, combobox with a list of suggestions.

use super::control::enabled;
use crate::content::locale::Locale;
use crate::render::element::Element;
use crate::scene::Scene;

/// The field with the list under it, both hidden until a button opens them.
#[must_use]
pub(crate) fn field(words: &Locale, is_live: bool) -> Element {
    let input = Element::new("input")
        .with("type", "search")
        .with("role", "combobox")
        .with("aria-label", words.search)
        .with("placeholder", words.search)
        .with("aria-expanded", "false")
        .with("aria-controls", "found")
        .with("aria-autocomplete", "list")
        .with("autocomplete", "off")
        .with("spellcheck", "false");
    let list = Element::new("ul")
        .with("id", "found")
        .with("role", "listbox")
        .with("aria-label", words.search)
        // Or the Tab key would go to it, for it scrolls.
        .with("tabindex", "-1")
        .with("hidden", "");
    let field = Element::new("div").with("class", "search").with("hidden", "");
    field.child(enabled(input, is_live)).child(list)
}

/// The options, none of them marked.
#[must_use]
pub(crate) fn options(scene: &Scene, hits: &[usize], words: &Locale) -> Vec<Element> {
    if hits.is_empty() {
        let none = Element::new("li").with("role", "option").with("aria-disabled", "true");
        return vec![none.text(words.no_results)];
    }
    let regions = hits.iter().enumerate();
    let option = |(place, &index): (usize, &usize)| {
        let region = scene.regions.get(index)?;
        Some(
            Element::new("li")
                .with("id", format!("found-{place}"))
                .with("role", "option")
                .with("aria-selected", "false")
                .with("data-found", index.to_string())
                .child(Element::new("b").text(region.name.clone()))
                .text(" ")
                .child(Element::new("span").text(region.words.clone())),
        )
    };
    regions.filter_map(option).collect()
}
