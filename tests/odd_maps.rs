//! Map files that are odd but mean something: they are drawn, and as what they mean.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod common;

use common::{
    FACTS, SQUARES, UnitPoint, covered, double_area, draw, one_feature, one_polygon, rings,
};

const TRIANGLE: &str = "[[-9,0],[9,0],[9,9],[-9,0]]";

fn path(map: &str) -> String {
    draw(map, FACTS).unwrap().scene().regions[0].outline.path.clone()
}

fn polygon(rings: &str) -> Vec<Vec<UnitPoint>> {
    covered(&draw(one_polygon(rings), FACTS).unwrap().scene().regions[0])
}

/// Draws a map of one polygon and checks that the picture is one.
fn is_drawn_without_harm(rings: &str) {
    if let Ok(map) = draw(one_polygon(rings), FACTS) {
        let scene = map.scene();
        assert_eq!(scene.width, 5000);
        assert!((80..=10_000).contains(&scene.height), "{} high", scene.height);
        let center = scene.regions[0].outline.center;
        assert!((0..=scene.width).contains(&center.x), "{center:?}");
        assert!((0..=scene.height).contains(&center.y), "{center:?}");
        assert!(!map.svg().contains("NaN"));
    }
}

macro_rules! odd_shapes {
    ($($name:ident: $rings:literal,)*) => {
        $(#[test]
        fn $name() {
            is_drawn_without_harm($rings);
        })*
    };
}

odd_shapes! {
    a_bow_tie: "[[[-9,-9],[9,9],[9,-9],[-9,9],[-9,-9]]]",
    a_spike: "[[[0,0],[9,0],[9,9],[30,30],[9,9],[0,9],[0,0]]]",
    a_ring_that_touches_itself: "[[[0,0],[9,0],[4,4],[9,9],[0,9],[4,4],[0,0]]]",
    a_hole_outside: "[[[0,0],[9,0],[9,9],[0,0]],[[20,20],[29,20],[29,29],[20,20]]]",
    a_hole_equal_to_its_shell: "[[[0,0],[9,0],[9,9],[0,0]],[[0,0],[9,0],[9,9],[0,0]]]",
    the_whole_world: "[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]]",
    a_cap_around_a_pole: "[[[-180,60],[-90,60],[0,60],[90,60],[180,60],[180,90],[-180,90],[-180,60]]]",
    a_ring_across_180_degrees: "[[[170,0],[-170,0],[-170,9],[170,9],[170,0]]]",
    a_ring_without_width: "[[[0,0],[0,9],[0,0],[0,9],[0,0]]]",
    a_ring_without_height: "[[[0,0],[9,0],[0,0],[9,0],[0,0]]]",
    a_slanting_ring_without_area: "[[[1,2],[3,7],[6,3],[3,7],[1,2]]]",
    a_slanting_line: "[[[1,2],[4,9],[7,16],[4,9],[1,2]]]",
    subnormal_and_negative_zero: "[[[1e-320,-0],[9,0],[9,9],[1e-320,-0]]]",
    numbers_of_forty_digits: "[[[0.1234567890123456789012345678901234567890,0],[9,0],[9,9],[0,0]]]",
}

#[test]
fn an_open_ring_and_doubled_points_cover_the_same() {
    let closed = polygon(&format!("[{TRIANGLE}]"));
    assert_eq!(closed.len(), 1);
    assert_eq!(polygon("[[[-9,0],[9,0],[9,9],[-9,0],[-9,0]]]"), closed);
    assert_eq!(polygon("[[[-9,0],[9,0],[9,0],[9,9],[9,9],[-9,0]]]"), closed);
    assert_eq!(polygon("[[[-9,0],[9,0],[9,9],[9,9]]]"), closed, "open, four positions");
}

#[test]
fn numbers_after_longitude_and_latitude_are_ignored() {
    let plain = polygon(&format!("[{TRIANGLE}]"));
    for dimensions in [1, 2, 98] {
        let more = ",7".repeat(dimensions);
        let rings = format!("[[[-9,0{more}],[9,0],[9,9{more}],[-9,0]]]");
        assert_eq!(polygon(&rings), plain, "{} dimensions", dimensions + 2);
    }
}

#[test]
fn longitudes_may_run_past_180() {
    let cut = r#"{"type":"MultiPolygon","coordinates":[[[[175,0],[180,0],[180,5],[175,5],[175,0]]],[[[-180,0],[-175,0],[-175,5],[-180,5],[-180,0]]]]}"#;
    let wrapped = "[[[175,0],[180,0],[185,0],[185,5],[180,5],[175,5],[175,0]]]";
    let facts = FACTS.replace("\"center\":[0,0]", "\"center\":[180,0]");
    let area = |map: String| -> i64 {
        let map = draw(map, &facts).unwrap();
        let all = rings(&map.scene().regions[0].outline.path);
        all.iter().map(|ring| double_area(ring).abs()).sum()
    };
    let (cut, wrapped) = (area(one_feature(cut)), area(one_polygon(wrapped)));
    assert!((cut - wrapped).abs() * 1000 < cut, "{cut} and {wrapped}");
}

#[test]
fn a_map_that_is_on_a_plane_already_is_drawn_as_it_is() {
    let rings = "[[[100000,900000],[180000,900000],[180000,940000],[100000,900000]]]";
    let error = draw(one_polygon(rings), FACTS).unwrap_err().to_string();
    assert!(
        error.starts_with("map, line 1, column 95: feature 1 (\"A\"): position is not"),
        "{error}"
    );
    assert!(error.contains("\"projection\": \"identity\""), "{error}");
    let asked = |word: &str| {
        let facts = FACTS.replace("\"center\"", &format!("\"projection\":\"{word}\",\"center\""));
        covered(&draw(one_polygon(rings), facts).unwrap().scene().regions[0])
    };
    // As wide as the frame between its margins, half as high; of a straight edge nothing but ends.
    assert_eq!(asked("identity"), [[(40, 2500), (4960, 40), (4960, 2500)]]);
    assert_eq!(asked("identity-y-down"), [[(40, 40), (4960, 40), (4960, 2500)]]);
}

#[test]
fn a_projection_that_is_not_known_is_an_error_with_its_place() {
    let facts = FACTS.replace("\"center\"", "\"projection\":\"mercator\",\"center\"");
    let error = draw(SQUARES, facts).unwrap_err().to_string();
    let expected = "facts, line 2, column 14: projection: unknown, known are lambert, albers, \
                    equal-earth, identity, identity-y-down";
    assert_eq!(error, expected);
}

#[test]
fn a_hole_is_a_hole_whichever_way_it_turns() {
    let shell = "[[-9,-9],[9,-9],[9,9],[-9,9],[-9,-9]]";
    let (one, other) = ("[[-3,-3],[3,-3],[3,3],[-3,-3]]", "[[-3,-3],[3,3],[3,-3],[-3,-3]]");
    let one = polygon(&format!("[{shell},{one}]"));
    assert_eq!(one.len(), 2);
    assert_eq!(polygon(&format!("[{shell},{other}]")), one);
    assert!(draw(one_polygon(&format!("[{shell}]")), FACTS).unwrap().svg().contains("evenodd"));
}

#[test]
fn a_single_feature_is_a_map() {
    let feature = SQUARES.lines().nth(1).unwrap().trim_end_matches(',');
    let map = draw(feature, FACTS).unwrap();
    assert_eq!(map.scene().regions.len(), 1);
    assert_eq!(map.unmatched(), Vec::<&str>::new());
}

#[test]
fn an_id_may_be_a_number() {
    let facts = FACTS.replace("\"A\"", "\"76\"");
    let map = draw(SQUARES.replace("\"id\":\"A\"", "\"id\":76"), &facts).unwrap();
    assert_eq!(map.unmatched(), Vec::<&str>::new());
    // As it is written: 076 in the facts is another id.
    let map = draw(SQUARES.replace("\"id\":\"A\"", "\"id\":76"), FACTS.replace("\"A\"", "\"076\""));
    assert_eq!(map.unwrap().unmatched(), ["076"]);
}

#[test]
fn features_may_share_an_id_or_have_none() {
    for (a, b) in [("\"-99\"", "\"-99\""), ("-99", "-99"), ("null", "null"), ("\"\"", "\"\"")] {
        let text = SQUARES.replace("\"A\"", a).replace("\"B\"", b);
        let map = draw(text, FACTS).unwrap();
        assert_eq!(map.scene().regions.len(), 2, "{a}");
        assert_eq!(map.unmatched(), ["A"]);
        assert_eq!(map.scene().regions[0].name, "Aland", "{a}");
    }
}

#[test]
fn an_id_like_a_property_of_every_object_is_an_id() {
    for id in ["__proto__", "constructor", "hasOwnProperty", "toString"] {
        let map = draw(SQUARES, FACTS).unwrap();
        assert_eq!(map.scene().find(id), None);
        let quoted = format!("\"{id}\"");
        let text =
            SQUARES.replace("\"A\"", &quoted).replace("\"name\"", "\"__proto__\":{},\"name\"");
        let map = draw(text, FACTS.replace("\"A\"", &quoted)).unwrap();
        assert_eq!(map.scene().find(id), Some(0));
        assert_eq!(map.unmatched(), Vec::<&str>::new());
    }
}

#[test]
fn of_a_doubled_member_the_last_counts_as_in_javascript() {
    let map = draw(SQUARES.replace("\"id\":\"A\"", "\"id\":\"Z\",\"id\":\"A\""), FACTS).unwrap();
    assert_eq!(map.unmatched(), Vec::<&str>::new());
}

#[test]
fn features_left_out_do_not_move_the_others() {
    let with_points = SQUARES.replace(
        "\"features\":[",
        r#""features":[{"type":"Feature","id":"P","properties":null,"geometry":{"type":"Point","coordinates":[99,80]}},{"type":"Feature","id":"Q","geometry":null},"#,
    );
    assert_eq!(path(&with_points), path(SQUARES));
    assert_eq!(draw(with_points, FACTS).unwrap().scene().regions.len(), 2);
}
