//! The search → elements: its field, and the regions that were found as options of a list.
//! Source: WAI-ARIA Authoring Practices, combobox with a list of suggestions.

use crate::content::locale::Locale;
use crate::content::text;
use crate::interaction::map_index::MapIndex;
use crate::render::element::Element;

/// The field with the list under it, both hidden until a button opens them.
#[must_use]
pub(crate) fn field(words: &Locale) -> Element {
    let input = Element::new(
        "input;type=search;role=combobox;aria-expanded=false;aria-controls=found;\
         aria-autocomplete=list;autocomplete=off;spellcheck=false",
    )
    .with("aria-label", words.search)
    .with("placeholder", words.search);
    // Or the Tab key would go to it, for it scrolls.
    let list = Element::new("ul;id=found;role=listbox;tabindex=-1;hidden");
    let list = list.with("aria-label", words.search);
    Element::new("div;class=search;part=search;hidden").child(input).child(list)
}

/// The options, none of them marked.
#[must_use]
pub(crate) fn options(map: &MapIndex, hits: &[usize]) -> Vec<Element> {
    if hits.is_empty() {
        let none = Element::new("li;role=option;aria-disabled=true");
        return vec![none.text(map.words.no_results)];
    }
    let mut options = Vec::new();
    for (place, &index) in hits.iter().enumerate() {
        let Some(region) = map.regions.get(index) else { continue };
        options.push(
            Element::new("li")
                .with("id", text::concat(&["found-", &text::count(place)]))
                .with("role", "option")
                .with("aria-selected", "false")
                .with("data-found", text::count(index))
                .child(Element::new("b").text(region.name.clone()))
                .text(" ")
                .child(Element::new("span").text(region.words.clone())),
        );
    }
    options
}
