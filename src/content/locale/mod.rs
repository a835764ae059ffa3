//! The words of the interface, one table a language. A word that a language lacks does not compile.

mod catalog;
mod en;
mod es;
mod fr;
mod pt;

pub use catalog::Locale;
pub(crate) use en::ENGLISH;
pub(crate) use es::SPANISH;
pub(crate) use fr::FRENCH;
pub(crate) use pt::PORTUGUESE;

/// Every language of the interface.
pub const ALL: [&Locale; 4] = [&ENGLISH, &SPANISH, &PORTUGUESE, &FRENCH];

/// The words for a BCP 47 tag such as `pt-BR`, if its language is one of [`ALL`].
#[must_use]
pub fn words(tag: &str) -> Option<&'static Locale> {
    let language = tag.split('-').next().unwrap_or_default();
    ALL.into_iter().find(|words| words.code.eq_ignore_ascii_case(language))
}

#[cfg(test)]
mod tests;
