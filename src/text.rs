//! The words of the interface, one table a language.

/// Everything the interface says that does not come from the data.
#[derive(Debug)]
pub struct Words {
    /// Names the legend for assistive technology.
    pub legend: &'static str,
    /// Unit of the summary: "35 countries: …".
    pub countries: &'static str,
    /// Heading of claims from the main source.
    pub from_main: &'static str,
    /// Heading of claims from other sources.
    pub from_context: &'static str,
    /// Link to a paragraph of the main source, before its number.
    pub paragraph: &'static str,
    /// Before a grade.
    pub grade: &'static str,
    /// Before a confidence.
    pub confidence: &'static str,
    /// Before an editors' note.
    pub note: &'static str,
    /// Said after a link that opens a new tab.
    pub new_tab: &'static str,
    /// Label of the popup's close button.
    pub close: &'static str,
    /// In a popup that is not pinned.
    pub pin_hint: &'static str,
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
    /// Link from a list entry back to the map.
    pub back_to_map: &'static str,
    /// Names of the months, January first.
    pub months: [&'static str; 12],
}

/// English.
pub const ENGLISH: Words = Words {
    legend: "Legend",
    countries: "countries",
    from_main: "From the article",
    from_context: "Checked context from other sources",
    paragraph: "Article, paragraph",
    grade: "grade",
    confidence: "confidence:",
    note: "Note:",
    new_tab: "opens in a new tab",
    close: "Close",
    pin_hint: "Click to keep open",
    no_claims: "The article does not mention it.",
    list: "Country by country",
    categories: "What the colours mean",
    general: "About the summit and this map",
    sources: "Sources",
    back_to_map: "Back to the map",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
};

impl Words {
    /// A date of the data, such as `2022-06-10`, for the reader; other texts are left as they are.
    #[must_use]
    pub fn date(&self, date: &str) -> String {
        let mut parts = date.split('-');
        let year = parts.next().unwrap_or_default();
        let month = parts.next().and_then(|month| month.parse::<usize>().ok());
        let Some(month) = month.and_then(|month| self.months.get(month.wrapping_sub(1))) else {
            return date.to_owned();
        };
        match (parts.next().and_then(|day| day.parse::<u8>().ok()), parts.next()) {
            (Some(day), None) => format!("{day} {month} {year}"),
            (None, None) => format!("{month} {year}"),
            (Some(_) | None, Some(_)) => date.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_out() {
        assert_eq!(ENGLISH.date("2022-06-10"), "10 June 2022");
        assert_eq!(ENGLISH.date("2022-06"), "June 2022");
        assert_eq!(ENGLISH.date("2022"), "2022");
        assert_eq!(ENGLISH.date("after 2023"), "after 2023");
        assert_eq!(ENGLISH.date("2022-13-01"), "2022-13-01");
    }
}
