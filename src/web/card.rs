//! The card in the page: its contents, its place, and the focus in it.

use super::dom;
use super::widget::Widget;
use crate::interaction::effect::Card;
use crate::layout::card_place::{CardPlace, card_place, scroll_way};
use crate::layout::rect::Rect;
use crate::render;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

/// What the keyboard reaches in a card.
const STOPS: &str = "a[href],button";
/// Space kept between what is scrolled into view and the edge.
const MARGIN: f64 = 12.0;

impl Widget {
    /// Shows this card, or none.
    pub(super) fn show_card(&self, card: Option<Card>) -> Result<(), JsValue> {
        let tree = card.and_then(|card| {
            let state = self.state.borrow();
            state.view.as_ref()?.map().card(card, state.model.neighbors())
        });
        let Some(element) = self.find(".card") else { return Ok(()) };
        let is_other =
            element.get_attribute("data-shows") != card.map(|card| card.region.to_string());
        let tree = tree.unwrap_or_else(render::card::closed);
        let tree = match card {
            Some(card) => tree.with("data-shows", card.region.to_string()),
            None => tree,
        };
        // Read from the page, for the figure knows nothing of what is in the card.
        dom::update(&self.document, &element, None, &tree)?;
        if is_other {
            element.set_scroll_top(0);
        }
        Ok(())
    }

    /// Puts an open card where it does not hide its region.
    pub(super) fn place_card(&self) {
        let selected = self.state.borrow().model.selected();
        if let Some(region) = selected
            && let (Some(card), Some(stage)) = (self.find(".card"), self.stage())
        {
            let more = if card.class_list().contains("open") { " open" } else { "" };
            let stand = |place: CardPlace| {
                card.set_class_name(&(String::from(place.classes()) + more));
                rect_of(&card)
            };
            let region = self.whole_box(region).unwrap_or(stage).within(stage);
            let element_px = self.host.get_bounding_client_rect().width();
            stand(card_place(element_px, self.screen().height, region, stand));
        }
    }

    /// The box of a region's largest part on the screen; of one that is shown in an inset, there.
    pub(super) fn region_box(&self, region: usize) -> Option<Rect> {
        let element = self.region_element(region);
        if let Some(element) = element.filter(|at| at.closest(".inset").ok().flatten().is_some()) {
            return Some(rect_of(&element));
        }
        let drawing = self.drawing()?;
        let state = self.state.borrow();
        state.model.box_of(region, drawing)
    }

    /// The same with its islands; land without facts is the largest part alone.
    pub(super) fn whole_box(&self, region: usize) -> Option<Rect> {
        match self.region_element(region) {
            Some(element) => Some(rect_of(&element)),
            None => self.region_box(region),
        }
    }

    /// From where to where something is seen on the screen: down to the sheet, if there is one.
    pub(super) fn room(&self) -> (f64, f64) {
        let mut bottom = self.screen().bottom();
        if let Some(sheet) = self.find(".sheet") {
            bottom = bottom.min(rect_of(&sheet).y);
        }
        (MARGIN, bottom - MARGIN)
    }

    /// Scrolls the page as little as shows a box.
    pub(super) fn scroll_to(&self, box_: Rect) {
        let way = scroll_way((box_.y, box_.bottom()), self.room());
        if way != 0.0 {
            self.window.scroll_by_with_x_and_y(0.0, way);
        }
    }

    /// Keeps the focus in the card: from the last control it goes to the first, and back. True if
    /// it went there, and the browser need not move it.
    pub(super) fn stay_in_card(&self, is_back: bool) -> Result<bool, JsValue> {
        let Some(card) = self.find(".card") else { return Ok(false) };
        let list = card.query_selector_all(STOPS)?;
        let (mut first, mut last) = (None, None);
        for place in 0..list.length() {
            let stop = list.item(place).map(JsCast::unchecked_into::<HtmlElement>);
            // Not what the style sheet has hidden.
            let stop = stop.filter(|stop| stop.offset_width() > 0);
            first = first.or(stop.clone());
            last = stop.or(last);
        }
        let focused = self.root.active_element();
        let is_on = |stop: &Option<HtmlElement>| {
            stop.as_ref().is_some_and(|stop| focused.as_ref() == Some(stop.as_ref()))
        };
        // The heading and the card itself stand before the first.
        let is_before =
            focused.as_ref().is_some_and(|focused| !focused.matches(STOPS).unwrap_or(true));
        let target = match is_back {
            true if is_before || is_on(&first) => last,
            false if is_on(&last) => first,
            _ => None,
        };
        match target {
            Some(target) => target.focus().map(|()| true),
            None => Ok(false),
        }
    }
}

/// The box of an element on the screen.
pub(super) fn rect_of(element: &web_sys::Element) -> Rect {
    let box_ = element.get_bounding_client_rect();
    Rect { x: box_.x(), y: box_.y(), width: box_.width(), height: box_.height() }
}
