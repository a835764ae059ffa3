//! The popup's box: its contents, and its place on the screen.

use super::dom;
use crate::engine::map::Map;
use crate::interaction::popup_machine::Pinned;
use crate::layout::popup_position::{Rect, place};
use crate::render;
use crate::render::element::Element;
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlElement, ShadowRoot, Window};

/// Contents that are kept: a mouse goes back and forth over few regions.
const KEPT: usize = 12;

/// The one popup of a widget.
pub(super) struct Popup {
    element: HtmlElement,
    /// What it has shown, the last first.
    contents: RefCell<Vec<Content>>,
    is_shown: Cell<bool>,
    is_scrolled: Cell<bool>,
}

/// What is said of a region, built.
struct Content {
    region: usize,
    pinned: Pinned,
    node: web_sys::Element,
    /// Its popup's width and height in a window of that width and height.
    size: Option<(Size, Size)>,
}

type Size = (f64, f64);

impl Popup {
    pub(super) fn new(document: &Document) -> Result<Popup, JsValue> {
        let element = Element::new("div")
            .with("class", "popup")
            .with("part", "popup")
            .with("role", "dialog")
            .with("aria-labelledby", "popup-title")
            .with("tabindex", "-1")
            .with("popover", "manual");
        Ok(Popup {
            element: dom::build(document, &element, false)?.unchecked_into(),
            contents: RefCell::default(),
            is_shown: Cell::default(),
            is_scrolled: Cell::default(),
        })
    }

    /// Puts the box into the page, for another map or the same in other words.
    pub(super) fn attach(&self, root: &ShadowRoot, language: &str) -> Result<(), JsValue> {
        self.contents.borrow_mut().clear();
        self.element.set_attribute("lang", language)?;
        root.append_child(&self.element).map(|_| ())
    }

    /// Fetches what is said of a region, built at most once while it is among the last.
    pub(super) fn prepare(
        &self,
        document: &Document,
        map: &Map,
        region: usize,
        pinned: Pinned,
    ) -> Result<(), JsValue> {
        let mut contents = self.contents.borrow_mut();
        let is_it = |content: &Content| (content.region, content.pinned) == (region, pinned);
        let content = match contents.iter().position(is_it) {
            Some(place) => contents.remove(place),
            None => {
                let Some(details) = map.entry(region) else { return Ok(()) };
                let tree = render::popup::popup(&details, pinned == Pinned::Yes, map.words());
                let node = dom::build(document, &tree, false)?;
                Content { region, pinned, node, size: None }
            }
        };
        contents.insert(0, content);
        contents.truncate(KEPT);
        Ok(())
    }

    /// Shows what was prepared. This may move the focus, and that calls back.
    pub(super) fn show(&self) -> Result<(), JsValue> {
        let node = self.contents.borrow().first().map(|content| content.node.clone());
        let Some(node) = node else { return Ok(()) };
        self.element.replace_children_with_node_1(&node);
        if self.is_scrolled.take() {
            self.element.set_scroll_top(0);
        }
        if !self.is_shown.replace(true) {
            self.element.set_class_name("popup shown");
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

    pub(super) fn hide(&self) -> Result<(), JsValue> {
        self.is_shown.set(false);
        let _ = self.element.hide_popover();
        self.element.set_class_name("popup");
        Ok(())
    }

    pub(super) fn focus(&self) -> Result<(), JsValue> {
        self.element.focus()
    }

    pub(super) fn remove(&self) {
        self.element.remove();
    }

    /// The reader has scrolled in it, or its contents have changed.
    pub(super) fn note_scroll(&self) {
        self.is_scrolled.set(true);
    }

    /// Puts the box beside `anchor`, in CSS pixels of the viewport. The size of new contents that
    /// were measured before is not measured again, for that would lay out the page.
    pub(super) fn place(&self, window: &Window, anchor: Rect, is_new: bool) -> Result<(), JsValue> {
        let side = |value: JsValue| value.as_f64().unwrap_or(0.0);
        let screen = (side(window.inner_width()?), side(window.inner_height()?));
        let mut contents = self.contents.borrow_mut();
        let Some(content) = contents.first_mut() else { return Ok(()) };
        let known = content.size.filter(|(_, of)| is_new && *of == screen).map(|(size, _)| size);
        let (width, height) = known.unwrap_or_else(|| {
            let box_ = self.element.get_bounding_client_rect();
            (box_.width(), box_.height())
        });
        content.size = Some(((width, height), screen));
        let screen = Rect { x: 0.0, y: 0.0, width: screen.0, height: screen.1 };
        let (x, y) = place(anchor, width, height, screen);
        let style = self.element.style();
        style.set_property("left", &px(x))?;
        style.set_property("top", &px(y))
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
fn px(value: f64) -> String {
    ((value + 0.5).floor() as i32).to_string() + "px"
}
