//! List of facts → elements: folded by status and region, to be read with scripts off too.

use super::entry::{body, claims};
use crate::content::fact_list::{FactGroup, FactList};
use crate::content::locale::Locale;
use crate::content::region_details::RegionDetails;
use crate::render::element::Element;

/// The list, as it stands in the page under the map; `anchor` is its fragment, without `#`.
#[must_use]
pub(crate) fn fact_list(list: &FactList, anchor: &str, words: &Locale) -> Element {
    let language = list.language.as_deref();
    let note = (!list.note.is_empty())
        .then(|| Element::new("p").in_language(language).text(list.note.clone()));
    let mut parts = Element::new("div;class=summit-facts")
        .with("id", anchor.to_owned())
        .with("lang", words.code)
        .child(Element::new("h2").text(words.list))
        .children(note)
        .children(list.groups.iter().map(|group| status_group(group, language, words)));
    let mut notes = Vec::new();
    for entry in &list.categories {
        notes.push(Element::new("h3").in_language(language).text(entry.name.clone()));
        notes.extend(body(entry, words));
    }
    if !list.general.is_empty() {
        notes.push(Element::new("h3").text(words.general));
        notes.push(claims(&list.general, language, words));
    }
    if !notes.is_empty() {
        parts = parts.child(folded("notes", words.categories).children(notes));
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
    let sources = Element::new("ul;class=sources").children(sources);
    parts.child(folded("notes", words.sources).child(sources))
}

/// Something that a reader opens.
fn folded(class: &'static str, summary: &str) -> Element {
    let summary = Element::new("summary").text(summary);
    Element::new("details").with("class", class).child(summary)
}

fn status_group(group: &FactGroup, language: Option<&str>, words: &Locale) -> Element {
    let label = Element::new("span").in_language(language).text(group.label.clone());
    let count = words.number(group.entries.len());
    let summary = Element::new("summary").child(label).text(format!(" ({count})"));
    Element::new("details;class=group")
        .child(summary)
        .children(group.entries.iter().map(|entry| region_entry(entry, words)))
}

/// A link to it leads into it, so that a browser opens it, and the group around it.
fn region_entry(entry: &RegionDetails, words: &Locale) -> Element {
    let language = entry.language.as_deref();
    let mut summary = Element::new("summary")
        .child(Element::new("b").in_language(language).text(entry.name.clone()));
    if let Some(lead) = &entry.lead {
        let lead = Element::new("span").in_language(language).text(lead.text.clone());
        summary = summary.text(" ").child(lead);
    }
    let inside = Element::new("div;class=body");
    let inside = match &entry.anchor {
        Some(anchor) => inside.with("id", anchor.clone()).with("tabindex", "-1"),
        None => inside,
    };
    Element::new("details;class=entry").child(summary).child(inside.children(body(entry, words)))
}
