//! The crate as an embedder uses it: files in, pictures, words and errors out.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod common;

use common::{FACTS, SQUARES, draw};
use summit_map::TextPosition;
use summit_map::to_html;
use summit_map::{Error, Map, Options, StageSize};

#[test]
fn a_map_is_made_of_two_files() {
    let map = Map::new(SQUARES.as_bytes(), FACTS.as_bytes(), Options::default()).unwrap();
    assert_eq!(map.scene().regions.len(), 2);
    assert_eq!(map.facts().title, "Talks");
    assert_eq!(map.unmatched(), Vec::<&str>::new());
}

#[test]
fn a_map_can_be_kept_cloned_and_sent_to_another_thread() {
    let map = draw(SQUARES, FACTS).unwrap();
    let copy = map.clone();
    let svg = std::thread::spawn(move || copy.svg()).join().unwrap();
    assert_eq!(svg, map.svg());
}

#[test]
fn the_picture_is_an_svg_file_of_its_own() {
    let svg = draw(SQUARES, FACTS).unwrap().svg();
    let start = svg.split('>').next().unwrap();
    assert!(start.starts_with("<svg ") && start.contains(" xmlns=\"http://www.w3.org/2000/svg\""));
    assert!(svg.ends_with("</svg>") && !svg.contains('\n'));
    assert!(svg.contains("aria-label=\"Aland: agreed, Angry\""));
    for foreign in ["http:", "url(", "href=\""] {
        let mut found = svg.match_indices(foreign).map(|(at, _)| &svg[at..at + 22]);
        let is_local =
            |part: &str| part.contains('#') || part.starts_with("http://www.w3.org/2000");
        assert!(found.all(is_local), "{foreign}");
    }
}

#[test]
fn the_figure_has_title_counts_map_and_legend() {
    let figure = to_html(&draw(SQUARES, FACTS).unwrap().figure());
    for part in [
        "<figure class=\"summit-map\" lang=\"en\"",
        "<h2><span>Talks</span></h2>",
        ">Who agreed</p>",
        "<b class=\"legend-count\">1</b></span> <span class=\"legend-label\">Agreed</span>",
        "<p class=\"legend-names\">Aland</p>",
    ] {
        assert!(figure.contains(part), "{part} is not in {figure}");
    }
}

#[test]
fn the_stamp_changes_with_the_data() {
    let print = |facts: &str| {
        let map = draw(SQUARES, facts).unwrap();
        let stamp = map.stamp();
        assert_eq!(map.prerendered().attribute("data-stamp"), Some(stamp.as_str()));
        assert_eq!(map.figure().attribute("data-stamp"), None);
        stamp
    };
    assert_eq!(print(FACTS), print(FACTS));
    assert_ne!(print(FACTS), print(&FACTS.replace("Who agreed", "Who did")));
    assert_ne!(print(FACTS), print(&FACTS.replace("#17607d", "#17607e")));
}

#[test]
fn the_list_has_an_entry_that_the_map_links_to() {
    let map = draw(SQUARES, FACTS).unwrap();
    let list = to_html(&map.fact_list());
    assert!(list.contains("<div class=\"body\" id=\"summit-A\" tabindex=\"-1\""), "{list}");
    assert!(map.svg().contains("href=\"#summit-A\""));
}

#[test]
fn every_link_of_the_page_into_itself_leads_somewhere() {
    let map = common::shipped();
    let page = to_html(&map.figure()) + &to_html(&map.fact_list());
    let links: Vec<&str> =
        page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(links.len() > 35);
    for link in links {
        assert!(page.contains(&format!("id=\"{link}\"")), "#{link} leads nowhere");
    }
}

#[test]
fn no_id_is_there_twice() {
    let map = common::shipped();
    let page = to_html(&map.figure()) + &to_html(&map.fact_list());
    let mut ids: Vec<&str> =
        page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[test]
fn a_region_named_like_a_source_has_an_anchor_of_its_own() {
    let map = draw(
        SQUARES.replace("\"A\"", "\"source-main\""),
        FACTS
            .replace("\"A\",\"name\"", "\"source-main\",\"name\"")
            .replace("[\"A\"]", "[\"source-main\"]"),
    );
    let list = to_html(&map.unwrap().fact_list());
    assert_eq!(list.matches("id=\"summit-source-main\"").count(), 1, "{list}");
}

#[test]
fn regions_that_the_map_does_not_fill_have_a_group_with_a_name() {
    let facts = FACTS
        .replace(r#""default":"other","#, "")
        .replace(r#""status":["yes","angry"]"#, r#""status":[]"#);
    let list = to_html(
        &Map::new(SQUARES.as_bytes(), facts.as_bytes(), Options::default()).unwrap().fact_list(),
    );
    assert!(list.contains("<span>More</span> (1)"), "{list}");
}

#[test]
fn an_entry_says_who_said_what() {
    let map = draw(SQUARES, FACTS).unwrap();
    let entry = map.entry(0).unwrap();
    assert_eq!((entry.name.as_str(), entry.anchor.as_deref()), ("Aland", Some("summit-A")));
    assert_eq!(entry.status[0].label, "Agreed");
    assert_eq!(entry.status[1].label, "Angry");
    let lead = entry.lead.as_ref().unwrap();
    assert_eq!(lead.text, "Agreed.");
    assert_eq!(lead.remarks, ["Note: Twice"]);
    assert_eq!(lead.sources[0].href, "#summit-source-main");
    assert_eq!(entry.main, []);
    assert_eq!(entry.context[0].text, "All of them.");
    assert_eq!(entry.context[0].sources[0].href, "https://example.org/");
    assert_eq!(entry.context[0].sources[0].detail, "May 2030");
    let other = map.entry(1).unwrap();
    assert_eq!((other.name.as_str(), other.anchor), ("Beland", None));
    assert_eq!(map.entry(2), None);
}

#[test]
fn two_maps_on_a_page_keep_their_fragments_apart() {
    let options = Options { prefix: "second".into(), ..Options::default() };
    let map = Map::new(SQUARES.as_bytes(), FACTS.as_bytes(), options).unwrap();
    assert!(map.svg().contains("href=\"#second-A\"") && !map.svg().contains("#summit-"));
    assert!(to_html(&map.fact_list()).contains("id=\"second-A\""));
}

#[test]
fn each_swatch_of_the_legend_has_the_pattern_of_its_category() {
    // The second pattern lies on the first fill, so the legend names it before the first.
    let facts = r##"{"schema":"summit-map/1","title":"T","categories":[
        {"id":"one","label":"One","color":{"light":"#111111","dark":"#eeeeee"}},
        {"id":"two","label":"Two","color":{"light":"#222222","dark":"#dddddd"}},
        {"id":"lines","label":"Lines","pattern":"diagonal","color":{"light":"#ffffff","dark":"#000000"}},
        {"id":"dots","label":"Dots","pattern":"dots","color":{"light":"#ffffff","dark":"#000000"}}],
        "regions":[{"id":"A","status":["one","dots"]},{"id":"B","status":["two","lines"]}]}"##;
    let figure = to_html(&draw(SQUARES, facts).unwrap().figure());
    let swatch = |label: &str| {
        let end = figure.find(&format!("legend-label\">{label}<")).unwrap();
        let start = figure[..end].rfind("<li").unwrap();
        figure[start..end].to_owned()
    };
    // p0 is the first overlay of the map, the lines; p1 the dots.
    let turned = |id: &str| {
        let start = figure.find(&format!("<pattern id=\"{id}\"")).unwrap();
        figure[start..].split('>').next().unwrap().contains("patternTransform")
    };
    assert!(turned("p0") && !turned("p1"));
    assert!(swatch("Lines").contains("url(#p0)"), "{}", swatch("Lines"));
    assert!(swatch("Dots").contains("url(#p1)"), "{}", swatch("Dots"));
}

#[test]
fn an_error_has_a_code_a_place_and_a_message() {
    let facts = FACTS.replace("[\"yes\",\"angry\"]", "[\"no\"]");
    let error = draw(SQUARES, facts).unwrap_err();
    assert_eq!(error.code(), "invalid");
    assert_eq!(error.place(), Some(TextPosition { line: 10, column: 47 }));
    let expected = "facts, line 10, column 47: region \"A\": unknown status \"no\", known are angry, other, yes";
    assert_eq!(error.to_string(), expected);
    let source: &dyn std::error::Error = &error;
    assert!(source.source().is_none());
}

#[test]
fn the_first_bad_file_is_named() {
    assert!(draw("", "").unwrap_err().to_string().starts_with("map: "));
    assert!(draw(SQUARES, "").unwrap_err().to_string().starts_with("facts: "));
    assert_eq!(Error::UnknownRegion { id: "Z".into() }.code(), "unknown-region");
}

#[test]
fn a_map_in_memory_is_drawn_like_its_text() {
    let text = String::from_utf8(common::AMERICAS.to_vec()).unwrap();
    let in_memory = text.parse::<geojson::GeoJson>().unwrap();
    let map = Map::from_geojson(&in_memory, common::SUMMIT, Options::default()).unwrap();
    assert_eq!(map.svg(), common::shipped().svg());
    let feature = geojson::GeoJson::Geometry(geojson::Geometry::new_point([0.0, 0.0]));
    let error = Map::from_geojson(&feature, common::SUMMIT, Options::default()).unwrap_err();
    assert_eq!(error.code(), "invalid");
}

#[test]
fn every_stage_of_the_work_is_told_once_and_in_order() {
    use summit_map::Stage::{Drawn, FactsRead, Joined, Parsed, Projected, Ranked};
    let mut stages = Vec::new();
    let map = common::AMERICAS;
    Map::observed(map, common::SUMMIT, Options::default(), |stage| stages.push(stage)).unwrap();
    assert_eq!(stages, [FactsRead, Parsed, Joined, Projected, Ranked, Drawn]);
}

/// The bytes of all paths in a view of an element of this width in CSS pixels.
fn path_bytes(map: &Map, element_px: i32) -> usize {
    let view = map.draw(&map.whole(), StageSize::of_element(element_px));
    view.scene.regions.iter().map(|region| region.outline.path.len()).sum()
}

#[test]
fn a_first_view_is_as_large_as_the_screen_asks_and_not_as_the_file() {
    let fine = draw(common::AMERICAS_FINE, common::SUMMIT).unwrap();
    let [phone, laptop, wall] = [360, 1280, 6000].map(|width_px| path_bytes(&fine, width_px));
    // What the page was prerendered with stays up to a width of the map of 800 px.
    assert!(phone == laptop && laptop * 3 < wall * 2, "{phone}, {laptop}, {wall}");
    // Fourteen times as many vertices are some three times the bytes on the same screen.
    let coarse = path_bytes(common::shipped(), 800);
    assert!(laptop < coarse * 4, "{laptop} of the finer file, {coarse} of the coarser");
}
