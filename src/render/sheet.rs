//! A map with title, legend, names and sources as one SVG, which stands alone: in an `<img>`, in
//! print, on a slide. Light colours, no style sheet.

use super::drawing::Figure;
use super::svg;
use super::swatch::key_swatch;
use super::view_box::{rect, svg_of};
use crate::content::text::digits;
use crate::data::color::{INK, MUTED, PAPER};
use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::layout::stage::Stage;
use crate::layout::text::{lines, width_units};
use crate::render::element::{Element, Node};
use std::rc::Rc;

/// In tenths of a CSS pixel, as all lengths here: from the edges, and between the parts.
const PAD: i32 = 160;
const GAP: i32 = 80;
/// Side of a swatch, from it to its text, from one line of the legend to the next.
const SWATCH: i32 = 160;
const BESIDE: i32 = 70;
const LINE: i32 = 240;
const SERIF: &str = "Georgia, Liberation Serif, serif";

/// How a text looks: its size, whether it is bold, whether it has less weight.
#[derive(Clone, Copy)]
struct Look {
    size: i32,
    is_bold: bool,
    is_muted: bool,
}

const KICKER: Look = Look { size: 125, is_bold: true, is_muted: true };
const TITLE: Look = Look { size: 280, is_bold: true, is_muted: false };
const FINDING: Look = Look { size: 160, is_bold: false, is_muted: false };
const KEY: Look = Look { size: 135, is_bold: false, is_muted: false };
const CREDIT: Look = Look { size: 115, is_bold: false, is_muted: true };

/// The sheet of a picture that has a stage; `credit` stands at its foot.
#[must_use]
pub(crate) fn sheet(figure: &Figure<'_>, stage: &Stage, credit: &str) -> Element {
    // There is no list of facts to which a region could lead.
    let figure = &Figure { anchors: &[], ..*figure };
    let map = stage.shown();
    let mut page =
        Page { units: stage.units_per_10_px, width: map.width(), y: 0, parts: Vec::new() };
    page.y = page.units(PAD);
    page.paragraph(&figure.headline.kicker, KICKER);
    page.paragraph(&figure.headline.sentences.join(" "), TITLE);
    page.paragraph(&figure.headline.finding, FINDING);
    page.legend(figure);
    page.y += page.units(GAP);
    let picture = svg::file(figure, stage)
        .with("x", "0")
        .with("y", digits(page.y))
        .with("width", digits(map.width()))
        .with("height", digits(map.height()));
    page.parts.push(picture);
    page.y += map.height() + page.units(GAP);
    page.paragraph(credit, CREDIT);
    page.y += page.units(PAD - GAP);
    page.finish(figure, credit)
}

/// What is written so far, from the top.
struct Page {
    /// Units to a CSS pixel, times ten.
    units: i32,
    width: i32,
    y: i32,
    parts: Vec<Element>,
}

impl Page {
    /// Tenths of a CSS pixel in units.
    fn units(&self, tenths: i32) -> i32 {
        tenths * self.units / 100
    }

    /// A text over the whole width.
    fn paragraph(&mut self, text: &str, look: Look) {
        if text.is_empty() {
            return;
        }
        let (size, left) = (self.units(look.size), self.units(PAD));
        for line in lines(text, self.width - 2 * left, size) {
            self.y += size * 5 / 4;
            let mut written = self.text(&line, look, left, self.y - size / 4);
            if look.size == TITLE.size {
                written = written.with("font-family", SERIF);
            }
            self.parts.push(written);
        }
        self.y += self.units(GAP / 2);
    }

    fn text(&self, text: &str, look: Look, x: i32, y: i32) -> Element {
        let color = if look.is_muted { MUTED } else { INK };
        let element = Element::new("text")
            .with("x", digits(x))
            .with("y", digits(y))
            .with("font-size", digits(self.units(look.size)))
            .with("fill", color.hex());
        let element = if look.is_bold { element.with("font-weight", "700") } else { element };
        element.text(text)
    }

    /// Its items beside each other, in as many lines as they need.
    fn legend(&mut self, figure: &Figure<'_>) {
        let (left, side, line) = (self.units(PAD), self.units(SWATCH), self.units(LINE));
        let mut x = left;
        for item in figure.legend {
            let text = match item.count {
                Some(count) => format!("{} {}", figure.words.number(count), item.label),
                None => item.label.clone(),
            };
            let start = side + self.units(BESIDE);
            let width = start + width_units(&text, self.units(KEY.size)) + self.units(PAD);
            if x > left && x + width > self.width {
                (x, self.y) = (left, self.y + line);
            }
            // The swatch as a page has it is 16 pixels wide.
            let box_of_16 =
                UnitBox { min: UnitPoint { x: 0, y: 0 }, max: UnitPoint { x: 16, y: 16 } };
            let swatch = svg_of(box_of_16, "key".to_owned())
                .with("x", digits(x))
                .with("y", digits(self.y))
                .with("width", digits(side))
                .with("height", digits(side))
                .child(key_swatch(item, figure.scene));
            self.parts.push(swatch);
            self.parts.push(self.text(&text, KEY, x + start, self.y + side * 4 / 5));
            x += width;
        }
        if x > left {
            self.y += line;
        }
    }

    fn finish(self, figure: &Figure<'_>, credit: &str) -> Element {
        let max = UnitPoint { x: self.width, y: self.y };
        let all = UnitBox { min: UnitPoint { x: 0, y: 0 }, max };
        let px = |units: i32| digits(units * 10 / self.units.max(1));
        let mut sheet = svg_of(all, "sheet".to_owned())
            .with("xmlns", "http://www.w3.org/2000/svg")
            .with("width", px(all.width()))
            .with("height", px(all.height()))
            .with("font-family", svg::FONT)
            .with("role", "img")
            .in_language(figure.facts_language.or(Some(figure.words.code)));
        sheet = sheet.child(Element::new("title").text(figure.title));
        if !credit.is_empty() {
            sheet = sheet.child(Element::new("desc").text(credit));
        }
        sheet = sheet.child(rect(all).with("fill", PAPER.hex()));
        sheet.children.extend(self.parts.into_iter().map(|part| Node::Element(Rc::new(part))));
        sheet
    }
}
