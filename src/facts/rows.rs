//! The facts file as it is written: rows whose references are still names.

use crate::document::Text;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "expected an object with schema, categories, regions …")]
pub(super) struct File<'a> {
    #[serde(borrow)]
    pub(super) schema: Text<'a>,
    #[serde(default)]
    pub(super) language: Option<String>,
    pub(super) title: String,
    #[serde(default)]
    pub(super) subtitle: String,
    #[serde(default, rename = "date")]
    pub(super) _date: Option<String>,
    pub(super) center: Option<(f64, f64)>,
    #[serde(default)]
    pub(super) dimensions: Vec<Dimension<'a>>,
    pub(super) categories: Vec<Category<'a>>,
    pub(super) default: Option<Text<'a>>,
    #[serde(default)]
    pub(super) sources: BTreeMap<String, Source<'a>>,
    pub(super) regions: Vec<Region<'a>>,
    #[serde(default)]
    pub(super) claims: Vec<Claim<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Dimension<'a> {
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    pub(super) label: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Category<'a> {
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    pub(super) dimension: Option<Text<'a>>,
    pub(super) label: String,
    pub(super) word: Option<String>,
    pub(super) color: Option<Themed<'a>>,
    pub(super) outline: Option<Themed<'a>>,
    pub(super) pattern: Option<Text<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Themed<'a> {
    #[serde(borrow)]
    pub(super) light: Text<'a>,
    pub(super) dark: Text<'a>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source<'a> {
    #[serde(borrow)]
    pub(super) kind: Text<'a>,
    pub(super) publisher: String,
    pub(super) title: Option<String>,
    pub(super) date: Option<String>,
    pub(super) grade: Option<String>,
    pub(super) url: Option<Text<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Region<'a> {
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    pub(super) name: Option<String>,
    pub(super) status: Vec<Text<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Claim<'a> {
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    pub(super) about: Vec<Text<'a>>,
    pub(super) text: String,
    pub(super) note: Option<String>,
    #[serde(default)]
    pub(super) sources: Vec<Text<'a>>,
    pub(super) paragraph: Option<u32>,
    pub(super) confidence: Option<String>,
}
