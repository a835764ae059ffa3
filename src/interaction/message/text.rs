//! Messages as text: fields that each end with a tab. A message is readable, stands in an attribute
//! of a page as it is, and needs no code for numbers that the standard library does not have anyway.

use crate::content::text;

/// Writes fields, one after the other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Writer {
    text: String,
}

impl Writer {
    /// A text. Tabs in it become `\t`, and backslashes are doubled.
    pub(crate) fn text(&mut self, value: &str) {
        let mut from = 0;
        for (place, byte) in value.bytes().enumerate() {
            let escaped = match byte {
                b'\t' => "\\t",
                b'\\' => "\\\\",
                _ => continue,
            };
            self.text.push_str(value.get(from..place).unwrap_or_default());
            self.text.push_str(escaped);
            from = place + 1;
        }
        self.end(value.get(from..).unwrap_or_default());
    }

    /// A whole number.
    #[inline(never)]
    pub(crate) fn int(&mut self, value: i32) {
        self.text(&text::digits(value));
    }

    /// A number of things, or the place of one; none is longer than a file.
    pub(crate) fn count(&mut self, value: usize) {
        self.int(i32::try_from(value).unwrap_or(i32::MAX));
    }

    /// Yes or no.
    pub(crate) fn flag(&mut self, value: bool) {
        self.int(i32::from(value));
    }

    /// A number with a fraction, to the last bit.
    pub(crate) fn number(&mut self, value: f64) {
        let bits = value.to_bits();
        for half in [bits >> 32, bits & 0xffff_ffff] {
            self.int(u32::try_from(half).unwrap_or_default().cast_signed());
        }
    }

    /// A text that may be missing.
    pub(crate) fn option(&mut self, value: Option<&str>) {
        self.flag(value.is_some());
        if let Some(value) = value {
            self.text(value);
        }
    }

    /// Numbers of things, with how many there are before them.
    pub(crate) fn counts(&mut self, values: &[usize]) {
        self.count(values.len());
        for &value in values {
            self.count(value);
        }
    }

    /// A message within this one, as it stands.
    pub(crate) fn block(&mut self, value: &str) {
        self.count(value.len());
        self.end(value);
    }

    /// The rest of a field, and its end.
    fn end(&mut self, rest: &str) {
        self.text.push_str(rest);
        self.text.push('\t');
    }

    /// All that was written.
    #[must_use]
    pub(crate) fn finish(self) -> String {
        self.text
    }
}

/// Reads fields in the order in which they were written. What is not there reads as nothing: a
/// message comes from the same build, and one that does not is found out by its first field.
#[derive(Clone, Debug)]
pub(crate) struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    /// From the start of a message.
    #[must_use]
    pub(crate) fn new(text: &'a str) -> Reader<'a> {
        Reader { rest: text }
    }

    /// A field as it stands in the message.
    #[inline(never)]
    fn field(&mut self) -> &'a str {
        let (field, rest) = text::cut(self.rest, b'\t').unwrap_or((self.rest, ""));
        self.rest = rest;
        field
    }

    /// A text.
    pub(crate) fn text(&mut self) -> String {
        let mut text = String::new();
        let mut rest = self.field();
        while let Some((before, behind)) = text::cut(rest, b'\\') {
            text.push_str(before);
            if let Some(behind) = behind.strip_prefix("t") {
                text.push('\t');
                rest = behind;
            } else {
                text.push('\\');
                rest = behind.strip_prefix("\\").unwrap_or(behind);
            }
        }
        text.push_str(rest);
        text
    }

    /// A whole number.
    #[inline(never)]
    pub(crate) fn int(&mut self) -> i32 {
        text::number(self.field()).unwrap_or_default()
    }

    /// A number of things, or the place of one.
    pub(crate) fn count(&mut self) -> usize {
        usize::try_from(self.int()).unwrap_or_default()
    }

    /// Yes or no.
    pub(crate) fn flag(&mut self) -> bool {
        self.int() != 0
    }

    /// A number with a fraction.
    pub(crate) fn number(&mut self) -> f64 {
        let mut half = || u64::from(self.int().cast_unsigned());
        let high = half() << 32;
        f64::from_bits(high | half())
    }

    /// A text that may be missing.
    pub(crate) fn option(&mut self) -> Option<String> {
        self.flag().then(|| self.text())
    }

    /// A message within this one.
    pub(crate) fn block(&mut self) -> &'a str {
        let length = self.count();
        let (block, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest.strip_prefix("\t").unwrap_or(rest);
        block
    }

    /// Numbers of things.
    pub(crate) fn counts(&mut self) -> Vec<usize> {
        let mut values = Vec::new();
        for _ in 0..self.length() {
            values.push(self.count());
        }
        values
    }

    /// How many things follow; no more than the message has room for.
    pub(crate) fn length(&mut self) -> usize {
        self.count().min(self.rest.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_reads_as_it_was_written() {
        let texts = ["", "a\tb", "\\", "\\t", "\\\\\t\\", "ñ\n“x”", "a\\tb\t"];
        let numbers = [0.0, -1.5, 1.0 / 3.0, f64::MAX, f64::MIN_POSITIVE];
        let mut writer = Writer::default();
        for text in texts {
            writer.text(text);
            writer.option(Some(text));
        }
        writer.option(None);
        for number in numbers {
            writer.number(number);
        }
        for number in [0, -7, i32::MAX, i32::MIN] {
            writer.int(number);
        }
        writer.counts(&[3, 0, 70_000]);
        writer.flag(true);
        writer.block("a\t\\\tñ");
        writer.int(5);
        let message = writer.finish();
        let mut reader = Reader::new(&message);
        for text in texts {
            assert_eq!((reader.text(), reader.option()), (text.to_owned(), Some(text.to_owned())));
        }
        assert_eq!(reader.option(), None);
        for number in numbers {
            assert_eq!(reader.number().to_bits(), number.to_bits());
        }
        for number in [0, -7, i32::MAX, i32::MIN] {
            assert_eq!(reader.int(), number);
        }
        assert_eq!(reader.counts(), [3, 0, 70_000]);
        assert!(reader.flag());
        assert_eq!((reader.block(), reader.int()), ("a\t\\\tñ", 5));
        assert!(reader.rest.is_empty());
    }

    #[test]
    fn what_is_missing_reads_as_nothing() {
        let mut reader = Reader::new("");
        assert_eq!((reader.text(), reader.int(), reader.option()), (String::new(), 0, None));
        assert!(reader.counts().is_empty() && !reader.flag());
        // A length that promises more than there is ends with the message.
        assert_eq!(Reader::new("2000000000\t1\t").counts(), [1, 0]);
    }
}
