//! Patterns that tell areas apart without colour: on paper, and where the system has taken the
//! colours away. The style sheet shows them there.

use super::inset::picture;
use super::paint::ink;
use crate::data::color::LightDark;
use crate::layout::stage::{Inset, Stage};
use crate::render::element::Element;
use crate::scene::{Layer, Scene};

/// Side of a tile in units.
const TILE: i32 = 90;
/// The marks of a tile: dots, lines, crosses. The first layer of a map stays plain; from the fifth
/// on the marks come again, turned and wider apart.
const MARKS: [&str; 3] = ["M25 25h0m45 45h0", "M0 22h90M0 67h90", "M20 45h50M45 20v50"];
/// A map of more regions has none: each would be drawn twice.
const MOST_REGIONS: usize = 1000;

/// The layers that carry a pattern, each with its number: all with the common border but the first.
fn textured(scene: &Scene) -> impl Iterator<Item = (usize, &Layer)> {
    let is_drawn = scene.regions.len() <= MOST_REGIONS;
    let layers = scene.layers.iter().filter(move |layer| is_drawn && layer.outline.is_none());
    layers.skip(1).enumerate()
}

/// The patterns of a map, and the areas that they lie on.
pub(super) fn textures(scene: &Scene) -> Element {
    let group = Element::new("g;class=textures;pointer-events=none");
    let mut group = group.with("display", "none");
    for (index, layer) in textured(scene) {
        let areas = Element::new("g;fill-rule=evenodd").with("fill", format!("url(#x{index})"));
        let areas = areas.child(pattern(index, layer)).children(areas_of(layer, None));
        group = group.child(areas);
    }
    group
}

/// The same in the insets of a stage.
pub(super) fn in_insets(scene: &Scene, stage: &Stage) -> Option<Element> {
    let mut group = Element::new("g;class=textures;pointer-events=none;display=none");
    for inset in &stage.insets {
        for (index, layer) in textured(scene) {
            let areas = picture(inset).with("fill", format!("url(#x{index})"));
            group = group.child(areas.children(areas_of(layer, Some(inset))));
        }
    }
    (!group.children.is_empty()).then_some(group)
}

fn areas_of(layer: &Layer, inset: Option<&Inset>) -> Vec<Element> {
    let mut areas = Vec::new();
    for &region in &layer.regions {
        if inset.is_none_or(|inset| inset.drawn.contains(&region)) {
            areas.push(Element::new("use").with("href", format!("#r{region}")));
        }
    }
    areas
}

/// The pattern of the areas with this fill, and with a pattern of their own or without, as a paint;
/// None if they are plain.
pub(crate) fn of(scene: &Scene, fill: Option<LightDark>, is_patterned: bool) -> Option<String> {
    let is_meant = |layer: &Layer| Some(layer.fill) == fill && layer.is_patterned == is_patterned;
    let (index, _) = textured(scene).find(|(_, layer)| is_meant(layer))?;
    Some(format!("url(#x{index})"))
}

/// A shape with a texture, where that is shown.
pub(super) fn hidden(shape: Element, texture: String) -> Element {
    shape.with("class", "texture").with("display", "none").with("fill", texture)
}

fn pattern(index: usize, layer: &Layer) -> Element {
    let round = i32::try_from(index / MARKS.len()).unwrap_or(0);
    let mark = Element::new("path")
        .with("d", MARKS.get(index % MARKS.len()).copied().unwrap_or_default())
        .with("stroke", ink(layer.fill).css())
        .with("stroke-width", "14")
        .with("stroke-linecap", "round");
    let side = (TILE + round * TILE / 2).to_string();
    Element::new("pattern")
        .with("id", format!("x{index}"))
        .with("width", side.clone())
        .with("height", side)
        .with("patternUnits", "userSpaceOnUse")
        .with("patternTransform", format!("rotate({})", round * 30))
        .child(mark)
}
