//! Entry → the contents of a popup.

use super::entry::body;
use crate::entry::Entry;
use crate::markup::Element;
use crate::text::Words;

/// Name, status and claims; a close button if the popup stays, else a hint how to keep it.
#[must_use]
pub fn popup(entry: &Entry, pinned: bool, words: &Words) -> Element {
    let title = Element::new("h3").with("id", "popup-title").text(entry.name.clone());
    let mut head = Element::new("div").with("class", "popup-head").child(title);
    if pinned {
        head = head.child(
            Element::new("button")
                .with("type", "button")
                .with("class", "close")
                .with("aria-label", words.close)
                .text("×"),
        );
    }
    let content = Element::new("div").child(head).children(body(entry, words));
    if pinned {
        return content;
    }
    content.child(Element::new("p").with("class", "popup-hint").text(words.pin_hint))
}
