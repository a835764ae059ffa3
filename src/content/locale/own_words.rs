//! The words of the interface for a map whose parts are no countries: "state", "states". What
//! would have to agree with the noun in gender is said without it.

use super::Locale;
use crate::content::text;

/// What a language says where the noun does not fit in, in the order of [`super::CODES`].
struct Neutral {
    /// Before the plural, for the search.
    search: &'static str,
    no_results: &'static str,
    /// What the arrow keys do.
    arrows: &'static str,
    no_claims: &'static str,
    general: &'static str,
    from_main: &'static str,
    paragraph: &'static str,
}

const NEUTRAL: [Neutral; 4] = [
    Neutral {
        search: "Search ",
        no_results: "No results",
        arrows: "Arrow keys move on the map",
        no_claims: "Nothing is said about it.",
        general: "About this map",
        from_main: "From the main source",
        paragraph: "Paragraph",
    },
    Neutral {
        search: "Buscar ",
        no_results: "Sin resultados",
        arrows: "Las flechas recorren el mapa",
        no_claims: "No se dice nada de este lugar.",
        general: "Sobre este mapa",
        from_main: "Según la fuente principal",
        paragraph: "Párrafo",
    },
    Neutral {
        search: "Buscar ",
        no_results: "Nenhum resultado",
        arrows: "As setas percorrem o mapa",
        no_claims: "Nada se diz deste lugar.",
        general: "Sobre este mapa",
        from_main: "Segundo a fonte principal",
        paragraph: "Parágrafo",
    },
    Neutral {
        search: "Rechercher dans les ",
        no_results: "Aucun résultat",
        arrows: "Les flèches parcourent la carte",
        no_claims: "Rien n’en est dit.",
        general: "À propos de cette carte",
        from_main: "D’après la source principale",
        paragraph: "Paragraphe",
    },
];

impl Locale {
    /// The same with words of a map's own for one of its parts and for several; `keep` makes a text
    /// last.
    #[must_use]
    pub(crate) fn with_own_words(
        &'static self,
        [one, many]: [&str; 2],
        keep: &mut dyn FnMut(&str) -> &'static str,
    ) -> Locale {
        let place = super::CODES.iter().position(|code| *code == self.code);
        let Some(neutral) = place.and_then(|place| NEUTRAL.get(place)) else {
            return Locale { ..*self };
        };
        let many_first = capital(many);
        let of_all = text::before(self.part_of, b'{');
        let shown = text::concat(&[&many_first, self.colon, "{n} ", of_all, "{all}"]);
        let keys = text::cut(self.help, b',').map_or("", |(_, keys)| keys);
        Locale {
            shown: keep(&shown),
            list: keep(&many_first),
            region: keep(&capital(one)),
            search: keep(&text::concat(&[neutral.search, many])),
            help: keep(&text::concat(&[neutral.arrows, ",", keys])),
            no_results: neutral.no_results,
            no_claims: neutral.no_claims,
            general: neutral.general,
            from_main: neutral.from_main,
            paragraph: neutral.paragraph,
            ..*self
        }
    }
}

/// A text with its first letter in upper case, as far as the four languages begin words with it.
fn capital(word: &str) -> String {
    let mut capital = String::new();
    for c in word.chars() {
        capital.push(match c {
            _ if !capital.is_empty() => c,
            'é' => 'É',
            'á' => 'Á',
            'î' => 'Î',
            'í' => 'Í',
            c => c.to_ascii_uppercase(),
        });
    }
    capital
}

#[cfg(test)]
mod tests {
    use super::super::ALL;
    use super::*;

    fn own(words: [&str; 2]) -> Vec<Locale> {
        let mut keep = |text: &str| -> &'static str { Box::leak(Box::from(text)) };
        ALL.iter().map(|locale| locale.with_own_words(words, &mut keep)).collect()
    }

    #[test]
    fn no_language_says_country_of_other_parts() {
        for locale in own(["island", "islands"]) {
            let said = format!("{locale:?}").to_lowercase();
            for word in
                ["countr", "país", "pays ", "article", "artículo", "artigo", "summit", "cumbre"]
            {
                assert!(!said.contains(word), "{word} in {said}");
            }
        }
    }

    #[test]
    fn the_words_stand_where_the_noun_is_said() {
        let all = own(["état", "états"]);
        let french = all.last().unwrap();
        assert_eq!(french.shown_of(3, 1000), "États\u{202f}: 3 sur 1\u{202f}000");
        assert_eq!((french.list, french.region), ("États", "État"));
        assert_eq!(french.search, "Rechercher dans les états");
        assert!(french.help.starts_with("Les flèches parcourent la carte, les lettres cherchent"));
    }
}
