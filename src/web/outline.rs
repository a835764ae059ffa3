//! The outlines of regions, copied from what the page shows: on the map, in every inset that shows
//! the region, and round its dots.

use super::dom;
use super::page::Dom;
use super::widget::Widget;
use crate::content::text;
use crate::interaction::effect::Outlined;
use crate::render::element::Element;
use crate::render::view_box::view_box;

/// What a ring is larger than its dot, in CSS pixels.
const RING_PX: f64 = 4.0;

impl Widget {
    /// Draws the outlines in their layer over the map, if they are others or drawn otherwise.
    pub(super) fn outline(&self) {
        let Some(layer) = self.find(".outline") else { return };
        let Some(Outlined { selected, pointed }) = self.new_outlines() else { return };
        layer.set_attribute("viewBox", &self.view_box());
        layer.set_text("textContent", "");
        for (group, name, region) in [
            ("g;class=selected", "data-selected", selected),
            ("g;class=pointed", "data-outlined", pointed),
        ] {
            layer.set_or_remove(name, region.map(text::count).as_deref());
            let mut group = Element::new(group);
            if let Some(region) = region {
                group = self.outline_of(region, &layer, group);
            }
            layer.append(&dom::build(&self.document, &group, true));
        }
    }

    /// What is to be outlined from now on; None where that is what is outlined.
    fn new_outlines(&self) -> Option<Outlined> {
        let state = &mut *self.edit();
        let wanted = (state.model.outlined(), state.figures);
        let is_none = |(outlined, _): (Outlined, u32)| outlined == Outlined::default();
        if state.outlined == wanted || is_none(state.outlined) && is_none(wanted) {
            return None;
        }
        state.outlined = wanted;
        Some(wanted.0)
    }

    /// What the drawing shows, as the attribute of an SVG says it.
    fn view_box(&self) -> String {
        let drawn = self.find(".layers").and_then(|layers| layers.attribute("data-shown"));
        drawn.or_else(|| Some(view_box(self.map()?.shown))).unwrap_or_default()
    }

    /// A group with the lines of one region.
    fn outline_of(&self, region: usize, layer: &Dom, group: Element) -> Element {
        let number = text::count(region);
        let Some(path) = self.find(&text::concat(&["#r", &number])) else { return group };
        let path = || copy("path", &path, &["d"]);
        let mut group = lined(group, &path);
        let mut in_inset = self.shown(&text::concat(&[".inset [data-for=\"", &number, "\"]"]));
        if let Some(button) = self.region_element(region) {
            in_inset.push(button);
        }
        for shape in &in_inset {
            if let Some(inset) = shape.closest("svg.inset") {
                let names = ["class", "x", "y", "width", "height", "viewBox"];
                group = group.child(lined(copy("svg", &inset, &names), &path));
            }
        }
        for dot in &self.shown(&text::concat(&["circle[data-for=\"", &number, "\"]"])) {
            let radius = number_of(dot.attribute("r")) + RING_PX * units_per_px(layer);
            let ring = || copy("circle", dot, &["cx", "cy"]).with("r", whole(radius));
            group = lined(group, &ring);
        }
        group
    }

    /// The elements that match and are not hidden.
    pub(super) fn shown(&self, selector: &str) -> Vec<Dom> {
        self.root.all_that(selector, |element| element.rect().width > 0.0)
    }
}

/// With a line in another, so that it stands out from any fill.
#[inline(never)]
fn lined(group: Element, shape: &dyn Fn() -> Element) -> Element {
    let halo = shape().with("class", "highlight halo");
    group.child(halo).child(shape().with("class", "highlight"))
}

/// An element that looks like one of the page, as far as these attributes tell.
fn copy(name: &'static str, of: &Dom, attributes: &[&'static str]) -> Element {
    let mut copy = Element::new(name);
    for name in attributes {
        copy = copy.with(name, of.attribute(name).unwrap_or_default());
    }
    copy
}

fn number_of(value: Option<String>) -> f64 {
    f64::from(value.and_then(|value| text::number(&value)).unwrap_or_default())
}

fn units_per_px(layer: &Dom) -> f64 {
    let view_box = layer.attribute("viewBox").unwrap_or_default();
    let width = text::parts(&view_box, b' ').nth(2).map(str::to_owned);
    number_of(width) / layer.rect().width.max(1.0)
}

#[expect(clippy::cast_possible_truncation, reason = "a length of the drawing")]
fn whole(value: f64) -> String {
    text::digits((value + 0.5) as i32)
}
