//! Carries out what changes the picture.

use super::dom;
use super::widget::Widget;
use crate::geo::viewport::Viewport;
use crate::interaction::popup_machine::Pinned;
use crate::layout::popup_position::Rect;
use crate::layout::stage::StageSize;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FocusOptions, HtmlElement};

impl Widget {
    /// Carries out what is pending.
    pub(super) fn flush(&self) {
        let pending = std::mem::take(&mut self.state.borrow_mut().pending);
        // Read before anything is written, or the page would be laid out twice.
        let drawing = pending.anchor.and_then(|_| self.drawing());
        // These fail only where the host page has taken the nodes away.
        if pending.draw {
            let _ = self.draw();
        }
        if let Some((viewport, eased_ms)) = pending.moved {
            let _ = self.move_picture(&viewport, eased_ms);
        }
        if pending.outline || pending.draw {
            let _ = self.outline();
        }
        match pending.popup {
            Some(Some((region, pinned))) => {
                let _ = self.show_popup(region, pinned);
            }
            Some(None) => {
                let _ = self.popup.hide();
            }
            None => {}
        }
        if let (Some(anchor), Some(drawing)) = (pending.anchor, drawing) {
            let x = drawing.x + anchor.x * drawing.width;
            let y = drawing.y + anchor.y * drawing.height;
            let is_new = pending.popup.is_some();
            let _ = self.popup.place(&self.window, Rect { x, y, width: 0.0, height: 0.0 }, is_new);
        }
        if let Some(hint) = pending.hint
            && let Some(element) = self.find(".hint")
        {
            element.set_text_content(Some(hint));
        }
    }

    fn show_popup(&self, region: usize, pinned: Pinned) -> Result<(), JsValue> {
        if let Some(view) = &self.state.borrow().view {
            self.popup.prepare(&self.document, view.map(), region, pinned)?;
        }
        self.popup.show()
    }

    /// Brings the page's figure up to what the reader has set.
    fn draw(&self) -> Result<(), JsValue> {
        let (old, new) = {
            let state = &mut *self.state.borrow_mut();
            let Some(view) = &mut state.view else { return Ok(()) };
            let size = StageSize::of_element(state.model.width_px());
            let new = Rc::new(view.figure(state.model.reader(), size));
            (state.tree.replace(new.clone()), new)
        };
        let Some(figure) = self.find("figure.summit-map") else { return Ok(()) };
        let focused = self.root.active_element();
        dom::update(&self.document, &figure, old.as_deref(), &new)?;
        self.settle();
        match focused {
            // A node that changes its place among its siblings loses the focus.
            Some(focused) if focused.is_connected() && self.root.active_element().is_none() => {
                let options = FocusOptions::new();
                options.set_prevent_scroll(true);
                focused.unchecked_ref::<HtmlElement>().focus_with_options(&options)
            }
            Some(_) | None => Ok(()),
        }
    }

    /// Sets or removes a style of what moves with the picture.
    fn style_layers(&self, name: &str, value: Option<&str>) {
        let Some(layers) = self.find(".layers") else { return };
        let style = layers.unchecked_ref::<HtmlElement>().style();
        // It fails only for a style that cannot be changed, which this is not.
        let _ = match value {
            Some(value) => style.set_property(name, value),
            None => style.remove_property(name).map(|_| ()),
        };
    }

    fn move_picture(&self, to: &Viewport, eased_ms: i32) -> Result<(), JsValue> {
        let Some((drawn, frame)) = self.drawn() else { return Ok(()) };
        let (Some(box_), Some(stage)) = (self.drawing(), self.stage()) else { return Ok(()) };
        let (moved, scale) = drawn.transform(to, &frame);
        // The picture is scaled from the corner of its box, which lies outside of the drawing.
        let x = moved.x * box_.width + (box_.x - stage.x) * (1.0 - scale);
        let y = moved.y * box_.height + (box_.y - stage.y) * (1.0 - scale);
        let moved = String::from("translate(") + &decimal(x) + "px," + &decimal(y);
        let transform = moved + "px) scale(" + &decimal(scale) + ")";
        let transition = String::from("transform ") + &eased_ms.to_string() + "ms ease-out";
        self.style_layers("transition", Some(&transition));
        // Without `will-change`: with it the browser takes 50 ms a move for a thousand regions.
        self.style_layers("transform", Some(&transform));
        Ok(())
    }

    /// After drawing: the picture is where it belongs.
    pub(super) fn settle(&self) {
        for name in ["transition", "transform"] {
            self.style_layers(name, None);
        }
    }

    /// Draws the outline in its layer over the map, if it is another one or drawn otherwise.
    fn outline(&self) -> Result<(), JsValue> {
        let (region, shapes) = {
            let state = &mut *self.state.borrow_mut();
            let Some(view) = &state.view else { return Ok(()) };
            let wanted = (state.model.outlined(), view.drawings());
            if state.outlined == wanted || state.outlined.0.is_none() && wanted.0.is_none() {
                return Ok(());
            }
            state.outlined = wanted;
            (wanted.0, wanted.0.map(|region| view.outline(region)).unwrap_or_default())
        };
        let Some(layer) = self.find(".outline") else { return Ok(()) };
        match region {
            Some(region) => layer.set_attribute("data-outlined", &region.to_string())?,
            None => layer.remove_attribute("data-outlined")?,
        }
        dom::fill(&self.document, &layer, &shapes, true)
    }
}

/// A number for a style. The browser writes it: our own code for it would be 10 kB.
fn decimal(value: f64) -> String {
    js_sys::Number::from(value).to_fixed(3).map(String::from).unwrap_or_default()
}
