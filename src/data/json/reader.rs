//! Lets types of other crates read themselves from checked JSON, through serde.

use super::Malformed;
use super::scanner::Scanner;
use serde::de::{
    self, DeserializeSeed, Deserializer, Expected, MapAccess, SeqAccess, Unexpected, Visitor,
};
use std::fmt;

/// Reads a type from checked JSON.
///
/// # Errors
/// What the type expected instead.
pub(crate) fn read<'a, T: de::Deserialize<'a>>(text: &'a str) -> Result<T, String> {
    T::deserialize(&mut Reader { scanner: Scanner::new(text) }).map_err(|Problem(problem)| problem)
}

struct Reader<'a> {
    scanner: Scanner<'a>,
}

/// What a type expected. Serde's own wording would print the value found, and the code that
/// prints numbers alone is 8 kB brotli.
#[derive(Debug)]
struct Problem(String);

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Problem {}

impl de::Error for Problem {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Problem(message.to_string())
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Problem(format!("wrong type, expected {expected}"))
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Problem(format!("wrong value, expected {expected}"))
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        Problem(format!("wrong length, expected {expected}"))
    }
}

impl From<Malformed> for Problem {
    fn from(malformed: Malformed) -> Self {
        Problem(malformed.problem.to_owned())
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Problem;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.scanner.skip_space();
        match self.scanner.peek() {
            Some(b'{') => {
                self.scanner.open(b'{')?;
                visitor.visit_map(Items { reader: self, is_first: true })
            }
            Some(b'[') => {
                self.scanner.open(b'[')?;
                visitor.visit_seq(Items { reader: self, is_first: true })
            }
            Some(b'"') => visitor.visit_string(self.scanner.string()?),
            Some(b't') => {
                self.scanner.literal("true")?;
                visitor.visit_bool(true)
            }
            Some(b'f') => {
                self.scanner.literal("false")?;
                visitor.visit_bool(false)
            }
            Some(b'n') => {
                self.scanner.literal("null")?;
                visitor.visit_unit()
            }
            _ => visitor.visit_f64(self.scanner.number()?),
        }
    }

    // Lists are what a map is made of, at each depth a type of its own; this is all they need.
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.scanner.skip_space();
        if self.scanner.peek() != Some(b'[') {
            return Err(Problem("wrong type, expected a sequence".into()));
        }
        self.scanner.open(b'[')?;
        visitor.visit_seq(Items { reader: self, is_first: true })
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.scanner.skip_space();
        if self.scanner.peek() == Some(b'n') {
            self.scanner.literal("null")?;
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        let name = self.scanner.string()?;
        visitor.visit_enum(de::value::StringDeserializer::new(name))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Problem> {
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct tuple tuple_struct map struct identifier ignored_any
    }
}

struct Items<'r, 'de> {
    reader: &'r mut Reader<'de>,
    is_first: bool,
}

impl<'de> Items<'_, 'de> {
    fn next(&mut self, bracket: u8) -> Result<bool, Problem> {
        let is_first = std::mem::take(&mut self.is_first);
        Ok(self.reader.scanner.next_item(is_first, bracket)?)
    }
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Problem;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Problem> {
        if !self.next(b']')? {
            return Ok(None);
        }
        seed.deserialize(&mut *self.reader).map(Some)
    }
}

impl<'de> MapAccess<'de> for Items<'_, 'de> {
    type Error = Problem;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Problem> {
        if !self.next(b'}')? {
            return Ok(None);
        }
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Problem> {
        self.reader.scanner.colon()?;
        seed.deserialize(&mut *self.reader)
    }
}
