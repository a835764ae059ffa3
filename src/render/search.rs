//! Regions that were found → options of a list.

use crate::content::locale::Locale;
use crate::render::element::Element;
use crate::scene::Scene;

/// The options, none of them marked.
#[must_use]
pub(crate) fn options(scene: &Scene, hits: &[usize], words: &Locale) -> Vec<Element> {
    if hits.is_empty() {
        let none = Element::new("li;role=option;aria-disabled=true");
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
