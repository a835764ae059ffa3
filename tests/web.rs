//! The wiring in a real browser. Behaviour is tested natively; here is proved that the wasm draws
//! the same bytes, builds the nodes it would write, and carries patches out.
#![cfg(target_os = "unknown")]
#![expect(clippy::expect_used, reason = "a test stops at the first surprise")]

use js_sys::Function;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use summit_map::{Engine, Map, Options, SummitMap, to_html};
use wasm_bindgen::closure::Closure;
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

/// A widget in the page, and an engine that answers it at once.
struct Page {
    widget: Rc<SummitMap>,
    engine: Rc<RefCell<Engine>>,
    root: ShadowRoot,
    _call: Closure<dyn FnMut(JsValue, JsValue)>,
}

impl Page {
    fn new(host: HtmlElement, root: ShadowRoot) -> Page {
        let engine = Rc::new(RefCell::new(Engine::new()));
        let itself: Rc<RefCell<Weak<SummitMap>>> = Rc::default();
        let (answers, asking) = (engine.clone(), itself.clone());
        let call = Closure::new(move |what: JsValue, request: JsValue| {
            let (Some(request), Some(widget)) = (request.as_string(), asking.borrow().upgrade())
            else {
                return;
            };
            assert_eq!(what, JsValue::from("ask"));
            let reply = answers.borrow_mut().handle(1, &request, &[], &[]);
            widget.receive(&reply).expect("a drawing");
        });
        let function: &Function = call.as_ref().unchecked_ref();
        let widget = SummitMap::new(host, root.clone(), function.clone()).expect("a page");
        let widget = Rc::new(widget);
        *itself.borrow_mut() = Rc::downgrade(&widget);
        Page { widget, engine, root, _call: call }
    }

    /// Has the engine read two files, and the widget show them.
    fn open(&self, map: &[u8], facts: &[u8]) -> Result<JsValue, JsValue> {
        let request = self.widget.opening(js_sys::Object::new().into());
        let reply = self.engine.borrow_mut().handle(1, &request, map, facts);
        self.widget.receive(&reply)
    }

    /// Has the engine read further facts.
    fn add_facts(&self, more: &[u8]) -> Result<JsValue, JsValue> {
        let reply = self.engine.borrow_mut().handle(1, "facts\t", more, &[]);
        self.widget.receive(&reply)
    }

    fn select(&self, id: Option<&str>) -> Result<(), JsValue> {
        self.widget.select(id.map(str::to_owned))
    }
}

fn shown() -> (Page, ShadowRoot) {
    let (host, root) = host();
    let page = Page::new(host, root.clone());
    page.open(MAP, FACTS).expect("good data");
    (page, root)
}

/// A page in which the map is drawn already.
fn prerendered() -> (HtmlElement, ShadowRoot) {
    let (host, root) = host();
    let map = Map::new(MAP, FACTS, Options::default()).expect("good data");
    root.append_child(&parsed(&map.prerendered())).expect("room");
    host.append_child(&parsed(&map.fact_list())).expect("room");
    (host, root)
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

/// What an HTML parser makes of a tree.
fn parsed(tree: &summit_map::Element) -> Element {
    // Only a text has a namespace as an attribute.
    let written = to_html(tree).replace(" xmlns=\"http://www.w3.org/2000/svg\"", "");
    let page = document().create_element("div").expect("an element");
    page.set_inner_html(&written);
    page.first_element_child().expect("an element")
}

#[wasm_bindgen_test]
fn a_drawing_that_is_already_there_answers_before_the_engine_and_is_left_as_it_was() {
    let (host, root) = prerendered();
    let before = find(&root, "figure").expect("a figure").clone_node_with_deep(true);
    let page = Page::new(host, root.clone());
    let told = page.widget.adopt("en");
    assert_eq!(report(&told, "adopted"), JsValue::TRUE);
    assert_eq!(report(&told, "regions"), JsValue::from(58));
    page.select(Some("MEX")).expect("on the map");
    assert_eq!(text(&root, ".card h3"), "Mexico");
    assert!(text(&root, ".card .facts").contains("boycotted"));
    drop(page);
    let after = find(&root, "figure").expect("a figure");
    assert!(after.is_equal_node(before.ok().as_ref()), "the trees differ");
}

#[wasm_bindgen_test]
fn the_engine_takes_over_the_nodes_of_a_drawing_that_is_there() {
    let (host, root) = prerendered();
    let page = Page::new(host, root.clone());
    let _ = page.widget.adopt("en");
    let mexico = find(&root, "[href='#summit-MEX'] path").expect("a shape");
    let told = page.open(MAP, FACTS).expect("good data");
    assert_eq!(report(&told, "adopted"), JsValue::TRUE);
    let now = find(&root, "[href='#summit-MEX'] path").expect("a shape");
    assert!(now.is_same_node(Some(&mexico)));
    let (other, _) = shown();
    let live = find(&other.root, ".layers").expect("a map");
    assert!(find(&root, ".layers").is_some_and(|layers| layers.is_equal_node(Some(&live))));
}

#[wasm_bindgen_test]
fn selecting_opens_a_card_and_none_closes_it() {
    let (page, root) = shown();
    page.select(Some("MEX")).expect("on the map");
    assert_eq!(text(&root, ".card h3"), "Mexico");
    assert!(find(&root, ".card:not([hidden]) .close").is_some());
    page.select(None).expect("nothing to fail");
    assert!(find(&root, ".card[hidden]:empty").is_some());
}

#[wasm_bindgen_test]
fn a_second_file_of_facts_adds_to_what_a_card_says() {
    let (page, root) = shown();
    page.select(Some("GRD")).expect("on the map");
    assert!(!text(&root, ".card .facts").contains("One thing more."));
    let more = br#"{"claims":[{"id":"more","about":["GRD"],"text":"One thing more.",
        "sources":["article"]}]}"#;
    page.add_facts(more).expect("good facts");
    page.select(Some("GRD")).expect("on the map");
    assert!(text(&root, ".card .facts").contains("One thing more."));
    let error = page.add_facts(more).expect_err("the id is taken");
    assert_eq!(report(&error, "code"), JsValue::from("invalid"));
    assert_eq!(text(&root, ".card h3"), "Grenada");
}

#[wasm_bindgen_test]
fn an_unknown_region_is_a_typed_error() {
    let (page, _) = shown();
    let error = page.select(Some("XXX")).expect_err("not on the map");
    assert_eq!(report(&error, "code"), JsValue::from("unknown-region"));
}

#[wasm_bindgen_test]
fn bad_data_is_a_typed_error_and_the_last_map_stays() {
    let (page, root) = shown();
    let bad = br#"{"schema":"summit-map/1","title":"T","categories":[],"regions":[
        {"id":"MEX","status":["sighned"]}]}"#;
    let error = page.open(MAP, bad).expect_err("an unknown status");
    assert_eq!(report(&error, "code"), JsValue::from("invalid"));
    assert_eq!(report(&error, "line"), JsValue::from(2));
    assert!(find(&root, "figure [data-region]").is_some());
}

#[wasm_bindgen_test]
fn texts_of_the_data_never_become_markup() {
    let (host, root) = host();
    let page = Page::new(host, root.clone());
    let map = br#"{"type":"Feature","id":"A","properties":{"name":"<img src=x>"},
        "geometry":{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]]]}}"#;
    let facts = br##"{"schema":"summit-map/1","title":"<script>1</script>",
        "categories":[{"id":"y","label":"<b>","color":{"light":"#17607d","dark":"#5fb4d6"}}],
        "regions":[{"id":"A","status":["y"]}]}"##;
    page.open(map, facts).expect("good data");
    page.select(Some("A")).expect("on the map");
    assert_eq!(text(&root, "h2"), "<script>1</script>");
    assert_eq!(text(&root, ".card h3"), "<img src=x>");
    assert!(find(&root, "script, img, b:not(.legend-count)").is_none());
}

#[wasm_bindgen_test]
fn a_freed_widget_leaves_no_tip_and_no_card() {
    let (page, root) = shown();
    assert!(find(&root, ".tip").is_some() && find(&root, ".card").is_some());
    drop(page);
    assert!(find(&root, ".tip, .card").is_none());
}
