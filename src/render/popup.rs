//! RegionDetails → the contents of a popup.

use super::control::button;
use super::entry::body;
use crate::content::locale::Locale;
use crate::content::region_details::RegionDetails;
use crate::interaction::command::Command;
use crate::render::element::Element;

/// Name, status and claims; a close button if the popup stays, else a hint how to keep it.
#[must_use]
pub(crate) fn popup(entry: &RegionDetails, pinned: bool, words: &Locale) -> Element {
    let title = Element::new("h3;id=popup-title");
    let title = title.in_language(entry.language.as_deref()).text(entry.name.clone());
    let mut head = Element::new("div;class=popup-head").child(title);
    if pinned {
        let close = Element::new("button;type=button;class=close")
            .with("aria-label", words.close)
            .text("×");
        head = head.child(close);
    }
    let content = Element::new("div").child(head).children(body(entry, words));
    if pinned {
        let here = button(Command::ZoomHere, true).with("class", "here").text(words.zoom_here);
        return content.child(here);
    }
    content.child(Element::new("p;class=popup-hint").text(words.pin_hint))
}
