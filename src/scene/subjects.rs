//! Regions + facts → what is to be said about each on the map.

use super::detail_levels::DetailLevels;
use super::picture::Scene;
use crate::data::facts::Facts;
use crate::layout::shapes::Subject;
use crate::layout::stage::Rank;

/// The states of the first rank are so many at most,
const MOST_FIRST: usize = 3;
/// and each has this part of the area of all.
const LEAST_FIRST: f64 = 0.12;
/// The fewest states with one fill are the news if they are at most one of so many.
const FEW: usize = 6;

impl Scene {
    /// What is to be said about each region.
    pub(super) fn subjects<'a>(
        &'a self,
        levels: &DetailLevels,
        facts: &'a Facts,
    ) -> Vec<Subject<'a>> {
        let first = self.first(levels);
        let news = self.news();
        let mut subjects = Vec::with_capacity(self.regions.len());
        for (index, region) in self.regions.iter().enumerate() {
            let row = region.row.and_then(|row| facts.regions.get(row));
            let short = facts.short_name_of(&region.id).map(String::as_str);
            let abbr = row.and_then(|row| row.abbr.as_deref());
            let rank = match region.is_state {
                true if first.contains(&index) => Rank::First,
                true => Rank::Second,
                false => Rank::Territory,
            };
            subjects.push(Subject {
                forms: [Some(region.name.as_str()), short, abbr],
                note: row.and_then(|row| row.note.as_deref()),
                rank,
                is_bold: region.is_state && news.contains(&index),
                avoids_inside: self
                    .overlays
                    .iter()
                    .any(|overlay| overlay.regions.iter().any(|&(over, _)| over == index)),
                center: region.outline.center,
            });
        }
        subjects
    }

    /// The largest states.
    fn first(&self, levels: &DetailLevels) -> Vec<usize> {
        let mut largest: Vec<(f64, usize)> = Vec::new();
        let mut all = 0.0;
        let regions = self.regions.iter().zip(&levels.map.features).enumerate();
        for (index, (_, feature)) in regions.filter(|(_, (region, _))| region.is_state) {
            let area = levels.map.area(feature);
            all += area;
            let place = largest.iter().position(|(other, _)| *other < area);
            largest.insert(place.unwrap_or(largest.len()), (area, index));
            largest.truncate(MOST_FIRST);
        }
        let mut first = Vec::new();
        for (area, index) in largest {
            if area >= all * LEAST_FIRST {
                first.push(index);
            }
        }
        first
    }

    /// The states with the fill that the fewest have, where that tells them from the rest.
    fn news(&self) -> &[usize] {
        let is_state = |index: &&usize| self.regions.get(**index).is_some_and(|r| r.is_state);
        let states = self.regions.iter().filter(|region| region.is_state).count();
        let mut fewest: (usize, &[usize]) = (states / FEW + 1, &[]);
        for layer in &self.layers {
            let count = layer.regions.iter().filter(is_state).count();
            if count > 0 && count < fewest.0 {
                fewest = (count, &layer.regions);
            }
        }
        fewest.1
    }
}
