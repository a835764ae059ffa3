//! How wide a text is on the page, and where it breaks into lines.

/// Names longer than this many bytes are not written: the sea has no room for them.
const MOST_BYTES: usize = 100;
/// Most lines of a name.
pub(crate) const MOST_LINES: usize = 3;
/// A line wider than this many hundredths of the font size is broken if it can be.
const WIDEST: i32 = 1200;
/// From one baseline to the next, in hundredths of the font size.
const LINE_HEIGHT: i32 = 115;
/// Glyphs that are narrower or wider than the others of their case, with their widths in hundredths
/// of the font size. Source: the advance widths of Arial, to which Liberation Sans, Helvetica, Segoe
/// UI and Roboto are close, with 8 % to spare.
const WIDTHS: [(&str, i32); 9] = [
    ("'ijl", 24),
    ("I .,ft:/\u{ed}\u{ee}\u{cd}", 30),
    ("r()-", 36),
    ("ckszvxyJ\u{e7}", 54),
    ("TFZL", 66),
    ("CDHNRUw", 78),
    ("GOQ\u{d3}", 84),
    ("mM", 90),
    ("W\u{2014}", 104),
];
/// A bold line is so many hundredths as wide.
const BOLD: i32 = 108;

/// A name in lines, with its size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) lines: Vec<String>,
    /// Lines of a note under it.
    pub(crate) note: Vec<String>,
    /// Width in units, at least that of the longest line.
    pub(crate) width: i32,
    /// Height in units.
    pub(crate) height: i32,
}

impl Block {
    /// Writes a name in `count` lines in a font of `size` units. Lines break at blanks, and are as
    /// even as they can be. None if the name does not break so, or would be too wide.
    pub(crate) fn new(name: &str, count: usize, size: i32, is_bold: bool) -> Option<Block> {
        if name.len() > MOST_BYTES {
            return None;
        }
        let lines = even(name, count);
        let width = lines.iter().map(|line| width(line)).max()?;
        let width = if is_bold { width * BOLD / 100 } else { width };
        let is_good = lines.len() == count && (width <= WIDEST || count == MOST_LINES);
        let height = i32::try_from(count).unwrap_or(0) * LINE_HEIGHT;
        let (width, height) = (part(size, width), part(size, height));
        is_good.then(|| Block { lines, note: Vec::new(), width, height })
    }

    /// The same with a note in two lines under it, 24/25 as large.
    pub(crate) fn noted(mut self, note: &str, size: i32) -> Option<Block> {
        let lines = |count: usize| Block::new(note, count, size * 24 / 25, false);
        let under = lines(2).or_else(|| lines(1))?;
        self.width = self.width.max(under.width);
        self.height += under.height;
        self.note = under.lines;
        Some(self)
    }
}

/// Height in pixels of a text that fills lines of so many pixels, in a font of `size` pixels and
/// lines of `height` hundredths of that.
pub(crate) fn height_px(text: &str, width_px: i32, size: i32, height: i32) -> i32 {
    i32::try_from(lines(text, width_px, size).len()).unwrap_or(0) * size * height / 100
}

/// A text in lines of so many units at most, in a font of `size` units; a longer word has its own.
pub(crate) fn lines(text: &str, width: i32, size: i32) -> Vec<String> {
    fill(text, width * 100 / size.max(1), false)
}

/// How wide a line is in a font of `size` units.
pub(crate) fn width_units(line: &str, size: i32) -> i32 {
    part(size, width(line))
}

/// Hundredths of the font size in units, rounded up.
fn part(size: i32, hundredths: i32) -> i32 {
    (size * hundredths + 99) / 100
}

/// Breaks a name into at most `count` lines, the longest of them as short as can be to a 16th.
fn even(name: &str, count: usize) -> Vec<String> {
    let whole = width(name);
    let mut limit = whole / i32::try_from(count).unwrap_or(1).max(1);
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
    let mut width = 0;
    for glyph in line.chars() {
        width += advance(glyph);
    }
    width
}

/// Width of a glyph in hundredths of the font size.
fn advance(glyph: char) -> i32 {
    let is_in = |(glyphs, _): &&(&str, i32)| glyphs.chars().any(|other| other == glyph);
    if let Some((_, width)) = WIDTHS.iter().find(is_in) {
        return *width;
    }
    match glyph {
        'A'..='Z' | 'À'..='Þ' => 72,
        // The rest of the Latin script.
        '\0'..='\u{24f}' => 60,
        _ => 108,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(name: &str, size: i32) -> impl Iterator<Item = Block> {
        (1..=MOST_LINES).filter_map(move |count| Block::new(name, count, size, false))
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
        let wide = "South Georgia and the South Sandwich Islands and their sea";
        assert_eq!(
            lines(wide),
            [["South Georgia and", "the South Sandwich", "Islands and their sea"]]
        );
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
        assert_eq!(sizes, [(2 * (30 + 24 + 30 + 72 + 60 + 24 + 60 + 60), 230), (2 * 276, 460)]);
    }

    #[test]
    fn a_glyph_of_another_script_is_taken_to_be_as_wide_as_high() {
        assert_eq!(width("南极"), 216);
    }

    #[test]
    fn a_name_without_end_has_no_block() {
        assert_eq!(lines(&"a b ".repeat(1_000_000)), Vec::<Vec<String>>::new());
    }

    #[test]
    fn a_name_of_blanks_has_no_block() {
        assert_eq!(lines("  "), Vec::<Vec<String>>::new());
    }

    #[test]
    fn a_bold_name_is_wider() {
        let wide = |is_bold| Block::new("Cuba", 1, 1000, is_bold).expect("a name").width;
        assert_eq!((wide(false), wide(true)), (2580, 2780));
    }

    #[test]
    fn a_note_stands_in_lines_of_its_own() {
        let name = Block::new("Cuba", 1, 1300, false).expect("a name");
        let both = name.clone().noted("not invited", 1300).expect("a note");
        assert_eq!((both.lines, both.note), (name.lines, vec!["not".into(), "invited".into()]));
        assert_eq!(both.height, name.height + 2871);
    }

    #[test]
    fn a_text_is_as_high_as_its_lines() {
        assert_eq!(height_px("one two three", 60, 10, 140), 28);
    }
}
