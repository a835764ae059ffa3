//! Legend → elements.

use super::svg::swatch;
use crate::legend::LegendItem;
use crate::markup::Element;
use crate::scene::Overlay;

/// The legend as a list; `overlays` are those of the map in the same tree, whose patterns the
/// swatches show; `name` is its accessible name.
#[must_use]
pub fn legend(items: &[LegendItem], overlays: &[Overlay], name: &str) -> Element {
    let lines = items.iter().map(|item| {
        let pattern = overlays.iter().position(|overlay| overlay.category == item.category);
        let line = Element::new("li")
            .with("class", if item.is_part { "legend-item part" } else { "legend-item" })
            .child(swatch(item.fill, item.outline, pattern))
            .child(Element::new("span").with("class", "legend-label").text(item.label.clone()));
        match item.count {
            Some(count) => line
                .child(Element::new("span").with("class", "legend-count").text(count.to_string())),
            None => line,
        }
    });
    Element::new("ul")
        .with("class", "legend")
        .with("part", "legend")
        .with("aria-label", name.to_owned())
        .children(lines)
}
