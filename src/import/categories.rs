//! The column that colours the map → a category for each row.

use super::classes::Classes;
use super::columns::{Choice, Kind, MOST_CATEGORIES};
use super::numbers::{Number, is_nothing, value};
use super::palette::{self, Look};
use super::settings::Settings;
use super::words::{self, Words};
use super::work::Work;
use crate::data::collation::fold;

/// What the map shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Categories {
    /// Name and looks of each, in the order of the legend.
    pub list: Vec<(String, Look)>,
    /// The category of each row; None for one without a value.
    pub rows: Vec<Option<usize>>,
    /// Where classes of numbers begin but the first; empty for texts.
    pub limits: Vec<String>,
    /// How many cells are no numbers.
    pub unread: usize,
}

impl Categories {
    /// The categories of a table.
    pub(super) fn of(
        work: &Work<'_>,
        settings: &Settings,
        warnings: &mut Vec<String>,
    ) -> Categories {
        let words = words::of(settings.language.as_deref());
        match &work.chosen.value {
            None => Categories {
                list: palette::categories(1)
                    .into_iter()
                    .map(|look| (words.listed.to_owned(), look))
                    .collect(),
                rows: vec![Some(0); work.table.rows.len()],
                ..Categories::default()
            },
            Some(Choice { column, kind: Kind::Texts, .. }) => texts(work, *column, words, warnings),
            Some(Choice { column, kind: Kind::Numbers(mark), .. }) => {
                if mark.is_supposed {
                    let name =
                        work.table.columns.get(*column).map(String::as_str).unwrap_or_default();
                    let as_what = if mark.mark == b'.' { "point is" } else { "comma is" };
                    warnings.push(format!(
                        "column \"{name}\": the {as_what} taken for the decimal mark, as nothing in it tells; the setting \"decimal\" says otherwise"
                    ));
                }
                numbers(work, *column, mark.mark, settings, words, warnings)
            }
        }
    }
}

/// Texts in order of how many rows have them, equals in the order of the table. Those that differ in
/// case or marks alone are one.
fn texts(work: &Work<'_>, column: usize, words: &Words, warnings: &mut Vec<String>) -> Categories {
    // The folded text, the text as it is first met, and how many regions have it.
    let mut found: Vec<(String, &str, usize)> = Vec::new();
    let mut of_rows = vec![None; work.table.rows.len()];
    for one in &work.join.matched {
        let cell = work.table.cell(one.row, column);
        if is_nothing(cell) {
            continue;
        }
        let folded = fold(cell);
        let known = found.iter().position(|(own, ..)| *own == folded);
        let index = known.unwrap_or(found.len());
        if known.is_none() {
            found.push((folded, cell, 0));
        }
        if let Some((_, first, count)) = found.get_mut(index) {
            *count += 1;
            if *first != cell {
                let place = work.place(one.row, column);
                warnings.push(format!("{place}: \"{cell}\" is taken for \"{first}\""));
            }
        }
        if let Some(slot) = of_rows.get_mut(one.row) {
            *slot = Some(index);
        }
    }
    let mut order: Vec<usize> = (0..found.len()).collect();
    let count_of = |index: &usize| found.get(*index).map_or(0, |(.., count)| *count);
    order.sort_by_key(|index| std::cmp::Reverse(count_of(index)));
    let shown = order.len().min(MOST_CATEGORIES);
    let mut list: Vec<(String, Look)> = Vec::new();
    for (index, look) in order.iter().zip(palette::categories(shown)) {
        list.extend(found.get(*index).map(|(_, text, _)| ((*text).to_owned(), look)));
    }
    if order.len() > shown {
        list.push((words.other.to_owned(), palette::OTHER));
        warnings.push(format!(
            "{} categories; the {shown} most frequent are shown, the others as \"{}\"",
            order.len(),
            words.other
        ));
    }
    let place =
        |index: usize| order.iter().position(|own| *own == index).map(|place| place.min(shown));
    let rows = of_rows.into_iter().map(|own| own.and_then(place)).collect();
    Categories { list, rows, ..Categories::default() }
}

/// Numbers in classes. A cell that is no number is told, and its row has no value.
fn numbers(
    work: &Work<'_>,
    column: usize,
    mark: u8,
    settings: &Settings,
    words: &Words,
    warnings: &mut Vec<String>,
) -> Categories {
    let unit = settings.unit.as_deref().unwrap_or_default();
    let mut read: Vec<(usize, Number)> = Vec::new();
    let mut unread = 0;
    for one in &work.join.matched {
        let cell = work.table.cell(one.row, column);
        match Number::read(cell, mark, unit) {
            _ if is_nothing(cell) => {}
            Some(number) => read.push((one.row, number)),
            None => {
                unread += 1;
                let place = work.place(one.row, column);
                warnings.push(format!(
                    "{place}: \"{cell}\" is not a number; the region is drawn without data"
                ));
            }
        }
    }
    let texts: Vec<&str> = read.iter().map(|(_, number)| number.text.as_str()).collect();
    if texts.is_empty() {
        let rows = vec![None; work.table.rows.len()];
        return Categories { rows, unread, ..Categories::default() };
    }
    let classes = Classes::of(&texts, settings, words);
    let midpoint = settings.midpoint.as_deref().map_or(0.0, value);
    let looks = palette::ramp(settings.ramp.as_deref(), &classes.limits, midpoint);
    let mut rows = vec![None; work.table.rows.len()];
    for (row, number) in &read {
        if let Some(slot) = rows.get_mut(*row) {
            *slot = Some(classes.class(number.value));
        }
    }
    Categories {
        list: classes.labels.into_iter().zip(looks).collect(),
        rows,
        limits: classes.limits,
        unread,
    }
}
