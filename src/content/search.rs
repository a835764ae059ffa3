//! What was typed → the regions that it finds, best first: the list under a combobox.
//! Knows regions by number, and nothing of how they are shown.

use crate::data::collation::{Ranked, fold, in_order};

/// A region that can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SearchEntry<'a> {
    /// Its number, which a search returns.
    pub region: usize,
    /// Its name, which is shown.
    pub name: &'a str,
    /// Its code: "MEX".
    pub id: &'a str,
    /// Other names by which readers may look for it.
    pub also: &'a [String],
    /// Whether it takes part in what the map is about; a territory does not.
    pub takes_part: bool,
}

/// Regions whose name, id or other names match what was typed, best first, at most `most`; all of
/// them by name where no letter or digit was typed. Case, marks, punctuation and blanks do not
/// matter.
///
/// Best is a whole name or id, then the beginning of the name, of another name or of the id, then
/// the beginning of words in them, in any order, and last any part of a name. Those that do not
/// take part come after all that do, but where their whole name was typed. No region comes twice.
#[must_use]
pub(crate) fn search(places: &[SearchEntry<'_>], query: &str, most: usize) -> Vec<usize> {
    let query = plain(query);
    let mut hits: Vec<Ranked> = Vec::new();
    for place in places {
        // With nothing to look for, no place fits better than another.
        let rank = if query.is_empty() { Some(0) } else { rank(place, &query) };
        if let Some(rank) = rank {
            let rank = match (place.takes_part, rank) {
                (true, 0) => 0,
                (false, 0) => 1,
                (true, rank) => rank + 1,
                (false, rank) => rank + 9,
            };
            hits.push((rank, fold(place.name), place.region));
        }
    }
    let mut found = Vec::new();
    for &region in &in_order(hits) {
        if found.len() >= most {
            break;
        }
        if !found.contains(&region) {
            found.push(region);
        }
    }
    found
}

/// Where in a text the query was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Match {
    /// It is the text.
    Whole,
    /// The text begins with it.
    Start,
    /// A word of the text begins with it, or each word of it begins a word of the text.
    Word,
    /// It stands within a word.
    Inside,
}

/// How well a place fits, 0 best.
fn rank(place: &SearchEntry<'_>, query: &str) -> Option<usize> {
    let mut best: Option<usize> = None;
    let mut look_in = |text: &str, [whole, start, word, inside]: [Option<usize>; 4]| {
        let rank = match find(&plain(text), query) {
            Some(Match::Whole) => whole,
            Some(Match::Start) => start,
            Some(Match::Word) => word,
            Some(Match::Inside) => inside,
            None => None,
        };
        if let Some(rank) = rank {
            best = Some(best.map_or(rank, |best| best.min(rank)));
        }
    };
    look_in(place.name, [Some(0), Some(1), Some(3), Some(5)]);
    for name in place.also {
        look_in(name, [Some(0), Some(2), Some(4), Some(5)]);
    }
    // A code means nothing from its second letter on: "ra" is not looking for BRA.
    look_in(place.id, [Some(0), Some(2), Some(4), None]);
    best
}

/// Where `query` is found in `text`, both plain. Bytes are compared, for the library's search in
/// texts is 4 kB with its messages.
fn find(text: &str, query: &str) -> Option<Match> {
    let (text, query) = (text.as_bytes(), query.as_bytes());
    if begins(text, query) {
        return Some(if begins(query, text) { Match::Whole } else { Match::Start });
    }
    let begins_word = |head: &[u8]| text.split(is_blank).any(|word| word.starts_with(head));
    if query.split(is_blank).all(begins_word) {
        return Some(Match::Word);
    }
    let mut found = None;
    let mut rest = text;
    let mut before = b' ';
    while let Some((first, after)) = rest.split_first() {
        if before == b' ' && begins(rest, query) {
            return Some(Match::Word);
        }
        if rest.starts_with(query) {
            found = Some(Match::Inside);
        }
        (before, rest) = (*first, after);
    }
    found
}

/// Whether a plain text begins with another, wherever either has its blanks: "d ivoire" begins
/// with "divoire", and "usa" with "u s".
fn begins(text: &[u8], with: &[u8]) -> bool {
    let mut text = text.iter().filter(|byte| !is_blank(byte));
    with.iter().filter(|byte| !is_blank(byte)).all(|byte| text.next() == Some(byte))
}

fn is_blank(byte: &u8) -> bool {
    *byte == b' '
}

/// The folded words of a text, with one blank between two. Full stops join what they stand
/// between, for "U.S." is looked for as "US"; other punctuation separates words.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut is_apart = false;
    for c in fold(text).chars() {
        match c {
            '.' => {}
            _ if is_between(c) => is_apart = true,
            _ => {
                if is_apart && !plain.is_empty() {
                    plain.push(' ');
                }
                is_apart = false;
                plain.push(c);
            }
        }
    }
    plain
}

/// Whether a character separates words: blanks and punctuation. Unicode's own tables are 3 kB.
fn is_between(c: char) -> bool {
    match c {
        // Signs of Latin-1 with the no-break space, an apostrophe, general punctuation, and the
        // ideographic space.
        '\u{a0}'..='\u{bf}' | 'ʼ' | '\u{2000}'..='\u{206f}' | '\u{3000}' => true,
        _ => c.is_ascii() && !c.is_ascii_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: [usize; 0] = [];

    fn names(list: &[&str]) -> Vec<String> {
        list.iter().map(|&name| name.to_owned()).collect()
    }

    /// Searches in regions of these names, without ids.
    fn in_names(list: &[&str], query: &str) -> Vec<usize> {
        let places = list.iter().enumerate();
        let places = places.map(|(region, name)| SearchEntry {
            region,
            name,
            id: "",
            also: &[],
            takes_part: true,
        });
        search(&places.collect::<Vec<_>>(), query, usize::MAX)
    }

    #[test]
    fn case_and_marks_do_not_matter() {
        assert_eq!(in_names(&["Brasil", "México"], "MEXICO"), [1]);
        assert_eq!(in_names(&["Brasil", "Mexico"], "méx"), [1]);
    }

    #[test]
    fn punctuation_and_blanks_do_not_matter() {
        for query in
            ["st kitts", "St.  Kitts", "st.kitts ", "(St) Kitts,", "\u{a0}st‑kitts", " (itts"]
        {
            assert_eq!(in_names(&["St. Kitts and Nevis"], query), [0], "{query}");
        }
        for query in ["ee uu", "EE.UU.", "EEUU", "ee. uu."] {
            assert_eq!(in_names(&["EE. UU."], query), [0], "{query}");
        }
        for query in ["divoire", "d'ivoire", "d ivoire", "ivoire", "cote divoire"] {
            assert_eq!(in_names(&["Côte d’Ivoire"], query), [0], "{query}");
        }
        for query in ["us", "u.s.", "us virgin", "virgin us"] {
            assert_eq!(in_names(&["U.S. Virgin Islands"], query), [0], "{query}");
        }
    }

    #[test]
    fn better_matches_come_first() {
        let also = names(&["Nord", "Nordland", "Big Nordland"]);
        let place =
            |region, name, id, also| SearchEntry { region, name, id, also, takes_part: true };
        let places = [
            place(0, "A Fjordnord", "0", &[]),
            place(1, "B", "1", &also[2..]),
            place(2, "C Nordland", "2", &[]),
            place(3, "D", "3", &also[1..2]),
            place(4, "Nordland", "4", &[]),
            place(5, "Z", "5", &also[..1]),
        ];
        assert_eq!(search(&places, "nord", 9), [5, 4, 3, 2, 1, 0]);
    }

    #[test]
    fn those_that_take_part_come_first_unless_a_whole_name_was_typed() {
        let place =
            |region, name, takes_part| SearchEntry { region, name, id: "", also: &[], takes_part };
        let places = [
            place(0, "Saint Barthélemy", false),
            place(1, "Saint Lucia", true),
            place(2, "Isle of Saints", true),
            place(3, "Saint", false),
        ];
        assert_eq!(search(&places, "sai", 9), [1, 2, 3, 0]);
        assert_eq!(search(&places, "saint", 9), [3, 1, 2, 0]);
    }

    #[test]
    fn an_id_is_found_whole_and_by_its_beginning_but_not_within() {
        let place =
            |region, name, id| SearchEntry { region, name, id, also: &[], takes_part: true };
        let places =
            [place(0, "Brazil", "BRA"), place(1, "Usambara", "TZA"), place(2, "States", "USA")];
        assert_eq!(search(&places, "usa", 9), [2, 1]);
        assert_eq!(search(&places, "us", 9), [1, 2]);
        assert_eq!(search(&places, "za", 9), NONE);
    }

    #[test]
    fn words_may_come_in_any_order_and_all_must_match() {
        let list = ["Saint Kitts and Nevis", "Saint Lucia"];
        assert_eq!(in_names(&list, "nevis kitts"), [0]);
        assert_eq!(in_names(&list, "luc sai"), [1]);
        assert_eq!(in_names(&list, "nevis lucia"), NONE);
    }

    #[test]
    fn equal_matches_are_by_name_without_marks() {
        assert_eq!(in_names(&["Az", "Áb", "Aa"], "a"), [2, 1, 0]);
    }

    #[test]
    fn nothing_typed_gives_all_by_name() {
        let place =
            |region, name, id| SearchEntry { region, name, id, also: &[], takes_part: true };
        let places = [place(0, "Peru", ""), place(1, "Cuba", "CUB"), place(2, "", "X")];
        for query in ["", "  ", ".", "’("] {
            assert_eq!(search(&places, query, 9), [2, 1, 0], "{query}");
        }
    }

    #[test]
    fn no_more_than_asked_for_and_no_region_twice() {
        let also = names(&["Cuba libre"]);
        let place =
            |region, also| SearchEntry { region, name: "Cuba", id: "CUB", also, takes_part: true };
        let places = [place(1, &also[..]), place(1, &[]), place(2, &[]), place(3, &[])];
        assert_eq!(search(&places, "cub", 2), [1, 2]);
        assert_eq!(search(&places, "cub", 0), NONE);
    }
}
