//! What stands on the shipped map, in every class of widths and every language.

use super::common::{AMERICAS, FACTS, SUMMIT, draw, rings};
use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::layout::shapes::Lens;
use crate::layout::stage::{Arrangement, Corner, Dot, Marks, Name, Rank, Stage, StageSize};
use crate::{Map, Options};
use serde_json::Value;
use std::sync::LazyLock;

/// The shipped facts in another language, as far as the map shows them.
pub(super) fn facts(language: &str) -> Vec<u8> {
    let mut facts: Value = serde_json::from_slice(SUMMIT).unwrap();
    let file: &[u8] = match language {
        "es" => include_bytes!("../../data/texts/es.json"),
        "fr" => include_bytes!("../../data/texts/fr.json"),
        "pt" => include_bytes!("../../data/texts/pt.json"),
        _ => return SUMMIT.to_vec(),
    };
    let texts: Value = serde_json::from_slice(file).unwrap();
    for field in ["title", "subtitle", "kicker", "headline", "finding"] {
        facts[field] = texts[field].clone();
    }
    let mut names = serde_json::Map::new();
    for (id, name) in texts["regions"].as_object().unwrap() {
        names.insert(id.clone(), serde_json::json!([name]));
    }
    let mut short_names = texts["short"].as_object().unwrap().clone();
    for row in facts["regions"].as_array_mut().unwrap() {
        let id = row["id"].as_str().unwrap().to_owned();
        row["name"] = texts["regions"][&id].clone();
        row.as_object_mut()
            .unwrap()
            .retain(|field, _| !["short", "abbr"].contains(&field.as_str()));
        for (field, list) in [("short", "short"), ("abbr", "abbr"), ("note", "notes")] {
            if let Some(text) = texts[list].get(&id) {
                row[field] = text.clone();
            }
        }
        names.remove(&id);
        short_names.remove(&id);
    }
    (facts["names"], facts["short_names"]) = (names.into(), short_names.into());
    serde_json::to_vec(&facts).unwrap()
}

const LANGUAGES: [&str; 4] = ["en", "es", "fr", "pt"];
/// CSS pixels of the element.
const WIDTHS: [i32; 8] = [280, 320, 360, 600, 768, 1100, 1280, 1600];

/// One picture of a stage: the map, or an inset.
struct Picture<'a> {
    stage: &'a Stage,
    marks: &'a Marks,
    area: UnitBox,
    lens: Lens,
    is_map: bool,
}

/// The shipped map in one language, with a stage for each width.
struct Laid {
    language: &'static str,
    map: Map,
    stages: Vec<(i32, Stage)>,
}

impl Laid {
    fn new(language: &'static str) -> Laid {
        let map = Map::new(AMERICAS, &facts(language), Options::default()).unwrap();
        let stage = |&width: &i32| (width, map.stage(StageSize::of_element(width)));
        let stages = WIDTHS.iter().map(stage).collect();
        Laid { language, map, stages }
    }

    fn id(&self, region: usize) -> &str {
        &self.map.picture().regions[region].id
    }

    fn states(&self) -> impl Iterator<Item = usize> {
        let regions = self.map.picture().regions.iter().enumerate();
        regions.filter(|(_, region)| region.is_state).map(|(index, _)| index)
    }
}

fn laid() -> &'static [Laid] {
    static LAID: LazyLock<Vec<Laid>> = LazyLock::new(|| {
        let work = LANGUAGES.map(|language| std::thread::spawn(move || Laid::new(language)));
        work.into_iter().map(|work| work.join().unwrap()).collect()
    });
    &LAID
}

fn pictures(stage: &Stage) -> Vec<Picture<'_>> {
    let (marks, area) = (&stage.marks, stage.area);
    let map = Picture { stage, marks, area, lens: Lens::NONE, is_map: true };
    let insets = stage.insets.iter().map(|inset| Picture {
        stage,
        marks: &inset.marks,
        area: inset.place,
        lens: inset.lens(),
        is_map: false,
    });
    std::iter::once(map).chain(insets).collect()
}

/// The names and cores that answer, each with its region.
fn answering(marks: &Marks) -> Vec<(usize, UnitBox)> {
    let names = marks.names.iter().filter_map(|name| Some((name.region, name.target?)));
    names.chain(marks.cores.iter().map(|core| (core.region, core.area))).collect()
}

/// Checks each picture of each stage; the text tells which it is.
fn each(check: impl Fn(&Laid, &Picture<'_>, &str)) {
    for laid in laid() {
        for (width, stage) in &laid.stages {
            for picture in pictures(stage) {
                let kind = if picture.is_map { "map" } else { "inset" };
                check(laid, &picture, &format!("{} {width} px, {kind}", laid.language));
            }
        }
    }
}

impl Picture<'_> {
    fn px(&self, tenths: i32) -> i32 {
        tenths * self.stage.units_per_10_px / 100
    }

    /// What no name may stand on.
    fn taken(&self) -> Vec<UnitBox> {
        if !self.is_map {
            return Vec::new();
        }
        let insets = self.stage.insets.iter().map(|inset| inset.frame);
        let UnitPoint { x, y } = UnitPoint { x: self.area.max.x, ..self.area.min };
        // 40 by 129 px, 8 px from the right and 10 from the top on a phone, and 12 elsewhere.
        let is_phone = self.stage.size.arrangement == Arrangement::Phone;
        let (right, top) = if is_phone { (80, 100) } else { (120, 120) };
        let min = UnitPoint { x: x - self.px(right + 400), y: y + self.px(top) };
        let max = UnitPoint { x: x - self.px(right), y: y + self.px(top + 1290) };
        insets.chain([UnitBox { min, max }]).collect()
    }
}

fn text(name: &Name) -> String {
    name.lines.join(" ")
}

#[test]
fn all_states_are_named_from_320_px_up_and_most_below() {
    for laid in laid() {
        for (width, stage) in &laid.stages {
            let names = pictures(stage).into_iter().flat_map(|picture| &picture.marks.names);
            let named: Vec<usize> = names.map(|name| name.region).collect();
            let missing: Vec<&str> =
                laid.states().filter(|state| !named.contains(state)).map(|s| laid.id(s)).collect();
            let most = if *width < 320 { 4 } else { 0 };
            assert!(missing.len() <= most, "{} {width} px: {missing:?}", laid.language);
            for id in ["CUB", "NIC", "VEN"] {
                assert!(!missing.contains(&id), "{} {width} px: {id} is the news", laid.language);
            }
        }
    }
}

#[test]
fn no_region_is_named_twice() {
    for laid in laid() {
        for (width, stage) in &laid.stages {
            let names = pictures(stage).into_iter().flat_map(|picture| &picture.marks.names);
            let mut named: Vec<usize> = names.map(|name| name.region).collect();
            let count = named.len();
            named.sort_unstable();
            named.dedup();
            assert_eq!(named.len(), count, "{} {width} px", laid.language);
        }
    }
}

#[test]
fn every_name_can_be_read() {
    each(|_, picture, at| {
        for name in &picture.marks.names {
            assert!(name.size >= picture.px(115), "{at}: {} is small", text(name));
        }
    });
}

#[test]
fn names_overlap_no_name_no_dot_no_frame_no_tool_and_no_edge() {
    each(|_, picture, at| {
        let Picture { marks, area, .. } = picture;
        for (index, name) in marks.names.iter().enumerate() {
            let others = &marks.names[index + 1..];
            let met = others.iter().find(|other| other.area.meets(name.area));
            assert!(met.is_none(), "{at}: {} and {}", text(name), text(met.unwrap()));
            assert!(area.holds(name.area), "{at}: {} is cut", text(name));
            let is_taken = |taken: &UnitBox| taken.meets(name.area);
            assert!(!picture.taken().iter().any(is_taken), "{at}: {} on a tool", text(name));
            let is_dot = |dot: &Dot| dot.area().meets(name.area);
            assert!(!marks.dots.iter().any(is_dot), "{at}: {} on a dot", text(name));
        }
    });
}

#[test]
fn names_stand_on_their_own_land_or_in_the_sea() {
    each(|laid, picture, at| {
        for (index, region) in laid.map.picture().regions.iter().enumerate() {
            let place = |(x, y)| picture.lens.place(UnitPoint { x, y });
            for ring in rings(&region.outline.path) {
                let ring: Vec<UnitPoint> = ring.into_iter().map(place).collect();
                for name in &picture.marks.names {
                    // Islets of its own may lie under a name in the sea, and narrow fjords under
                    // one on land; a territory may be written over.
                    if name.region == index && !(name.is_inside && region.is_state)
                        || !name.is_inside && !region.is_state
                    {
                        continue;
                    }
                    let edges = ring.iter().zip(ring.iter().cycle().skip(1));
                    let is_crossed = |(a, b): (&UnitPoint, &UnitPoint)| {
                        name.area.grown(-picture.px(10)).is_crossed(*a, *b)
                    };
                    assert!(
                        !edges.into_iter().any(is_crossed),
                        "{at}: {}, {}",
                        text(name),
                        region.id
                    );
                }
            }
        }
    });
}

#[test]
fn there_are_at_most_ten_leaders_all_short() {
    for laid in laid() {
        for (width, stage) in &laid.stages {
            let pictures = pictures(stage);
            let names = pictures.iter().flat_map(|picture| &picture.marks.names);
            let leaders: Vec<_> = names.filter_map(|name| Some((name, name.leader?))).collect();
            assert!(leaders.len() <= 10, "{} {width} px: {}", laid.language, leaders.len());
            for (name, (a, b)) in leaders {
                let square = |length: i32| i64::from(length) * i64::from(length);
                let most = 60 * stage.units_per_10_px / 10;
                let is_short = square(a.x - b.x) + square(a.y - b.y) <= square(most);
                assert!(is_short, "{} {width} px: {}", laid.language, text(name));
            }
        }
    }
}

#[test]
fn leaders_cross_no_leader_no_name_and_no_dot() {
    each(|_, Picture { marks, .. }, at| {
        let side = |p: UnitPoint, q: UnitPoint, r: UnitPoint| {
            let cross = i64::from(q.x - p.x) * i64::from(r.y - p.y)
                - i64::from(q.y - p.y) * i64::from(r.x - p.x);
            cross.signum()
        };
        let crosses = |(a, b): (UnitPoint, UnitPoint), (c, d): (UnitPoint, UnitPoint)| {
            side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
        };
        for name in &marks.names {
            let Some(leader) = name.leader else { continue };
            for other in marks.names.iter().filter(|other| other.region != name.region) {
                let is_on_name = other.area.is_crossed(leader.0, leader.1);
                assert!(!is_on_name, "{at}: {} over {}", text(name), text(other));
                let is_crossed = other.leader.is_some_and(|other| crosses(leader, other));
                assert!(!is_crossed, "{at}: {} and {}", text(name), text(other));
            }
            let others = marks.dots.iter().filter(|dot| dot.region != name.region);
            let is_on_dot = |dot: &Dot| dot.area().is_crossed(leader.0, leader.1);
            assert!(!others.into_iter().any(is_on_dot), "{at}: {}", text(name));
        }
    });
}

#[test]
fn each_state_owns_a_square_of_24_px() {
    for laid in laid() {
        for (width, stage) in &laid.stages {
            let owned = laid.map.owned(stage);
            let small: Vec<(&str, i32)> = laid
                .states()
                .filter(|state| owned[*state] < 240)
                .map(|state| (laid.id(state), owned[state]))
                .collect();
            assert!(small.is_empty(), "{} {width} px: {small:?}", laid.language);
        }
    }
}

#[test]
fn the_middle_of_a_dot_answers_for_its_own_state() {
    each(|laid, Picture { marks, .. }, at| {
        let all = answering(marks);
        for dot in marks.dots.iter().filter(|dot| laid.map.picture().regions[dot.region].is_state) {
            let hides =
                |(other, area): &&(usize, UnitBox)| *other != dot.region && area.contains(dot.at);
            assert_eq!(all.iter().find(hides), None, "{at}: {}", laid.id(dot.region));
        }
    });
}

#[test]
fn no_state_lies_under_search_and_zoom() {
    // A state of a degree in the upper right corner of a square map, near a large one.
    let square = |id: &str, west: i32, south: i32, side: i32| {
        let (east, north) = (west + side, south + side);
        format!(
            r#"{{"type":"Feature","id":"{id}","properties":{{}},"geometry":{{"type":"Polygon","coordinates":[[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]]}}}}"#
        )
    };
    let features = [square("A", -20, -20, 35), square("B", 18, 16, 1)].join(",");
    let map = format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#);
    let facts = FACTS.replace(
        r#"{"id":"A","name":"Aland","status":["yes","angry"]}"#,
        r#"{"id":"A","name":"Aland","status":["yes"]},{"id":"B","name":"Beland","status":["yes"]}"#,
    );
    let map = draw(map, facts).unwrap();
    let corner = |width| {
        let Corner { is_left, is_low } = map.stage(StageSize::of_element(width)).tools;
        (is_left, is_low)
    };
    // On a laptop the upper left corner is for a headline.
    assert_eq!([360, 600, 1280].map(corner), [(true, false), (true, false), (false, true)]);
    for (_, stage) in &laid()[0].stages {
        assert_eq!(stage.tools, Corner::default());
    }
}

#[test]
fn cores_and_names_that_answer_do_not_meet() {
    each(|_, Picture { marks, .. }, at| {
        let all = answering(marks);
        for (index, (region, area)) in all.iter().enumerate() {
            let meets = |(other, there): &&(usize, UnitBox)| other != region && there.meets(*area);
            assert_eq!(all[index + 1..].iter().find(meets), None, "{at}: {region}");
        }
    });
}

#[test]
fn a_state_too_small_to_see_has_a_dot_where_it_is_named() {
    each(|laid, picture, at| {
        for name in &picture.marks.names {
            let outline = &laid.map.picture().regions[name.region].outline;
            let all = picture.lens.area(UnitBox { min: outline.min, max: outline.max });
            let is_tiny = all.width().max(all.height()) < picture.px(70);
            let is_state = name.rank != Rank::Territory;
            let dot = picture.marks.dots.iter().find(|dot| dot.region == name.region);
            assert!(!is_tiny || !is_state || dot.is_some(), "{at}: {}", text(name));
            assert!(
                !is_state || dot.is_none_or(|dot| 2 * dot.radius >= picture.px(70) - 2),
                "{at}"
            );
        }
    });
}

#[test]
fn the_members_of_the_inset_are_the_same_at_every_width() {
    for laid in laid() {
        for (width, stage) in &laid.stages {
            let members = stage.insets.iter().flat_map(|inset| &inset.members);
            let members: Vec<&str> = members.map(|member| laid.id(*member)).collect();
            assert_eq!(members.len(), 20, "{} {width} px: {members:?}", laid.language);
        }
    }
}

#[test]
fn two_runs_are_alike() {
    let map = Map::new(AMERICAS, SUMMIT, Options::default()).unwrap();
    let (width, stage) = &laid()[0].stages[2];
    assert_eq!(&map.stage(StageSize::of_element(*width)), stage);
}
