//! List of facts → elements.

use super::entry::{body, claims};
use crate::content::fact_list::FactList;
use crate::content::locale::Locale;
use crate::content::region_details::RegionDetails;
use crate::render::element::Element;

/// The list, as it stands in the page under the map.
#[must_use]
pub(crate) fn fact_list(list: &FactList, words: &Locale) -> Element {
    let section = |entry: &RegionDetails| {
        let section = Element::new("section").with("class", "entry");
        let section = match &entry.anchor {
            Some(anchor) => section.with("id", anchor.clone()).with("tabindex", "-1"),
            None => section,
        };
        let name = Element::new("h3").in_language(entry.language.as_deref());
        section.child(name.text(entry.name.clone())).children(body(entry, words))
    };
    let sections = |entries: &[RegionDetails]| {
        Element::new("div").with("class", "entries").children(entries.iter().map(section))
    };
    let mut parts = Element::new("div")
        .with("class", "summit-facts")
        .with("lang", words.code)
        .child(Element::new("h2").text(words.list))
        .child(sections(&list.entries));
    if !list.categories.is_empty() {
        parts = parts
            .child(Element::new("h2").text(words.categories))
            .child(sections(&list.categories));
    }
    if !list.general.is_empty() {
        let general = claims(&list.general, list.language.as_deref(), words);
        parts = parts.child(Element::new("h2").text(words.general)).child(general);
    }
    if list.sources.is_empty() {
        return parts;
    }
    let sources = list.sources.iter().map(|source| {
        Element::new("li")
            .with("id", source.anchor.clone())
            .with("tabindex", "-1")
            .child(Element::new("cite").text(source.label.clone()))
            .text(format!(". {}.", source.detail))
    });
    parts
        .child(Element::new("h2").text(words.sources))
        .child(Element::new("ul").with("class", "sources").children(sources))
}
