//! Rows of a table → features of a map: by id, name or any property, without regard to case, marks
//! and punctuation. What only looks alike is a guess, told and never applied.

use super::collation::fold;
use super::feature_keys::FeatureKeys;
use super::table::Table;
use crate::error::{Error, Input, TextPosition};
use std::collections::HashMap;

/// A guess may differ by one letter in so many, and by so many letters at most.
const LETTERS: usize = 5;
const MOST_DISTANCE: usize = 3;
/// Of more rows that fit nowhere no guesses are made.
const MOST_GUESSES: usize = 1000;

/// A row that names a feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Index of the row.
    pub row: usize,
    /// Index of the feature.
    pub feature: usize,
}

/// How the rows of a table fit the features of a map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Join {
    /// The column by which they are joined.
    pub column: String,
    /// What of a feature it names: `id`, `name`, or a property.
    pub key: String,
    /// Rows that name one feature each.
    pub matched: Vec<Match>,
    /// Rows that name none, with the feature whose name looks most alike, and by how many letters
    /// they differ.
    pub guessed: Vec<(Match, usize)>,
    /// Other rows that name none.
    pub unmatched: Vec<usize>,
    /// Features that no row names.
    pub without_row: Vec<usize>,
    /// Rows whose feature a row before has already.
    pub repeated: Vec<Match>,
    /// Rows that name several features, with those.
    pub ambiguous: Vec<(usize, Vec<usize>)>,
}

impl Join {
    /// Joins the rows by one column, or by that which fits best.
    ///
    /// # Errors
    /// `Invalid` where the table has no such column.
    pub fn new(
        features: &[FeatureKeys],
        table: &Table,
        column: Option<&str>,
    ) -> Result<Join, Box<Error>> {
        let keys = Keys::of(features);
        let columns: Vec<usize> = match column {
            Some(name) => vec![table.column(name).ok_or_else(|| unknown(name, table))?],
            None => (0..table.columns.len()).collect(),
        };
        let (column, key) = keys.best(table, &columns);
        let mut join = Join {
            column: table.columns.get(column).cloned().unwrap_or_default(),
            key: keys.names.get(key).cloned().unwrap_or_default(),
            ..Join::default()
        };
        let mut is_taken = vec![false; features.len()];
        for row in 0..table.rows.len() {
            let text = normal(table.cell(row, column));
            match keys.find(&text, key) {
                [] => join.unmatched.push(row),
                &[feature] => match is_taken.get_mut(feature) {
                    Some(taken) if !*taken => {
                        *taken = true;
                        join.matched.push(Match { row, feature });
                    }
                    _ => join.repeated.push(Match { row, feature }),
                },
                several => join.ambiguous.push((row, several.to_vec())),
            }
        }
        let is_free = |feature: &usize| is_taken.get(*feature) == Some(&false);
        join.without_row = (0..features.len()).filter(is_free).collect();
        join.guess(features, table, column);
        Ok(join)
    }

    /// Whether every row has a feature of its own.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let open = [self.guessed.len(), self.unmatched.len(), self.repeated.len()];
        open == [0; 3] && self.ambiguous.is_empty()
    }

    /// Looks among the features without a row for names that are almost those of the rows.
    fn guess(&mut self, features: &[FeatureKeys], table: &Table, column: usize) {
        if self.unmatched.len() > MOST_GUESSES {
            return;
        }
        let mut names = Vec::new();
        for &feature in &self.without_row {
            let Some(of) = features.get(feature) else { continue };
            let properties = of.properties.iter().map(|(_, value)| value);
            let texts = properties.chain([&of.name]).map(|text| normal(text));
            names.extend(texts.map(|text| (feature, text)));
        }
        let (mut guessed, mut left) = (Vec::new(), Vec::new());
        for &row in &self.unmatched {
            match nearest(&normal(table.cell(row, column)), &names) {
                Some((feature, distance)) => guessed.push((Match { row, feature }, distance)),
                None => left.push(row),
            }
        }
        (self.guessed, self.unmatched) = (guessed, left);
    }
}

fn unknown(name: &str, table: &Table) -> Box<Error> {
    Box::new(Error::Invalid {
        input: Input::Table,
        place: TextPosition { line: 1, column: 1 },
        subject: format!("column \"{name}\""),
        problem: format!("is not there; the columns are {}", table.columns.join(", ")),
    })
}

/// A text as it is compared: letters and digits without case and marks, words with one blank
/// between them.
pub(crate) fn normal(text: &str) -> String {
    let plain = fold(text).to_lowercase();
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The feature whose name differs least, if it is the only one and differs by few letters.
fn nearest(text: &str, names: &[(usize, String)]) -> Option<(usize, usize)> {
    let most = (text.chars().count() / LETTERS).min(MOST_DISTANCE);
    let mut best: Option<(usize, usize)> = None;
    let mut is_one = true;
    for (feature, name) in names {
        let distance = strsim::osa_distance(text, name);
        let least = best.map_or(most, |(_, least)| least);
        if distance > least {
            continue;
        }
        match best {
            Some((other, least)) if distance == least => is_one &= other == *feature,
            _ => (best, is_one) = (Some((*feature, distance)), true),
        }
    }
    best.filter(|_| is_one)
}

/// By what features can be named.
struct Keys {
    /// `id`, `name` and the properties, in the order in which they are met.
    names: Vec<String>,
    /// For each, which features have a text.
    features: Vec<HashMap<String, Vec<usize>>>,
}

impl Keys {
    fn of(features: &[FeatureKeys]) -> Keys {
        let names = vec!["id".to_owned(), "name".to_owned()];
        let mut keys = Keys { names, features: vec![HashMap::new(), HashMap::new()] };
        for (index, feature) in features.iter().enumerate() {
            keys.add(0, &feature.id, index);
            keys.add(1, &feature.name, index);
            for (property, value) in &feature.properties {
                let known = keys.names.iter().skip(2).position(|name| name == property);
                let key = known.map_or(keys.names.len(), |known| known + 2);
                if key == keys.names.len() {
                    keys.names.push(property.clone());
                    keys.features.push(HashMap::new());
                }
                keys.add(key, value, index);
            }
        }
        keys
    }

    fn add(&mut self, key: usize, text: &str, feature: usize) {
        let text = normal(text);
        // Natural Earth writes -99 for a code that a region has not.
        if text.is_empty() || text == "99" {
            return;
        }
        if let Some(features) = self.features.get_mut(key) {
            let with = features.entry(text).or_default();
            if with.last() != Some(&feature) {
                with.push(feature);
            }
        }
    }

    /// The features that a text names by a key, or else by the first key by which it names one alone.
    /// A number could be any property, so it is looked for among ids only.
    fn find(&self, text: &str, key: usize) -> &[usize] {
        let found = self.features.get(key).and_then(|features| named(features, text));
        let most = if is_number(text) { 1 } else { self.features.len() };
        let mut others = self.features.iter().take(most).filter_map(|other| named(other, text));
        found.or_else(|| others.find(|found| found.len() == 1)).map_or(&[], Vec::as_slice)
    }

    /// The column and the key by which most features are named; of equals the first. Numbers count
    /// half unless they are ids: a rank or a year may happen to fit.
    fn best(&self, table: &Table, columns: &[usize]) -> (usize, usize) {
        let mut best = (0, columns.first().copied().unwrap_or(0), 1);
        for &column in columns {
            let texts: Vec<String> =
                (0..table.rows.len()).map(|row| normal(table.cell(row, column))).collect();
            for (key, features) in self.features.iter().enumerate() {
                let mut found: Vec<(usize, usize)> = Vec::new();
                for text in &texts {
                    if let Some([feature]) = named(features, text).map(Vec::as_slice) {
                        found.push((*feature, if key > 0 && is_number(text) { 1 } else { 2 }));
                    }
                }
                found.sort_unstable();
                found.dedup_by_key(|(feature, _)| *feature);
                let score: usize = found.iter().map(|(_, worth)| worth).sum();
                if score > best.0 {
                    best = (score, column, key);
                }
            }
        }
        (best.1, best.2)
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The features that a text names; of a number also with more or fewer zeros before it, which
/// spreadsheets drop. Codes have five digits at most.
fn named<'a>(features: &'a HashMap<String, Vec<usize>>, text: &str) -> Option<&'a Vec<usize>> {
    let code = |width: usize| format!("{:0>width$}", text.trim_start_matches('0'));
    let found = features.get(text);
    found.or_else(|| {
        (1..=5).filter(|_| is_number(text)).find_map(|width| features.get(&code(width)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feature(id: &str, name: &str, properties: &[(&str, &str)]) -> FeatureKeys {
        let own = |text: &&str| (*text).to_owned();
        let properties = properties.iter().map(|(key, value)| (own(key), own(value))).collect();
        FeatureKeys { id: id.to_owned(), name: name.to_owned(), properties }
    }

    fn features() -> Vec<FeatureKeys> {
        vec![
            feature("076", "Brazil", &[("iso", "BRA"), ("group", "south")]),
            feature("152", "Chile", &[("iso", "CHL"), ("group", "south")]),
            feature("384", "Côte d'Ivoire", &[("iso", "CIV"), ("group", "west")]),
            feature("", "Somaliland", &[("iso", "-99"), ("group", "east")]),
        ]
    }

    fn join(table: &str, column: Option<&str>) -> Join {
        Join::new(&features(), &Table::parse(table.as_bytes()).unwrap(), column).unwrap()
    }

    fn pairs(join: &Join) -> Vec<(usize, usize)> {
        join.matched.iter().map(|one| (one.row, one.feature)).collect()
    }

    #[test]
    fn the_column_and_the_key_that_fit_best_are_found() {
        for (text, column, key) in [
            ("what,code\n1,bra\n2,CHL\n", "code", "iso"),
            ("n,place\n7,BRAZIL\n8,chile\n", "place", "name"),
            ("n;number\n1;76\n2;152\n", "number", "id"),
        ] {
            let join = join(text, None);
            assert_eq!((join.column.as_str(), join.key.as_str()), (column, key));
            assert_eq!(pairs(&join), [(0, 0), (1, 1)]);
            assert_eq!(join.without_row, [2, 3]);
            assert!(join.is_complete());
        }
    }

    #[test]
    fn case_marks_and_punctuation_do_not_matter_and_a_row_may_use_another_key() {
        let join = join("name\nCOTE D’IVOIRE\nChile\n076\n", Some("name"));
        assert_eq!(pairs(&join), [(0, 2), (1, 1), (2, 0)]);
    }

    #[test]
    fn what_looks_alike_is_a_guess_with_its_distance_and_not_a_match() {
        let join = join("name\nBrasil\nChile\nSomalilnad\nAtlantis\n", None);
        assert_eq!(pairs(&join), [(1, 1)]);
        let guesses: Vec<_> =
            join.guessed.iter().map(|(one, far)| (one.row, one.feature, *far)).collect();
        assert_eq!(guesses, [(0, 0, 1), (2, 3, 1)]);
        assert_eq!((join.unmatched.as_slice(), join.is_complete()), ([3].as_slice(), false));
    }

    #[test]
    fn repeated_and_ambiguous_rows_are_told() {
        let twice = join("name\nChile\nchile\n", None);
        assert_eq!(twice.repeated, [Match { row: 1, feature: 1 }]);
        assert!(!twice.is_complete());
        let mut all = features();
        all.push(feature("900", "Chile", &[]));
        let table = Table::parse(b"name\nBrazil\nChile\n").unwrap();
        let join = Join::new(&all, &table, None).unwrap();
        assert_eq!(join.ambiguous, [(1, vec![1, 4])]);
    }

    #[test]
    fn no_data_code_joins_nothing_and_an_unknown_column_is_an_error() {
        assert_eq!(pairs(&join("iso\n-99\nBRA\n", None)), [(1, 0)]);
        let table = Table::parse(b"a,b\n1,2\n").unwrap();
        let error = Join::new(&features(), &table, Some("c")).unwrap_err().to_string();
        assert_eq!(
            error,
            "table, line 1, column 1: column \"c\": is not there; the columns are a, b"
        );
    }

    #[test]
    fn the_order_of_features_does_not_matter() {
        let mut all = features();
        all.reverse();
        let table = Table::parse(b"name\nBrazil\nChile\nBrasil\n").unwrap();
        let turned = Join::new(&all, &table, None).unwrap();
        let plain = Join::new(&features(), &table, None).unwrap();
        let count = |join: &Join| (join.matched.len(), join.guessed.len(), join.without_row.len());
        assert_eq!(count(&turned), count(&plain));
    }
}
