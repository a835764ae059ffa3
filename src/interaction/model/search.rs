//! What follows from typing into the search field: a combobox with a list of regions. Source:
//! WAI-ARIA Authoring Practices.

use super::Model;
use super::search_field::SearchField;
use crate::interaction::effect::Effect;
use crate::interaction::map_index::MapIndex;
use crate::interaction::popup_machine::PopupEvent;

/// Regions listed at once.
const MOST: usize = 8;

impl Model {
    /// Lists what matches the text of the field.
    pub(super) fn search_for(&mut self, map: &MapIndex, query: String) {
        if query.chars().all(char::is_whitespace) {
            self.close_search();
            self.search.query = query;
            return;
        }
        let hits = map.search(&query, MOST);
        self.say(map.words.results(hits.len()), false);
        self.push(Effect::ShowHits(hits.clone()));
        self.search = SearchField { query, hits, active: None, is_open: true };
    }

    pub(super) fn close_search(&mut self) {
        if self.search.is_open {
            self.push(Effect::HideHits);
        }
        let query = std::mem::take(&mut self.search.query);
        self.search = SearchField { query, ..SearchField::default() };
    }

    /// A key in the field; true if the search has used it.
    pub(super) fn key_in_search(&mut self, map: &MapIndex, key: &str) -> bool {
        match key {
            "ArrowDown" | "ArrowUp" => {
                if key == "ArrowDown" && !self.search.is_open {
                    let query = self.search.query.clone();
                    self.search_for(map, query);
                }
                self.mark(key == "ArrowDown")
            }
            "Enter" => {
                if let Some(&region) = self.search.hits.get(self.search.active.unwrap_or(0)) {
                    self.go_to_found(map, region);
                }
                true
            }
            "Escape" if self.search.is_open || !self.search.query.is_empty() => {
                self.set_query(String::new());
                self.close_search();
                true
            }
            _ => false,
        }
    }

    /// Marks the next option or the one before, going round; false where there is none.
    fn mark(&mut self, is_down: bool) -> bool {
        let Some(last) = self.search.hits.len().checked_sub(1) else { return false };
        let from = self.search.active;
        let to = match (is_down, from) {
            (true, Some(active)) if active < last => active + 1,
            (true, _) => 0,
            (false, None | Some(0)) => last,
            (false, Some(active)) => active - 1,
        };
        self.search.active = Some(to);
        self.push(Effect::ActiveHit { from, to });
        true
    }

    fn set_query(&mut self, query: String) {
        self.search.query.clone_from(&query);
        self.push(Effect::SetQuery(query));
    }

    /// Zooms to a region, opens its popup and leaves the search.
    pub(super) fn go_to_found(&mut self, map: &MapIndex, region: usize) {
        let Some(found) = map.regions.get(region) else { return };
        self.set_query(found.name.clone());
        self.close_search();
        self.zoom_to_region(map, region);
        self.point_at_region(map, region);
        self.popup(map, PopupEvent::Go(region));
    }
}
