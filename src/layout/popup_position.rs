//! Where a popup goes: beside its anchor, never off screen.

/// A box in CSS pixels of the viewport: x to the right, y down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Space kept between the popup and its anchor, and between the popup and the screen's edge.
const GAP: f64 = 10.0;

/// Top left corner of a popup of the given width and height. A wide one goes above the anchor,
/// else below, else to a side; a tall one, which would hide much of the map, to the side with
/// more room, else above or below. Where it fits nowhere, it goes over the anchor. A popup as
/// large as the screen starts at the screen's corner.
#[must_use]
pub(crate) fn place(anchor: Rect, width: f64, height: f64, screen: Rect) -> (f64, f64) {
    let center_x = anchor.x + (anchor.width - width) / 2.0;
    let center_y = anchor.y + (anchor.height - height) / 2.0;
    let above = anchor.y - GAP - height;
    let below = anchor.y + anchor.height + GAP;
    let right = anchor.x + anchor.width + GAP;
    let left = anchor.x - GAP - width;
    let fits_x = |x: f64| x >= screen.x + GAP && x + width <= screen.x + screen.width - GAP;
    let fits_y = |y: f64| y >= screen.y + GAP && y + height <= screen.y + screen.height - GAP;
    let has_more_right = right - screen.x < screen.x + screen.width - left - width;
    let sides = if has_more_right { [right, left] } else { [left, right] };
    let beside = sides.into_iter().find(|&x| fits_x(x)).map(|x| (x, center_y));
    let over_or_under = [above, below].into_iter().find(|&y| fits_y(y)).map(|y| (center_x, y));
    let is_tall = height > width * 0.75;
    let (first, second) = if is_tall { (beside, over_or_under) } else { (over_or_under, beside) };
    let (x, y) = first.or(second).unwrap_or((center_x, center_y));
    (keep(x, width, screen.x, screen.width), keep(y, height, screen.y, screen.height))
}

fn keep(start: f64, length: f64, screen_start: f64, screen_length: f64) -> f64 {
    let last = screen_start + screen_length - GAP - length;
    start.min(last).max(screen_start + GAP.min(((screen_length - length) / 2.0).max(0.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREEN: Rect = Rect { x: 0.0, y: 0.0, width: 360.0, height: 640.0 };

    fn at(x: f64, y: f64) -> Rect {
        Rect { x, y, width: 4.0, height: 4.0 }
    }

    #[test]
    fn it_goes_above_where_there_is_room_and_below_where_not() {
        assert_eq!(place(at(180.0, 400.0), 100.0, 70.0, SCREEN), (132.0, 320.0));
        assert_eq!(place(at(180.0, 50.0), 100.0, 70.0, SCREEN), (132.0, 64.0));
    }

    #[test]
    fn a_tall_one_goes_to_the_side_with_more_room() {
        assert_eq!(place(at(100.0, 300.0), 100.0, 200.0, SCREEN), (114.0, 202.0));
        assert_eq!(place(at(250.0, 300.0), 100.0, 200.0, SCREEN), (140.0, 202.0));
        assert_eq!(place(at(180.0, 300.0), 300.0, 240.0, SCREEN), (32.0, 50.0));
    }

    #[test]
    fn it_never_leaves_the_screen() {
        for x in (-50..450).step_by(7) {
            for y in (-50..750).step_by(7) {
                for (width, height) in
                    [(50.0, 50.0), (340.0, 300.0), (340.0, 620.0), (360.0, 640.0)]
                {
                    let (left, top) = place(at(x.into(), y.into()), width, height, SCREEN);
                    assert!(left >= 0.0 && left + width <= 360.0, "{x} {y} {width}: {left}");
                    assert!(top >= 0.0 && top + height <= 640.0, "{x} {y} {height}: {top}");
                }
            }
        }
    }

    #[test]
    fn too_large_a_popup_starts_at_the_corner() {
        assert_eq!(place(at(180.0, 400.0), 500.0, 900.0, SCREEN), (0.0, 0.0));
    }
}
