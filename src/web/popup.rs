//! The popup's box: its contents, and its place on the screen.

use super::dom;
use crate::content::locale::Locale;
use crate::content::region_details::RegionDetails;
use crate::interaction::popup_machine::Pinned;
use crate::layout::popup_position::{Rect, place};
use crate::render;
use crate::render::element::Element;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlElement, Node, ShadowRoot, Window};

/// The one popup of a widget.
pub(super) struct Popup {
    element: HtmlElement,
}

impl AsRef<JsValue> for Popup {
    fn as_ref(&self) -> &JsValue {
        self.element.as_ref()
    }
}

impl Popup {
    pub(super) fn new(document: &Document) -> Result<Popup, JsValue> {
        let element = Element::new("div")
            .with("class", "popup")
            .with("part", "popup")
            .with("role", "dialog")
            .with("aria-labelledby", "popup-title")
            .with("tabindex", "-1")
            .with("popover", "manual");
        Ok(Popup { element: dom::build(document, &element)?.unchecked_into() })
    }

    pub(super) fn attach(&self, root: &ShadowRoot) -> Result<(), JsValue> {
        root.append_child(&self.element).map(|_| ())
    }

    pub(super) fn show(
        &self,
        document: &Document,
        entry: &RegionDetails,
        pinned: Pinned,
        words: &Locale,
    ) -> Result<(), JsValue> {
        self.element.set_text_content(None);
        self.element.set_attribute("lang", words.code)?;
        let content = render::popup::popup(entry, pinned == Pinned::Yes, words);
        let content = dom::build(document, &content)?;
        self.element.append_child(&content)?;
        self.element.set_scroll_top(0);
        self.element.class_list().add_1("shown")?;
        // The top layer cannot be clipped by the page; an old browser lacks it and has z-index.
        let _ = self.element.show_popover();
        Ok(())
    }

    pub(super) fn hide(&self) -> Result<(), JsValue> {
        let _ = self.element.hide_popover();
        self.element.class_list().remove_1("shown")
    }

    pub(super) fn focus(&self) -> Result<(), JsValue> {
        self.element.focus()
    }

    /// Whether `node` is the popup's box or in it.
    pub(super) fn holds(&self, node: Option<&Node>) -> bool {
        self.element.contains(node)
    }

    pub(super) fn remove(&self) {
        self.element.remove();
    }

    /// Puts the box beside `anchor`, in CSS pixels of the viewport.
    pub(super) fn place(&self, window: &Window, anchor: Rect) -> Result<(), JsValue> {
        let size = |value: JsValue| value.as_f64().unwrap_or(0.0);
        let screen = Rect {
            x: 0.0,
            y: 0.0,
            width: size(window.inner_width()?),
            height: size(window.inner_height()?),
        };
        let box_ = self.element.get_bounding_client_rect();
        let (x, y) = place(anchor, box_.width(), box_.height(), screen);
        let style = self.element.style();
        style.set_property("left", &px(x))?;
        style.set_property("top", &px(y))
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
fn px(value: f64) -> String {
    format!("{}px", libm::round(value) as i32)
}
