//! The words of the interface for one map: those of a language, or with the facts' own words for its
//! parts.

use crate::content::locale::Locale;
use crate::data::facts::Facts;
use crate::interaction::message::keep::Keep;
use std::cell::RefCell;

thread_local! {
    /// Words are texts that stay; each is kept once, however often a map is read.
    static KEPT: RefCell<Keep> = RefCell::default();
}

/// The words of a language, with those of the facts.
#[must_use]
pub(super) fn of(words: &'static Locale, facts: &Facts) -> &'static Locale {
    let Some([one, many]) = &facts.words else { return words };
    KEPT.with_borrow_mut(|kept| {
        let own = words.with_own_words([one, many], &mut |text| kept.text(text));
        kept.locale(own)
    })
}
