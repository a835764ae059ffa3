//! Requests in, replies out: the maps of a page, and what is drawn of each. The same wherever it
//! runs: in a worker, on the page's thread, natively.

use super::live::LiveView;
use super::map::Map;
use crate::error::Error;
use crate::interaction::message::text::Writer;
use crate::interaction::message::{Draw, Reply, Request, failed};
use crate::options::Options;
use crate::render::tree;
use std::rc::{Rc, Weak};

/// All maps that are open.
#[derive(Debug, Default)]
pub(crate) struct Engine {
    open: Vec<Open>,
}

/// An open map.
#[derive(Debug)]
struct Open {
    /// The number that its page has given it.
    number: u32,
    view: LiveView,
    /// As it was read: another one of the same files shares it.
    read: Weak<Map>,
    has_more: bool,
    is_adopted: bool,
}

impl Engine {
    /// Does what is asked for a map, with the files that come with it. What is no request is
    /// answered with nothing.
    #[must_use]
    pub(crate) fn handle(&mut self, number: u32, request: &str, files: [&[u8]; 2]) -> String {
        let [first, _] = files;
        let reply = match Request::read(request) {
            Some(Request::Open { options, has_more, stamp }) => {
                self.open(number, files, options, (has_more, stamp))
            }
            Some(Request::Draw(draw)) => self.with(number, |open| Ok(open.draw(&draw))),
            Some(Request::Refine) => {
                self.with(number, |open| open.view.refine(first).map(|()| Reply::Refined.write()))
            }
            Some(Request::AddFacts) => self.with(number, |open| open.add_facts(first)),
            Some(Request::Sheet) => self.with(number, |open| {
                let tree = tree::write(&open.view.map().sheet());
                Ok(Reply::Sheet { tree: &tree }.write())
            }),
            Some(Request::Rows) => self.with(number, |open| {
                let csv = open.view.map().csv();
                Ok(Reply::Rows { csv: &csv }.write())
            }),
            Some(Request::Close) => {
                self.open.retain(|open| open.number != number);
                Ok(String::new())
            }
            None => Ok(String::new()),
        };
        reply.unwrap_or_else(|error| failed(&error))
    }

    /// A map as its files are; None once no one has it so.
    #[cfg(test)]
    pub(crate) fn read(&self, number: u32) -> Option<Rc<Map>> {
        self.open.iter().find(|open| open.number == number)?.read.upgrade()
    }

    fn open(
        &mut self,
        number: u32,
        [map, facts]: [&[u8]; 2],
        options: Options,
        (has_more, stamp): (bool, Option<String>),
    ) -> Result<String, Error> {
        let wanted = Map::stamp_of(map, facts, &options);
        let mut known = self.open.iter().filter_map(|open| open.read.upgrade());
        let map = match known.find(|known| known.stamp() == wanted) {
            Some(known) => known,
            None => Rc::new(Map::new(map, facts, options)?),
        };
        self.open.retain(|open| open.number != number);
        let is_adopted = stamp.as_deref() == Some(&*wanted);
        let read = Rc::downgrade(&map);
        let view = LiveView::new(map);
        let open = Open { number, view, read, has_more, is_adopted };
        let reply = if is_adopted {
            Reply::Adopted { index: &open.index() }.write()
        } else {
            // A figure of the page stays until there is another one to put in its place.
            let skeleton = match stamp {
                Some(_) => String::new(),
                None => tree::write(&open.view.map().skeleton()),
            };
            Reply::Opened { skeleton: &skeleton, index: &open.index(), list: &open.list() }.write()
        };
        self.open.push(open);
        Ok(reply)
    }

    /// Has an open map answer; of another there is nothing to say.
    fn with(
        &mut self,
        number: u32,
        run: impl FnOnce(&mut Open) -> Result<String, Error>,
    ) -> Result<String, Error> {
        let open = self.open.iter_mut().find(|open| open.number == number);
        open.map_or_else(|| Ok(String::new()), run)
    }
}

impl Open {
    fn draw(&mut self, draw: &Draw) -> String {
        let shown = self.view.shown(draw.size);
        if shown != draw.shown {
            return Reply::Shown(shown).write();
        }
        let figure = self.view.figure(&draw.viewport, draw.size, draw.table);
        Reply::Figure { viewport: draw.viewport, tree: &tree::write(&figure) }.write()
    }

    /// A page that was adopted has all facts already.
    fn add_facts(&mut self, more: &[u8]) -> Result<String, Error> {
        self.view.add_facts(more)?;
        self.has_more = false;
        if self.is_adopted {
            return Ok(Reply::Adopted { index: &self.index() }.write());
        }
        Ok(Reply::Facts { index: &self.index(), list: &self.list() }.write())
    }

    fn index(&self) -> String {
        let map = self.view.map();
        let mut index = map.index(map.frame().shown());
        index.is_partial = self.has_more;
        let mut text = Writer::default();
        index.write(&mut text);
        text.finish()
    }

    fn list(&self) -> String {
        tree::write(&self.view.map().fact_list())
    }
}
