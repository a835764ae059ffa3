//! Controls → elements. A control does nothing before the script runs, so until then it is
//! disabled.

use super::drawing::Figure;
use super::swatch::key_swatch;
use crate::content::locale::{self, Locale};
use crate::interaction::command::Command;
use crate::layout::stage::Stage;
use crate::render::element::Element;

/// A control, usable only in a live widget.
pub(super) fn enabled(control: Element, is_live: bool) -> Element {
    if is_live { control } else { control.with("disabled", "") }
}

/// A button without its contents.
pub(super) fn button(action: Command, is_live: bool) -> Element {
    let button = Element::new("button;type=button").with("data-do", action.name());
    enabled(button, is_live)
}

fn sign(action: Command, sign: &'static str, label: &'static str, is_live: bool) -> Element {
    button(action, is_live).with("aria-label", label).text(sign)
}

/// The controls on the map: search, larger, smaller. At the whole map nothing is smaller.
pub(super) fn zoom(
    words: &Locale,
    is_whole: bool,
    stage: Option<&Stage>,
    is_live: bool,
) -> Element {
    let corner = stage.map(|stage| stage.tools).unwrap_or_default();
    let class = match (corner.is_left, corner.is_low) {
        (false, false) => "zoom",
        (true, false) => "zoom left",
        (false, true) => "zoom low",
        (true, true) => "zoom low left",
    };
    let glass = Element::new("path;d=M15 15l6 6M17 10a7 7 0 1 1-14 0a7 7 0 1 1 14 0");
    let glass =
        Element::new("svg;viewBox=0 0 24 24;width=20;height=20;aria-hidden=true").child(glass);
    let find = button(Command::Find, is_live)
        .with("class", "find")
        .with("aria-label", words.search)
        .with("aria-expanded", "false")
        .child(glass);
    let smaller = sign(Command::ZoomOut, "\u{2212}", words.zoom_out, is_live);
    let smaller = if is_whole { smaller.with("aria-disabled", "true") } else { smaller };
    Element::new("div;part=zoom;role=group")
        .with("class", class)
        .with("aria-label", words.controls)
        .child(find)
        .child(sign(Command::ZoomIn, "+", words.zoom_in, is_live))
        .child(smaller)
}

/// What stands under the map in one line: what a territory looks like, the facts, the table, the
/// language, the address.
pub(super) fn links(figure: &Figure<'_>, is_live: bool) -> Element {
    let words = figure.words;
    let facts =
        Element::new("a").with("href", format!("#{}", figure.list_anchor)).text(words.facts_link);
    let mut links = Element::new("p;class=links;part=links").child(facts);
    links = links.child(button(Command::Table, is_live).text(words.table));
    if figure.controls.has_languages {
        links = links.child(languages(words, is_live));
    }
    if figure.controls.has_link {
        links = links.child(button(Command::CopyLink, is_live).text(words.copy_link));
    }
    for item in figure.legend.iter().filter(|item| item.count.is_none()) {
        let label = Element::new("span").in_language(figure.facts_language);
        let key = Element::new("span;class=key").child(key_swatch(item, figure.scene));
        links = links.child(key.child(label.text(item.label.clone())));
    }
    links
}

fn languages(words: &Locale, is_live: bool) -> Element {
    let options = locale::ALL.iter().map(|other| {
        let option = Element::new("option")
            .with("value", other.code)
            .with("lang", other.code)
            .text(other.language_name);
        if other.code == words.code { option.with("selected", "") } else { option }
    });
    let select = Element::new("select;data-choose=language");
    enabled(select.with("aria-label", words.language).children(options), is_live)
}
