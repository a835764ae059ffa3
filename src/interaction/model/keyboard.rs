//! Keys and keyboard focus: one tab stop that roves (roving tabindex), arrows, type-ahead.

use super::Model;
use crate::content::text;
use crate::interaction::command::Command;
use crate::interaction::effect::Effect;
use crate::interaction::event::{Key, Part};
use crate::interaction::map_index::MapIndex;
use crate::interaction::navigation::{FocusMove, FocusTarget, go, typed};

/// Letters typed within this time of each other are one text.
const TYPING_MS: f64 = 800.0;

impl Model {
    #[inline(never)]
    pub(super) fn key(&mut self, map: &MapIndex, key: &Key) {
        let is_used = match key.part {
            Part::Search => self.key_in_search(map, &key.name),
            Part::Region(_) | Part::Map | Part::Stage => self.key_in_map(map, key),
            Part::Card if key.name == "Tab" => {
                self.push(Effect::StayInCard { is_back: key.has_shift });
                false
            }
            Part::Control(_)
            | Part::Found(_)
            | Part::Card
            | Part::Facts
            | Part::Tip
            | Part::Other => false,
        };
        if is_used {
            self.push(Effect::PreventDefault);
            // Esc in the search field closes it, not the card.
            self.push(Effect::StopPropagation);
        }
    }

    /// A key on the stage; true if the map has used it, even where it leads nowhere.
    fn key_in_map(&mut self, map: &MapIndex, key: &Key) -> bool {
        if let Some(command) = Command::of_key(&key.name) {
            self.command(map, command, false);
            return true;
        }
        let Part::Region(region) = key.part else { return false };
        match FocusMove::of_key(&key.name) {
            Some(FocusMove::Toward(direction)) if key.has_shift => {
                self.pan(map, direction);
                true
            }
            Some(to) => self.go_from(map, &|stops, from| go(stops, from, to)),
            None if key.name == " " => {
                // Enter presses a link by itself; a button is pressed by the space bar too.
                self.press(map, region);
                true
            }
            None => {
                let mut letters = key.name.chars();
                let is_letter = letters.next().is_some() && letters.next().is_none();
                is_letter && self.type_ahead(map, &key.name, key.at_ms)
            }
        }
    }

    /// Moves keyboard focus from the tab stop.
    fn go_from(
        &mut self,
        map: &MapIndex,
        choose: &dyn Fn(&[FocusTarget<'_>], usize) -> Option<usize>,
    ) -> bool {
        let Some(from) = self.tab_stop else { return false };
        if let Some(region) = choose(&map.focus_targets(self.reader.filter), from) {
            self.focus_region(map, region);
        }
        true
    }

    /// Goes to the region whose name begins with the letters typed in quick succession.
    fn type_ahead(&mut self, map: &MapIndex, letter: &str, at_ms: f64) -> bool {
        let (before, last_ms) = std::mem::take(&mut self.typed);
        let text = text::concat(&[if at_ms - last_ms < TYPING_MS { &before } else { "" }, letter]);
        let moved = self.go_from(map, &|stops, from| typed(stops, &text, Some(from)));
        self.typed = (text, at_ms);
        moved
    }

    #[inline(never)]
    pub(super) fn focus_in(&mut self, map: &MapIndex, part: Part, is_seen: bool) {
        self.focus = part;
        if let Part::Region(region) = part
            && map.regions.get(region).is_some_and(|region| region.is_focus_target)
        {
            self.rove(region);
            if is_seen {
                self.focused = Some(region);
                self.show_tip_of_focus();
            }
        }
    }

    #[inline(never)]
    pub(super) fn focus_out(&mut self, part: Part) {
        self.focus = Part::Other;
        if part == Part::Search {
            self.close_list();
        }
        let left = self.focused.take();
        if left.is_some() && left == self.tip.map(|tip| tip.region) && left != self.over.region() {
            self.show_tip(None);
        }
        self.outline();
    }

    /// Keeps the one tab stop of the map at the region that has focus.
    pub(super) fn rove(&mut self, to: usize) {
        let from = self.tab_stop.replace(to);
        if from != Some(to) {
            self.push(Effect::TabStop { from, to: Some(to) });
        }
    }
}
