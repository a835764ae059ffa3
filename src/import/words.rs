//! What an import says by itself, in the languages of the interface; the standard for a language
//! that it does not speak is English.

use crate::content::locale::{ENGLISH, FRENCH, PORTUGUESE, SPANISH};

/// The words of a language, and how it writes numbers.
#[derive(Debug)]
pub(super) struct Words {
    /// Between a whole and its decimals.
    pub decimal: &'static str,
    /// Between groups of three digits.
    pub thousands: &'static str,
    /// The least number whose digits are grouped.
    pub grouped_from: usize,
    /// Between a name and what is said of it.
    pub colon: &'static str,
    /// Between two statements.
    pub between: &'static str,
    /// Before a sign of per cent.
    pub before_percent: &'static str,
    /// One part of the map, several.
    pub region: [&'static str; 2],
    /// Between a column and the parts of the map: "Rain by state".
    pub by: &'static str,
    /// A region without a value.
    pub no_data: &'static str,
    /// What is said of it.
    pub no_value: &'static str,
    /// Categories beyond those that can be told apart.
    pub other: &'static str,
    /// A region that has a row, in a table without a column to show.
    pub listed: &'static str,
    /// The source, where the author names none.
    pub table: &'static str,
    /// Before the limit of the first class.
    pub under: &'static str,
    /// Behind the limit of the last class.
    pub or_more: &'static str,
    /// Between the limits of a class, where a dash could be a minus.
    pub to: &'static str,
}

impl Words {
    /// A unit behind a number, with the blank before it; nothing for no unit.
    pub(super) fn unit(&self, unit: &str) -> String {
        match unit {
            "" => String::new(),
            "%" => [self.before_percent, unit].concat(),
            _ => ["\u{a0}", unit].concat(),
        }
    }
}

const EN: Words = Words {
    decimal: ENGLISH.decimal,
    thousands: ENGLISH.thousands,
    grouped_from: ENGLISH.grouped_from,
    colon: ENGLISH.colon,
    between: ENGLISH.between_sources,
    before_percent: "",
    region: ["region", "regions"],
    by: " by ",
    no_data: "No data",
    no_value: "The data have no value for it.",
    other: "Other",
    listed: "In the table",
    table: "The table",
    under: "under ",
    or_more: " or more",
    to: " to ",
};
const ES: Words = Words {
    decimal: SPANISH.decimal,
    thousands: SPANISH.thousands,
    grouped_from: SPANISH.grouped_from,
    colon: SPANISH.colon,
    between: SPANISH.between_sources,
    before_percent: "\u{a0}",
    region: ["región", "regiones"],
    by: " por ",
    no_data: "Sin datos",
    no_value: "Los datos no tienen valor para este lugar.",
    other: "Otros",
    listed: "En la tabla",
    table: "La tabla",
    under: "menos de ",
    or_more: " o más",
    to: " a ",
};
const PT: Words = Words {
    decimal: PORTUGUESE.decimal,
    thousands: PORTUGUESE.thousands,
    grouped_from: PORTUGUESE.grouped_from,
    colon: PORTUGUESE.colon,
    between: PORTUGUESE.between_sources,
    before_percent: "",
    region: ["região", "regiões"],
    by: " por ",
    no_data: "Sem dados",
    no_value: "Os dados não têm valor para este lugar.",
    other: "Outros",
    listed: "Na tabela",
    table: "A tabela",
    under: "menos de ",
    or_more: " ou mais",
    to: " a ",
};
const FR: Words = Words {
    decimal: FRENCH.decimal,
    thousands: FRENCH.thousands,
    grouped_from: FRENCH.grouped_from,
    colon: FRENCH.colon,
    between: FRENCH.between_sources,
    before_percent: "\u{202f}",
    region: ["région", "régions"],
    by: " par ",
    no_data: "Aucune donnée",
    no_value: "Les données n’ont pas de valeur pour ce lieu.",
    other: "Autres",
    listed: "Dans le tableau",
    table: "Le tableau",
    under: "moins de ",
    or_more: " ou plus",
    to: " à ",
};

/// The words for a BCP 47 tag.
pub(super) fn of(language: Option<&str>) -> &'static Words {
    let tag = language.unwrap_or_default().to_ascii_lowercase();
    match tag.split('-').next() {
        Some("es") => &ES,
        Some("pt") => &PT,
        Some("fr") => &FR,
        _ => &EN,
    }
}

/// The place of a language among Spanish, Portuguese and French, from 1.
pub(super) fn place(language: Option<&str>) -> Option<usize> {
    let tag = language?.to_ascii_lowercase();
    let code = tag.split('-').next()?;
    ["es", "pt", "fr"].iter().position(|own| *own == code).map(|place| place + 1)
}
