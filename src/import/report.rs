//! How an import understood its files, as JSON.

use super::categories::Categories;
use super::columns::Kind;
use super::json::Json;
use super::settings::Settings;
use super::work::Work;
use crate::data::join::Match;

/// What there is to tell.
pub(super) struct Report<'a> {
    /// Both files, joined.
    pub(super) work: &'a Work<'a>,
    /// What the map shows of them.
    pub(super) categories: &'a Categories,
    /// What the author has set.
    pub(super) settings: &'a Settings,
    /// What the author should know.
    pub(super) warnings: &'a [String],
}

impl Report<'_> {
    /// The report as a JSON object; see [`super::Imported`].
    pub(super) fn json(&self) -> String {
        let join = &self.work.join;
        let mut json = Json::default();
        json.open('{').field("column", &join.column).field("key", &join.key);
        list(&mut json, "matched", &join.matched, |json, one| self.pair(json, one));
        list(&mut json, "guessed", &join.guessed, |json, (one, distance)| {
            self.pair(json, one);
            json.name("distance").number(&distance.to_string());
        });
        list(&mut json, "unmatched", &join.unmatched, |json, row| self.row(json, *row));
        list(&mut json, "repeated", &join.repeated, |json, one| self.pair(json, one));
        list(&mut json, "ambiguous", &join.ambiguous, |json, (row, features)| {
            json.name("row").open('{');
            self.row(json, *row);
            json.close('}');
            list(json, "features", features, |json, feature| self.feature(json, *feature));
        });
        list(&mut json, "withoutRow", &join.without_row, |json, one| self.feature(json, *one));
        json.name("problems").open('[');
        for problem in &self.work.table.problems {
            json.text(&problem.to_string());
        }
        json.close(']');
        self.chosen(&mut json);
        json.name("warnings").open('[');
        for warning in self.warnings {
            json.text(warning);
        }
        json.close(']').close('}').finish()
    }

    fn chosen(&self, json: &mut Json) {
        let Work { table, chosen, join, .. } = self.work;
        let name =
            |column: usize| table.columns.get(column).map(String::as_str).unwrap_or_default();
        json.name("chosen").open('{').name("join").open('{').field("column", &join.column);
        let why = if self.settings.join.is_some() {
            "it is the one that was asked for"
        } else {
            "most of its cells name a feature"
        };
        json.field("key", &join.key).field("why", why).close('}');
        if let Some(value) = &chosen.value {
            json.name("value").open('{').field("column", name(value.column));
            json.field("kind", if value.kind == Kind::Texts { "categories" } else { "numbers" });
            json.field("why", value.why).close('}');
        }
        if let Some(label) = chosen.label {
            json.name("label").open('{').field("column", name(label)).close('}');
        }
        json.name("categories").open('[');
        for (label, _) in &self.categories.list {
            json.text(label);
        }
        json.close(']').name("limits").open('[');
        for limit in &self.categories.limits {
            json.number(limit);
        }
        json.close(']').close('}');
    }

    fn row(&self, json: &mut Json, row: usize) {
        let line = self.work.table.rows.get(row).map_or(0, |row| row.line);
        json.name("line").number(&line.to_string()).field("text", self.work.text(row));
    }

    fn feature(&self, json: &mut Json, feature: usize) {
        if let Some(feature) = self.work.keys.get(feature) {
            json.field("id", &feature.id).field("name", &feature.name);
        }
    }

    fn pair(&self, json: &mut Json, one: &Match) {
        json.name("row").open('{');
        self.row(json, one.row);
        json.close('}').name("feature").open('{');
        self.feature(json, one.feature);
        json.close('}');
    }
}

/// A list of objects.
fn list<T>(json: &mut Json, name: &str, all: &[T], write: impl Fn(&mut Json, &T)) {
    json.name(name).open('[');
    for one in all {
        json.open('{');
        write(json, one);
        json.close('}');
    }
    json.close(']');
}
