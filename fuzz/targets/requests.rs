//! What a page may send to the engine, in any order.

use super::choices::Choices;
use super::{FACTS, MAP};
use crate::content::data_table::Sort;
use crate::engine::engine::Engine;
use crate::geo::projection::Point;
use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::geo::viewport::Viewport;
use crate::interaction::filter::Filter;
use crate::interaction::message::keep::Keep;
use crate::interaction::message::{Draw, Reply, Request};
use crate::layout::stage::{Arrangement, StageSize};
use crate::options::Options;
use crate::render::tree;

const MORE: &str = r#"{"schema":"summit-map/1","names":{"A":["Ay"]},"claims":[]}"#;

/// Every request is answered by nothing or by what a widget can read, and a figure is a tree.
pub(super) fn requests(bytes: &[u8]) {
    let mut choices = Choices(bytes);
    let mut engine = Engine::default();
    // What the engine said last that a map shows.
    let mut shown = UnitBox { min: UnitPoint { x: 0, y: 0 }, max: UnitPoint { x: 5000, y: 5000 } };
    for _ in 0..12 {
        if choices.is_over() {
            break;
        }
        let number = u32::try_from(choices.below(3)).unwrap_or_default();
        let text = request(&mut choices, shown);
        let files = [file(&mut choices, MAP), file(&mut choices, FACTS)];
        let reply = engine.handle(number, &text, [&files[0], &files[1]]);
        if reply.is_empty() {
            continue;
        }
        match Reply::read(&reply).expect("a reply that can be read") {
            Reply::Shown(part) => shown = part,
            Reply::Figure { tree: figure, .. } | Reply::Sheet { tree: figure } => {
                // What is kept of a tree stays for as long as a page does.
                let read = tree::read(figure, &mut Keep::default()).expect("a figure");
                assert_eq!(tree::write(&read), figure);
            }
            Reply::Rows { csv } => assert!(csv.starts_with('\u{feff}')),
            Reply::Failed { code, message, .. } => assert!(!code.is_empty() && !message.is_empty()),
            Reply::Adopted { .. } | Reply::Opened { .. } | Reply::Refined | Reply::Facts { .. } => {
            }
        }
    }
}

fn request(choices: &mut Choices<'_>, shown: UnitBox) -> String {
    match choices.below(10) {
        0 => String::from_utf8_lossy(choices.bytes()).into_owned(),
        1 => Request::Close.write(),
        2 => Request::Refine.write(),
        3 => Request::AddFacts.write(),
        8 => Request::Sheet.write(),
        9 => Request::Rows.write(),
        4 | 5 => {
            let options = Options {
                prefix: choices.of(&["m", "", "<\"&\t"]).into(),
                language: choices.is().then(|| choices.of(&["fr", "pt-BR", "", "xx"]).into()),
                has_languages: choices.is(),
                has_links: choices.is(),
            };
            let stamp = choices.is().then(|| "0123456789abcdef".into());
            Request::Open { options, has_more: choices.is(), stamp }.write()
        }
        _ => {
            let table = choices.is().then(|| {
                let sort = Sort { column: choices.below(5), descending: choices.is() };
                (sort, Filter::showing(choices.is().then(|| choices.below(4))))
            });
            let size = StageSize {
                arrangement: Arrangement::at(choices.below(4)),
                width_px: match choices.is() {
                    true => 200 + 8 * i32::from(choices.byte()),
                    false => choices.int(),
                },
            };
            let middle = Point { x: choices.number(), y: choices.number() };
            let viewport = Viewport { middle, zoom: choices.number() };
            Request::Draw(Draw { viewport, shown, size, table }).write()
        }
    }
}

/// A good file, a changed one, further facts, or any bytes.
fn file(choices: &mut Choices<'_>, good: &str) -> Vec<u8> {
    match choices.below(6) {
        0..=2 => good.into(),
        3 => MORE.into(),
        4 => {
            let mut file = Vec::from(good);
            let at = usize::from(choices.byte()) * 3 % file.len();
            if let Some(byte) = file.get_mut(at) {
                *byte = choices.byte();
            }
            file
        }
        _ => choices.bytes().into(),
    }
}
