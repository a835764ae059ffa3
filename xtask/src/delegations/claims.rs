//! What is said of each country at both summits, and of the summit as a whole, with its sources.

use super::Summit;
use super::table::{FILE, Row};
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};

impl Summit<'_> {
    /// All claims: of this summit, of the other one, of no single country.
    pub(super) fn claims(&self, base: &Value) -> Result<Vec<Value>> {
        self.wording.check(self.table)?;
        let mut claims = Vec::new();
        for year in [self.year, self.other] {
            for id in self.table.countries.keys() {
                let row = self.table.row(id, year).context("no row")?;
                match &row.claim {
                    Some(claim) => self.borrow(&mut claims, claim, id, year, base)?,
                    None => self.spoke(&mut claims, id, row, year)?,
                }
            }
        }
        self.general(&mut claims, base)?;
        Ok(claims)
    }

    /// The category that a claim of a year gives a country.
    fn established(&self, row: &Row, year: &str) -> Option<Value> {
        let id = if year == self.year { row.level.clone() } else { self.then(&row.level) };
        (row.level != "unknown").then(|| id.into())
    }

    /// Adds the claim of the facts about 2022, or the country to it if it is there already.
    fn borrow(
        &self,
        claims: &mut Vec<Value>,
        claim: &str,
        id: &str,
        year: &str,
        base: &Value,
    ) -> Result<()> {
        let known = claims.iter_mut().find(|known| known.get("id").is_some_and(|id| id == claim));
        if let Some(Value::Array(about)) = known.and_then(|known| known.get_mut("about")) {
            about.push(id.into());
            return Ok(());
        }
        let mut claim = claim_of(base, claim)?;
        if year != self.year {
            let text = claim.get("text").and_then(Value::as_str).unwrap_or_default();
            claim.insert("text".into(), self.wording.of_other_year(text, year).into());
        }
        claim.insert("about".into(), json!([id]));
        let row = self.table.row(id, year).context("no row")?;
        claim.extend(self.established(row, year).map(|level| ("establishes".to_owned(), level)));
        claims.push(claim.into());
        Ok(())
    }

    /// Adds who spoke for a country, and what else is said of it.
    fn spoke(&self, claims: &mut Vec<Value>, id: &str, row: &Row, year: &str) -> Result<()> {
        let text = self.wording.spoke.get(&row.office).context("no such office")?;
        let mut claim = Map::new();
        claim.insert("id".into(), format!("C-{id}.{year}").into());
        claim.insert("about".into(), json!([id]));
        claim.insert("text".into(), text.replace("{name}", &row.name).into());
        claim.insert("sources".into(), json!(row.sources));
        claim.extend(self.established(row, year).map(|level| ("establishes".to_owned(), level)));
        claims.push(claim.into());
        if !row.more.is_empty() {
            let text = self.wording.more.get(id).context("no such text")?;
            let (id, about) = (format!("C-{id}.{year}-2"), [id]);
            claims.push(json!({ "id": id, "about": about, "text": text, "sources": row.more }));
        }
        Ok(())
    }

    fn general(&self, claims: &mut Vec<Value>, base: &Value) -> Result<()> {
        let (summit, texts) = (self.table.summit(self.year)?, &self.wording.general);
        if !summit.release.is_empty() {
            let mut text = texts.release.clone();
            for (level, count) in &summit.release {
                text = text.replace(&format!("{{{level}}}"), &count.to_string());
            }
            claims.push(json!({ "id": "C-SUM.release", "about": [], "text": text,
                "sources": summit.release_sources }));
        }
        if self.table.count(self.year, "unknown") > 0 {
            claims.push(json!({ "id": "C-SUM.unknown", "about": ["unknown"],
                "text": texts.unknown, "sources": summit.release_sources }));
        }
        for id in &summit.borrowed {
            claims.push(claim_of(base, id)?.into());
        }
        claims.extend(of_territories(base));
        Ok(())
    }

    /// The sources of the claims.
    pub(super) fn sources(&self, claims: &[Value], base: &Value) -> Result<Map<String, Value>> {
        let mut sources = Map::new();
        let cited = claims.iter().filter_map(|claim| claim.get("sources")?.as_array()).flatten();
        for key in cited.filter_map(Value::as_str) {
            let own = self.table.sources.get(key);
            let source = own.or_else(|| base.get("sources")?.get(key));
            let mut source = source.with_context(|| format!("{FILE}: no source {key:?}"))?.clone();
            let publisher = self.wording.sources.get(key);
            if let (Some(publisher), Some(fields)) = (publisher, source.as_object_mut()) {
                fields.insert("publisher".into(), publisher.as_str().into());
            }
            sources.insert(key.to_owned(), source);
        }
        Ok(sources)
    }
}

fn all_of(base: &Value) -> impl Iterator<Item = &Map<String, Value>> {
    let claims = base.get("claims").and_then(Value::as_array).into_iter().flatten();
    claims.filter_map(Value::as_object)
}

/// A claim of the facts about 2022, as of no status there.
fn claim_of(base: &Value, id: &str) -> Result<Map<String, Value>> {
    let claim = all_of(base).find(|claim| claim.get("id").is_some_and(|known| known == id));
    let Some(claim) = claim else { bail!("{FILE}: the facts about 2022 have no claim {id:?}") };
    let mut claim = claim.clone();
    claim.remove("establishes");
    Ok(claim)
}

/// The claims about single territories, which hold at any summit.
fn of_territories(base: &Value) -> Vec<Value> {
    let rows = base.get("regions").and_then(Value::as_array).into_iter().flatten();
    let is_territory = |row: &&Value| row.pointer("/status/0") == base.get("default");
    let ids: Vec<&Value> = rows.filter(is_territory).filter_map(|row| row.get("id")).collect();
    let about = |claim: &&Map<String, Value>| {
        let about = claim.get("about").and_then(Value::as_array);
        about.is_some_and(|about| !about.is_empty() && about.iter().all(|id| ids.contains(&id)))
    };
    all_of(base).filter(about).cloned().map(Value::Object).collect()
}
