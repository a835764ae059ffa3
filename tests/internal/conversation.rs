//! What is said between a widget and the engine, from the first request to the last.

use super::common::{FACTS, SQUARES};
use super::figure::text_of;
use crate::content::data_table::Sort;
use crate::engine::engine::Engine;
use crate::engine::live::LiveView;
use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::geo::viewport::Viewport;
use crate::interaction::filter::Filter;
use crate::interaction::map_index::MapIndex;
use crate::interaction::message::keep::Keep;
use crate::interaction::message::text::Reader;
use crate::interaction::message::{Draw, Reply, Request};
use crate::render::element::Element;
use crate::render::tree;
use crate::{Map, Options, StageSize};
use std::rc::Rc;

const MORE: &str = r#"{"schema":"summit-map/1",
"sources":{"late":{"kind":"context","publisher":"Herald","date":"2030-06"}},
"claims":[{"id":"4","about":["A"],"text":"Agreed again.","sources":["late"]}]}"#;

/// A file that ends within its second line.
const BROKEN: &str = "{\"schema\":\"summit-map/1\",\n \"title\":";

fn map() -> Map {
    Map::new(SQUARES.as_bytes(), FACTS.as_bytes(), Options::default()).unwrap()
}

/// The same squares with a corner in the north, which only a closer look shows.
fn finer() -> String {
    SQUARES.replace("[-10,5],", "[-5,7],[-10,5],")
}

fn open(stamp: Option<String>) -> Request {
    Request::Open { options: Options::default(), has_more: true, stamp }
}

/// What a stage of 800 px shows, and a request to draw it, so many times larger.
fn draw(zoom: f64) -> Draw {
    let size = StageSize::of_element(800);
    let map = Rc::new(map());
    let shown = LiveView::new(map.clone()).shown(size);
    let viewport = map.zoomed(&Viewport::whole(&map.frame().showing(shown)), zoom);
    Draw { viewport, shown, size, table: None }
}

/// An engine, and all that it has said.
#[derive(Default)]
struct Talk {
    engine: Engine,
    said: Vec<String>,
}

impl Talk {
    fn ask(&mut self, number: u32, request: &Request, files: [&str; 2]) -> &str {
        let reply = self.engine.handle(number, &request.write(), files.map(str::as_bytes));
        self.said.push(reply);
        self.said.last().unwrap()
    }

    fn open(&mut self, number: u32) -> &str {
        self.ask(number, &open(None), [SQUARES, FACTS])
    }

    fn tree(&mut self, number: u32, draw: Draw) -> String {
        figure(self.ask(number, &Request::Draw(draw), ["", ""]), &draw.viewport)
    }
}

/// The figure of a reply, as text.
fn figure(reply: &str, expected: &Viewport) -> String {
    let Some(Reply::Figure { viewport, tree }) = Reply::read(reply) else {
        panic!("no figure: {reply}")
    };
    assert_eq!(viewport, *expected);
    tree.to_owned()
}

fn element(text: &str) -> Element {
    tree::read(text, &mut Keep::default()).unwrap()
}

fn known(text: &str) -> MapIndex {
    MapIndex::read(&mut Reader::new(text), &mut Keep::default())
}

/// A conversation from the first request to the last.
fn play(talk: &mut Talk) {
    let (whole, zoomed) = (draw(1.0), draw(3.0));
    let map = map();

    let Some(Reply::Opened { skeleton, index, list }) = Reply::read(talk.open(7)) else {
        panic!("not opened")
    };
    assert_eq!(element(skeleton), map.skeleton());
    assert_eq!(element(list), map.fact_list());
    let index = known(index);
    assert_eq!((index.regions.len(), index.is_partial), (2, true));
    assert_eq!(index.shown, map.frame().shown());

    let corner = UnitPoint { x: 1, y: 1 };
    let wrong = Draw { shown: UnitBox { min: corner, max: corner }, ..whole };
    let reply = talk.ask(7, &Request::Draw(wrong), ["", ""]);
    assert_eq!(Reply::read(reply), Some(Reply::Shown(whole.shown)));

    let drawn = talk.tree(7, whole);
    let mut view = LiveView::new(Rc::new(map.clone()));
    assert_eq!(element(&drawn), view.figure(&whole.viewport, whole.size, None));
    let table = Some((Sort::default(), Filter::showing(Some(0))));
    let with_table = talk.tree(7, Draw { table, ..whole });
    assert_eq!(element(&with_table), view.figure(&whole.viewport, whole.size, table));
    let coarse = talk.tree(7, zoomed);
    assert_eq!(element(&coarse), view.figure(&zoomed.viewport, zoomed.size, None));

    let reply = talk.ask(7, &Request::Refine, [&finer(), ""]);
    assert_eq!(Reply::read(reply), Some(Reply::Refined));
    let fine = talk.tree(7, zoomed);
    assert_ne!(fine, coarse);
    assert_eq!(talk.tree(7, whole), drawn, "the whole map stays as it was");

    let reply = talk.ask(7, &Request::AddFacts, [MORE, ""]);
    let Some(Reply::Facts { index, list }) = Reply::read(reply) else { panic!("{reply}") };
    assert!(!known(index).is_partial && text_of(&element(list)).contains("Agreed again."));
    let count = |index: &MapIndex| index.regions[0].statements.len();
    assert_eq!(count(&known(index)), count(&known(&index_of(&map))) + 1);

    // A page that shows the map already.
    let stamp = map.prerendered().attribute("data-stamp").map(str::to_owned);
    let reply = talk.ask(7, &open(stamp.clone()), [SQUARES, FACTS]);
    assert!(matches!(Reply::read(reply), Some(Reply::Adopted { .. })));
    let reply = talk.ask(7, &Request::AddFacts, [MORE, ""]);
    assert!(matches!(Reply::read(reply), Some(Reply::Adopted { .. })), "its list has them already");
    assert_eq!(talk.tree(7, zoomed), coarse, "read anew");

    // Of a page that shows another figure, of one that shows a live one, and of an empty one.
    for (stamp, has_skeleton) in
        [(Some("0123456789abcdef"), false), (Some(""), false), (None, true)]
    {
        let reply = talk.ask(7, &open(stamp.map(str::to_owned)), [SQUARES, FACTS]);
        let Some(Reply::Opened { skeleton, .. }) = Reply::read(reply) else { panic!("{reply}") };
        assert_eq!(!skeleton.is_empty(), has_skeleton);
    }

    for (request, files) in [
        (Request::Refine, [BROKEN, ""]),
        (Request::AddFacts, [BROKEN, ""]),
        (open(None), [SQUARES, BROKEN]),
    ] {
        let reply = talk.ask(7, &request, files);
        let Some(Reply::Failed { code, message, place: Some(place) }) = Reply::read(reply) else {
            panic!("{reply}")
        };
        assert_eq!((code, place.line), ("syntax", 2), "{message}");
        assert!(place.column > 1 && message.contains("line 2, column "), "{message}");
        assert_eq!(talk.tree(7, whole), drawn, "the map before stays");
    }

    assert_eq!(talk.ask(7, &Request::Close, ["", ""]), "");
    for request in [Request::Draw(whole), Request::Refine, Request::AddFacts, Request::Close] {
        assert_eq!(talk.ask(7, &request, [BROKEN, ""]), "", "there is no such map");
    }
}

fn index_of(map: &Map) -> String {
    let mut text = crate::interaction::message::text::Writer::default();
    super::figure::index(map).write(&mut text);
    text.finish()
}

#[test]
fn a_conversation_is_the_same_to_the_byte_whenever_it_is_held() {
    let [mut first, mut second] = [(); 2].map(|()| Talk::default());
    play(&mut first);
    play(&mut second);
    assert!(first.said == second.said, "by another engine");
    let said = std::mem::take(&mut first.said);
    play(&mut first);
    assert!(first.said == said, "by the same engine, which has forgotten it");
}

#[test]
fn what_is_no_request_is_answered_with_nothing_and_changes_nothing() {
    let mut talk = Talk::default();
    talk.open(1);
    let drawn = talk.tree(1, draw(1.0));
    for garbage in ["", "\t", "x\t", "opened\t", " close\t", "CLOSE\t", "close\\t", "{}", "\u{0}"] {
        assert_eq!(talk.engine.handle(1, garbage, [b"", b""]), "", "{garbage:?}");
    }
    assert_eq!(talk.tree(1, draw(1.0)), drawn);
}

#[test]
fn a_request_that_is_cut_off_is_answered_without_harm() {
    let whole = draw(2.0);
    let mut talk = Talk::default();
    let table = Some((Sort::default(), Filter::showing(Some(1))));
    for request in [Request::Draw(Draw { table, ..whole }), open(Some("x".into()))] {
        let text = request.write();
        for (end, _) in text.match_indices('\t') {
            talk.open(1);
            let _ = talk.engine.handle(1, &text[..end], [SQUARES.as_bytes(), FACTS.as_bytes()]);
        }
    }
    talk.open(1);
    assert!(!talk.tree(1, whole).is_empty());
}

#[test]
fn two_maps_of_the_same_files_are_read_once() {
    let mut talk = Talk::default();
    let replies = [talk.open(1).to_owned(), talk.open(2).to_owned()];
    assert_eq!(replies[0], replies[1]);
    let [first, second] = [1, 2].map(|number| talk.engine.read(number).unwrap());
    assert!(Rc::ptr_eq(&first, &second));
    // One of other facts is not theirs.
    talk.ask(3, &open(None), [SQUARES, &FACTS.replace("Talks", "Walks")]);
    assert!(!Rc::ptr_eq(&first, &talk.engine.read(3).unwrap()));
    let before = Rc::strong_count(&first);
    talk.ask(2, &Request::Close, ["", ""]);
    assert_eq!(Rc::strong_count(&first), before - 1);
}

#[test]
fn two_maps_of_the_same_files_do_not_disturb_one_another() {
    let (whole, zoomed) = (draw(1.0), draw(3.0));
    let mut talk = Talk::default();
    let opened = talk.open(1).to_owned();
    talk.open(2);
    let drawn = [talk.tree(2, whole), talk.tree(2, zoomed)];
    talk.ask(1, &Request::Refine, [&finer(), ""]);
    talk.ask(1, &Request::AddFacts, [MORE, ""]);
    assert_ne!(talk.tree(1, zoomed), drawn[1]);
    assert_eq!([talk.tree(2, whole), talk.tree(2, zoomed)], drawn);
    // A third one is as the files are, though the first has changed since.
    assert_eq!(talk.open(3), opened);
    assert_eq!(talk.tree(3, zoomed), drawn[1]);
    assert!(Rc::ptr_eq(&talk.engine.read(2).unwrap(), &talk.engine.read(3).unwrap()));
    talk.ask(1, &Request::Close, ["", ""]);
    talk.ask(3, &Request::Close, ["", ""]);
    assert_eq!([talk.tree(2, whole), talk.tree(2, zoomed)], drawn);
}

#[test]
fn a_map_that_has_changed_is_not_what_its_files_are() {
    let mut talk = Talk::default();
    let opened = talk.open(1).to_owned();
    let drawn = talk.tree(1, draw(3.0));
    talk.ask(1, &Request::Refine, [&finer(), ""]);
    talk.ask(1, &Request::AddFacts, [MORE, ""]);
    assert!(talk.engine.read(1).is_none(), "nobody has it any more");
    assert_eq!(talk.open(2), opened);
    assert_eq!(talk.tree(2, draw(3.0)), drawn);
}

/// What a widget asks from the first to the last, with the files that it hands over.
fn recorded() -> Vec<(String, [String; 2])> {
    let (whole, zoomed) = (draw(1.0), draw(3.0));
    let corner = UnitPoint { x: 1, y: 1 };
    let wrong = Draw { shown: UnitBox { min: corner, max: corner }, ..whole };
    let table = Some((Sort { column: 1, descending: true }, Filter::showing(Some(0))));
    let none = || [String::new(), String::new()];
    let with = |file: &str| [file.to_owned(), String::new()];
    let asked = [
        (open(None), [SQUARES.to_owned(), FACTS.to_owned()]),
        (Request::Draw(wrong), none()),
        (Request::Draw(whole), none()),
        (Request::Draw(Draw { table, ..whole }), none()),
        (Request::Draw(zoomed), none()),
        (Request::Refine, with(&finer())),
        (Request::Draw(zoomed), none()),
        (Request::AddFacts, with(MORE)),
        (Request::AddFacts, with(BROKEN)),
        (Request::Close, none()),
    ];
    asked.map(|(request, files)| (request.write(), files)).into()
}

/// `e2e/conversation.test.js` holds the recorded conversation with the wasm. `UPDATE_SNAPSHOTS=1`
/// writes it anew.
#[test]
fn the_recorded_conversation_is_what_is_said_natively() {
    let mut engine = Engine::default();
    let mut said = Vec::new();
    for (request, files) in recorded() {
        let reply = engine.handle(1, &request, files.each_ref().map(|file| file.as_bytes()));
        said.push(serde_json::json!({ "request": request, "files": files, "reply": reply }));
    }
    let text = serde_json::to_string_pretty(&said).unwrap() + "\n";
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/e2e/conversation.json");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(path, &text).unwrap();
    }
    assert!(std::fs::read_to_string(path).unwrap() == text, "run UPDATE_SNAPSHOTS=1, and look");
}
