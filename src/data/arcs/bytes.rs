//! Whole numbers and texts in a run of bytes. Source: DWARF 5, section 7.6, LEB128.

/// Reads a run of bytes; None where it ends too early or means nothing.
pub(super) struct Reader<'a> {
    rest: std::slice::Iter<'a, u8>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Reader { rest: bytes.iter() }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.rest.as_slice().is_empty()
    }

    pub(super) fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..63).step_by(7) {
            let byte = *self.rest.next()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// A number in zigzag: 0, -1, 1, -2, 2 and so on.
    pub(super) fn signed(&mut self) -> Option<i32> {
        let number = u32::try_from(self.number()?).ok()?;
        let half = i32::try_from(number >> 1).ok()?;
        Some(if number & 1 == 1 { -1 - half } else { half })
    }

    /// How many things follow. Each takes a byte at least, so no broken count asks for memory.
    pub(super) fn count(&mut self) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        (count <= self.rest.len()).then_some(count)
    }

    pub(super) fn text(&mut self) -> Option<String> {
        let length = self.count()?;
        let (text, rest) = self.rest.as_slice().split_at_checked(length)?;
        self.rest = rest.iter();
        std::str::from_utf8(text).ok().map(str::to_owned)
    }
}

pub(super) fn write_number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(u8::try_from(number & 0x7f | 0x80).unwrap_or(0));
        number >>= 7;
    }
    out.push(u8::try_from(number).unwrap_or(0));
}

pub(super) fn write_count(out: &mut Vec<u8>, count: usize) {
    write_number(out, count as u64);
}

pub(super) fn write_signed(out: &mut Vec<u8>, number: i32) {
    let twice = i64::from(number) * 2;
    write_number(out, if twice < 0 { -twice - 1 } else { twice }.unsigned_abs());
}

pub(super) fn write_text(out: &mut Vec<u8>, text: &str) {
    write_count(out, text.len());
    out.extend_from_slice(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_were_written() {
        let numbers = [0, 1, 127, 128, 300, 1 << 40];
        let signed = [0, -1, 1, -64, 64, i32::MAX, i32::MIN + 1];
        let mut out = Vec::new();
        numbers.iter().for_each(|&number| write_number(&mut out, number));
        signed.iter().for_each(|&number| write_signed(&mut out, number));
        write_text(&mut out, "Curaçao");
        let mut reader = Reader::new(&out);
        assert_eq!(numbers.map(|_| reader.number()), numbers.map(Some));
        assert_eq!(signed.map(|_| reader.signed()), signed.map(Some));
        assert_eq!(reader.text().as_deref(), Some("Curaçao"));
        assert!(reader.is_at_end() && reader.number().is_none());
    }

    #[test]
    fn endless_and_huge_numbers_are_nothing() {
        assert_eq!(Reader::new(&[0xff; 20]).number(), None);
        assert_eq!(Reader::new(&[0xff, 0xff, 0xff, 0xff, 0x7f]).signed(), None);
        assert_eq!(Reader::new(&[9, 1]).count(), None);
        assert_eq!(Reader::new(&[2, 0xc3, 0x28]).text(), None);
    }
}
