//! A map and its facts → the card and the tip of a region.

use super::map::Map;
use crate::content::region_details::RegionDetails;
use crate::interaction::effect::Card;
use crate::render;
use crate::render::element::Element;
use crate::render::swatch::key_swatch;

impl Map {
    /// The card of a region between two others; None for an index that the map does not have.
    #[must_use]
    pub(crate) fn card(&self, card: Card, neighbors: Option<(usize, usize)>) -> Option<Element> {
        let details = self.entry(card.region)?;
        let content = render::card::Card {
            details: &details,
            status: self.status_of(&details, true),
            neighbors: neighbors.and_then(|(a, b)| Some((self.name_with(a)?, self.name_with(b)?))),
            is_pulled: card.is_pulled,
        };
        Some(render::card::card(&content, self.words))
    }

    /// The contents of the tip of a region.
    #[must_use]
    pub(crate) fn tip(&self, region: usize) -> Vec<Element> {
        let Some(details) = self.entry(region) else { return Vec::new() };
        let status = self.status_of(&details, false);
        render::card::tip(&details, status)
    }

    /// A region's status, with the swatches of the legend: first what the map shows, and in a card
    /// what is said in words alone.
    fn status_of(&self, details: &RegionDetails, is_card: bool) -> Element {
        let (mut shown, mut said) = (Vec::new(), Vec::new());
        for line in &details.status {
            let item = self.legend.iter().find(|item| item.category == line.category);
            let lines = if item.is_some() { &mut shown } else { &mut said };
            lines.push((item.map(|item| key_swatch(item, &self.whole)), line.label.clone()));
        }
        if is_card || shown.is_empty() {
            shown.append(&mut said);
        }
        render::card::status(shown, details.language.as_deref())
    }

    /// "Jamaica (Signed)": a region's name with the category that it is painted as.
    fn name_with(&self, region: usize) -> Option<String> {
        let region = self.whole.regions.get(region)?;
        let item = self.legend.get(self.group_of(region.row))?;
        let category = self.facts.categories.get(item.category)?;
        Some(region.name.clone() + " (" + &category.label + ")")
    }

    /// The place in the legend of the category that a row is painted as; of none the last.
    #[must_use]
    pub(super) fn group_of(&self, row: Option<usize>) -> usize {
        let mut items = self.legend.iter();
        let status = self.facts.status(row);
        let fill = items.position(|i| i.pattern.is_none() && status.contains(&i.category));
        fill.unwrap_or(self.legend.len())
    }
}
