//! Values of a facts file → facts with indices.

use super::features;
use super::paint;
use super::part::{Part, Row, read_file};
use super::references::IdIndex;
use super::values::fresh;
use super::{About, Claim, Facts, Headline, Region, Role, Source};
use crate::data::category::{Category, Dimension};
use crate::error::Error;
use crate::geo::map_projection::ProjectionName;
use crate::geo::projection::LonLat;

const SCHEMA: &str = "summit-map/1";

const FIELDS: [&str; 22] = [
    "schema",
    "language",
    "title",
    "subtitle",
    "kicker",
    "headline",
    "finding",
    "finding_short",
    "note",
    "words",
    "date",
    "projection",
    "center",
    "dimensions",
    "categories",
    "default",
    "sources",
    "regions",
    "claims",
    "names",
    "short_names",
    "areas",
];

impl Facts {
    /// Reads and checks a facts file.
    ///
    /// # Errors
    /// `Empty`, `WrongFormat`, and `Syntax` or `Invalid` with line and column: an unknown status,
    /// category, dimension, region or source; two of one dimension; a repeated id; a claim without a source; a link
    /// that is not http, https or mailto; a colour that is not `#rrggbb`.
    pub fn parse(bytes: &[u8]) -> Result<Facts, Box<Error>> {
        read_file(bytes, facts)
    }

    /// Takes the sources, claims and names of a second file, which has nothing else.
    ///
    /// # Errors
    /// As [`Facts::parse`]; then nothing is taken.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), Box<Error>> {
        let (sources, claims) = (self.sources.len(), self.claims.len());
        let read = read_file(bytes, |file| {
            let file = file.row(&["schema", "sources", "claims", "names"]);
            let mut names = AllNames::of(self);
            self.claimed(&file, &mut names);
            features::names(&file)
        });
        match read {
            Ok(names) => {
                if let Some(names) = names {
                    (self.named, self.names) = names;
                }
                Ok(())
            }
            Err(error) => {
                self.sources.truncate(sources);
                self.claims.truncate(claims);
                Err(error)
            }
        }
    }

    /// Reads sources, and the claims that rest on them.
    fn claimed(&mut self, file: &Row<'_>, names: &mut AllNames) {
        if let Some(sources) = file.get("sources") {
            sources.each(|id, row| {
                names.sources.add(&id, row);
                self.sources.push(source(id, row));
            });
        }
        for row in file.list("claims") {
            self.claims.push(claim(row, &self.sources, names));
        }
    }
}

fn facts(file: Part<'_>) -> Facts {
    let file = file.row(&FIELDS);
    let schema = file.need("schema");
    if schema.text() != SCHEMA {
        schema.wrong("schema", format!("needs to be \"{SCHEMA}\""));
    }
    let mut facts = Facts {
        language: file.text("language").unwrap_or_else(|| "en".into()),
        title: file.need("title").text(),
        subtitle: file.text("subtitle").unwrap_or_default(),
        headline: Headline::default(),
        note: file.text("note").unwrap_or_default(),
        words: file.get("words").map(words),
        projection: file.get("projection").and_then(projection),
        center: file.get("center").map(center),
        dimensions: Vec::new(),
        has_questions: true,
        categories: Vec::new(),
        default: None,
        sources: Vec::new(),
        regions: Vec::new(),
        claims: Vec::new(),
        areas: Vec::new(),
        map_names: Vec::new(),
        rows: IdIndex::new("region"),
        named: IdIndex::new("feature"),
        names: Vec::new(),
        shortened: IdIndex::new("feature"),
        short_names: Vec::new(),
    };
    // Each part may refer to those before it.
    let mut names = AllNames::new();
    for row in file.list("dimensions") {
        facts.dimensions.push(dimension(row, &mut names));
    }
    for row in file.need("categories").list() {
        facts.categories.push(category(row, &mut names));
    }
    facts.headline = headline(&file, &names);
    facts.default = file.get("default").map(|name| names.categories.find(name, "default"));
    for row in file.need("regions").list() {
        facts.regions.push(region(row, &facts.categories, &mut names));
    }
    // When the rows are read, for without a question a region may have several answers.
    if facts.dimensions.is_empty() {
        facts.has_questions = false;
        facts.ask();
    }
    facts.claimed(&file, &mut names);
    facts.rows = names.regions;
    features::read(&file, &mut facts);
    facts
}

/// The ids read so far.
struct AllNames {
    dimensions: IdIndex,
    categories: IdIndex,
    sources: IdIndex,
    regions: IdIndex,
    claims: IdIndex,
}

impl AllNames {
    fn new() -> AllNames {
        AllNames {
            dimensions: IdIndex::new("dimension"),
            categories: IdIndex::new("status"),
            sources: IdIndex::new("source"),
            regions: IdIndex::new("region or category"),
            claims: IdIndex::new("claim"),
        }
    }

    /// Those of facts that were read before.
    fn of(facts: &Facts) -> AllNames {
        let mut names = AllNames::new();
        facts.regions.iter().for_each(|row| names.regions.insert(&row.id));
        facts.categories.iter().for_each(|row| names.categories.insert(&row.id));
        facts.sources.iter().for_each(|row| names.sources.insert(&row.id));
        facts.claims.iter().for_each(|row| names.claims.insert(&row.id));
        names
    }
}

fn headline(file: &Row<'_>, names: &AllNames) -> Headline {
    let text = |name: &str| match file.get(name) {
        Some(value) => counted(value, name, names),
        None => String::new(),
    };
    Headline {
        kicker: text("kicker"),
        headline: text("headline"),
        finding: text("finding"),
        finding_short: text("finding_short"),
    }
}

/// A text in which `{all}` or `{category}` stand for counts.
fn counted(value: Part<'_>, subject: &str, names: &AllNames) -> String {
    let text = value.text();
    for part in text.split('{').skip(1) {
        let (name, is_closed) =
            part.split_once('}').map_or((part, false), |(name, _)| (name, true));
        if !is_closed || name != "all" && names.categories.get(name).is_none() {
            let problem = format!("{{{name}}} is no category; known are {{all}} and category ids");
            value.wrong(subject, problem);
        }
    }
    text
}

/// What one part of the map is called, and several.
fn words(value: Part<'_>) -> [String; 2] {
    let row = value.row(&["one", "many"]);
    ["one", "many"].map(|name| row.need(name).full_text("words"))
}

fn projection(value: Part<'_>) -> Option<ProjectionName> {
    let index = value.one_of("projection", &ProjectionName::WORDS)?;
    ProjectionName::ALL.get(index).copied()
}

fn center(value: Part<'_>) -> LonLat {
    let &[lon, lat] = value.list().as_slice() else {
        value.wrong("center", "needs a longitude and a latitude".into());
        return LonLat { lon: 0.0, lat: 0.0 };
    };
    let center = LonLat { lon: lon.number(), lat: lat.number() };
    if center.lon.abs() > 360.0 || center.lat.abs() > 90.0 {
        value.wrong("center", "is not longitude and latitude in degrees".into());
    }
    center
}

fn dimension(row: Part<'_>, names: &mut AllNames) -> Dimension {
    let row = row.row(&["id", "label"]);
    Dimension { id: fresh(&row, &mut names.dimensions), label: row.need("label").text() }
}

fn category(row: Part<'_>, names: &mut AllNames) -> Category {
    let row = row.row(&[
        "id",
        "dimension",
        "label",
        "word",
        "short",
        "color",
        "outline",
        "pattern",
        "fill",
    ]);
    let id = fresh(&row, &mut names.categories);
    let subject = format!("category \"{id}\"");
    let label = row.need("label").text();
    Category {
        dimension: row.get("dimension").map(|name| names.dimensions.find(name, &subject)),
        word: row.text("word").unwrap_or_else(|| label.clone()),
        short: row.text("short").unwrap_or_else(|| label.clone()),
        label,
        paint: paint::read(&row, &subject),
        id,
    }
}

fn source(id: String, row: Part<'_>) -> Source {
    let subject = format!("source \"{id}\"");
    let row = row.row(&["kind", "publisher", "title", "date", "grade", "url"]);
    let kind = row.need("kind");
    let role = match kind.text().as_str() {
        "main" => Role::Main,
        "context" => Role::Context,
        other => {
            kind.wrong(&subject, format!("kind is \"{other}\", needs main or context"));
            Role::Context
        }
    };
    Source {
        id,
        role,
        url: row.get("url").map(|url| link(url, &subject)),
        publisher: row.need("publisher").text(),
        title: row.text("title"),
        date: row.text("date"),
        grade: row.text("grade"),
    }
}

/// An address that may become a link. A browser drops control characters and spaces before it
/// reads the scheme, so an address that has any is refused. Source: WHATWG URL, section 4.4.
fn link(value: Part<'_>, subject: &str) -> String {
    let url = value.text();
    let is = |scheme: &str| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    let is_known = is("https://") || is("http://") || is("mailto:");
    if !is_known || url.chars().any(|c| c.is_ascii_control() || c == ' ') {
        value.wrong(subject, "the url must start with https:, http: or mailto:".into());
    }
    url
}

fn region(row: Part<'_>, categories: &[Category], names: &mut AllNames) -> Region {
    let row = row.row(&["id", "name", "short", "abbr", "note", "status"]);
    let id = fresh(&row, &mut names.regions);
    if names.categories.get(&id).is_some() {
        let problem = "the id is also that of a category; a claim could mean either".into();
        row.need("id").wrong("region", problem);
    }
    let subject = format!("region \"{id}\"");
    let dimension = |index: usize| categories.get(index).and_then(|row| row.dimension);
    let mut status: Vec<usize> = Vec::new();
    for name in row.need("status").list() {
        let index = names.categories.find(name, &subject);
        let clash = |&other: &usize| {
            other == index || dimension(index).is_some() && dimension(other) == dimension(index)
        };
        if status.iter().any(clash) {
            let word = name.text();
            let problem = format!("\"{word}\" is a second answer to the same question");
            name.wrong(&subject, problem);
        }
        status.push(index);
    }
    Region {
        name: row.text("name"),
        short: row.text("short"),
        abbr: row.text("abbr"),
        note: row.text("note"),
        id,
        status,
    }
}

fn claim(row: Part<'_>, sources: &[Source], names: &mut AllNames) -> Claim {
    let row = row.row(&[
        "id",
        "about",
        "text",
        "note",
        "sources",
        "paragraph",
        "confidence",
        "establishes",
    ]);
    let id = fresh(&row, &mut names.claims);
    let subject = format!("claim \"{id}\"");
    Claim {
        about: about(&row, &subject, names),
        text: row.need("text").full_text(&subject),
        note: row.text("note"),
        sources: sources_of(&row, &subject, sources, &names.sources),
        paragraph: row.get("paragraph").map(Part::word),
        confidence: row.text("confidence"),
        establishes: row.get("establishes").map(|name| names.categories.find(name, &subject)),
        id,
    }
}

fn about(row: &Row<'_>, subject: &str, names: &AllNames) -> Vec<About> {
    let mut about = Vec::new();
    for value in row.need("about").list() {
        about.push(match names.categories.get(&value.text()) {
            Some(category) => About::Category(category),
            None => About::Region(names.regions.find(value, subject)),
        });
    }
    about
}

fn sources_of(row: &Row<'_>, subject: &str, known: &[Source], names: &IdIndex) -> Vec<usize> {
    let role = |index: usize| known.get(index).map(|source| source.role);
    let mut sources: Vec<usize> = Vec::new();
    for name in row.list("sources") {
        let index = names.find(name, subject);
        if sources.first().is_some_and(|&first| role(first) != role(index)) {
            let problem = "mixes the main source with context; make two claims".into();
            name.wrong(subject, problem);
        }
        sources.push(index);
    }
    if sources.is_empty() {
        row.object.wrong(subject, "no source; name at least one in \"sources\"".into());
    }
    sources
}

#[cfg(test)]
mod tests;
