use super::*;

#[test]
fn a_tag_leads_to_the_words_of_its_language() {
    let code = |tag| words(tag).map(|words| words.code);
    assert_eq!(code("en"), Some("en"));
    assert_eq!(code("FR"), Some("fr"));
    assert_eq!(code("pt-PT"), Some("pt"));
    assert_eq!(code("es-419"), Some("es"));
    assert_eq!(code("est"), None);
    assert_eq!(code("de-es"), None);
    assert_eq!(code(""), None);
}

/// What `Intl.DateTimeFormat` of en-GB, es, pt-BR and fr writes, with `day: "numeric"`, `month:
/// "long"` and `year: "numeric"`. Source: Node.js 20.20.2, ICU 78.2, CLDR 48.
#[test]
fn a_date_is_written_as_the_browser_writes_it() {
    for (date, expected) in [
        (
            "2022-06-10",
            ["10 June 2022", "10 de junio de 2022", "10 de junho de 2022", "10 juin 2022"],
        ),
        ("2022-06-01", ["1 June 2022", "1 de junio de 2022", "1 de junho de 2022", "1 juin 2022"]),
        (
            "2022-03-31",
            ["31 March 2022", "31 de marzo de 2022", "31 de março de 2022", "31 mars 2022"],
        ),
        (
            "2021-08-01",
            ["1 August 2021", "1 de agosto de 2021", "1 de agosto de 2021", "1 août 2021"],
        ),
        (
            "2023-12-25",
            [
                "25 December 2023",
                "25 de diciembre de 2023",
                "25 de dezembro de 2023",
                "25 décembre 2023",
            ],
        ),
        ("2022-06", ["June 2022", "junio de 2022", "junho de 2022", "juin 2022"]),
        ("2022", ["2022"; 4]),
        ("after 2023", ["after 2023"; 4]),
        ("2022-13-01", ["2022-13-01"; 4]),
        ("2022-06-10-11", ["2022-06-10-11"; 4]),
    ] {
        assert_eq!(ALL.map(|words| words.date(date)), expected);
    }
}

/// `Intl.DateTimeFormat` with `month: "long"` and a day; same source.
#[test]
fn every_month_is_named_as_in_a_date() {
    let months = [
        "January February March April May June July August September October November December",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    ];
    assert_eq!(ALL.map(|words| words.months.join(" ")), months);
}

/// What `Intl.NumberFormat` of en, es, pt-BR and fr writes; same source.
#[test]
fn a_number_is_written_as_the_browser_writes_it() {
    for (number, expected) in [
        (0, ["0"; 4]),
        (999, ["999"; 4]),
        (1000, ["1,000", "1000", "1.000", "1\u{202f}000"]),
        (9999, ["9,999", "9999", "9.999", "9\u{202f}999"]),
        (10_000, ["10,000", "10.000", "10.000", "10\u{202f}000"]),
        (123_456, ["123,456", "123.456", "123.456", "123\u{202f}456"]),
        (1_234_567, ["1,234,567", "1.234.567", "1.234.567", "1\u{202f}234\u{202f}567"]),
    ] {
        assert_eq!(ALL.map(|words| words.number(number)), expected);
    }
}

#[test]
fn what_was_found_is_counted() {
    let results = |count| ALL.map(|words| words.results(count));
    assert_eq!(
        results(0),
        [
            "No country found",
            "No se encontró ningún país",
            "Nenhum país encontrado",
            "Aucun pays trouvé"
        ]
    );
    assert_eq!(results(1), ["1 result", "1 resultado", "1 resultado", "1 résultat"]);
    assert_eq!(
        results(1200),
        ["1,200 results", "1200 resultados", "1.200 resultados", "1\u{202f}200 résultats"]
    );
}

#[test]
fn what_is_shown_is_counted() {
    assert_eq!(ENGLISH.shown_of(3, 35), "3 of 35 countries shown");
    for words in ALL {
        let shown = words.shown_of(3, 35);
        assert!(shown.contains('3') && shown.contains("35") && !shown.contains(['{', '}']));
    }
}

/// Every word with its field: `months: "mai"`.
fn all(words: &Locale) -> Vec<String> {
    let mut field = String::new();
    let printed = format!("{words:#?}");
    let mut found = Vec::new();
    for line in printed.lines().map(str::trim) {
        let value = line.split_once(": ").filter(|_| !line.starts_with('"'));
        if let Some((name, _)) = value {
            name.clone_into(&mut field);
        }
        let value = value.map_or(line, |(_, value)| value).trim_end_matches(',');
        if value.starts_with('"') {
            found.push(format!("{field}: {value}"));
        }
    }
    found
}

#[test]
fn no_word_is_missing() {
    let count = all(&ENGLISH).len();
    assert!(count > 50, "{count}");
    for words in ALL {
        assert_eq!(all(words).len(), count, "{}", words.code);
        for word in all(words) {
            assert!(!word.ends_with(": \"\""), "{}: {word}", words.code);
        }
    }
}

#[test]
fn no_word_is_left_in_english() {
    let same =
        ["sources: \"Sources\"", "between_sources: \"; \"", "date_joint: \" \"", "colon: \": \""];
    for words in ALL.into_iter().skip(1) {
        for (english, word) in all(&ENGLISH).into_iter().zip(all(words)) {
            assert!(word != english || same.contains(&word.as_str()), "{}: {word}", words.code);
        }
    }
}

#[test]
fn french_is_set_as_french_is() {
    for word in all(&FRENCH) {
        let (_, text) = word.split_once(": ").unwrap();
        assert!(!text.contains('\''), "{text}: the apostrophe is ’");
        for (at, mark) in text.match_indices([':', ';', '!', '?']) {
            assert!(text[..at].ends_with("\\u{202f}"), "{text}: no narrow space before {mark}");
        }
    }
}

#[test]
fn counts_keep_their_places_in_every_language() {
    let places = |text: &str| [text.matches("{n}").count(), text.matches("{all}").count()];
    for words in ALL {
        assert_eq!(places(words.shown), [1, 1], "{}", words.code);
        assert_eq!(places(words.result_count[0]), [0, 0], "{}", words.code);
        assert_eq!(places(words.result_count[1]), [1, 0], "{}", words.code);
        assert_eq!(places(words.enlarged), [1, 0], "{}", words.code);
    }
}

#[test]
fn the_codes_are_those_of_all_languages() {
    assert_eq!(super::CODES, ALL.map(|words| words.code));
    assert!(super::speaks("pt-BR") && super::speaks("EN") && !super::speaks("de"));
}
