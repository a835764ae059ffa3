//! Patterns over fills → elements. A pattern is as wide in CSS pixels wherever it lies, so the map
//! and its insets have one each.

use super::drawing::Figure;
use super::inset::picture;
use super::paint::themed;
use crate::data::category::Pattern;
use crate::layout::stage::Stage;
use crate::render::element::Element;
use crate::scene::{Overlay, Scene};

/// Side of a tile, and the width of its stripes, in tenths of a CSS pixel.
const TILE: i32 = 70;
const STRIPE: i32 = 22;

/// The ids of patterns: of those of the legend and of a live map, or of a class of widths.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ids {
    /// Least width of the class; None for the only drawing of its page.
    pub class: Option<i32>,
}

impl Ids {
    fn id(self, overlay: usize, inset: Option<usize>) -> String {
        let mut id = format!("p{overlay}");
        if let Some(class) = self.class {
            id.push('w');
            id.push_str(&class.to_string());
        }
        if let Some(inset) = inset {
            id.push('i');
            if inset > 0 {
                id.push_str(&inset.to_string());
            }
        }
        id
    }

    /// A pattern as a paint, on the map or on one of its insets.
    pub(super) fn paint(self, overlay: usize, inset: Option<usize>) -> String {
        format!("url(#{})", self.id(overlay, inset))
    }
}

/// The patterns of the map and of its insets.
pub(super) fn patterns(scene: &Scene, stage: &Stage, ids: Ids) -> Element {
    let mut definitions = Vec::new();
    for (index, overlay) in scene.overlays.iter().enumerate() {
        let mut add = |inset: Option<usize>, factor: i32| {
            let units = (stage.units_per_10_px, factor);
            definitions.push(pattern(ids.id(index, inset), overlay, units));
        };
        add(None, 100);
        for (number, inset) in stage.insets.iter().enumerate() {
            add(Some(number), inset.factor);
        }
    }
    Element::new("defs").children(definitions)
}

/// The tile of an overlay; `factor` is that of an inset in hundredths, 100 for the map.
fn pattern(id: String, overlay: &Overlay, (units_per_10_px, factor): (i32, i32)) -> Element {
    let units = |tenths: i32| (tenths * units_per_10_px / factor.max(1)).max(1);
    let side = units(TILE);
    let tile = Element::new("pattern")
        .with("id", id)
        .with("width", side.to_string())
        .with("height", side.to_string())
        .with("patternUnits", "userSpaceOnUse");
    let middle = side / 2;
    let stroke = |path: String, width: i32| {
        Element::new("path").with("d", path).with("stroke-width", width.to_string())
    };
    let (tile, mark) = match overlay.pattern {
        Pattern::Diagonal => {
            let tile = tile.with("patternTransform", "rotate(45)");
            (tile, stroke(format!("M{middle} 0v{side}"), units(STRIPE)))
        }
        Pattern::Dots => {
            let dot = stroke(format!("M{middle} {middle}h0"), units(STRIPE * 4 / 3));
            (tile, dot.with("stroke-linecap", "round"))
        }
    };
    tile.child(themed("stroke", overlay.color, mark))
}

/// The patterns over the map's regions, and over those of its insets.
pub(super) fn overlays(figure: &Figure<'_>, stage: &Stage, ids: Ids) -> Vec<Element> {
    let overlays = figure.scene.overlays.iter().enumerate();
    overlays.map(|(index, overlay)| draw(index, overlay, stage, ids)).collect()
}

fn draw(index: usize, overlay: &Overlay, stage: &Stage, ids: Ids) -> Element {
    let shape = |region: usize| Element::new("use").with("href", format!("#r{region}"));
    let mut group = Element::new("g;class=overlay;stroke-width=20")
        .with("data-category", overlay.category.to_string())
        .with("fill", ids.paint(index, None))
        .with("fill-rule", "evenodd")
        .with("pointer-events", "none");
    for &(region, edge) in &overlay.regions {
        // The fill's own colour along the inside of the edge, or a light stroke of the pattern
        // would eat into the coast.
        let clip = format!("{}c{region}", ids.id(index, None));
        let clipped = shape(region).with("clip-path", format!("url(#{clip})"));
        let edged = Element::new("g")
            .child(Element::new("clipPath").with("id", clip).child(shape(region)))
            .child(themed("stroke", edge, clipped));
        group = group.child(edged);
    }
    for (number, inset) in stage.insets.iter().enumerate() {
        let here = overlay.regions.iter().filter(|(region, _)| inset.drawn.contains(region));
        let shapes: Vec<Element> = here.map(|&(region, _)| shape(region)).collect();
        if !shapes.is_empty() {
            let picture = picture(inset).with("fill", ids.paint(index, Some(number)));
            group = group.child(picture.children(shapes));
        }
    }
    group
}
