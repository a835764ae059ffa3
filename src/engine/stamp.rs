//! What a drawing was made of, as one number: two with equal stamps are equal.

use crate::content::locale;
use crate::options::Options;

/// The code that draws; see `build.rs`.
const CODE: &str = env!("SUMMIT_MAP_CODE");

/// A hash of the files, the options and the code, eight bytes at a time: that of FNV-1a, a byte at a
/// time, takes as long as reading a map. It tells two drawings apart; it is no defence against a
/// forger, who could change the page itself. Source of the step: D. Knuth, "The Art of Computer Programming"
/// vol. 3, section 6.4, multiplicative hashing.
#[inline(never)]
pub(super) fn stamp(map: &[u8], facts: &[u8], options: &Options) -> u64 {
    // However the options ask for it; if they do not, the facts say.
    let asked = options.language.as_deref().and_then(locale::words);
    let language = asked.map_or("", |words| words.code);
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
        let mut words = part.chunks_exact(8);
        for word in &mut words {
            add(word.try_into().map_or(0, u64::from_le_bytes));
        }
        let rest = words.remainder().iter().rev();
        add(rest.fold(0, |word, &byte| word << 8 | u64::from(byte)));
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

    fn stamped(map: &str, facts: &str, change: fn(&mut Options)) -> String {
        let mut options = Options::default();
        change(&mut options);
        text(stamp(map.as_bytes(), facts.as_bytes(), &options))
    }

    #[test]
    fn a_stamp_changes_with_each_input() {
        let mut all = vec![
            stamped("a long map", "f", |_| ()),
            stamped("a long mapf", "", |_| ()),
            stamped("a long map", "g", |_| ()),
            stamped("a lung map", "f", |_| ()),
            stamped("a long map", "f", |o| o.prefix.push('x')),
            stamped("a long map", "f", |o| o.has_languages = true),
            stamped("a long map", "f", |o| o.has_links = true),
            stamped("a long map", "f", |o| o.language = Some("fr".into())),
        ];
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!((all.len(), all.iter().all(|stamp| stamp.len() == 16)), (count, true));
    }

    #[test]
    fn a_language_by_another_tag_is_the_same() {
        let by = |change| stamped("m", "f", change);
        assert_eq!(
            by(|o| o.language = Some("pt-BR".into())),
            by(|o| o.language = Some("PT".into()))
        );
        assert_eq!(by(|o| o.language = Some("de".into())), by(|_| ()));
    }
}
