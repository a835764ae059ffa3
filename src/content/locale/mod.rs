//! The words of the interface, one table a language. A word that a language lacks does not compile.

use crate::content::text;

mod catalog;
mod en;
mod es;
mod fr;
mod own_words;
mod pt;
mod spoken;

pub use catalog::Locale;
pub(crate) use en::ENGLISH;
pub(crate) use es::SPANISH;
pub(crate) use fr::FRENCH;
pub(crate) use pt::PORTUGUESE;
pub(crate) use spoken::SPOKEN;

/// Every language of the interface.
pub const ALL: [&Locale; 4] = [&ENGLISH, &SPANISH, &PORTUGUESE, &FRENCH];

/// Their codes, without their words.
const CODES: [&str; 4] = ["en", "es", "pt", "fr"];

/// Whether the interface speaks the language of a BCP 47 tag.
#[must_use]
pub(crate) fn speaks(tag: &str) -> bool {
    CODES.iter().any(|code| code.eq_ignore_ascii_case(language_of(tag)))
}

fn language_of(tag: &str) -> &str {
    text::before(tag, b'-')
}

/// The words for a BCP 47 tag such as `pt-BR`, if its language is one of [`ALL`].
#[must_use]
pub fn words(tag: &str) -> Option<&'static Locale> {
    let language = language_of(tag);
    ALL.into_iter().find(|words| words.code.eq_ignore_ascii_case(language))
}

#[cfg(test)]
mod tests;
