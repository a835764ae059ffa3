//! Texts that stay for as long as the program runs: names of elements and words of the interface,
//! which come again with every message. Each is kept once, so a page of many maps keeps as many.

use crate::content::locale::Locale;

/// What was kept so far.
#[derive(Debug, Default)]
pub(crate) struct Keep {
    texts: Vec<&'static str>,
    locales: Vec<&'static Locale>,
}

impl Keep {
    /// Keeps a text.
    #[inline(never)]
    pub(crate) fn text(&mut self, text: &str) -> &'static str {
        if let Some(known) = self.texts.iter().find(|known| **known == text) {
            return known;
        }
        let kept: &'static str = Box::leak(Box::from(text));
        self.texts.push(kept);
        kept
    }

    /// Keeps the words of a language.
    pub(crate) fn locale(&mut self, locale: Locale) -> &'static Locale {
        // The words for the parts of a map are its own; they stand in these.
        let all = |words: &Locale| [words.code, words.shown, words.region];
        if let Some(known) = self.locales.iter().find(|known| all(known) == all(&locale)) {
            return known;
        }
        let kept: &'static Locale = Box::leak(Box::new(locale));
        self.locales.push(kept);
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::Keep;

    #[test]
    fn a_text_is_kept_once() {
        let mut keep = Keep::default();
        let first = keep.text("path");
        assert!(std::ptr::eq(first, keep.text("path")));
        assert_eq!((keep.text("g"), keep.texts.len()), ("g", 2));
    }
}
