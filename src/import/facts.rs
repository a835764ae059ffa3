//! Rows in categories → the facts file. The format is documented in `data/SCHEMA.md`.

use super::categories::Categories;
use super::columns::{Kind, is_time};
use super::json::Json;
use super::numbers::{Number, is_nothing, written};
use super::palette::{self, Look};
use super::settings::Settings;
use super::words::{self, Words};
use super::work::Work;
use crate::data::category::Pattern;
use crate::data::collation::fold;
use crate::data::color::LightDark;

/// Id of the one dimension, of the one source.
const DIMENSION: &str = "value";
const SOURCE: &str = "table";

/// Writes the facts, and notes what an author should know.
pub(super) fn write(work: &Work<'_>, categories: &Categories, settings: &Settings) -> String {
    let words = words::of(settings.language.as_deref());
    let writer = FactsWriter { work, settings, words, ids: ids(work, categories), categories };
    let mut json = Json::default();
    json.open('{');
    writer.head(&mut json);
    writer.write_categories(&mut json);
    writer.sources(&mut json);
    writer.regions(&mut json);
    writer.claims(&mut json);
    json.close('}').finish()
}

struct FactsWriter<'a> {
    work: &'a Work<'a>,
    categories: &'a Categories,
    settings: &'a Settings,
    words: &'static Words,
    /// Ids of the categories, and behind them that of regions without a value.
    ids: Vec<String>,
}

impl FactsWriter<'_> {
    fn head(&self, json: &mut Json) {
        let settings = self.settings;
        json.field("schema", "summit-map/1");
        json.field("language", settings.language.as_deref().unwrap_or("en"));
        let title = settings.title.clone().unwrap_or_else(|| self.title());
        json.field("title", &title);
        json.option("subtitle", settings.subtitle.as_deref());
        json.option("date", settings.date.as_deref());
        json.option("projection", settings.projection.as_deref());
        let [one, many] = self.region_words();
        json.name("words").open('{').field("one", one).field("many", many).close('}');
        if let Some([lon, lat]) = &settings.center {
            json.name("center").open('[').number(lon).number(lat).close(']');
        }
        let label = self.value_column().unwrap_or(self.words.listed);
        json.name("dimensions").open('[').open('{');
        json.field("id", DIMENSION).field("label", label).close('}').close(']');
    }

    fn region_words(&self) -> [&str; 2] {
        let [one, many] = self.words.region;
        let own = self.settings.region_word.as_deref();
        let many = self.settings.regions_word.as_deref().or(own).unwrap_or(many);
        [own.unwrap_or(one), many]
    }

    /// "Rain by state", where the author gives no title.
    fn title(&self) -> String {
        let value = self.value_column().unwrap_or(self.words.listed);
        let [one, _] = self.region_words();
        // A column is mostly named in small letters, and a heading is not.
        let mut letters = value.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).chain(self.words.by.chars()).chain(one.chars()).collect()
    }

    fn value_column(&self) -> Option<&str> {
        let column = self.work.chosen.value.as_ref()?.column;
        self.work.table.columns.get(column).map(String::as_str)
    }

    fn write_categories(&self, json: &mut Json) {
        json.name("categories").open('[');
        for ((label, look), id) in self.categories.list.iter().zip(&self.ids) {
            json.open('{').field("id", id).field("dimension", DIMENSION).field("label", label);
            write_look(look, json);
            json.close('}');
        }
        let label = self.settings.no_data.as_deref().unwrap_or(self.words.no_data);
        json.open('{').field("id", self.no_data()).field("label", label);
        write_look(&palette::NO_DATA, json);
        json.close('}').close(']').field("default", self.no_data());
    }

    fn no_data(&self) -> &str {
        self.ids.last().map(String::as_str).unwrap_or_default()
    }

    fn sources(&self, json: &mut Json) {
        let publisher = self.settings.source.as_deref().unwrap_or(self.words.table);
        json.name("sources").open('{').name(SOURCE).open('{').field("kind", "main");
        json.field("publisher", publisher);
        json.option("date", self.settings.date.as_deref());
        json.option("url", self.settings.source_url.as_deref()).close('}').close('}');
    }

    /// The rows that have a feature, each with the id of that, and the id of its category.
    fn rows(&self) -> impl Iterator<Item = (usize, &str, Option<&str>)> {
        self.work.join.matched.iter().filter_map(|one| {
            let id = &self.work.keys.get(one.feature)?.id;
            let category = self.categories.rows.get(one.row).copied().flatten();
            Some((
                one.row,
                id.as_str(),
                category.and_then(|own| self.ids.get(own)).map(String::as_str),
            ))
        })
    }

    fn regions(&self, json: &mut Json) {
        json.name("regions").open('[');
        for (row, id, category) in self.rows() {
            json.open('{').field("id", id);
            let label = self.work.chosen.label.map(|column| self.work.table.cell(row, column));
            json.option("name", label.filter(|label| !label.is_empty()));
            json.name("status").texts(&[category.unwrap_or(self.no_data())]).close('}');
        }
        json.close(']');
    }

    fn claims(&self, json: &mut Json) {
        json.name("claims").open('[');
        for (number, (row, id, category)) in self.rows().enumerate() {
            let text = self.sentence(row);
            if !text.is_empty() {
                let name = format!("row_{}", number + 1);
                json.open('{').field("id", &name).name("about").texts(&[id]).field("text", &text);
                json.name("sources").texts(&[SOURCE]).option("establishes", category).close('}');
            }
        }
        json.open('{').field("id", "no_value").name("about").texts(&[self.no_data()]);
        json.field("text", self.words.no_value).name("sources").texts(&[SOURCE]).close('}');
        json.close(']');
    }

    /// What a row says, but for what joins it and what names it: "Rain: 1,200 mm; Area: 34".
    fn sentence(&self, row: usize) -> String {
        let (table, chosen) = (&self.work.table, &self.work.chosen);
        let mut text = String::new();
        for (column, name) in table.columns.iter().enumerate() {
            let cell = table.cell(row, column);
            if cell.is_empty() || chosen.key == Some(column) || chosen.label == Some(column) {
                continue;
            }
            if !text.is_empty() {
                text.push_str(self.words.between);
            }
            text.push_str(name);
            text.push_str(self.words.colon);
            text.push_str(&self.cell(cell, column));
        }
        text
    }

    /// A cell as the language writes it. Years and codes stay as they are.
    fn cell(&self, cell: &str, column: usize) -> String {
        let work = self.work;
        let is_value = work.chosen.value.as_ref().is_some_and(|value| value.column == column);
        let unit = self.settings.unit.as_deref().filter(|_| is_value).unwrap_or_default();
        match work.chosen.kinds.get(column) {
            Some(Kind::Numbers(mark)) if !is_nothing(cell) && !is_time(&work.table, column) => {
                let Some(number) = Number::read(cell, mark.mark, unit) else {
                    return cell.to_owned();
                };
                let is_code = cell.len() > 1 && cell.starts_with('0') && !number.text.contains('.');
                if is_code {
                    return cell.to_owned();
                }
                let unit = if unit.is_empty() && cell.ends_with('%') { "%" } else { unit };
                written(&number.text, self.words) + &self.words.unit(unit)
            }
            _ => cell.to_owned(),
        }
    }
}

fn write_look(look: &Look, json: &mut Json) {
    let mut themed = |name: &str, color: LightDark| {
        json.name(name).open('{').field("light", &color.light.hex());
        json.field("dark", &color.dark.hex()).close('}');
    };
    match look.pattern {
        None => themed("color", look.fill),
        Some((_, color)) => {
            themed("color", color);
            themed("fill", look.fill);
        }
    }
    if let Some(outline) = look.outline {
        themed("outline", outline);
    }
    match look.pattern {
        Some((Pattern::Diagonal, _)) => json.field("pattern", "diagonal"),
        Some((Pattern::Dots, _)) => json.field("pattern", "dots"),
        None => json,
    };
}

/// Ids of the categories, made of their names; none is that of another or of a region.
fn ids(work: &Work<'_>, categories: &Categories) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    let is_texts = categories.limits.is_empty();
    let labels = categories.list.iter().enumerate().map(|(index, (label, _))| {
        let plain = fold(label);
        let words =
            plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let slug = words.collect::<Vec<_>>().join("_");
        if is_texts && !slug.is_empty() { slug } else { format!("class_{}", index + 1) }
    });
    for mut id in labels.chain(["no_data".to_owned()]) {
        while ids.contains(&id) || id == "all" || work.keys.iter().any(|feature| feature.id == id) {
            id.push('_');
        }
        ids.push(id);
    }
    ids
}
