//! What card and tip say: it stands in the list of facts, as the page shows it or is about to.

use super::dom;
use super::widget::Widget;
use crate::interaction::effect::Card;
use crate::render;
use crate::render::element::Element;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Node;

impl Widget {
    /// The list of facts in the page.
    pub(super) fn page_list(&self) -> Option<web_sys::Element> {
        self.host.query_selector(":scope > .summit-facts").ok().flatten()
    }

    /// The list of facts, built if it was not yet.
    pub(super) fn list(&self) -> Option<web_sys::Element> {
        let text = std::mem::take(&mut self.state.borrow_mut().list_text);
        if !text.is_empty() {
            let tree = render::tree::read(&text, &mut self.state.borrow_mut().keep)?;
            let list = dom::build(&self.document, &tree, false).ok();
            self.state.borrow_mut().list = list;
        }
        self.state.borrow().list.clone()
    }

    /// The card of a region, without its facts; None for a region that the map does not have.
    pub(super) fn card_of(&self, card: Card) -> Option<Element> {
        let button = self.region_element(card.region);
        let href = button.and_then(|button| button.get_attribute("href"));
        let state = self.state.borrow();
        let (map, neighbors) = (state.model.map()?, state.model.neighbors());
        let region = map.regions.get(card.region)?;
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
    pub(super) fn tip_of(&self, region: usize) -> Vec<Element> {
        let lead = self.statements(region).into_iter().next();
        let lead = lead.and_then(|lead| lead.first_child()).and_then(|text| text.text_content());
        let state = self.state.borrow();
        let Some(map) = state.model.map() else { return Vec::new() };
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
    fn statements(&self, region: usize) -> Vec<Node> {
        let Some(list) = self.list() else { return Vec::new() };
        let Ok(cites) = list.query_selector_all("cite") else { return Vec::new() };
        let state = self.state.borrow();
        let region = state.model.map().and_then(|map| map.regions.get(region));
        let mut found = Vec::new();
        for &place in region.iter().flat_map(|region| &region.statements) {
            let cite = u32::try_from(place).ok().and_then(|place| cites.item(place));
            found.extend(cite.and_then(|cite| cite.parent_node()));
        }
        found
    }

    /// Puts the statements about a region into a card, each with its first source.
    pub(super) fn add_facts(&self, region: usize, facts: &web_sys::Element) -> Result<(), JsValue> {
        let joint = {
            let state = self.state.borrow();
            state.model.map().map_or("", |map| map.words.between_sources)
        };
        for statement in self.statements(region) {
            let copy = statement.clone_node_with_deep(true)?;
            facts.append_child(&copy)?;
            let cite = copy.unchecked_ref::<web_sys::Element>().query_selector("cite")?;
            let Some(first) = cite.and_then(|cite| cite.first_child()) else { continue };
            keep_first(&first, joint)?;
        }
        Ok(())
    }

    /// Puts the legend's swatches before the categories of a list.
    pub(super) fn add_swatches(&self, within: &web_sys::Element) -> Result<(), JsValue> {
        let items = within.query_selector_all("li[data-category]")?;
        for place in 0..items.length() {
            let Some(item) = items.item(place) else { continue };
            let category = item.unchecked_ref::<web_sys::Element>().get_attribute("data-category");
            let selector =
                String::from(".swatch[data-category=\"") + &category.unwrap_or_default() + "\"]";
            if let Some(swatch) = self.find(&selector) {
                item.insert_before(
                    &swatch.clone_node_with_deep(true)?,
                    item.first_child().as_ref(),
                )?;
            }
        }
        Ok(())
    }
}

/// Leaves of a list of sources the first link, with what stands behind it. The list has the others.
fn keep_first(first: &Node, joint: &str) -> Result<(), JsValue> {
    let detail = first.next_sibling().filter(|next| next.node_type() == Node::TEXT_NODE);
    let last = detail.as_ref().unwrap_or(first);
    let has_others = last.next_sibling().is_some();
    while let Some(other) = last.next_sibling() {
        if let Some(cite) = other.parent_node() {
            cite.remove_child(&other)?;
        }
    }
    if let Some(detail) = detail.filter(|_| has_others) {
        let text = detail.text_content().unwrap_or_default();
        detail.set_text_content(Some(text.strip_suffix(joint).unwrap_or(&text)));
    }
    Ok(())
}
