//! What the widget says about one region, in a popup as in the list: its name, its status in
//! words, and each claim with its sources.

use crate::content::locale::{Locale, words};
use crate::data::category::Paint;
use crate::data::facts::{About, Claim, Facts, Role, Source};

/// Everything said about one region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionDetails {
    /// The region's name.
    pub name: String,
    /// Language of its texts, where it is not that of the interface.
    pub language: Option<String>,
    /// Fragment of its entry in the list, without `#`; None if the facts have no row for it.
    pub anchor: Option<String>,
    /// Its categories.
    pub status: Vec<StatusLine>,
    /// The claim that carries its status, or else the first of its own.
    pub lead: Option<Statement>,
    /// What else the main source says.
    pub main: Vec<Statement>,
    /// What other sources say.
    pub context: Vec<Statement>,
}

/// A category of a region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusLine {
    /// Index of the category.
    pub category: usize,
    /// Its words in the legend.
    pub label: String,
}

impl RegionDetails {
    /// Everything that is said, in the order in which it is shown.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.lead.iter().chain(&self.main).chain(&self.context)
    }
}

/// One claim for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The claim.
    pub text: String,
    /// Remarks on it: an editors' note, a confidence.
    pub remarks: Vec<String>,
    /// Where it comes from; never empty.
    pub sources: Vec<Citation>,
}

/// A link to a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Text of the link: "Jamaica Gleaner".
    pub label: String,
    /// What follows it: "11 June 2022, official".
    pub detail: String,
    /// Address, or a fragment of this page beginning with `#`.
    pub href: String,
}

/// Writes entries from facts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DetailsWriter<'a> {
    /// The facts.
    pub facts: &'a Facts,
    /// The words of the interface.
    pub words: &'a Locale,
    /// Begins every fragment, so that two maps on a page do not share one.
    pub prefix: &'a str,
}

impl DetailsWriter<'_> {
    /// All that is said about row `row`: what carries its status, its own claims, those about its
    /// categories; about a feature without a row, what is said about the default category.
    #[must_use]
    pub(crate) fn entry(&self, row: Option<usize>, name: &str) -> RegionDetails {
        self.details(row, name, true)
    }

    /// What is said about row `row` alone.
    #[must_use]
    pub(crate) fn own_entry(&self, row: usize, name: &str) -> RegionDetails {
        self.details(Some(row), name, false)
    }

    fn details(&self, row: Option<usize>, name: &str, has_shared: bool) -> RegionDetails {
        let facts = self.facts;
        let mut claims: Vec<&Claim> = Vec::new();
        if let Some(row) = row {
            facts.claims_about(About::Region(row)).for_each(|claim| claims.push(claim));
        }
        if has_shared {
            facts.shared_claims(row).for_each(|claim| claims.push(claim));
        }
        let mut status = Vec::new();
        for &category in facts.status(row) {
            if let Some(own) = facts.categories.get(category) {
                status.push(StatusLine { category, label: own.label.clone() });
            }
        }
        let mut details = RegionDetails {
            name: name.to_owned(),
            language: self.facts_language().map(str::to_owned),
            anchor: row.and_then(|row| self.anchor(row)),
            status,
            lead: None,
            main: Vec::new(),
            context: Vec::new(),
        };
        if !claims.is_empty() {
            let lead = claims.remove(self.lead(row, &claims));
            details.lead = Some(self.statement(lead));
        }
        for claim in claims {
            self.add(&mut details, claim);
        }
        details
    }

    /// Which claim comes first: one that establishes the pattern of a region, then its fill, then
    /// any of its categories.
    fn lead(&self, row: Option<usize>, claims: &[&Claim]) -> usize {
        let status = self.facts.status(row);
        let mut best = (0, 0);
        for (place, claim) in claims.iter().enumerate() {
            let category = claim.establishes.filter(|category| status.contains(category));
            let paint = category.and_then(|category| self.facts.categories.get(category));
            let weight = match paint.map(|category| &category.paint) {
                None => 0,
                Some(Paint::None) => 1,
                Some(Paint::Fill { .. }) => 2,
                Some(Paint::Overlay { .. }) => 3,
            };
            if weight > best.0 {
                best = (weight, place);
            }
        }
        best.1
    }

    /// What is said about a category.
    #[must_use]
    pub(crate) fn category_entry(&self, category: usize, name: &str) -> RegionDetails {
        let mut entry = RegionDetails {
            name: name.to_owned(),
            language: self.facts_language().map(str::to_owned),
            anchor: None,
            status: Vec::new(),
            lead: None,
            main: Vec::new(),
            context: Vec::new(),
        };
        for claim in self.facts.claims_about(About::Category(category)) {
            self.add(&mut entry, claim);
        }
        entry
    }

    fn add(&self, entry: &mut RegionDetails, claim: &Claim) {
        let statement = self.statement(claim);
        let list = if self.facts.is_main(claim) { &mut entry.main } else { &mut entry.context };
        list.push(statement);
    }

    /// Fragment of a row's entry: the prefix and the region's id, if that is plain, or its number.
    #[must_use]
    pub(crate) fn anchor(&self, row: usize) -> Option<String> {
        let id = &self.facts.regions.get(row)?.id;
        Some(if is_plain(id) { self.fragment(id) } else { self.fragment(&row.to_string()) })
    }

    /// A claim for the reader.
    #[must_use]
    pub(crate) fn statement(&self, claim: &Claim) -> Statement {
        let (mut remarks, mut sources) = (Vec::new(), Vec::new());
        if let Some(note) = &claim.note {
            remarks.push(format!("{} {note}", self.words.note));
        }
        if let Some(confidence) = &claim.confidence {
            remarks.push(self.confidence(confidence));
        }
        for source in self.facts.sources_of(claim) {
            sources.push(self.citation(source, claim));
        }
        Statement { text: claim.text.clone(), remarks, sources }
    }

    fn confidence(&self, confidence: &str) -> String {
        match confidence {
            "medium" => self.words.medium.to_owned(),
            "low" => self.words.low.to_owned(),
            other => format!("{} {other}", self.words.confidence),
        }
    }

    /// Language of the texts of the facts, where it is not that of the interface.
    #[must_use]
    pub(crate) fn facts_language(&self) -> Option<&str> {
        let language = self.facts.language.as_str();
        let is_same = words(language).is_some_and(|words| words.code == self.words.code);
        (!is_same).then_some(language)
    }

    fn citation(&self, source: &Source, claim: &Claim) -> Citation {
        let href = source.url.clone().unwrap_or_else(|| format!("#{}", self.source_anchor(source)));
        match (source.role, &claim.paragraph) {
            (Role::Main, Some(paragraph)) => Citation {
                label: format!("{} {paragraph}", self.words.paragraph),
                detail: String::new(),
                href,
            },
            (Role::Main, None) | (Role::Context, _) => {
                Citation { label: source.publisher.clone(), detail: self.detail(source), href }
            }
        }
    }

    /// Date of a source, and how reliable it is, where that is not what a reader may expect: most
    /// are established, and their grade at each of a hundred claims would hide the exceptions.
    #[must_use]
    pub(crate) fn detail(&self, source: &Source) -> String {
        let mut detail = source.date.as_ref().map(|date| self.words.date(date)).unwrap_or_default();
        let mark = match source.grade.as_deref() {
            None | Some("B") => return detail,
            Some("A") => self.words.official,
            Some("C") => self.words.unproven,
            Some(own) => own,
        };
        if !detail.is_empty() {
            detail.push_str(", ");
        }
        detail.push_str(mark);
        detail
    }

    /// Fragment of a source in the list.
    #[must_use]
    pub(crate) fn source_anchor(&self, source: &Source) -> String {
        self.fragment(&format!("source-{}", source.id))
    }

    fn fragment(&self, name: &str) -> String {
        format!("{}-{name}", self.prefix)
    }
}

fn is_plain(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    // The fragments of sources begin so.
    let is_taken = id.starts_with("source-");
    !is_taken && id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.chars().all(plain)
}
