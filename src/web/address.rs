//! The address of the page holds what the reader has set, where the embedder asks for it.

use super::page::Page;
use crate::engine::map::Map;
use crate::interaction::permalink::{self, Permalink};
use crate::interaction::popup_machine::PopupEvent;
use wasm_bindgen::JsValue;

impl Page {
    /// What the reader has set, as a link holds it.
    pub(super) fn link(&self, map: &Map) -> Permalink {
        let selected = self.interaction.borrow().selected();
        let chosen = self.host.get_attribute("lang").filter(|_| self.is_language_chosen());
        self.state
            .borrow()
            .as_ref()
            .map(|state| map.link(state, selected, chosen))
            .unwrap_or_default()
    }

    /// Sets what a link says; what it does not say is set as at the start.
    pub(super) fn restore(&self, link: &Permalink) {
        let Some(map) = self.map() else { return };
        let was_restoring = self.is_restoring.replace(true);
        let before = self.state.borrow().clone().unwrap_or_else(|| self.first_state(&map));
        self.state.replace(Some(map.restored(link, before)));
        let region = link.selected.as_deref().and_then(|id| map.scene().find(id));
        if let Some(region) = region {
            self.point_at_region(region);
        }
        self.handle(PopupEvent::Select(region));
        let known =
            link.language.clone().filter(|tag| crate::content::locale::words(tag).is_some());
        // The element loads the facts in that language. These fail for no name of an attribute.
        let _ = match known.or_else(|| self.home_language.clone()) {
            Some(tag) if self.host.get_attribute("lang").as_ref() == Some(&tag) => Ok(()),
            Some(tag) => self.host.set_attribute("lang", &tag),
            None => self.host.remove_attribute("lang"),
        };
        self.is_restoring.set(was_restoring);
    }

    fn is_language_chosen(&self) -> bool {
        self.host.get_attribute("lang") != self.home_language
    }

    fn fragment(&self) -> Option<(String, String)> {
        let map = self.map()?;
        let prefix = map.link_prefix()?.to_owned();
        let hash = self.window.location().hash().ok()?;
        Some((hash.strip_prefix('#').unwrap_or(&hash).to_owned(), prefix))
    }

    /// Sets what the page's address says about this map.
    pub(super) fn restore_from_page(&self) {
        if let Some((fragment, prefix)) = self.fragment()
            && let Some(link) = permalink::read(&fragment, &prefix)
        {
            self.restore(&link);
        }
    }

    /// The address has changed by another hand: back, forward, a link.
    pub(super) fn follow_page(&self) {
        let Some((fragment, prefix)) = self.fragment() else { return };
        let Some(map) = self.map() else { return };
        let link = permalink::read(&fragment, &prefix);
        // A link to a place in the page says nothing about the map.
        if link.is_none() && !fragment.is_empty() && !fragment.as_bytes().contains(&b'=') {
            return;
        }
        let link = link.unwrap_or_default();
        if link != self.link(&map) {
            self.restore(&link);
            self.come_to_rest();
        }
    }

    /// Writes what the reader has set into the page's address; `is_step` makes it a step of the
    /// browser's history.
    pub(super) fn remember(&self, is_step: bool) {
        if self.is_restoring.get() {
            return;
        }
        let Some((before, prefix)) = self.fragment() else { return };
        let Some(map) = self.map() else { return };
        let after = permalink::write(&before, &prefix, &self.link(&map));
        if after == before {
            return;
        }
        let (Ok(history), Some(address)) = (self.window.history(), self.address(&after)) else {
            return;
        };
        // Browsers refuse when it is called too often; the next call then writes all.
        let _ = if is_step {
            history.push_state_with_url(&JsValue::NULL, "", Some(&address))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
        };
    }

    /// The page's address with another fragment.
    fn address(&self, fragment: &str) -> Option<String> {
        let whole = self.window.location().href().ok()?;
        let page = whole.split('#').next().unwrap_or_default();
        Some(if fragment.is_empty() { page.to_owned() } else { format!("{page}#{fragment}") })
    }

    /// Copies the address of this view, or where that is not allowed shows it.
    pub(super) fn copy_link(&self) {
        let Some((fragment, prefix)) = self.fragment() else { return };
        let Some(map) = self.map() else { return };
        let Some(address) = self.address(&permalink::write(&fragment, &prefix, &self.link(&map)))
        else {
            return;
        };
        let (copied, failed) = (map.words().link_copied, map.words().link_failed);
        let shown = format!("{failed} {address}");
        // A page that is not from a secure address has no clipboard.
        let clipboard = js_sys::Reflect::get(&self.window.navigator(), &"clipboard".into());
        if !clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
            self.say_aloud(&shown);
            return;
        }
        let promise = self.window.navigator().clipboard().write_text(&address);
        let done = self.later(move |view| view.say_aloud(copied));
        let refused = self.later(move |view| view.say_aloud(&shown));
        let _ = promise.then2(&done, &refused);
        self.answers.replace(Some((done, refused)));
    }
}
