//! Small pictures of a paint, for the legend, the card and the tip.

use super::paint::themed;
use super::texture;
use crate::content::legend::LegendItem;
use crate::data::color::{EDGE, LightDark};
use crate::render::element::Element;
use crate::scene::Scene;

/// The swatch of a line of the legend, with the patterns of the map.
#[must_use]
pub(crate) fn key_swatch(item: &LegendItem, scene: &Scene) -> Element {
    let overlay = scene.overlays.iter().position(|over| over.category == item.category);
    let pattern = overlay.map(|overlay| format!("url(#p{overlay})"));
    // A pattern that goes with more than one fill lies on none of them here.
    let fill = item.fill.or(item.pattern.map(|_| EDGE));
    let is_patterned = item.pattern.is_some() && !item.is_over;
    let texture = texture::of(scene, item.fill, is_patterned);
    let swatch = swatch(fill, item.outline, pattern, texture);
    swatch.with("data-category", item.category.to_string())
}

/// A small picture of a paint, for the legend; `overlay` and `texture` refer to patterns of the
/// map in the same tree.
#[must_use]
fn swatch(
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
