//! An author's own map and table → a map and facts that can be drawn.

#![cfg(not(target_os = "unknown"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use serde_json::Value;
use summit_map::{Facts, Imported, Map, Options, Settings, import};

const AMERICAS: &[u8] = include_bytes!("../data/americas.geojson");

fn made(map: &[u8], table: &str, settings: &str) -> Imported {
    let table = (!table.is_empty()).then_some(table.as_bytes());
    import(map, table, &Settings::parse(settings).unwrap()).unwrap()
}

fn facts(made: &Imported) -> Facts {
    Facts::parse(&made.facts).unwrap()
}

fn report(made: &Imported) -> Value {
    serde_json::from_str(&made.report).unwrap()
}

/// The category of a region, by its label.
fn label(facts: &Facts, id: &str) -> String {
    let row = facts.region(id).map(|(row, _)| row);
    facts.labels(row).join(", ")
}

#[test]
fn a_table_of_texts_is_a_map_of_categories() {
    let made =
        made(AMERICAS, "country,side\nBrazil,East\nChile,West\nPeru,West\n", "title\tSides\n");
    let facts = facts(&made);
    assert_eq!(facts.title, "Sides");
    let labels: Vec<_> = facts.categories.iter().map(|one| one.label.as_str()).collect();
    assert_eq!(labels, ["West", "East", "No data"]);
    assert_eq!(
        ["BRA", "CHL", "ARG"].map(|id| label(&facts, id)),
        ["East", "West", "No data"].map(String::from)
    );
    let map = Map::new(&made.map, &made.facts, Options::default()).unwrap();
    assert!(map.unmatched().is_empty());
    assert!(map.svg().contains("#0a546a"));
}

#[test]
fn the_report_says_what_was_chosen_and_why() {
    let made = made(
        AMERICAS,
        "year,country,rain\n2030,Brazil,1200\n2030,Chile,x\n2030,Peru,5\n2030,Cuba,6\n2030,Haiti,7\n",
        "",
    );
    let report = report(&made);
    assert_eq!(report["chosen"]["join"]["column"], "country");
    assert_eq!(report["chosen"]["value"]["column"], "rain");
    assert_eq!(report["chosen"]["value"]["kind"], "numbers");
    assert_eq!(
        report["warnings"][0],
        "table, line 3, column 12: \"x\" is not a number; the region is drawn without data"
    );
    assert_eq!(label(&facts(&made), "CHL"), "No data");
}

fn warnings(made: &Imported) -> String {
    report(made)["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one.as_str().unwrap())
        .collect::<Vec<_>>()
        .join("\n")
}

fn labels(facts: &Facts) -> String {
    facts.categories.iter().map(|one| one.label.as_str()).collect::<Vec<_>>().join(" | ")
}

const SQUARES: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"NAME":"Alpha","kind":"old","size":1},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}},
{"type":"Feature","id":7,"properties":{"NAME":"Beta","kind":"new","size":2},"geometry":{"type":"Polygon","coordinates":[[[1,0],[2,0],[2,1],[1,1],[1,0]]]}},
{"type":"Feature","id":7,"properties":{"NAME":"Gamma","kind":"new","size":3},"geometry":{"type":"Polygon","coordinates":[[[2,0],[3,0],[3,1],[2,1],[2,0]]]}}]}"#;

#[test]
fn countries_are_known_by_codes_and_by_names_in_four_languages() {
    for rows in [
        ["AR", "br", "Us", "CL"],
        ["ARG", "BRA", "usa", "chl"],
        ["032", "076", "840", "152"],
        ["32", "76", "840", "152"],
        ["Argentina", "Brazil", "United States of America", "CHILE"],
        ["Argentina", "Brasil", "EE.UU.", "Chile"],
        ["Argentina", "Brasil", "Estados Unidos da América", "Chile"],
        ["Argentine", "Brésil", "Etats-Unis", "Chili"],
    ] {
        let table = ["place,side", "e", "e", "n", "w"];
        let lines = rows.iter().zip(&table[1..]).map(|(place, side)| format!("{place},{side}\n"));
        let text = format!("{}\n{}", table[0], lines.collect::<String>());
        let made = made(AMERICAS, &text, "");
        let facts = facts(&made);
        let found = ["ARG", "BRA", "USA", "CHL"].map(|id| label(&facts, id));
        assert_eq!(found, ["e", "e", "n", "w"], "{text}\n{}", made.report);
    }
}

#[test]
fn a_map_of_other_places_is_none_of_countries_though_codes_agree() {
    // GA, AL and DE are states of a federation here, and codes of countries elsewhere.
    let state = |id: &str, name: &str, x: i32| {
        format!(
            r#"{{"type":"Feature","id":"{id}","properties":{{"name":"{name}"}},"geometry":{{"type":"Polygon","coordinates":[[[{x},0],[{x}.9,0],[{x}.9,1],[{x},0]]]}}}}"#
        )
    };
    let states = [state("GA", "Georgia", 1), state("AL", "Alabama", 2), state("DE", "Delaware", 3)];
    let map = format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, states.join(","));
    let made = made(map.as_bytes(), "place,side\nGE,x\nGabon,y\nDE,z\n", "");
    let report = report(&made);
    assert_eq!(report["matched"].as_array().unwrap().len(), 1);
    assert_eq!(report["unmatched"].as_array().unwrap().len(), 2);
}

#[test]
fn without_a_table_the_properties_are_the_rows() {
    let made = made(SQUARES.as_bytes(), "", "");
    let facts = facts(&made);
    assert_eq!(
        (facts.title.as_str(), labels(&facts).as_str()),
        ("Kind by region", "new | old | No data")
    );
    assert_eq!(label(&facts, "alpha"), "old");
    let text = said(&made);
    assert!(text.contains("size: 3"), "{text}");
}

fn said(made: &Imported) -> String {
    facts(made).claims.iter().map(|claim| claim.text.clone()).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_feature_has_a_name_and_an_id_of_its_own() {
    let made = made(SQUARES.as_bytes(), "NAME,v\nAlpha,a\nBeta,b\nGamma,c\n", "");
    let map = Map::new(&made.map, &made.facts, Options::default()).unwrap();
    let regions: Vec<_> = map.scene().regions.iter().map(|one| (&*one.id, &*one.name)).collect();
    assert_eq!(regions, [("alpha", "Alpha"), ("7", "Beta"), ("7-2", "Gamma")]);
    let told = warnings(&made);
    assert!(told.contains("without an id, which were given one: 1"), "{told}");
    assert!(
        told.contains("with the id of another, which were given one of their own: \"Gamma\""),
        "{told}"
    );
}

#[test]
fn more_than_twelve_texts_are_other() {
    let ids = [
        "ARG", "BHS", "BLZ", "BOL", "BRA", "CAN", "CHL", "COL", "CRI", "CUB", "DMA", "DOM", "ECU",
        "GTM",
    ];
    let rows: String = ids.iter().enumerate().map(|(n, id)| format!("{id},text {n}\n")).collect();
    let made = made(AMERICAS, &format!("id,what\n{rows}"), "value\twhat\n");
    let facts = facts(&made);
    assert_eq!(facts.categories.len(), 14);
    assert_eq!((label(&facts, "GTM").as_str(), label(&facts, "ARG").as_str()), ("Other", "text 0"));
    assert!(warnings(&made).contains("14 categories; the 12 most frequent are shown"));
}

#[test]
fn texts_that_differ_in_case_are_one_category_and_told() {
    let made = made(AMERICAS, "id,what\nARG,Yes\nBRA,yes\nCHL,No\n", "");
    assert_eq!(labels(&facts(&made)), "Yes | No | No data");
    assert!(warnings(&made).contains("table, line 3, column 5: \"yes\" is taken for \"Yes\""));
}

#[test]
fn numbers_with_decimal_commas_are_read_and_written_in_the_language() {
    let text = "id;rain;area\nARG;1.204,5;1.000\nBRA;863;20\nCHL;0,25;7\n";
    let made = made(AMERICAS, text, "language\tfr\nunit\tmm\nclasses\t2\n");
    let facts = facts(&made);
    assert_eq!(labels(&facts), "0,25\u{a0}mm | 400\u{a0}mm ou plus | Aucune donnée");
    let text = said(&made);
    assert!(
        text.contains("rain\u{202f}: 1\u{202f}204,5\u{a0}mm\u{202f}; area\u{202f}: 1\u{202f}000"),
        "{text}"
    );
    assert_eq!(facts.title, "Rain par région");
}

#[test]
fn a_mark_that_nothing_tells_is_supposed_and_told() {
    let made = made(AMERICAS, "id,rain\nARG,1.204\nBRA,1.863\nCHL,3.250\n", "");
    assert!(warnings(&made).contains("column \"rain\": the point is taken for the decimal mark"));
    let given = made_with_comma();
    assert!(said(&given).contains("rain: 1,204"));
    assert_eq!(warnings(&given), "");
}

fn made_with_comma() -> Imported {
    made(AMERICAS, "id,rain\nARG,1.204\nBRA,1.863\nCHL,3.250\n", "decimal\t,\n")
}

#[test]
fn codes_and_years_are_passed_over_and_written_as_they_are() {
    let made = made(
        AMERICAS,
        "id,year,code,rain\nARG,2030,0123,5\nBRA,2030,0456,6\nCHL,2031,0789,7\n",
        "",
    );
    assert_eq!(report(&made)["chosen"]["value"]["column"], "rain");
    let text = said(&made);
    assert!(text.contains("year: 2030; code: 0123; rain: 5"), "{text}");
}

#[test]
fn a_region_of_the_table_is_named_by_its_label_column() {
    let made =
        made(AMERICAS, "id,title,v\nARG,The south,a\nBRA,The east,b\n", "label\ttitle\nvalue\tv\n");
    assert_eq!(facts(&made).name_of("ARG").map(String::as_str), Some("The south"));
}

#[test]
fn names_of_countries_are_those_of_the_language() {
    let made = made(AMERICAS, "id,v\nBRA,a\nUSA,b\n", "language\tfr\n");
    let map = Map::new(&made.map, &made.facts, Options::default()).unwrap();
    let name = map.scene().find("USA").map(|index| map.scene().regions[index].name.clone());
    assert_eq!(name.as_deref(), Some("États-Unis"));
}

#[test]
fn the_interface_says_what_the_regions_are_called() {
    let made =
        made(AMERICAS, "id,v\nBRA,a\nUSA,b\n", "region-word\tisland\nregions-word\tislands\n");
    let map = Map::new(&made.map, &made.facts, Options::default()).unwrap();
    let page = summit_map::to_html(&map.figure()) + &summit_map::to_html(&map.fact_list());
    assert!(page.contains("<h2>Islands</h2>") && page.contains("Search islands"), "{page}");
    for word in ["ountr", "article", "ummit of"] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn a_card_has_all_other_columns_and_names_the_source() {
    let settings = "source\tWeather service\nsource-url\thttps://example.org/rain\n";
    let made = made(AMERICAS, "id,rain,harbour\nBRA,1200,open\nUSA,7,\n", settings);
    let facts = facts(&made);
    let claim = &facts.claims[0];
    assert_eq!(claim.text, "rain: 1,200; harbour: open");
    assert!(claim.establishes.is_some());
    let source = facts.sources_of(claim).next().unwrap();
    assert_eq!(
        (source.publisher.as_str(), source.url.as_deref()),
        ("Weather service", Some("https://example.org/rain"))
    );
}

#[test]
fn an_object_of_topojson_is_read_by_its_name() {
    let map = br#"{"type":"Topology","arcs":[[[0,0],[1,0],[1,1],[0,0]],[[5,5],[6,5],[6,6],[5,5]]],"objects":{
        "land":{"type":"GeometryCollection","geometries":[{"type":"Polygon","id":"A","arcs":[[0]]},{"type":"Polygon","id":"B","arcs":[[1]]}]},
        "one":{"type":"GeometryCollection","geometries":[{"type":"Polygon","id":"C","arcs":[[1]]}]}}}"#;
    let count = |settings: &str| {
        let made = import(map, Some(b"id,v\nA,x\n"), &Settings::parse(settings).unwrap());
        made.map(|made| report(&made)["withoutRow"].as_array().unwrap().len())
            .map_err(|error| error.to_string())
    };
    assert_eq!(count(""), Ok(1));
    assert_eq!(count("object\tone"), Ok(1));
    assert!(
        count("object\tsea")
            .unwrap_err()
            .contains("there is no object \"sea\"; there are land, one")
    );
}

#[test]
fn a_column_that_is_not_there_is_an_error() {
    let settings = Settings::parse("value\tsnow").unwrap();
    let error = import(AMERICAS, Some(b"id,rain\nBRA,1\n"), &settings).unwrap_err().to_string();
    assert_eq!(
        error,
        "table, line 1, column 1: column \"snow\": is not there; the columns are id, rain"
    );
}

#[test]
fn texts_of_a_table_that_look_like_counts_or_markup_stay_texts() {
    let made = made(AMERICAS, "id,<b>{all}</b>\nBRA,\"a \"\"{no}\"\" \\ <i>\"\nUSA,{\n", "");
    let map = Map::new(&made.map, &made.facts, Options::default()).unwrap();
    let page = summit_map::to_html(&map.figure()) + &summit_map::to_html(&map.fact_list());
    assert!(!page.contains("<i>") && page.contains("&lt;i&gt;"));
}

#[test]
fn facts_without_a_question_count_their_regions_and_name_them_by_the_map() {
    let facts = br##"{"schema":"summit-map/1","title":"Talks","headline":"{yes} of {all} came.",
        "categories":[{"id":"yes","label":"Came","color":"#17607d"},{"id":"no","label":"Stayed","color":"#8a8580"}],
        "regions":[{"id":"BRA","status":["yes"]},{"id":"CHL","status":["no"]}]}"##;
    let map = Map::new(AMERICAS, facts, Options::default()).unwrap();
    let page = summit_map::to_html(&map.figure()) + &summit_map::to_html(&map.fact_list());
    assert!(page.contains("1 of 2 came.") && page.contains("Chile"), "{page}");
    assert!(page.contains("light-dark(#17607d,#17607d)"));
}
