//! How the texts read in each language: neutral, attributed, short enough, set as is the custom.

use super::*;

/// Words that take a side, and the mistranslation of "missed the summit", by language.
const FORBIDDEN: [(&str, &[&str]); 4] = [
    ("en", &["refused", "regime", "dictator", "snub", "stepped down"]),
    ("es", &["dictad", "dictat", "régimen de", "desair"]),
    ("pt", &["ditad", "dictat", "regime de"]),
    ("fr", &["dictat", "régime de", "boudé"]),
];

/// A text at the top of a facts file.
fn top<'a>(built: &'a Built, field: &str) -> &'a str {
    built.json[field].as_str().unwrap()
}

#[test]
fn counts_in_the_headline_are_derived_and_never_typed() {
    for built in BUILT.iter() {
        let headline = top(built, "headline");
        let parts: Vec<&str> = headline.split(['{', '}']).skip(1).step_by(2).collect();
        assert_eq!(parts, ["signed", "all", "excluded"], "{}", built.language);
        for field in ["headline", "finding", "finding_short"] {
            let text = top(built, field);
            assert!(!text.contains(|c: char| c.is_ascii_digit()), "{text}");
        }
    }
}

#[test]
fn the_finding_names_whose_report_it_is() {
    let words = [
        ["agency report", "Report"],
        ["nota de agencia", "Agencia"],
        ["notícia de agência", "Agência"],
        ["dépêche d’agence", "Dépêche"],
    ];
    for (built, [long, short]) in BUILT.iter().zip(words) {
        assert!(top(built, "finding").contains(long), "{}", built.language);
        assert!(top(built, "finding_short").starts_with(short), "{}", built.language);
    }
}

#[test]
fn the_marks_after_sources_are_explained_before_the_facts() {
    for built in BUILT.iter() {
        let note = top(built, "note");
        for mark in [built.map.words().official, built.map.words().unproven] {
            assert!(note.contains(mark), "{note}");
        }
    }
}

/// 328 px are 30 letters of the headline at 22 px and 50 of the finding at 14 px.
#[test]
fn the_headline_is_two_lines_of_a_phone_and_the_short_finding_one() {
    for built in BUILT.iter() {
        let headline = top(built, "headline").replace("{signed}", "20").replace("{all}", "35");
        let headline = headline.replace("{excluded}", "3");
        for sentence in headline.split_inclusive(". ") {
            assert!(sentence.trim().chars().count() <= 30, "{sentence}");
        }
        let finding = top(built, "finding_short");
        assert!(finding.chars().count() <= 50, "{finding}");
    }
}

#[test]
fn a_short_form_is_shorter_than_what_it_stands_for() {
    let length = |text: &str| text.chars().count();
    for built in BUILT.iter() {
        let facts = built.map.facts();
        for region in &built.map.scene().regions {
            let short = facts.short_name_of(&region.id).unwrap_or(&region.name);
            let is_long = short == &region.name || length(short) < length(&region.name);
            assert!(is_long, "{} {short}", built.language);
            // On the map a territory has no sovereign: its card says whose it is.
            assert!(
                !short.contains(" (") || ["FLK", "VIR"].contains(&region.id.as_str()),
                "{short}"
            );
            let Some(abbr) = facts.region(&region.id).and_then(|(_, row)| row.abbr.as_ref()) else {
                continue;
            };
            assert!(length(abbr) < length(short), "{} {abbr}", built.language);
            let letters = abbr.chars().filter(|c| c.is_alphabetic()).count();
            assert!((1..=5).contains(&letters), "{} {abbr}", built.language);
        }
    }
}

#[test]
fn no_short_form_stands_for_two() {
    for built in BUILT.iter() {
        let facts = built.map.facts();
        let mut seen = BTreeSet::new();
        for region in &facts.regions {
            let name = facts.name_of(&region.id).unwrap();
            let forms: BTreeSet<_> = [Some(name), region.short.as_ref(), region.abbr.as_ref()]
                .into_iter()
                .flatten()
                .collect();
            for form in forms {
                assert!(seen.insert(form.clone()), "{} {form}", built.language);
            }
        }
    }
}

/// As in the words of the interface.
#[test]
fn french_is_set_as_french_is() {
    let french = BUILT.iter().find(|built| built.language == "fr").unwrap();
    for (place, text) in all_strings(&french.json) {
        let field = place.rsplit('/').next().unwrap();
        if !TEXTS.contains(&field) || field == "publisher" {
            continue;
        }
        assert!(!text.contains('\''), "{text}: the apostrophe is ’");
        for (at, mark) in text.match_indices([':', ';', '!', '?', '»']) {
            assert!(text[..at].ends_with('\u{202f}'), "{text}: no narrow space before {mark}");
        }
        for (at, mark) in text.match_indices('«') {
            assert!(text[at + mark.len()..].starts_with('\u{202f}'), "{text}: none after {mark}");
        }
    }
}

#[test]
fn no_text_takes_a_side() {
    for (built, (language, words)) in BUILT.iter().zip(FORBIDDEN) {
        assert_eq!(built.language, language);
        for (place, text) in all_strings(&built.json) {
            let text = text.to_lowercase();
            let said = words.iter().find(|word| text.contains(*word));
            assert!(place.ends_with("/url") || said.is_none(), "{language} {place}: {said:?}");
        }
    }
}

#[test]
fn no_text_is_empty_or_padded() {
    for built in BUILT.iter() {
        for (place, text) in all_strings(&built.json) {
            assert!(!text.is_empty() && text.trim() == text, "{} {place}", built.language);
        }
    }
}
