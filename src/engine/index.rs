//! Scene + facts → what the reader's actions need to know of a map.

use super::map::Map;
use crate::interaction::map_index::{IndexedRegion, MapIndex};
use crate::scene::Region;

impl Map {
    /// What is to be known of the map for what a reader does.
    #[must_use]
    pub fn index(&self) -> MapIndex {
        let facts = &self.facts;
        let in_legend = |row: Option<usize>| {
            let mine = facts.status(row).iter().copied();
            mine.filter(|&own| self.legend.iter().any(|item| item.category == own)).collect()
        };
        let region = |region: &Region| IndexedRegion {
            id: region.id.clone(),
            name: region.name.clone(),
            also: facts.names_of(&region.id).to_vec(),
            center: region.outline.center,
            min: region.outline.min,
            max: region.outline.max,
            is_focus_target: region.row.is_some(),
            categories: in_legend(region.row),
        };
        let rows = facts.regions.iter().enumerate();
        let rows = rows.filter(|(_, row)| facts.takes_part(row));
        let category = |index: usize| Some((index, facts.categories.get(index)?.id.clone()));
        let areas = facts.areas.iter();
        let find = |id: &String| self.scene.find(id);
        MapIndex {
            width: self.scene.width,
            height: self.scene.height,
            regions: self.scene.regions.iter().map(region).collect(),
            categories: self.legend.iter().filter_map(|item| category(item.category)).collect(),
            countries: rows.map(|(row, _)| in_legend(Some(row))).collect(),
            areas: areas.map(|area| area.regions.iter().filter_map(find).collect()).collect(),
            columns: facts.dimensions.len() + 1,
            words: self.words,
            link_prefix: self.options.has_links.then(|| self.options.prefix.clone()),
        }
    }
}
