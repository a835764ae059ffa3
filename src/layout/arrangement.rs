//! How the page arranges the map at a width of the element, and the sizes that follow from it.

use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::layout::name::Fonts;
use crate::layout::stage::{Arrangement, StageSize};

/// Widths of the element in CSS pixels, each the least of a class. A prerendered page holds a stage
/// for each; within a class everything scales with the drawing.
pub(crate) const WIDTHS: [i32; 7] = [280, 360, 600, 768, 1100, 1280, 1440];

/// The least width of the class that a width belongs to, in CSS pixels.
#[must_use]
pub(crate) fn class_of(element_px: i32) -> i32 {
    let [narrowest, ..] = WIDTHS;
    WIDTHS.into_iter().rfind(|&least| least <= element_px).unwrap_or(narrowest)
}

/// What differs between the arrangements. Lengths are in CSS pixels, sizes of text and dots in
/// tenths of one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    /// Element less the stage: padding and rail.
    rail: i32,
    /// Height of the stage in hundredths of its width, at most; and that of the map over a docked
    /// inset, and of the inset.
    pub tallest: i32,
    pub over_dock: i32,
    pub dock: i32,
    /// An inset in the sea is so many hundredths as large as the map at least, or it docks.
    pub least_factor: i32,
    /// Gap to the right of the map in hundredths of the width; None where it stands in the middle.
    right: Option<i32>,
    /// Of names on the map.
    pub fonts: Fonts,
    /// Of names in an inset.
    pub inset: Fonts,
    /// Across the dots of states, and of territories.
    pub dots: (i32, i32),
    /// Width of the headline's block on the sea, size of headline and finding; None above the map.
    pub headline: Option<(i32, i32, i32)>,
    /// Height of an inset's heading.
    pub heading: i32,
    /// From the edges of the stage to the tools: right, top.
    pub tools: (i32, i32),
}

const PHONE: Style = Style {
    rail: 0,
    tallest: 130,
    over_dock: 96,
    dock: 58,
    least_factor: 300,
    right: None,
    fonts: Fonts { first: 130, second: 120, territory: 115 },
    inset: Fonts { first: 115, second: 115, territory: 115 },
    dots: (70, 36),
    headline: None,
    heading: 23,
    tools: (8, 10),
};
const TABLET: Style = Style {
    tallest: 105,
    over_dock: 70,
    dock: 45,
    least_factor: 160,
    right: Some(2),
    fonts: Fonts { first: 150, second: 130, territory: 115 },
    inset: Fonts { first: 125, second: 125, territory: 115 },
    dots: (80, 40),
    heading: 28,
    tools: (12, 12),
    ..PHONE
};
const LAPTOP: Style = Style {
    rail: 24 + 24 + 284 + 24,
    tallest: 81,
    over_dock: 50,
    dock: 31,
    least_factor: 180,
    fonts: Fonts { territory: 120, ..TABLET.fonts },
    inset: Fonts { territory: 120, ..TABLET.inset },
    dots: (90, 42),
    headline: Some((372, 36, 16)),
    ..TABLET
};
const WIDE: Style = Style {
    rail: 32 + 24 + 352 + 32,
    fonts: Fonts { first: 170, second: 140, territory: 120 },
    inset: Fonts { first: 135, second: 135, territory: 120 },
    dots: (100, 44),
    headline: Some((470, 46, 18)),
    ..LAPTOP
};

impl Arrangement {
    /// The arrangement in an element of this width.
    #[must_use]
    pub fn of_element(element_px: i32) -> Arrangement {
        match element_px {
            ..600 => Arrangement::Phone,
            600..1100 => Arrangement::Tablet,
            1100..1440 => Arrangement::Laptop,
            1440.. => Arrangement::Wide,
        }
    }

    /// Its place among them, the narrowest first.
    #[must_use]
    pub(crate) fn index(self) -> usize {
        match self {
            Arrangement::Phone => 0,
            Arrangement::Tablet => 1,
            Arrangement::Laptop => 2,
            Arrangement::Wide => 3,
        }
    }

    /// The arrangement at a place among them.
    #[must_use]
    pub(crate) fn at(index: usize) -> Arrangement {
        match index {
            0 => Arrangement::Phone,
            1 => Arrangement::Tablet,
            2 => Arrangement::Laptop,
            _ => Arrangement::Wide,
        }
    }

    /// The narrowest stage that it is laid out for, in CSS pixels: where the window is too low for
    /// that, everything is drawn smaller. The style sheet has the same figures.
    #[must_use]
    pub fn least_px(self) -> i32 {
        match self {
            Arrangement::Phone => 1,
            Arrangement::Tablet => 600,
            Arrangement::Laptop => 700,
            Arrangement::Wide => 860,
        }
    }

    pub(crate) fn style(self) -> Style {
        match self {
            Arrangement::Phone => PHONE,
            Arrangement::Tablet => TABLET,
            Arrangement::Laptop => LAPTOP,
            Arrangement::Wide => WIDE,
        }
    }
}

impl StageSize {
    /// The stage in an element of this width, as long as the window is high enough.
    #[must_use]
    pub fn of_element(element_px: i32) -> StageSize {
        let arrangement = Arrangement::of_element(element_px);
        StageSize { arrangement, width_px: (element_px - arrangement.style().rail).max(1) }
    }

    /// Least width of the class of elements that it belongs to.
    #[must_use]
    pub fn class_px(self) -> i32 {
        class_of(self.width_px + self.arrangement.style().rail)
    }

    /// The part of the drawing that the stage shows, and the units to ten CSS pixels. `frame` is
    /// that of the whole map, which fills the height: so many hundredths of the width at most.
    pub(crate) fn area(self, frame: UnitBox, tallest: i32) -> (UnitBox, i32) {
        let style = self.arrangement.style();
        let gaps = style.right.map_or(0, |right| 2 * right);
        // The lesser height is that by which the map is as wide as the stage, less the gaps.
        let widest = frame.height() * 100 / tallest.max(1);
        let width = widest.max(frame.width() * 100 / (100 - gaps).max(1));
        let left = match style.right {
            None => (frame.width() - width) / 2,
            Some(right) => frame.width() + width * right / 100 - width,
        };
        let min = UnitPoint { x: left, y: 0 };
        let max = UnitPoint { x: left + width, y: frame.height() };
        (UnitBox { min, max }, units_per_10_px(width, self.width_px))
    }
}

/// How many units ten CSS pixels have where so many units are as wide as so many pixels. Rounded up,
/// so that no letter and no target is smaller than it should be.
fn units_per_10_px(units: i32, width_px: i32) -> i32 {
    let width_px = width_px.max(1);
    ((units * 10 + width_px - 1) / width_px).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::frame::Frame;

    #[test]
    fn each_width_belongs_to_the_class_below_it() {
        assert_eq!(
            [200, 280, 359, 360, 1439, 9999].map(class_of),
            [280, 280, 280, 360, 1280, 1440]
        );
    }

    #[test]
    fn no_class_is_arranged_in_two_ways() {
        for (class, next) in WIDTHS.into_iter().zip(WIDTHS.into_iter().skip(1)) {
            let both = [class, next - 1].map(Arrangement::of_element);
            assert_eq!(both[0], both[1], "{class}");
        }
    }

    #[test]
    fn the_stage_is_as_high_as_the_map_and_the_map_stands_on_the_right() {
        let size = StageSize::of_element(1280);
        let (area, units) = size.area(Frame::sized(8000, 12_000).shown(), 81);
        assert_eq!(size.width_px, 924);
        assert_eq!((area.height(), area.width()), (12_000, 12_000 * 100 / 81));
        assert_eq!((area.max.x, units), (8000 + 14_814 * 2 / 100, 161));
    }

    #[test]
    fn a_wide_map_has_the_width_of_a_phone_and_a_gap_on_a_laptop() {
        let frame = Frame::sized(8000, 4000).shown();
        let (area, _) = StageSize::of_element(360).area(frame, 130);
        assert_eq!((area.min.x, area.max.x), (0, 8000));
        let (area, _) = StageSize::of_element(1280).area(frame, 81);
        assert_eq!((area.min.x, area.max.x), (-167, 8166));
    }
}
