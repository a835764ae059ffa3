//! Legend → elements.

use super::control::button;
use super::live::LiveState;
use super::svg::swatch;
use super::texture;
use crate::content::legend::LegendItem;
use crate::content::locale::Locale;
use crate::interaction::command::Command;
use crate::render::element::Element;
use crate::scene::Scene;

/// The legend as a list of buttons that switch what is shown; `scene` is that of the map in the
/// same tree, whose patterns the swatches show; `language` is that of the labels, where it is
/// not that of the words.
#[must_use]
pub(crate) fn legend(
    items: &[LegendItem],
    scene: &Scene,
    language: Option<&str>,
    words: &Locale,
    live: Option<&LiveState<'_>>,
) -> Element {
    let lines = items.iter().map(|item| {
        let overlay = scene.overlays.iter().position(|over| over.category == item.category);
        let pattern = match overlay {
            Some(overlay) => Some(format!("url(#p{overlay})")),
            None if live.is_some_and(|live| live.has_patterns) => texture::of(scene, item.fill),
            None => None,
        };
        let label = Element::new("span").with("class", "legend-label").in_language(language);
        let is_alone = live.is_some_and(|live| live.filter.only() == Some(item.category));
        let toggle = button(Command::Only(item.category), live.is_some())
            .with("class", "toggle")
            .with("aria-pressed", if is_alone { "true" } else { "false" })
            .child(swatch(item.fill, item.outline, pattern))
            .child(label.text(item.label.clone()));
        let toggle = match item.count {
            Some(count) => toggle.child(
                Element::new("span").with("class", "legend-count").text(words.number(count)),
            ),
            None => toggle,
        };
        Element::new("li")
            .with("class", if item.is_part { "legend-item part" } else { "legend-item" })
            .child(toggle)
    });
    let is_filtered = live.is_some_and(|live| live.filter.only().is_some());
    let all = button(Command::ShowAll, is_filtered).with("class", "all").text(words.show_all);
    let list = Element::new("ul").with("aria-label", words.legend).children(lines);
    Element::new("div").with("class", "legend").with("part", "legend").child(list).child(all)
}
