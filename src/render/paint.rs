//! How an element is coloured, and marked as filtered out.

use crate::data::color::LightDark;
use crate::render::element::Element;

/// Marks what the reader has filtered out; the style sheet says how it looks.
pub(super) fn dim(element: Element, is_dimmed: bool) -> Element {
    if is_dimmed { element.with("data-off", "") } else { element }
}

/// Sets a themed colour, inside a group that sets the light one for renderers that do not know
/// `light-dark()`: they drop the inner value and inherit the outer.
pub(super) fn themed(attribute: &'static str, color: LightDark, element: Element) -> Element {
    Element::new("g").with(attribute, color.light.hex()).child(element.with(attribute, color.css()))
}
