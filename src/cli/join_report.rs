//! `check MAP TABLE`: how the rows of a table fit the features of a map, in words or as JSON.

use crate::data::feature_keys::FeatureKeys;
use crate::data::join::{Join, Match};
use crate::data::table::Table;
use serde_json::{Value, json};
use std::error::Error;
use std::fmt::Write;
use std::process::ExitCode;

/// So many of a kind are written out in words; JSON has all.
const MOST: usize = 20;

/// Ends with 0 where every row has a feature of its own, else with 2.
pub(super) fn check(
    map: &[u8],
    table: &[u8],
    options: &[&str],
) -> Result<ExitCode, Box<dyn Error>> {
    let (mut column, mut is_json) = (None, false);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match (*option, options.next()) {
            ("--join", Some(name)) => column = Some(*name),
            ("--format", Some(&"json")) => is_json = true,
            ("--format", Some(&"text")) => is_json = false,
            (option, _) => {
                let known = "known are --join COLUMN and --format json or text";
                return Err(format!("the option {option} is not known here; {known}").into());
            }
        }
    }
    let features = FeatureKeys::read(map)?;
    let table = Table::parse(table)?;
    let report = Report { join: Join::new(&features, &table, column)?, features, table };
    if is_json {
        println!("{:#}", report.json());
    } else {
        print!("{}", report.words());
    }
    let is_good = report.join.is_complete() && report.table.problems.is_empty();
    Ok(if is_good { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

struct Report {
    features: Vec<FeatureKeys>,
    table: Table,
    join: Join,
}

impl Report {
    fn line(&self, row: usize) -> usize {
        self.table.rows.get(row).map_or(0, |row| row.line)
    }

    /// What a row has in the column of the join.
    fn text(&self, row: usize) -> &str {
        let column = self.table.column(&self.join.column);
        let row = self.table.rows.get(row);
        let cell = row.zip(column).and_then(|(row, column)| row.cells.get(column));
        cell.map(String::as_str).unwrap_or_default()
    }

    fn name(&self, feature: usize) -> &str {
        self.features.get(feature).map(|feature| feature.name.as_str()).unwrap_or_default()
    }

    fn id(&self, feature: usize) -> &str {
        self.features.get(feature).map(|feature| feature.id.as_str()).unwrap_or_default()
    }

    fn words(&self) -> String {
        let Join { column, key, matched, guessed, unmatched, without_row, repeated, ambiguous } =
            &self.join;
        let (rows, features) = (self.table.rows.len(), self.features.len());
        let row = |row: usize| format!("line {}: \"{}\"", self.line(row), self.text(row));
        let same = |one: &Match| format!("{} is {} again", row(one.row), self.name(one.feature));
        let guess = |(one, far): &(Match, usize)| {
            format!("{} looks like \"{}\" (distance {far})", row(one.row), self.name(one.feature))
        };
        let several = |(one, all): &(usize, Vec<usize>)| {
            let names: Vec<&str> = all.iter().map(|&feature| self.name(feature)).collect();
            format!("{} is each of {}", row(*one), names.join(", "))
        };
        let free = |&feature: &usize| format!("\"{}\" {}", self.name(feature), self.id(feature));
        let mut text = format!(
            "{rows} rows, {features} features; column \"{column}\" names the features by {key}\n\
             rows with a feature of their own: {}\n",
            matched.len()
        );
        let parts: [(&str, Vec<String>); 6] = [
            ("rows that only look like a feature, and are not used", map(guessed, guess)),
            ("rows that name no feature", map(unmatched, |&one| row(one))),
            ("rows that name a feature again", map(repeated, same)),
            ("rows that name several features", map(ambiguous, several)),
            ("rows that cannot be read", map(&self.table.problems, ToString::to_string)),
            ("features without a row", map(without_row, free)),
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
        text
    }

    fn json(&self) -> Value {
        let row = |row: usize| json!({ "line": self.line(row), "text": self.text(row) });
        let feature =
            |feature: usize| json!({ "id": self.id(feature), "name": self.name(feature) });
        let pair = |one: &Match| json!({ "row": row(one.row), "feature": feature(one.feature) });
        let guess = |(one, distance): &(Match, usize)| json!({ "row": row(one.row), "feature": feature(one.feature), "distance": distance });
        let several = |(one, all): &(usize, Vec<usize>)| json!({ "row": row(*one), "features": map(all, |&one| feature(one)) });
        let Join { column, key, matched, guessed, unmatched, without_row, repeated, ambiguous } =
            &self.join;
        json!({
            "column": column,
            "key": key,
            "matched": map(matched, pair),
            "guessed": map(guessed, guess),
            "unmatched": map(unmatched, |&one| row(one)),
            "repeated": map(repeated, pair),
            "ambiguous": map(ambiguous, several),
            "withoutRow": map(without_row, |&one| feature(one)),
            "problems": map(&self.table.problems, ToString::to_string),
        })
    }
}

fn map<T, U>(list: &[T], write: impl FnMut(&T) -> U) -> Vec<U> {
    list.iter().map(write).collect()
}
