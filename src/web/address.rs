//! The address of the page.

use super::widget::Widget;
use crate::interaction::event::Event;
use crate::interaction::permalink::{self, Permalink};
use wasm_bindgen::JsValue;

impl Widget {
    /// The fragment of the page's address, without `#`.
    pub(super) fn fragment(&self) -> String {
        let hash = self.window.location().hash().unwrap_or_default();
        hash.strip_prefix('#').unwrap_or(&hash).to_owned()
    }

    /// The page's address with a link in its fragment, if that is another one.
    fn address(&self, prefix: &str, link: &Permalink) -> Option<(String, bool)> {
        let before = self.fragment();
        let after = permalink::write(&before, prefix, link);
        let whole = self.window.location().href().ok()?;
        let page = whole.split('#').next().unwrap_or_default();
        let is_new = after != before;
        let joint = if after.is_empty() { "" } else { "#" };
        Some((page.to_owned() + joint + &after, is_new))
    }

    /// Writes a link into the page's address; `is_step` makes it a step of the history.
    pub(super) fn write_link(&self, prefix: &str, link: &Permalink, is_step: bool) {
        let Some((address, true)) = self.address(prefix, link) else { return };
        let Ok(history) = self.window.history() else { return };
        // Browsers refuse when it is called too often; the next call then writes all.
        let _ = if is_step {
            history.push_state_with_url(&JsValue::NULL, "", Some(&address))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
        };
    }

    /// Copies the address with a link in it.
    pub(super) fn copy_link(&self, prefix: &str, link: &Permalink) {
        let Some((address, _)) = self.address(prefix, link) else { return };
        let navigator = self.window.navigator();
        // A page that is not from a secure address has no clipboard.
        let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into());
        let promise = clipboard
            .is_ok_and(|clipboard| clipboard.is_object())
            .then(|| navigator.clipboard().write_text(&address));
        let Some(promise) = promise else { return self.update(Event::NotCopied(address)) };
        let done = self.later(|widget| widget.update(Event::Copied));
        let refused = self.later(move |widget| widget.update(Event::NotCopied(address.clone())));
        let _ = promise.then2(&done, &refused);
        self.state.borrow_mut().answers = Some((done, refused));
    }
}
