//! Which category the reader has chosen to see alone.

/// The one category that stands out while all others are dimmed; none at first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    only: Option<usize>,
}

impl Filter {
    /// A filter that shows this category alone; without one, all.
    #[must_use]
    pub(crate) fn showing(only: Option<usize>) -> Filter {
        Filter { only }
    }

    /// The category that is shown alone.
    #[must_use]
    pub(crate) fn only(self) -> Option<usize> {
        self.only
    }

    /// Whether a category is shown.
    #[must_use]
    pub(crate) fn shows(self, category: usize) -> bool {
        self.only.is_none_or(|only| only == category)
    }

    /// Shows a category alone; a second time, all again.
    pub(crate) fn press(&mut self, category: usize) {
        self.only = Some(category).filter(|_| self.only != Some(category));
    }

    /// Whether a region with these categories, all of them in the legend, is dimmed: when none of
    /// them is shown.
    #[must_use]
    pub(crate) fn is_dimmed(self, categories: &[usize]) -> bool {
        self.only.is_some_and(|only| !categories.contains(&only))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_category_hides_the_others_and_a_second_press_shows_them() {
        let mut filter = Filter::default();
        filter.press(2);
        assert!(filter.shows(2) && !filter.shows(1));
        filter.press(1);
        assert_eq!(filter.only(), Some(1));
        filter.press(1);
        assert_eq!(filter, Filter::default());
    }

    #[test]
    fn a_region_is_dimmed_when_none_of_its_categories_is_shown() {
        let filter = Filter::showing(Some(2));
        assert!(filter.is_dimmed(&[0]) && !filter.is_dimmed(&[0, 2]));
        assert!(filter.is_dimmed(&[]), "what the legend does not name");
        assert!(!Filter::default().is_dimmed(&[]));
    }
}
