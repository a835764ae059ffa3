//! Which categories the reader has switched off in the legend.

/// The categories that are dimmed, by index. None at first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    hidden: Vec<usize>,
}

impl Filter {
    /// A filter that hides these.
    #[must_use]
    pub(crate) fn hiding(hidden: impl IntoIterator<Item = usize>) -> Filter {
        let mut filter = Filter::default();
        for category in hidden {
            // A link may name one twice.
            if filter.shows(category) {
                filter.toggle(category);
            }
        }
        filter
    }

    /// What is hidden.
    #[must_use]
    pub(crate) fn hidden(&self) -> &[usize] {
        &self.hidden
    }

    /// Whether a category is shown.
    #[must_use]
    pub(crate) fn shows(&self, category: usize) -> bool {
        !self.hidden.contains(&category)
    }

    /// Switches one category.
    pub(crate) fn toggle(&mut self, category: usize) {
        if self.shows(category) {
            self.hidden.push(category);
        } else {
            self.hidden.retain(|&other| other != category);
        }
    }

    /// Shows one of `all` and hides the others; a second time, shows all again.
    pub(crate) fn only_old(&mut self, category: usize, all: &[usize]) {
        let others: Vec<usize> = all.iter().copied().filter(|&other| other != category).collect();
        let is_alone = self.shows(category) && others.iter().all(|&other| !self.shows(other));
        self.hidden = if is_alone { Vec::new() } else { others };
    }

    pub(crate) fn only(&self) -> Option<usize> {
        None
    }
    /// Shows all.
    pub(crate) fn clear(&mut self) {
        self.hidden.clear();
    }

    /// Whether a region with these categories, all of them in the legend, is dimmed: when every
    /// one is hidden. A region that answers two questions stays while one answer is wanted.
    #[must_use]
    pub(crate) fn is_dimmed(&self, mut categories: impl Iterator<Item = usize>) -> bool {
        !self.hidden.is_empty() && categories.all(|category| !self.shows(category))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_category_is_switched_off_and_on() {
        let mut filter = Filter::default();
        filter.toggle(3);
        assert!(!filter.shows(3) && filter.shows(1));
        filter.toggle(3);
        assert_eq!(filter, Filter::default());
    }

    #[test]
    fn only_one_hides_the_others_and_a_second_time_shows_them() {
        let mut filter = Filter::default();
        filter.only(2, &[0, 1, 2]);
        assert_eq!(filter.hidden(), [0, 1]);
        filter.only(1, &[0, 1, 2]);
        assert_eq!(filter.hidden(), [0, 2]);
        filter.only(1, &[0, 1, 2]);
        assert!(filter.hidden().is_empty());
    }

    #[test]
    fn a_region_is_dimmed_when_none_of_its_categories_is_shown() {
        let filter = Filter::hiding(vec![0, 1]);
        assert!(filter.is_dimmed([0].into_iter()));
        assert!(filter.is_dimmed([0, 1].into_iter()));
        assert!(!filter.is_dimmed([0, 2].into_iter()));
        assert!(filter.is_dimmed([].into_iter()), "what the legend does not name");
        assert!(!Filter::default().is_dimmed([].into_iter()));
    }
}
