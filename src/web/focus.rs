//! Keyboard focus in the map: one tab stop that roves, arrows, typed letters.

use super::page::Page;
use crate::geo::projection::Point;
use crate::interaction::navigation::{FocusTarget, typed};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FocusOptions, SvgElement};

/// Letters typed within this time of each other are one text.
const TYPING_MS: f64 = 800.0;

impl Page {
    pub(super) fn focus_region(&self, region: usize) -> Result<(), JsValue> {
        // Land without facts is no stop of the keyboard; focus stays in the map all the same.
        let link = self.region_element(region).filter(|element| element.has_attribute("href"));
        match link
            .and_then(|link| link.dyn_into::<SvgElement>().ok())
            .or_else(|| self.svg_element())
        {
            Some(element) => {
                // A region as large as Canada would be scrolled to its far corner.
                let options = FocusOptions::new();
                options.set_prevent_scroll(true);
                element.focus_with_options(&options)
            }
            None => Ok(()),
        }
    }

    /// Moves keyboard focus; true for a key that the map has used, even where it leads nowhere.
    pub(super) fn go_to(
        &self,
        choose: impl Fn(&[FocusTarget<'_>], usize) -> Option<usize>,
    ) -> bool {
        let (Some(map), Some(from)) = (self.map(), self.focused.get()) else {
            return false;
        };
        if let Some(region) = choose(&map.stops(), from) {
            self.bring_into_sight(region);
            // It fails only where the host page has taken the nodes away.
            let _ = self.focus_region(region);
        }
        true
    }

    /// Moves a zoomed map so that a region is not beside what is shown.
    fn bring_into_sight(&self, region: usize) {
        let Some(map) = self.map() else { return };
        let Some(viewport) = self.viewport() else { return };
        let Some(place) = map.place_of(region, &viewport) else { return };
        let beyond = |part: f64| if (0.1..0.9).contains(&part) { 0.0 } else { part - 0.5 };
        let by = Point { x: beyond(place.x), y: beyond(place.y) };
        if by.x != 0.0 || by.y != 0.0 {
            self.look_at(viewport.panned(by, map.frame()), super::camera::EASED_MS);
        }
    }

    /// Goes to the region whose name begins with the letters typed in quick succession.
    pub(super) fn type_ahead(&self, letter: &str, now_ms: f64) -> bool {
        let (before, at_ms) = self.typed.take();
        let text = if now_ms - at_ms < TYPING_MS { before + letter } else { letter.to_owned() };
        let moved = self.go_to(|stops, from| typed(stops, &text, Some(from)));
        self.typed.replace((text, now_ms));
        moved
    }

    /// Keeps the one tab stop of the map at the region that has focus.
    pub(super) fn rove(&self, region: usize) {
        let to = self.region_element(region);
        let from = self.focused.replace(Some(region)).and_then(|from| self.region_element(from));
        for (element, index) in [(from, "-1"), (to, "0")] {
            if let Some(element) = element.filter(|element| element.has_attribute("href")) {
                // It fails only where the host page has taken the nodes away.
                let _ = element.set_attribute("tabindex", index);
            }
        }
    }
}
