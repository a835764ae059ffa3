//! Legend → elements: the counts of the map, as buttons that show one status alone.

use super::control::button;
use super::swatch::key_swatch;
use crate::content::legend::LegendItem;
use crate::content::locale::Locale;
use crate::interaction::command::Command;
use crate::render::element::Element;
use crate::scene::Scene;

/// The legend; `scene` is that of the map in the same tree, whose patterns the swatches show;
/// `language` is that of the labels, where it is not that of the words.
#[must_use]
pub(crate) fn legend(
    items: &[LegendItem],
    scene: &Scene,
    language: Option<&str>,
    words: &Locale,
    is_live: bool,
) -> Element {
    let lines = items.iter().map(|item| line(item, scene, language, words, is_live));
    let list = Element::new("ul").with("aria-label", words.legend).children(lines);
    let legend = Element::new("div").with("class", "legend").with("part", "legend").child(list);
    let fills = items.iter().filter(|item| !item.is_over);
    let count = fills.filter_map(|item| item.count).sum();
    let all = button(Command::ShowAll, is_live).with("class", "all").text(words.show_all(count));
    legend.child(all.with("hidden", ""))
}

fn line(
    item: &LegendItem,
    scene: &Scene,
    language: Option<&str>,
    words: &Locale,
    is_live: bool,
) -> Element {
    let swatch = key_swatch(item, scene);
    let label = Element::new("span;class=legend-label").in_language(language);
    let Some(count) = item.count else {
        let label = label.text(item.label.clone());
        return Element::new("li;class=legend-item key").child(swatch).child(label);
    };
    let label = in_two_lengths(label, &item.label, &item.short);
    let mut number = Element::new("span;class=legend-number")
        .child(Element::new("b;class=legend-count").text(words.number(count)));
    if let Some(whole) = item.whole {
        let of = Element::new("span;class=of").text(words.of(whole));
        number = number.text(" ").child(of);
    }
    let toggle = button(Command::Only(item.category), is_live)
        .with("class", "toggle")
        .with("aria-pressed", "false")
        .child(swatch)
        .child(number)
        .text(" ")
        .child(label);
    let class = if item.is_part { "legend-item part" } else { "legend-item" };
    let names = Element::new("p;class=legend-names").in_language(language);
    Element::new("li").with("class", class).child(toggle).child(names.text(item.names.clone()))
}

/// A text, and a shorter one for where there is little room; the style sheet shows one of them.
pub(super) fn in_two_lengths(element: Element, long: &str, short: &str) -> Element {
    if long == short {
        return element.text(long);
    }
    let length = |class, text: &str| Element::new("span").with("class", class).text(text);
    element.child(length("long", long)).child(length("short", short))
}
