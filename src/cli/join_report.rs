//! How the rows of a table fit the features of a map and what is shown of them, in words.

use crate::data::join::{Join, Match};
use crate::import::Outcome;
use crate::import::work::Work;
use std::fmt::Write;

/// So many of a kind are written out in words; JSON has all.
const MOST: usize = 20;

/// The report of an import for a reader.
pub(super) fn words(work: &Work<'_>, outcome: &Outcome) -> String {
    let Work { keys, table, join, .. } = work;
    let Join { column, key, matched, guessed, unmatched, without_row, repeated, ambiguous } = join;
    let name = |feature: usize| keys.get(feature).map_or("", |feature| feature.name.as_str());
    let id = |feature: usize| keys.get(feature).map_or("", |feature| feature.id.as_str());
    let line = |row: usize| table.rows.get(row).map_or(0, |row| row.line);
    let row = |row: usize| format!("line {}: \"{}\"", line(row), work.text(row));
    let same = |one: &Match| format!("{} is {} again", row(one.row), name(one.feature));
    let guess = |(one, far): &(Match, usize)| {
        format!("{} looks like \"{}\" (distance {far})", row(one.row), name(one.feature))
    };
    let several = |(one, all): &(usize, Vec<usize>)| {
        let names: Vec<&str> = all.iter().map(|&feature| name(feature)).collect();
        format!("{} is each of {}", row(*one), names.join(", "))
    };
    let free = |&feature: &usize| format!("\"{}\" {}", name(feature), id(feature));
    let mut text = format!(
        "{} rows, {} features; column \"{column}\" names the features by {key}\n\
         rows with a feature of their own: {}\n",
        table.rows.len(),
        keys.len(),
        matched.len()
    );
    let parts: [(&str, Vec<String>); 7] = [
        ("rows that only look like a feature, and are not used", map(guessed, guess)),
        ("rows that name no feature", map(unmatched, |&one| row(one))),
        ("rows that name a feature again", map(repeated, same)),
        ("rows that name several features", map(ambiguous, several)),
        ("rows that cannot be read", map(&table.problems, ToString::to_string)),
        ("features without a row", map(without_row, free)),
        ("to know", outcome.warnings.clone()),
    ];
    for (what, lines) in parts.iter().filter(|(_, lines)| !lines.is_empty()) {
        // Writing to a text does not fail.
        let _ = writeln!(text, "{what}: {}", lines.len());
        for line in lines.iter().take(MOST) {
            let _ = writeln!(text, "  {line}");
        }
        if lines.len() > MOST {
            let _ = writeln!(text, "  and {} more; --format json has all", lines.len() - MOST);
        }
    }
    if let Some((column, why)) = work.value() {
        let labels = outcome.labels().join(" | ");
        let _ = writeln!(text, "shown: column \"{column}\" ({why})\n  {labels}");
    }
    text
}

fn map<T, U>(list: &[T], write: impl FnMut(&T) -> U) -> Vec<U> {
    list.iter().map(write).collect()
}
