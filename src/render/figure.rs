//! The whole widget: title, map, legend.

use super::{legend, svg, xml};
use crate::legend::LegendItem;
use crate::markup::Element;
use crate::scene::Scene;
use crate::text::Words;

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
    /// Language of all texts, a BCP 47 tag.
    pub language: &'a str,
    /// The words of the interface.
    pub words: &'a Words,
}

/// The figure, with a fingerprint of everything in it.
#[must_use]
pub fn figure(figure: &Figure<'_>) -> Element {
    let caption = Element::new("figcaption")
        .child(Element::new("h2").with("part", "title").text(figure.title))
        .child(Element::new("p").with("class", "subtitle").text(figure.subtitle))
        .child(Element::new("p").with("class", "summary").text(figure.summary));
    let stage = Element::new("div").with("class", "stage").with("part", "map").child(svg::map(
        figure.scene,
        figure.title,
        figure.anchors,
    ));
    let mut element = Element::new("figure")
        .with("class", "summit-map")
        .with("lang", figure.language.to_owned())
        .child(caption)
        .child(stage)
        .child(legend::legend(figure.legend, &figure.scene.overlays, figure.words.legend));
    let fingerprint = fingerprint(&xml::text(&element));
    element.attributes.push(("data-fingerprint", fingerprint.into()));
    element
}

/// 64-bit FNV-1a in hexadecimal. Source: RFC 9923. It tells two drawings apart; it is no defence
/// against a forger, who could change the page itself.
fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
