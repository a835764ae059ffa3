//! The search: a combobox with a list of suggestions, which a button opens.
//! Source: WAI-ARIA Authoring Practices.

use super::Model;
use super::search_field::SearchField;
use crate::interaction::command::Command;
use crate::interaction::effect::{Effect, FocusOn};
use crate::interaction::event::{Event, Part};
use crate::interaction::map_index::MapIndex;
use std::rc::Rc;

/// More options than this are not offered.
const MOST: usize = 8;
/// The number of results is said when no letter was typed for so long.
const TYPED_MS: i32 = 700;

impl Model {
    /// Opens the search, or closes it.
    pub(super) fn find(&mut self) {
        if self.search.is_shown {
            self.close_search(true);
        } else {
            self.search.is_shown = true;
            self.push(Effect::ShowSearch(true));
            self.focus_on(FocusOn::Search);
        }
    }

    /// The text of the field has changed.
    pub(super) fn search_for(&mut self, map: &MapIndex, query: String) {
        if query.chars().all(char::is_whitespace) {
            self.close_list();
            self.search.query = query;
            return;
        }
        if !self.search.is_shown {
            return;
        }
        let hits = map.search(&query, MOST);
        self.say_later(map.words.results(hits.len()), TYPED_MS);
        self.push(Effect::ShowHits(hits.clone()));
        let active = (!hits.is_empty()).then_some(0);
        if let Some(to) = active {
            self.push(Effect::ActiveHit { from: None, to });
        }
        self.search = SearchField { is_shown: true, query, hits: Some(hits), active };
    }

    /// Takes the names by which the engine has regions found.
    #[inline(never)]
    pub(super) fn learn(&mut self, map: &MapIndex, mut names: Vec<Vec<String>>) {
        let mut map = map.clone();
        for (region, also) in map.regions.iter_mut().zip(&mut names) {
            region.also = std::mem::take(also);
        }
        self.handle(&map, Event::Refined);
        let query = self.search.query.clone();
        if self.search.is_shown && !query.is_empty() {
            self.search_for(&map, query);
        }
        self.index = Some(Rc::new(map));
    }

    /// Closes the list under the field.
    pub(super) fn close_list(&mut self) {
        self.say_no_more();
        if self.search.hits.take().is_some() {
            self.search.active = None;
            self.push(Effect::HideHits);
        }
    }

    /// Closes the search. Focus that is in it goes back to the button, if it goes nowhere else.
    pub(super) fn close_search(&mut self, gives_back: bool) {
        if !self.search.is_shown {
            return;
        }
        self.close_list();
        self.search = SearchField::default();
        self.push(Effect::ShowSearch(false));
        if gives_back && self.focus == Part::Search {
            self.focus_on(FocusOn::Control(Command::Find));
        }
    }

    /// A key in the field; true if the search has used it.
    pub(super) fn key_in_search(&mut self, map: &MapIndex, key: &str) -> bool {
        match key {
            "ArrowDown" | "ArrowUp" => {
                if self.search.hits.is_some() {
                    return self.mark(key == "ArrowDown");
                }
                let query = self.search.query.clone();
                self.search_for(map, query);
                self.search.active.is_some()
            }
            "Enter" => {
                let hits = self.search.hits.as_ref();
                let active = self.search.active;
                let found = active.and_then(|active| hits?.get(active).copied());
                if let Some(region) = found {
                    self.go_to_found(map, region);
                }
                true
            }
            "Escape" if self.search.is_shown => {
                self.close_search(true);
                true
            }
            _ => false,
        }
    }

    /// Marks the next option or the one before, going round; false where there is none.
    fn mark(&mut self, is_down: bool) -> bool {
        let count = self.search.hits.as_ref().map_or(0, Vec::len);
        let (Some(from), Some(last)) = (self.search.active, count.checked_sub(1)) else {
            return false;
        };
        let to = match (is_down, from) {
            (true, from) if from < last => from + 1,
            (true, _) => 0,
            (false, 0) => last,
            (false, from) => from - 1,
        };
        self.search.active = Some(to);
        self.push(Effect::ActiveHit { from: Some(from), to });
        true
    }

    /// Opens the card of a region that was found. The map stays as it is, but for a zoomed one that
    /// does not show the region.
    pub(super) fn go_to_found(&mut self, map: &MapIndex, region: usize) {
        self.bring_into_sight(map, region);
        self.open_card(map, region, FocusOn::Card);
    }
}
