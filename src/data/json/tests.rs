//! Our reading held against that of serde_json.

use super::*;
use serde_json::Value;

const GOOD: [&str; 16] = [
    "null",
    "true",
    " false ",
    "0",
    "-0.5e+3",
    "12.75",
    "1e22",
    "\"\"",
    "\"a\\n\\u00e9\\ud83d\\ude00\\\\\\/\"",
    "[]",
    "[1,[2,{}],\"x\"]",
    "{}",
    "{\"a\":{\"b\":[null]},\"c\":\"\"}",
    "[ 1 ,\n2\t]",
    "{\"\u{e9}\":1}",
    "123456789012345",
];
const BAD: [&str; 26] = [
    "",
    " ",
    "nul",
    "True",
    "01",
    "-",
    "1.",
    ".5",
    "1e",
    "+1",
    "NaN",
    "Infinity",
    "\"",
    "\"\\x\"",
    "\"\\u12\"",
    "\"a\nb\"",
    "[",
    "[1",
    "[1,",
    "[1,]",
    "[1 2]",
    "{\"a\"}",
    "{\"a\":1,}",
    "{a:1}",
    "{'a':1}",
    "1 2",
];

#[test]
fn the_same_texts_are_json() {
    for good in GOOD {
        assert!(check(good).is_ok(), "{good}: {:?}", check(good));
        assert!(serde_json::from_str::<Value>(good).is_ok(), "{good}");
    }
    for bad in BAD {
        assert!(check(bad).is_err(), "{bad}");
        assert!(serde_json::from_str::<Value>(bad).is_err(), "{bad}");
    }
}

#[test]
fn the_same_values_are_read() {
    for good in GOOD {
        let theirs: Value = serde_json::from_str(good).expect(good);
        assert!(is_same(check(good).expect(good), &theirs), "{good}");
    }
}

/// Whether our reading of a checked text is theirs; JSON has one kind of number, serde_json three.
fn is_same(text: &str, theirs: &Value) -> bool {
    match theirs {
        Value::Null => text == "null",
        Value::Bool(theirs) => text.parse() == Ok(*theirs),
        Value::Number(number) => super::number(text) == number.as_f64(),
        Value::String(theirs) => string(text).as_ref() == Some(theirs),
        Value::Array(theirs) => items(text).is_some_and(|ours| {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| is_same(a, b))
        }),
        Value::Object(theirs) => entries(text).is_some_and(|ours| {
            let known = |(name, text): &(String, &str)| {
                theirs.get(name).is_some_and(|value| is_same(text, value))
            };
            ours.len() == theirs.len() && ours.iter().all(known)
        }),
    }
}

#[test]
fn every_prefix_and_every_changed_byte_is_judged_alike() {
    let text = "{\"a\":[-1.5e3,true,null],\"b\\n\":\"x\\u00e9\",\"c\":{}}";
    let mut judged = 0;
    for end in 0..text.len() {
        let part = text.get(..end).expect("ASCII");
        assert_eq!(check(part).is_ok(), serde_json::from_str::<Value>(part).is_ok(), "{part}");
        for byte in b" \"\\{}[],:0e.-x\n" {
            let mut changed = text.as_bytes().to_vec();
            changed[end] = *byte;
            let changed = String::from_utf8(changed).expect("ASCII");
            let theirs = serde_json::from_str::<Value>(&changed);
            assert_eq!(check(&changed).is_ok(), theirs.is_ok(), "{changed}");
            judged += 1;
        }
    }
    assert!(judged > 600);
}

#[test]
fn numbers_of_coordinates_are_read_to_the_last_bit() {
    let mut seed = 7_u64;
    for _ in 0..20_000 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let digits = format!("{}", (seed >> 20) % 1_000_000_000_000_000);
        let point = usize::try_from(seed % 7).expect("small").min(digits.len() - 1);
        let (whole, part) = digits.split_at(digits.len() - point);
        let text = if part.is_empty() { whole.to_owned() } else { format!("-{whole}.{part}") };
        assert_eq!(number(&text), text.parse().ok(), "{text}");
    }
}

#[test]
fn huge_and_tiny_numbers_do_no_harm() {
    assert_eq!(number("1e999"), Some(f64::INFINITY));
    assert_eq!(number("1e-999"), Some(0.0));
    assert_eq!(number("0e99999999999"), Some(0.0));
    let near = |text: &str, value: f64| {
        number(text).is_some_and(|read| (read / value - 1.0).abs() < 1e-14)
    };
    assert!(near("123456789012345678901234567890", 1.234_567_890_123_456_8e29));
    assert!(near(
        "0.0000000000000000000000000000012345678901234567890",
        1.234_567_890_123_456_8e-30
    ));
}

#[test]
fn deep_nesting_is_refused() {
    let deep = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
    assert!(check(&deep(128)).is_ok());
    assert!(check(&deep(129)).is_err());
    assert!(check(&deep(1_000_000)).is_err());
}

#[test]
fn the_place_of_a_fault_is_told() {
    let fault = |text: &str| check(text).err().map(|malformed| malformed.offset);
    assert_eq!(fault("[1, x]"), Some(4));
    assert_eq!(fault("{\"a\" 1}"), Some(5));
    assert_eq!(fault("[1"), Some(2));
    assert!(check("[1").is_err_and(|malformed| malformed.problem.contains("cut off")));
}
