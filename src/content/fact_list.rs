//! What the list of facts says: every region of the table, then the notes and the main sources.

use crate::content::region_details::{DetailsWriter, RegionDetails, Statement};
use crate::data::category::Paint;
use crate::data::facts::{Role, Source};

/// The list under the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FactList {
    /// Language of the texts of the facts, where it is not that of the interface.
    pub language: Option<String>,
    /// What a reader should know before; empty where there is nothing.
    pub note: String,
    /// The regions by what the map fills them with, in the order of the legend; none is empty.
    pub groups: Vec<FactGroup>,
    /// What is said about each category, for all regions that have it.
    pub categories: Vec<RegionDetails>,
    /// Claims about the map as a whole.
    pub general: Vec<Statement>,
    /// The main sources, to which claims without an address link.
    pub sources: Vec<ListedSource>,
}

/// Regions of one status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FactGroup {
    /// Words of the category; "More" for regions that have none.
    pub label: String,
    /// One entry a row, in the order of the file.
    pub entries: Vec<RegionDetails>,
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

impl FactList {
    /// Everything that is said, in the order in which it stands in the list.
    pub(crate) fn statements(&self) -> impl Iterator<Item = &Statement> {
        let entries = self.groups.iter().flat_map(|group| &group.entries).chain(&self.categories);
        entries.flat_map(RegionDetails::statements).chain(&self.general)
    }
}

/// The list of everything in the facts.
#[must_use]
pub(crate) fn fact_list(writer: &DetailsWriter<'_>) -> FactList {
    let facts = writer.facts;
    let mut list = FactList {
        language: writer.facts_language().map(str::to_owned),
        note: facts.note.clone(),
        groups: groups(writer),
        categories: Vec::new(),
        general: Vec::new(),
        sources: Vec::new(),
    };
    for (index, category) in facts.categories.iter().enumerate() {
        let entry = writer.category_entry(index, &category.label);
        if !entry.main.is_empty() || !entry.context.is_empty() {
            list.categories.push(entry);
        }
    }
    for claim in &facts.claims {
        if claim.about.is_empty() {
            list.general.push(writer.statement(claim));
        }
    }
    for source in &facts.sources {
        if source.role == Role::Main {
            list.sources.push(listed(writer, source));
        }
    }
    list
}

fn listed(writer: &DetailsWriter<'_>, source: &Source) -> ListedSource {
    ListedSource {
        anchor: writer.source_anchor(source),
        label: source.title.clone().unwrap_or_else(|| source.publisher.clone()),
        detail: match &source.title {
            Some(_) => format!("{}, {}", source.publisher, writer.detail(source)),
            None => writer.detail(source),
        },
    }
}

fn groups(writer: &DetailsWriter<'_>) -> Vec<FactGroup> {
    let facts = writer.facts;
    let mut groups = Vec::new();
    let fills = facts.categories.iter().filter(|c| matches!(c.paint, Paint::Fill { .. }));
    for category in fills.map(Some).chain([None]) {
        let mut entries = Vec::new();
        for (row, region) in facts.regions.iter().enumerate() {
            // Two categories may look the same.
            let own = facts.fill(Some(row)).map(std::ptr::from_ref);
            if own == category.map(|category| std::ptr::from_ref(&category.paint)) {
                let name = facts.name_of(&region.id).unwrap_or(&region.id);
                entries.push(writer.own_entry(row, name));
            }
        }
        if !entries.is_empty() {
            let label = category.map_or(writer.words.more, |category| &category.label).to_owned();
            groups.push(FactGroup { label, entries });
        }
    }
    groups
}
