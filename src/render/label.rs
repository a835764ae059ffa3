//! Labels → elements. A label on land has the colour that is easier to read on its fill.

use super::live::LiveState;
use super::paint::dim;
use super::texture::readable;
use crate::data::color::{LightDark, SEA};
use crate::layout::label::{Align, Label};
use crate::render::element::Element;
use crate::scene::Scene;

/// All labels. They repeat what the regions are called, so assistive technology skips them.
pub(super) fn labels(scene: &Scene, live: &LiveState<'_>) -> Element {
    let on = |label: &Label, fill: LightDark| if label.is_inside { fill } else { SEA };
    let groups = scene.layers.iter().map(|layer| {
        let mine = live.labels.iter().filter(|label| layer.regions.contains(&label.region));
        let texts = mine.map(|label| {
            let ground = on(label, layer.fill);
            let text = text(label, live.label_size);
            dim(colored(text, ground), live.is_dimmed(label.region))
        });
        Element::new("g").children(texts)
    });
    Element::new("g")
        .with("class", "labels")
        .with("aria-hidden", "true")
        .with("font-size", live.label_size.to_string())
        // A halo as wide as a fifth of the letters, half of it behind them.
        .with("stroke-width", (live.label_size / 5).to_string())
        .children(groups)
}

/// Text that can be read on `ground`, with a halo of that colour over lines and patterns.
fn colored(text: Element, ground: LightDark) -> Element {
    let ink = LightDark { light: readable(ground.light), dark: readable(ground.dark) };
    text.with("fill", ink.css()).with("stroke", ground.css())
}

fn text(label: &Label, size: i32) -> Element {
    let anchor = match label.align {
        Align::Start => "start",
        Align::Middle => "middle",
        Align::End => "end",
    };
    let lines = i32::try_from(label.lines.len()).unwrap_or(1).max(1);
    let line_height = label.height / lines;
    // The base line of the first line: text stands with its middle in the middle of its line.
    let first = label.spot.y - label.height / 2 + (line_height + size * 7 / 10) / 2;
    let spans = (0..).zip(&label.lines).map(|(number, line): (i32, &String)| {
        Element::new("tspan")
            .with("x", label.x().to_string())
            .with("y", (first + number * line_height).to_string())
            .text(line.clone())
    });
    Element::new("text")
        .with("text-anchor", anchor)
        .with("data-label", label.region.to_string())
        .children(spans)
}
