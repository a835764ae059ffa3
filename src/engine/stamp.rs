//! What a drawing was made of, as one number: two with equal stamps are equal.

use crate::options::Options;

/// The code that draws; see `build.rs`.
const CODE: &str = env!("SUMMIT_MAP_CODE");

/// 64-bit FNV-1a over the files, the options and the code. Source: RFC 9923. It tells two drawings
/// apart; it is no defence against a forger, who could change the page itself. `language` is that
/// of the interface, however the options have asked for it.
pub(super) fn stamp(map: &[u8], facts: &[u8], options: &Options, language: &str) -> u64 {
    let flags = [u8::from(options.has_languages), u8::from(options.has_links)];
    let parts =
        [map, facts, options.prefix.as_bytes(), language.as_bytes(), &flags, CODE.as_bytes()];
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    for part in parts {
        part.iter().copied().for_each(&mut add);
        // Or the end of one part could be the beginning of the next.
        part.len().to_le_bytes().into_iter().take(4).for_each(&mut add);
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
