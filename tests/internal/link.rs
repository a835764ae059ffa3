//! Whatever a fragment holds, one map's state can be put in and read back, and all else stays.

use super::common::Random;
use crate::interaction::permalink::{Permalink, PermalinkView, read, write};

/// Pieces that mean something in a fragment, in a key or to a decoder, and some that do not.
const PIECES: [&str; 20] = [
    "&",
    "=",
    ",",
    ".",
    "%",
    "#",
    "+",
    "%2",
    "%26",
    "%FF",
    "%C3%A9",
    "m",
    "m.show",
    ".show=",
    ".hide=",
    ".view=1,2,300",
    "é",
    "😀",
    "\u{0}",
    " ",
];
/// Prefixes that could be taken for one another.
const PREFIXES: [&str; 9] = ["", "m", "mm", "m.show", "m.show=", "m&m", "é", "%C3%A9", "m%2Eshow"];

fn text(random: &mut Random, most: usize) -> String {
    let count = random.below(most + 1);
    (0..count).map(|_| PIECES[random.below(PIECES.len())]).collect()
}

fn link(random: &mut Random) -> Permalink {
    let number = |random: &mut Random, end| u32::try_from(random.below(end)).unwrap_or_default();
    let some = |random: &mut Random| random.below(3) > 0;
    Permalink {
        selected: some(random).then(|| text(random, 3)),
        only: some(random).then(|| text(random, 2)),
        hidden: Vec::new(),
        view: some(random).then(|| PermalinkView {
            x: number(random, 1001),
            y: number(random, 1001),
            zoom: 101 + number(random, 9900),
        }),
        language: some(random).then(|| text(random, 1)),
    }
}

/// A fragment with the states of some maps among other parts.
fn fragment(random: &mut Random) -> String {
    let mut fragment = text(random, 6);
    for _ in 0..random.below(3) {
        fragment = write(&fragment, PREFIXES[random.below(PREFIXES.len())], &link(random));
        if random.below(2) == 0 {
            fragment.push('&');
            fragment.push_str(&text(random, 4));
        }
    }
    fragment
}

/// Runs a check on many fragments, prefixes and links.
fn for_many(check: impl Fn(&str, &str, &Permalink)) {
    let mut random = Random(0x5eed_cafe_f00d_0005);
    for round in 0..4000 {
        let fragment = fragment(&mut random);
        check(&fragment, PREFIXES[round % PREFIXES.len()], &link(&mut random));
    }
}

#[test]
fn what_is_written_is_read() {
    for_many(|fragment, prefix, link| {
        let written = write(fragment, prefix, link);
        let expected = Some(link).filter(|link| **link != Permalink::default());
        assert_eq!(read(&written, prefix).as_ref(), expected, "{prefix:?} in {written:?}");
    });
}

#[test]
fn other_maps_say_what_they_said() {
    for_many(|fragment, prefix, link| {
        let written = write(fragment, prefix, link);
        for other in PREFIXES.into_iter().filter(|other| *other != prefix) {
            assert_eq!(read(&written, other), read(fragment, other), "{other:?} in {written:?}");
        }
    });
}

#[test]
fn writing_twice_is_writing_once() {
    for_many(|fragment, prefix, link| {
        let once = write(fragment, prefix, link);
        assert_eq!(write(&once, prefix, link), once);
    });
}

#[test]
fn nothing_is_left_of_a_state_that_is_gone() {
    for_many(|fragment, prefix, link| {
        let clean = write(fragment, prefix, &Permalink::default());
        let used = write(&clean, prefix, link);
        assert_eq!(write(&used, prefix, &Permalink::default()), clean);
        assert!(used.starts_with(&clean), "{used:?}");
    });
}

#[test]
fn a_fragment_of_our_own_has_only_characters_of_a_fragment() {
    for_many(|_, prefix, link| {
        let written = write("", prefix, link);
        let is_good = |c: char| c.is_ascii_alphanumeric() || "-._~%=&,".contains(c);
        assert!(written.chars().all(is_good), "{written:?}");
    });
}

#[test]
fn a_link_stands_beside_what_else_the_address_holds() {
    let link = read("section-2&summit.show=MEX&b.show=CAN", "summit").unwrap();
    assert_eq!(link.selected.as_deref(), Some("MEX"));
    let after = write("a=b&summit.lang=fr&b.show=X", "summit", &link);
    assert_eq!(after, "a=b&summit.show=MEX&b.show=X");
    assert_eq!(write("summit.show=MEX", "summit", &Permalink::default()), "");
}
