//! The card in the page: its contents, its place, and the focus in it.

use super::dom;
use super::page::Dom;
use super::widget::Widget;
use crate::content::text;
use crate::interaction::effect::Card;
use crate::layout::card_place::{CardPlace, card_place, scroll_way};
use crate::layout::rect::Rect;
use crate::render;

/// What the keyboard reaches in a card.
const STOPS: &str = "a[href],button";
/// Space kept between what is scrolled into view and the edge.
const MARGIN: f64 = 12.0;

impl Widget {
    /// Shows this card, or none.
    #[inline(never)]
    pub(super) fn show_card(&self, card: Option<Card>) {
        let Some(element) = self.find(".card") else { return };
        let shows = card.map(|card| text::count(card.region));
        let is_other = element.attribute("data-shows") != shows;
        let tree = card.and_then(|card| self.card_of(card)).unwrap_or_else(render::card::closed);
        let tree = match shows {
            Some(shows) => tree.with("data-shows", shows),
            None => tree,
        };
        // Read from the page, for the figure knows nothing of what is in the card.
        dom::update(&self.document, &element, None, &tree);
        self.add_swatches(&element);
        if let (Some(card), Some(facts)) = (card, element.find(".facts")) {
            self.add_facts(card.region, &facts);
        }
        if is_other {
            element.set("scrollTop", 0.into());
        }
    }

    /// Puts an open card where it does not hide its region.
    pub(super) fn place_card(&self) {
        let selected = self.state().model.selected();
        if let Some(region) = selected
            && let (Some(card), Some(stage)) = (self.find(".card"), self.stage())
        {
            let more = if card.matches(".open") { " open" } else { "" };
            let stand = |place: CardPlace| {
                card.set_class(&text::concat(&[place.classes(), more]));
                card.rect()
            };
            let region = self.whole_box(region).unwrap_or(stage).within(stage);
            let element_px = self.host.rect().width;
            stand(card_place(element_px, self.screen().height, region, stand));
        }
    }

    /// The box of a region's largest part on the screen; of one that is shown in an inset, there.
    pub(super) fn region_box(&self, region: usize) -> Option<Rect> {
        if let Some(element) = self.in_inset(region) {
            return Some(element.rect());
        }
        let drawing = self.drawing()?;
        self.state().model.box_of(region, drawing)
    }

    /// The shape of a region that is found in an inset.
    fn in_inset(&self, region: usize) -> Option<Dom> {
        if let Some(button) = self.region_element(region)
            && button.is_in(".inset")
        {
            return Some(button);
        }
        if !self.map()?.regions.get(region)?.is_in_inset {
            return None;
        }
        let selector = text::concat(&[".set .inset [data-for=\"", &text::count(region), "\"]"]);
        self.shown(&selector).first().cloned()
    }

    /// The same with its islands; land without facts is the largest part alone.
    pub(super) fn whole_box(&self, region: usize) -> Option<Rect> {
        match self.in_inset(region).or_else(|| self.region_element(region)) {
            Some(element) => Some(element.rect()),
            None => self.region_box(region),
        }
    }

    /// From where to where something is seen on the screen: down to the sheet, if there is one.
    pub(super) fn room(&self) -> (f64, f64) {
        let mut bottom = self.screen().bottom();
        if let Some(sheet) = self.find(".sheet") {
            bottom = bottom.min(sheet.rect().y);
        }
        (MARGIN, bottom - MARGIN)
    }

    /// Scrolls the page as little as shows a box.
    pub(super) fn scroll_to(&self, area: Rect) {
        let way = scroll_way((area.y, area.bottom()), self.room());
        if way != 0.0 {
            self.window.scroll_by(0.0, way);
        }
    }

    /// Keeps the focus in the card: from the last control it goes to the first, and back. True if
    /// it went there, and the browser need not move it.
    #[inline(never)]
    pub(super) fn stay_in_card(&self, is_back: bool) -> bool {
        let Some(card) = self.find(".card") else { return false };
        // Not what the style sheet has hidden.
        let stops = card.all_that(STOPS, |stop| stop.number("offsetWidth") > 0.0);
        let (Some(first), Some(last)) = (stops.first(), stops.last()) else { return false };
        let Some(focused) = self.focused() else { return false };
        // The heading and the card itself stand before the first.
        let is_at_end =
            if is_back { focused == *first || !focused.matches(STOPS) } else { focused == *last };
        if is_at_end {
            if is_back { last } else { first }.focus();
        }
        is_at_end
    }
}
