//! What is fuzzed: each target takes any bytes, and ends without a panic, in little time, with what
//! always holds. Compiled into the crate, for nothing that they name is public; the seeds run as a
//! test of the crate, and `cargo xtask fuzz` goes on from them.
#![allow(clippy::panic, clippy::expect_used, reason = "a target fails by panicking")]
#![allow(unreachable_pub, reason = "public where they are fuzzed, and only tested elsewhere")]

mod choices;
pub(crate) mod drawing;
mod files;
mod requests;
mod texts;

use crate::interaction::model::tests::random;

/// A name, and what takes the bytes.
pub type Target = (&'static str, fn(&[u8]));

/// All of them. Each has a folder of seeds in `fuzz/seeds/`.
pub const TARGETS: [Target; 9] = [
    ("map", files::map),
    ("facts", files::facts),
    ("table", files::table),
    ("drawing", drawing::drawing),
    ("requests", requests::requests),
    ("events", events),
    ("page", texts::page),
    ("link", texts::link),
    ("index", texts::index),
];

/// Events to the model, chosen by the bytes.
fn events(bytes: &[u8]) {
    random::run(&mut random::Random::Bytes(bytes), bytes.len(), "bytes");
}

/// A small good map with its facts.
const MAP: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","id":"A","properties":{"name":"Aland"},"geometry":{"type":"Polygon","coordinates":[[[-10,-5],[0,-5],[0,5],[-10,5],[-10,-5]]]}},
{"type":"Feature","id":"B","properties":{"name":"Beland","code":7},"geometry":{"type":"MultiPolygon","coordinates":[[[[0,-5],[10,-5],[10,5],[0,5],[0,-5]]]]}}]}"#;
const FACTS: &str = r##"{"schema":"summit-map/1","title":"Talks",
"categories":[{"id":"yes","label":"Agreed","word":"agreed","color":{"light":"#17607d","dark":"#5fb4d6"}}],
"sources":{"main":{"kind":"main","publisher":"Gazette","date":"2030-05-02"}},
"regions":[{"id":"A","name":"Aland","status":["yes"]}],
"claims":[{"id":"1","about":["A"],"text":"Agreed.","sources":["main"]}]}"##;

#[cfg(test)]
mod tests {
    use super::TARGETS;
    use std::fs;
    use std::path::Path;

    #[test]
    fn every_seed_ends_well() {
        let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
        for (name, target) in TARGETS {
            let mut count = 0;
            for seed in fs::read_dir(seeds.join(name)).unwrap() {
                target(&fs::read(seed.unwrap().path()).unwrap());
                count += 1;
            }
            assert!(count > 0, "{name} has no seeds");
        }
        assert_eq!(fs::read_dir(seeds).unwrap().count(), TARGETS.len());
    }
}
