//! The card in the page: its contents, its place, and the focus in it.

use super::dom;
use super::widget::Widget;
use crate::content::digits;
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
        let Some(element) = self.find(".card") else { return Ok(()) };
        let shows = card.map(|card| digits::count(card.region));
        let is_other = element.get_attribute("data-shows") != shows;
        let tree = card.and_then(|card| self.card_of(card)).unwrap_or_else(render::card::closed);
        let tree = match shows {
            Some(shows) => tree.with("data-shows", shows),
            None => tree,
        };
        // Read from the page, for the figure knows nothing of what is in the card.
        dom::update(&self.document, &element, None, &tree)?;
        self.add_swatches(&element)?;
        if let (Some(card), Ok(Some(facts))) = (card, element.query_selector(".facts")) {
            self.add_facts(card.region, &facts)?;
        }
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
        if let Some(element) = self.in_inset(region) {
            return Some(rect_of(&element));
        }
        let drawing = self.drawing()?;
        let state = self.state.borrow();
        state.model.box_of(region, drawing)
    }

    /// The shape of a region that is found in an inset.
    fn in_inset(&self, region: usize) -> Option<web_sys::Element> {
        if let Some(button) = self.region_element(region)
            && button.closest(".inset").ok().flatten().is_some()
        {
            return Some(button);
        }
        let is_member = {
            let state = self.state.borrow();
            state.model.map()?.regions.get(region)?.is_in_inset
        };
        let selector = String::from(".set .inset [data-for=\"") + &digits::count(region) + "\"]";
        let mut shapes = if is_member { self.all(&selector) } else { Vec::new() };
        shapes.retain(|shape| rect_of(shape).width > 0.0);
        shapes.into_iter().next()
    }

    /// The same with its islands; land without facts is the largest part alone.
    pub(super) fn whole_box(&self, region: usize) -> Option<Rect> {
        match self.in_inset(region).or_else(|| self.region_element(region)) {
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
