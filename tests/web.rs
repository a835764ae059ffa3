//! The wiring in a real browser. Behaviour is tested natively; here is proved that the wasm draws
//! the same bytes, builds the nodes it would write, and carries patches out.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::expect_used, reason = "a test stops at the first surprise")]

use summit_map::{Map, Options, SummitMap, to_html};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

wasm_bindgen_test_configure!(run_in_browser);

const MAP: &[u8] = include_bytes!("../data/americas.geojson");
const FACTS: &[u8] = include_bytes!("../data/summit-2022.json");
const NATIVE: &str = include_str!("fixtures/americas/map.svg");

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a page")
}

fn host() -> (HtmlElement, ShadowRoot) {
    let host = document().create_element("div").expect("an element");
    document().body().expect("a body").append_child(&host).expect("room");
    let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).expect("a root");
    root.append_child(&document().create_element("slot").expect("an element")).expect("room");
    (host.unchecked_into(), root)
}

fn shown() -> (SummitMap, HtmlElement, ShadowRoot) {
    let (host, root) = host();
    let widget = SummitMap::new(host.clone(), root.clone()).expect("a page");
    widget.set_data(MAP, FACTS, JsValue::UNDEFINED).expect("good data");
    (widget, host, root)
}

fn find(root: &ShadowRoot, selector: &str) -> Option<Element> {
    root.query_selector(selector).expect("a selector")
}

fn text(root: &ShadowRoot, selector: &str) -> String {
    find(root, selector).and_then(|element| element.text_content()).unwrap_or_default()
}

fn report(value: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(value, &name.into()).expect("an object")
}

#[wasm_bindgen_test]
fn wasm_draws_the_same_bytes_as_native_code() {
    let map = Map::new(MAP, FACTS, Options::default()).expect("good data");
    assert!(map.svg() == NATIVE, "the drawings differ");
}

/// What an HTML parser makes of the static figure.
fn parsed() -> Element {
    let map = Map::new(MAP, FACTS, Options::default()).expect("good data");
    // Only a text has a namespace as an attribute.
    let written = to_html(&map.prerendered());
    let written = written.replace(" xmlns=\"http://www.w3.org/2000/svg\"", "");
    let page = document().create_element("div").expect("an element");
    page.set_inner_html(&written);
    page.first_element_child().expect("a figure")
}

#[wasm_bindgen_test]
fn the_nodes_that_are_built_are_those_that_are_written_and_a_freed_widget_leaves_them_so() {
    let (widget, _host, root) = shown();
    widget.select(Some("MEX".into())).expect("on the map");
    let figure = find(&root, "figure").expect("a figure");
    assert!(!figure.is_equal_node(Some(&parsed())), "a live figure has controls");
    drop(widget);
    assert!(figure.is_equal_node(Some(&parsed())), "the trees differ");
}

#[wasm_bindgen_test]
fn a_drawing_that_is_already_there_is_kept() {
    let (widget, host, root) = shown();
    let figure = find(&root, "figure").expect("a figure");
    drop(widget);
    let second = SummitMap::new(host, root.clone()).expect("a page");
    let told = second.set_data(MAP, FACTS, JsValue::UNDEFINED).expect("good data");
    assert_eq!(report(&told, "adopted"), JsValue::TRUE);
    assert_eq!(report(&told, "regions"), JsValue::from(58));
    assert!(find(&root, "figure").is_some_and(|now| now.is_same_node(Some(&figure))));
}

#[wasm_bindgen_test]
fn selecting_opens_a_card_and_none_closes_it() {
    let (widget, _host, root) = shown();
    widget.select(Some("MEX".into())).expect("on the map");
    assert_eq!(text(&root, ".card h3"), "Mexico");
    assert!(find(&root, ".card:not([hidden]) .close").is_some());
    widget.select(None).expect("nothing to fail");
    assert!(find(&root, ".card[hidden]:empty").is_some());
}

#[wasm_bindgen_test]
fn a_second_file_of_facts_adds_to_what_a_card_says() {
    let (widget, _host, root) = shown();
    widget.select(Some("GRD".into())).expect("on the map");
    assert!(!text(&root, ".card .facts").contains("One thing more."));
    let more = br#"{"claims":[{"id":"more","about":["GRD"],"text":"One thing more.",
        "sources":["article"]}]}"#;
    widget.add_facts(more).expect("good facts");
    widget.select(Some("GRD".into())).expect("on the map");
    assert!(text(&root, ".card .facts").contains("One thing more."));
    let error = widget.add_facts(more).expect_err("the id is taken");
    assert_eq!(report(&error, "code"), JsValue::from("invalid"));
    assert_eq!(text(&root, ".card h3"), "Grenada");
}

#[wasm_bindgen_test]
fn an_unknown_region_is_a_typed_error() {
    let (widget, _host, _root) = shown();
    let error = widget.select(Some("XXX".into())).expect_err("not on the map");
    assert_eq!(report(&error, "code"), JsValue::from("unknown-region"));
}

#[wasm_bindgen_test]
fn bad_data_is_a_typed_error_and_the_last_map_stays() {
    let (widget, _host, root) = shown();
    let bad = br#"{"schema":"summit-map/1","title":"T","categories":[],"regions":[
        {"id":"MEX","status":["sighned"]}]}"#;
    let error = widget.set_data(MAP, bad, JsValue::UNDEFINED).expect_err("an unknown status");
    assert_eq!(report(&error, "code"), JsValue::from("invalid"));
    assert_eq!(report(&error, "line"), JsValue::from(2));
    assert!(find(&root, "figure [data-region]").is_some());
}

#[wasm_bindgen_test]
fn texts_of_the_data_never_become_markup() {
    let (host, root) = host();
    let widget = SummitMap::new(host.clone(), root.clone()).expect("a page");
    let map = br#"{"type":"Feature","id":"A","properties":{"name":"<img src=x>"},
        "geometry":{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]]]}}"#;
    let facts = br##"{"schema":"summit-map/1","title":"<script>1</script>",
        "categories":[{"id":"y","label":"<b>","color":{"light":"#17607d","dark":"#5fb4d6"}}],
        "regions":[{"id":"A","status":["y"]}]}"##;
    widget.set_data(map, facts, JsValue::UNDEFINED).expect("good data");
    widget.select(Some("A".into())).expect("on the map");
    assert_eq!(text(&root, "h2"), "<script>1</script>");
    assert_eq!(text(&root, ".card h3"), "<img src=x>");
    assert!(find(&root, "script, img, b").is_none());
}

#[wasm_bindgen_test]
fn a_freed_widget_leaves_no_tip_and_no_card() {
    let (widget, _host, root) = shown();
    assert!(find(&root, ".tip").is_some() && find(&root, ".card").is_some());
    drop(widget);
    assert!(find(&root, ".tip, .card").is_none());
}
