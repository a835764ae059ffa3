//! The search field: a combobox with a list of regions. Source: WAI-ARIA Authoring Practices.

use super::dom;
use super::page::Page;
use crate::interaction::popup_machine::PopupEvent;
use crate::render;
use wasm_bindgen::JsValue;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

/// Regions listed at once.
const MOST: usize = 8;

impl Page {
    fn input(&self) -> Option<HtmlInputElement> {
        self.find("input[role=combobox]")
    }

    /// Lists what matches the letters in the field.
    pub(super) fn search(&self) {
        let (Some(map), Some(input)) = (self.map(), self.input()) else { return };
        let query = input.value();
        if query.trim().is_empty() {
            self.close_search();
            return;
        }
        let hits = map.find(&query, MOST);
        self.say(&map.words().results(hits.len()));
        self.found.replace((hits, None));
        let _ = self.show_found();
    }

    fn show_found(&self) -> Result<(), JsValue> {
        let (Some(map), Some(input)) = (self.map(), self.input()) else {
            return Ok(());
        };
        let Some(list) = self.find::<Element>("#found") else { return Ok(()) };
        let (hits, active) = self.found.borrow().clone();
        list.set_text_content(None);
        for option in render::search::options(map.scene(), &hits, active, map.words()) {
            let option = dom::build(&self.document, &option)?;
            list.append_child(&option)?;
        }
        list.remove_attribute("hidden")?;
        input.set_attribute("aria-expanded", "true")?;
        match active {
            Some(active) => {
                input.set_attribute("aria-activedescendant", &format!("found-{active}"))
            }
            None => input.remove_attribute("aria-activedescendant"),
        }
    }

    pub(super) fn close_search(&self) {
        self.found.replace((Vec::new(), None));
        if let (Some(list), Some(input)) = (self.find::<Element>("#found"), self.input()) {
            // These fail only where the host page has taken the nodes away.
            let _ = list.set_attribute("hidden", "");
            let _ = input.set_attribute("aria-expanded", "false");
            let _ = input.remove_attribute("aria-activedescendant");
        }
    }

    /// Whether the reader is in the field, with something to be cleared from it.
    pub(super) fn is_searching(&self) -> bool {
        let has_focus = self.root.active_element().is_some_and(|at| at.tag_name() == "INPUT");
        has_focus && self.input().is_some_and(|input| !input.value().is_empty())
    }

    /// A key in the field; true if the search has used it.
    pub(super) fn key_in_search(&self, key: &KeyboardEvent) -> bool {
        let is_open = self.find::<Element>("#found:not([hidden])").is_some();
        if key.key() == "ArrowDown" && !is_open {
            self.search();
        }
        let (hits, active) = self.found.borrow().clone();
        let last = hits.len().checked_sub(1);
        let to = match (key.key().as_str(), active) {
            ("ArrowDown", None) => last.map(|_| 0),
            ("ArrowDown", Some(active)) => Some(if Some(active) == last { 0 } else { active + 1 }),
            ("ArrowUp", None | Some(0)) => last,
            ("ArrowUp", Some(active)) => Some(active - 1),
            ("Enter", _) => {
                if let Some(&region) = hits.get(active.unwrap_or(0)) {
                    self.go_to_found(region);
                }
                return true;
            }
            ("Escape", _)
                if !hits.is_empty() || self.input().is_some_and(|i| !i.value().is_empty()) =>
            {
                if let Some(input) = self.input() {
                    input.set_value("");
                }
                self.close_search();
                return true;
            }
            (_, _) => return false,
        };
        if to.is_some() {
            self.found.replace((hits, to));
            let _ = self.show_found();
        }
        to.is_some()
    }

    /// Goes to the region of an option that was clicked.
    pub(super) fn pick_found(&self, event: &Event) -> bool {
        let target = event.target().map(JsValue::from);
        let option = target.and_then(|target| {
            wasm_bindgen::JsCast::dyn_into::<Element>(target).ok()?.closest("[data-found]").ok()?
        });
        let region = option.and_then(|option| option.get_attribute("data-found")?.parse().ok());
        region.is_some_and(|region| {
            self.go_to_found(region);
            true
        })
    }

    /// Zooms to a region, opens its popup and leaves the search.
    fn go_to_found(&self, region: usize) {
        if let Some((input, scene)) = self.input().zip(self.map())
            && let Some(region) = scene.scene().regions.get(region)
        {
            input.set_value(&region.name);
        }
        self.close_search();
        self.zoom_to_region(region);
        self.point_at_region(region);
        self.handle(PopupEvent::Go(region));
    }
}
