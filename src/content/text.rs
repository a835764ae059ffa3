//! Small things with texts, in few bytes: whole numbers as digits, parts of a text, texts as one. The
//! standard library's own ways are for any format, type and pattern: 5 kB on the wire.

/// The digits of a number, behind a minus where it is negative.
#[must_use]
#[inline(never)]
pub(crate) fn digits(number: i32) -> String {
    let mut text = String::new();
    if number < 0 {
        text.push('-');
    }
    let number = number.unsigned_abs();
    let mut place = 1_000_000_000;
    while place > 0 {
        if number >= place || place == 1 {
            let digit = number / place % 10;
            text.push(char::from_digit(digit, 10).unwrap_or_default());
        }
        place /= 10;
    }
    text
}

/// The digits of a count, or of the place of something; none is more than fits into an `i32`.
#[must_use]
#[inline(never)]
pub(crate) fn count(number: usize) -> String {
    digits(i32::try_from(number).unwrap_or(i32::MAX))
}

/// The number whose digits these are, with or without a sign.
#[must_use]
#[inline(never)]
pub(crate) fn number(text: &str) -> Option<i32> {
    let (sign, digits) = match text.as_bytes() {
        [b'-', digits @ ..] => (-1, digits),
        [b'+', digits @ ..] => (1, digits),
        digits => (1, digits),
    };
    let mut number: Option<i32> = None;
    for digit in digits {
        let digit = digit.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        // From below: the least number has no positive counterpart.
        number = Some(number.unwrap_or(0).checked_mul(10)?.checked_add(sign * i32::from(digit))?);
    }
    number
}

/// The same of what can be counted.
#[must_use]
#[inline(never)]
pub(crate) fn place(text: &str) -> Option<usize> {
    usize::try_from(number(text)?).ok()
}

/// Texts one behind the other.
#[must_use]
#[inline(never)]
pub(crate) fn concat(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

/// What stands before and behind the first of a sign of ASCII; None where there is none.
#[must_use]
#[inline(never)]
pub(crate) fn cut(text: &str, sign: u8) -> Option<(&str, &str)> {
    for (place, byte) in text.bytes().enumerate() {
        if byte == sign {
            return Some((text.get(..place)?, text.get(place + 1..)?));
        }
    }
    None
}

/// What stands before the first of a sign of ASCII, or all.
#[must_use]
pub(crate) fn before(text: &str, sign: u8) -> &str {
    cut(text, sign).map_or(text, |(before, _)| before)
}

/// The parts of a text between signs of ASCII, one at least.
pub(crate) fn parts(text: &str, sign: u8) -> Parts<'_> {
    Parts { rest: Some(text), sign }
}

/// See [`parts`].
#[derive(Clone, Debug)]
pub(crate) struct Parts<'a> {
    rest: Option<&'a str>,
    sign: u8,
}

impl<'a> Iterator for Parts<'a> {
    type Item = &'a str;

    #[inline(never)]
    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        let (part, rest) = match cut(rest, self.sign) {
            Some((part, rest)) => (part, Some(rest)),
            None => (rest, None),
        };
        self.rest = rest;
        Some(part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_those_of_the_standard_library() {
        for text in ["", ",", "a", "a,b", ",é,,ñ,"] {
            let split: Vec<&str> = text.split(',').collect();
            assert_eq!(parts(text, b',').collect::<Vec<_>>(), split);
            assert_eq!((cut(text, b','), before(text, b',')), (text.split_once(','), split[0]));
            assert_eq!(concat(&split), split.concat());
        }
    }

    #[test]
    fn digits_are_those_of_the_standard_library() {
        for value in [0, 1, -1, 9, 10, 100, 907, -4096, 5000, 1_000_000_000, i32::MAX, i32::MIN] {
            assert_eq!(digits(value), value.to_string());
            assert_eq!(number(&value.to_string()), Some(value));
        }
        assert_eq!((count(0), count(57)), ("0".into(), "57".into()));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "-", "+", "x", "1x", " 1", "1.5", "--1", "2147483648", "-2147483649"] {
            assert_eq!(number(text), text.parse().ok(), "{text}");
        }
        assert_eq!((number("+7"), place("7"), place("-7")), (Some(7), Some(7), None));
    }
}
