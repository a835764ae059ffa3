//! What stands on a map beside its shapes → elements: insets, names, dots, lines, targets.

use super::drawing::Figure;
use super::overlay::{Ids, overlays, patterns};
use super::paint::{ink, themed};
use super::view_box::{rect, svg_of};
use super::{inset, texture};
use crate::data::color::{EDGE, INSET, LightDark, SEA};
use crate::geo::svg_path::write_line;
use crate::layout::stage::{Align, Marks, Name, Rank, Stage};
use crate::render::element::Element;

/// What lies under the shapes in elements of one class of widths, before the script runs.
pub(super) fn ground(stage: &Stage) -> Element {
    svg_of(stage.area, format!("ground w{}", stage.size.class_px()))
        .with("aria-hidden", "true")
        .child(inset::grounds(stage))
}

/// What lies over them.
pub(super) fn set(figure: &Figure<'_>, stage: &Stage) -> Element {
    let class = stage.size.class_px();
    let ids = Ids { class: Some(class) };
    svg_of(stage.area, format!("set w{class}"))
        .with("aria-hidden", "true")
        .child(patterns(figure.scene, stage, ids))
        .children(inset::shapes(figure, stage))
        .children(texture::in_insets(figure.scene, stage))
        .children(overlays(figure, stage, ids))
        .children(marks(figure, stage, ids))
}

/// Names, dots, lines and targets of the map and of its insets.
pub(super) fn marks(figure: &Figure<'_>, stage: &Stage, ids: Ids) -> Vec<Element> {
    let mut parts = vec![of_picture(figure, stage, &stage.marks, (ids, None))];
    for (number, inset) in stage.insets.iter().enumerate() {
        parts.push(of_picture(figure, stage, &inset.marks, (ids, Some(number))));
        parts.push(inset::title(figure, stage, inset));
    }
    parts
}

fn of_picture(
    figure: &Figure<'_>,
    stage: &Stage,
    marks: &Marks,
    (ids, inset): (Ids, Option<usize>),
) -> Element {
    let is_inset = inset.is_some();
    // What the attributes say holds where there is no style sheet.
    let ground = if is_inset { INSET } else { SEA };
    let group =
        Element::new("g;class=names;aria-hidden=true;paint-order=stroke;stroke-linejoin=round")
            .with("stroke", ground.light.hex());
    group
        .children(leaders(marks))
        .children(dots(figure, marks, (ids, inset)))
        .child(targets(figure, marks))
        .children(texts(figure, stage, marks, is_inset))
}

/// The lines to names.
fn leaders(marks: &Marks) -> Vec<Element> {
    let mut leaders = Vec::new();
    for name in &marks.names {
        let Some((from, to)) = name.leader else { continue };
        let mut line = String::new();
        write_line(&mut line, &[from, to]);
        let leader = Element::new("path;class=leader;fill=none;stroke-width=10")
            .with("data-for", name.region.to_string())
            .with("d", line)
            .with("stroke", EDGE.light.hex());
        leaders.push(leader);
    }
    leaders
}

/// The dots by layer, each with the colour and the patterns of its region; those of the first layer
/// over the others, and those of states over territories.
fn dots(figure: &Figure<'_>, marks: &Marks, (ids, inset): (Ids, Option<usize>)) -> Vec<Element> {
    let mut groups = Vec::new();
    for layer in figure.scene.layers.iter().rev() {
        let mut dots = Vec::new();
        for dot in marks.dots.iter().filter(|dot| layer.regions.contains(&dot.region)) {
            let circle = || {
                Element::new("circle")
                    .with("cx", dot.at.x.to_string())
                    .with("cy", dot.at.y.to_string())
                    .with("r", dot.radius.to_string())
            };
            dots.push(circle().with("data-for", dot.region.to_string()));
            for (index, overlay) in figure.scene.overlays.iter().enumerate() {
                if overlay.regions.iter().any(|&(region, _)| region == dot.region) {
                    dots.push(circle().with("class", "line").with("fill", ids.paint(index, inset)));
                }
            }
            if let Some(texture) = texture::of(figure.scene, Some(layer.fill), layer.is_patterned) {
                dots.push(texture::hidden(circle(), texture));
            }
        }
        if !dots.is_empty() {
            let edge = layer.outline.unwrap_or(figure.scene.border);
            let group = Element::new("g;stroke-width=1.2").children(dots);
            groups.push(themed("fill", layer.fill, themed("stroke", edge, group)));
        }
    }
    groups
}

/// Invisible squares and rows that answer for a region; before the script runs they are links.
fn targets(figure: &Figure<'_>, marks: &Marks) -> Element {
    let rows = marks.names.iter().filter_map(|name| Some((name.region, name.target?)));
    let cores = marks.cores.iter().map(|core| (core.region, core.area));
    let mut targets = Element::new("g;fill=transparent;stroke=none");
    for (region, area) in rows.chain(cores) {
        let anchor = figure.anchors.get(region).and_then(Option::as_deref);
        let link = match anchor.filter(|_| !figure.is_live) {
            Some(anchor) => {
                Element::new("a").with("href", format!("#{anchor}")).with("tabindex", "-1")
            }
            None => Element::new("g"),
        };
        let target = rect(area).with("class", "target");
        targets = targets.child(link.with("data-for", region.to_string()).child(target));
    }
    targets
}

/// The names: those in the sea, and by layer those on land, in a colour that can be read there.
fn texts(figure: &Figure<'_>, stage: &Stage, marks: &Marks, is_inset: bool) -> Vec<Element> {
    let mut groups = Vec::new();
    let ground = if is_inset { "in-inset" } else { "" };
    let at_sea = marks.names.iter().filter(|name| !name.is_inside);
    groups.push(group(stage, ground, at_sea.collect()));
    for layer in &figure.scene.layers {
        let mine = |name: &&Name| name.is_inside && layer.regions.contains(&name.region);
        let mine: Vec<&Name> = marks.names.iter().filter(mine).collect();
        if !mine.is_empty() {
            groups.push(on(layer.fill, group(stage, "on-land", mine)));
        }
    }
    groups
}

/// Names in the size of the first of them, where they do not say another.
fn group(stage: &Stage, ground: &str, names: Vec<&Name>) -> Element {
    let size = names.first().map_or(0, |name| name.size);
    let texts = names.into_iter().map(|name| text(name, ground, size));
    Element::new("g")
        .with("font-size", size.to_string())
        // A halo of 3 CSS pixels, half of it behind the letters.
        .with("stroke-width", (stage.units_per_10_px * 3 / 10).to_string())
        .children(texts)
}

/// Letters that can be read on a ground, with a halo of its colour over lines and patterns.
fn on(ground: LightDark, group: Element) -> Element {
    themed("fill", ink(ground), themed("stroke", ground, group))
}

fn text(name: &Name, ground: &str, size: i32) -> Element {
    let mut class = String::from(ground);
    if name.is_bold {
        class.push_str(" bold");
    }
    if name.rank == Rank::Territory {
        class.push_str(" muted");
    }
    let (x, anchor) = match name.align {
        Align::Start => (name.area.min.x, "start"),
        Align::Middle => ((name.area.min.x + name.area.max.x) / 2, "middle"),
        Align::End => (name.area.max.x, "end"),
    };
    let mut text =
        Element::new("text").with("data-for", name.region.to_string()).with("text-anchor", anchor);
    if !class.is_empty() {
        text = text.with("class", class.trim_start().to_owned());
    }
    if name.size != size {
        text = text.with("font-size", name.size.to_string());
    }
    text.children(spans(name, x))
}

/// The lines of a name and of its note, from the top of its box.
fn spans(name: &Name, x: i32) -> Vec<Element> {
    let mut spans = Vec::new();
    let mut top = name.area.min.y;
    for (size, class, lines) in
        [(name.size, "", &name.lines), (name.size * 24 / 25, "muted", &name.note)]
    {
        for line in lines {
            let height = size * 115 / 100;
            let baseline = top + (height + size * 7 / 10) / 2;
            let span =
                Element::new("tspan").with("x", x.to_string()).with("y", baseline.to_string());
            let span = if class.is_empty() {
                span
            } else {
                span.with("class", class).with("font-size", size.to_string())
            };
            spans.push(span.text(line.clone()));
            top += height;
        }
    }
    spans
}
