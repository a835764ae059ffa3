//! Numbers as authors write them → plain numbers, and plain numbers → as a language writes them.
//! A plain number is a text of a minus, digits, and decimals behind a point: its digits are kept, and
//! nothing is printed from a binary fraction but the limits of classes.

use super::words::Words;
use crate::data::json;

/// What authors write where they have no value; compared in lower case.
const NOTHING: [&str; 18] = [
    "-", "–", "—", ".", "..", "...", "…", "na", "n/a", "n.a.", "#n/a", "nd", "n/d", "s/d", "nan",
    "null", "none", "?",
];
/// Signs that may stand between groups of three digits, beside the mark that is not the decimal's.
const GROUPS: [char; 6] = [' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '’'];

/// A number that was read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Number {
    /// As a plain number.
    pub text: String,
    /// Its value; finite.
    pub value: f64,
}

/// Whether a cell holds no value.
pub(super) fn is_nothing(cell: &str) -> bool {
    let cell = cell.trim().to_lowercase();
    cell.is_empty() || NOTHING.contains(&cell.as_str())
}

/// The value of a plain number.
pub(super) fn value(plain: &str) -> f64 {
    json::number(plain).unwrap_or(f64::NAN)
}

impl Number {
    /// Reads a cell with this decimal mark, `.` or `,`; `unit` and a sign of per cent may follow the
    /// digits. None for what is no finite number.
    pub(super) fn read(cell: &str, decimal: u8, unit: &str) -> Option<Number> {
        let (is_negative, digits) = body(cell, unit)?;
        let mut text = if is_negative { "-".to_owned() } else { String::new() };
        let (mut run, mut is_grouped, mut decimals) = (0, false, None);
        for c in digits.chars() {
            match c {
                '0'..='9' => {
                    text.push(c);
                    run += 1;
                    decimals = decimals.map(|count| count + 1);
                }
                _ if decimals.is_none() && run > 0 && c == char::from(decimal) => {
                    if is_grouped && run != 3 {
                        return None;
                    }
                    decimals = Some(0);
                    text.push('.');
                }
                _ if is_group(c, decimal) => {
                    let is_whole = if is_grouped { run == 3 } else { (1..=3).contains(&run) };
                    if decimals.is_some() || !is_whole {
                        return None;
                    }
                    (run, is_grouped) = (0, true);
                }
                _ => return exponent(&digits.replace(char::from(decimal), "."), is_negative),
            }
        }
        let is_cut =
            decimals == Some(0) || decimals.is_none() && (run == 0 || is_grouped && run != 3);
        if is_cut {
            return None;
        }
        Number::plain(without_zeros(&text))
    }

    /// A number as it is shown.
    fn plain(text: String) -> Option<Number> {
        let value = json::number(&text).filter(|value| value.is_finite())?;
        Some(Number { text, value })
    }
}

fn is_group(c: char, decimal: u8) -> bool {
    let other = if decimal == b',' { '.' } else { ',' };
    c == other || GROUPS.contains(&c)
}

/// The sign of a number, and what stands between it and its unit.
fn body<'a>(cell: &'a str, unit: &str) -> Option<(bool, &'a str)> {
    let cell = cell.trim();
    let cell = if unit.is_empty() { cell } else { cell.strip_suffix(unit).unwrap_or(cell) };
    let cell = cell.strip_suffix('%').unwrap_or(cell).trim();
    let unsigned = cell.strip_prefix(['-', '\u{2212}']);
    let digits = unsigned.or_else(|| cell.strip_prefix('+')).unwrap_or(cell).trim_start();
    (!digits.is_empty()).then_some((unsigned.is_some(), digits))
}

/// Zeros before the digits of a code; JSON has none.
fn without_zeros(text: &str) -> String {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let digits = digits.trim_start_matches('0');
    let zero = if digits.is_empty() || digits.starts_with('.') { "0" } else { "" };
    [sign, zero, digits].concat()
}

/// A number such as 1.5e3, which programs write.
fn exponent(digits: &str, is_negative: bool) -> Option<Number> {
    let value = json::number(json::check(digits).ok()?)?;
    let value = if is_negative { -value } else { value };
    let text = with_decimals(value, 6)?;
    let text =
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    Number::plain(text.to_owned())
}

/// A value rounded to so many decimals, as a plain number; None for more than 18 digits.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the number was found to have 18 digits at most"
)]
pub(super) fn with_decimals(value: f64, decimals: usize) -> Option<String> {
    let power: f64 = value_of_power(decimals);
    let scaled = (value * power).round_ties_even();
    if scaled.is_nan() || scaled.abs() >= 1e18 {
        return None;
    }
    Some(scaled_text(scaled as i64, decimals))
}

/// Ten to this power, at most 22, exactly.
pub(super) fn value_of_power(power: usize) -> f64 {
    (0..power.min(22)).fold(1.0, |value, _| value * 10.0)
}

/// A whole number of units of the last decimal, as a plain number.
pub(super) fn scaled_text(scaled: i64, decimals: usize) -> String {
    let mut left = scaled.unsigned_abs();
    let mut digits = Vec::new();
    while left > 0 || digits.len() <= decimals {
        digits.push(u8::try_from(left % 10).unwrap_or(0));
        left /= 10;
    }
    let mut text = if scaled < 0 { "-".to_owned() } else { String::new() };
    for (place, digit) in digits.iter().enumerate().rev() {
        text.push(char::from(b'0' + digit));
        if place == decimals && decimals > 0 {
            text.push('.');
        }
    }
    text
}

/// A plain number as a language writes it, with a true minus.
pub(super) fn written(plain: &str, words: &Words) -> String {
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("\u{2212}", digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut text = sign.to_owned();
    let is_grouped = whole.len() > 4 || whole.len() == 4 && words.grouped_from <= 1000;
    for (index, digit) in whole.chars().enumerate() {
        if is_grouped && index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push_str(words.thousands);
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        text.push_str(words.decimal);
        text.push_str(decimals);
    }
    text
}

/// How a column writes its decimals: the mark, and whether no cell tells, though one could be read
/// either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DecimalMark {
    /// `.` or `,`.
    pub mark: u8,
    /// Whether it was only supposed.
    pub is_supposed: bool,
}

/// The decimal mark of a column by what its cells cannot mean otherwise: both marks, one of them
/// twice, or not three digits behind it. Where none tells it is `usual`.
pub(super) fn decimal_mark<'a>(
    cells: impl Iterator<Item = &'a str>,
    unit: &str,
    usual: u8,
) -> DecimalMark {
    let (mut points, mut commas, mut open) = (0, 0, 0);
    for cell in cells {
        let Some((_, digits)) = body(cell, unit) else { continue };
        match mark_of(digits) {
            Some(b'.') => points += 1,
            Some(_) => commas += 1,
            None => open += usize::from(digits.contains(['.', ','])),
        }
    }
    match (points, commas) {
        (0, 0) => DecimalMark { mark: usual, is_supposed: open > 0 },
        _ => DecimalMark { mark: if points >= commas { b'.' } else { b',' }, is_supposed: false },
    }
}

fn mark_of(digits: &str) -> Option<u8> {
    let of = |mark: char| (digits.rfind(mark), digits.matches(mark).count());
    match (of('.'), of(',')) {
        ((Some(point), _), (Some(comma), _)) => Some(if point > comma { b'.' } else { b',' }),
        ((Some(_), 2..), _) => Some(b','),
        (_, (Some(_), 2..)) => Some(b'.'),
        ((Some(place), _), _) | (_, (Some(place), _)) => {
            let (before, behind) = digits.split_at(place);
            let is_group =
                behind.len() == 4 && (1..=3).contains(&before.len()) && !before.starts_with('0');
            (!is_group).then(|| behind.as_bytes().first().copied()).flatten()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    fn read(cell: &str, decimal: u8) -> Option<String> {
        Number::read(cell, decimal, "km²").map(|number| number.text)
    }

    #[test]
    fn numbers_are_read_with_either_mark() {
        for (cell, point, comma) in [
            ("1234", Some("1234"), Some("1234")),
            ("1,234.5", Some("1234.5"), None),
            ("1.234,5", None, Some("1234.5")),
            ("1.234", Some("1.234"), Some("1234")),
            ("12.34", Some("12.34"), None),
            ("1 234\u{202f}567,5", None, Some("1234567.5")),
            ("1'234.50", Some("1234.50"), None),
            ("−7", Some("-7"), Some("-7")),
            ("+0.50 %", Some("0.50"), None),
            ("12 km²", Some("12"), Some("12")),
            ("007", Some("7"), Some("7")),
            ("1.5e3", Some("1500"), Some("1500")),
            ("1e400", None, None),
        ] {
            assert_eq!(read(cell, b'.').as_deref(), point, "{cell} with a point");
            if cell != "1.5e3" {
                assert_eq!(read(cell, b',').as_deref(), comma, "{cell} with a comma");
            }
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for cell in
            ["", "x", "1x", "-", "%", "1.", ".", "12,34,5", "1,23", "1-2", "NaN", "inf", "1 2", "é"]
        {
            assert_eq!(read(cell, b'.'), None, "{cell}");
        }
    }

    #[test]
    fn the_mark_is_found_by_what_cells_cannot_mean_otherwise() {
        let mark = |cells: &[&str]| decimal_mark(cells.iter().copied(), "", b'.');
        let sure = |mark| DecimalMark { mark, is_supposed: false };
        assert_eq!(mark(&["1.234", "1.234,5"]), sure(b','));
        assert_eq!(mark(&["1,234", "0,234"]), sure(b','));
        assert_eq!(mark(&["1.234.567"]), sure(b','));
        assert_eq!(mark(&["1,234", "12.5"]), sure(b'.'));
        assert_eq!(mark(&["12", "7"]), sure(b'.'));
        assert_eq!(mark(&["1.234"]), DecimalMark { mark: b'.', is_supposed: true });
    }

    #[test]
    fn numbers_are_written_as_the_language_does() {
        let all = |plain: &str| {
            ["en", "es", "pt-BR", "fr"].map(|language| written(plain, words::of(Some(language))))
        };
        assert_eq!(all("1234.5"), ["1,234.5", "1234,5", "1.234,5", "1\u{202f}234,5"]);
        assert_eq!(
            all("-1234567"),
            ["−1,234,567", "−1.234.567", "−1.234.567", "−1\u{202f}234\u{202f}567"]
        );
        assert_eq!(all("0.5"), ["0.5", "0,5", "0,5", "0,5"]);
    }

    #[test]
    fn values_are_printed_with_decimals() {
        let text = |value, decimals| with_decimals(value, decimals).unwrap();
        assert_eq!(
            [text(12.345, 1), text(-0.05, 2), text(1e17, 0)],
            ["12.3", "-0.05", "100000000000000000"]
        );
        assert_eq!(with_decimals(1e18, 0), None);
    }

    #[test]
    fn a_cell_without_a_value_is_known() {
        for cell in ["", " ", "N/A", "..", "–", "s/d", "NaN"] {
            assert!(is_nothing(cell), "{cell}");
        }
        assert!(!is_nothing("0") && !is_nothing("No"));
    }
}
