//! The card: whose it is, and who gets the focus when it comes and goes.

use super::Model;
use crate::content::text;
use crate::interaction::command::Command;
use crate::interaction::effect::{Card, Effect, FocusOn, Picture};
use crate::interaction::event::Part;
use crate::interaction::map_index::MapIndex;

/// A finger that is drawn at least so far has swiped.
const SWIPE_PX: f64 = 40.0;

impl Model {
    /// The host page selects a region, or none.
    pub(super) fn select(&mut self, map: &MapIndex, region: Option<usize>) {
        match region.filter(|&region| region < map.regions.len()) {
            Some(region) => {
                let is_new = self.set_card(map, Some(region));
                if is_new && self.focus == Part::Card {
                    self.focus_on(FocusOn::Card);
                }
                if is_new {
                    self.push(Effect::Reveal(region));
                }
            }
            None => self.close_card(map, false),
        }
    }

    /// Opens the card of a region, and moves the focus there.
    pub(super) fn open_card(&mut self, map: &MapIndex, region: usize, focus: FocusOn) {
        if region >= map.regions.len() {
            return;
        }
        self.close_search(false);
        self.set_card(map, Some(region));
        self.focus_on(focus);
        self.push(Effect::Reveal(region));
    }

    /// Opens the card of a region, or closes it where it is open.
    pub(super) fn press(&mut self, map: &MapIndex, region: usize) {
        if self.card == Some(region) {
            self.close_card(map, true);
        } else {
            self.open_card(map, region, FocusOn::Card);
        }
    }

    /// Opens the card of a neighbour in the list of the same status.
    pub(super) fn open_neighbor(&mut self, map: &MapIndex, command: Command) {
        let neighbors = self.card.and_then(|region| map.neighbors(region));
        let Some((previous, next)) = neighbors else { return };
        let region = if command == Command::Next { next } else { previous };
        self.bring_into_sight(map, region);
        self.open_card(map, region, FocusOn::Control(command));
        if let Some(region) = map.regions.get(region) {
            let text = text::concat(&[&region.name, map.words.colon, &region.words]);
            self.say(text, false);
        }
    }

    /// Closes the card. The focus goes back to what it is about if it was in the card, or `must`.
    pub(super) fn close_card(&mut self, map: &MapIndex, must: bool) {
        let Some(region) = self.card else { return };
        let opener = self.opener;
        self.set_card(map, None);
        if must || self.focus == Part::Card {
            match opener.filter(|_| self.reader.has_table) {
                Some(opener) => self.focus_on(FocusOn::Control(opener)),
                None => self.focus_region(map, region),
            }
        }
    }

    /// Closes the card and leaves the focus to what leads it elsewhere.
    pub(super) fn leave_card(&mut self, map: &MapIndex) {
        self.set_card(map, None);
    }

    /// Shows the card of a region, or none; false where it is shown already.
    fn set_card(&mut self, map: &MapIndex, card: Option<usize>) -> bool {
        if self.card == card {
            return false;
        }
        let from = std::mem::replace(&mut self.card, card);
        (self.is_pulled, self.opener) = (false, None);
        self.show_card();
        self.push(Effect::Expanded { from, to: card });
        self.show_tip(None);
        self.push(Effect::Selected(card));
        self.remember(map, true);
        true
    }

    /// Shows the card as it is by now.
    pub(super) fn show_card(&mut self) {
        let is_pulled = self.is_pulled;
        let card = self.card.map(|region| Card { region, is_pulled });
        self.push(Effect::Picture(Picture::Card(card)));
    }

    /// Pulls the sheet up, or lets it down.
    pub(super) fn pull(&mut self, is_pulled: bool) {
        if let Some(region) = self.card.filter(|_| is_pulled != self.is_pulled) {
            self.is_pulled = is_pulled;
            self.show_card();
            // Pulled up it could cover what it is about.
            self.push(Effect::Reveal(region));
        }
    }

    /// A finger was drawn down the sheet, or up.
    pub(super) fn swipe(&mut self, map: &MapIndex, down_px: f64) {
        if down_px > SWIPE_PX {
            self.close_card(map, true);
        } else if down_px < -SWIPE_PX {
            self.pull(true);
        }
    }

    /// Moves the focus to a region, and a zoomed map so that it is seen. Land without facts is no
    /// stop of the keyboard; focus stays in the map all the same.
    pub(super) fn focus_region(&mut self, map: &MapIndex, region: usize) {
        self.bring_into_sight(map, region);
        let is_target = map.regions.get(region).is_some_and(|region| region.is_focus_target);
        self.focus_on(if is_target { FocusOn::Region(region) } else { FocusOn::Map });
    }

    /// Esc, anywhere in the page. In the search field it is for the field.
    pub(super) fn escape(&mut self, map: &MapIndex) {
        let is_in_card = self.focus == Part::Card;
        if self.focus == Part::Search {
            return;
        } else if self.tip.is_some() && !is_in_card {
            self.show_tip(None);
        } else if self.card.is_some() {
            self.show_tip(None);
            self.close_card(map, false);
        } else if self.search.is_shown {
            self.close_search(true);
        } else {
            return;
        }
        self.push(Effect::PreventDefault);
    }
}
