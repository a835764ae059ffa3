//! Colours of categories and of classes. Every fill has a contrast of 3:1 to the sea and to an inset,
//! light and dark (WCAG 2.2, 1.4.11), so that borders are as light as the sea and no fill needs an
//! outline. Between that and black there is room for six or seven greys that differ; what is
//! more has a pattern. Found by a search for the hues that stay farthest apart, for normal sight
//! and for three kinds of colour blindness; the tests hold that.

use super::numbers::value;
use crate::data::category::Pattern;
use crate::data::color::{Color, LightDark, SEA};

/// How a category is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    /// Colour of the area.
    pub fill: LightDark,
    /// Colour of its edge, where the fill is faint.
    pub outline: Option<LightDark>,
    /// What lies over the fill.
    pub pattern: Option<(Pattern, LightDark)>,
}

const fn color(light: u32, dark: u32) -> LightDark {
    LightDark { light: rgb(light), dark: rgb(dark) }
}

const fn rgb(hex: u32) -> Color {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color::new(red, green, blue)
}

/// The fills of categories: teal, olive, crimson, blue, purple, rust.
const FILLS: [LightDark; 6] = [
    color(0x0a_546a, 0x3c_a8cd),
    color(0x90_910f, 0xf2_f593),
    color(0x78_001b, 0xdf_575e),
    color(0x19_7aca, 0xb8_d9fc),
    color(0x3a_0057, 0x90_53b8),
    color(0xa5_4300, 0xfe_a176),
];
const FAINT: LightDark = color(0xe4_e2dc, 0x3a_3f44);
const FAINT_EDGE: LightDark = color(0x5b_5f63, 0xa0_a6ab);

/// Regions without a value.
pub(super) const NO_DATA: Look = Look { fill: FAINT, outline: Some(FAINT_EDGE), pattern: None };
/// Categories beyond those that can be told apart.
pub(super) const OTHER: Look =
    Look { fill: FAINT, outline: Some(FAINT_EDGE), pattern: Some((Pattern::Dots, FAINT_EDGE)) };

/// Seven steps from what is nearest to the sea to what is farthest from it, each a third more in
/// contrast than the one before.
type Ramp = [LightDark; 7];
const TEAL: Ramp = [
    color(0x28_9f76, 0x3f_6fac),
    color(0x15_8879, 0x26_88b6),
    color(0x09_7275, 0x08_a1b9),
    color(0x0a_5d6d, 0x2a_bab7),
    color(0x01_4964, 0x5f_d3b1),
    color(0x00_335b, 0x98_eaac),
    color(0x06_184c, 0xdb_ffb8),
];
const ORANGE: Ramp = [
    color(0xc4_7d03, 0xba_493a),
    color(0xb2_6605, 0xca_623a),
    color(0xa0_510c, 0xd8_7c3f),
    color(0x8c_3d12, 0xe4_974c),
    color(0x77_2a13, 0xf1_b460),
    color(0x60_1712, 0xfd_d27b),
    color(0x43_0009, 0xff_f4ca),
];
const PURPLE: Ramp = [
    color(0xbe_73b7, 0x84_55c6),
    color(0xa3_60a9, 0x9a_69cd),
    color(0x8a_4f9a, 0xb1_7fd5),
    color(0x71_3f8c, 0xc7_95de),
    color(0x5a_2f7d, 0xdf_aeea),
    color(0x42_1d6c, 0xf6_caf8),
    color(0x29_0356, 0xff_effd),
];
/// A class in which a diverging ramp turns.
const TURN: LightDark = color(0x85_8c9f, 0x67_6f77);

/// Ramps by name: from little to much, or from one side of a midpoint to the other.
const RAMPS: [(&str, &Ramp, Option<&Ramp>); 7] = [
    ("sequential", &TEAL, None),
    ("teal", &TEAL, None),
    ("orange", &ORANGE, None),
    ("purple", &PURPLE, None),
    ("diverging", &TEAL, Some(&ORANGE)),
    ("orange-teal", &TEAL, Some(&ORANGE)),
    ("orange-purple", &PURPLE, Some(&ORANGE)),
];

fn find(name: &str) -> Option<(&'static Ramp, Option<&'static Ramp>)> {
    // The kind may stand before the name: "diverging, orange-teal".
    let last = name.rsplit([',', ' ']).next().unwrap_or(name);
    RAMPS.iter().find(|(own, ..)| *own == last).map(|(_, high, low)| (*high, *low))
}

/// Whether there is a ramp of this name.
pub(super) fn is_ramp(name: &str) -> bool {
    find(name).is_some()
}

/// What is said of another.
pub(super) fn unknown_ramp() -> String {
    let names: Vec<&str> = RAMPS.iter().map(|(name, ..)| *name).collect();
    format!("needs to be one of {}", names.join(", "))
}

/// The looks of so many categories, twelve at most: six fills, and the same with stripes.
pub(super) fn categories(count: usize) -> Vec<Look> {
    let plain = FILLS.iter().map(|&fill| Look { fill, outline: None, pattern: None });
    let striped =
        plain.clone().map(|look| Look { pattern: Some((Pattern::Diagonal, SEA)), ..look });
    plain.chain(striped).take(count).collect()
}

/// The looks of classes that begin at these limits, but the first. In a diverging ramp the classes
/// below the midpoint have stripes, so that the two sides differ in grey too.
pub(super) fn ramp(name: Option<&str>, limits: &[String], midpoint: f64) -> Vec<Look> {
    let (high, low) = name.and_then(find).unwrap_or((&TEAL, None));
    let count = limits.len() + 1;
    let Some(low) = low else {
        let step = |class: usize| Look {
            fill: step(high, class, limits.len()),
            outline: None,
            pattern: None,
        };
        return (0..count).map(step).collect();
    };
    let below = limits.iter().filter(|limit| value(limit) <= midpoint).count();
    // The class around the midpoint has no side, unless a limit is the midpoint.
    #[expect(clippy::float_cmp, reason = "a limit that is given as the midpoint is it")]
    let is_even = below
        .checked_sub(1)
        .and_then(|last| limits.get(last))
        .is_some_and(|limit| value(limit) == midpoint);
    let first_above = if is_even { below } else { below + 1 };
    let most = below.max(count - first_above.min(count));
    let look = |class: usize| {
        if class < below {
            let fill = step(low, below - class, most);
            Look { fill, outline: None, pattern: Some((Pattern::Diagonal, SEA)) }
        } else if class < first_above {
            Look { fill: TURN, outline: None, pattern: None }
        } else {
            Look { fill: step(high, class + 1 - first_above, most), outline: None, pattern: None }
        }
    };
    (0..count).map(look).collect()
}

/// The colour so many of all steps up a ramp; of one without steps its middle.
fn step(ramp: &Ramp, step: usize, steps: usize) -> LightDark {
    let last = ramp.len() - 1;
    let (whole, part, of) = match steps {
        0 => (last / 2, 0, 1),
        _ => (step * last / steps, step * last % steps, steps),
    };
    let at = |index: usize| ramp.get(index.min(last)).copied().unwrap_or(FAINT);
    let (low, high) = (at(whole), at(whole + 1));
    LightDark {
        light: low.light.mixed(high.light, part, of),
        dark: low.dark.mixed(high.dark, part, of),
    }
}

#[cfg(test)]
mod tests;
