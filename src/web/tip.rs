//! The tip's box: a few words by the pointer, over everything else in the page.

use super::dom;
use crate::content::digits;
use crate::layout::rect::Rect;
use crate::layout::tip_position::place;
use crate::render::element::Element;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlElement, ShadowRoot};

/// The one tip of a widget.
pub(super) struct TipBox {
    element: HtmlElement,
    is_shown: Cell<bool>,
}

impl TipBox {
    pub(super) fn new(document: &Document) -> Result<TipBox, JsValue> {
        // Hidden from assistive technology, for the region's button says the same.
        let element = Element::new("div;class=tip;part=tip;aria-hidden=true;popover=manual");
        let element = dom::build(document, &element, false)?.unchecked_into();
        Ok(TipBox { element, is_shown: Cell::default() })
    }

    /// Puts the box into the page, for another map or the same in other words.
    pub(super) fn attach(&self, root: &ShadowRoot, language: &str) -> Result<(), JsValue> {
        self.element.set_attribute("lang", language)?;
        root.append_child(&self.element).map(|_| ())
    }

    /// Shows these contents.
    pub(super) fn show(&self, document: &Document, contents: &[Element]) -> Result<(), JsValue> {
        dom::fill(document, &self.element, contents, false)?;
        if !self.is_shown.replace(true) {
            self.element.set_class_name("tip shown");
            self.raise();
        }
        Ok(())
    }

    /// Puts a shown box into the top layer, which the page cannot clip. An old browser lacks it.
    pub(super) fn raise(&self) {
        if self.is_shown.get() {
            let _ = self.element.show_popover();
        }
    }

    pub(super) fn element(&self) -> &HtmlElement {
        &self.element
    }

    pub(super) fn hide(&self) {
        if self.is_shown.replace(false) {
            let _ = self.element.hide_popover();
            self.element.set_class_name("tip");
        }
    }

    pub(super) fn remove(&self) {
        self.element.remove();
    }

    /// Puts the box beside the region's box, and beside the pointer if it is that.
    pub(super) fn place(
        &self,
        about: Rect,
        pointer: Option<(f64, f64)>,
        screen: Rect,
    ) -> Result<(), JsValue> {
        let box_ = self.element.get_bounding_client_rect();
        let (x, y) = place(about, pointer, (box_.width(), box_.height()), screen);
        let style = self.element.style();
        style.set_property("left", &px(x))?;
        style.set_property("top", &px(y))
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
fn px(value: f64) -> String {
    digits::digits((value + 0.5).floor() as i32) + "px"
}
