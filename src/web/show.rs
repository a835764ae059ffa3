//! How a map comes into the page, and how it leaves.

use super::dom;
use super::kept::kept;
use super::place::NOWHERE;
use super::widget::{PAINTED_FRAMES, Widget};
use crate::interaction::event::{Event, NewMap};
use crate::interaction::map_index::MapIndex;
use crate::render::tree;
use std::rc::Rc;
use wasm_bindgen::JsValue;

impl Widget {
    /// Shows the map that this is known of, from now on.
    pub(super) fn show(&self, index: MapIndex) {
        self.tip.attach(&self.root, index.words.code);
        self.tell_wishes();
        self.update(Event::Table(self.find(".table[open]").is_some()));
        self.update(Event::Map(NewMap {
            index: Rc::new(index),
            stage: self.stage().unwrap_or(NOWHERE),
            fragment: self.fragment(),
            language: self.host.attribute("lang"),
        }));
    }

    /// Puts a figure without a map into the page, in place of another that it may show.
    pub(super) fn make_place(&self, skeleton: &str) {
        let tree = kept(|keep| tree::read(skeleton, keep));
        let Some(figure) = tree else { return };
        let new = dom::build(&self.document, &figure, false);
        match self.find("figure.summit-map") {
            Some(old) => old.replace_with(&new),
            None => self.root.insert(&new, self.find("slot").as_ref()),
        }
        {
            let mut state = self.edit();
            (state.tree, state.original) = (Some(Rc::new(figure)), None);
        }
        self.add_own();
    }

    /// Takes a list of facts, to be put into the page when the map was painted: it is long, and
    /// nobody can have read so far.
    pub(super) fn take_list(&self, list: &str) {
        let mut state = self.edit();
        (state.list, state.list_text) = (None, list.to_owned());
        state.frames_to_list = PAINTED_FRAMES;
        state.frames.request();
    }

    /// A drawing of the engine as an element of this document, not yet in it.
    pub(super) fn built_from(&self, tree: &str) -> JsValue {
        let tree = kept(|keep| tree::read(tree, keep));
        tree.map_or(JsValue::UNDEFINED, |tree| dom::build(&self.document, &tree, false).into())
    }

    /// The list of facts stands in the page, where links reach it. A list of the author's stays.
    pub(super) fn show_list(&self) {
        let old = self.page_list();
        if old.is_none() && self.host.get("firstElementChild").is_some() {
            return;
        }
        match (old, self.list()) {
            (Some(old), Some(list)) => old.replace_with(&list),
            (None, Some(list)) => self.host.append(&list),
            (_, None) => {}
        }
    }

    /// The page selects a region by its id, or none. False for a region that the map does not have.
    pub(super) fn select(&self, id: Option<&str>) -> bool {
        let region = id.and_then(|id| self.map()?.find(id));
        let is_known = region.is_some() == id.is_some();
        if is_known {
            self.update(Event::Select(region));
        }
        is_known
    }

    /// The page keeps its own figure as it was before the script, for whoever adopts it next.
    fn leave(&self) {
        let original = self.edit().original.take();
        if let Some(figure) = self.find("figure.summit-map") {
            match original {
                Some(original) => figure.replace_with(&original),
                None => figure.remove(),
            }
        }
    }
}

impl Drop for Widget {
    fn drop(&mut self) {
        self.tip.element.remove();
        self.leave();
    }
}
