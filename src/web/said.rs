//! What card and tip say: it stands in the list of facts, as the page shows it or is about to.

use super::dom;
use super::kept::kept;
use super::page::Dom;
use super::widget::Widget;
use crate::content::text;
use crate::interaction::effect::Card;
use crate::render;
use crate::render::element::Element;

impl Widget {
    /// The list of facts in the page.
    pub(super) fn page_list(&self) -> Option<Dom> {
        self.host.find(":scope > .summit-facts")
    }

    /// The list of facts, built if it was not yet.
    pub(super) fn list(&self) -> Option<Dom> {
        let text = std::mem::take(&mut self.edit().list_text);
        if !text.is_empty() {
            let tree = kept(|keep| render::tree::read(&text, keep))?;
            let list = dom::build(&self.document, &tree, false);
            self.edit().list = Some(list);
        }
        self.state().list.clone()
    }

    /// The card of a region, without its facts; None for a region that the map does not have.
    #[inline(never)]
    pub(super) fn card_of(&self, card: Card) -> Option<Element> {
        let button = self.region_element(card.region);
        let href = button.and_then(|button| button.attribute("href"));
        let map = self.map()?;
        let region = map.regions.get(card.region)?;
        let neighbors = self.state().model.neighbors();
        let neighbors =
            neighbors.and_then(|(a, b)| Some((map.name_with_status(a)?, map.name_with_status(b)?)));
        // Facts that are on their way may say something of it.
        let is_silent = region.statements.is_empty() && !map.is_partial;
        let content = render::card::Card {
            name: &region.name,
            language: map.facts_language.as_deref(),
            status: &map.status_of(card.region, false),
            href: href.as_deref(),
            note: is_silent.then_some(map.words.no_claims),
            neighbors: neighbors.as_ref(),
            is_pulled: card.is_pulled,
        };
        Some(render::card::card(&content, map.words))
    }

    /// The contents of the tip of a region: name, status and the one fact that carries it.
    #[inline(never)]
    pub(super) fn tip_of(&self, region: usize) -> Vec<Element> {
        let lead = self.statements(region).first().cloned();
        let lead =
            lead.and_then(|lead| lead.first_child()).and_then(|text| text.text("textContent"));
        let Some(map) = self.map() else { return Vec::new() };
        let Some(own) = map.regions.get(region) else { return Vec::new() };
        let language = map.facts_language.as_deref();
        let tip = render::card::tip(&own.name, &map.status_of(region, true), language);
        let mut tip = Vec::from(tip);
        if let Some(lead) = lead {
            let fact = Element::new("p;class=fact").in_language(language);
            tip.push(fact.text(lead.trim_ascii_end()));
        }
        tip
    }

    /// The statements about a region, as they stand in the list.
    fn statements(&self, region: usize) -> Vec<Dom> {
        let mut found = Vec::new();
        if let (Some(list), Some(map)) = (self.list(), self.map())
            && let Some(region) = map.regions.get(region)
        {
            let cites = list.all("cite");
            for &place in &region.statements {
                if let Some(statement) = cites.get(place).and_then(|cite| cite.get("parentNode")) {
                    found.push(statement);
                }
            }
        }
        found
    }

    /// Puts the statements about a region into a card, each with its first source.
    #[inline(never)]
    pub(super) fn add_facts(&self, region: usize, facts: &Dom) {
        let joint = self.map().map_or("", |map| map.words.between_sources);
        for statement in &self.statements(region) {
            let copy = statement.copy(true);
            facts.append(&copy);
            let cite = copy.find("cite");
            if let Some(first) = cite.and_then(|cite| cite.first_child()) {
                keep_first(&first, joint);
            }
        }
    }

    /// Puts the legend's swatches before the categories of a list.
    pub(super) fn add_swatches(&self, within: &Dom) {
        for item in &within.all("li[data-category]") {
            let category = item.attribute("data-category").unwrap_or_default();
            let selector = text::concat(&[".swatch[data-category=\"", &category, "\"]"]);
            if let Some(swatch) = self.find(&selector) {
                item.insert(&swatch.copy(true), item.first_child().as_ref());
            }
        }
    }
}

/// Leaves of a list of sources the first link, with what stands behind it. The list has the others.
fn keep_first(first: &Dom, joint: &str) {
    let detail = first.next_sibling().filter(|next| !next.is_element());
    let last = detail.as_ref().unwrap_or(first);
    let has_others = last.next_sibling().is_some();
    while let Some(other) = last.next_sibling() {
        other.remove();
    }
    if let Some(detail) = detail.filter(|_| has_others) {
        let text = detail.text("textContent").unwrap_or_default();
        detail.set_text("textContent", text.strip_suffix(joint).unwrap_or(&text));
    }
}
