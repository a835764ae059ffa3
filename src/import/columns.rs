//! Which columns of a table are shown: what colours the map, what names the regions, and what is
//! said of them.

use super::numbers::{DecimalMark, Number, decimal_mark, is_nothing};
use super::settings::Settings;
use super::words;
use crate::data::collation::fold;
use crate::data::feature_keys::FeatureKeys;
use crate::data::join::Join;
use crate::data::table::Table;
use crate::error::{Error, Input, TextPosition};

/// So many categories can be told apart; a column of more texts is no question with an answer.
pub(super) const MOST_CATEGORIES: usize = 12;
/// Of ten cells so many have to be numbers, or the column is one of texts.
const NUMBERS_IN_TEN: usize = 8;
/// Columns that hold a time, which is rarely what a map is about.
const TIMES: [&str; 12] = [
    "year", "date", "month", "day", "time", "ano", "anno", "fecha", "data", "annee", "jahr",
    "periodo",
];

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Numbers, with this decimal mark.
    Numbers(DecimalMark),
    /// Texts.
    Texts,
}

/// A column that was chosen, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// Index in the table.
    pub column: usize,
    /// What it holds.
    pub kind: Kind,
    /// Why it was chosen, in words.
    pub why: &'static str,
}

/// The columns of a table that are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    /// What colours the map; None where no column can.
    pub value: Option<Choice>,
    /// What names the regions; None for the names of the map.
    pub label: Option<usize>,
    /// What each column holds.
    pub kinds: Vec<Kind>,
    /// By which column rows and features are joined; None for properties of the map.
    pub key: Option<usize>,
    /// What an author should know of the choice.
    pub warnings: Vec<String>,
}

/// Chooses the columns of a table.
///
/// # Errors
/// `Invalid` for a setting that names a column which is not there.
pub(super) fn choose(
    table: &Table,
    join: &Join,
    keys: &[FeatureKeys],
    settings: &Settings,
) -> Result<Chosen, Box<Error>> {
    let named = |setting: &Option<String>| -> Result<Option<usize>, Box<Error>> {
        match setting {
            Some(name) => Ok(Some(table.column(name).ok_or_else(|| unknown(name, table))?)),
            None => Ok(None),
        }
    };
    let (value, label) = (named(&settings.value)?, named(&settings.label)?);
    let key = table.column(&join.column);
    let kinds: Vec<Kind> =
        (0..table.columns.len()).map(|column| kind(table, column, settings)).collect();
    let mut chosen = Chosen { value: None, label, kinds, key, warnings: Vec::new() };
    let columns = Columns { table, join, keys, chosen: &chosen };
    let found = match value {
        Some(column) => Some((column, "it is the one that was asked for")),
        None => columns.value(),
    };
    let label = label.or_else(|| columns.label(found.map(|(column, _)| column)));
    let kind_of = |column: usize| chosen.kinds.get(column).copied().unwrap_or(Kind::Texts);
    chosen.value = found.map(|(column, why)| Choice { column, why, kind: kind_of(column) });
    chosen.label = label;
    if chosen.value.is_none() {
        let none = "no column could colour the map: each names the regions, or has one text for \
                    all or more than 12 different ones; name one by the setting \"value\"";
        chosen.warnings.push(none.into());
    }
    Ok(chosen)
}

fn unknown(name: &str, table: &Table) -> Box<Error> {
    Box::new(Error::Invalid {
        input: Input::Table,
        place: TextPosition { line: 1, column: 1 },
        subject: format!("column \"{name}\""),
        problem: format!("is not there; the columns are {}", table.columns.join(", ")),
    })
}

/// What a column holds: numbers if at least eight of ten cells with a value are.
fn kind(table: &Table, column: usize, settings: &Settings) -> Kind {
    let cells = || table.cells(column).filter(|cell| !is_nothing(cell));
    let unit = settings.unit.as_deref().unwrap_or_default();
    let usual = match table.separator {
        // JSON has a point, and so have the files of most programs.
        None | Some(b',') => b'.',
        // A semicolon separates where the comma is for decimals.
        Some(b';') => b',',
        Some(_) => words::of(settings.language.as_deref()).decimal.bytes().next().unwrap_or(b'.'),
    };
    let mut mark = decimal_mark(cells(), unit, usual);
    if let Some(given) = settings.decimal {
        mark = DecimalMark { mark: given, is_supposed: false };
    }
    let numbers = cells().filter(|cell| Number::read(cell, mark.mark, unit).is_some()).count();
    let all = cells().count();
    if all > 0 && numbers * 10 >= all * NUMBERS_IN_TEN { Kind::Numbers(mark) } else { Kind::Texts }
}

struct Columns<'a> {
    table: &'a Table,
    join: &'a Join,
    keys: &'a [FeatureKeys],
    chosen: &'a Chosen,
}

impl Columns<'_> {
    /// The first column that could colour the map, by preference one that is no time.
    fn value(&self) -> Option<(usize, &'static str)> {
        let mut times = None;
        for column in 0..self.table.columns.len() {
            if Some(column) == self.chosen.key || Some(column) == self.chosen.label {
                continue;
            }
            let Some(why) = self.could_be_value(column) else { continue };
            if !self.is_time(column) {
                return Some((column, why));
            }
            times = times.or(Some((column, why)));
        }
        times
    }

    fn could_be_value(&self, column: usize) -> Option<&'static str> {
        let texts = self.distinct(column);
        let is_one_for_all = texts.len() == 1 && self.table.rows.len() > 1;
        if texts.is_empty() || is_one_for_all || self.is_name(column) || self.is_code(column) {
            return None;
        }
        match self.chosen.kinds.get(column) {
            Some(Kind::Numbers(_)) => Some("it is the first column with numbers or few texts"),
            _ if texts.len() > MOST_CATEGORIES => None,
            // Of few rows each may have a text of its own.
            _ if texts.len() * 2 > self.table.rows.len() && self.table.rows.len() > 6 => None,
            _ => Some("it is the first column with numbers or few texts"),
        }
    }

    /// The column that names the regions, where the map has no names: the first texts, no two alike.
    fn label(&self, value: Option<usize>) -> Option<usize> {
        let has_names = self.keys.iter().any(|feature| feature.name != feature.id);
        if has_names {
            return None;
        }
        let is_name = |column: &usize| {
            let is_text = self.chosen.kinds.get(*column) == Some(&Kind::Texts);
            let texts = self.distinct(*column);
            let longest = texts.iter().map(|text| text.len()).max().unwrap_or(0);
            is_text && Some(*column) != value && texts.len() == self.table.rows.len() && longest > 3
        };
        (0..self.table.columns.len()).find(is_name)
    }

    /// Whether half of the cells are names or codes of their rows' features.
    fn is_name(&self, column: usize) -> bool {
        let mut same = 0;
        for one in &self.join.matched {
            let Some(feature) = self.keys.get(one.feature) else { continue };
            let cell = fold(self.table.cell(one.row, column));
            let properties = feature.properties.iter().map(|(_, value)| value);
            let texts = [&feature.id, &feature.name].into_iter();
            // Without a table the column is itself a property.
            let is_text = self.join.column != self.join.key || self.table.separator.is_some();
            let mut texts = texts.chain(properties.filter(|_| is_text));
            same += usize::from(texts.any(|text| fold(text) == cell));
        }
        same > 0 && same * 2 >= self.join.matched.len()
    }

    /// Whether the cells are codes: a zero stands before their digits.
    fn is_code(&self, column: usize) -> bool {
        let is_code = |cell: &str| {
            cell.len() > 1 && cell.starts_with('0') && cell.bytes().all(|b| b.is_ascii_digit())
        };
        self.table.cells(column).any(is_code)
    }

    fn is_time(&self, column: usize) -> bool {
        is_time(self.table, column)
    }

    fn distinct(&self, column: usize) -> Vec<&str> {
        let mut texts: Vec<&str> =
            self.table.cells(column).filter(|cell| !is_nothing(cell)).collect();
        texts.sort_unstable();
        texts.dedup();
        texts
    }
}

/// Whether a column holds years or other times, by its name.
pub(super) fn is_time(table: &Table, column: usize) -> bool {
    let name = fold(table.columns.get(column).map(String::as_str).unwrap_or_default());
    name.split(|c: char| !c.is_alphanumeric()).any(|word| TIMES.contains(&word))
}
