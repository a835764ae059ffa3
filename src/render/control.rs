//! Controls → elements. A control does nothing before the script runs, so until then it is
//! disabled.

use crate::content::locale::{self, Locale};
use crate::interaction::command::Command;
use crate::interaction::navigation::Direction;
use crate::interaction::zoom_target::{Choice, Controls};
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

/// The buttons in the corner of the map; those that move it only when there is somewhere to go.
pub(super) fn zoom(words: &Locale, is_whole: bool, is_live: bool) -> Element {
    let group = Element::new("div")
        .with("class", "zoom")
        .with("part", "zoom")
        .with("role", "group")
        .with("aria-label", words.controls)
        .child(sign(Command::ZoomIn, "+", words.zoom_in, is_live))
        .child(sign(Command::ZoomOut, "\u{2212}", words.zoom_out, is_live));
    if is_whole {
        return group;
    }
    let directions = [
        (Direction::Up, "\u{2191}"),
        (Direction::Down, "\u{2193}"),
        (Direction::Left, "\u{2190}"),
        (Direction::Right, "\u{2192}"),
    ];
    let moves = directions.iter().zip(words.pan);
    group
        .child(sign(Command::Whole, "\u{2922}", words.reset, is_live))
        .children(moves.map(|(&(to, arrow), label)| sign(Command::Pan(to), arrow, label, is_live)))
}

/// Search, places to zoom to, language, link.
pub(super) fn tools(controls: &Controls, words: &Locale, is_live: bool) -> Element {
    let mut tools = Element::new("div")
        .with("class", "tools")
        .with("part", "tools")
        .child(search(words, is_live));
    if !controls.areas.is_empty() || !controls.groups.is_empty() {
        tools = tools.child(zoom_to(controls, words, is_live));
    }
    if controls.has_languages {
        tools = tools.child(languages(words, is_live));
    }
    if controls.has_link {
        tools = tools.child(button(Command::CopyLink, is_live).text(words.copy_link));
    }
    tools
}

/// Source: WAI-ARIA Authoring Practices, combobox with a list of suggestions.
fn search(words: &Locale, is_live: bool) -> Element {
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
    Element::new("div").with("class", "search").child(enabled(input, is_live)).child(list)
}

fn zoom_to(controls: &Controls, words: &Locale, is_live: bool) -> Element {
    let group = |label: &'static str, choices: &[Choice]| {
        let options = choices.iter().map(|choice| {
            Element::new("option").with("value", choice.value.clone()).text(choice.label.clone())
        });
        Element::new("optgroup").with("label", label).children(options)
    };
    let groups = [(words.areas, &controls.areas), (words.groups, &controls.groups)];
    let groups = groups.into_iter().filter(|(_, choices)| !choices.is_empty());
    let select = select("zoom-to", words.zoom_to)
        .child(Element::new("option").with("value", "").text(words.zoom_to))
        .child(Element::new("option").with("value", "whole").text(words.reset))
        .children(groups.map(|(label, choices)| group(label, choices)));
    enabled(select, is_live)
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
