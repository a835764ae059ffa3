//! Facts file → categories, regions, claims and sources, every reference checked.
//! The format is documented in `data/SCHEMA.md`. Knows nothing of the map.

mod features;
mod paint;
mod part;
mod read;
mod references;
mod values;

use crate::data::category::{Category, Dimension, Paint};
use crate::data::color::LightDark;
use crate::geo::map_projection::ProjectionName;
use crate::geo::projection::LonLat;

/// A whole facts file. Indices in it are always in range.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// Language of the texts, as a BCP 47 tag.
    pub language: String,
    /// Headline of the map.
    pub title: String,
    /// One sentence under the headline.
    pub subtitle: String,
    /// What stands on the map in place of the title; its counts are filled in when it is written.
    pub headline: Headline,
    /// What a reader of the facts should know before; empty where there is nothing.
    pub note: String,
    /// What one part of the map is called and what several are: "state", "states". None for
    /// countries.
    pub words: Option<[String; 2]>,
    /// The projection; None for the one that fits the map.
    pub projection: Option<ProjectionName>,
    /// Centre of the projection, or its central meridian; None to centre on the map's features.
    pub center: Option<LonLat>,
    /// The questions.
    pub dimensions: Vec<Dimension>,
    /// Whether the file itself asks them.
    pub(crate) has_questions: bool,
    /// The answers, in the order of the legend.
    pub categories: Vec<Category>,
    /// Index of the category of features that the file does not name.
    pub default: Option<usize>,
    /// Where claims come from.
    pub sources: Vec<Source>,
    /// The rows of the table.
    pub regions: Vec<Region>,
    /// What is claimed, in the order of the file.
    pub claims: Vec<Claim>,
    /// Parts of the map that a reader may want to see large.
    pub areas: Vec<Area>,
    /// Of each row the name of its feature on the map; none before the map is there.
    map_names: Vec<String>,
    rows: references::IdIndex,
    /// Which of `names` belong to a feature, by its id.
    named: references::IdIndex,
    names: Vec<Vec<String>>,
    /// Which of `short_names` belong to a feature, by its id.
    shortened: references::IdIndex,
    short_names: Vec<String>,
}

/// What the map says at first sight. A text that the file lacks is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headline {
    /// What it is about, and when.
    pub kicker: String,
    /// The news. `{id}` stands for the count of a category, `{all}` for that of all who take part.
    pub headline: String,
    /// One sentence more.
    pub finding: String,
    /// The same where there is little room.
    pub finding_short: String,
}

/// A row of the table: one region and its categories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Joined to the `id` of a map feature.
    pub id: String,
    /// Name for the reader; see [`Facts::name_of`].
    pub name: Option<String>,
    /// Its name where there is little room on the map.
    pub short: Option<String>,
    /// Its name where there is next to none.
    pub abbr: Option<String>,
    /// A few words that stand under its name on the map where there is room.
    pub note: Option<String>,
    /// Indices of its categories, at most one of each dimension.
    pub status: Vec<usize>,
}

/// A part of the map, such as the Caribbean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Key in the file.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Ids of features; the map may lack some of them.
    pub regions: Vec<String>,
}

/// Where a claim comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Key in the file.
    pub id: String,
    /// The main source, which the map is about, or checked context.
    pub role: Role,
    /// Who published it.
    pub publisher: String,
    /// Its title, where that says more than the publisher.
    pub title: Option<String>,
    /// Year, month or day: `2022`, `2022-06`, `2022-06-10`.
    pub date: Option<String>,
    /// Grade of reliability; its meaning is the file's.
    pub grade: Option<String>,
    /// Address; http, https or mailto.
    pub url: Option<String>,
}

/// What a source is to the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The source the map is about.
    Main,
    /// Everything else; shown apart.
    Context,
}

/// One sourced statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Key in the file, for links and translations.
    pub id: String,
    /// Regions and categories it is about; none for the map as a whole.
    pub about: Vec<About>,
    /// The statement.
    pub text: String,
    /// The editors' remark on it.
    pub note: Option<String>,
    /// Indices of its sources; never empty, and all of one role.
    pub sources: Vec<usize>,
    /// Paragraph of the main source.
    pub paragraph: Option<String>,
    /// How sure the editors are, where it is less than high.
    pub confidence: Option<String>,
    /// The category that its regions have because of it.
    pub establishes: Option<usize>,
}

/// What a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The region of this index.
    Region(usize),
    /// Every region that has the category of this index.
    Category(usize),
}

impl Facts {
    /// Whether the map is on a plane already.
    #[must_use]
    pub(crate) fn is_planar(&self) -> bool {
        matches!(self.projection, Some(ProjectionName::Identity { .. }))
    }

    /// The row whose id is `id`.
    #[must_use]
    pub fn region(&self, id: &str) -> Option<(usize, &Region)> {
        let row = self.rows.get(id)?;
        Some((row, self.regions.get(row)?))
    }

    /// The names that the file gives a feature of the map, whether it has a row or not: first the
    /// one for the reader, then those to search by. None if it gives none.
    #[must_use]
    pub fn names_of(&self, id: &str) -> &[String] {
        let names = self.named.get(id).and_then(|index| self.names.get(index));
        names.map_or(&[], Vec::as_slice)
    }

    /// The name of a feature for the reader: that of its row, the first of its names, or for a row
    /// the map's; None to use the map's.
    #[must_use]
    pub fn name_of(&self, id: &str) -> Option<&String> {
        let row = self.region(id);
        let own = row.and_then(|(_, region)| region.name.as_ref());
        let own = own.or_else(|| self.names_of(id).first());
        own.or_else(|| self.map_names.get(row?.0).filter(|name| !name.is_empty()))
    }

    /// Takes the names of features for rows that have none.
    pub(crate) fn take_names<'a>(&mut self, features: impl Iterator<Item = (&'a str, &'a str)>) {
        let mut names = vec![String::new(); self.regions.len()];
        for (id, name) in features {
            let row = self.region(id).map(|(row, _)| row);
            if let Some(slot) = row.and_then(|row| names.get_mut(row)) {
                name.clone_into(slot);
            }
        }
        self.map_names = names;
    }

    /// The short name of a feature, if the file gives one.
    #[must_use]
    pub fn short_name_of(&self, id: &str) -> Option<&String> {
        let own = self.region(id).and_then(|(_, region)| region.short.as_ref());
        own.or_else(|| self.short_names.get(self.shortened.get(id)?))
    }

    /// The claims about a region or a category.
    pub fn claims_about(&self, about: About) -> impl Iterator<Item = &Claim> {
        self.claims.iter().filter(move |claim| claim.about.contains(&about))
    }

    /// The claims about the categories of a row, or of features without one; none twice.
    pub fn shared_claims(&self, row: Option<usize>) -> impl Iterator<Item = &Claim> {
        let status = self.status(row);
        let is_shared = |about: &About| match about {
            About::Category(category) => status.contains(category),
            About::Region(_) => false,
        };
        self.claims.iter().filter(move |claim| {
            let is_own = row.is_some_and(|row| claim.about.contains(&About::Region(row)));
            !is_own && claim.about.iter().any(is_shared)
        })
    }

    /// Whether a claim rests on the main source.
    #[must_use]
    pub fn is_main(&self, claim: &Claim) -> bool {
        self.sources_of(claim).any(|source| source.role == Role::Main)
    }

    /// The sources of a claim.
    pub fn sources_of(&self, claim: &Claim) -> impl Iterator<Item = &Source> {
        claim.sources.iter().filter_map(|&index| self.sources.get(index))
    }

    /// How many regions have a category.
    #[must_use]
    pub fn count(&self, category: usize) -> usize {
        self.regions.iter().filter(|region| region.status.contains(&category)).count()
    }

    /// How many regions have the category of this name; with `all`, how many take part. None for
    /// another name.
    #[must_use]
    pub fn count_named(&self, name: &str) -> Option<usize> {
        if name == "all" {
            return Some(self.regions.iter().filter(|region| self.takes_part(region)).count());
        }
        let named = self.categories.iter().position(|category| category.id == name);
        named.map(|category| self.count(category))
    }

    /// Whether a region answers any question, as opposed to a territory that only has a note.
    #[must_use]
    pub fn takes_part(&self, region: &Region) -> bool {
        region.status.iter().any(|&index| {
            self.categories.get(index).is_some_and(|category| category.dimension.is_some())
        })
    }

    /// Whether a region is one of those that the map is about: it takes part, or in a file that
    /// asks no question it has a row.
    #[must_use]
    pub fn is_state(&self, region: &Region) -> bool {
        !self.has_questions || self.takes_part(region)
    }

    /// A file without a question asks which of the categories that the map shows a region has, so
    /// that its regions are counted and stand in the table.
    fn ask(&mut self) {
        self.dimensions.push(Dimension { id: "status".into(), label: self.title.clone() });
        for category in &mut self.categories {
            category.dimension = category.paint.is_visible().then_some(0);
        }
    }

    /// Indices of the categories of a row; of features without one, the default.
    #[must_use]
    pub fn status(&self, row: Option<usize>) -> &[usize] {
        let own = row.and_then(|row| self.regions.get(row)).map(|region| region.status.as_slice());
        own.unwrap_or(self.default.as_slice())
    }

    fn categories_of(&self, row: Option<usize>) -> impl Iterator<Item = &Category> {
        self.status(row).iter().filter_map(|&index| self.categories.get(index))
    }

    /// The categories of a row, or of features without one, in words, those that the map shows:
    /// "signed, president stayed away". All of them where it shows none.
    #[must_use]
    pub fn words(&self, row: Option<usize>) -> String {
        let is_shown = |category: &&Category| category.paint.is_visible();
        let has_shown = self.categories_of(row).any(|category| is_shown(&category));
        let mut words = String::new();
        for category in self.categories_of(row).filter(|own| !has_shown || is_shown(own)) {
            if !words.is_empty() {
                words.push_str(", ");
            }
            words.push_str(&category.word);
        }
        words
    }

    /// The categories of a row, or of features without one, as the legend names them.
    #[must_use]
    pub fn labels(&self, row: Option<usize>) -> Vec<String> {
        self.categories_of(row).map(|category| category.label.clone()).collect()
    }

    /// The fill of a row: that of its first category that has one.
    #[must_use]
    pub fn fill(&self, row: Option<usize>) -> Option<&Paint> {
        let mut paints = self.categories_of(row).map(|category| &category.paint);
        paints.find(|paint| matches!(paint, Paint::Fill { .. }))
    }

    /// The colour of that fill.
    #[must_use]
    pub fn fill_color(&self, row: Option<usize>) -> Option<LightDark> {
        match self.fill(row)? {
            &Paint::Fill { fill, .. } => Some(fill),
            Paint::None | Paint::Overlay { .. } => None,
        }
    }

    /// The patterns of a row.
    pub fn overlays(&self, row: Option<usize>) -> impl Iterator<Item = &Paint> {
        let paints = self.categories_of(row).map(|category| &category.paint);
        paints.filter(|paint| matches!(paint, Paint::Overlay { .. }))
    }
}
