//! The outline of a region → elements, to lie over a live map: on the map, in every inset that shows
//! the region, and round its dot.

use super::inset::picture;
use super::view_box::svg_of;
use crate::layout::stage::Stage;
use crate::render::element::Element;
use crate::scene::Scene;

/// What a ring is larger than its dot, in tenths of a CSS pixel.
const RING: i32 = 40;

/// What lies over a live map and moves with it: outlines, drawn without touching the map.
#[must_use]
pub(crate) fn layer(scene: &Scene) -> Element {
    svg_of(scene.shown(), "outline".to_owned()).with("aria-hidden", "true")
}

/// The outline of a region of a live scene: a line in another, so that it stands out from any fill.
#[must_use]
pub(crate) fn outline(scene: &Scene, region: usize) -> Vec<Element> {
    let Some(own) = scene.regions.get(region) else { return Vec::new() };
    let lines = |shape: Element| {
        let halo = shape.clone().with("class", "highlight halo");
        [halo, shape.with("class", "highlight")]
    };
    let path = || lines(Element::new("path").with("d", own.outline.path.clone()));
    let mut parts = Vec::from(path());
    for stage in &scene.stages {
        for inset in stage.insets.iter().filter(|inset| inset.drawn.contains(&region)) {
            parts.push(picture(inset).children(path()));
        }
        for (at, radius) in rings(stage, region) {
            let ring = Element::new("circle")
                .with("cx", at.0.to_string())
                .with("cy", at.1.to_string())
                .with("r", radius.to_string());
            parts.extend(lines(ring));
        }
    }
    parts
}

/// The rings round the dots of a region: their middles and radii.
fn rings(stage: &Stage, region: usize) -> impl Iterator<Item = ((i32, i32), i32)> {
    let insets = stage.insets.iter().map(|inset| &inset.marks);
    let dots = [&stage.marks].into_iter().chain(insets).flat_map(|marks| &marks.dots);
    let mine = dots.filter(move |dot| dot.region == region);
    let more = RING * stage.units_per_10_px / 100;
    mine.map(move |dot| ((dot.at.x, dot.at.y), dot.radius + more))
}
