//! What every language has a word for, and how it writes dates and numbers.
//!
//! Dates and numbers are written as a browser's `Intl` writes them, by our own few lines: the
//! prerendered page and the drawing of the wasm must be equal to the byte, and neither has `Intl`.

use crate::content::text;

/// Everything the interface says that does not come from the data.
#[derive(Debug, Default)]
pub struct Locale {
    /// Primary subtag of the language, as in `lang="en"`.
    pub code: &'static str,
    /// The language in its own words.
    pub language_name: &'static str,
    /// Names the choice of a language.
    pub language: &'static str,
    /// Names the legend for assistive technology.
    pub legend: &'static str,
    /// Ends a choice in the legend, with `{n}`; see [`Locale::show_all`].
    pub show_all: &'static str,
    /// Says what the choice has left, with `{n}` and `{all}`; see [`Locale::shown_of`].
    pub shown: &'static str,
    /// Heading of claims from the main source.
    pub from_main: &'static str,
    /// Heading of claims from other sources.
    pub from_context: &'static str,
    /// Link to a paragraph of the main source, before its number.
    pub paragraph: &'static str,
    /// After a source of grade `A`.
    pub official: &'static str,
    /// After a source of grade `C`.
    pub unproven: &'static str,
    /// Before a confidence of the authors' own.
    pub confidence: &'static str,
    /// A claim of confidence `medium`.
    pub medium: &'static str,
    /// A claim of confidence `low`.
    pub low: &'static str,
    /// Before an editors' note.
    pub note: &'static str,
    /// Between two sources of a claim.
    pub between_sources: &'static str,
    /// Said after a link that opens a new tab.
    pub new_tab: &'static str,
    /// Label of the popup's close button.
    pub close: &'static str,
    /// Where nothing is claimed about a region.
    pub no_claims: &'static str,
    /// Heading of the list of regions.
    pub list: &'static str,
    /// Heading of claims about categories.
    pub categories: &'static str,
    /// Heading of claims about the map as a whole.
    pub general: &'static str,
    /// Heading of the sources.
    pub sources: &'static str,
    /// Names the buttons of the map for assistive technology.
    pub controls: &'static str,
    /// Shows less of the map, larger.
    pub zoom_in: &'static str,
    /// Shows more of the map, smaller.
    pub zoom_out: &'static str,
    /// Shows the whole map.
    pub reset: &'static str,
    /// Label of the search field.
    pub search: &'static str,
    /// Where a search finds nothing.
    pub no_results: &'static str,
    /// What a search finds: one, and more with `{n}`; see [`Locale::results`].
    pub result_count: [&'static str; 2],
    /// Shows the facts as a table.
    pub table: &'static str,
    /// Leads to the list of facts.
    pub facts_link: &'static str,
    /// Of how many a count is a part, with `{n}`; see [`Locale::of`].
    pub part_of: &'static str,
    /// Between the digits of a whole and of its tenths.
    pub decimal: &'static str,
    /// Heading of the table's first column.
    pub region: &'static str,
    /// Copies the address of what is shown.
    pub copy_link: &'static str,
    /// Said when that is done.
    pub link_copied: &'static str,
    /// Before the address, where the browser does not copy it.
    pub link_failed: &'static str,
    /// Where the wheel scrolls the page and does not zoom.
    pub wheel_hint: &'static str,
    /// Where one finger scrolls the page and does not move the map.
    pub touch_hint: &'static str,
    /// The keys of the map.
    pub help: &'static str,
    /// Names of the months as in a date, January first.
    pub months: [&'static str; 12],
    /// Between the parts of a date.
    pub date_joint: &'static str,
    /// Between groups of three digits.
    pub thousands: &'static str,
    /// The least number whose digits are grouped.
    pub grouped_from: usize,
    /// Between a name and what is said of it.
    pub colon: &'static str,
    /// Said of a region that a choice in the legend has left out.
    pub filtered_out: &'static str,
    /// How far the map is zoomed in, with `{n}`; see [`Locale::enlarged`].
    pub enlarged: &'static str,
    /// Before the name of the region before, in a card.
    pub previous: &'static str,
    /// Before the name of the next region, in a card.
    pub next: &'static str,
    /// Pulls a card up to show all of it.
    pub more: &'static str,
    /// Lets it down.
    pub less: &'static str,
}

impl Locale {
    /// A date of the data, such as `2022-06-10`, for the reader; other texts are left as they are.
    #[must_use]
    pub fn date(&self, date: &str) -> String {
        let mut parts = text::parts(date, b'-');
        let year = parts.next().unwrap_or_default();
        let month = parts.next().and_then(|month| month.parse::<usize>().ok());
        let Some(month) = month.and_then(|month| self.months.get(month.wrapping_sub(1))) else {
            return date.to_owned();
        };
        let joint = self.date_joint;
        // Not as a `u8`: each type brings code of its own.
        let day = parts.next().and_then(|day| day.parse::<usize>().ok()).filter(|day| *day < 256);
        match (day, parts.next()) {
            (Some(day), None) => format!("{day}{joint}{month}{joint}{year}"),
            (None, None) => format!("{month}{joint}{year}"),
            (Some(_) | None, Some(_)) => date.to_owned(),
        }
    }

    /// A number for the reader, its digits grouped.
    #[must_use]
    pub fn number(&self, number: usize) -> String {
        let digits = text::count(number);
        if number < self.grouped_from {
            return digits;
        }
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push_str(self.thousands);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// How much a search has found.
    #[must_use]
    pub fn results(&self, count: usize) -> String {
        let [one, more] = self.result_count;
        match count {
            0 => self.no_results.to_owned(),
            1 => one.to_owned(),
            _ => self.filled(more, count, count),
        }
    }

    /// How far the map is zoomed in.
    #[must_use]
    pub fn enlarged(&self, times: usize) -> String {
        self.filled(self.enlarged, times, times)
    }

    /// How many countries a choice in the legend has left, of how many.
    #[must_use]
    pub fn shown_of(&self, count: usize, all: usize) -> String {
        self.filled(self.shown, count, all)
    }

    /// What ends a choice in the legend, with how many countries there are.
    #[must_use]
    pub fn show_all(&self, all: usize) -> String {
        self.filled(self.show_all, all, all)
    }

    /// Of how many a count is a part.
    #[must_use]
    pub fn of(&self, whole: usize) -> String {
        self.filled(self.part_of, whole, whole)
    }

    /// A text with its `{n}` and `{all}` replaced.
    fn filled(&self, text: &str, n: usize, all: usize) -> String {
        let mut filled = String::new();
        for part in text::parts(text, b'{') {
            let Some((name, rest)) = text::cut(part, b'}') else {
                filled.push_str(part);
                continue;
            };
            filled.push_str(&self.number(if name == "n" { n } else { all }));
            filled.push_str(rest);
        }
        filled
    }
}
