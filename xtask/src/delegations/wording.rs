//! `data/delegations/en.json` and its translations: the texts about delegations in one language.

use super::table::Table;
use crate::texts;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

const SCHEMA: &str = "summit-map/delegations-texts-1";

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wording {
    schema: String,
    pub language: String,
    summits: BTreeMap<String, SummitTexts>,
    dimensions: BTreeMap<String, String>,
    levels: BTreeMap<String, Words>,
    other_level: String,
    change: BTreeMap<String, Words>,
    other_year: String,
    /// Office → what is said of who spoke.
    pub spoke: BTreeMap<String, String>,
    /// Country → what else is said.
    pub more: BTreeMap<String, String>,
    pub general: General,
    /// Source → its publisher, where that is translated.
    pub sources: BTreeMap<String, String>,
}

/// What a map of a summit says at first sight.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SummitTexts {
    pub title: String,
    pub kicker: String,
    pub headline: String,
    pub finding: String,
    pub finding_short: String,
    pub note: String,
}

/// The texts of a category.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub label: String,
    pub word: String,
    pub short: String,
}

/// What is said of no single country.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct General {
    pub release: String,
    pub unknown: String,
}

impl Wording {
    pub(super) fn read(language: &str) -> Result<Wording> {
        let file = format!("data/delegations/{language}.json");
        let wording: Wording = serde_json::from_value(texts::read(&file)?).context(file.clone())?;
        if wording.schema != SCHEMA || wording.language != language {
            bail!("{file}: needs schema {SCHEMA:?} and language {language:?}");
        }
        Ok(wording)
    }

    pub(super) fn summit(&self, year: &str) -> Result<&SummitTexts> {
        self.summits.get(year).with_context(|| self.lacks("summits", year))
    }

    pub(super) fn dimension(&self, part: &str, year: &str) -> Result<String> {
        let label = self.dimensions.get(part).with_context(|| self.lacks("dimensions", part))?;
        Ok(label.replace("{year}", year))
    }

    pub(super) fn level(&self, id: &str) -> Result<&Words> {
        self.levels.get(id).with_context(|| self.lacks("levels", id))
    }

    /// The label of a level that belongs to the other summit.
    pub(super) fn in_other_year(&self, level: &str, year: &str) -> Result<String> {
        let word = &self.level(level)?.word;
        Ok(self.other_level.replace("{year}", year).replace("{word}", word))
    }

    /// A text about the other summit.
    pub(super) fn of_other_year(&self, text: &str, year: &str) -> String {
        self.other_year.replace("{year}", year).replace("{text}", text)
    }

    /// The texts of a category that compares the summits.
    pub(super) fn change(&self, id: &str, year: &str) -> Result<Map<String, Value>> {
        let words = self.change.get(id).with_context(|| self.lacks("change", id))?;
        let texts = [("label", &words.label), ("word", &words.word), ("short", &words.short)];
        let filled = |(name, text): (&str, &String)| {
            (name.to_owned(), Value::from(text.replace("{year}", year)))
        };
        Ok(texts.into_iter().map(filled).collect())
    }

    fn lacks(&self, part: &str, key: &str) -> String {
        format!("data/delegations/{}.json: no text for {part}/{key}", self.language)
    }

    /// Says which text the table asks for in vain, or never.
    pub(super) fn check(&self, table: &Table) -> Result<()> {
        let rows =
            || table.countries.iter().flat_map(|(id, rows)| rows.values().map(move |r| (id, r)));
        for office in rows().map(|(_, row)| &row.office).filter(|office| !office.is_empty()) {
            self.spoke.get(office).with_context(|| self.lacks("spoke", office))?;
        }
        for (id, _) in rows().filter(|(_, row)| !row.more.is_empty()) {
            self.more.get(id).with_context(|| self.lacks("more", id))?;
        }
        let unused = |part: &str, key: &str| {
            format!("data/delegations/{}.json: {part}/{key} is used by nothing", self.language)
        };
        for office in self.spoke.keys() {
            rows()
                .find(|(_, row)| row.office == *office)
                .with_context(|| unused("spoke", office))?;
        }
        for id in self.more.keys() {
            let used = rows().find(|(country, row)| *country == id && !row.more.is_empty());
            used.with_context(|| unused("more", id))?;
        }
        for key in self.sources.keys() {
            table.sources.get(key).with_context(|| unused("sources", key))?;
        }
        Ok(())
    }
}
