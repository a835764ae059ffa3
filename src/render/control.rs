//! Controls → elements. A control does nothing before the script runs, so until then it is
//! disabled.

use crate::content::locale::{self, Locale};
use crate::interaction::command::Command;
use crate::interaction::controls::Controls;
use crate::render::element::Element;

/// A control, usable only in a live widget.
pub(super) fn enabled(control: Element, is_live: bool) -> Element {
    if is_live { control } else { control.with("disabled", "") }
}

/// A button without its contents.
pub(super) fn button(action: Command, is_live: bool) -> Element {
    let button = Element::new("button").with("type", "button").with("data-do", action.name());
    enabled(button, is_live)
}

fn sign(action: Command, sign: &'static str, label: &'static str, is_live: bool) -> Element {
    button(action, is_live).with("aria-label", label).with("title", label).text(sign)
}

/// The buttons in the corner of the map.
pub(super) fn zoom(words: &Locale, is_whole: bool, is_live: bool) -> Element {
    let out = sign(Command::ZoomOut, "\u{2212}", words.zoom_out, is_live);
    let find = sign(Command::Find, "\u{1f50d}", words.search, is_live);
    Element::new("div")
        .with("class", "zoom")
        .with("part", "zoom")
        .with("role", "group")
        .with("aria-label", words.controls)
        .child(find.with("class", "find").with("aria-expanded", "false"))
        .child(sign(Command::ZoomIn, "+", words.zoom_in, is_live))
        .child(if is_whole && is_live { out.with("aria-disabled", "true") } else { out })
}

/// Language, link.
pub(super) fn tools(controls: &Controls, words: &Locale, is_live: bool) -> Element {
    let mut tools = Element::new("div").with("class", "tools").with("part", "tools");
    if controls.has_languages {
        tools = tools.child(languages(words, is_live));
    }
    if controls.has_link {
        tools = tools.child(button(Command::CopyLink, is_live).text(words.copy_link));
    }
    tools
}

fn languages(words: &Locale, is_live: bool) -> Element {
    let options = locale::ALL.iter().map(|other| {
        let option = Element::new("option")
            .with("value", other.code)
            .with("lang", other.code)
            .text(other.language_name);
        if other.code == words.code { option.with("selected", "") } else { option }
    });
    enabled(select("language", words.language).children(options), is_live)
}

fn select(what: &'static str, label: &'static str) -> Element {
    Element::new("select").with("data-choose", what).with("aria-label", label)
}
