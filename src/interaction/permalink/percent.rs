//! Percent-encoding of the texts in a fragment.

/// Appends a text with all but the unreserved characters as percent and hexadecimal digits.
/// Source: RFC 3986, sections 2.1, 2.3 and 3.5.
pub(super) fn encode(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for digit in [byte >> 4, byte & 15] {
                out.push(char::from(if digit < 10 { b'0' + digit } else { b'A' + digit - 10 }));
            }
        }
    }
}

/// The text that was encoded. A percent sign without two digits stands for itself, and a text that
/// would be no UTF-8 stays as it is.
pub(super) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        let mut byte = *first;
        if let (b'%', [high, low, after @ ..]) = (byte, after)
            && let (Some(high), Some(low)) = (hex(*high), hex(*low))
        {
            byte = high << 4 | low;
            rest = after;
        }
        bytes.push(byte);
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(text: &str) -> String {
        let mut out = String::new();
        encode(&mut out, text);
        out
    }

    #[test]
    fn only_unreserved_characters_are_written_plainly() {
        let plain = "azAZ09-._~";
        assert_eq!(encoded(plain), plain);
        assert_eq!(encoded("&=,%+ \u{0}é😀"), "%26%3D%2C%25%2B%20%00%C3%A9%F0%9F%98%80");
    }

    #[test]
    fn what_is_encoded_is_decoded() {
        for text in ["", "a&b=c,d", "100%", "%41", "é😀\u{0}"] {
            assert_eq!(decode(&encoded(text)), text);
        }
    }

    #[test]
    fn digits_may_be_of_either_case_and_plain_letters_stay() {
        assert_eq!(decode("%c3%A9%6f%6Fé+"), "éooé+");
    }

    #[test]
    fn wrong_encoding_is_taken_as_it_is() {
        for (text, decoded) in [("50%", "50%"), ("%4", "%4"), ("%%4a", "%J"), ("%g0%0g", "%g0%0g")]
        {
            assert_eq!(decode(text), decoded);
        }
        for no_utf8 in ["%FF%41", "%C3", "%ED%A0%80", "é%A9"] {
            assert_eq!(decode(no_utf8), no_utf8);
        }
    }
}
