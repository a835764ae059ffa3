//! What a control of the widget does. The name of an action stands in its `data-do` attribute.

use crate::content::text;

/// What a button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Zoom in on the middle.
    ZoomIn,
    /// Zoom out of the middle; from the lowest step, to the whole map.
    ZoomOut,
    /// Show the whole map. A key does so, no button.
    Whole,
    /// Show this category of the legend alone; again, all.
    Only(usize),
    /// Show all categories.
    ShowAll,
    /// Sort the table by this column; again, the other way round.
    Sort(usize),
    /// Open the card of a region of the scene.
    Open(usize),
    /// Open the table.
    Table,
    /// Copy the address of this view.
    CopyLink,
    /// Open or close the search.
    Find,
    /// Close the card.
    Close,
    /// Pull the sheet up or down.
    Grip,
    /// Open the card of the region before, among those of the same status.
    Previous,
    /// Open the card of the next one.
    Next,
}

/// The names of those without a number.
const NAMES: [(&str, Command); 11] = [
    ("zoom-in", Command::ZoomIn),
    ("zoom-out", Command::ZoomOut),
    ("whole", Command::Whole),
    ("all", Command::ShowAll),
    ("table", Command::Table),
    ("copy-link", Command::CopyLink),
    ("find", Command::Find),
    ("close", Command::Close),
    ("grip", Command::Grip),
    ("previous", Command::Previous),
    ("next", Command::Next),
];

impl Command {
    /// Its name.
    #[must_use]
    pub(crate) fn name(self) -> String {
        if let Some((name, _)) = NAMES.iter().find(|(_, command)| *command == self) {
            return (*name).to_owned();
        }
        let (name, number) = match self {
            Command::Only(category) => ("only-", category),
            Command::Sort(column) => ("sort-", column),
            Command::Open(region) => ("open-", region),
            Command::ZoomIn
            | Command::ZoomOut
            | Command::Whole
            | Command::ShowAll
            | Command::Table
            | Command::CopyLink
            | Command::Find
            | Command::Close
            | Command::Grip
            | Command::Previous
            | Command::Next => ("", 0),
        };
        text::concat(&[name, &text::count(number)])
    }

    /// The action of a name; None for an unknown one.
    #[must_use]
    pub(crate) fn parse(name: &str) -> Option<Command> {
        if let Some((_, command)) = NAMES.iter().find(|(known, _)| *known == name) {
            return Some(*command);
        }
        let (kind, number) = text::cut(name, b'-')?;
        let number = text::place(number)?;
        Some(match kind {
            "only" => Command::Only(number),
            "sort" => Command::Sort(number),
            "open" => Command::Open(number),
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
        let numbered = [Command::Only(12), Command::Sort(1), Command::Open(57)];
        for command in NAMES.map(|(_, command)| command).into_iter().chain(numbered) {
            assert_eq!(Command::parse(&command.name()), Some(command));
        }
    }

    #[test]
    fn other_names_mean_nothing() {
        for name in ["", "fly", "only-", "only-x", "sort", "sort--1", "-", "zoom-1"] {
            assert_eq!(Command::parse(name), None, "{name}");
        }
    }
}
