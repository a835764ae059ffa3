//! Where the tip goes: beside what it is about, never over it or the pointer, never off screen.

use super::rect::Rect;

/// Space between the tip and what it stays clear of, and between the tip and the screen's edge.
const GAP: f64 = 8.0;
/// A tip farther than this from the pointer would not be seen to belong to it.
const FAR: f64 = 160.0;

/// Top left corner of a tip of this width and height about a region whose box is `about`. It
/// stands beside the box, on the side nearest to the pointer; without a pointer at the right, else
/// at the left, above or below. Where the region is so large that this is far from the pointer, or
/// beside it is no room, it stands beside the pointer; without one, at the region's middle.
#[must_use]
pub(crate) fn place(
    about: Rect,
    pointer: Option<(f64, f64)>,
    size: (f64, f64),
    screen: Rect,
) -> (f64, f64) {
    let about = about.within(screen);
    let middle = (about.x + about.width / 2.0, about.y + about.height / 2.0);
    let at = pointer.unwrap_or(middle);
    let point = Rect { x: at.0, y: at.1, width: 0.0, height: 0.0 };
    let reach = if pointer.is_some() { FAR } else { f64::INFINITY };
    let beside = side_of(about.with(at), at, pointer.is_some(), size, screen);
    let found = beside.filter(|&(far, _)| far <= reach);
    let found = found.or_else(|| side_of(point, at, false, size, screen));
    // A tip as large as the screen.
    found.map_or((screen.x, screen.y), |(_, corner)| corner)
}

/// The nearest side of a box on which a tip fits, or the first: how far its edge is from `at`, and
/// the tip's corner.
fn side_of(
    clear: Rect,
    at: (f64, f64),
    is_nearest: bool,
    (width, height): (f64, f64),
    screen: Rect,
) -> Option<(f64, (f64, f64))> {
    let along_x = keep(at.0 - width / 2.0, width, screen.x, screen.width);
    let along_y = keep(at.1 - height / 2.0, height, screen.y, screen.height);
    let (right, below) = (clear.right() + GAP, clear.bottom() + GAP);
    let sides = [
        (right - at.0, (right, along_y)),
        (at.0 - clear.x + GAP, (clear.x - GAP - width, along_y)),
        (at.1 - clear.y + GAP, (along_x, clear.y - GAP - height)),
        (below - at.1, (along_x, below)),
    ];
    let mut best: Option<(f64, (f64, f64))> = None;
    for (far, (x, y)) in sides {
        let fits = x >= screen.x
            && y >= screen.y
            && x + width <= screen.right()
            && y + height <= screen.bottom();
        if fits && best.is_none_or(|(least, _)| is_nearest && far < least) {
            best = Some((far, (x, y)));
        }
    }
    best
}

fn keep(start: f64, length: f64, screen_start: f64, screen_length: f64) -> f64 {
    let last = screen_start + screen_length - GAP - length;
    start.min(last).max(screen_start + GAP.min(((screen_length - length) / 2.0).max(0.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREEN: Rect = Rect { x: 0.0, y: 0.0, width: 1280.0, height: 800.0 };
    const SIZE: (f64, f64) = (200.0, 80.0);

    fn region(x: f64, y: f64, width: f64, height: f64) -> Rect {
        Rect { x, y, width, height }
    }

    #[test]
    fn it_stands_on_the_side_that_is_nearest_to_the_pointer() {
        let about = region(400.0, 300.0, 60.0, 60.0);
        assert_eq!(place(about, Some((450.0, 330.0)), SIZE, SCREEN), (468.0, 290.0));
        assert_eq!(place(about, Some((410.0, 330.0)), SIZE, SCREEN), (192.0, 290.0));
        assert_eq!(place(about, Some((430.0, 310.0)), SIZE, SCREEN), (330.0, 212.0));
        assert_eq!(place(about, Some((430.0, 355.0)), SIZE, SCREEN), (330.0, 368.0));
    }

    #[test]
    fn of_a_large_region_it_stands_beside_the_pointer() {
        let about = region(200.0, 100.0, 700.0, 600.0);
        assert_eq!(place(about, Some((550.0, 400.0)), SIZE, SCREEN), (558.0, 360.0));
    }

    #[test]
    fn without_a_pointer_it_stands_beside_the_region_however_large() {
        let about = region(200.0, 100.0, 700.0, 600.0);
        assert_eq!(place(about, None, SIZE, SCREEN), (908.0, 360.0));
        assert_eq!(place(region(900.0, 100.0, 300.0, 60.0), None, SIZE, SCREEN), (692.0, 90.0));
    }

    #[test]
    fn a_region_that_fills_the_screen_has_it_at_its_middle() {
        assert_eq!(place(SCREEN, None, SIZE, SCREEN), (648.0, 360.0));
    }

    #[test]
    fn a_pointer_in_the_sea_beside_a_small_island_is_not_covered() {
        let about = region(600.0, 400.0, 4.0, 4.0);
        let (x, _) = place(about, Some((640.0, 402.0)), SIZE, SCREEN);
        assert!(x >= 648.0, "{x}");
    }

    #[test]
    fn wherever_the_pointer_is_it_covers_neither_pointer_nor_region_and_stays_on_screen() {
        for screen in [SCREEN, region(0.0, 0.0, 600.0, 400.0)] {
            for (width, height) in [(4.0, 4.0), (40.0, 120.0), (130.0, 90.0)] {
                for x in (0..600).step_by(37) {
                    for y in (0..400).step_by(31) {
                        let about = region(x.into(), y.into(), width, height).within(screen);
                        for (px, py) in [(0.0, 0.0), (0.5, 0.5), (1.0, 0.9)] {
                            let at = (about.x + about.width * px, about.y + about.height * py);
                            let (left, top) = place(about, Some(at), SIZE, screen);
                            let tip = region(left, top, SIZE.0, SIZE.1);
                            assert!(
                                (tip.within(screen).width - 200.0).abs() < 1e-9,
                                "{about:?} {at:?}"
                            );
                            assert!(!tip.meets(about), "{about:?} {at:?} {tip:?}");
                            assert!(tip.with(at) != tip, "{about:?} {at:?} {tip:?}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn too_large_a_tip_starts_at_the_corner() {
        let about = region(180.0, 400.0, 4.0, 4.0);
        assert_eq!(place(about, Some((180.0, 400.0)), (2000.0, 900.0), SCREEN), (0.0, 0.0));
    }
}
