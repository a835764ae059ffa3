//! Element tree ↔ text, for messages: the name, how many attributes and which, how many children
//! and which. A text has no name.

use super::element::{Element, Node};
use crate::interaction::message::keep::Keep;
use crate::interaction::message::text::{Reader, Writer};
use std::rc::Rc;

/// Writes a tree.
#[must_use]
pub(crate) fn write(tree: &Element) -> String {
    let mut to = Writer::default();
    write_element(tree, &mut to);
    to.finish()
}

fn write_element(element: &Element, to: &mut Writer) {
    to.text(element.name);
    to.count(element.attributes.len());
    for (name, value) in &element.attributes {
        to.text(name);
        to.text(value);
    }
    to.count(element.children.len());
    for child in &element.children {
        match child {
            Node::Element(child) => write_element(child, to),
            Node::Text(text) => {
                to.text("");
                to.text(text);
            }
        }
    }
}

/// Reads a tree; None for an empty message.
#[must_use]
pub(crate) fn read(text: &str, keep: &mut Keep) -> Option<Element> {
    let mut from = Reader::new(text);
    match read_node(&mut from, keep) {
        Node::Element(element) => Rc::into_inner(element),
        Node::Text(_) => None,
    }
}

fn read_node(from: &mut Reader<'_>, keep: &mut Keep) -> Node {
    let name = from.text();
    if name.is_empty() {
        return Node::Text(from.text());
    }
    let mut element =
        Element { name: keep.text(&name), attributes: Vec::new(), children: Vec::new() };
    for _ in 0..from.length() {
        let name = keep.text(&from.text());
        element.attributes.push((name, from.text().into()));
    }
    for _ in 0..from.length() {
        element.children.push(read_node(from, keep));
    }
    Node::Element(Rc::new(element))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_reads_as_it_was_written() {
        let leaf = Element::new("b;class=a\tb").text("\t\\");
        let tree = Element::new("p").text("one").child(leaf).text("").child(Element::new("i"));
        assert_eq!(read(&write(&tree), &mut Keep::default()), Some(tree));
    }

    #[test]
    fn what_is_cut_off_is_read_as_far_as_it_goes() {
        let text = write(&Element::new("p;id=x").child(Element::new("b").text("one")));
        for end in 0..text.len() {
            let _ = read(&text[..end], &mut Keep::default());
        }
        assert_eq!(read("", &mut Keep::default()), None);
    }
}
