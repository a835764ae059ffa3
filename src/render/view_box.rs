//! A box of the drawing → the elements that show it.

use crate::content::text;
use crate::geo::unit_box::UnitBox;
use crate::render::element::Element;

/// An SVG that shows a part of the drawing.
pub(super) fn svg_of(area: UnitBox, class: String) -> Element {
    Element::new("svg").with("class", class).with("viewBox", view_box(area))
}

/// The value of the attribute that says so.
#[must_use]
pub(crate) fn view_box(area: UnitBox) -> String {
    let UnitBox { min, .. } = area;
    let mut text = String::new();
    for number in [min.x, min.y, area.width(), area.height()] {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&text::digits(number));
    }
    text
}

/// A rectangle.
pub(super) fn rect(area: UnitBox) -> Element {
    Element::new("rect")
        .with("x", text::digits(area.min.x))
        .with("y", text::digits(area.min.y))
        .with("width", text::digits(area.width()))
        .with("height", text::digits(area.height()))
}

/// An empty picture, which takes the room of what lies over it.
pub(super) fn room(area: UnitBox, class: &str) -> Element {
    svg_of(area, class.to_owned()).with("aria-hidden", "true")
}
