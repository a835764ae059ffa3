//! What the controls beside the map offer: places to zoom to, languages, a link.

/// A choice of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// What the choice is known by.
    pub value: String,
    /// Its words.
    pub label: String,
}

/// The controls that depend on the data and on the embedder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Controls {
    /// Areas of the facts, to zoom to.

    /// Categories of the legend, to zoom to.

    /// Whether the reader can switch the language.
    pub has_languages: bool,
    /// Whether the reader can copy the address of a view.
    pub has_link: bool,
}

/// A place to zoom to that is not a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoomTarget {
    /// The area of this index.
    Area(usize),
    /// The regions with the category of this index.
    Group(usize),
}

impl ZoomTarget {
    /// The value of its choice.
    #[must_use]
    pub fn value(self) -> String {
        let (kind, number) = match self {
            ZoomTarget::Area(number) => ('a', number),
            ZoomTarget::Group(number) => ('g', number),
        };
        let mut value = String::from(kind);
        value.push_str(&number.to_string());
        value
    }

    /// The goal of a choice's value; None for another value.
    #[must_use]
    pub fn parse(value: &str) -> Option<ZoomTarget> {
        let number = value.get(1..)?.parse().ok()?;
        match value.get(..1)? {
            "a" => Some(ZoomTarget::Area(number)),
            "g" => Some(ZoomTarget::Group(number)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_is_found_by_its_value() {
        for goal in [ZoomTarget::Area(0), ZoomTarget::Group(12)] {
            assert_eq!(ZoomTarget::parse(&goal.value()), Some(goal));
        }
        for value in ["", "a", "b1", "ax", "é1"] {
            assert_eq!(ZoomTarget::parse(value), None, "{value}");
        }
    }
}
