//! The whole widget: title, controls, map, legend, table.

use super::live::LiveState;
use super::shapes::Shapes;
use super::{card, control, legend, search, svg, table};
use crate::content::legend::LegendItem;
use crate::content::locale::Locale;
use crate::interaction::controls::Controls;
use crate::render::element::Element;
use crate::scene::Scene;
use std::rc::Rc;

/// What the figure shows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figure<'a> {
    /// The picture.
    pub scene: &'a Scene,
    /// The shapes of that picture.
    pub shapes: &'a Shapes,
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
    /// The table's grid; None while it is closed, and before the script runs.
    pub table: Option<&'a Rc<Element>>,
    /// What the reader has set; None before the script runs.
    pub live: Option<&'a LiveState<'a>>,
}

/// The figure.
#[must_use]
pub(crate) fn figure(figure: &Figure<'_>) -> Element {
    let (language, words, live) = (figure.facts_language, figure.words, figure.live);
    let title = Element::new("h2").with("part", "title").in_language(language);
    let subtitle = Element::new("p").with("class", "subtitle").in_language(language);
    let caption = Element::new("figcaption")
        .child(title.text(figure.title))
        .child(subtitle.text(figure.subtitle))
        .child(Element::new("p").with("class", "summary").text(figure.summary));
    let element = Element::new("figure")
        .with("class", "summit-map")
        .with("lang", words.code)
        .child(caption)
        .child(control::tools(figure.controls, words, live.is_some()))
        .child(stage(figure))
        .child(legend::legend(figure.legend, figure.scene, language, words, live))
        .child(table::table(figure.table.cloned(), words))
        .child(Element::new("p").with("class", "said").with("role", "status"));
    if live.is_some() { element.with("data-live", "") } else { element }
}

/// The map, with what lies over it.
fn stage(figure: &Figure<'_>) -> Element {
    let (scene, words) = (figure.scene, figure.words);
    let map = svg::map(scene, figure.title, figure.anchors, figure.shapes, figure.live);
    let hint = |class| Element::new("p").with("class", class);
    // What a gesture moves: a box, for a drawing that is moved itself is laid out in layers anew.
    let layers = Element::new("div")
        .with("class", "layers")
        .child(map.in_language(figure.facts_language))
        .children(figure.live.map(|_| svg::overlay(scene)));
    let view = Element::new("div")
        .with("class", if scene.is_whole { "view" } else { "view zoomed" })
        .child(layers)
        .child(hint("hint").with("aria-hidden", "true"))
        .child(hint("help").with("id", "help").text(words.help));
    let is_live = figure.live.is_some();
    Element::new("div")
        .with("class", "stage")
        .with("part", "map")
        .child(view)
        .child(control::zoom(words, scene.is_whole, is_live))
        .child(search::field(words, is_live))
        .children(figure.live.map(|_| card::closed()))
}
