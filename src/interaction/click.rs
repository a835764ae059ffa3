//! Clicks that a key has made.

/// Whether a click was made by a key, and has no place on the screen. `kind` is the pointer type
/// of the event, "" where it has none; `corner` its places in the page and on the screen. A key's
/// click has the detail 0, but 1 in Firefox; there, all its places are 0, which no finger meets.
#[must_use]
pub(crate) fn is_by_key(kind: &str, detail: f64, corner: [(f64, f64); 2]) -> bool {
    match kind {
        "mouse" | "touch" | "pen" => false,
        _ => detail == 0.0 || corner == [(0.0, 0.0); 2],
    }
}

#[cfg(test)]
mod tests {
    use super::is_by_key;

    const MIDDLE: [(f64, f64); 2] = [(412.0, 300.0), (500.0, 420.0)];

    #[test]
    fn a_key_makes_a_click_without_a_place_in_every_browser() {
        assert!(is_by_key("", 0.0, MIDDLE), "Chromium: the middle of the link");
        assert!(is_by_key("", 1.0, [(0.0, 0.0); 2]), "Firefox");
    }

    #[test]
    fn a_pointer_does_not_even_in_the_corner() {
        assert!(!is_by_key("mouse", 1.0, [(0.0, 0.0); 2]));
        assert!(!is_by_key("touch", 0.0, [(9.0, 9.0); 2]), "a tap of assistive technology");
        assert!(!is_by_key("", 1.0, MIDDLE), "an old browser's click is a mouse event");
    }
}
