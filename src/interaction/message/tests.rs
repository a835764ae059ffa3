//! What one side writes, the other reads; and nothing that arrives does harm.

use super::*;
use crate::error::Input;
use crate::geo::unit_box::UnitPoint;

/// Texts that would end a field, or look like the end of one.
const TEXTS: [&str; 6] = ["", "a", "\t", "\\t\\", "ñ\n“x”\t\\", "7\ta\t"];

fn area() -> UnitBox {
    UnitBox { min: UnitPoint { x: -3967, y: 0 }, max: UnitPoint { x: 5182, y: 7411 } }
}

fn viewport() -> Viewport {
    Viewport { middle: Point { x: -1.0 / 3.0, y: 4000.125 }, zoom: 1.0 + f64::EPSILON }
}

fn requests() -> Vec<Request> {
    let mut requests =
        vec![Request::Refine, Request::AddFacts, Request::Sheet, Request::Rows, Request::Close];
    for (place, text) in TEXTS.into_iter().enumerate() {
        for (language, stamp) in [(None, None), (Some(text), None), (None, Some(text))] {
            let flag = |bit: usize| place >> bit & 1 == 1;
            let options = Options {
                prefix: text.into(),
                language: language.map(str::to_owned),
                has_languages: flag(0),
                has_links: flag(1),
            };
            let stamp = stamp.map(str::to_owned);
            requests.push(Request::Open { options, has_more: flag(2), stamp });
        }
    }
    let sorts = [(0, false, None), (3, true, Some(0)), (1, true, Some(17))];
    let tables = sorts.map(|(column, descending, only)| {
        Some((Sort { column, descending }, Filter::showing(only)))
    });
    for table in tables.into_iter().chain([None]) {
        for place in 0..4 {
            let size = StageSize { arrangement: Arrangement::at(place), width_px: 1200 };
            let draw = Draw { viewport: viewport(), shown: area(), size, table };
            requests.push(Request::Draw(draw));
        }
    }
    requests
}

fn replies() -> Vec<Reply<'static>> {
    let mut replies = vec![Reply::Adopted { index: "en\t" }, Reply::Refined, Reply::Shown(area())];
    for one in TEXTS {
        for other in TEXTS {
            replies.push(Reply::Opened { skeleton: one, index: other, list: one });
            replies.push(Reply::Facts { index: one, list: other });
            let place = (one > other).then_some(TextPosition { line: 12, column: 345 });
            replies.push(Reply::Failed { code: one, message: other, place });
        }
        replies.push(Reply::Figure { viewport: viewport(), tree: one });
        replies.push(Reply::Sheet { tree: one });
        replies.push(Reply::Rows { csv: one });
    }
    replies
}

#[test]
fn a_request_reads_as_it_was_written() {
    for request in requests() {
        assert_eq!(Request::read(&request.write()), Some(request));
    }
}

#[test]
fn a_reply_reads_as_it_was_written() {
    for reply in replies() {
        assert_eq!(Reply::read(&reply.write()), Some(reply));
    }
}

#[test]
fn a_message_that_is_cut_off_is_read_as_far_as_it_goes() {
    let requests = requests().into_iter().map(|request| request.write());
    for text in requests.chain(replies().iter().map(Reply::write)) {
        for (end, _) in text.char_indices() {
            let _ = Request::read(&text[..end]);
            let _ = Reply::read(&text[..end]);
        }
    }
}

#[test]
fn neither_is_the_other_nor_is_what_begins_otherwise() {
    for text in ["", "\t", "x", "Open\t", "opened", "figures\t"] {
        assert_eq!(Request::read(text), None, "{text:?}");
    }
    for text in ["", "\t", "x", "Opened\t", "open\t", "draw", "figures\t"] {
        assert_eq!(Reply::read(text), None, "{text:?}");
    }
}

#[test]
fn what_is_not_possible_is_said_with_its_code_and_place() {
    let place = TextPosition { line: 3, column: 11 };
    let (input, problem) = (Input::Facts, "no\tend".to_owned());
    let error = Error::Syntax { input, place, problem };
    let message = error.to_string();
    let expected = Reply::Failed { code: "syntax", message: &message, place: Some(place) };
    assert_eq!(Reply::read(&failed(&error)), Some(expected));
    let text = failed(&Error::NothingToDraw);
    let Some(Reply::Failed { code, place, .. }) = Reply::read(&text) else { panic!("{text}") };
    assert_eq!((code, place), ("nothing-to-draw", None));
}

#[test]
fn a_stage_is_no_wider_than_any_screen() {
    let write = |width_px| {
        let size = StageSize { arrangement: Arrangement::Wide, width_px };
        Request::Draw(Draw { viewport: viewport(), shown: area(), size, table: None }).write()
    };
    for (width, read) in [(i32::MAX, MOST_PX), (i32::MIN, 0), (1200, 1200)] {
        let Some(Request::Draw(draw)) = Request::read(&write(width)) else { panic!("no draw") };
        assert_eq!(draw.size.width_px, read);
    }
}
