//! The facts files of who represented each country, one for each summit and language: made of
//! `data/delegations/`, and of the claims, names and areas of the facts about 2022.
//!
//! Nothing but the levels is written down there: what changed and every count are derived here.

mod claims;
mod table;
mod wording;

use crate::texts::{self, Parts};
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use table::{CHANGES, Table};
use wording::Wording;

/// The summits, by their years.
pub(crate) const YEARS: [&str; 2] = ["2015", "2022"];
/// The name of the files of the site that hold a summit's delegations.
pub(crate) fn name(year: &str) -> String {
    format!("data/delegations-{year}")
}

/// What a file of the site holds, if it is one of them.
pub(crate) fn built(file: &str) -> Option<Result<String>> {
    let rest = |year: &&str| file.strip_prefix(&name(year))?.strip_prefix('.');
    let year = YEARS.into_iter().find(|year| rest(year).is_some())?;
    Parts::named(rest(&year)?, |language| facts_in(year, language))
}

/// The facts of a summit in a language, as the site sends them.
pub(crate) fn facts_in(year: &str, language: &str) -> Result<Parts> {
    let base = texts::whole(language)?;
    let (table, wording) = (Table::read()?, Wording::read(language)?);
    texts::written(&Summit::new(&table, &wording, year)?.facts(&base)?)
}

/// Gives the facts about 2022 the level of each delegation, in words alone: their claims say it
/// already. That a country was not invited they say by a category of their own.
pub(crate) fn add_to(facts: &mut Value, language: &str) -> Result<()> {
    let (table, wording) = (Table::read()?, Wording::read(language)?);
    let summit = Summit::new(&table, &wording, "2022")?;
    let levels = summit.levels(summit.year).filter(|level| *level != "not_invited");
    let categories = levels.map(|level| {
        // Among other answers it has to say what it is about.
        let word = &wording.level(level)?.word;
        let label = capital(word);
        Ok(json!({ "id": level, "dimension": "delegation", "label": label, "word": word }))
    });
    let categories: Vec<Value> = categories.collect::<Result<_>>()?;
    let named = |level: &str| {
        categories.iter().any(|category| category.get("id").is_some_and(|id| id == level))
    };
    for row in list(facts, "regions")? {
        let level = row.get("id").and_then(Value::as_str).and_then(|id| table.level(id, "2022"));
        if let Some(level) = level.filter(|level| named(level)) {
            list(row, "status")?.push(level.into());
        }
    }
    let dimension =
        json!({ "id": "delegation", "label": wording.dimension("delegation", "2022")? });
    list(facts, "dimensions")?.push(dimension);
    list(facts, "categories")?.extend(categories);
    Ok(())
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn list<'a>(object: &'a mut Value, name: &str) -> Result<&'a mut Vec<Value>> {
    object.get_mut(name).and_then(Value::as_array_mut).with_context(|| format!("no {name}"))
}

/// One summit, seen beside the other.
struct Summit<'a> {
    table: &'a Table,
    wording: &'a Wording,
    year: &'a str,
    other: &'a str,
}

impl<'a> Summit<'a> {
    fn new(table: &'a Table, wording: &'a Wording, year: &'a str) -> Result<Self> {
        let other = YEARS.into_iter().find(|other| *other != year).context("no other summit")?;
        Ok(Self { table, wording, year, other })
    }

    fn facts(&self, base: &Value) -> Result<Value> {
        let texts = self.wording.summit(self.year)?;
        let claims = self.claims(base)?;
        let mut facts = json!({
            "schema": "summit-map/1",
            "language": self.wording.language,
            "title": texts.title,
            "kicker": texts.kicker,
            "headline": texts.headline,
            "finding": texts.finding,
            "finding_short": texts.finding_short,
            "note": texts.note,
            "date": self.table.summit(self.year)?.date,
            "dimensions": self.dimensions()?,
            "categories": self.categories(base)?,
            "sources": self.sources(&claims, base)?,
            "regions": self.regions(base),
            "claims": claims,
        });
        // What is true of the map, whatever it shows.
        for name in ["center", "default", "names", "short_names", "areas"] {
            if let (Some(value), Some(facts)) = (base.get(name), facts.as_object_mut()) {
                facts.insert(name.to_owned(), value.clone());
            }
        }
        Ok(facts)
    }

    /// The levels that a country has in that year, in order.
    fn levels(&self, year: &'a str) -> impl Iterator<Item = &'a str> {
        let levels = self.table.levels.iter().map(|level| level.id.as_str());
        levels.filter(move |level| self.table.count(year, level) > 0)
    }

    fn dimensions(&self) -> Result<Value> {
        let label = |part, year| self.wording.dimension(part, year);
        Ok(json!([
            { "id": "delegation", "label": label("delegation", self.year)? },
            { "id": self.then("delegation"), "label": label("delegation", self.other)? },
            { "id": "change", "label": label("change", self.other)? },
        ]))
    }

    /// The id of what belongs to the other summit.
    fn then(&self, id: &str) -> String {
        format!("{id}_{}", self.other)
    }

    fn categories(&self, base: &Value) -> Result<Vec<Value>> {
        let mut all = Vec::new();
        for level in &self.table.levels {
            if self.table.count(self.year, &level.id) > 0 {
                let text = self.wording.level(&level.id)?;
                all.push(json!({ "id": level.id, "dimension": "delegation", "label": text.label,
                    "word": text.word, "short": text.short, "color": level.color }));
            }
        }
        for level in self.levels(self.other) {
            let label = self.wording.in_other_year(level, self.other)?;
            let (id, dimension) = (self.then(level), self.then("delegation"));
            all.push(json!({ "id": id, "dimension": dimension, "label": label }));
        }
        for change in CHANGES.into_iter().filter(|change| self.table.count_change(change) > 0) {
            let mut category = self.wording.change(change, self.other)?;
            category.insert("id".into(), change.into());
            category.insert("dimension".into(), "change".into());
            if change == "changed" {
                category.insert("pattern".into(), "dots".into());
                category.insert("color".into(), self.table.dots.clone());
            }
            all.push(category.into());
        }
        let named = base.get("categories").and_then(Value::as_array).into_iter().flatten();
        all.extend(named.filter(|category| category.get("id") == base.get("default")).cloned());
        Ok(all)
    }

    /// The countries, and of the territories those that have a row.
    fn regions(&self, base: &Value) -> Vec<Value> {
        let rows = base.get("regions").and_then(Value::as_array).into_iter().flatten();
        rows.map(|row| {
            let id = row.get("id").and_then(Value::as_str).unwrap_or_default();
            let Some(status) = self.status(id) else { return row.clone() };
            let mut kept: Map<String, Value> = Map::new();
            for name in ["id", "short", "abbr"] {
                kept.extend(row.get(name).map(|value| (name.to_owned(), value.clone())));
            }
            kept.insert("status".into(), status);
            kept.into()
        })
        .collect()
    }

    fn status(&self, id: &str) -> Option<Value> {
        let (now, then) = (self.table.level(id, self.year)?, self.table.level(id, self.other)?);
        Some(json!([now, self.then(then), self.table.change(id)?]))
    }
}

#[cfg(test)]
mod tests;
