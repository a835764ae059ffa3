//! Insets → elements: the shapes of the map once more, larger, on a ground of their own.

use super::drawing::Figure;
use super::paint::themed;
use super::shapes::button;
use super::view_box::{rect, view_box};
use crate::data::color::{EDGE, INSET};
use crate::layout::stage::{Inset, Stage};
use crate::render::element::Element;
use crate::scene::Layer;

/// The ground of each inset, and the place on the map that it shows.
pub(super) fn grounds(stage: &Stage) -> Element {
    let group = Element::new("g;class=inset-ground").with("fill", INSET.light.hex());
    let mut group = group.with("stroke", EDGE.light.hex()).with("stroke-width", "10");
    for inset in &stage.insets {
        for area in [inset.window, inset.frame] {
            group = group.child(rect(area).with("class", "line"));
        }
    }
    group
}

/// The picture of an inset: an SVG that shows its window at its place.
pub(super) fn picture(inset: &Inset) -> Element {
    Element::new("svg;class=inset")
        .with("x", inset.place.min.x.to_string())
        .with("y", inset.place.min.y.to_string())
        .with("width", inset.place.width().to_string())
        .with("height", inset.place.height().to_string())
        .with("viewBox", view_box(inset.window))
}

/// The shapes of all insets before the script runs, by layer, then the patterns over them.
pub(super) fn shapes(figure: &Figure<'_>, stage: &Stage) -> Vec<Element> {
    let mut parts = Vec::new();
    for inset in &stage.insets {
        for layer in &figure.scene.layers {
            if let Some(shapes) = of_layer(layer, inset, figure) {
                let group = Element::new("g;class=layer").child(shapes);
                let edge = layer.outline.unwrap_or(figure.scene.border);
                parts.push(themed("fill", layer.fill, themed("stroke", edge, group)));
            }
        }
    }
    parts
}

/// The regions of a layer in an inset; None where it shows none of them. In a live map those that
/// are found there only are the buttons.
pub(super) fn of_layer(layer: &Layer, inset: &Inset, figure: &Figure<'_>) -> Option<Element> {
    let mut shapes = Vec::new();
    for &region in layer.regions.iter().filter(|region| inset.drawn.contains(region)) {
        let copy = Element::new("use").with("href", format!("#r{region}"));
        let is_button = figure.is_live && inset.members.contains(&region);
        let link = match figure.scene.regions.get(region) {
            Some(own) if is_button => button(Element::new("a"), region, own, figure.anchors),
            _ => Element::new("g").with("data-for", region.to_string()),
        };
        shapes.push(link.child(copy));
    }
    (!shapes.is_empty()).then(|| picture(inset).children(shapes))
}

/// The heading of an inset: the part of the map that it shows, and how much larger.
pub(super) fn title(figure: &Figure<'_>, stage: &Stage, inset: &Inset) -> Element {
    let px = |tenths: i32| stage.units_per_10_px * tenths / 100;
    let factor = inset.factor * inset.scale / 100;
    let factor = format!("\u{d7}{}{}{}", factor / 100, figure.words.decimal, factor / 10 % 10);
    let title = Element::new("text;class=inset-title;aria-hidden=true")
        .with("x", (inset.frame.min.x + px(120)).to_string())
        .with("y", (inset.frame.min.y + px(180)).to_string())
        .with("font-size", px(128).to_string())
        .text(inset.title.clone());
    // The name of the only region that is found there answers for it.
    let title = match inset.members.as_slice() {
        &[region] => title.with("data-for", region.to_string()),
        _ => title,
    };
    let factor = Element::new("tspan;class=muted").with("dx", px(60).to_string()).text(factor);
    title.child(factor)
}
