//! What a widget and the engine tell each other: plain data, the same wherever the engine runs.
//! Files travel beside a request as bytes; trees of elements as text that [`crate::render`] writes.

pub(crate) mod index;
pub(crate) mod keep;
pub(crate) mod text;

use crate::content::data_table::Sort;
use crate::error::{Error, TextPosition};
use crate::geo::projection::Point;
use crate::geo::unit_box::UnitBox;
use crate::geo::viewport::Viewport;
use crate::interaction::filter::Filter;
use crate::layout::stage::{Arrangement, StageSize};
use crate::options::Options;
use index::{read_box, write_box};
use text::{Reader, Writer};

/// Wider than any screen, in CSS pixels. Far wider, and lengths in units would run over.
const MOST_PX: i32 = 100_000;

/// What a widget asks of the engine. Each map of a page has a number.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Request {
    /// Read the two files that come with it, a map and its facts.
    Open {
        /// The choices of the embedder.
        options: Options,
        /// Whether further facts will follow.
        has_more: bool,
        /// The stamp of the figure that the page shows; None if it shows none.
        stamp: Option<String>,
    },
    /// Draw the map.
    Draw(Draw),
    /// Take the finer shapes of the file that comes with it.
    Refine,
    /// Take the further facts of the file that comes with it.
    AddFacts,
    /// Draw the map with title, legend and sources, for a file.
    Sheet,
    /// Write the table for a file.
    Rows,
    /// Forget the map.
    Close,
}

/// What is to be drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Draw {
    /// The part of the map.
    pub viewport: Viewport,
    /// What the widget takes the stage to show when nothing is zoomed.
    pub shown: UnitBox,
    /// The size of the stage.
    pub size: StageSize,
    /// How the table is sorted, and what it lists; None while it is closed.
    pub table: Option<(Sort, Filter)>,
}

impl Request {
    /// As text.
    #[must_use]
    pub(crate) fn write(&self) -> String {
        let mut to = Writer::default();
        match self {
            Request::Open { options, has_more, stamp } => {
                to.text("open");
                to.text(&options.prefix);
                to.option(options.language.as_deref());
                to.flag(options.has_languages);
                to.flag(options.has_links);
                to.flag(*has_more);
                to.option(stamp.as_deref());
            }
            Request::Draw(draw) => {
                to.text("draw");
                draw.write(&mut to);
            }
            Request::Refine => to.text("refine"),
            Request::AddFacts => to.text("facts"),
            Request::Sheet => to.text("sheet"),
            Request::Rows => to.text("rows"),
            Request::Close => to.text("close"),
        }
        to.finish()
    }

    /// Reads it; None for what is no request.
    #[must_use]
    pub(crate) fn read(text: &str) -> Option<Request> {
        let mut from = Reader::new(text);
        Some(match from.text().as_str() {
            "open" => Request::Open {
                options: Options {
                    prefix: from.text(),
                    language: from.option(),
                    has_languages: from.flag(),
                    has_links: from.flag(),
                },
                has_more: from.flag(),
                stamp: from.option(),
            },
            "draw" => Request::Draw(Draw::read(&mut from)),
            "refine" => Request::Refine,
            "facts" => Request::AddFacts,
            "sheet" => Request::Sheet,
            "rows" => Request::Rows,
            "close" => Request::Close,
            _ => return None,
        })
    }
}

impl Draw {
    fn write(&self, to: &mut Writer) {
        write_viewport(to, &self.viewport);
        write_box(to, self.shown);
        to.count(self.size.arrangement.index());
        to.int(self.size.width_px);
        to.flag(self.table.is_some());
        if let Some((sort, filter)) = self.table {
            to.count(sort.column);
            to.flag(sort.descending);
            let only = filter.only();
            to.flag(only.is_some());
            to.count(only.unwrap_or_default());
        }
    }

    fn read(from: &mut Reader<'_>) -> Draw {
        let (viewport, shown) = (read_viewport(from), read_box(from));
        let arrangement = Arrangement::at(from.count());
        let size = StageSize { arrangement, width_px: from.int().clamp(0, MOST_PX) };
        let table = from.flag().then(|| {
            let sort = Sort { column: from.count(), descending: from.flag() };
            let (has_only, only) = (from.flag(), from.count());
            (sort, Filter::showing(has_only.then_some(only)))
        });
        Draw { viewport, shown, size, table }
    }
}

fn write_viewport(to: &mut Writer, viewport: &Viewport) {
    to.number(viewport.middle.x);
    to.number(viewport.middle.y);
    to.number(viewport.zoom);
}

fn read_viewport(from: &mut Reader<'_>) -> Viewport {
    let middle = Point { x: from.number(), y: from.number() };
    Viewport { middle, zoom: from.number() }
}

/// What the engine says. The texts in it are messages of their own: what is to be known of a map as
/// [`index`] writes it, trees of elements as `render::tree` does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Reply<'a> {
    /// The files are read, and the page's figure is made of them.
    Adopted {
        /// What is to be known of the map, with the names that the page leaves out.
        index: &'a str,
    },
    /// The files are read.
    Opened {
        /// A figure with nothing on the map, for a page that shows none.
        skeleton: &'a str,
        /// What is to be known of the map.
        index: &'a str,
        /// The list of facts.
        list: &'a str,
    },
    /// What was drawn.
    Figure {
        /// Of which part of the map.
        viewport: Viewport,
        /// The figure.
        tree: &'a str,
    },
    /// A stage of this size shows another part of the map than the widget took it to.
    Shown(UnitBox),
    /// There are finer shapes.
    Refined,
    /// There are further facts.
    Facts {
        /// What is to be known of the map by now.
        index: &'a str,
        /// The list of facts.
        list: &'a str,
    },
    /// A drawing that needs no page around it.
    Sheet {
        /// An SVG.
        tree: &'a str,
    },
    /// The table.
    Rows {
        /// As CSV.
        csv: &'a str,
    },
    /// What was asked for is not possible.
    Failed {
        /// See [`Error::code`].
        code: &'a str,
        /// The message.
        message: &'a str,
        /// Where in the input.
        place: Option<TextPosition>,
    },
}

impl<'a> Reply<'a> {
    /// As text.
    #[must_use]
    pub(crate) fn write(&self) -> String {
        let mut to = Writer::default();
        match *self {
            Reply::Adopted { index } => {
                to.text("adopted");
                to.block(index);
            }
            Reply::Opened { skeleton, index, list } => {
                to.text("opened");
                to.block(skeleton);
                to.block(index);
                to.block(list);
            }
            Reply::Figure { viewport, tree } => {
                to.text("figure");
                write_viewport(&mut to, &viewport);
                to.block(tree);
            }
            Reply::Shown(shown) => {
                to.text("shown");
                write_box(&mut to, shown);
            }
            Reply::Refined => to.text("refined"),
            Reply::Facts { index, list } => {
                to.text("facts");
                to.block(index);
                to.block(list);
            }
            Reply::Sheet { tree } => {
                to.text("sheet");
                to.block(tree);
            }
            Reply::Rows { csv } => {
                to.text("rows");
                to.block(csv);
            }
            Reply::Failed { code, message, place } => {
                to.text("failed");
                to.block(code);
                to.block(message);
                to.flag(place.is_some());
                if let Some(TextPosition { line, column }) = place {
                    to.count(line);
                    to.count(column);
                }
            }
        }
        to.finish()
    }

    /// Reads it; None for what is no reply.
    #[must_use]
    pub(crate) fn read(text: &'a str) -> Option<Reply<'a>> {
        let mut from = Reader::new(text);
        Some(match from.text().as_str() {
            "adopted" => Reply::Adopted { index: from.block() },
            "opened" => {
                Reply::Opened { skeleton: from.block(), index: from.block(), list: from.block() }
            }
            "figure" => Reply::Figure { viewport: read_viewport(&mut from), tree: from.block() },
            "shown" => Reply::Shown(read_box(&mut from)),
            "refined" => Reply::Refined,
            "facts" => Reply::Facts { index: from.block(), list: from.block() },
            "sheet" => Reply::Sheet { tree: from.block() },
            "rows" => Reply::Rows { csv: from.block() },
            "failed" => {
                let (code, message) = (from.block(), from.block());
                let place = from.flag();
                let place =
                    place.then(|| TextPosition { line: from.count(), column: from.count() });
                Reply::Failed { code, message, place }
            }
            _ => return None,
        })
    }
}

/// The reply to what cannot be done.
#[must_use]
pub(crate) fn failed(error: &Error) -> String {
    let message = error.to_string();
    Reply::Failed { code: error.code(), message: &message, place: error.place() }.write()
}

#[cfg(test)]
mod tests;
