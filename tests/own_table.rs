//! `summit-map import`, `check` and `render` of an author's own files, as they are called.

#![cfg(not(target_os = "unknown"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const MAP: &str = "examples/own-table/islands.geojson";
const TABLE: &str = "examples/own-table/rain.csv";

fn run(args: &[&str], input: &[u8]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_summit-map"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A program that does not read its input may have ended.
    let _ = child.stdin.take().unwrap().write_all(input);
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn the_example_is_imported_into_the_files_of_a_page() {
    let folder = folder("own-table");
    let (code, out, error) =
        run(&["import", MAP, TABLE, "-o", folder.to_str().unwrap(), "--unit=mm"], b"");
    assert_eq!((code, error.as_str()), (Some(0), ""), "{out}");
    assert!(
        out.starts_with("6 rows, 6 features; column \"island\" names the features by name\n"),
        "{out}"
    );
    assert!(
        out.contains("shown: column \"rain\" (it is the first column with numbers or few texts)"),
        "{out}"
    );
    let [map, facts] =
        ["map.arcs", "facts.json"].map(|name| std::fs::read(folder.join(name)).unwrap());
    let map = summit_map::Map::new(&map, &facts, summit_map::Options::default()).unwrap();
    let elsey = map.facts().region("EL").map(|(row, _)| map.facts().labels(Some(row)));
    assert_eq!(elsey, Some(vec!["No data".to_owned()]));
}

#[test]
fn a_table_may_come_from_standard_input() {
    let table = std::fs::read(TABLE).unwrap();
    let (code, out, error) = run(&["render", MAP, "-", "--value", "harbour"], &table);
    assert_eq!((code, error.as_str()), (Some(0), ""));
    assert!(out.starts_with("<svg") && out.contains("Fairholm"));
    let (code, _, error) = run(&["check", "-", "-"], &table);
    assert_eq!((code, error.contains("only one of both files")), (Some(1), true), "{error}");
}

#[test]
fn what_does_not_fit_ends_with_2_and_is_told_beside_the_picture() {
    let (code, out, error) = run(
        &["render", MAP, "-"],
        b"island,rain\nArden,7\nNowhere,8\nBelmar,nine\nElsey,3\nDunmere,4\nFairholm,5\n",
    );
    assert_eq!(code, Some(2));
    assert!(out.starts_with("<svg"));
    assert!(error.contains("line 3: \"Nowhere\""), "{error}");
    assert!(error.contains("table, line 4, column 8: \"nine\" is not a number"), "{error}");
}

#[test]
fn every_command_says_what_it_does() {
    for command in ["import", "check", "render", "pack", "prerender"] {
        let (code, out, error) = run(&[command, "--help"], b"");
        assert_eq!((code, error.as_str()), (Some(0), ""));
        assert!(out.starts_with(&format!("summit-map {command} ")), "{out}");
    }
    assert!(run(&["--help"], b"").1.contains("summit-map import MAP"));
    assert_eq!(run(&[], b"").0, Some(1));
}

#[test]
fn a_wrong_option_ends_with_1_and_is_named() {
    for (args, said) in [
        (vec!["--tile", "x"], "the option --tile is not known here; known are --join"),
        (vec!["--classes", "99"], "\"classes\": needs to be a number from 2 to 7"),
        (vec!["--title"], "the option --title needs a value"),
        (vec!["--value", "snow"], "column \"snow\": is not there"),
    ] {
        let (code, out, error) = run(&[&["check", MAP, TABLE], args.as_slice()].concat(), b"");
        assert_eq!((code, out.as_str()), (Some(1), ""));
        assert!(error.contains(said), "{error}");
    }
}
