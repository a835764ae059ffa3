//! An author's own map and table → a packed map and its facts, as a page reads them, and a report of
//! how they were understood. Pure: no file, no clock. What could not be read is in the report, and
//! never guessed at in silence.

mod categories;
mod classes;
mod columns;
mod countries;
mod facts;
mod features;
mod json;
mod numbers;
mod palette;
mod report;
pub(crate) mod settings;
mod words;
pub(crate) mod work;

use crate::data::arcs;
use crate::error::Error;
use categories::Categories;
use report::Report;
use settings::Settings;
use work::Work;

/// What an import makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The map as quantised arcs; its features have ids, no two alike.
    pub map: Vec<u8>,
    /// The facts as JSON, schema `summit-map/1`.
    pub facts: Vec<u8>,
    /// What was understood, as a JSON object: how rows and features were joined (`column`, `key`,
    /// `matched`, `guessed`, `unmatched`, `repeated`, `ambiguous`, `withoutRow`, `problems`), what
    /// was `chosen` and why, and `warnings`, a list of sentences.
    pub report: String,
}

/// Makes a map and its facts of an author's own files: `map` is GeoJSON, TopoJSON or arcs; `table` is
/// CSV, TSV or a JSON list, and without one the properties of the features are the rows.
///
/// # Errors
/// Whatever is wrong with either file, with line and column; `Invalid` for a setting that names a
/// column or an object that is not there. Rows and cells that do not fit are no error: they are
/// told in the report.
pub fn import(
    map: &[u8],
    table: Option<&[u8]>,
    settings: &Settings,
) -> Result<Imported, Box<Error>> {
    let work = Work::new(map, table, settings)?;
    Ok(write(&work, &Outcome::of(&work, settings), settings))
}

/// Writes what was read, joined and put into categories.
pub(crate) fn write(work: &Work<'_>, outcome: &Outcome, settings: &Settings) -> Imported {
    let Outcome { categories, warnings } = outcome;
    Imported {
        map: arcs::write(&work.features),
        facts: facts::write(work, categories, settings).into_bytes(),
        report: Report { work, categories, settings, warnings }.json(),
    }
}

/// What a map shows of an author's files.
pub(crate) struct Outcome {
    categories: Categories,
    /// What the author should know.
    pub(crate) warnings: Vec<String>,
}

impl Outcome {
    /// Finds categories and their looks.
    pub(crate) fn of(work: &Work<'_>, settings: &Settings) -> Outcome {
        let mut warnings = work.warnings.clone();
        let categories = Categories::of(work, settings, &mut warnings);
        Outcome { categories, warnings }
    }

    /// The labels of the categories, in the order of the legend.
    #[cfg(not(target_os = "unknown"))]
    pub(crate) fn labels(&self) -> Vec<&str> {
        self.categories.list.iter().map(|(label, _)| label.as_str()).collect()
    }

    /// How many cells of the column that colours the map are no numbers.
    #[cfg(not(target_os = "unknown"))]
    pub(crate) fn unread(&self) -> usize {
        self.categories.unread
    }
}
