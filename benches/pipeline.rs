//! `cargo bench --bench pipeline -- MAP FACTS [MAP FACTS …]`: how long each stage takes from bytes to
//! a picture, natively, as rows of JSON. `cargo xtask bench native` runs it and writes the report.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a benchmark stops where it must"
)]

use std::time::Instant;
use summit_map::{Map, Options, Stage, StageSize};

/// Each map is drawn so often; the report shows medians and spread.
const RUNS: usize = 9;
/// Of the element in CSS pixels.
const WIDTH_PX: i32 = 1280;

const STAGES: [&str; 9] =
    ["facts", "parse", "join", "project", "rank", "draw", "view", "zoomed view", "write"];

fn main() {
    let files: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    for pair in files.chunks(2) {
        let [map, facts] = pair else { panic!("give a file of facts for each map") };
        let (map_bytes, facts) = (std::fs::read(map).unwrap(), std::fs::read(facts).unwrap());
        let mut laps: Vec<Vec<f64>> = vec![Vec::new(); STAGES.len()];
        let (mut vertices, mut regions) = (0, 0);
        for _ in 0..RUNS {
            let run = run(&map_bytes, &facts);
            (vertices, regions) = (run.1, run.2);
            run.0.into_iter().zip(&mut laps).for_each(|(lap, all)| all.push(lap));
        }
        let laps = STAGES.iter().zip(laps).map(|(stage, all)| format!("{stage:?}:{all:?}"));
        let laps: Vec<String> = laps.collect();
        let bytes = map_bytes.len();
        println!(
            "{{\"map\":{map:?},\"bytes\":{bytes},\"vertices\":{vertices},\"regions\":{regions},\"ms\":{{{}}}}}",
            laps.join(",")
        );
    }
}

/// The milliseconds of each stage, the vertices of the map and its regions.
fn run(map: &[u8], facts: &[u8]) -> (Vec<f64>, usize, usize) {
    let mut laps = Vec::new();
    let mut last = Instant::now();
    let mut lap = |_: Stage| {
        let now = Instant::now();
        laps.push((now - last).as_secs_f64() * 1000.0);
        last = now;
    };
    let map = Map::observed(map, facts, Options::default(), &mut lap).unwrap();
    let (whole, size) = (map.whole(), StageSize::of_element(WIDTH_PX));
    let mut timed = |work: &dyn Fn()| {
        let start = Instant::now();
        work();
        laps.push(start.elapsed().as_secs_f64() * 1000.0);
    };
    timed(&|| drop(map.draw(&whole, size)));
    timed(&|| drop(map.draw(&map.zoomed(&whole, 4.0), size)));
    timed(&|| drop(map.svg()));
    (laps, map.vertices(), map.scene().regions.len())
}
