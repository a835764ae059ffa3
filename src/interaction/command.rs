//! What a control of the widget does. The name of an action stands in its `data-do` attribute.

use crate::interaction::navigation::Direction;

/// What a button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Zoom in on the middle.
    ZoomIn,
    /// Zoom out of the middle.
    ZoomOut,
    /// Show the whole map.
    Whole,
    /// Move what is shown.
    Pan(Direction),
    /// Switch a category of the legend.
    Toggle(usize),
    /// Show only this category.
    Only(usize),
    /// Show all categories.
    ShowAll,
    /// Sort the table by this column; again, the other way round.
    Sort(usize),
    /// Zoom to the region whose popup is pinned.
    ZoomHere,
    /// Pin the popup of a region of the scene.
    Open(usize),
    /// Copy the address of this view.
    CopyLink,
    /// Switch the patterns on the areas.
    Patterns,
    /// x
    Find,
    /// x
    Table,
}

/// The directions, by their names.
const DIRECTIONS: [(&str, Direction); 4] = [
    ("up", Direction::Up),
    ("down", Direction::Down),
    ("left", Direction::Left),
    ("right", Direction::Right),
];

impl Command {
    /// Its name.
    #[must_use]
    pub(crate) fn name(self) -> String {
        let numbered = |name: &str, number: usize| {
            let mut name = name.to_owned();
            name.push_str(&number.to_string());
            name
        };
        let name = match self {
            Command::ZoomIn => "in",
            Command::ZoomOut => "out",
            Command::Whole => "whole",
            Command::ShowAll => "all",
            Command::ZoomHere => "here",
            Command::CopyLink => "copy",
            Command::Find => "find",
            Command::Table => "table",
            Command::Patterns => "patterns",
            Command::Pan(to) => {
                DIRECTIONS.iter().find(|&&(_, direction)| direction == to).map_or("", |d| d.0)
            }
            Command::Toggle(category) => return numbered("toggle-", category),
            Command::Only(category) => return numbered("only-", category),
            Command::Sort(column) => return numbered("sort-", column),
            Command::Open(region) => return numbered("open-", region),
        };
        name.to_owned()
    }

    /// The action of a name; None for an unknown one.
    #[must_use]
    pub(crate) fn parse(name: &str) -> Option<Command> {
        if let Some((_, direction)) = DIRECTIONS.iter().find(|(known, _)| *known == name) {
            return Some(Command::Pan(*direction));
        }
        if let Some((kind, number)) = name.split_once('-') {
            let number = number.parse().ok()?;
            return Some(match kind {
                "toggle" => Command::Toggle(number),
                "only" => Command::Only(number),
                "sort" => Command::Sort(number),
                "open" => Command::Open(number),
                _ => return None,
            });
        }
        Some(match name {
            "in" => Command::ZoomIn,
            "out" => Command::ZoomOut,
            "whole" => Command::Whole,
            "all" => Command::ShowAll,
            "here" => Command::ZoomHere,
            "copy" => Command::CopyLink,
            "patterns" => Command::Patterns,
            _ => return None,
        })
    }

    /// The action of a key in the map, by its name in the browser.
    #[must_use]
    pub(crate) fn of_key(key: &str) -> Option<Command> {
        Some(match key {
            // The key of + needs Shift on many keyboards; without it, it is =.
            "+" | "=" => Command::ZoomIn,
            "-" | "_" => Command::ZoomOut,
            "0" => Command::Whole,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_is_found_by_its_name() {
        let mut all = vec![
            Command::ZoomIn,
            Command::ZoomOut,
            Command::Whole,
            Command::Toggle(0),
            Command::Only(12),
            Command::ShowAll,
            Command::Sort(1),
            Command::ZoomHere,
            Command::Open(57),
            Command::CopyLink,
            Command::Patterns,
        ];
        all.extend(DIRECTIONS.map(|(_, direction)| Command::Pan(direction)));
        for action in all {
            assert_eq!(Command::parse(&action.name()), Some(action));
        }
    }

    #[test]
    fn other_names_are_no_action() {
        for name in ["", "toggle", "toggle-", "toggle-x", "toggle--1", "x-1"] {
            assert_eq!(Command::parse(name), None, "{name}");
        }
    }
}
