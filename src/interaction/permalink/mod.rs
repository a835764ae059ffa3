//! What a link restores: the state of a map in the fragment of an address, beside whatever else
//! the fragment holds, such as the state of another map.
//!
//! A fragment is made of parts with `&` between them. This map's parts are `prefix.show=…`,
//! `.only=…`, `.view=x,y,zoom` and `.lang=…`. Links of before have `.hide=…` in place of `.only`,
//! with commas between ids.

mod percent;

use crate::content::text;
use percent::{decode, encode};

/// What a link restores.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Permalink {
    /// Id of the selected region.
    pub selected: Option<String>,
    /// Id of the category that is shown alone.
    pub only: Option<String>,
    /// Ids of the categories that a link of before filters out; such links are only read.
    pub hidden: Vec<String>,
    /// The part of the map that is shown; None for the whole map.
    pub view: Option<PermalinkView>,
    /// Language of the map, a BCP 47 tag; None for the page's choice.
    pub language: Option<String>,
}

impl Permalink {
    /// Whether it restores nothing.
    fn is_empty(&self) -> bool {
        self.view.is_none()
            && self.hidden.is_empty()
            && self.selected.is_none()
            && self.only.is_none()
            && self.language.is_none()
    }
}

/// The part of a map that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PermalinkView {
    /// Its centre, in thousandths of the drawing's width; 1000 at most.
    pub x: u32,
    /// Its centre, in thousandths of the drawing's height; 1000 at most.
    pub y: u32,
    /// Magnification in hundredths, above 100, which is the whole map; 10,000 at most.
    pub zoom: u32,
}

impl PermalinkView {
    /// The view within its limits; None where all of the map is shown.
    pub(super) fn checked(self) -> Option<PermalinkView> {
        let PermalinkView { x, y, zoom } = self;
        (zoom > 100).then_some(PermalinkView {
            x: x.min(1000),
            y: y.min(1000),
            zoom: zoom.min(10_000),
        })
    }
}

/// What a fragment, without its `#`, says about the map of this prefix; None where it says
/// nothing, or nothing that can be read. Of a key that comes twice the last one counts.
#[must_use]
pub(crate) fn read(fragment: &str, prefix: &str) -> Option<Permalink> {
    let mut link = Permalink::default();
    for part in text::parts(fragment, b'&') {
        match own(part, prefix) {
            Some((Key::Show, value)) => link.selected = Some(decode(value)),
            Some((Key::Only, value)) => link.only = Some(decode(value)),
            Some((Key::Hide, value)) => {
                link.hidden = Vec::new();
                for id in text::parts(value, b',') {
                    link.hidden.push(decode(id));
                }
            }
            Some((Key::View, value)) => link.view = view(&decode(value)),
            Some((Key::Lang, value)) => link.language = Some(decode(value)),
            None => {}
        }
    }
    (!link.is_empty()).then_some(link)
}

/// The fragment with this map's state in it, where it was or else at the end. All other parts stay
/// as they are, and a map in its first state leaves none.
#[must_use]
pub(crate) fn write(fragment: &str, prefix: &str, link: &Permalink) -> String {
    let mut mine = Some(parts(prefix, link)).filter(|mine| !mine.is_empty());
    let mut out = String::new();
    let mut is_first = true;
    let mut push = |part: &str| {
        if !is_first {
            out.push('&');
        }
        is_first = false;
        out.push_str(part);
    };
    for part in text::parts(fragment, b'&') {
        if own(part, prefix).is_none() {
            // An empty fragment has no parts, but an empty part between two others stays.
            if !fragment.is_empty() {
                push(part);
            }
        } else if let Some(mine) = mine.take() {
            push(&mine);
        }
    }
    if let Some(mine) = mine {
        push(&mine);
    }
    out
}

/// This map's parts, "" in its first state.
fn parts(prefix: &str, link: &Permalink) -> String {
    let mut out = String::new();
    if let Some(selected) = &link.selected {
        begin(&mut out, prefix, ".show=");
        encode(&mut out, selected);
    }
    if let Some(only) = &link.only {
        begin(&mut out, prefix, ".only=");
        encode(&mut out, only);
    }
    if let Some(PermalinkView { x, y, zoom }) = link.view.and_then(PermalinkView::checked) {
        begin(&mut out, prefix, ".view=");
        let part = |part: u32| text::digits(part.cast_signed());
        let (x, y, zoom) = (part(x), part(y), part(zoom));
        out.push_str(&text::concat(&[&x, ",", &y, ",", &zoom]));
    }
    if let Some(language) = &link.language {
        begin(&mut out, prefix, ".lang=");
        encode(&mut out, language);
    }
    out
}

/// Appends the key of a part.
fn begin(out: &mut String, prefix: &str, name: &str) {
    if !out.is_empty() {
        out.push('&');
    }
    encode(out, prefix);
    out.push_str(name);
}

#[derive(Clone, Copy)]
enum Key {
    Show,
    Only,
    Hide,
    View,
    Lang,
}

/// Key and value of a part that is of the map of this prefix. A key's name has no full stop, so
/// the prefix is all that stands before the last one, and no part is of two maps.
fn own<'a>(part: &'a str, prefix: &str) -> Option<(Key, &'a str)> {
    let (key, value) = text::cut(part, b'=')?;
    let key = match decode(key).strip_prefix(prefix)? {
        ".show" => Key::Show,
        ".only" => Key::Only,
        ".hide" => Key::Hide,
        ".view" => Key::View,
        ".lang" => Key::Lang,
        _ => return None,
    };
    Some((key, value))
}

fn view(value: &str) -> Option<PermalinkView> {
    let mut numbers = text::parts(value, b',');
    let mut next = || number(numbers.next()?);
    let view = PermalinkView { x: next()?, y: next()?, zoom: next()? };
    if numbers.next().is_some() { None } else { view.checked() }
}

/// A number of digits alone; one that is too large is the largest.
fn number(digits: &str) -> Option<u32> {
    let mut number: Option<u32> = None;
    for digit in digits.bytes() {
        let value = char::from(digit).to_digit(10)?;
        number = Some(number.unwrap_or(0).saturating_mul(10).saturating_add(value));
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> Permalink {
        Permalink {
            selected: Some("MEX".into()),
            only: Some("signed".into()),
            hidden: Vec::new(),
            view: Some(PermalinkView { x: 523, y: 417, zoom: 800 }),
            language: Some("fr".into()),
        }
    }

    const FULL: &str = "m.show=MEX&m.only=signed&m.view=523,417,800&m.lang=fr";

    fn selected(fragment: &str, prefix: &str) -> Option<String> {
        read(fragment, prefix)?.selected
    }

    fn zoomed(value: &str) -> Option<PermalinkView> {
        read(&format!("m.view={value}"), "m")?.view
    }

    #[test]
    fn a_whole_state_is_written_and_read() {
        assert_eq!(write("", "m", &full()), FULL);
        assert_eq!(read(FULL, "m"), Some(full()));
    }

    #[test]
    fn a_first_state_leaves_nothing() {
        assert_eq!(write(FULL, "m", &Permalink::default()), "");
        let whole = Permalink {
            view: Some(PermalinkView { x: 1, y: 2, zoom: 100 }),
            ..Permalink::default()
        };
        assert_eq!(write(FULL, "m", &whole), "");
    }

    #[test]
    fn other_fragments_say_nothing() {
        for fragment in ["", "section-2", "m", "m.show", "m.other=1", "show=MEX", "m-MEX", "&=&."] {
            assert_eq!(read(fragment, "m"), None, "{fragment}");
        }
    }

    #[test]
    fn other_parts_stay_where_they_are() {
        let link = Permalink { selected: Some("X".into()), ..Permalink::default() };
        for (before, after) in [
            ("section-2", "section-2&m.show=X"),
            ("a=b&m.lang=fr&&%zz=é&m.show=Y&c", "a=b&m.show=X&&%zz=é&c"),
            ("&a", "&a&m.show=X"),
            ("m.other=1&m.show", "m.other=1&m.show&m.show=X"),
        ] {
            assert_eq!(write(before, "m", &link), after);
        }
    }

    #[test]
    fn maps_do_not_read_each_other() {
        let fragment = "m.show=1&m.show.show=2&mm.show=3&%6D%2B.show=4";
        for (prefix, id) in [("m", "1"), ("m.show", "2"), ("mm", "3"), ("m+", "4")] {
            assert_eq!(selected(fragment, prefix).as_deref(), Some(id));
        }
        assert_eq!(selected(fragment, ""), None);
    }

    #[test]
    fn ids_may_hold_anything() {
        for id in ["a&b", "c=d", "e,f", "50%25", "", "é😀#?/", "m.show=Z"] {
            let link = Permalink { only: Some(id.into()), ..Permalink::default() };
            assert_eq!(read(&write("", "m", &link), "m"), Some(link));
        }
    }

    #[test]
    fn what_a_link_of_before_hides_is_read() {
        let hidden = read("m.hide=signed,e%2Cf,", "m").map(|link| link.hidden);
        assert_eq!(hidden, Some(vec!["signed".into(), "e,f".into(), String::new()]));
    }

    #[test]
    fn views_are_kept_within_their_limits() {
        assert_eq!(zoomed("5,6,101"), Some(PermalinkView { x: 5, y: 6, zoom: 101 }));
        assert_eq!(zoomed("5%2C6%2C700"), Some(PermalinkView { x: 5, y: 6, zoom: 700 }));
        let most = Some(PermalinkView { x: 1000, y: 1000, zoom: 10_000 });
        assert_eq!(zoomed("1001,99999999999999999999,4294967300"), most);
    }

    #[test]
    fn views_that_cannot_be_read_are_passed_over() {
        for value in ["", "1,2", "1,2,300,4", "1,2,99", "1,2,+300", "1,-2,300", "1,,300", "NaN"] {
            assert_eq!(zoomed(value), None, "{value}");
        }
    }

    #[test]
    fn the_last_of_a_repeated_key_counts() {
        assert_eq!(selected("m.show=A&m.show=B", "m").as_deref(), Some("B"));
    }
}
