//! Values of a facts file → facts with indices.

use super::references::IdIndex;
use super::values::{fresh, not_empty};
use super::{About, Claim, Facts, Headline, Region, Role, Source, features, paint};
use crate::data::category::{Category, Dimension};
use crate::data::document::{Document, Fields, Value};
use crate::error::{Error, Input};
use crate::geo::projection::LonLat;

const SCHEMA: &str = "summit-map/1";

const FIELDS: [&str; 20] = [
    "schema",
    "language",
    "title",
    "subtitle",
    "kicker",
    "headline",
    "finding",
    "finding_short",
    "note",
    "date",
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
        let document = Document::new(Input::Facts, bytes)?;
        facts(document.value()?)
    }

    /// The same with the sources, claims and names of a second file, which has nothing else.
    ///
    /// # Errors
    /// As [`Facts::parse`].
    pub fn with_more(&self, bytes: &[u8]) -> Result<Facts, Box<Error>> {
        let document = Document::new(Input::Facts, bytes)?;
        let file = document.value()?.fields()?.only(&["schema", "sources", "claims", "names"])?;
        let mut facts = self.clone();
        let mut names = AllNames {
            categories: IdIndex::of("status", self.categories.iter().map(|row| &row.id)),
            sources: IdIndex::of("source", self.sources.iter().map(|row| &row.id)),
            regions: self.rows.clone(),
            claims: IdIndex::of("claim", self.claims.iter().map(|row| &row.id)),
            ..AllNames::new()
        };
        facts.claimed(&file, &mut names)?;
        features::read_names(&file, &mut facts)?;
        Ok(facts)
    }

    /// Reads sources, and the claims that rest on them.
    fn claimed(&mut self, file: &Fields<'_>, names: &mut AllNames) -> Result<(), Box<Error>> {
        if let Some(sources) = file.get("sources") {
            for (id, row) in sources.fields()?.entries {
                names.sources.add(&id, row)?;
                self.sources.push(source(id, row)?);
            }
        }
        for row in file.list("claims")? {
            self.claims.push(claim(row, &self.sources, names)?);
        }
        Ok(())
    }
}

fn facts(file: Value<'_>) -> Result<Facts, Box<Error>> {
    let file = file.fields()?.only(&FIELDS)?;
    let schema = file.need("schema")?;
    if schema.text()? != SCHEMA {
        return Err(schema.error("schema", format!("needs to be \"{SCHEMA}\"")));
    }
    let mut facts = Facts {
        language: file.text("language")?.unwrap_or_else(|| "en".into()),
        title: file.need_text("title")?,
        subtitle: file.text("subtitle")?.unwrap_or_default(),
        headline: Headline::default(),
        note: file.text("note")?.unwrap_or_default(),
        center: file.get("center").map(center).transpose()?,
        dimensions: Vec::new(),
        categories: Vec::new(),
        default: None,
        sources: Vec::new(),
        regions: Vec::new(),
        claims: Vec::new(),
        areas: Vec::new(),
        rows: IdIndex::new("region"),
        named: IdIndex::new("feature"),
        names: Vec::new(),
        shortened: IdIndex::new("feature"),
        short_names: Vec::new(),
    };
    // Each part may refer to those before it.
    let mut names = AllNames::new();
    for row in file.list("dimensions")? {
        facts.dimensions.push(dimension(row, &mut names)?);
    }
    for row in file.need("categories")?.list()? {
        facts.categories.push(category(row, &mut names)?);
    }
    facts.headline = headline(&file, &names)?;
    if let Some(name) = file.get("default") {
        facts.default = Some(names.categories.find(name, "default")?);
    }
    for row in file.need("regions")?.list()? {
        facts.regions.push(region(row, &facts.categories, &mut names)?);
    }
    facts.claimed(&file, &mut names)?;
    facts.rows = names.regions;
    features::read(&file, &mut facts)?;
    Ok(facts)
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
}

fn headline(file: &Fields<'_>, names: &AllNames) -> Result<Headline, Box<Error>> {
    let text = |name: &str| match file.get(name) {
        Some(value) => counted(value, name, names),
        None => Ok(String::new()),
    };
    Ok(Headline {
        kicker: text("kicker")?,
        headline: text("headline")?,
        finding: text("finding")?,
        finding_short: text("finding_short")?,
    })
}

/// A text in which `{all}` or `{category}` stand for counts.
fn counted(value: Value<'_>, subject: &str, names: &AllNames) -> Result<String, Box<Error>> {
    let text = value.text()?;
    for part in text.split('{').skip(1) {
        let (name, is_closed) =
            part.split_once('}').map_or((part, false), |(name, _)| (name, true));
        if !is_closed || name != "all" && names.categories.get(name).is_none() {
            let problem = format!("{{{name}}} is no category; known are {{all}} and category ids");
            return Err(value.error(subject, problem));
        }
    }
    Ok(text)
}

fn center(value: Value<'_>) -> Result<LonLat, Box<Error>> {
    let &[lon, lat] = value.list()?.as_slice() else {
        return Err(value.error("center", "needs a longitude and a latitude".into()));
    };
    let center = LonLat { lon: lon.number()?, lat: lat.number()? };
    if center.lon.abs() > 360.0 || center.lat.abs() > 90.0 {
        return Err(value.error("center", "is not longitude and latitude in degrees".into()));
    }
    Ok(center)
}

fn dimension(row: Value<'_>, names: &mut AllNames) -> Result<Dimension, Box<Error>> {
    let row = row.fields()?.only(&["id", "label"])?;
    Ok(Dimension { id: fresh(&row, &mut names.dimensions)?, label: row.need_text("label")? })
}

fn category(row: Value<'_>, names: &mut AllNames) -> Result<Category, Box<Error>> {
    let known = ["id", "dimension", "label", "word", "short", "color", "outline", "pattern"];
    let row = row.fields()?.only(&known)?;
    let id = fresh(&row, &mut names.categories)?;
    let subject = format!("category \"{id}\"");
    let dimension = row.get("dimension");
    let label = row.need_text("label")?;
    Ok(Category {
        dimension: dimension.map(|name| names.dimensions.find(name, &subject)).transpose()?,
        word: row.text("word")?.unwrap_or_else(|| label.clone()),
        short: row.text("short")?.unwrap_or_else(|| label.clone()),
        label,
        paint: paint::read(&row, &subject)?,
        id,
    })
}

fn source(id: String, row: Value<'_>) -> Result<Source, Box<Error>> {
    let subject = format!("source \"{id}\"");
    let row = row.fields()?.only(&["kind", "publisher", "title", "date", "grade", "url"])?;
    let kind = row.need("kind")?;
    let role = match kind.text()?.as_str() {
        "main" => Role::Main,
        "context" => Role::Context,
        other => {
            return Err(kind.error(&subject, format!("kind is \"{other}\", needs main or context")));
        }
    };
    let url = row.text("url")?;
    if let (Some(url), Some(value)) = (&url, row.get("url"))
        && !is_safe_link(url)
    {
        let problem = "the url must start with https:, http: or mailto:".into();
        return Err(value.error(&subject, problem));
    }
    Ok(Source {
        id,
        role,
        publisher: row.need_text("publisher")?,
        title: row.text("title")?,
        date: row.text("date")?,
        grade: row.text("grade")?,
        url,
    })
}

/// Whether an address may become a link. A browser drops control characters and spaces before it
/// reads the scheme, so an address that has any is refused. Source: WHATWG URL, section 4.4.
fn is_safe_link(url: &str) -> bool {
    let is = |scheme: &str| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    let known = is("https://") || is("http://") || is("mailto:");
    known && !url.chars().any(|c| c.is_ascii_control() || c == ' ')
}

fn region(
    row: Value<'_>,
    categories: &[Category],
    names: &mut AllNames,
) -> Result<Region, Box<Error>> {
    let row = row.fields()?.only(&["id", "name", "short", "abbr", "note", "status"])?;
    let id = fresh(&row, &mut names.regions)?;
    if names.categories.get(&id).is_some() {
        let problem = "the id is also that of a category; a claim could mean either".into();
        return Err(row.need("id")?.error("region", problem));
    }
    let subject = format!("region \"{id}\"");
    let dimension = |index: usize| categories.get(index).and_then(|row| row.dimension);
    let mut status: Vec<usize> = Vec::new();
    for name in row.need("status")?.list()? {
        let index = names.categories.find(name, &subject)?;
        let clash = |&other: &usize| {
            other == index || dimension(index).is_some() && dimension(other) == dimension(index)
        };
        if status.iter().any(clash) {
            let word = name.text()?;
            let problem = format!("\"{word}\" is a second answer to the same question");
            return Err(name.error(&subject, problem));
        }
        status.push(index);
    }
    Ok(Region {
        name: row.text("name")?,
        short: row.text("short")?,
        abbr: row.text("abbr")?,
        note: row.text("note")?,
        id,
        status,
    })
}

fn claim(row: Value<'_>, sources: &[Source], names: &mut AllNames) -> Result<Claim, Box<Error>> {
    let known =
        ["id", "about", "text", "note", "sources", "paragraph", "confidence", "establishes"];
    let row = row.fields()?.only(&known)?;
    let id = fresh(&row, &mut names.claims)?;
    let subject = format!("claim \"{id}\"");
    let established = row.get("establishes");
    Ok(Claim {
        about: about(&row, &subject, names)?,
        text: not_empty(row.need("text")?, &subject)?,
        note: row.text("note")?,
        sources: sources_of(&row, &subject, sources, &names.sources)?,
        paragraph: row.get("paragraph").map(Value::word).transpose()?,
        confidence: row.text("confidence")?,
        establishes: established.map(|name| names.categories.find(name, &subject)).transpose()?,
        id,
    })
}

fn about(row: &Fields<'_>, subject: &str, names: &AllNames) -> Result<Vec<About>, Box<Error>> {
    let mut about = Vec::new();
    for value in row.need("about")?.list()? {
        about.push(match names.categories.get(&value.text()?) {
            Some(category) => About::Category(category),
            None => About::Region(names.regions.find(value, subject)?),
        });
    }
    Ok(about)
}

fn sources_of(
    row: &Fields<'_>,
    subject: &str,
    known: &[Source],
    names: &IdIndex,
) -> Result<Vec<usize>, Box<Error>> {
    let role = |index: usize| known.get(index).map(|source| source.role);
    let mut sources: Vec<usize> = Vec::new();
    for name in row.list("sources")? {
        let index = names.find(name, subject)?;
        if sources.first().is_some_and(|&first| role(first) != role(index)) {
            let problem = "mixes the main source with context; make two claims".into();
            return Err(name.error(subject, problem));
        }
        sources.push(index);
    }
    if sources.is_empty() {
        let problem = "no source; name at least one in \"sources\"".into();
        return Err(row.object.error(subject, problem));
    }
    Ok(sources)
}

#[cfg(test)]
mod tests;
