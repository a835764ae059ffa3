//! Bytes → choices, so that each change of a byte is another input and most inputs say something.

/// Reads bytes from the first to the last; then every choice is the first one.
pub(super) struct Choices<'a>(pub(super) &'a [u8]);

impl<'a> Choices<'a> {
    pub(super) fn is_over(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// A number below `end`, of 256 at most.
    pub(super) fn below(&mut self, end: usize) -> usize {
        usize::from(self.byte()) % end.max(1)
    }

    pub(super) fn is(&mut self) -> bool {
        self.below(2) == 1
    }

    /// One of several.
    pub(super) fn of<T: Copy>(&mut self, all: &[T]) -> T {
        *all.get(self.below(all.len())).expect("one of them")
    }

    /// As many bytes as the first one says.
    pub(super) fn bytes(&mut self) -> &'a [u8] {
        let length = usize::from(self.byte()) * 4;
        let (taken, rest) = self.0.split_at(length.min(self.0.len()));
        self.0 = rest;
        taken
    }

    pub(super) fn int(&mut self) -> i32 {
        match self.below(4) {
            0 => i32::from(self.byte()),
            1 => -i32::from(self.byte()),
            2 => i32::from_le_bytes([self.byte(), self.byte(), self.byte(), self.byte()]),
            _ => self.of(&[i32::MIN, i32::MAX, 5000, -5000]),
        }
    }

    /// A number, often a whole one of few digits, and now and then none.
    pub(super) fn number(&mut self) -> f64 {
        const ODD: [f64; 10] = [
            0.0,
            -0.0,
            1.0,
            1e308,
            -1e308,
            5e-324,
            0.1,
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
        ];
        match self.below(4) {
            0 => f64::from(self.int()),
            1 => f64::from(self.byte()) / 16.0,
            2 => self.of(&ODD),
            _ => {
                let bits = (0..8).fold(0, |bits, _| bits << 8 | u64::from(self.byte()));
                f64::from_bits(bits)
            }
        }
    }
}
