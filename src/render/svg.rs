//! Scene → SVG elements.

use super::figure::Figure;
use super::overlay::{Ids, overlays, patterns};
use super::paint::themed;
use super::{inset, stage, texture};
use crate::data::color::{LightDark, SEA};
use crate::layout::stage::Stage;
use crate::render::element::{Element, Node};
use crate::scene::Layer;
use std::rc::Rc;

const IDS: Ids = Ids { class: None };

/// The map with what stands on `stage`. Before the script runs it is the shapes alone, for what
/// stands on and under them is drawn for several widths, each in an SVG of its own.
#[must_use]
pub(crate) fn map(figure: &Figure<'_>, stage: Option<&Stage>) -> Element {
    let (scene, live) = (figure.scene, figure.live);
    // The whole map is in the same box before the script runs and after, so that nothing moves.
    let shown = if scene.is_whole { figure.frame } else { scene.shown() };
    let svg = stage::svg_of(shown, "map".to_owned())
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("role", "graphics-document")
        .with("aria-label", figure.title.to_owned());
    let svg = match live {
        Some(_) => svg.with("tabindex", "-1").with("aria-describedby", "help"),
        None => svg,
    };
    // The legend's swatches need the patterns too.
    let patterns = stage.or(scene.stages.last()).map(|stage| patterns(scene, stage, IDS));
    svg.children(patterns)
        .children(stage.map(inset::grounds))
        .children(scene.layers.iter().map(|layer| draw_layer(layer, figure, stage)))
        .child(texture::textures(scene, live))
        .children(stage.and_then(|stage| texture::in_insets(scene, stage, live)))
        .children(stage.into_iter().flat_map(|stage| overlays(figure, stage, IDS)))
        .children(stage.into_iter().flat_map(|stage| stage::marks(figure, stage, IDS)))
}

/// The map as a file of its own, without a style sheet.
#[must_use]
pub(crate) fn file(figure: &Figure<'_>) -> Element {
    let stage = figure.scene.stages.last();
    let shown = stage.map_or(figure.frame, Stage::shown);
    let figure = Figure { frame: shown, ..*figure };
    let mut svg = map(&figure, stage).with("font-family", "Arial, Helvetica, sans-serif");
    let sea = stage::rect(shown);
    svg.children.insert(0, Node::Element(Rc::new(themed("fill", SEA, sea))));
    svg
}

/// The regions of one status: a group, which tells its status and how many they are.
fn draw_layer(layer: &Layer, figure: &Figure<'_>, stage: Option<&Stage>) -> Element {
    let (scene, live) = (figure.scene, figure.live);
    let (class, stroke) = match layer.outline {
        Some(outline) => ("layer outlined", outline),
        None => ("layer", scene.border),
    };
    let regions = layer.regions.iter().filter_map(|&index| {
        figure.shapes.region(index, live.is_some_and(|live| live.is_dimmed(index)), figure.words)
    });
    let insets = stage.iter().flat_map(|stage| &stage.insets);
    let group = Element::new("g")
        .with("class", class)
        .with("fill-rule", "evenodd")
        .with("stroke-width", "8")
        .with("stroke-linejoin", "round");
    let item = figure.legend.iter().find(|item| item.fill == Some(layer.fill));
    let group = match item.and_then(|item| Some((&item.label, item.count?))) {
        Some((label, count)) => {
            let label = format!("{label}{}{count}", figure.words.colon);
            group.with("role", "group").with("aria-label", label)
        }
        None => group,
    };
    let group = group
        .shared(regions)
        .children(insets.filter_map(|inset| inset::of_layer(layer, inset, figure, live)));
    themed("fill", layer.fill, themed("stroke", stroke, group))
}

/// A small picture of a paint, for the legend; `overlay` and `texture` refer to patterns of the
/// map in the same tree.
#[must_use]
pub(crate) fn swatch(
    fill: Option<LightDark>,
    outline: Option<LightDark>,
    overlay: Option<String>,
    texture: Option<String>,
) -> Element {
    let rect = || Element::new("rect;x=4;y=4;width=152;height=152;rx=24");
    let svg =
        Element::new("svg;class=swatch;viewBox=0 0 160 160;width=16;height=16;aria-hidden=true");
    let base = fill.map(|fill| {
        let shape = themed("fill", fill, rect());
        match outline {
            Some(outline) => {
                let group = Element::new("g;stroke-width=8").child(shape);
                themed("stroke", outline, group)
            }
            None => shape,
        }
    });
    svg.children(base)
        .children(texture.map(|texture| texture::hidden(rect(), texture)))
        .children(overlay.map(|overlay| rect().with("fill", overlay)))
}
