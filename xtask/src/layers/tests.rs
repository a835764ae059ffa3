//! Each rule, broken once.

use super::*;

fn wrong(files: &[(&str, &str)]) -> Vec<String> {
    let files = files.iter().map(|&(name, text)| (name.to_owned(), imports::code(text)));
    check(&files.collect())
}

#[test]
fn a_file_may_import_what_stands_below_it() {
    let facts = ("data/facts/mod.rs", "use crate::error::Error;\n");
    let scene = ("scene/mod.rs", "use crate::{data::facts::Facts, error::Error};\n");
    let lib = ("lib.rs", "mod scene;\npub use scene::Scene;\n");
    assert!(wrong(&[("error.rs", ""), facts, scene, lib]).is_empty());
}

#[test]
fn a_forbidden_import_is_named() {
    let color = ("data/color.rs", "use crate::{geo, scene::{paint::Ink, Scene}};\n");
    let expected = "src/data/color.rs: stands below src/scene/paint.rs and may not import it";
    assert_eq!(wrong(&[color, ("scene/paint.rs", "")]), [expected]);
}

#[test]
fn a_forbidden_import_of_a_test_is_one_too() {
    let color = ("data/color.rs", "#[cfg(test)]\nmod tests {\n    use crate::scene::Scene;\n}\n");
    assert_eq!(wrong(&[color, ("scene/mod.rs", "")]).len(), 1);
}

#[test]
fn what_all_may_import_imports_nothing() {
    let error = ("error.rs", "use crate::geo::ring::Ring;\n");
    let expected = "src/error.rs: stands below src/geo/ring.rs and may not import it";
    assert_eq!(wrong(&[error, ("geo/ring.rs", "")]), [expected]);
}

#[test]
fn two_files_that_import_each_other_are_named_once() {
    let expected = ["src/geo/line.rs: and src/geo/ring.rs import each other"];
    let line = ("geo/line.rs", "use super::ring::Ring;\n");
    assert_eq!(wrong(&[line, ("geo/ring.rs", "use crate::geo::line::Line;\n")]), expected);
    assert_eq!(wrong(&[line, ("geo/ring.rs", "fn f() { super::line::f(); }\n")]), expected);
    assert!(wrong(&[line, ("geo/ring.rs", "// super::line::Line\n")]).is_empty());
}

#[test]
fn a_module_that_uses_its_child_may_not_be_used_by_it() {
    let child = ("geo/ring.rs", "use super::Line;\n");
    let hands_on = ("geo/mod.rs", "mod ring;\npub(crate) use ring::Ring;\n");
    assert!(wrong(&[child, hands_on]).is_empty());
    for uses in ["mod ring;\nuse ring::Ring;\n", "mod ring;\nfn f() { ring::f(); }\n"] {
        let expected = "src/geo/mod.rs: and src/geo/ring.rs import each other";
        assert_eq!(wrong(&[child, ("geo/mod.rs", uses)]), [expected]);
    }
}

#[test]
fn tests_in_a_file_import_that_file() {
    let ring = ("geo/ring.rs", "#[cfg(test)]\nmod tests {\n    use super::Ring;\n}\n");
    assert!(wrong(&[ring, ("geo/mod.rs", "mod ring;\nfn f() { ring::f(); }\n")]).is_empty());
}

#[test]
fn only_the_page_names_web_sys() {
    let expected = ["src/render/xml.rs: only src/web may name web_sys"];
    let uses = "use web_sys::Node;\n";
    assert_eq!(wrong(&[("render/xml.rs", uses), ("web/dom.rs", uses)]), expected);
}

#[test]
fn a_program_imports_no_other_and_only_the_crate_imports_it() {
    let engine = ("engine/map.rs", "pub struct Map;\n");
    let worker = ("worker/mod.rs", "use crate::engine::map::Map;\n");
    let lib = ("lib.rs", "mod worker;\npub use worker::Engine;\n");
    assert!(wrong(&[engine, worker, lib]).is_empty());
    let uses = "use crate::worker::Engine;\n";
    let expected = "src/web/dom.rs: stands beside src/worker/mod.rs and may not import it";
    assert_eq!(wrong(&[("web/dom.rs", uses), worker]), [expected]);
    let expected = "src/engine/live.rs: stands below src/worker/mod.rs and may not import it";
    assert_eq!(wrong(&[("engine/live.rs", uses), ("worker/mod.rs", "")]), [expected]);
}

#[test]
fn a_module_is_not_made_public_as_a_whole() {
    assert_eq!(wrong(&[("lib.rs", "pub mod geo;\n")]).len(), 1);
    assert!(wrong(&[("lib.rs", "mod geo;\npub use geo::Ring;\n")]).is_empty());
}

#[test]
fn a_new_folder_needs_a_place() {
    let expected = ["src/sound/mod.rs: its folder has no place in the order yet"];
    assert_eq!(wrong(&[("sound/mod.rs", "")]), expected);
}

#[test]
fn the_script_imports_its_package_only() {
    assert!(check_script("import init from './pkg/widget.js';\n").is_empty());
    assert!(check_script("import { bytes } from './summit-map-load.js';\n").is_empty());
    assert_eq!(check_script("import 'https://example.org/x.js';\n").len(), 1);
    assert_eq!(check_script("const x = await import('./other.js');\n").len(), 1);
}
