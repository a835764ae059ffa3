//! How a map comes to the reader, and what stays of what she has set when another one comes.

use super::Model;
use crate::content::data_table::Sort;
use crate::content::text;
use crate::geo::viewport::Viewport;
use crate::interaction::effect::{Effect, Picture, Timer};
use crate::interaction::event::{NewMap, Part};
use crate::interaction::filter::Filter;
use crate::interaction::gesture::Gesture;
use crate::interaction::map_index::MapIndex;

impl Model {
    /// Shows a map. If it is the one that is shown in other words, the reader stays where she is.
    #[inline(never)]
    pub(super) fn show(&mut self, new: NewMap, before: Option<&MapIndex>) {
        let map = new.index;
        let is_kept = before.is_some_and(|before| before.is_same_map(&map));
        if let Some(before) = before.filter(|_| !is_kept) {
            self.forget(before);
        }
        self.language = new.language;
        self.measure(new.stage);
        self.index = Some(map.clone());
        self.gesture = Gesture::None;
        if !is_kept {
            // A movement of the same map comes to its end.
            self.stop(Timer::Rest);
        }
        let is_translated = before.is_some_and(|before| before.words.code != map.words.code);
        let text = text::concat(&[map.words.language, map.words.colon, map.words.language_name]);
        self.say(if is_translated { text } else { String::new() }, false);
        self.close_search(true);
        if is_kept {
            // In other words, other names stand on it and round it.
            self.fit_into(&map);
        } else {
            self.reset(&map);
        }
        let link = if is_kept { None } else { Self::link_in(&map, &new.fragment) };
        if let Some(link) = &link {
            self.set_view(&map, link);
        }
        self.push(Effect::Picture(Picture::Draw));
        match link {
            Some(link) => self.set_selected(&map, &link),
            None if self.card.is_some() => self.show_card(),
            None => {}
        }
        self.place_tip();
        self.rove_to_shown(&map);
        self.remember(&map, false);
    }

    /// Leaves a map for another one.
    fn forget(&mut self, before: &MapIndex) {
        // The address is about to be that of the other map.
        self.is_restoring = true;
        self.close_card(before, false);
        self.is_restoring = false;
        (self.over, self.focused) = (Part::Other, None);
        self.show_tip(None);
    }

    /// What is set when nobody has set anything.
    fn reset(&mut self, map: &MapIndex) {
        if let Some(from) = self.tab_stop.take() {
            self.push(Effect::TabStop { from: Some(from), to: None });
        }
        self.touched = None;
        self.reader.viewport = Viewport::whole(&map.frame());
        self.reader.filter = Filter::default();
        self.reader.sort = Sort::default();
    }
}
