//! Links and colours of a facts file: only those that can do no harm are read.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{FACTS, SQUARES, draw};

fn refused(from: &str, to: &str, part: &str) {
    assert!(FACTS.contains(from), "the good facts have no {from}");
    let error = draw(SQUARES, FACTS.replacen(from, to, 1)).map(|_| to).unwrap_err();
    let message = error.to_string();
    assert_eq!(error.code(), "invalid", "{message}");
    assert!(message.contains(part), "{message} does not say {part:?}");
}

#[test]
fn a_link_of_another_scheme_is_refused() {
    for url in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\\tscript:alert(1)",
        "java\\nscript:alert(1)",
        " javascript:alert(1)",
        "\\u0000javascript:alert(1)",
        "\\u0001https://example.org",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "blob:https://example.org/1",
        "file:///etc/passwd",
        "filesystem:https://example.org/",
        "ftp://example.org/",
        "ws://example.org/",
        "about:blank",
        "view-source:https://example.org/",
        "intent://x#PopupEvent;end",
        "tel:1",
        "//evil.example",
        "/relative",
        "#fragment",
        "https:",
        "https:/example.org",
        "https:\\\\\\\\example.org",
        "https://exa\\tmple.org",
        "https://example.org/\\u007f",
        "https://example.org/ x",
        "\\u00a0https://example.org/",
        "ｈttps://example.org/",
        "",
    ] {
        refused("https://example.org/", url, "source \"more\": the url must start with");
    }
}

#[test]
fn a_link_of_a_known_scheme_is_kept() {
    for url in ["http://example.org/", "HTTPS://example.org/?a=1&b=2#c", "mailto:a@example.org"] {
        let map = draw(SQUARES, FACTS.replacen("https://example.org/", url, 1)).unwrap();
        assert_eq!(map.facts().sources.get(1).unwrap().url.as_deref(), Some(url));
    }
}

#[test]
fn a_colour_that_is_no_colour_is_refused() {
    for color in [
        "url(https://evil.example/)",
        "red",
        "#12",
        "#1234567",
        "rgb(0,0,0)",
        "var(--secret)",
        "image-set(x)",
        "expression(alert(1))",
        "#fff}*{x:y",
        "#ＦＦＦ",
        "",
    ] {
        refused("#17607d", color, "category \"yes\"");
    }
    refused("\"dots\"", "\"stars\"", "known are diagonal, dots");
    refused(
        "\"dots\",\"color\":{\"light\":\"#ffffff\",\"dark\":\"#000000\"}",
        "\"dots\"",
        "a pattern needs a color",
    );
    refused(",\"dark\":\"#5fb4d6\"", "", "needs \"dark\"");
}
