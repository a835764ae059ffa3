//! `data/delegations/facts.json`: at which level each country was represented, and who says so.

use crate::texts;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

pub(super) const FILE: &str = "data/delegations/facts.json";
const SCHEMA: &str = "summit-map/delegations-1";

/// How the two summits can compare, in the order of the legend.
pub(super) const CHANGES: [&str; 3] = ["changed", "same", "change_unknown"];

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    schema: String,
    /// In the order of the legend.
    pub levels: Vec<Level>,
    /// Colours of the dots over countries where something changed.
    pub dots: Value,
    summits: BTreeMap<String, About>,
    /// The sources that the facts about 2022 lack.
    pub sources: Map<String, Value>,
    /// Id of a country → year → row.
    pub countries: BTreeMap<String, BTreeMap<String, Row>>,
}

/// A level at which a country can be represented.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Level {
    pub id: String,
    pub color: Value,
}

/// What is said of a summit as a whole.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct About {
    pub date: String,
    /// Claims of the facts about 2022 that belong here too.
    pub borrowed: Vec<String>,
    /// How many speakers of each level the organisers counted.
    #[serde(default)]
    pub release: BTreeMap<String, usize>,
    #[serde(default)]
    pub release_sources: Vec<String>,
}

/// A country at a summit.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    pub level: String,
    /// The claim of the facts about 2022 that says so.
    pub claim: Option<String>,
    /// Else the office and the name of who spoke, and the sources for it.
    #[serde(default)]
    pub office: String,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub sources: Vec<String>,
    /// Sources of what else is said, by the text of that country.
    #[serde(default)]
    pub more: Vec<String>,
}

impl Table {
    pub(super) fn read() -> Result<Table> {
        let table: Table = serde_json::from_value(texts::read(FILE)?).context(FILE)?;
        table.check().context(FILE)?;
        Ok(table)
    }

    fn check(&self) -> Result<()> {
        if self.schema != SCHEMA {
            bail!("needs schema {SCHEMA:?}");
        }
        for (id, rows) in &self.countries {
            for year in super::YEARS {
                let row = rows.get(year).with_context(|| format!("{id}: no row for {year}"))?;
                if !self.levels.iter().any(|level| level.id == row.level) {
                    bail!("{id}, {year}: there is no level {:?}", row.level);
                }
                if row.claim.is_none() && (row.sources.is_empty() || row.name.is_empty()) {
                    bail!("{id}, {year}: needs a claim, or a name and sources");
                }
            }
        }
        Ok(())
    }

    pub(super) fn summit(&self, year: &str) -> Result<&About> {
        self.summits.get(year).with_context(|| format!("{FILE}: no summit of {year}"))
    }

    pub(super) fn row(&self, country: &str, year: &str) -> Option<&Row> {
        self.countries.get(country)?.get(year)
    }

    pub(super) fn level(&self, country: &str, year: &str) -> Option<&str> {
        self.row(country, year).map(|row| row.level.as_str())
    }

    /// How many countries have a level in a year.
    pub(super) fn count(&self, year: &str, level: &str) -> usize {
        self.countries.keys().filter(|id| self.level(id, year) == Some(level)).count()
    }

    /// Which of `CHANGES` a country belongs to.
    pub(super) fn change(&self, country: &str) -> Option<&'static str> {
        let [first, second] = super::YEARS.map(|year| self.level(country, year));
        let (first, second) = (first?, second?);
        Some(match (first, second) {
            ("unknown", _) | (_, "unknown") => "change_unknown",
            _ if first == second => "same",
            _ => "changed",
        })
    }

    /// How many countries belong to one of `CHANGES`.
    pub(super) fn count_change(&self, change: &str) -> usize {
        self.countries.keys().filter(|id| self.change(id) == Some(change)).count()
    }
}
