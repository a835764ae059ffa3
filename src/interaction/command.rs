//! What a control of the widget does. The name of an action stands in its `data-do` attribute.

use crate::interaction::navigation::Direction;

/// What a button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
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
}

/// The directions, by their names.
const DIRECTIONS: [(&str, Direction); 4] = [
    ("up", Direction::Up),
    ("down", Direction::Down),
    ("left", Direction::Left),
    ("right", Direction::Right),
];

impl Action {
    /// Its name.
    #[must_use]
    pub fn name(self) -> String {
        let numbered = |name: &str, number: usize| {
            let mut name = name.to_owned();
            name.push_str(&number.to_string());
            name
        };
        let name = match self {
            Action::ZoomIn => "in",
            Action::ZoomOut => "out",
            Action::Whole => "whole",
            Action::ShowAll => "all",
            Action::ZoomHere => "here",
            Action::CopyLink => "copy",
            Action::Patterns => "patterns",
            Action::Pan(to) => {
                DIRECTIONS.iter().find(|&&(_, direction)| direction == to).map_or("", |d| d.0)
            }
            Action::Toggle(category) => return numbered("toggle-", category),
            Action::Only(category) => return numbered("only-", category),
            Action::Sort(column) => return numbered("sort-", column),
            Action::Open(region) => return numbered("open-", region),
        };
        name.to_owned()
    }

    /// The action of a name; None for an unknown one.
    #[must_use]
    pub fn parse(name: &str) -> Option<Action> {
        if let Some((_, direction)) = DIRECTIONS.iter().find(|(known, _)| *known == name) {
            return Some(Action::Pan(*direction));
        }
        if let Some((kind, number)) = name.split_once('-') {
            let number = number.parse().ok()?;
            return Some(match kind {
                "toggle" => Action::Toggle(number),
                "only" => Action::Only(number),
                "sort" => Action::Sort(number),
                "open" => Action::Open(number),
                _ => return None,
            });
        }
        Some(match name {
            "in" => Action::ZoomIn,
            "out" => Action::ZoomOut,
            "whole" => Action::Whole,
            "all" => Action::ShowAll,
            "here" => Action::ZoomHere,
            "copy" => Action::CopyLink,
            "patterns" => Action::Patterns,
            _ => return None,
        })
    }

    /// The action of a key in the map, by its name in the browser.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Action> {
        Some(match key {
            // The key of + needs Shift on many keyboards; without it, it is =.
            "+" | "=" => Action::ZoomIn,
            "-" | "_" => Action::ZoomOut,
            "0" => Action::Whole,
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
            Action::ZoomIn,
            Action::ZoomOut,
            Action::Whole,
            Action::Toggle(0),
            Action::Only(12),
            Action::ShowAll,
            Action::Sort(1),
            Action::ZoomHere,
            Action::Open(57),
            Action::CopyLink,
            Action::Patterns,
        ];
        all.extend(DIRECTIONS.map(|(_, direction)| Action::Pan(direction)));
        for action in all {
            assert_eq!(Action::parse(&action.name()), Some(action));
        }
    }

    #[test]
    fn other_names_are_no_action() {
        for name in ["", "toggle", "toggle-", "toggle-x", "toggle--1", "x-1"] {
            assert_eq!(Action::parse(name), None, "{name}");
        }
    }
}
