//! Legend and table: what stands out, and in which order it is listed.

use super::Model;
use crate::interaction::effect::{Effect, FocusOn, Picture};
use crate::interaction::filter::Filter;
use crate::interaction::map_index::MapIndex;

impl Model {
    /// A press on a line of the legend shows its category alone, and a second one all again.
    pub(super) fn press_category(&mut self, map: &MapIndex, category: usize) {
        if map.has_category(category) {
            self.reader.filter.press(category);
            self.filtered(map);
        }
    }

    /// Shows all categories. The button that does so goes, and cannot keep the focus.
    pub(super) fn show_all(&mut self, map: &MapIndex, has_focus: bool) {
        self.reader.filter = Filter::default();
        if has_focus {
            self.focus_on(FocusOn::Legend);
        }
        self.filtered(map);
    }

    fn filtered(&mut self, map: &MapIndex) {
        let filter = self.reader.filter;
        self.push(Effect::Picture(Picture::Filter));
        if self.reader.has_table {
            self.push(Effect::Picture(Picture::Draw));
        }
        let mut shown = 0;
        for categories in &map.countries {
            shown += usize::from(!filter.is_dimmed(categories));
        }
        self.say(map.words.shown_of(shown, map.countries.len()), false);
        self.rove_to_shown(map);
        self.remember(map, false);
    }

    pub(super) fn sort_by(&mut self, map: &MapIndex, column: usize) {
        if column < map.columns {
            self.reader.sort = self.reader.sort.pressed(column);
            self.push(Effect::Picture(Picture::Draw));
        }
    }

    /// The keyboard comes to a region that is shown, if there is one.
    pub(super) fn rove_to_shown(&mut self, map: &MapIndex) {
        let mut stops = map.focus_targets(self.reader.filter);
        if stops.is_empty() {
            stops = map.focus_targets(Filter::default());
        }
        let is_there = stops.iter().any(|stop| Some(stop.region) == self.tab_stop);
        if let Some(first) = stops.first().filter(|_| !is_there) {
            self.rove(first.region);
        }
    }

    /// The table is opened or closed. A closed one has no rows.
    pub(super) fn set_table(&mut self, has_map: bool, is_open: bool) {
        if std::mem::replace(&mut self.reader.has_table, is_open) != is_open && has_map {
            self.push(Effect::Picture(Picture::Draw));
        }
    }
}
