//! What the list of facts says: every region of the table, then the notes and the main sources.

use crate::content::region_details::{DetailsWriter, RegionDetails, Statement};
use crate::data::facts::Role;

/// The list under the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FactList {
    /// Language of the texts of the facts, where it is not that of the interface.
    pub language: Option<String>,
    /// One entry a row, in the order of the file.
    pub entries: Vec<RegionDetails>,
    /// What is said about each category, for all regions that have it.
    pub categories: Vec<RegionDetails>,
    /// Claims about the map as a whole.
    pub general: Vec<Statement>,
    /// The main sources, to which claims without an address link.
    pub sources: Vec<ListedSource>,
}

/// A source that is described in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ListedSource {
    /// Its fragment, without `#`.
    pub anchor: String,
    /// Title or publisher.
    pub label: String,
    /// Publisher, date and reliability.
    pub detail: String,
}

/// The list of everything in the facts.
#[must_use]
pub(crate) fn fact_list(writer: &DetailsWriter<'_>) -> FactList {
    let facts = writer.facts;
    let entries = facts.regions.iter().enumerate().map(|(row, region)| {
        writer.own_entry(Some(row), facts.name_of(&region.id).unwrap_or(&region.id))
    });
    let categories = facts.categories.iter().enumerate();
    let categories = categories
        .map(|(index, category)| writer.category_entry(index, &category.label))
        .filter(|entry| !entry.main.is_empty() || !entry.context.is_empty());
    let general = facts.claims.iter().filter(|claim| claim.about.is_empty());
    let main = facts.sources.iter().filter(|source| source.role == Role::Main);
    FactList {
        language: writer.facts_language().map(str::to_owned),
        entries: entries.collect(),
        categories: categories.collect(),
        general: general.map(|claim| writer.statement(claim)).collect(),
        sources: main
            .map(|source| ListedSource {
                anchor: writer.source_anchor(source),
                label: source.title.clone().unwrap_or_else(|| source.publisher.clone()),
                detail: match &source.title {
                    Some(_) => format!("{}, {}", source.publisher, writer.detail(source)),
                    None => writer.detail(source),
                },
            })
            .collect(),
    }
}
