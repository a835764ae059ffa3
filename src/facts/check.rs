//! Rows with names → facts with indices. Every name that leads nowhere is an error with its place.

use super::{About, Claim, Facts, Region, Role, Source, rows};
use crate::category::{Category, Dimension, Paint, Pattern};
use crate::color::{Color, Themed};
use crate::document::{Document, Text};
use crate::error::Error;
use crate::projection::LonLat;

const SCHEMA: &str = "summit-map/1";

pub(super) fn facts(document: &Document<'_>, file: rows::File<'_>) -> Result<Facts, Error> {
    let check = Check { document };
    if file.schema.value != SCHEMA {
        return Err(check.error(&file.schema, "schema", format!("needs \"{SCHEMA}\"")));
    }
    let dimensions = check.all(file.dimensions, Check::dimension)?;
    let categories =
        check.all(file.categories, |check, row| check.category(row, &dimensions))?;
    let default = match file.default {
        Some(name) => Some(check.find(&name, "default", "category", &ids(&categories))?),
        None => None,
    };
    let mut sources = Vec::with_capacity(file.sources.len());
    for (id, row) in file.sources {
        sources.push(check.source(id, row)?);
    }
    let regions = check.regions(file.regions, &categories)?;
    let names = Names {
        regions: regions.iter().map(|region| region.id.as_str()).collect(),
        categories: ids(&categories),
        sources: sources.iter().map(|source| source.id.as_str()).collect(),
    };
    let claims = check.all(file.claims, |check, row| check.claim(row, &names, &sources))?;
    Ok(Facts {
        language: file.language.unwrap_or_else(|| "en".into()),
        title: file.title,
        subtitle: file.subtitle,
        center: file.center.map(|(lon, lat)| LonLat { lon, lat }),
        dimensions,
        categories,
        default,
        sources,
        regions,
        claims,
    })
}

fn ids(categories: &[Category]) -> Vec<&str> {
    categories.iter().map(|category| category.id.as_str()).collect()
}

struct Names<'a> {
    regions: Vec<&'a str>,
    categories: Vec<&'a str>,
    sources: Vec<&'a str>,
}

struct Check<'a, 'd> {
    document: &'a Document<'d>,
}

impl Check<'_, '_> {
    fn error(&self, at: &Text<'_>, subject: &str, problem: String) -> Error {
        self.document.invalid(at.raw, subject.into(), problem)
    }

    fn all<Row, Value>(
        &self,
        rows: Vec<Row>,
        read: impl Fn(&Self, Row) -> Result<Value, Error>,
    ) -> Result<Vec<Value>, Error> {
        rows.into_iter().map(|row| read(self, row)).collect()
    }

    fn find(
        &self,
        name: &Text<'_>,
        subject: &str,
        kind: &str,
        known: &[&str],
    ) -> Result<usize, Error> {
        known.iter().position(|&id| id == name.value).ok_or_else(|| {
            let mut problem = format!("unknown {kind} \"{}\"", name.value);
            if known.len() <= 12 {
                problem.push_str(", known are ");
                problem.push_str(&known.join(", "));
            }
            self.error(name, subject, problem)
        })
    }

    fn dimension(&self, row: rows::Dimension<'_>) -> Result<Dimension, Error> {
        Ok(Dimension { id: row.id.value, label: row.label })
    }

    fn category(
        &self,
        row: rows::Category<'_>,
        dimensions: &[Dimension],
    ) -> Result<Category, Error> {
        let subject = format!("category \"{}\"", row.id.value);
        let known: Vec<&str> = dimensions.iter().map(|dimension| dimension.id.as_str()).collect();
        let dimension = match &row.dimension {
            Some(name) => Some(self.find(name, &subject, "dimension", &known)?),
            None => None,
        };
        let color = self.themed(row.color.as_ref(), &subject)?;
        let outline = self.themed(row.outline.as_ref(), &subject)?;
        let paint = match (row.pattern, color) {
            (Some(name), Some(color)) => match Pattern::parse(&name.value) {
                Some(pattern) => Paint::Overlay { pattern, color },
                None => {
                    let problem = format!("unknown pattern \"{}\", known are diagonal, dots", name.value);
                    return Err(self.error(&name, &subject, problem));
                }
            },
            (Some(name), None) => {
                return Err(self.error(&name, &subject, "a pattern needs a color".into()));
            }
            (None, Some(fill)) => Paint::Fill { fill, outline },
            (None, None) => Paint::None,
        };
        let word = row.word.unwrap_or_else(|| row.label.clone());
        Ok(Category { id: row.id.value, dimension, label: row.label, word, paint })
    }

    fn themed(&self, row: Option<&rows::Themed<'_>>, subject: &str) -> Result<Option<Themed>, Error> {
        let read = |text: &Text<'_>| {
            Color::parse(&text.value).ok_or_else(|| {
                let problem = format!("\"{}\" is not a colour like #17607d", text.value);
                self.error(text, subject, problem)
            })
        };
        row.map(|row| Ok(Themed { light: read(&row.light)?, dark: read(&row.dark)? })).transpose()
    }

    fn source(&self, id: String, row: rows::Source<'_>) -> Result<Source, Error> {
        let subject = format!("source \"{id}\"");
        let role = match row.kind.value.as_str() {
            "main" => Role::Main,
            "context" => Role::Context,
            other => {
                let problem = format!("kind is \"{other}\", needs main or context");
                return Err(self.error(&row.kind, &subject, problem));
            }
        };
        if let Some(url) = &row.url
            && !is_safe_link(&url.value)
        {
            let problem = "the url must start with https:, http: or mailto:".into();
            return Err(self.error(url, &subject, problem));
        }
        Ok(Source {
            id,
            role,
            publisher: row.publisher,
            title: row.title,
            date: row.date,
            grade: row.grade,
            url: row.url.map(|url| url.value),
        })
    }

    fn regions(
        &self,
        rows: Vec<rows::Region<'_>>,
        categories: &[Category],
    ) -> Result<Vec<Region>, Error> {
        let known = ids(categories);
        let mut seen = std::collections::BTreeSet::new();
        let mut regions = Vec::with_capacity(rows.len());
        for row in rows {
            let subject = format!("region \"{}\"", row.id.value);
            if !seen.insert(row.id.value.clone()) {
                return Err(self.error(&row.id, &subject, "the id is used twice".into()));
            }
            let status = self.status(&row.status, &subject, &known, categories)?;
            regions.push(Region { id: row.id.value, name: row.name, status });
        }
        Ok(regions)
    }

    fn status(
        &self,
        names: &[Text<'_>],
        subject: &str,
        known: &[&str],
        categories: &[Category],
    ) -> Result<Vec<usize>, Error> {
        let mut status: Vec<usize> = Vec::with_capacity(names.len());
        let dimension = |index: usize| categories.get(index).and_then(|c| c.dimension);
        for name in names {
            let index = self.find(name, subject, "status", known)?;
            let clash = dimension(index).is_some()
                && status.iter().any(|&other| dimension(other) == dimension(index));
            if clash || status.contains(&index) {
                let problem = format!("\"{}\" is a second answer to the same question", name.value);
                return Err(self.error(name, subject, problem));
            }
            status.push(index);
        }
        Ok(status)
    }

    fn claim(
        &self,
        row: rows::Claim<'_>,
        names: &Names<'_>,
        sources: &[Source],
    ) -> Result<Claim, Error> {
        let subject = format!("claim \"{}\"", row.id.value);
        if row.sources.is_empty() {
            return Err(self.error(&row.id, &subject, "no source; name at least one in \"sources\"".into()));
        }
        let mut found = Vec::with_capacity(row.sources.len());
        for name in &row.sources {
            let index = self.find(name, &subject, "source", &names.sources)?;
            let role = |index: usize| sources.get(index).map(|source| source.role);
            if found.first().is_some_and(|&first| role(first) != role(index)) {
                let problem = "mixes the main source with context; make two claims".into();
                return Err(self.error(name, &subject, problem));
            }
            found.push(index);
        }
        let mut about = Vec::with_capacity(row.about.len());
        for name in &row.about {
            about.push(match names.categories.iter().position(|&id| id == name.value) {
                Some(category) => About::Category(category),
                None => About::Region(self.find(name, &subject, "region or category", &names.regions)?),
            });
        }
        Ok(Claim {
            id: row.id.value,
            about,
            text: row.text,
            note: row.note,
            sources: found,
            paragraph: row.paragraph,
            confidence: row.confidence,
        })
    }
}

/// Whether an address may become a link. A browser drops control characters and spaces before it
/// reads the scheme, so an address that has any is refused. Source: WHATWG URL, section 4.4.
fn is_safe_link(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    let scheme = ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme));
    scheme && !url.chars().any(|c| c.is_control() || c.is_whitespace())
}

#[cfg(test)]
mod tests;
