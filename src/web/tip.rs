//! The tip's box: a few words by the pointer, over everything else in the page.

use super::dom;
use super::page::Dom;
use crate::content::text;
use crate::layout::rect::Rect;
use crate::layout::tip_position::place;
use crate::render::element::Element;
use std::cell::Cell;

/// The one tip of a widget.
pub(super) struct TipBox {
    pub(super) element: Dom,
    is_shown: Cell<bool>,
}

impl TipBox {
    pub(super) fn new(document: &Dom) -> TipBox {
        // Hidden from assistive technology, for the region's button says the same.
        let element = Element::new("div;class=tip;part=tip;aria-hidden=true;popover=manual");
        TipBox { element: dom::build(document, &element, false), is_shown: Cell::default() }
    }

    /// Puts the box into the page, for another map or the same in other words.
    pub(super) fn attach(&self, root: &Dom, language: &str) {
        self.element.set_attribute("lang", language);
        root.append(&self.element);
    }

    /// Shows these contents.
    pub(super) fn show(&self, document: &Dom, contents: &[Element]) {
        dom::fill(document, &self.element, contents, false);
        if !self.is_shown.replace(true) {
            self.element.set_class("tip shown");
            self.raise();
        }
    }

    /// Puts a shown box into the top layer, which the page cannot clip. An old browser lacks it.
    pub(super) fn raise(&self) {
        if self.is_shown.get() {
            let _ = self.element.show_popover();
        }
    }

    pub(super) fn hide(&self) {
        if self.is_shown.replace(false) {
            let _ = self.element.hide_popover();
            self.element.set_class("tip");
        }
    }

    /// Puts the box beside the region's box, and beside the pointer if it is that.
    pub(super) fn place(&self, about: Rect, pointer: Option<(f64, f64)>, screen: Rect) {
        let own = self.element.rect();
        let (x, y) = place(about, pointer, (own.width, own.height), screen);
        if let Some(style) = self.element.get("style") {
            style.set_property("left", &px(x));
            style.set_property("top", &px(y));
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
fn px(value: f64) -> String {
    text::concat(&[&text::digits((value + 0.5).floor() as i32), "px"])
}
