//! Element tree → text that an HTML parser reads back as the same tree. The only writer of markup.

use crate::render::element::{Element, Node};

/// HTML elements that have no end tag. Source: WHATWG HTML, section 13.1.2, void elements.
const VOID: [&str; 5] = ["link", "meta", "br", "img", "input"];

/// Appends the text of an element.
pub(crate) fn write(out: &mut String, element: &Element) {
    write_element(out, element, false);
}

/// The text of an element.
#[must_use]
pub fn text(element: &Element) -> String {
    let mut out = String::new();
    write(&mut out, element);
    out
}

fn write_element(out: &mut String, element: &Element, in_svg: bool) {
    let is_svg = in_svg || element.name == "svg";
    out.push('<');
    out.push_str(element.name);
    for (name, value) in &element.attributes {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        escape(out, value, true);
        out.push('"');
    }
    if is_svg && element.children.is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    if VOID.contains(&element.name) && !is_svg {
        return;
    }
    for child in &element.children {
        match child {
            Node::Element(child) => write_element(out, child, is_svg),
            Node::Text(text) => escape(out, text, false),
        }
    }
    out.push_str("</");
    out.push_str(element.name);
    out.push('>');
}

fn escape(out: &mut String, text: &str, in_attribute: bool) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if in_attribute => out.push_str("&quot;"),
            // XML forbids these, HTML replaces them, and no reader sees them.
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_are_escaped() {
        let element = Element::new("p").with("title", "a\"<b").text("<script>&\u{0}");
        assert_eq!(text(&element), "<p title=\"a&quot;&lt;b\">&lt;script&gt;&amp;\u{fffd}</p>");
    }

    #[test]
    fn empty_svg_elements_close_themselves_and_empty_html_elements_do_not() {
        let svg = Element::new("svg").child(Element::new("path"));
        assert_eq!(text(&Element::new("p").child(svg)), "<p><svg><path/></svg></p>");
        assert_eq!(text(&Element::new("p")), "<p></p>");
        assert_eq!(text(&Element::new("link")), "<link>");
    }
}
