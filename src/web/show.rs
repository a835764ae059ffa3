//! How a map comes into the page, and how it leaves.

use super::dom;
use super::place::NOWHERE;
use super::widget::{PAINTED_FRAMES, Widget};
use crate::engine::live::LiveView;
use crate::engine::map::Map;
use crate::error::Error;
use crate::interaction::event::{Event, NewMap};
use crate::options::Options;
use std::rc::Rc;
use wasm_bindgen::JsValue;

impl Widget {
    /// Whether the page shows a prerendered map that is made of these.
    pub(super) fn shows(&self, map: &[u8], facts: &[u8], options: &Options) -> bool {
        let figure = self.find("figure.summit-map");
        let stamp = figure.and_then(|figure| figure.get_attribute("data-stamp"));
        let is_live = self.state.borrow().view.is_some();
        !is_live && stamp.is_some_and(|stamp| stamp == Map::stamp_of(map, facts, options))
    }

    /// Shows a map; `adopted` where the page shows it already and keeps its nodes. True if it does.
    pub(super) fn show(&self, map: Map, adopted: bool) -> Result<bool, JsValue> {
        if !adopted && self.state.borrow().view.is_none() {
            self.make_place(&map)?;
        }
        // The map first: the list is long, and nobody can have read so far.
        let is_listed = adopted && self.list().is_some();
        self.state.borrow_mut().frames_to_list = if is_listed { 0 } else { PAINTED_FRAMES };
        self.state.borrow_mut().is_list_kept = is_listed;
        self.tip.attach(&self.root, map.words().code)?;
        let mut view = LiveView::new(map);
        let shown = view.shown(self.stage_size());
        let index = Rc::new(view.map().index(shown));
        self.state.borrow_mut().view = Some(view);
        self.tell_wishes();
        self.update(Event::Table(self.find(".table[open]").is_some()));
        self.update(Event::Map(NewMap {
            index,
            stage: self.stage().unwrap_or(NOWHERE),
            fragment: self.fragment(),
            language: self.host.get_attribute("lang"),
        }));
        if !is_listed {
            self.state.borrow_mut().frames.request();
        }
        Ok(adopted)
    }

    /// Puts a figure without a map into the page, in place of another that it may show. A live one
    /// stays, and is patched.
    fn make_place(&self, map: &Map) -> Result<(), JsValue> {
        let old = self.find("figure.summit-map");
        let figure = map.skeleton();
        let new = dom::build(&self.document, &figure, false)?;
        match old {
            Some(old) => old.replace_with_with_node_1(&new)?,
            None => {
                let slot = self.root.query_selector("slot")?;
                self.root.insert_before(&new, slot.as_deref())?;
            }
        }
        self.state.borrow_mut().tree = Some(Rc::new(figure));
        Ok(())
    }

    fn list(&self) -> Option<web_sys::Element> {
        self.host.query_selector(":scope > .summit-facts").ok().flatten()
    }

    /// The list of facts stands in the page, where links reach it. A list of the author's stays.
    pub(super) fn show_list(&self) -> Result<(), JsValue> {
        let old = self.list();
        if old.is_none() && self.host.first_element_child().is_some() {
            return Ok(());
        }
        let list = self.state.borrow().view.as_ref().map(|view| view.map().fact_list());
        let Some(list) = list else { return Ok(()) };
        let list = dom::build(&self.document, &list, false)?;
        match old {
            Some(old) => old.replace_with_with_node_1(&list),
            None => self.host.append_child(&list).map(|_| ()),
        }
    }

    /// The page selects a region by its id, or none.
    pub(super) fn select(&self, id: Option<&str>) -> Result<(), Error> {
        let region = match id {
            Some(id) => {
                let state = self.state.borrow();
                let region = state.view.as_ref().and_then(|view| view.map().picture().find(id));
                Some(region.ok_or_else(|| Error::UnknownRegion { id: id.to_owned() })?)
            }
            None => None,
        };
        self.update(Event::Select(region));
        Ok(())
    }

    /// Takes finer shapes.
    pub(super) fn refine(&self, bytes: &[u8]) -> Result<(), Error> {
        if let Some(view) = &mut self.state.borrow_mut().view {
            view.refine(bytes)?;
        }
        self.update(Event::Refined);
        Ok(())
    }

    /// Takes further facts: the card, the search and the table have them from now on, and the list
    /// if it is not the page's own.
    pub(super) fn add_facts(&self, bytes: &[u8]) -> Result<(), Error> {
        let size = self.stage_size();
        let index = {
            let state = &mut *self.state.borrow_mut();
            let Some(view) = &mut state.view else { return Ok(()) };
            view.add_facts(bytes)?;
            let shown = view.shown(size);
            Rc::new(view.map().index(shown))
        };
        self.update(Event::Reframed(index));
        if !self.state.borrow().is_list_kept {
            // It fails only where the host page has taken the nodes away.
            let _ = self.show_list();
        }
        Ok(())
    }

    /// The page keeps the map as it was before the script, for whoever adopts it next.
    fn leave(&self) -> Result<(), JsValue> {
        let (old, new) = {
            let mut state = self.state.borrow_mut();
            let Some(view) = &state.view else { return Ok(()) };
            let new = view.map().prerendered();
            (state.tree.take(), new)
        };
        let Some(figure) = self.find("figure.summit-map") else { return Ok(()) };
        self.show_search(false)?;
        for selector in [".said", ".hint", "#found"] {
            if let Some(element) = self.find(selector) {
                element.set_text_content(None);
            }
        }
        self.settle();
        if let Some(outline) = self.find(".outline") {
            outline.set_text_content(None);
        }
        dom::update(&self.document, &figure, old.as_deref(), &new)
    }
}

impl Drop for Widget {
    fn drop(&mut self) {
        self.tip.remove();
        // It fails only where the host page has taken the nodes away.
        let _ = self.leave();
    }
}
