//! x
use crate::render::element::Element;
pub(crate) fn place() -> Element {
    Element::new("section;class=card;part=card;hidden")
}
