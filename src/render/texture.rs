//! Patterns that tell areas apart without colour, for readers who switch them on.

use super::live::LiveState;
use super::paint::dim;
use crate::data::color::{Color, LightDark};
use crate::render::element::Element;
use crate::scene::{Layer, Scene};

/// Side of a tile in units.
const TILE: i32 = 90;
/// One pattern for each layer but the first, which stays plain: dots, lines, crosses, and again.
const MARKS: [&str; 3] = ["M25 25h0m45 45h0", "M0 22h90M0 67h90", "M20 45h50M45 20v50"];

/// The patterns of a live map, and the areas that they lie on.
pub(super) fn textures(scene: &Scene, live: &LiveState<'_>) -> Element {
    let group = Element::new("g").with("class", "textures").with("pointer-events", "none");
    if !live.has_patterns {
        return group;
    }
    let layers = scene.layers.iter().skip(1).zip(MARKS.iter().cycle()).enumerate();
    let drawn = layers.map(|(index, (layer, mark))| {
        let areas = layer.regions.iter().map(|&region| {
            let area = Element::new("use").with("href", format!("#r{region}"));
            dim(area, live.is_dimmed(region))
        });
        Element::new("g")
            .with("fill", format!("url(#x{index})"))
            .with("fill-rule", "evenodd")
            .child(pattern(index, layer, mark))
            .children(areas)
    });
    group.children(drawn)
}

/// The pattern of the areas with this fill, as a paint; None if they are plain.
pub(super) fn of(scene: &Scene, fill: Option<LightDark>) -> Option<String> {
    let place = scene.layers.iter().skip(1).position(|layer| Some(layer.fill) == fill)?;
    Some(format!("url(#x{place})"))
}

fn pattern(index: usize, layer: &Layer, mark: &'static str) -> Element {
    let ink = LightDark { light: readable(layer.fill.light), dark: readable(layer.fill.dark) };
    let mark = Element::new("path")
        .with("d", mark)
        .with("stroke", ink.css())
        .with("stroke-width", "14")
        .with("stroke-linecap", "round");
    Element::new("pattern")
        .with("id", format!("x{index}"))
        .with("width", TILE.to_string())
        .with("height", TILE.to_string())
        .with("patternUnits", "userSpaceOnUse")
        .child(mark)
}

/// Black or white, whichever differs more from a colour.
pub(super) fn readable(ground: Color) -> Color {
    const DARK: Color = Color::new(0x10, 0x18, 0x20);
    const LIGHT: Color = Color::new(0xff, 0xff, 0xff);
    if ground.contrast(LIGHT) > ground.contrast(DARK) { LIGHT } else { DARK }
}
