//! JSON, written value by value. Source: RFC 8259.

/// A text that grows; commas are put where they belong.
#[derive(Debug, Default)]
pub(super) struct Json {
    text: String,
}

impl Json {
    /// Opens an object or a list, by its bracket.
    pub(super) fn open(&mut self, bracket: char) -> &mut Json {
        self.next();
        self.text.push(bracket);
        self
    }

    /// Closes it.
    pub(super) fn close(&mut self, bracket: char) -> &mut Json {
        self.text.push(bracket);
        self
    }

    /// The name of a field; its value follows.
    pub(super) fn name(&mut self, name: &str) -> &mut Json {
        self.text(name);
        self.text.push(':');
        self
    }

    /// A text.
    pub(super) fn text(&mut self, value: &str) -> &mut Json {
        self.next();
        self.text.push('"');
        for c in value.chars() {
            match c {
                '"' | '\\' => self.text.extend(['\\', c]),
                '\0'..='\u{1f}' => {
                    self.text.push_str("\\u00");
                    for digit in [u32::from(c) >> 4, u32::from(c) & 15] {
                        self.text.push(char::from_digit(digit, 16).unwrap_or('0'));
                    }
                }
                _ => self.text.push(c),
            }
        }
        self.text.push('"');
        self
    }

    /// A number, as it is written in JSON.
    pub(super) fn number(&mut self, number: &str) -> &mut Json {
        self.next();
        self.text.push_str(number);
        self
    }

    /// A field that is a text.
    pub(super) fn field(&mut self, name: &str, value: &str) -> &mut Json {
        self.name(name).text(value)
    }

    /// A field that may be absent.
    pub(super) fn option(&mut self, name: &str, value: Option<&str>) -> &mut Json {
        if let Some(value) = value {
            self.field(name, value);
        }
        self
    }

    /// A list of texts.
    pub(super) fn texts(&mut self, values: &[&str]) -> &mut Json {
        self.open('[');
        for value in values {
            self.text(value);
        }
        self.close(']')
    }

    /// What was written.
    pub(super) fn finish(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    /// A comma, where a value stands before. No text ends with one of these signs: it has quotes.
    fn next(&mut self) {
        if !matches!(self.text.bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.text.push(',');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_json_with_the_same_texts() {
        let mut json = Json::default();
        json.open('{').field("a\"\\\n\u{1}é", "[").name("b").texts(&["{", ":", ""]);
        json.name("c").open('[').open('[').close(']').number("1.5").open('{').close('}').close(']');
        let text = json.close('}').finish();
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        let meant =
            serde_json::json!({"a\"\\\n\u{1}é": "[", "b": ["{", ":", ""], "c": [[], 1.5, {}]});
        assert_eq!(read, meant);
    }
}
