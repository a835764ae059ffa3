//! Carries out what changes the picture.

use super::dom;
use super::widget::Widget;
use crate::content::digits;
use crate::geo::frame::Frame;
use crate::geo::unit_box::UnitBox;
use crate::geo::viewport::Viewport;
use crate::interaction::effect::Tip;
use crate::interaction::event::Event;
use crate::interaction::map_index::MapIndex;
use crate::interaction::message::{Draw, Request};
use crate::render::element::Element;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FocusOptions, HtmlElement};

/// From here on finer shapes can be seen, and are worth their bytes.
const FINE_ZOOM: f64 = 1.9;

impl Widget {
    /// Carries out what is pending.
    pub(super) fn flush(&self) {
        let pending = std::mem::take(&mut self.state.borrow_mut().pending);
        // These fail only where the host page has taken the nodes away.
        if pending.draw {
            let _ = self.draw();
        }
        if pending.draw || pending.filter {
            let _ = self.filter();
        }
        if let Some((viewport, eased_ms)) = pending.moved {
            let _ = self.move_picture(&viewport, eased_ms);
        }
        if pending.outline || pending.draw {
            let _ = self.outline();
        }
        if let Some(card) = pending.card {
            let _ = self.show_card(card);
        }
        if pending.card.is_some() || pending.draw {
            self.place_card();
        }
        if let Some(tip) = pending.tip {
            let _ = self.show_tip(tip);
        }
        if let Some(hint) = pending.hint
            && let Some(element) = self.find(".hint")
        {
            element.set_text_content(Some(hint));
        }
    }

    fn show_tip(&self, tip: Option<Tip>) -> Result<(), JsValue> {
        let stage = self.stage();
        let about = tip.and_then(|tip| Some((tip, self.whole_box(tip.region)?.within(stage?))));
        let Some((tip, about)) = about else {
            self.tip.hide();
            return Ok(());
        };
        let contents = self.tip_of(tip.region);
        self.tip.show(&self.document, &contents)?;
        self.add_swatches(self.tip.element())?;
        self.tip.place(about, tip.at, self.screen())
    }

    /// Brings the page up to what the reader has set: asks the engine for a figure, where what the
    /// page shows is not enough.
    fn draw(&self) -> Result<(), JsValue> {
        let size = self.stage_size();
        let page = self.page_shows();
        let request = {
            let state = &mut *self.state.borrow_mut();
            let reader = state.model.reader();
            let table = reader.has_table.then_some((reader.sort, reader.filter));
            let Some(map) = state.model.map() else { return Ok(()) };
            let draw = Draw { viewport: reader.viewport, shown: map.shown, size, table };
            if state.is_ready && !state.is_asked {
                state.is_asked = true;
                Some(Request::Draw(draw).write())
            } else {
                state.wants_more = state.is_asked;
                None
            }
        };
        if self.state.borrow().model.reader().has_table {
            // Its sources are in the file that comes later.
            self.need("more");
        }
        if let Some(request) = request {
            return self.call.call2(&JsValue::NULL, &"ask".into(), &request.into()).map(|_| ());
        }
        // Before the engine is there the page may show another of its stages.
        if let Some(shown) = page.filter(|_| !self.state.borrow().is_ready) {
            self.state.borrow_mut().drawn =
                Some(Viewport::whole(&Frame::sized(0, 0).showing(shown)));
            self.reframe(shown);
            let reader = self.state.borrow().model.reader().clone();
            if reader.has_table || !reader.viewport.is_whole() {
                self.need("engine");
            }
        }
        Ok(())
    }

    /// The stage shows this part of the map, if the model knows of another one.
    pub(super) fn reframe(&self, shown: UnitBox) {
        let index = {
            let state = self.state.borrow();
            let known = state.model.map().filter(|map| map.shown != shown);
            known.map(|map| Rc::new(MapIndex { shown, ..map.clone() }))
        };
        if let Some(index) = index {
            self.update(Event::Reframed(index));
        }
    }

    /// Shows a figure that the engine has drawn of a part of the map.
    pub(super) fn show_figure(&self, viewport: Viewport, new: Element) -> Result<(), JsValue> {
        let new = Rc::new(new);
        let old = {
            let state = &mut *self.state.borrow_mut();
            state.drawn = Some(viewport);
            state.figures += 1;
            state.tree.replace(new.clone())
        };
        let Some(figure) = self.find("figure.summit-map") else { return Ok(()) };
        let focused = self.root.active_element();
        match &old {
            Some(old) => dom::update(&self.document, &figure, Some(old), &new)?,
            None if std::mem::take(&mut self.state.borrow_mut().is_stale) => {
                let new = dom::build(&self.document, &new, false)?;
                figure.replace_with_with_node_1(&new)?;
            }
            None => self.take_over(&new)?,
        }
        self.add_own()?;
        self.settle();
        self.mark_buttons()?;
        self.filter()?;
        self.keep_focus(focused)?;
        let wanted = self.state.borrow().model.reader().viewport;
        if wanted != viewport {
            self.move_picture(&wanted, 0)?;
        }
        self.outline()?;
        self.place_card();
        self.update(Event::Scrolled);
        if viewport.zoom >= FINE_ZOOM {
            self.need("fine");
        }
        if self.state.borrow().model.map().is_some_and(|map| map.is_partial) {
            self.need("more");
        }
        Ok(())
    }

    /// A node that changes its place among its siblings loses the focus; a region that is found in
    /// an inset is another node than on the zoomed map.
    fn keep_focus(&self, focused: Option<web_sys::Element>) -> Result<(), JsValue> {
        let Some(focused) = focused.filter(|_| self.root.active_element().is_none()) else {
            return Ok(());
        };
        let region = focused.get_attribute("data-region").and_then(|region| digits::place(&region));
        let found = region.and_then(|region| self.region_element(region));
        let Some(to) = found.or(Some(focused).filter(|node| node.is_connected())) else {
            return Ok(());
        };
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        to.unchecked_ref::<HtmlElement>().focus_with_options(&options)
    }

    /// A region that comes into an inset or out of it has another button, which does not know yet
    /// that it is the tab stop, or has opened the card.
    fn mark_buttons(&self) -> Result<(), JsValue> {
        let (stop, selected) = {
            let model = &self.state.borrow().model;
            (model.tab_stop(), model.selected())
        };
        for (region, name, value) in [(stop, "tabindex", "0"), (selected, "aria-expanded", "true")]
        {
            let button = region.and_then(|region| self.region_element(region));
            if let Some(button) =
                button.filter(|at| at.get_attribute(name).is_some_and(|v| v != value))
            {
                button.set_attribute(name, value)?;
            }
        }
        Ok(())
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
        if !self.state.borrow().is_ready {
            // It draws anew what is only moved until then.
            self.need("engine");
        }
        if let Some(smaller) = self.find("[data-do=zoom-out]") {
            match to.is_whole() {
                true => smaller.set_attribute("aria-disabled", "true")?,
                false => smaller.remove_attribute("aria-disabled")?,
            }
        }
        let Some((drawn, frame)) = self.drawn() else { return Ok(()) };
        let (Some(box_), Some(stage)) = (self.drawing(), self.stage()) else { return Ok(()) };
        let (moved, scale) = drawn.transform(to, &frame);
        // The picture is scaled from the corner of its box, which lies outside of the drawing.
        let x = moved.x * box_.width + (box_.x - stage.x) * (1.0 - scale);
        let y = moved.y * box_.height + (box_.y - stage.y) * (1.0 - scale);
        let moved = String::from("translate(") + &decimal(x) + "px," + &decimal(y);
        let transform = moved + "px) scale(" + &decimal(scale) + ")";
        let transition = String::from("transform ") + &digits::digits(eased_ms) + "ms ease-out";
        if let Some(view) = self.find(".view") {
            view.class_list().add_1("moved")?;
        }
        self.style_layers("transition", Some(&transition));
        // Without `will-change`: with it the browser takes 50 ms a move for a thousand regions.
        self.style_layers("transform", Some(&transform));
        Ok(())
    }

    /// After drawing: the picture is where it belongs.
    pub(super) fn settle(&self) {
        if let Some(view) = self.find(".view.moved") {
            // It fails for no name of a class.
            let _ = view.class_list().remove_1("moved");
        }
        for name in ["transition", "transform"] {
            self.style_layers(name, None);
        }
    }
}

/// A number for a style. The browser writes it: our own code for it would be 10 kB.
fn decimal(value: f64) -> String {
    js_sys::Number::from(value).to_fixed(3).map(String::from).unwrap_or_default()
}
