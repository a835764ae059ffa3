//! The facts file in each language of the interface: the English one with the texts of
//! `data/texts/` in it, and the names by which each feature of the map is found.
//!
//! A text that is not translated is an error that names its key; so is a translation of nothing.

mod keys;
mod names;
mod short;
pub(crate) mod split;
mod write;

use crate::delegations;
use crate::process::root;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The facts, with English texts. Each language has a file like it in the site.
const FACTS: &str = "data/summit-2022.json";
/// The texts at its top, of which all but the first may be missing.
const TOP: [&str; 7] =
    ["title", "subtitle", "kicker", "headline", "finding", "finding_short", "note"];
/// What the texts of a language begin with.
const SCHEMA: &str = "summit-map/texts-1";

/// A facts file of the site, in its two parts.
pub(crate) struct Parts {
    /// What the map needs to answer.
    pub(crate) first: String,
    /// What a reader may see after that.
    pub(crate) more: String,
}

impl Parts {
    /// The part that a file holds, by what follows the name of the facts: `en.json`,
    /// `more.en.json`. None for any other file; `read` gives the facts in a language.
    pub(crate) fn named(
        rest: &str,
        read: impl FnOnce(&str) -> Result<Parts>,
    ) -> Option<Result<String>> {
        let language = rest.strip_suffix(".json")?;
        Some(match language.strip_prefix(split::MORE) {
            Some(language) => read(language).map(|parts| parts.more),
            None => read(language).map(|parts| parts.first),
        })
    }

    /// Writes both files into a site; `name` is that of the facts.
    pub(crate) fn write(&self, site: &Path, name: &str, language: &str) -> Result<()> {
        fs::write(site.join(format!("{name}.{language}.json")), &self.first)?;
        fs::write(site.join(format!("{name}.{}{language}.json", split::MORE)), &self.more)?;
        Ok(())
    }
}

/// The name of the files of the site that hold the facts.
pub(crate) const NAME: &str = "data/summit-2022";

/// The first file of the facts in a language.
pub(crate) fn file(language: &str) -> String {
    format!("{NAME}.{language}.json")
}

/// The facts that a file of the site holds; None for any other file.
pub(crate) fn built(file: &str) -> Option<Result<String>> {
    let rest = file.strip_prefix(NAME)?.strip_prefix('.')?;
    Parts::named(rest, facts_in)
}

/// The facts in a language, as the site sends them.
pub(crate) fn facts_in(language: &str) -> Result<Parts> {
    let mut facts = whole(language)?;
    delegations::add_to(&mut facts, language)?;
    written(&facts)
}

/// Facts as text.
pub(crate) fn written(facts: &Value) -> Result<Parts> {
    let mut facts = facts.clone();
    keys::shorten(&mut facts);
    drop_unseen(&mut facts);
    let more = split::take_more(&mut facts);
    Ok(Parts { first: write::lines(&facts)?, more: write::lines(&more)? })
}

/// The facts in a language, with the names of all features.
pub(crate) fn whole(language: &str) -> Result<Value> {
    if summit_map::locale(language).is_none_or(|words| words.code != language) {
        bail!("the interface does not speak {language:?}");
    }
    let mut facts = read(FACTS)?;
    if language != "en" {
        translate(&mut facts, &mut Texts::read(language)?)?;
    }
    names::add(&mut facts, language)?;
    short::add(&mut facts)?;
    Ok(facts)
}

/// A file of the project.
pub(crate) fn read(file: &str) -> Result<Value> {
    let text = fs::read(root().join(file)).with_context(|| format!("cannot read {file}"))?;
    serde_json::from_slice(&text).with_context(|| file.to_owned())
}

/// Puts the texts in the place of the English ones.
fn translate(facts: &mut Value, texts: &mut Texts) -> Result<()> {
    set(facts, "language", texts.need(&["language"])?);
    for field in TOP {
        if facts.get(field).is_some() {
            set(facts, field, texts.need(&[field])?);
        }
    }
    for row in rows(facts, "dimensions") {
        translate_label(row, "dimensions", texts)?;
    }
    for row in rows(facts, "areas") {
        translate_label(row, "areas", texts)?;
    }
    for row in rows(facts, "categories") {
        translate_fields(row, "categories", &["label", "word", "short"], texts)?;
    }
    for row in rows(facts, "claims") {
        translate_fields(row, "claims", &["text", "note"], texts)?;
    }
    for (id, source) in
        facts.get_mut("sources").and_then(Value::as_object_mut).into_iter().flatten()
    {
        if source.get("title").is_some() {
            set(source, "title", texts.need(&["sources", id, "title"])?);
        }
        // The names of newspapers are the same everywhere.
        if let Some(publisher) = texts.take(&["sources", id, "publisher"]) {
            set(source, "publisher", publisher);
        }
    }
    short::translate(facts, texts)?;
    texts.drop_names();
    texts.end()
}

/// The finding stands in the place of the subtitle, which then nobody reads.
fn drop_unseen(facts: &mut Value) {
    if let Some(facts) = facts.as_object_mut().filter(|facts| facts.contains_key("finding")) {
        facts.remove("subtitle");
    }
}

fn rows<'a>(facts: &'a mut Value, part: &str) -> impl Iterator<Item = &'a mut Value> {
    facts.get_mut(part).and_then(Value::as_array_mut).into_iter().flatten()
}

fn set(object: &mut Value, field: &str, text: String) {
    if let Some(object) = object.as_object_mut() {
        object.insert(field.to_owned(), text.into());
    }
}

fn id(row: &Value) -> String {
    row.get("id").and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Translates a row that has one text, its label.
fn translate_label(row: &mut Value, part: &str, texts: &mut Texts) -> Result<()> {
    let label = texts.need(&[part, &id(row)])?;
    set(row, "label", label);
    Ok(())
}

/// Translates those of a row's texts that it has.
fn translate_fields(row: &mut Value, part: &str, fields: &[&str], texts: &mut Texts) -> Result<()> {
    let id = id(row);
    for field in fields {
        if row.get(field).is_some() {
            set(row, field, texts.need(&[part, &id, field])?);
        }
    }
    Ok(())
}

/// The texts of one language that are not yet in their places.
struct Texts {
    file: String,
    left: Value,
}

impl Texts {
    fn read(language: &str) -> Result<Texts> {
        let file = format!("data/texts/{language}.json");
        let mut texts = Texts { left: read(&file)?, file };
        let is = |field, expected: &str| texts.left.get(field).is_some_and(|v| v == expected);
        if !is("schema", SCHEMA) || !is("language", language) {
            bail!("{}: needs schema {SCHEMA:?} and language {language:?}", texts.file);
        }
        texts.take(&["schema"]);
        Ok(texts)
    }

    /// The text at a path of keys, which is then gone.
    fn take(&mut self, path: &[&str]) -> Option<String> {
        let (last, above) = path.split_last()?;
        let parent = above.iter().try_fold(&mut self.left, |value, key| value.get_mut(key))?;
        let text = parent.as_object_mut()?.remove(*last)?;
        text.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned)
    }

    fn need(&mut self, path: &[&str]) -> Result<String> {
        let text = self.take(path);
        text.with_context(|| format!("{}: no text for {}", self.file, path.join("/")))
    }

    /// The names are taken from the files of all languages; see `names`.
    fn drop_names(&mut self) {
        if let Some(texts) = self.left.as_object_mut() {
            texts.remove("regions");
        }
    }

    /// Fails if a text was not asked for.
    fn end(&self) -> Result<()> {
        match first_text(&self.left) {
            Some(path) => bail!("{}: {path} translates nothing in {FACTS}", self.file),
            None => Ok(()),
        }
    }
}

/// The path of the first text in a value.
fn first_text(value: &Value) -> Option<String> {
    let Some(fields) = value.as_object() else { return Some(String::new()) };
    fields.iter().find_map(|(key, value)| Some(format!("/{key}{}", first_text(value)?)))
}

#[cfg(test)]
mod tests;
