//! The files that a map is made of, as bytes.

use super::MAP;
use super::drawing::check_plain;
use crate::data::facts::Facts;
use crate::data::feature_keys::FeatureKeys;
use crate::data::features::Features;
use crate::data::join::Join;
use crate::data::table::Table;
use crate::render::xml;
use crate::{Error, Map, Options, pack};
use std::sync::LazyLock;

/// Whatever is wrong, the message says something and names a place in the file.
fn check_error(error: &Error, files: &[&[u8]]) {
    let lines = |file: &&[u8]| file.split(|&byte| matches!(byte, b'\n' | b'\r')).count();
    let most = files.iter().map(lines).max().unwrap_or_default();
    assert!(!error.to_string().is_empty() && !error.code().is_empty());
    assert!(
        error.place().is_none_or(|at| (1..=most).contains(&at.line) && at.column >= 1),
        "{error}"
    );
}

/// A map in any format. What can be read can be packed, and says the same when it is read again.
pub(super) fn map(bytes: &[u8]) {
    match Features::parse(bytes) {
        Err(error) => check_error(&error, &[bytes]),
        Ok(read) => {
            // Arcs have no degrees in which some files are.
            if let Ok(packed) = pack(bytes) {
                let again = Features::parse(&packed).expect("what was packed is read");
                let ids = |map: &Features| -> Vec<String> {
                    map.features.iter().map(|feature| feature.id.clone()).collect()
                };
                assert_eq!(ids(&again), ids(&read));
            }
            if let Ok(keys) = FeatureKeys::read(bytes) {
                assert_eq!(keys.len(), read.features.len());
            }
        }
    }
}

/// Facts, and after a zero byte further facts.
pub(super) fn facts(bytes: &[u8]) {
    let mut parts = bytes.splitn(2, |&byte| byte == 0);
    let (first, more) = (parts.next().unwrap_or_default(), parts.next());
    if let Err(error) = Facts::parse(first) {
        return check_error(&error, &[first]);
    }
    let mut map = match Map::new(MAP.as_bytes(), first, Options::default()) {
        Ok(map) => map,
        Err(error) => return check_error(&error, &[first, MAP.as_bytes()]),
    };
    check_plain(&map.svg());
    if let Some(more) = more {
        let before = map.facts().clone();
        match map.add_facts(more) {
            Ok(()) => assert!(map.facts().claims.len() >= before.claims.len()),
            Err(error) => {
                check_error(&error, &[more]);
                assert_eq!(map.facts(), &before, "of a faulty file nothing is taken");
            }
        }
    }
    assert!(!xml::text(&map.fact_list()).is_empty());
}

static KEYS: LazyLock<Vec<FeatureKeys>> =
    LazyLock::new(|| FeatureKeys::read(MAP.as_bytes()).unwrap_or_default());

/// An author's table, joined to a map. Every row and every feature is told of once.
pub(super) fn table(bytes: &[u8]) {
    let table = match Table::parse(bytes) {
        Ok(table) => table,
        Err(error) => return check_error(&error, &[bytes]),
    };
    assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len() && row.line >= 1));
    for problem in &table.problems {
        check_error(problem, &[bytes]);
    }
    let columns = table.columns.iter().take(4).map(|column| Some(column.as_str()));
    for column in columns.chain([None]) {
        let join = Join::new(&KEYS, &table, column).expect("the column is there");
        let told = [join.guessed.len(), join.unmatched.len(), join.repeated.len()];
        let rows = join.matched.len() + told.iter().sum::<usize>() + join.ambiguous.len();
        assert_eq!(rows, table.rows.len(), "rows");
        assert_eq!(join.matched.len() + join.without_row.len(), KEYS.len(), "features");
    }
}
