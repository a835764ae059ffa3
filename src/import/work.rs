//! Both files of an author, read and joined.

use super::columns::{self, Chosen};
use super::settings::Settings;
use super::{countries, features};
use crate::data::feature_keys::FeatureKeys;
use crate::data::features::Features;
use crate::data::join::{Join, Match};
use crate::data::map_file::MapFile;
use crate::data::table::{Table, TableRow};
use crate::error::{Error, TextPosition};

/// Both files, read and joined.
pub(crate) struct Work<'a> {
    /// The file of the rows, for the places of cells.
    source: Option<&'a [u8]>,
    /// The map, with ids of its own for all features.
    pub(super) features: Features,
    /// By what they can be named, in the same order.
    pub(crate) keys: Vec<FeatureKeys>,
    /// The rows.
    pub(crate) table: Table,
    /// How they fit.
    pub(crate) join: Join,
    /// Which columns are shown.
    pub(super) chosen: Chosen,
    /// What an author should know.
    pub(crate) warnings: Vec<String>,
}

impl<'a> Work<'a> {
    /// Reads and joins both files.
    ///
    /// # Errors
    /// As [`super::import`].
    pub(crate) fn new(
        map: &[u8],
        table: Option<&'a [u8]>,
        settings: &Settings,
    ) -> Result<Work<'a>, Box<Error>> {
        let object = settings.object.as_deref();
        let is_planar = settings.projection.as_ref().is_some_and(|it| it.starts_with("identity"));
        let mut features = MapFile::parse_object(map, object, is_planar)?.join();
        if is_planar {
            features::fit(&mut features);
        }
        let mut keys = FeatureKeys::of(&features, map, object)?;
        let known = countries::of(&keys);
        features::name(&mut features, &mut keys, &known, settings);
        let source = table;
        let (table, join) = match source {
            Some(bytes) => {
                let table = Table::parse(bytes)?;
                countries::add_names(&mut keys, &known);
                let join = Join::new(&keys, &table, settings.join.as_deref())?;
                (table, join)
            }
            None => of_properties(&keys),
        };
        let chosen = columns::choose(&table, &join, &keys, settings)?;
        let mut warnings = features::identify(&mut features, &mut keys, &known);
        warnings.extend(chosen.warnings.iter().cloned());
        Ok(Work { source, features, keys, table, join, chosen, warnings })
    }

    /// What a row has in the column of the join.
    pub(crate) fn text(&self, row: usize) -> &str {
        self.table.column(&self.join.column).map_or("", |column| self.table.cell(row, column))
    }

    /// Whether every row could be read and has a feature of its own.
    #[cfg(not(target_os = "unknown"))]
    pub(crate) fn is_complete(&self) -> bool {
        self.join.is_complete() && self.table.problems.is_empty()
    }

    /// The column that colours the map, and why.
    #[cfg(not(target_os = "unknown"))]
    pub(crate) fn value(&self) -> Option<(&str, &str)> {
        let value = self.chosen.value.as_ref()?;
        Some((self.table.columns.get(value.column)?, value.why))
    }

    /// Where a cell stands, in words.
    pub(super) fn place(&self, row: usize, column: usize) -> String {
        let place = self.source.and_then(|source| self.table.place(source, row, column));
        match place {
            Some(TextPosition { line, column }) => format!("table, line {line}, column {column}"),
            None => format!("feature {}", row + 1),
        }
    }
}

/// The properties of the features as rows, each joined to its own feature.
fn of_properties(keys: &[FeatureKeys]) -> (Table, Join) {
    let mut columns = vec!["name".to_owned()];
    for (name, _) in keys.iter().flat_map(|feature| &feature.properties) {
        if !columns.contains(name) {
            columns.push(name.clone());
        }
    }
    let mut rows = Vec::new();
    for (index, feature) in keys.iter().enumerate() {
        let mut cells = vec![String::new(); columns.len()];
        for (name, value) in
            [("name".to_owned(), feature.name.clone())].iter().chain(&feature.properties)
        {
            let column = columns.iter().position(|column| column == name);
            if let Some(cell) = column.and_then(|column| cells.get_mut(column)) {
                value.trim().clone_into(cell);
            }
        }
        rows.push(TableRow { line: index + 1, cells });
    }
    let matched = (0..rows.len()).map(|row| Match { row, feature: row }).collect();
    let join = Join { column: "name".into(), key: "name".into(), matched, ..Join::default() };
    (Table { columns, rows, problems: Vec::new(), separator: None }, join)
}
