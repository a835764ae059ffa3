//! The words that a widget says by itself, as a message takes them to it: it has no table of
//! languages of its own.

use super::Locale;

/// How many there are.
pub(crate) const SPOKEN: usize = 24;

impl Locale {
    /// These words in a fixed order, and the least number whose digits are grouped.
    #[must_use]
    pub(crate) fn spoken(&self) -> ([&'static str; SPOKEN], usize) {
        let [one, several] = self.result_count;
        let words = [
            self.code,
            self.language,
            self.language_name,
            self.colon,
            self.shown,
            self.no_results,
            one,
            several,
            self.enlarged,
            self.reset,
            self.wheel_hint,
            self.touch_hint,
            self.link_copied,
            self.link_failed,
            self.filtered_out,
            self.close,
            self.more,
            self.less,
            self.previous,
            self.next,
            self.facts_link,
            self.no_claims,
            self.between_sources,
            self.thousands,
        ];
        (words, self.grouped_from)
    }

    /// A locale that knows these words alone.
    #[must_use]
    #[inline(never)]
    pub(crate) fn of_spoken(words: [&'static str; SPOKEN], grouped_from: usize) -> Locale {
        let [
            code,
            language,
            language_name,
            colon,
            shown,
            no_results,
            one,
            several,
            enlarged,
            reset,
            wheel_hint,
            touch_hint,
            link_copied,
            link_failed,
            filtered_out,
            close,
            more,
            less,
            previous,
            next,
            facts_link,
            no_claims,
            between_sources,
            thousands,
        ] = words;
        let result_count = [one, several];
        Locale {
            grouped_from,
            result_count,
            code,
            language,
            language_name,
            colon,
            shown,
            no_results,
            enlarged,
            reset,
            wheel_hint,
            touch_hint,
            link_copied,
            link_failed,
            filtered_out,
            close,
            more,
            less,
            previous,
            next,
            facts_link,
            no_claims,
            between_sources,
            thousands,
            ..Locale::default()
        }
    }
}
