//! The address of the page.

use super::page::Dom;
use super::widget::Widget;
use crate::content::text;
use crate::interaction::event::Event;
use crate::interaction::permalink::{self, Permalink};
use wasm_bindgen::JsValue;

impl Widget {
    fn location(&self, part: &str) -> String {
        let location = self.window.get("location");
        location.and_then(|location| location.text(part)).unwrap_or_default()
    }

    /// The fragment of the page's address, without `#`.
    pub(super) fn fragment(&self) -> String {
        let hash = self.location("hash");
        hash.strip_prefix("#").unwrap_or(&hash).to_owned()
    }

    /// The page's address with a link in its fragment, and whether that is another one.
    fn address(&self, prefix: &str, link: &Permalink) -> (String, bool) {
        let before = self.fragment();
        let after = permalink::write(&before, prefix, link);
        let whole = self.location("href");
        let page = text::before(&whole, b'#');
        let joint = if after.is_empty() { "" } else { "#" };
        (text::concat(&[page, joint, &after]), after != before)
    }

    /// Writes a link into the page's address; `is_step` makes it a step of the history.
    #[inline(never)]
    pub(super) fn write_link(&self, prefix: &str, link: &Permalink, is_step: bool) {
        let (address, true) = self.address(prefix, link) else { return };
        let Some(history) = self.window.get("history") else { return };
        let write = if is_step { Dom::push_state } else { Dom::replace_state };
        // Where the browser refuses, the next call writes all.
        let _ = write(&history, &JsValue::NULL, "", &address);
    }

    /// Copies the address with a link in it.
    #[inline(never)]
    pub(super) fn copy_link(&self, prefix: &str, link: &Permalink) {
        let (address, _) = self.address(prefix, link);
        let navigator = self.window.get("navigator");
        // A page that is not from a secure address has no clipboard.
        let Some(clipboard) = navigator.and_then(|navigator| navigator.get("clipboard")) else {
            return self.update(Event::NotCopied(address));
        };
        let promise = clipboard.write_text(&address);
        let done = self.callback(Box::new(|widget, _| widget.update(Event::Copied)));
        let refused = self.callback(Box::new(move |widget, _| {
            widget.update(Event::NotCopied(address.clone()));
        }));
        promise.then(&done, &refused);
        self.edit().answers = Some((done, refused));
    }
}
