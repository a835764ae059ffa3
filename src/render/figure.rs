//! The whole widget: title, controls, map, legend, table.

use super::live::LiveState;
use super::{control, legend, svg, table, xml};
use crate::content::data_table::Table;
use crate::content::legend::LegendItem;
use crate::content::locale::Locale;
use crate::interaction::zoom_target::Controls;
use crate::render::element::Element;
use crate::scene::Scene;

/// What the figure shows.
#[derive(Clone, Copy, Debug)]
pub struct Figure<'a> {
    /// The picture.
    pub scene: &'a Scene,
    /// For each region of the scene, the fragment that it links to.
    pub anchors: &'a [Option<String>],
    /// The legend.
    pub legend: &'a [LegendItem],
    /// Headline.
    pub title: &'a str,
    /// Sentence under it.
    pub subtitle: &'a str,
    /// The counts in words.
    pub summary: &'a str,
    /// Language of the texts of the facts, a BCP 47 tag, where it is not that of the words.
    pub facts_language: Option<&'a str>,
    /// The words of the interface.
    pub words: &'a Locale,
    /// What the controls offer.
    pub controls: &'a Controls,
    /// The table; None before the script runs, when the list of facts says the same.
    pub table: Option<&'a Table>,
    /// What the reader has set; None before the script runs.
    pub live: Option<&'a LiveState<'a>>,
}

/// The figure; before the script runs, with a fingerprint of everything in it.
#[must_use]
pub fn figure(figure: &Figure<'_>) -> Element {
    let (language, words, live) = (figure.facts_language, figure.words, figure.live);
    let title = Element::new("h2").with("part", "title").in_language(language);
    let subtitle = Element::new("p").with("class", "subtitle").in_language(language);
    let caption = Element::new("figcaption")
        .child(title.text(figure.title))
        .child(subtitle.text(figure.subtitle))
        .child(Element::new("p").with("class", "summary").text(figure.summary));
    let mut element = Element::new("figure")
        .with("class", "summit-map")
        .with("lang", words.code)
        .child(caption)
        .child(control::tools(figure.controls, words, live.is_some()))
        .child(stage(figure))
        .child(legend::legend(figure.legend, figure.scene, language, words, live))
        .child(table::table(figure.table, words))
        .child(Element::new("p").with("class", "said").with("role", "status"));
    if live.is_some() {
        element.attributes.push(("data-live", "".into()));
    } else {
        let fingerprint = fingerprint(&xml::text(&element));
        element.attributes.push(("data-fingerprint", fingerprint.into()));
    }
    element
}

/// The map, with what lies over it.
fn stage(figure: &Figure<'_>) -> Element {
    let (scene, words) = (figure.scene, figure.words);
    let map = svg::map(scene, figure.title, figure.anchors, figure.live);
    let hint = |class| Element::new("p").with("class", class);
    let view = Element::new("div")
        .with("class", if scene.is_whole { "view" } else { "view zoomed" })
        .child(map.in_language(figure.facts_language))
        .child(hint("help").with("id", "help").text(words.help))
        .child(hint("hint").with("aria-hidden", "true"));
    Element::new("div").with("class", "stage").with("part", "map").child(view).child(control::zoom(
        words,
        scene.is_whole,
        figure.live.is_some(),
    ))
}

/// 64-bit FNV-1a in hexadecimal. Source: RFC 9923. It tells two drawings apart; it is no defence
/// against a forger, who could change the page itself.
fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
