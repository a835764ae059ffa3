//! Where the card stands, so that it never hides the region that it is about.

use super::rect::Rect;

/// Where the card stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CardPlace {
    /// In the rail beside the map.
    Rail,
    /// On the map, at its left.
    Left,
    /// On the map, at its right.
    Right,
    /// At the bottom of the window.
    Sheet,
}

/// From this width of the element on the map has a rail; below the other there is a sheet.
const RAIL_PX: f64 = 1100.0;
const TABLET_PX: f64 = 600.0;
/// In a lower window a card on the map would be off the screen with a part of the map.
const LOW_PX: f64 = 480.0;

/// The card's place in an element of this width, in a window of this height. On the map it is on the first side where it does
/// not meet the region's box, as `box_at` tells; where it meets it on both, it is a sheet.
#[must_use]
pub(crate) fn card_place(
    element_px: f64,
    window_px: f64,
    region: Rect,
    mut box_at: impl FnMut(CardPlace) -> Rect,
) -> CardPlace {
    if element_px >= RAIL_PX {
        return CardPlace::Rail;
    }
    if element_px >= TABLET_PX && window_px >= LOW_PX {
        for side in [CardPlace::Left, CardPlace::Right] {
            if !box_at(side).meets(region) {
                return side;
            }
        }
    }
    CardPlace::Sheet
}

impl CardPlace {
    /// The classes of a card that stands there.
    #[must_use]
    pub(crate) fn classes(self) -> &'static str {
        match self {
            CardPlace::Rail => "card",
            CardPlace::Left => "card left",
            CardPlace::Right => "card right",
            CardPlace::Sheet => "card sheet",
        }
    }
}

/// How far the page has to be scrolled for a stretch from `top` to `bottom` to lie between `from`
/// and `to`, or to fill the room between them: the smallest way, down the page.
#[must_use]
pub(crate) fn scroll_way((top, bottom): (f64, f64), (from, to): (f64, f64)) -> f64 {
    let (above, below) = (top - from, bottom - to);
    if above < 0.0 { above.max(below).min(0.0) } else { below.min(above).max(0.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The box of a card at a side of a map of 768 px.
    fn box_at(side: CardPlace) -> Rect {
        let x = if side == CardPlace::Left { 16.0 } else { 484.0 };
        Rect { x, y: 201.0, width: 216.0, height: 476.0 }
    }

    fn place(element_px: f64, (x, y, width, height): (f64, f64, f64, f64)) -> CardPlace {
        card_place(element_px, 1024.0, Rect { x, y, width, height }, box_at)
    }

    #[test]
    fn a_phone_has_a_sheet_and_a_laptop_a_rail() {
        let brazil = (400.0, 600.0, 200.0, 200.0);
        assert_eq!(place(360.0, brazil), CardPlace::Sheet);
        assert_eq!(place(599.0, brazil), CardPlace::Sheet);
        assert_eq!(place(1100.0, brazil), CardPlace::Rail);
    }

    #[test]
    fn a_tablets_card_is_at_the_left_unless_the_region_is_there() {
        assert_eq!(place(768.0, (400.0, 600.0, 200.0, 200.0)), CardPlace::Left);
        assert_eq!(place(768.0, (100.0, 300.0, 200.0, 100.0)), CardPlace::Right);
    }

    #[test]
    fn a_low_window_has_a_sheet() {
        let region = Rect { x: 400.0, y: 600.0, width: 200.0, height: 200.0 };
        assert_eq!(card_place(768.0, 320.0, region, box_at), CardPlace::Sheet);
    }

    #[test]
    fn a_region_on_both_sides_has_a_sheet() {
        assert_eq!(place(768.0, (100.0, 200.0, 600.0, 300.0)), CardPlace::Sheet);
    }

    #[test]
    fn the_page_scrolls_by_the_smallest_way() {
        assert_eq!(scroll_way((100.0, 200.0), (12.0, 500.0)), 0.0, "it is there");
        assert_eq!(scroll_way((450.0, 550.0), (12.0, 500.0)), 50.0);
        assert_eq!(scroll_way((-30.0, 50.0), (12.0, 500.0)), -42.0);
        assert_eq!(scroll_way((400.0, 1200.0), (12.0, 500.0)), 388.0, "it does not fit in");
        assert_eq!(scroll_way((-400.0, 1200.0), (12.0, 500.0)), 0.0, "it fills the room");
    }
}
