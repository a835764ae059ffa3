//! What the map says at first sight: the texts of the facts with their counts filled in.

use crate::content::locale::Locale;
use crate::data::facts::Facts;

/// The block above the map, or on its sea.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HeadlineTexts {
    /// What it is about, and when; empty where the facts say nothing of it.
    pub kicker: String,
    /// The headline, a sentence each; the title where there is no headline.
    pub sentences: Vec<String>,
    /// One sentence more; the subtitle where there is none.
    pub finding: String,
    /// The same where there is little room; never empty where `finding` is not.
    pub finding_short: String,
}

/// The texts of the facts, or its title and subtitle.
#[must_use]
pub(crate) fn headline(facts: &Facts, words: &Locale) -> HeadlineTexts {
    let texts = &facts.headline;
    let or =
        |text: &str, other: &str| filled(facts, words, if text.is_empty() { other } else { text });
    let finding = or(&texts.finding, &facts.subtitle);
    HeadlineTexts {
        kicker: filled(facts, words, &texts.kicker),
        sentences: sentences(&or(&texts.headline, &facts.title)),
        finding_short: or(&texts.finding_short, &finding),
        finding,
    }
}

/// A text with its counts: `{all}` of those who take part, `{id}` of a category.
fn filled(facts: &Facts, words: &Locale, text: &str) -> String {
    let mut parts = text.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('}').and_then(|(name, rest)| Some((facts.count_named(name)?, rest))) {
            Some((count, rest)) => {
                filled.push_str(&words.number(count));
                filled.push_str(rest);
            }
            None => {
                filled.push('{');
                filled.push_str(part);
            }
        }
    }
    filled
}

/// Splits a text behind each full stop that a blank and no small letter follow: lines break between
/// sentences first.
fn sentences(text: &str) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    let mut ends = false;
    for word in text.split(' ') {
        let begins = !word.starts_with(|c: char| c.is_ascii_lowercase());
        match sentences.last_mut() {
            Some(sentence) if !(ends && begins) => {
                sentence.push(' ');
                sentence.push_str(word);
            }
            _ => sentences.push(word.to_owned()),
        }
        ends = word.ends_with('.');
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::locale::ENGLISH;

    fn read(texts: &str) -> HeadlineTexts {
        let facts = format!(
            "{{\"schema\":\"summit-map/1\",\"title\":\"Talks\",\"subtitle\":\"Who came.\",{texts}\
             \"dimensions\":[{{\"id\":\"d\",\"label\":\"D\"}}],\
             \"categories\":[{{\"id\":\"yes\",\"label\":\"Yes\",\"dimension\":\"d\"}}],\
             \"regions\":[{{\"id\":\"A\",\"status\":[\"yes\"]}},{{\"id\":\"B\",\"status\":[]}}]}}"
        );
        headline(&Facts::parse(facts.as_bytes()).expect("facts"), &ENGLISH)
    }

    #[test]
    fn counts_are_filled_in_and_sentences_stand_apart() {
        let texts = read("\"headline\":\"{yes} of {all} came. 3 did not.\",");
        assert_eq!(texts.sentences, ["1 of 1 came.", "3 did not."]);
    }

    #[test]
    fn without_a_headline_the_title_serves() {
        let texts = read("");
        assert_eq!(
            (texts.sentences, texts.finding_short),
            (vec!["Talks".into()], "Who came.".into())
        );
    }

    #[test]
    fn an_abbreviation_ends_no_sentence() {
        assert_eq!(sentences("St. kitts and U.S. aid"), ["St. kitts and U.S. aid"]);
    }
}
