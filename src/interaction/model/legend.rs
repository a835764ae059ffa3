//! Legend and table: what stands out, and in which order it is listed.

use super::Model;
use crate::interaction::command::Command;
use crate::interaction::effect::{Effect, FocusOn, Picture};
use crate::interaction::map_index::MapIndex;

impl Model {
    /// Switches what a button of the legend or a header of the table says.
    pub(super) fn switch(&mut self, map: &MapIndex, command: Command, has_focus: bool) {
        let reader = &mut self.reader;
        match command {
            Command::Toggle(category) if map.has_category(category) => {
                reader.filter.toggle(category);
            }
            Command::Only(category) if map.has_category(category) => {
                let all: Vec<usize> = map.categories.iter().map(|(number, _)| *number).collect();
                reader.filter.only_old(category, &all);
            }
            Command::ShowAll => reader.filter.clear(),
            Command::Sort(column) if column < map.columns => {
                reader.sort = reader.sort.pressed(column);
            }
            Command::Patterns => reader.has_patterns = !reader.has_patterns,
            Command::Toggle(_)
            | Command::Find
            | Command::Table
            | Command::Only(_)
            | Command::Sort(_)
            | Command::ZoomIn
            | Command::ZoomOut
            | Command::Whole
            | Command::Pan(_)
            | Command::ZoomHere
            | Command::Open(_)
            | Command::CopyLink => return,
        }
        if command == Command::ShowAll && has_focus {
            // The button is of no use now, and can have no focus.
            self.focus_on(FocusOn::Legend);
        }
        self.push(Effect::Picture(Picture::Draw));
        if let Command::Toggle(_) | Command::Only(_) | Command::ShowAll = command {
            let is_shown = |categories: &&Vec<usize>| {
                !self.reader.filter.is_dimmed(categories.iter().copied())
            };
            let shown = map.countries.iter().filter(is_shown).count();
            self.say(map.words.shown_of(shown, map.countries.len()), false);
        }
        self.remember(map, false);
    }

    /// The table is opened or closed. A closed one has no rows.
    pub(super) fn set_table(&mut self, has_map: bool, is_open: bool) {
        self.is_table_open = is_open;
        self.draw_table(has_map);
    }

    /// On paper the table stands open.
    pub(super) fn print(&mut self, is_printing: bool) {
        self.is_printing = is_printing;
        self.draw_table(true);
    }

    fn draw_table(&mut self, has_map: bool) {
        let is_wanted = self.is_table_open || self.is_printing;
        if std::mem::replace(&mut self.reader.has_table, is_wanted) != is_wanted && has_map {
            self.push(Effect::Picture(Picture::Draw));
        }
    }
}
