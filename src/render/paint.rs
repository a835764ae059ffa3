//! How an element is coloured.

use crate::data::color::{Color, LightDark};
use crate::render::element::Element;

/// Sets a themed colour, inside a group that sets the light one for renderers that do not know
/// `light-dark()`: they drop the inner value and inherit the outer.
pub(super) fn themed(attribute: &'static str, color: LightDark, element: Element) -> Element {
    Element::new("g").with(attribute, color.light.hex()).child(element.with(attribute, color.css()))
}

/// The colour of letters and marks on a ground.
pub(super) fn ink(ground: LightDark) -> LightDark {
    LightDark { light: readable(ground.light), dark: readable(ground.dark) }
}

/// Black or white, whichever differs more from a colour.
fn readable(ground: Color) -> Color {
    const DARK: Color = Color::new(0x0f, 0x18, 0x20);
    const LIGHT: Color = Color::new(0xff, 0xff, 0xff);
    if ground.contrast(LIGHT) > ground.contrast(DARK) { LIGHT } else { DARK }
}
