//! The legend is the count of the map: its lines add up, and a part says of how many.

use super::common::{SQUARES, draw, shipped};
use crate::Map;
use crate::content::legend::{LegendItem, legend};
use crate::render::xml;

/// Two fills, and a pattern on the regions of `angry`. B has no row.
fn map(angry: &[&str]) -> Map {
    let row = |id: &str, status: &str| {
        let more = if angry.contains(&id) { ",\"angry\"" } else { "" };
        format!("{{\"id\":\"{id}\",\"status\":[\"{status}\"{more}]}}")
    };
    let facts = format!(
        "{{\"schema\":\"summit-map/1\",\"title\":\"T\",\
         \"dimensions\":[{{\"id\":\"d\",\"label\":\"D\"}},{{\"id\":\"e\",\"label\":\"E\"}}],\"categories\":[\
         {{\"id\":\"yes\",\"dimension\":\"d\",\"label\":\"Said yes\",\"short\":\"Yes\",\"color\":{{\"light\":\"#123456\",\"dark\":\"#abcdef\"}}}},\
         {{\"id\":\"angry\",\"dimension\":\"e\",\"label\":\"Angry\",\"pattern\":\"dots\",\"color\":{{\"light\":\"#ffffff\",\"dark\":\"#000000\"}}}},\
         {{\"id\":\"no\",\"dimension\":\"d\",\"label\":\"No\",\"color\":{{\"light\":\"#654321\",\"dark\":\"#fedcba\"}}}},\
         {{\"id\":\"other\",\"label\":\"Other\",\"color\":{{\"light\":\"#eeeeee\",\"dark\":\"#222222\"}}}}],\
         \"default\":\"other\",\"regions\":[{},{},{}]}}",
        row("A", "yes"),
        row("C", "yes"),
        row("D", "no")
    );
    draw(SQUARES, facts).unwrap()
}

fn item(map: &Map, label: &str) -> LegendItem {
    legend(map.facts()).into_iter().find(|item| item.label == label).unwrap()
}

fn labels(map: &Map) -> Vec<String> {
    legend(map.facts()).into_iter().map(|item| item.label).collect()
}

#[test]
fn a_pattern_on_one_fill_is_part_of_that_and_stands_behind_it() {
    let map = map(&["A"]);
    assert_eq!(labels(&map), ["Said yes", "Angry", "No", "Other"]);
    let angry = item(&map, "Angry");
    assert_eq!((angry.count, angry.whole, angry.is_part), (Some(1), Some(2), true));
    assert_eq!(angry.fill, item(&map, "Said yes").fill);
}

#[test]
fn a_pattern_on_several_fills_is_part_of_all_and_stands_where_the_file_has_it() {
    let map = map(&["A", "D"]);
    assert_eq!(labels(&map), ["Said yes", "Angry", "No", "Other"]);
    let angry = item(&map, "Angry");
    assert_eq!((angry.count, angry.whole, angry.is_part), (Some(2), Some(3), false));
    assert_eq!(angry.fill, None);
}

#[test]
fn a_fill_is_part_of_nothing_and_what_answers_no_question_has_no_count() {
    let map = map(&["A"]);
    assert_eq!((item(&map, "No").count, item(&map, "No").whole), (Some(1), None));
    assert_eq!((item(&map, "Other").count, item(&map, "Other").whole), (None, None));
}

#[test]
fn a_line_names_its_regions() {
    assert_eq!(item(&map(&[]), "Said yes").names, "Aland, C");
    assert_eq!(item(&map(&[]), "Angry").names, "");
}

/// The line of the legend with this label, as it is written.
fn line(map: &Map, label: &str) -> String {
    let figure = xml::text(&map.figure());
    let legend = figure.split("part=\"legend\"").nth(1).unwrap();
    let lines = legend.split("<li ").skip(1);
    lines
        .map(|line| line.split("</li>").next().unwrap())
        .find(|line| line.contains(label))
        .unwrap()
        .to_owned()
}

#[test]
fn a_part_says_of_how_many() {
    let angry = line(&map(&["A"]), "Angry");
    assert!(angry.starts_with("class=\"legend-item part\""), "{angry}");
    assert!(angry.contains(">1</b> <span class=\"of\">of 2</span>"), "{angry}");
    let of_all = line(&map(&["A", "D"]), "Angry");
    assert!(of_all.starts_with("class=\"legend-item\""), "{of_all}");
    assert!(of_all.contains(">2</b> <span class=\"of\">of 3</span>"), "{of_all}");
    assert!(!line(&map(&["A"]), "Said yes").contains("class=\"of\""));
}

#[test]
fn a_line_has_a_label_for_each_length_and_a_key_has_no_button() {
    let map = map(&[]);
    let yes = line(&map, "Said yes");
    let both = "<span class=\"long\">Said yes</span><span class=\"short\">Yes</span>";
    assert!(yes.contains(both) && yes.contains("<button"), "{yes}");
    assert!(!line(&map, "No<").contains("class=\"long\""));
    let other = line(&map, "Other");
    assert!(
        other.starts_with("class=\"legend-item key\"") && !other.contains("<button"),
        "{other}"
    );
}

#[test]
fn the_shipped_legend_adds_up() {
    let items = legend(shipped().facts());
    let fills = items.iter().filter(|item| item.pattern.is_none()).filter_map(|item| item.count);
    assert_eq!(fills.sum::<usize>(), 35);
    let parts: Vec<_> = items.iter().filter(|item| item.is_part).collect();
    assert_eq!(parts.len(), 1);
    assert_eq!((parts[0].count, parts[0].whole), (Some(1), Some(20)));
    assert_eq!(parts[0].names, "Mexico");
}
