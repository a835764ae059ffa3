//! Carries out what changes the picture.

use super::dom;
use super::widget::Widget;
use crate::geo::viewport::Viewport;
use crate::interaction::effect::{Outlined, Tip};
use crate::interaction::event::Event;
use crate::interaction::map_index::MapIndex;
use crate::layout::stage::StageSize;
use crate::render::element::Element;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FocusOptions, HtmlElement};

impl Widget {
    /// Carries out what is pending.
    pub(super) fn flush(&self) {
        let pending = std::mem::take(&mut self.state.borrow_mut().pending);
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
        let contents = {
            let state = self.state.borrow();
            state.view.as_ref().map(|view| view.map().tip(tip.region)).unwrap_or_default()
        };
        self.tip.show(&self.document, &contents)?;
        self.tip.place(about, tip.at, self.screen())
    }

    /// Brings the page's figure up to what the reader has set.
    fn draw(&self) -> Result<(), JsValue> {
        let size = self.stage_size();
        if let Some(index) = self.reframed(size) {
            self.update(Event::Reframed(index));
            return Ok(());
        }
        let (old, new) = {
            let state = &mut *self.state.borrow_mut();
            let Some(view) = &mut state.view else { return Ok(()) };
            let new = Rc::new(view.figure(state.model.reader(), size));
            (state.tree.replace(new.clone()), new)
        };
        let Some(figure) = self.find("figure.summit-map") else { return Ok(()) };
        let focused = self.root.active_element();
        dom::update(&self.document, &figure, old.as_deref(), &new)?;
        self.settle();
        self.mark_buttons()?;
        let Some(focused) = focused.filter(|_| self.root.active_element().is_none()) else {
            return Ok(());
        };
        // A node that changes its place among its siblings loses the focus; a region that is found
        // in an inset is another node than on the zoomed map.
        let region = focused.get_attribute("data-region").and_then(|region| region.parse().ok());
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

    /// What is to be known of the map, if a stage of this size shows another part of it than the
    /// model knows.
    fn reframed(&self, size: StageSize) -> Option<Rc<MapIndex>> {
        let state = &mut *self.state.borrow_mut();
        let (view, known) = (state.view.as_mut()?, state.model.map()?.shown);
        let shown = view.shown(size);
        (shown != known).then(|| Rc::new(view.map().index(shown)))
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

    /// Draws the outlines in their layer over the map, if they are others or drawn otherwise.
    fn outline(&self) -> Result<(), JsValue> {
        let (Outlined { selected, pointed }, groups) = {
            let state = &mut *self.state.borrow_mut();
            let Some(view) = &state.view else { return Ok(()) };
            let wanted = (state.model.outlined(), view.drawings());
            let is_none = |(outlined, _): (Outlined, u32)| outlined == Outlined::default();
            if state.outlined == wanted || is_none(state.outlined) && is_none(wanted) {
                return Ok(());
            }
            state.outlined = wanted;
            let group = |class: &'static str, region: Option<usize>| {
                let shapes = region.map(|region| view.outline(region)).unwrap_or_default();
                Element::new("g").with("class", class).children(shapes)
            };
            let Outlined { selected, pointed } = wanted.0;
            (wanted.0, [group("selected", selected), group("pointed", pointed)])
        };
        let Some(layer) = self.find(".outline") else { return Ok(()) };
        for (name, region) in [("data-selected", selected), ("data-outlined", pointed)] {
            match region {
                Some(region) => layer.set_attribute(name, &region.to_string())?,
                None => layer.remove_attribute(name)?,
            }
        }
        dom::fill(&self.document, &layer, &groups, true)
    }
}

/// A number for a style. The browser writes it: our own code for it would be 10 kB.
fn decimal(value: f64) -> String {
    js_sys::Number::from(value).to_fixed(3).map(String::from).unwrap_or_default()
}
