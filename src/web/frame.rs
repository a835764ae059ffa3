//! Carries out what changes the picture.

use super::dom;
use super::page::Dom;
use super::widget::Widget;
use crate::content::text;
use crate::geo::frame::Frame;
use crate::geo::unit_box::UnitBox;
use crate::geo::viewport::Viewport;
use crate::interaction::effect::{Card, Tip};
use crate::interaction::event::Event;
use crate::interaction::map_index::MapIndex;
use crate::interaction::message::{Draw, Request};
use crate::render::element::Element;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// From here on finer shapes can be seen, and are worth their bytes.
const FINE_ZOOM: f64 = 1.9;

impl Widget {
    /// Carries out what is pending.
    #[inline(never)]
    pub(super) fn flush(&self) {
        let pending = std::mem::take(&mut self.edit().pending);
        if pending.draw {
            self.draw();
        }
        if pending.draw || pending.filter {
            self.filter();
        }
        if let Some((viewport, eased_ms)) = pending.moved {
            self.move_picture(&viewport, eased_ms);
        }
        if pending.outline || pending.draw {
            self.outline();
        }
        if let Some(card) = pending.card {
            self.show_card(card);
        }
        if pending.card.is_some() || pending.draw {
            self.place_card();
        }
        if let Some(tip) = pending.tip {
            self.show_tip(tip);
        }
        if let Some(hint) = pending.hint
            && let Some(element) = self.find(".hint")
        {
            element.set_text("textContent", hint);
        }
    }

    #[inline(never)]
    fn show_tip(&self, tip: Option<Tip>) {
        let stage = self.stage();
        let about = tip.and_then(|tip| Some((tip, self.whole_box(tip.region)?.within(stage?))));
        let Some((tip, about)) = about else { return self.tip.hide() };
        let contents = self.tip_of(tip.region);
        self.tip.show(&self.document, &contents);
        self.add_swatches(&self.tip.element);
        self.tip.place(about, tip.at, self.screen());
    }

    /// Brings the page up to what the reader has set: asks the engine for a figure, where what the
    /// page shows is not enough.
    #[inline(never)]
    fn draw(&self) {
        let size = self.stage_size();
        let page = self.page_shows();
        let Some(map) = self.map() else { return };
        let reader = self.state().model.reader().clone();
        if reader.has_table {
            // Its sources are in the file that comes later.
            self.need("more");
        }
        if self.may_ask() {
            let table = reader.has_table.then_some((reader.sort, reader.filter));
            let draw = Draw { viewport: reader.viewport, shown: map.shown, size, table };
            self.call("ask", Some(&Request::Draw(draw).write()));
        } else if !self.state().is_ready
            && let Some(shown) = page
        {
            // Before the engine is there the page may show another of its stages.
            self.edit().drawn = Some(Viewport::whole(&Frame::sized(0, 0).showing(shown)));
            self.reframe(shown);
            let reader = self.state().model.reader().clone();
            if reader.has_table {
                self.need("engine");
            }
            if !reader.viewport.is_whole() {
                self.move_picture(&reader.viewport, 0);
            }
        }
    }

    /// Whether the engine is there and idle: it is about to be asked. Else it is asked again later.
    fn may_ask(&self) -> bool {
        let state = &mut *self.edit();
        let may_ask = state.is_ready && !state.is_asked;
        state.wants_more = state.is_asked;
        state.is_asked |= may_ask;
        may_ask
    }

    /// The stage shows this part of the map, if the model knows of another one.
    pub(super) fn reframe(&self, shown: UnitBox) {
        if let Some(map) = self.map().filter(|map| map.shown != shown) {
            self.update(Event::Reframed(Rc::new(MapIndex { shown, ..(*map).clone() })));
        }
    }

    /// Shows a figure that the engine has drawn of a part of the map.
    #[inline(never)]
    pub(super) fn show_figure(&self, viewport: Viewport, new: Element) {
        let new = Rc::new(new);
        let old = {
            let state = &mut *self.edit();
            state.drawn = Some(viewport);
            state.figures += 1;
            state.tree.replace(new.clone())
        };
        let Some(figure) = self.find("figure.summit-map") else { return };
        let focused = self.focused();
        if let Some(old) = &old {
            dom::update(&self.document, &figure, Some(old), &new);
        } else if std::mem::take(&mut self.edit().is_stale) {
            figure.replace_with(&dom::build(&self.document, &new, false));
        } else {
            self.take_over(&new);
        }
        self.add_own();
        let selected = self.state().model.selected();
        if selected.is_some() && self.find(".card[hidden]").is_some() {
            // The figure that held the card is gone.
            self.show_card(selected.map(|region| Card { region, is_pulled: false }));
        }
        self.settle();
        self.mark_buttons();
        self.filter();
        self.keep_focus(focused);
        let wanted = self.viewport();
        if wanted != viewport {
            self.move_picture(&wanted, 0);
        }
        self.outline();
        self.place_card();
        self.update(Event::Scrolled);
        if viewport.zoom >= FINE_ZOOM {
            self.need("fine");
        }
        if self.map().is_some_and(|map| map.is_partial) {
            self.need("more");
        }
    }

    /// A node that changes its place among its siblings loses the focus; a region that is found in
    /// an inset is another node than on the zoomed map.
    fn keep_focus(&self, focused: Option<Dom>) {
        if let Some(focused) = focused
            && self.focused().is_none()
        {
            let region = super::filter::number(&focused, "data-region");
            let found = region.and_then(|region| self.region_element(region));
            if let Some(to) = found.or(Some(focused).filter(|node| node.flag("isConnected"))) {
                to.focus();
            }
        }
    }

    /// A region that comes into an inset or out of it has another button, which does not know yet
    /// that it is the tab stop, or has opened the card.
    fn mark_buttons(&self) {
        let (stop, selected) = {
            let model = &self.state().model;
            (model.tab_stop(), model.selected())
        };
        self.set_on("tabindex", [(None, ""), (stop, "0")]);
        self.set_on("aria-expanded", [(None, ""), (selected, "true")]);
    }

    /// Sets a style of what moves with the picture, or removes it where the value is empty.
    fn style_layers(&self, name: &str, value: &str) {
        if let Some(style) = self.find(".layers").and_then(|layers| layers.get("style")) {
            style.set_property(name, value);
        }
    }

    fn move_picture(&self, to: &Viewport, eased_ms: i32) {
        if !self.state().is_ready {
            // It draws anew what is only moved until then.
            self.need("engine");
        }
        if let Some(smaller) = self.find("[data-do=zoom-out]") {
            smaller.set_or_remove("aria-disabled", to.is_whole().then_some("true"));
        }
        let Some((drawn, frame)) = self.drawn() else { return };
        let (Some(area), Some(stage)) = (self.drawing(), self.stage()) else { return };
        let (moved, scale) = drawn.transform(to, &frame);
        // The picture is scaled from the corner of its box, which lies outside of the drawing.
        let x = decimal(moved.x * area.width + (area.x - stage.x) * (1.0 - scale));
        let y = decimal(moved.y * area.height + (area.y - stage.y) * (1.0 - scale));
        let transform =
            text::concat(&["translate(", &x, "px,", &y, "px) scale(", &decimal(scale), ")"]);
        let transition = text::concat(&["transform ", &text::digits(eased_ms), "ms ease-out"]);
        self.mark_moved(true);
        self.style_layers("transition", &transition);
        // Without `will-change`: with it the browser takes 50 ms a move for a thousand regions.
        self.style_layers("transform", &transform);
    }

    /// After drawing: the picture is where it belongs.
    fn settle(&self) {
        self.mark_moved(false);
        self.style_layers("transition", "");
        self.style_layers("transform", "");
    }

    fn mark_moved(&self, is_moved: bool) {
        if let Some(classes) = self.find(".view").and_then(|view| view.get("classList")) {
            classes.toggle("moved", is_moved);
        }
    }
}

/// A number for a style. The browser writes it: our own code for it would be 10 kB.
fn decimal(value: f64) -> String {
    JsValue::from(value).unchecked_into::<Dom>().to_fixed(3)
}
