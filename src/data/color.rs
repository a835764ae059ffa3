//! Colours as data files write them, and their contrast.
//! Only `#rgb` and `#rrggbb` are read, so that no style text of a data file reaches a page.

/// An opaque sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color {
    red: u8,
    green: u8,
    blue: u8,
}

impl Color {
    /// A colour of its three channels, 0 to 255.
    #[must_use]
    pub const fn new(red: u8, green: u8, blue: u8) -> Color {
        Color { red, green, blue }
    }

    /// Reads `#rgb` or `#rrggbb`; None for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Color> {
        let digits = text.strip_prefix('#')?;
        let mut nibbles = [0u8; 6];
        for (index, digit) in digits.bytes().enumerate() {
            *nibbles.get_mut(index)? = u8::try_from(char::from(digit).to_digit(16)?).ok()?;
        }
        let [a, b, c, d, e, f] = nibbles;
        match digits.len() {
            3 => Some(Color::new(a * 17, b * 17, c * 17)),
            6 => Some(Color::new(a * 16 + b, c * 16 + d, e * 16 + f)),
            _ => None,
        }
    }

    /// The colour as `#rrggbb`.
    #[must_use]
    pub fn hex(self) -> String {
        let mut text = String::from("#");
        for channel in [self.red, self.green, self.blue] {
            for nibble in [channel >> 4, channel & 15] {
                text.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
            }
        }
        text
    }

    /// The colour so many parts of the way to another.
    #[cfg(any(not(target_os = "unknown"), feature = "import"))]
    #[must_use]
    pub(crate) fn mixed(self, other: Color, part: usize, of: usize) -> Color {
        let mix = |a: u8, b: u8| {
            let sum = usize::from(a) * of.saturating_sub(part) + usize::from(b) * part;
            u8::try_from((sum + of / 2) / of.max(1)).unwrap_or(u8::MAX)
        };
        let [red, green, blue] =
            [(self.red, other.red), (self.green, other.green), (self.blue, other.blue)]
                .map(|(a, b)| mix(a, b));
        Color { red, green, blue }
    }

    /// Relative luminance, 0 (black) to 1 (white). Source: WCAG 2.2, "relative luminance".
    #[must_use]
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { power_2_4((value + 0.055) / 1.055) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// Contrast ratio with another colour, 1 to 21. Source: WCAG 2.2, "contrast ratio".
    #[must_use]
    pub fn contrast(self, other: Color) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// x to the power of 2.4 for x in 0 to 1: x² times the square of the fifth root, which Newton's
/// method finds from above.
fn power_2_4(x: f64) -> f64 {
    let mut root: f64 = 1.0;
    for _ in 0..24 {
        root -= (root - x / (root * root * root * root)) / 5.0;
    }
    x * x * root * root
}

/// A colour for a light page and one for a dark page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LightDark {
    /// On a light page.
    pub light: Color,
    /// On a dark page.
    pub dark: Color,
}

impl LightDark {
    /// The CSS value that follows the page's `color-scheme`. Source: CSS Color 5, `light-dark()`.
    #[must_use]
    pub fn css(self) -> String {
        let mut css = String::from("light-dark(");
        css.push_str(&self.light.hex());
        css.push(',');
        css.push_str(&self.dark.hex());
        css.push(')');
        css
    }

    /// The lower of the contrasts in the two themes.
    #[must_use]
    pub fn contrast(self, other: LightDark) -> f64 {
        self.light.contrast(other.light).min(self.dark.contrast(other.dark))
    }
}

/// The sea, which is also the colour of borders between regions.
pub(crate) const SEA: LightDark =
    LightDark { light: Color::new(0xf2, 0xf6, 0xf8), dark: Color::new(0x13, 0x1b, 0x21) };
/// Of a picture that stands alone: its paper, its text, and text of less weight.
pub(crate) const PAPER: Color = Color::new(0xff, 0xff, 0xff);
pub(crate) const INK: Color = Color::new(0x14, 0x20, 0x2b);
pub(crate) const MUTED: Color = Color::new(0x4c, 0x59, 0x65);
/// Ground of an inset.
pub(crate) const INSET: LightDark =
    LightDark { light: Color::new(0xff, 0xff, 0xff), dark: Color::new(0x1a, 0x24, 0x2b) };
/// Lines round insets and to names.
pub(crate) const EDGE: LightDark =
    LightDark { light: Color::new(0x6f, 0x7c, 0x87), dark: Color::new(0x8b, 0x98, 0xa3) };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hex_colours_are_read_and_written() {
        let read = |text| Color::parse(text).map(Color::hex);
        assert_eq!(read("#17607d").as_deref(), Some("#17607d"));
        assert_eq!(read("#Fa0").as_deref(), Some("#ffaa00"));
        for bad in ["red", "#12", "#1234", "#12345g", "url(#x)", "", "#", "#1234567"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_power_is_that_of_the_library() {
        for step in 10..=255_u8 {
            let x = f64::from(step) / 255.0;
            assert!((power_2_4(x) - libm::pow(x, 2.4)).abs() < 1e-14, "{x}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let (black, white) = (Color::new(0, 0, 0), Color::new(255, 255, 255));
        assert!((black.contrast(white) - 21.0).abs() < 1e-9);
        let grey = Color::new(0x77, 0x77, 0x77);
        assert!((grey.contrast(white) - 4.48).abs() < 0.01);
    }
}
