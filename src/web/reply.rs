//! What the engine says → what the page shows.

use super::widget::Widget;
use crate::interaction::event::Event;
use crate::interaction::map_index::MapIndex;
use crate::interaction::message::Reply;
use crate::interaction::message::text::Reader;
use crate::render::tree;
use std::rc::Rc;
use wasm_bindgen::JsValue;

impl Widget {
    /// Carries out what the engine says. True if it has a map from now on.
    pub(super) fn receive(&self, reply: &Reply<'_>) -> Result<bool, JsValue> {
        match *reply {
            Reply::Adopted { index } => {
                self.forget_page()?;
                self.state.borrow_mut().is_ready = true;
                let theirs = self.read_index(index);
                self.update(Event::Names(theirs.regions.into_iter().map(|own| own.also).collect()));
                return Ok(true);
            }
            Reply::Opened { skeleton, index, list } => {
                if !skeleton.is_empty() {
                    self.make_place(skeleton)?;
                }
                self.forget_page()?;
                self.take_list(list);
                {
                    let mut state = self.state.borrow_mut();
                    (state.is_ready, state.is_asked, state.wants_more) = (true, false, false);
                    state.is_stale = state.tree.is_none();
                }
                self.show(self.read_index(index))?;
                return Ok(true);
            }
            Reply::Figure { viewport, tree } => {
                let tree = tree::read(tree, &mut self.state.borrow_mut().keep);
                let is_wanted = self.answered();
                if let Some(tree) = tree {
                    self.show_figure(viewport, tree)?;
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
                let shown = self.state.borrow().model.map().map(|map| map.shown);
                let index = self.read_index(index);
                let shown = shown.unwrap_or(index.shown);
                self.update(Event::Reframed(Rc::new(MapIndex { shown, ..index })));
            }
            Reply::Failed { .. } => {
                self.answered();
            }
        }
        Ok(false)
    }

    /// What the figure says of itself for those who find it is not needed any more.
    fn forget_page(&self) -> Result<(), JsValue> {
        if let Some(figure) = self.find("figure") {
            figure.remove_attribute("data-stamp")?;
            figure.remove_attribute("data-index")?;
        }
        Ok(())
    }

    /// The engine has answered a request to draw. True if it is to draw again.
    fn answered(&self) -> bool {
        let mut state = self.state.borrow_mut();
        state.is_asked = false;
        std::mem::take(&mut state.wants_more)
    }

    fn read_index(&self, text: &str) -> MapIndex {
        MapIndex::read(&mut Reader::new(text), &mut self.state.borrow_mut().keep)
    }
}
