//! Maps at random, the same in every run: how a file is written does not matter, names keep clear of
//! each other, and every number is a plain one.

use super::common::{Random, covered};
use crate::fuzz::drawing::check_plain;
use crate::layout::stage::{Marks, StageSize};
use crate::{Map, Options};
use std::collections::BTreeMap;
use std::fmt::Write;

/// How many maps a test draws; `SUMMIT_MAP_RANDOM_MAPS` asks for more.
fn seeds(few: u64) -> std::ops::Range<u64> {
    let asked = std::env::var("SUMMIT_MAP_RANDOM_MAPS").ok().and_then(|text| text.parse().ok());
    1..asked.unwrap_or(few) + 1
}

type Ring = Vec<(f64, f64)>;

/// A land of quadrilaterals that share their borders, and islands around it.
struct RandomMap {
    features: Vec<(String, Vec<Ring>)>,
    facts: String,
    width_px: i32,
}

impl RandomMap {
    fn new(seed: u64) -> RandomMap {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let part = |random: &mut Random, most: u32| {
            f64::from(u32::try_from(random.below(1001)).unwrap()) / 1000.0 * f64::from(most)
        };
        let (columns, rows) = (1 + random.below(5), 1 + random.below(5));
        let step = 2.0 + part(&mut random, 8);
        let (west, south) = (part(&mut random, 200) - 100.0, part(&mut random, 60) - 40.0);
        let mut corners = Vec::new();
        for row in 0..=rows {
            for column in 0..=columns {
                let place = |index: usize| f64::from(u32::try_from(index).unwrap());
                let lon = west + (place(column) + part(&mut random, 1) * 0.7) * step;
                let lat = south + (place(row) + part(&mut random, 1) * 0.7) * step;
                corners.push(((lon * 100.0).round() / 100.0, (lat * 100.0).round() / 100.0));
            }
        }
        let corner = |column: usize, row: usize| corners[row * (columns + 1) + column];
        let mut shapes: Vec<Vec<Ring>> = Vec::new();
        for row in 0..rows {
            for column in 0..columns {
                let (x, y) = (column, row);
                let ring = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y)];
                shapes.push(vec![ring.map(|(x, y)| corner(x, y)).to_vec()]);
            }
        }
        for _ in 0..random.below(12) {
            let (lon, lat) = (west + part(&mut random, 50), south + part(&mut random, 40));
            let size = 0.05 + part(&mut random, 1);
            let ring = [(0.0, 0.0), (size, 0.0), (size, size), (0.0, size), (0.0, 0.0)];
            let ring = ring.map(|(x, y)| (lon + x, lat + y)).to_vec();
            match random.below(3) {
                // Of a feature that is there already.
                0 => shapes[0].push(ring),
                _ => shapes.push(vec![ring]),
            }
        }
        let names = |random: &mut Random| -> String {
            let words = ["Bo", "Aland", "Saint", "Ceeland", "Republic", "and the", "Grenadines"];
            let words = (0..=random.below(3)).map(|_| words[random.below(words.len())]);
            words.collect::<Vec<_>>().join(" ")
        };
        let mut regions = Vec::new();
        for index in 0..shapes.len() {
            let (name, status) = (names(&mut random), ["yes", "no"][random.below(2)]);
            if random.below(8) != 0 {
                regions
                    .push(format!(r#"{{"id":"R{index}","name":"{name}","status":["{status}"]}}"#));
            }
        }
        RandomMap {
            features: (0_u32..).map(|index| format!("R{index}")).zip(shapes).collect(),
            facts: FACTS.replace("REGIONS", &regions.join(",")),
            width_px: [280, 360, 700, 1100, 1300, 1600][random.below(6)],
        }
    }

    fn geojson(&self) -> String {
        let mut text = String::from(r#"{"type":"FeatureCollection","features":["#);
        for (number, (id, rings)) in self.features.iter().enumerate() {
            let rings: Vec<String> = rings
                .iter()
                .map(|ring| {
                    let points: Vec<_> =
                        ring.iter().map(|(lon, lat)| format!("[{lon},{lat}]")).collect();
                    format!("[[{}]]", points.join(","))
                })
                .collect();
            let comma = if number > 0 { "," } else { "" };
            let rings = rings.join(",");
            write!(
                text,
                r#"{comma}{{"type":"Feature","id":"{id}","properties":{{}},"geometry":{{"type":"MultiPolygon","coordinates":[{rings}]}}}}"#
            )
            .unwrap();
        }
        text + "]}"
    }

    fn draw(&self) -> Map {
        let map = self.geojson();
        Map::new(map.as_bytes(), self.facts.as_bytes(), Options::default()).unwrap()
    }
}

const FACTS: &str = r##"{"schema":"summit-map/1","title":"Talks","dimensions":[{"id":"pact","label":"Pact"}],
"categories":[{"id":"yes","dimension":"pact","label":"Agreed","word":"agreed","color":{"light":"#17607d","dark":"#5fb4d6"}},
{"id":"no","dimension":"pact","label":"Refused","pattern":"dots","color":{"light":"#ffffff","dark":"#000000"}}],
"regions":[REGIONS]}"##;

/// The words of a region, and what it covers.
type Drawn = (String, Vec<Vec<super::common::UnitPoint>>);

fn picture(map: &Map) -> BTreeMap<String, Drawn> {
    let regions = map.picture().regions.iter();
    regions.map(|region| (region.id.clone(), (region.words.clone(), covered(region)))).collect()
}

#[test]
fn names_keep_clear_of_names_dots_and_edges() {
    for seed in seeds(50) {
        let random = RandomMap::new(seed);
        let stage = random.draw().stage(StageSize::of_element(random.width_px));
        let check = |marks: &Marks, area| {
            for (index, name) in marks.names.iter().enumerate() {
                let at = format!("seed {seed}: {:?}", name.lines);
                let others = &marks.names[index + 1..];
                assert!(!others.iter().any(|other| other.area.meets(name.area)), "{at} on a name");
                let is_dot = |dot: &crate::layout::stage::Dot| dot.area().meets(name.area);
                assert!(!marks.dots.iter().any(is_dot), "{at} on a dot");
                let area: crate::geo::unit_box::UnitBox = area;
                assert!(area.holds(name.area), "{at} is cut");
            }
        };
        check(&stage.marks, stage.area);
        for inset in &stage.insets {
            check(&inset.marks, inset.place);
        }
    }
}

#[test]
fn neither_order_nor_start_nor_turn_matters() {
    for seed in seeds(20) {
        let good = RandomMap::new(seed);
        let mut changed = RandomMap::new(seed);
        let mut random = Random(seed);
        changed.features.reverse();
        for (_, rings) in &mut changed.features {
            rings.reverse();
            for ring in rings {
                ring.pop();
                let start = random.below(ring.len());
                ring.rotate_left(start);
                ring.extend(ring.first().copied());
                if random.below(2) == 0 {
                    ring.reverse();
                }
            }
        }
        assert_eq!(picture(&changed.draw()), picture(&good.draw()), "seed {seed}");
    }
}

#[test]
fn a_mark_at_the_start_and_line_ends_do_not_matter() {
    for seed in seeds(20) {
        let random = RandomMap::new(seed);
        let facts = format!("\u{feff}{}", random.facts.replace('\n', "\r\n"));
        let map = format!("\u{feff}{}", random.geojson().replace("},{", "},\r\n{"));
        let changed = Map::new(map.as_bytes(), facts.as_bytes(), Options::default()).unwrap();
        assert_eq!(changed.svg(), random.draw().svg(), "seed {seed}");
    }
}

#[test]
fn every_feature_is_drawn_and_every_number_is_plain() {
    for seed in seeds(20) {
        let random = RandomMap::new(seed);
        let map = random.draw();
        assert_eq!(map.picture().regions.len(), random.features.len(), "seed {seed}");
        check_plain(&map.svg());
    }
}
