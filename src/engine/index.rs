//! Scene + facts → what the reader's actions need to know of a map.

use super::map::Map;
use crate::content::region_details::Statement;
use crate::geo::unit_box::UnitBox;
use crate::interaction::map_index::{IndexedRegion, MapIndex, PageStage};
use crate::interaction::message::index::FORMAT;
use crate::interaction::message::text::Writer;

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
            stages: Vec::new(),
            regions: self.indexed_regions(),
            labels: facts.categories.iter().map(|category| category.label.clone()).collect(),
            categories,
            countries,
            columns: facts.dimensions.len() + 1,
            words: self.words,
            link_prefix: self.options.has_links.then(|| self.options.prefix.clone()),
            facts_language: self.writer().facts_language().map(str::to_owned),
            is_partial: false,
            unmatched: self.unmatched().into_iter().map(str::to_owned).collect(),
        }
    }

    /// The same as the text that a page holds, for all its classes of widths.
    pub(super) fn page_index(&self) -> String {
        let scene = self.scene();
        let mut index = self.index(self.frame.shown());
        for stage in &scene.stages {
            let class_px = stage.size.class_px();
            index.stages.push(PageStage { class_px, shown: stage.shown() });
        }
        let clusters = scene.cluster.iter().chain(&scene.far);
        for &member in clusters.flat_map(|cluster| &cluster.members) {
            if let Some(region) = index.regions.get_mut(member) {
                region.is_in_inset = true;
            }
        }
        // For the search alone, and most of the bytes.
        for region in &mut index.regions {
            region.also.clear();
        }
        let mut text = Writer::default();
        text.text(FORMAT);
        index.write(&mut text);
        text.finish()
    }

    fn indexed_regions(&self) -> Vec<IndexedRegion> {
        let facts = &self.facts;
        let list = self.list();
        let said: Vec<&Statement> = list.statements().collect();
        let mut regions = Vec::with_capacity(self.whole.regions.len());
        let map = &self.levels.map;
        for (index, (region, feature)) in self.whole.regions.iter().zip(&map.features).enumerate() {
            let bounds = map.largest_bounds(feature);
            let row = region.row.and_then(|row| facts.regions.get(row));
            let mut statements = Vec::new();
            for statement in self.entry(index).iter().flat_map(|entry| entry.statements()) {
                statements.extend(said.iter().position(|other| *other == statement));
            }
            regions.push(IndexedRegion {
                id: region.id.clone(),
                name: region.name.clone(),
                also: facts.names_of(&region.id).to_vec(),
                words: region.words.clone(),
                min: self.frame.place(bounds.min),
                max: self.frame.place(bounds.max),
                is_focus_target: region.row.is_some(),
                takes_part: row.is_some_and(|row| facts.takes_part(row)),
                is_in_inset: false,
                status: facts.status(region.row).to_vec(),
                categories: self.in_legend(region.row),
                group: self.group_of(region.row),
                statements,
            });
        }
        regions
    }

    /// The categories of a row, those of the legend only.
    pub(super) fn in_legend(&self, row: Option<usize>) -> Vec<usize> {
        let is_listed = |own: usize| self.legend.iter().any(|item| item.category == own);
        let mine = self.facts.status(row).iter().copied();
        mine.filter(|&own| is_listed(own)).collect()
    }
}
