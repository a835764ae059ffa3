//! A cursor over JSON text.

use std::borrow::Cow;

/// Deeper nesting than this is refused, for the reader calls itself for each level.
const DEPTH: usize = 128;
/// Powers of ten that a double holds exactly.
const EXACT: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// That a text is malformed. How, the scanner keeps: a result on the way is a byte or two.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Malformed;

/// What is wrong with a text, at a byte of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Offset in bytes.
    pub(crate) offset: usize,
    /// What was found, and what was expected.
    pub(crate) problem: &'static str,
}

pub(crate) struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    depth: usize,
    fault: Fault,
}

type Step<T> = Result<T, Malformed>;

impl<'a> Scanner<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let fault = Fault { offset: 0, problem: "" };
        Scanner { text, bytes: text.as_bytes(), at: 0, depth: 0, fault }
    }

    pub(crate) fn offset(&self) -> usize {
        self.at
    }

    /// Where it is: the offset, and how many brackets are open.
    pub(crate) fn mark(&self) -> (usize, usize) {
        (self.at, self.depth)
    }

    /// Goes back to where it was.
    pub(crate) fn seek(&mut self, (at, depth): (usize, usize)) {
        (self.at, self.depth) = (at, depth);
    }

    /// Checks that nothing but space follows.
    pub(crate) fn finish(&mut self) -> Step<()> {
        self.skip_space();
        if self.peek().is_some() {
            return Err(self.malformed("the value ends here, but the file goes on"));
        }
        Ok(())
    }

    // Called for every byte of a file; the build for size would leave it a call.
    #[inline(always)]
    pub(crate) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    #[cold]
    fn malformed(&mut self, problem: &'static str) -> Malformed {
        let problem = if self.peek().is_none() {
            "the file ends in the middle; it may have been cut off"
        } else {
            problem
        };
        self.fault = Fault { offset: self.at, problem };
        Malformed
    }

    /// What is malformed.
    pub(crate) fn fault(&self) -> Fault {
        self.fault
    }

    #[inline(always)]
    pub(crate) fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    /// Enters an array or an object.
    pub(crate) fn open(&mut self, bracket: u8) -> Step<()> {
        self.skip_space();
        if !self.take(bracket) {
            return Err(self.malformed("expected an opening bracket"));
        }
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(self.malformed("brackets are nested more than 128 deep"));
        }
        Ok(())
    }

    /// Goes to the next item of the array or object that `bracket` closes; false after the last.
    pub(crate) fn next_item(&mut self, is_first: bool, bracket: u8) -> Step<bool> {
        self.skip_space();
        if self.take(bracket) {
            self.depth -= 1;
            return Ok(false);
        }
        if !is_first {
            if !self.take(b',') {
                return Err(self.malformed("expected a comma or a closing bracket"));
            }
            self.skip_space();
            if self.peek() == Some(bracket) {
                return Err(self.malformed("a comma stands before a closing bracket"));
            }
        }
        Ok(true)
    }

    pub(crate) fn colon(&mut self) -> Step<()> {
        self.skip_space();
        if self.take(b':') { Ok(()) } else { Err(self.malformed("expected a colon")) }
    }

    /// Goes over a value and returns it as it is written.
    pub(crate) fn slice_value(&mut self) -> Step<&'a str> {
        self.skip_space();
        let start = self.at;
        self.skip_value()?;
        Ok(self.text.get(start..self.at).unwrap_or_default())
    }

    pub(crate) fn skip_value(&mut self) -> Step<()> {
        self.skip_space();
        match self.peek() {
            Some(b'{') => {
                self.open(b'{')?;
                let mut is_first = true;
                while self.next_item(is_first, b'}')? {
                    is_first = false;
                    self.skip_string()?;
                    self.colon()?;
                    self.skip_value()?;
                }
                Ok(())
            }
            Some(b'[') => {
                self.open(b'[')?;
                let mut is_first = true;
                while self.next_item(is_first, b']')? {
                    is_first = false;
                    self.skip_value()?;
                }
                Ok(())
            }
            Some(b'"') => self.skip_string(),
            Some(b't') => self.literal("true"),
            Some(b'f') => self.literal("false"),
            Some(b'n') => self.literal("null"),
            _ => self.number().map(|_| ()),
        }
    }

    pub(crate) fn literal(&mut self, word: &str) -> Step<()> {
        if self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word.as_bytes())) {
            self.at += word.len();
            return Ok(());
        }
        Err(self.malformed("expected a value"))
    }

    fn skip_string(&mut self) -> Step<()> {
        self.skip_space();
        if !self.take(b'"') {
            return Err(self.malformed("expected a text in double quotes"));
        }
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    self.escape()?;
                }
                Some(0..=0x1f) => {
                    return Err(self.malformed("a text holds a line break or control character"));
                }
                Some(_) => self.at += 1,
                None => return Err(self.malformed("")),
            }
        }
    }

    /// A string without its quotes and escapes.
    pub(crate) fn string(&mut self) -> Step<String> {
        self.name().map(Cow::into_owned)
    }

    /// A string without its quotes and escapes, of the file itself where it has none.
    pub(crate) fn name(&mut self) -> Step<Cow<'a, str>> {
        self.skip_space();
        let start = self.at;
        self.skip_string()?;
        let inside = self.text.get(start + 1..self.at - 1).unwrap_or_default();
        // Of bytes, for to look for a character brings the search for texts, 3 kB.
        if !inside.as_bytes().contains(&b'\\') {
            return Ok(Cow::Borrowed(inside));
        }
        let mut out = String::with_capacity(inside.len());
        let mut scanner = Scanner::new(inside);
        while let Some(byte) = scanner.peek() {
            if byte == b'\\' {
                out.push(scanner.escape()?);
                continue;
            }
            let run = scanner.at;
            while scanner.peek().is_some_and(|byte| byte != b'\\') {
                scanner.at += 1;
            }
            out.push_str(inside.get(run..scanner.at).unwrap_or_default());
        }
        Ok(Cow::Owned(out))
    }

    fn escape(&mut self) -> Step<char> {
        self.at += 1;
        let c = match self.peek() {
            Some(c @ (b'"' | b'\\' | b'/')) => char::from(c),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(),
            _ => return Err(self.malformed("unknown escape after a backslash")),
        };
        self.at += 1;
        Ok(c)
    }

    fn unicode_escape(&mut self) -> Step<char> {
        let first = self.code_unit()?;
        let is_pair = (0xd800..0xdc00).contains(&first)
            && self.bytes.get(self.at..self.at + 2) == Some(b"\\u");
        if !is_pair {
            // A lone surrogate is no character; it becomes the replacement character.
            return Ok(char::from_u32(first).unwrap_or('\u{fffd}'));
        }
        let before = self.at;
        self.at += 1;
        let second = self.code_unit()?;
        if !(0xdc00..0xe000).contains(&second) {
            self.at = before;
            return Ok('\u{fffd}');
        }
        let code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
        Ok(char::from_u32(code).unwrap_or('\u{fffd}'))
    }

    /// The four digits after `u`.
    fn code_unit(&mut self) -> Step<u32> {
        self.at += 1;
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            let Some(digit) = digit else {
                return Err(self.malformed("expected four hexadecimal digits"));
            };
            code = code * 16 + digit;
            self.at += 1;
        }
        Ok(code)
    }

    /// A number as the nearest double, if it has at most 15 digits and an exponent to match, as
    /// coordinates do; else within a few units in the last place. Source: Clinger, "How to read
    /// floating point numbers accurately" (1990), the exact case.
    pub(crate) fn number(&mut self) -> Step<f64> {
        self.skip_space();
        let is_negative = self.take(b'-');
        let mut mantissa = Mantissa::default();
        if self.take(b'0') {
            if matches!(self.peek(), Some(b'0'..=b'9')) {
                return Err(self.malformed("a number begins with 0"));
            }
        } else if self.digits(&mut mantissa, 0) == 0 {
            return Err(self.malformed("expected a value"));
        }
        if self.take(b'.') && self.digits(&mut mantissa, 1) == 0 {
            return Err(self.malformed("expected a digit after the decimal point"));
        }
        let mut exponent = mantissa.exponent;
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            let is_below = self.take(b'-');
            if !is_below {
                self.take(b'+');
            }
            let mut power = Mantissa::default();
            if self.digits(&mut power, 0) == 0 {
                return Err(self.malformed("expected a digit in the exponent"));
            }
            let power = i32::try_from(power.value.min(9999)).unwrap_or(9999);
            exponent = exponent.saturating_add(if is_below { -power } else { power });
        }
        let value = scale(mantissa.value, exponent);
        Ok(if is_negative { -value } else { value })
    }

    /// Reads digits; each is `place` digits behind the decimal point more than the one before.
    fn digits(&mut self, mantissa: &mut Mantissa, place: i32) -> usize {
        let start = self.at;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            mantissa.push(digit - b'0', place);
            self.at += 1;
        }
        self.at - start
    }
}

/// The first 19 digits of a number, and the power of ten that they are to be multiplied with.
#[derive(Default)]
struct Mantissa {
    value: u64,
    exponent: i32,
}

impl Mantissa {
    #[inline(always)]
    fn push(&mut self, digit: u8, place: i32) {
        if self.value < 1_000_000_000_000_000_000 {
            self.value = self.value * 10 + u64::from(digit);
            self.exponent = self.exponent.saturating_sub(place);
        } else {
            self.exponent = self.exponent.saturating_add(1 - place);
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "digits beyond a double's are below its precision")]
fn scale(mantissa: u64, exponent: i32) -> f64 {
    let mut value = mantissa as f64;
    let mut left = exponent.unsigned_abs();
    while left > 0 && value != 0.0 && value.is_finite() {
        let step = left.min(22);
        let power = usize::try_from(step).ok().and_then(|step| EXACT.get(step)).unwrap_or(&1.0);
        value = if exponent < 0 { value / power } else { value * power };
        left -= step;
    }
    value
}
