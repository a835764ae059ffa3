//! Targets for small regions → elements.

use super::live::LiveState;
use super::paint::{dim, themed};
use crate::data::color::{Color, LightDark};
use crate::geo::svg_path::write_line;
use crate::layout::callout::{self, Callout, Callouts};
use crate::render::element::Element;
use crate::scene::{Overlay, Scene};
use std::rc::Rc;

/// Lines from a callout to its region.
const LEADER: LightDark =
    LightDark { light: Color::new(0x5d, 0x6b, 0x77), dark: Color::new(0x8f, 0x9e, 0xab) };

/// One set of callouts; the style sheet shows the set that fits the width of the drawing.
pub(super) fn draw_callouts(
    set: &Callouts,
    leader: &Rc<Element>,
    scene: &Scene,
    anchors: &[Option<String>],
    live: Option<&LiveState<'_>>,
) -> Element {
    // The same for every drawing of a class of widths, so that one is patched to the next.
    let class = callout::class_of(set.width_px).to_string();
    let mark = format!("t{class}");
    let layers = scene.layers.iter().map(|layer| {
        let mine = set.callouts.iter().filter(|callout| layer.regions.contains(&callout.region));
        let targets = mine.map(|callout| {
            let anchor = anchors.get(callout.region).and_then(Option::as_deref);
            let over =
                |overlay: &Overlay| overlay.regions.iter().any(|(r, _)| *r == callout.region);
            let target = draw_callout(callout, &mark, anchor, scene.overlays.iter().position(over));
            dim(target, live.is_some_and(|live| live.is_dimmed(callout.region)))
        });
        let (stroke, class) = match layer.outline {
            Some(outline) => (outline, "marks outlined"),
            None => (scene.border, "marks"),
        };
        let group = Element::new("g").with("class", class).children(targets);
        themed("fill", layer.fill, themed("stroke", stroke, group))
    });
    let class = match live {
        // Before the script runs, the style sheet shows the set that fits.
        None => format!("w{class} callouts"),
        Some(_) => format!("w{class} callouts any"),
    };
    Element::new("g")
        .with("class", class)
        .with("aria-hidden", "true")
        .child(Element::new("defs").child(draw_mark(mark.clone(), set.size)))
        .child(themed("stroke", LEADER, Element::new("g").shared([leader.clone()])))
        .children(layers)
}

/// The lines of a set, which are in the way of nothing.
pub(super) fn draw_leaders(set: &Callouts) -> Element {
    let mut lines = String::new();
    for callout in &set.callouts {
        write_line(&mut lines, &[callout.anchor, callout.target]);
    }
    Element::new("path")
        .with("class", "leader")
        .with("d", lines)
        .with("fill", "none")
        .with("pointer-events", "none")
}

/// A target and its mark. The mark is smaller, or the sea would be paved with marks.
fn draw_mark(id: String, size: i32) -> Element {
    let (corner, side) = ((-size / 2).to_string(), size.to_string());
    let target = Element::new("rect")
        .with("x", corner.clone())
        .with("y", corner)
        .with("width", side.clone())
        .with("height", side)
        .with("fill", "transparent")
        .with("stroke", "none");
    let mark = Element::new("circle").with("r", (size * 3 / 10).to_string());
    Element::new("g").with("id", id).child(target).child(mark)
}

fn draw_callout(
    callout: &Callout,
    mark: &str,
    anchor: Option<&str>,
    pattern: Option<usize>,
) -> Element {
    let link = match anchor {
        Some(anchor) => Element::new("a").with("href", format!("#{anchor}")).with("tabindex", "-1"),
        None => Element::new("g"),
    };
    let copy = || {
        Element::new("use")
            .with("href", format!("#{mark}"))
            .with("x", callout.target.x.to_string())
            .with("y", callout.target.y.to_string())
    };
    let over = pattern.map(|index| copy().with("fill", format!("url(#p{index})")));
    link.with("data-for", callout.region.to_string()).child(copy()).children(over)
}
