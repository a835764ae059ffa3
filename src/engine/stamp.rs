//! What a drawing was made of, as one number: two with equal stamps are equal.

use crate::options::Options;

/// The code that draws; see `build.rs`.
const CODE: &str = env!("SUMMIT_MAP_CODE");

/// A hash of the files, the options and the code, eight bytes at a time: that of FNV-1a, a byte at a
/// time, takes as long as reading a map. It tells two drawings apart; it is no defence against a
/// forger, who could change the page itself. `language` is that of the interface, however the
/// options have asked for it. Source of the step: D. Knuth, "The Art of Computer Programming"
/// vol. 3, section 6.4, multiplicative hashing.
pub(super) fn stamp(map: &[u8], facts: &[u8], options: &Options, language: &str) -> u64 {
    let flags = [u8::from(options.has_languages), u8::from(options.has_links)];
    let parts =
        [map, facts, options.prefix.as_bytes(), language.as_bytes(), &flags, CODE.as_bytes()];
    let mut hash = 0_u64;
    let mut add = |word: u64| {
        hash = (hash.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    };
    for part in parts {
        // Or the end of one part could be the beginning of the next.
        add(part.len() as u64);
        for bytes in part.chunks(8) {
            let mut word = [0; 8];
            bytes.iter().zip(&mut word).for_each(|(byte, place)| *place = *byte);
            add(u64::from_le_bytes(word));
        }
    }
    hash
}

/// A stamp as an attribute holds it.
pub(super) fn text(stamp: u64) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |shift: u32| DIGITS.get((stamp >> shift & 15) as usize).copied().map(char::from);
    (0..16).rev().filter_map(|place| digit(place * 4)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamped(map: &str, facts: &str, options: &Options, language: &str) -> String {
        text(stamp(map.as_bytes(), facts.as_bytes(), options, language))
    }

    #[test]
    fn a_stamp_changes_with_each_input() {
        let first = Options::default();
        let other = |change: fn(&mut Options)| {
            let mut options = Options::default();
            change(&mut options);
            stamped("m", "f", &options, "en")
        };
        let mut all = vec![
            stamped("m", "f", &first, "en"),
            stamped("mf", "", &first, "en"),
            stamped("m", "g", &first, "en"),
            stamped("m", "f", &first, "fr"),
            other(|o| o.prefix.push('x')),
            other(|o| o.has_languages = true),
            other(|o| o.has_links = true),
        ];
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!((all.len(), stamped("m", "f", &first, "en").len()), (count, 16));
    }
}
