//! How wide a name is on the page, and where it breaks into lines.

/// Names longer than this many bytes have no label: the sea has no room for them.
const MOST_BYTES: usize = 100;
/// Most lines of a label.
pub(crate) const MOST_LINES: usize = 3;
/// A line wider than this many hundredths of the font size is broken if it can be.
const WIDEST: i32 = 1200;
/// From one baseline to the next, in hundredths of the font size.
const LINE_HEIGHT: i32 = 115;
/// Glyphs that are much narrower or wider than others, with their widths in hundredths of the font
/// size.
const WIDTHS: [(&str, i32); 3] = [("ijlI.,'", 30), ("ftr()- ", 40), ("mwMW", 95)];

/// The lines of a name, with their size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) lines: Vec<String>,
    /// Width in units, at least that of the longest line.
    pub(crate) width: i32,
    /// Height in units.
    pub(crate) height: i32,
}

impl Block {
    /// Writes a name in `count` lines in a font of `size` units. Lines break at blanks, and are as
    /// even as they can be. None if the name does not break so, or would be too wide.
    pub(crate) fn new(name: &str, count: usize, size: i32) -> Option<Block> {
        if name.len() > MOST_BYTES {
            return None;
        }
        let lines = even(name, count);
        let width = lines.iter().map(|line| width(line)).max()?;
        let is_good = lines.len() == count && (width <= WIDEST || count == MOST_LINES);
        let height = i32::try_from(count).unwrap_or(0) * LINE_HEIGHT;
        is_good.then(|| Block { lines, width: part(size, width), height: part(size, height) })
    }
}

/// Hundredths of the font size in units, rounded up.
fn part(size: i32, hundredths: i32) -> i32 {
    (size * hundredths + 99) / 100
}

/// Breaks a name into at most `count` lines, the longest of them as short as can be to a 16th.
fn even(name: &str, count: usize) -> Vec<String> {
    let whole = width(name);
    let mut limit = whole / i32::try_from(count).unwrap_or(1);
    loop {
        let lines = fill(name, limit, count > 1);
        if lines.len() <= count || limit > whole {
            return lines;
        }
        limit += limit / 16 + 1;
    }
}

/// Puts word after word into a line while it is no wider than `limit`. What is in brackets has
/// lines of its own, if there are several.
fn fill(name: &str, limit: i32, has_several: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line)
                if width(line) + width(" ") + width(word) <= limit
                    && !(has_several && word.starts_with('(')) =>
            {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Width of a line in hundredths of the font size.
fn width(line: &str) -> i32 {
    line.chars().map(advance).sum()
}

/// Width of a glyph in hundredths of the font size. Source: the advance widths of DejaVu Sans,
/// the widest of the usual system fonts, in classes; a class holds for a name on the whole.
fn advance(glyph: char) -> i32 {
    let is_in = |(glyphs, _): &&(&str, i32)| glyphs.chars().any(|other| other == glyph);
    if let Some((_, width)) = WIDTHS.iter().find(is_in) {
        return *width;
    }
    match glyph {
        'A'..='Z' | 'À'..='Þ' => 75,
        // The rest of the Latin script.
        '\0'..='\u{24f}' => 63,
        _ => 100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(name: &str, size: i32) -> impl Iterator<Item = Block> {
        (1..=MOST_LINES).filter_map(move |count| Block::new(name, count, size))
    }

    fn lines(name: &str) -> Vec<Vec<String>> {
        blocks(name, 100).map(|block| block.lines).collect()
    }

    #[test]
    fn a_name_breaks_at_its_blanks_into_lines_as_even_as_can_be() {
        assert_eq!(lines("A b c d"), [vec!["A b c d"], vec!["A b", "c d"], vec!["A", "b c", "d"]]);
        assert_eq!(lines("United States"), [vec!["United States"], vec!["United", "States"]]);
        assert_eq!(lines("Peru"), [["Peru"]]);
    }

    #[test]
    fn a_line_that_can_be_broken_is_not_very_wide() {
        let name = "South Georgia and the South Sandwich Islands";
        assert_eq!(lines(name), [["South Georgia", "and the South", "Sandwich Islands"]]);
    }

    #[test]
    fn what_is_in_brackets_has_lines_of_its_own() {
        let wanted = [vec!["Bermuda", "(United Kingdom)"], vec!["Bermuda", "(United", "Kingdom)"]];
        assert_eq!(lines("Bermuda (United Kingdom)"), wanted);
    }

    #[test]
    fn more_brackets_than_lines_stay_in_one() {
        assert_eq!(lines("a (b) (c) (d)"), [["a (b) (c) (d)"]]);
    }

    #[test]
    fn a_block_is_as_wide_as_its_longest_line_and_as_high_as_all() {
        let sizes: Vec<_> = blocks("Il Salon", 200).map(|b| (b.width, b.height)).collect();
        assert_eq!(sizes, [(60 * 2 + 80 + 294 * 2, 230), (588, 460)]);
    }

    #[test]
    fn a_glyph_of_another_script_is_taken_to_be_as_wide_as_high() {
        assert_eq!(width("南极"), 200);
    }

    #[test]
    fn a_name_without_end_has_no_block() {
        assert_eq!(lines(&"a b ".repeat(1_000_000)), Vec::<Vec<String>>::new());
    }

    #[test]
    fn a_name_of_blanks_has_no_block() {
        assert_eq!(lines("  "), Vec::<Vec<String>>::new());
    }
}
