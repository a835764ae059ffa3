//! How a map comes into the page, and how it leaves.

use super::dom;
use super::place::NOWHERE;
use super::widget::{PAINTED_FRAMES, Widget};
use crate::interaction::event::{Event, NewMap};
use crate::interaction::map_index::MapIndex;
use crate::render::tree;
use std::rc::Rc;
use wasm_bindgen::JsValue;

impl Widget {
    /// Shows the map that this is known of, from now on.
    pub(super) fn show(&self, index: MapIndex) -> Result<(), JsValue> {
        self.tip.attach(&self.root, index.words.code)?;
        self.tell_wishes();
        self.update(Event::Table(self.find(".table[open]").is_some()));
        self.update(Event::Map(NewMap {
            index: Rc::new(index),
            stage: self.stage().unwrap_or(NOWHERE),
            fragment: self.fragment(),
            language: self.host.get_attribute("lang"),
        }));
        Ok(())
    }

    /// Puts a figure without a map into the page, in place of another that it may show.
    pub(super) fn make_place(&self, skeleton: &str) -> Result<(), JsValue> {
        let tree = tree::read(skeleton, &mut self.state.borrow_mut().keep);
        let Some(figure) = tree else { return Ok(()) };
        let new = dom::build(&self.document, &figure, false)?;
        match self.find("figure.summit-map") {
            Some(old) => old.replace_with_with_node_1(&new)?,
            None => {
                let slot = self.root.query_selector("slot")?;
                self.root.insert_before(&new, slot.as_deref())?;
            }
        }
        {
            let mut state = self.state.borrow_mut();
            (state.tree, state.original) = (Some(Rc::new(figure)), None);
        }
        self.add_own()
    }

    /// Takes a list of facts, to be put into the page when the map was painted: it is long, and
    /// nobody can have read so far.
    pub(super) fn take_list(&self, list: &str) {
        let mut state = self.state.borrow_mut();
        (state.list, state.list_text) = (None, list.to_owned());
        state.frames_to_list = PAINTED_FRAMES;
        state.frames.request();
    }

    /// The list of facts stands in the page, where links reach it. A list of the author's stays.
    pub(super) fn show_list(&self) -> Result<(), JsValue> {
        let old = self.page_list();
        if old.is_none() && self.host.first_element_child().is_some() {
            return Ok(());
        }
        let Some(list) = self.list() else { return Ok(()) };
        match old {
            Some(old) => old.replace_with_with_node_1(&list),
            None => self.host.append_child(&list).map(|_| ()),
        }
    }

    /// The page selects a region by its id, or none. False for a region that the map does not have.
    pub(super) fn select(&self, id: Option<&str>) -> bool {
        let find = |id| self.state.borrow().model.map()?.find(id);
        let region = id.and_then(find);
        let is_known = region.is_some() == id.is_some();
        if is_known {
            self.update(Event::Select(region));
        }
        is_known
    }

    /// The page keeps its own figure as it was before the script, for whoever adopts it next.
    fn leave(&self) -> Result<(), JsValue> {
        let original = self.state.borrow_mut().original.take();
        match (self.find("figure.summit-map"), original) {
            (Some(figure), Some(original)) => figure.replace_with_with_node_1(&original),
            (Some(figure), None) => {
                figure.remove();
                Ok(())
            }
            (None, _) => Ok(()),
        }
    }
}

impl Drop for Widget {
    fn drop(&mut self) {
        self.tip.remove();
        // It fails only where the host page has taken the nodes away.
        let _ = self.leave();
    }
}
