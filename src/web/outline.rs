//! The outlines of regions, copied from what the page shows: on the map, in every inset that shows
//! the region, and round its dots.

use super::card::rect_of;
use super::dom;
use super::widget::Widget;
use crate::content::digits;
use crate::interaction::effect::Outlined;
use crate::render::element::Element;
use crate::render::view_box::view_box;
use wasm_bindgen::JsValue;

/// What a ring is larger than its dot, in CSS pixels.
const RING_PX: f64 = 4.0;

impl Widget {
    /// Draws the outlines in their layer over the map, if they are others or drawn otherwise.
    pub(super) fn outline(&self) -> Result<(), JsValue> {
        let Some(layer) = self.find(".outline") else { return Ok(()) };
        let Outlined { selected, pointed } = {
            let state = &mut *self.state.borrow_mut();
            let wanted = (state.model.outlined(), state.figures);
            let is_none = |(outlined, _): (Outlined, u32)| outlined == Outlined::default();
            if state.outlined == wanted || is_none(state.outlined) && is_none(wanted) {
                return Ok(());
            }
            state.outlined = wanted;
            wanted.0
        };
        layer.set_attribute("viewBox", &self.view_box())?;
        let groups =
            [("selected", "data-selected", selected), ("pointed", "data-outlined", pointed)].map(
                |(class, name, region)| {
                    // It fails for no name of an attribute.
                    let _ = match region {
                        Some(region) => layer.set_attribute(name, &digits::count(region)),
                        None => layer.remove_attribute(name),
                    };
                    let shapes = region.map(|region| self.outline_of(region, &layer));
                    Element::new("g").with("class", class).children(shapes.unwrap_or_default())
                },
            );
        dom::fill(&self.document, &layer, &groups, true)
    }

    /// What the drawing shows, as the attribute of an SVG says it.
    fn view_box(&self) -> String {
        let drawn = self.find(".layers").and_then(|layers| layers.get_attribute("data-shown"));
        drawn.unwrap_or_else(|| {
            let state = self.state.borrow();
            state.model.map().map(|map| view_box(map.shown)).unwrap_or_default()
        })
    }

    /// The lines of one region.
    fn outline_of(&self, region: usize, layer: &web_sys::Element) -> Vec<Element> {
        let number = digits::count(region);
        let Some(path) = self.root.get_element_by_id(&(String::from("r") + &number)) else {
            return Vec::new();
        };
        let path = || lines(&copy("path", &path, &["d"]));
        let mut parts = Vec::from(path());
        let mine = String::from("[data-for=\"") + &number + "\"]";
        let shown = |selector: &str| {
            let mut all = self.all(&(String::from(selector) + &mine));
            all.retain(|element| rect_of(element).width > 0.0);
            all
        };
        let button = self.region_element(region).filter(|at| at.closest("svg.inset") != Ok(None));
        for shape in shown(".inset ").into_iter().chain(button) {
            if let Ok(Some(inset)) = shape.closest("svg.inset") {
                let names = ["class", "x", "y", "width", "height", "viewBox"];
                parts.push(copy("svg", &inset, &names).children(path()));
            }
        }
        for dot in shown("circle") {
            let radius = number_of(&dot, "r") + RING_PX * units_per_px(layer);
            let ring = copy("circle", &dot, &["cx", "cy"]).with("r", whole(radius));
            parts.extend(lines(&ring));
        }
        parts
    }
}

/// A line in another, so that it stands out from any fill.
fn lines(shape: &Element) -> [Element; 2] {
    ["highlight halo", "highlight"].map(|class| shape.clone().with("class", class))
}

/// An element that looks like one of the page, as far as these attributes tell.
fn copy(name: &'static str, of: &web_sys::Element, attributes: &[&'static str]) -> Element {
    let mut copy = Element::new(name);
    for name in attributes {
        copy = copy.with(name, of.get_attribute(name).unwrap_or_default());
    }
    copy
}

fn number_of(element: &web_sys::Element, name: &str) -> f64 {
    let value = element.get_attribute(name).and_then(|value| digits::number(&value));
    f64::from(value.unwrap_or_default())
}

fn units_per_px(layer: &web_sys::Element) -> f64 {
    let view_box = layer.get_attribute("viewBox").unwrap_or_default();
    let width = view_box.split(' ').nth(2).and_then(|width| digits::number(width));
    f64::from(width.unwrap_or_default()) / rect_of(layer).width.max(1.0)
}

#[expect(clippy::cast_possible_truncation, reason = "a length of the drawing")]
fn whole(value: f64) -> String {
    digits::digits((value + 0.5) as i32)
}
