//! `summit-map check MAP TABLE`, as it is called: exit codes, words and JSON.

#![cfg(not(target_os = "unknown"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output};

const MAP: &str = "data/americas.geojson";

/// A table in a file of its own.
fn table(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn check(map: &str, table: &PathBuf, options: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_summit-map"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["check", map]).arg(table).args(options);
    command.output().unwrap()
}

fn words(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_table_that_fits_ends_with_0_and_says_by_what() {
    let table = table("fits.csv", "Land;Code;Jahr\nBrasilien;BRA;2022\nChile;chl;2022\n");
    let (code, out, error) = words(&check(MAP, &table, &[]));
    assert_eq!((code, error.as_str()), (Some(0), ""), "{out}");
    let first = "2 rows, 58 features; column \"Code\" names the features by id\n\
                 rows with a feature of their own: 2\nfeatures without a row: 56\n";
    assert!(out.starts_with(first), "{out}");
    assert!(out.contains("and 36 more; --format json has all"), "{out}");
}

#[test]
fn what_does_not_fit_ends_with_2_and_is_told_by_line() {
    let text = "country,status\nBrazil,a\nArgentinia,b\nChile,c\nchile,d\nNarnia,e\nPeru\n";
    let (code, out, _) = words(&check(MAP, &table("partly.csv", text), &["--join", "country"]));
    assert_eq!(code, Some(2), "{out}");
    for line in [
        "rows that only look like a feature, and are not used: 1\n  line 3: \"Argentinia\" looks like \"Argentina\" (distance 1)",
        "rows that name no feature: 1\n  line 6: \"Narnia\"",
        "rows that name a feature again: 1\n  line 5: \"chile\" is Chile again",
        "rows that cannot be read: 1\n  table, line 7, column 1: \"Peru\": the row has 1 cells",
    ] {
        assert!(out.contains(line), "{line}\nis not in\n{out}");
    }
}

#[test]
fn the_report_as_json_has_every_row_and_feature() {
    let table = table("rows.json", "[{\"id\":\"BRA\"},{\"id\":\"XXX\"}]");
    let (code, out, _) = words(&check(MAP, &table, &["--format", "json"]));
    let report: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(code, Some(2));
    assert_eq!(report["matched"][0]["feature"]["name"], "Brazil");
    assert_eq!(report["unmatched"][0]["text"], "XXX");
    assert_eq!(report["withoutRow"].as_array().unwrap().len(), 57);
    assert_eq!((report["column"].as_str(), report["key"].as_str()), (Some("id"), Some("id")));
}

#[test]
fn a_facts_file_is_no_table_also_behind_a_byte_order_mark() {
    let facts = include_str!("../data/summit-2022.json");
    for text in [facts.to_owned(), format!("\u{feff}{facts}")] {
        let (code, out, error) = words(&check(MAP, &table("facts.json", &text), &[]));
        assert_eq!((code, error.as_str()), (Some(0), ""), "{out}");
        assert!(out.contains("every row of the facts has a feature on the map"), "{out}");
    }
}

#[test]
fn an_error_ends_with_1_and_says_what_to_do() {
    let good = table("good.csv", "id\nBRA\n");
    let (code, out, error) = words(&check(MAP, &good, &["--join", "land"]));
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(error.contains("column \"land\": is not there; the columns are id"), "{error}");
    let (code, _, error) = words(&check(MAP, &good, &["--fromat", "json"]));
    assert_eq!(code, Some(1));
    assert!(error.contains("--fromat"), "{error}");
    let (code, _, error) = words(&check(MAP, &table("sheet.csv", "PK\u{3}\u{4}"), &[]));
    assert_eq!(code, Some(1));
    assert!(error.contains("save it as CSV in UTF-8"), "{error}");
}
