//! Scene + facts → what the reader's actions need to know of a map.

use super::map::Map;
use crate::geo::unit_box::UnitBox;
use crate::interaction::map_index::{IndexedRegion, MapIndex};

impl Map {
    /// What is to be known of the map for what a reader does on a stage that shows so much of it.
    #[must_use]
    pub fn index(&self, shown: UnitBox) -> MapIndex {
        let facts = &self.facts;
        let mut categories = Vec::new();
        for item in &self.legend {
            if let Some(category) = facts.categories.get(item.category) {
                categories.push((item.category, category.id.clone()));
            }
        }
        let mut regions = Vec::with_capacity(self.whole.regions.len());
        let map = &self.levels.map;
        for (region, feature) in self.whole.regions.iter().zip(&map.features) {
            let bounds = map.largest_bounds(feature);
            let row = region.row.and_then(|row| facts.regions.get(row));
            regions.push(IndexedRegion {
                id: region.id.clone(),
                name: region.name.clone(),
                also: facts.names_of(&region.id).to_vec(),
                words: region.words.clone(),
                min: self.frame.place(bounds.min),
                max: self.frame.place(bounds.max),
                is_focus_target: region.row.is_some(),
                takes_part: row.is_some_and(|row| facts.takes_part(row)),
                categories: self.in_legend(region.row),
                group: self.group_of(region.row),
            });
        }
        let mut countries = Vec::new();
        for (row, country) in facts.regions.iter().enumerate() {
            if facts.takes_part(country) {
                countries.push(self.in_legend(Some(row)));
            }
        }
        MapIndex {
            width: self.whole.width,
            height: self.whole.height,
            shown,
            regions,
            categories,
            countries,
            columns: facts.dimensions.len() + 1,
            words: self.words,
            link_prefix: self.options.has_links.then(|| self.options.prefix.clone()),
        }
    }

    /// The categories of a row, those of the legend only.
    pub(super) fn in_legend(&self, row: Option<usize>) -> Vec<usize> {
        let is_listed = |own: usize| self.legend.iter().any(|item| item.category == own);
        let mine = self.facts.status(row).iter().copied();
        mine.filter(|&own| is_listed(own)).collect()
    }
}
