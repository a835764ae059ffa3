//! Places on the screen: what lies under the pointer, and what the popup points at.

use super::page::Page;
use crate::geo::projection::Point;
use crate::layout::popup_position::Rect;
use wasm_bindgen::JsValue;
use web_sys::{Element, Event, MouseEvent};

impl Page {
    /// What lies under the pointer.
    pub(super) fn under(&self, mouse: &MouseEvent) -> Option<Element> {
        #[expect(clippy::cast_precision_loss, reason = "a place on a screen")]
        let (x, y) = (mouse.client_x() as f32, mouse.client_y() as f32);
        self.root.element_from_point(x, y)
    }

    /// Notes where a finger was put down.
    pub(super) fn touch(&self, region: Option<usize>) {
        self.touched.set(region);
    }

    /// The region that a click means: of a finger the one on which it was put down, for the
    /// browser moves its clicks to links nearby.
    pub(super) fn meant(&self, region: usize) -> usize {
        self.touched.take().unwrap_or(region)
    }

    /// Notes that the pointer closed the popup here.
    pub(super) fn stand_still(&self, mouse: &MouseEvent) {
        self.still.set(Some((mouse.client_x(), mouse.client_y())));
    }

    /// Whether the pointer has moved since it closed a popup.
    pub(super) fn has_moved(&self, mouse: &MouseEvent) -> bool {
        let here = (mouse.client_x(), mouse.client_y());
        self.still.get().is_none_or(|still| still != here)
    }

    /// Whether an event happened on the map, at its buttons or in the popup.
    pub(super) fn is_mine(&self, event: &Event) -> bool {
        let path = event.composed_path();
        let holds = |node: &JsValue| path.includes(node, 0);
        let is_on = |selector| self.find::<Element>(selector).is_some_and(|map| holds(&map));
        let is_control = [".tools", ".zoom", ".table"].into_iter().any(is_on);
        is_on(".map") || is_control || holds(self.popup.as_ref())
    }

    /// Where the pointer is, in parts of the shown width and height.
    pub(super) fn part_at(&self, x_px: f64, y_px: f64) -> Option<Point> {
        let box_ = self.drawing()?;
        Some(Point { x: (x_px - box_.x) / box_.width, y: (y_px - box_.y) / box_.height })
    }

    /// Lets the popup point at a place of the screen.
    pub(super) fn point_at(&self, mouse: &MouseEvent) {
        if self.interaction.borrow().selected().is_some() && mouse.type_() != "click" {
            return;
        }
        let part = self.part_at(f64::from(mouse.client_x()), f64::from(mouse.client_y()));
        if let Some(Point { x, y }) = part {
            self.anchor.set((x, y));
        }
    }

    /// Lets the popup point at the middle of a region.
    pub(super) fn point_at_region(&self, region: usize) {
        let Some(map) = self.map() else { return };
        let Some(viewport) = self.viewport() else { return };
        if let Some(Point { x, y }) = map.place_of(region, &viewport) {
            self.anchor.set((x.clamp(0.0, 1.0), y.clamp(0.0, 1.0)));
        }
    }

    /// The drawing's box on the screen, when no gesture moves it: the stage's, less what the
    /// drawing's proportions leave free.
    pub(super) fn drawing(&self) -> Option<Rect> {
        let map = self.map()?;
        let (width, height) = (f64::from(map.scene().width), f64::from(map.scene().height));
        let box_ = self.find::<Element>(".view")?.get_bounding_client_rect();
        let scale = (box_.width() / width).min(box_.height() / height);
        let (width, height) = (width * scale, height * scale);
        (scale > 0.0).then_some(Rect {
            x: box_.x() + (box_.width() - width) / 2.0,
            y: box_.y() + (box_.height() - height) / 2.0,
            width,
            height,
        })
    }

    /// Puts a shown popup beside what it points at.
    pub(super) fn place_popup(&self) {
        if !self.is_popup_shown() {
            return;
        }
        if let Some(drawing) = self.drawing() {
            let (x, y) = self.anchor.get();
            let (x, y) = (drawing.x + x * drawing.width, drawing.y + y * drawing.height);
            let anchor = Rect { x, y, width: 0.0, height: 0.0 };
            // It fails only where the host page has taken the popup away.
            let _ = self.popup.place(&self.window, anchor);
        }
    }
}
