//! What the engine says → what the page shows.

use super::kept::kept;
use super::widget::Widget;
use crate::interaction::event::Event;
use crate::interaction::map_index::MapIndex;
use crate::interaction::message::Reply;
use crate::interaction::message::text::Reader;
use crate::render::tree;
use std::rc::Rc;

impl Widget {
    /// Carries out what the engine says. True if it has a map from now on.
    pub(super) fn receive(&self, reply: &Reply<'_>) -> bool {
        match *reply {
            Reply::Adopted { index } => {
                self.forget_page();
                self.edit().is_ready = true;
                let mut theirs = self.read_index(index);
                let mut names = Vec::new();
                for own in &mut theirs.regions {
                    names.push(std::mem::take(&mut own.also));
                }
                self.update(Event::Names(names));
                if self.find(".search:not([hidden])").is_some() {
                    self.need("more");
                }
                return true;
            }
            Reply::Opened { skeleton, index, list } => {
                self.open(skeleton, index, list);
                return true;
            }
            Reply::Figure { viewport, tree } => {
                let tree = kept(|keep| tree::read(tree, keep));
                let is_wanted = self.answered();
                if let Some(tree) = tree {
                    self.show_figure(viewport, tree);
                }
                if is_wanted {
                    self.update(Event::Refined);
                }
            }
            Reply::Shown(shown) => {
                self.answered();
                self.reframe(shown);
            }
            Reply::Refined => self.update(Event::Refined),
            Reply::Facts { index, list } => {
                self.take_list(list);
                let index = self.read_index(index);
                let shown = self.map().map_or(index.shown, |map| map.shown);
                self.update(Event::Reframed(Rc::new(MapIndex { shown, ..index })));
            }
            // Whoever asked for it takes it.
            Reply::Sheet { .. } | Reply::Rows { .. } => {}
            Reply::Failed { .. } => {
                self.answered();
            }
        }
        false
    }

    /// Shows the map of other files.
    fn open(&self, skeleton: &str, index: &str, list: &str) {
        if !skeleton.is_empty() {
            self.make_place(skeleton);
        }
        self.forget_page();
        self.take_list(list);
        {
            let mut state = self.edit();
            (state.is_ready, state.is_asked, state.wants_more) = (true, false, false);
            state.is_stale = state.tree.is_none();
        }
        self.show(self.read_index(index));
    }

    /// What the figure says of itself for those who find it is not needed any more.
    fn forget_page(&self) {
        if let Some(figure) = self.find("figure") {
            figure.remove_attribute("data-stamp");
            figure.remove_attribute("data-index");
        }
    }

    /// The engine has answered a request to draw. True if it is to draw again.
    fn answered(&self) -> bool {
        let mut state = self.edit();
        state.is_asked = false;
        std::mem::take(&mut state.wants_more)
    }

    fn read_index(&self, text: &str) -> MapIndex {
        kept(|keep| MapIndex::read(&mut Reader::new(text), keep))
    }
}
