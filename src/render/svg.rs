//! Scene → SVG elements.

use super::live::LiveState;
use super::paint::{dim, themed};
use super::shapes::Shapes;
use crate::data::category::Pattern;
use crate::data::color::{LightDark, SEA};
use crate::render::element::Element;
use crate::scene::{Layer, Overlay, Region, Scene};

/// The outline of a region, to lie over the map.
#[must_use]
pub(crate) fn outline(region: &Region) -> Vec<Element> {
    let path = Element::new("path").with("class", "highlight");
    let path = path.with("d", region.outline.path.clone());
    vec![path]
}

/// What lies over a live map and moves with it: outlines, drawn without touching the map.
#[must_use]
pub(crate) fn overlay(scene: &Scene) -> Element {
    Element::new("svg")
        .with("class", "outline")
        .with("viewBox", view_box(scene))
        .with("aria-hidden", "true")
}

/// What of the drawing is shown.
fn view_box(scene: &Scene) -> String {
    let mut text = String::new();
    for number in [scene.corner.x, scene.corner.y, scene.width, scene.height] {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&number.to_string());
    }
    text
}

/// The map.
#[must_use]
pub(crate) fn map(
    scene: &Scene,
    title: &str,
    _anchors: &[Option<String>],
    shapes: &Shapes,
    live: Option<&LiveState<'_>>,
) -> Element {
    let (width, height) = (scene.width.to_string(), scene.height.to_string());
    let svg = Element::new("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("class", "map")
        .with("viewBox", view_box(scene))
        .with("role", "graphics-document")
        .with("aria-label", title.to_owned());
    let svg = match live {
        Some(_) => svg.with("tabindex", "-1").with("aria-describedby", "help"),
        None => svg,
    };
    let (x, y) = (scene.corner.x.to_string(), scene.corner.y.to_string());
    let sea = Element::new("rect").with("x", x).with("y", y);
    let sea = sea.with("width", width).with("height", height);
    svg.child(Element::new("defs").children(scene.overlays.iter().enumerate().map(pattern)))
        .child(themed("fill", SEA, Element::new("g").with("class", "sea").child(sea)))
        .children(scene.layers.iter().map(|layer| draw_layer(layer, scene, shapes, live)))
        .children(live.map(|live| super::texture::textures(scene, live)))
        .children(scene.overlays.iter().enumerate().map(|(index, overlay)| {
            let is_shown = live.is_none_or(|live| live.filter.shows(overlay.category));
            dim(draw_overlay((index, overlay)), !is_shown)
        }))
}

fn draw_layer(
    layer: &Layer,
    scene: &Scene,
    shapes: &Shapes,
    live: Option<&LiveState<'_>>,
) -> Element {
    let (class, stroke, width) = match layer.outline {
        Some(outline) => ("layer outlined", outline, "16"),
        None => ("layer", scene.border, "8"),
    };
    let regions = layer
        .regions
        .iter()
        .filter_map(|&index| shapes.region(index, live.is_some_and(|live| live.is_dimmed(index))));
    let group = Element::new("g")
        .with("class", class)
        .with("fill-rule", "evenodd")
        .with("stroke-width", width)
        .with("stroke-linejoin", "round")
        .shared(regions);
    let stroked = themed("stroke", stroke, group);
    themed("fill", layer.fill, stroked)
}

fn pattern((index, overlay): (usize, &Overlay)) -> Element {
    let tile = Element::new("pattern")
        .with("id", format!("p{index}"))
        .with("width", "110")
        .with("height", "110")
        .with("patternUnits", "userSpaceOnUse");
    let stroke = |path: &'static str, width: &'static str| {
        Element::new("path").with("d", path).with("stroke-width", width)
    };
    let (tile, mark) = match overlay.pattern {
        Pattern::Diagonal => {
            (tile.with("patternTransform", "rotate(45)"), stroke("M55 0v110", "38"))
        }
        Pattern::Dots => (tile, stroke("M55 55h0", "44").with("stroke-linecap", "round")),
    };
    tile.child(themed("stroke", overlay.color, mark))
}

fn draw_overlay((index, overlay): (usize, &Overlay)) -> Element {
    let uses = overlay.regions.iter().map(|&(region, edge)| {
        // The fill's own colour along the inside of the edge, or a light stroke of the pattern
        // would eat into the coast.
        let shape = || Element::new("use").with("href", format!("#r{region}"));
        let clip = format!("c{index}-{region}");
        let edged = themed("stroke", edge, shape().with("clip-path", format!("url(#{clip})")));
        Element::new("g")
            .child(Element::new("clipPath").with("id", clip).child(shape()))
            .child(edged)
    });
    Element::new("g")
        .with("class", "overlay")
        .with("stroke-width", "30")
        .with("fill", format!("url(#p{index})"))
        .with("fill-rule", "evenodd")
        .with("pointer-events", "none")
        .children(uses)
}

/// A small picture of a paint, for the legend; `pattern` refers to one of the map in the same tree.
#[must_use]
pub(crate) fn swatch(
    fill: Option<LightDark>,
    outline: Option<LightDark>,
    pattern: Option<String>,
) -> Element {
    let rect = || {
        Element::new("rect")
            .with("x", "8")
            .with("y", "8")
            .with("width", "264")
            .with("height", "164")
            .with("rx", "30")
    };
    let svg = Element::new("svg")
        .with("class", "swatch")
        .with("viewBox", "0 0 280 180")
        .with("width", "28")
        .with("height", "18")
        .with("aria-hidden", "true");
    let base = fill.map(|fill| {
        let shape = themed("fill", fill, rect());
        match outline {
            Some(outline) => {
                let group = Element::new("g").with("stroke-width", "16").child(shape);
                themed("stroke", outline, group)
            }
            None => shape,
        }
    });
    let over = pattern.map(|pattern| rect().with("fill", pattern));
    svg.children(base.into_iter().chain(over))
}
