//! Scene → SVG elements.

use super::drawing::Figure;
use super::overlay::{Ids, overlays, patterns};
use super::paint::themed;
use super::view_box::{rect, svg_of, view_box};
use super::{inset, stage, texture};
use crate::data::color::SEA;
use crate::layout::stage::{Inset, Stage};
use crate::render::element::{Element, Node};
use crate::scene::Layer;
use std::rc::Rc;

const IDS: Ids = Ids { class: None };
/// Of texts, where no style sheet names one.
pub(super) const FONT: &str = "Arial, Helvetica, sans-serif";
/// Of the lines between areas in units, where no style sheet says it in pixels.
const EDGE_WIDTH: i32 = 8;

/// The map with what stands on `stage`. Before the script runs it is the shapes alone, for what
/// stands on and under them is drawn for several widths, each in an SVG of its own.
#[must_use]
pub(crate) fn map(figure: &Figure<'_>, stage: Option<&Stage>) -> Element {
    let scene = figure.scene;
    // The whole map is in the same box before the script runs and after, so that nothing moves.
    let shown = if scene.is_whole { figure.frame } else { scene.shown() };
    let svg = svg_of(shown, "map".to_owned())
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("role", "graphics-document")
        .with("aria-label", figure.title.to_owned());
    let svg = match figure.is_live {
        true => svg.with("tabindex", "-1").with("aria-describedby", "help"),
        false => svg,
    };
    // The legend's swatches need the patterns too.
    let patterns = stage.or(scene.stages.last()).map(|stage| patterns(scene, stage, IDS));
    svg.children(patterns)
        .children(stage.map(inset::grounds))
        .children(scene.layers.iter().map(|layer| draw_layer(layer, figure, stage)))
        .child(texture::textures(scene))
        .children(stage.and_then(|stage| texture::in_insets(scene, stage)))
        .children(stage.into_iter().flat_map(|stage| overlays(figure, stage, IDS)))
        .children(stage.into_iter().flat_map(|stage| stage::marks(figure, stage, IDS)))
}

/// The map with what stands on `stage`, without a style sheet.
#[must_use]
pub(crate) fn file(figure: &Figure<'_>, stage: &Stage) -> Element {
    let shown = stage.shown();
    let figure = Figure { frame: shown, ..*figure };
    let mut svg = map(&figure, Some(stage)).with("font-family", FONT);
    let sea = rect(shown);
    svg.children.insert(0, Node::Element(Rc::new(themed("fill", SEA, sea))));
    styled(&mut svg, &stage.insets);
    svg
}

/// Says in attributes what the style sheet says by class: lines of an inset are as thin as on the
/// map, or their light edges would cover the islands.
fn styled(element: &mut Element, insets: &[Inset]) {
    for child in &mut element.children {
        let Node::Element(child) = child else { continue };
        let child = Rc::make_mut(child);
        let class = child.attribute("class").unwrap_or_default();
        if class == "inset" {
            let shown = child.attribute("viewBox");
            let is_own = |inset: &&Inset| shown == Some(&view_box(inset.window));
            let factor = insets.iter().find(is_own).map_or(100, |inset| inset.factor);
            let width = EDGE_WIDTH * 100 / factor.max(25);
            child.attributes.push(("stroke-width", width.to_string().into()));
        } else if class.split(' ').any(|class| class == "bold") {
            child.attributes.push(("font-weight", "700".into()));
        }
        styled(child, insets);
    }
}

/// The regions of one status: a group, which tells its status and how many they are.
fn draw_layer(layer: &Layer, figure: &Figure<'_>, stage: Option<&Stage>) -> Element {
    let scene = figure.scene;
    let (class, stroke) = match layer.outline {
        Some(outline) => ("layer outlined", outline),
        None => ("layer", scene.border),
    };
    let regions = layer.regions.iter().filter_map(|&index| figure.shapes.region(index));
    let insets = stage.iter().flat_map(|stage| &stage.insets);
    let group = Element::new("g")
        .with("class", class)
        .with("fill-rule", "evenodd")
        .with("stroke-width", EDGE_WIDTH.to_string())
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
        .children(insets.filter_map(|inset| inset::of_layer(layer, inset, figure)));
    themed("fill", layer.fill, themed("stroke", stroke, group))
}
