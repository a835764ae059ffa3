//! Element tree → nodes of the page. Text goes in as text nodes, so no data can become markup.

use super::page::Dom;
use crate::render::element::{Element, KEYS, Node, first_word};
use crate::render::patch::{Child, Tree, patch};

const HTML: &str = "http://www.w3.org/1999/xhtml";
const SVG: &str = "http://www.w3.org/2000/svg";

/// Builds an element and all in it.
pub(super) fn build(document: &Dom, element: &Element, in_svg: bool) -> Dom {
    let is_svg = in_svg || element.name == "svg";
    let node = document.create_element(if is_svg { SVG } else { HTML }, element.name);
    for (name, value) in &element.attributes {
        // The namespace is set already; as an attribute it is for readers of text.
        if *name != "xmlns" {
            node.set_attribute(name, value);
        }
    }
    let mut before: Option<(&Element, Dom)> = None;
    for child in &element.children {
        let made = match (child, before.take()) {
            // Of a thousand regions alike, a copy takes half the calls that a new one takes.
            (Node::Element(new), Some((old, made))) if is_alike(old, new) => {
                let copy = made.copy(true);
                revise(&copy, old, new);
                copy
            }
            (_, _) => build_node(document, child, is_svg),
        };
        node.append(&made);
        if let Node::Element(child) = child {
            before = Some((child, made));
        }
    }
    node
}

/// Whether two elements differ in values and texts alone.
fn is_alike(a: &Element, b: &Element) -> bool {
    let names = |(a, b): (&(&str, _), &(&str, _))| a.0 == b.0;
    let nodes = |(a, b): (&Node, &Node)| match (a, b) {
        (Node::Element(a), Node::Element(b)) => is_alike(a, b),
        (Node::Text(_), Node::Text(_)) => true,
        (Node::Element(_) | Node::Text(_), _) => false,
    };
    a.name == b.name
        && a.attributes.len() == b.attributes.len()
        && a.children.len() == b.children.len()
        && a.attributes.iter().zip(&b.attributes).all(names)
        && a.children.iter().zip(&b.children).all(nodes)
}

/// Makes a copy of `old` show `new`, which is like it.
fn revise(node: &Dom, old: &Element, new: &Element) {
    for ((_, before), (name, value)) in old.attributes.iter().zip(&new.attributes) {
        if before != value {
            node.set_attribute(name, value);
        }
    }
    let mut next = node.first_child();
    for (old, new) in old.children.iter().zip(&new.children) {
        let Some(child) = next else { break };
        next = child.next_sibling();
        match (old, new) {
            (Node::Element(old), Node::Element(new)) => revise(&child, old, new),
            (Node::Text(old), Node::Text(new)) if old != new => child.set_text("textContent", new),
            (_, _) => {}
        }
    }
}

fn build_node(document: &Dom, node: &Node, in_svg: bool) -> Dom {
    match node {
        Node::Element(element) => build(document, element, in_svg),
        Node::Text(text) => document.create_text(text),
    }
}

/// Puts elements in place of all that another one holds.
pub(super) fn fill(document: &Dom, parent: &Dom, children: &[Element], in_svg: bool) {
    parent.set_text("textContent", "");
    for child in children {
        parent.append(&build(document, child, in_svg));
    }
}

/// Changes a node that shows `old`, or whatever its page has brought, so that it shows `new`.
#[inline(never)]
pub(super) fn update(document: &Dom, node: &Dom, old: Option<&Element>, new: &Element) {
    patch(&mut Page { document }, node, old, new, false);
}

/// The nodes of the page.
struct Page<'a> {
    document: &'a Dom,
}

fn named(node: Dom) -> Child<Dom> {
    let name = node.text("localName").unwrap_or_default();
    if name.is_empty() {
        let key = node.text("textContent");
        return Child { node, name, key, is_used: false };
    }
    let key = KEYS.iter().find_map(|name| node.attribute(name));
    let key = key.map(|key| first_word(&key).to_owned());
    Child { node, name, key, is_used: false }
}

impl Tree for Page<'_> {
    type Node = Dom;

    fn attribute(&self, node: &Dom, name: &str) -> Option<String> {
        node.attribute(name)
    }

    fn attribute_names(&self, node: &Dom) -> Vec<String> {
        let mut names = Vec::new();
        if let Some(list) = node.get("attributes") {
            while let Some(attribute) = u32::try_from(names.len()).ok().and_then(|at| list.item(at))
            {
                names.push(attribute.text("name").unwrap_or_default());
            }
        }
        names
    }

    fn children(&self, node: &Dom, is_named: bool) -> Vec<Child<Dom>> {
        let mut children = Vec::new();
        let mut next = node.first_child();
        while let Some(node) = next {
            next = node.next_sibling();
            // What the widget has put there by itself is in no tree.
            if node.is_element() && node.has("data-own") {
                continue;
            }
            children.push(if is_named {
                named(node)
            } else {
                Child { node, name: String::new(), key: None, is_used: false }
            });
        }
        children
    }

    fn set_attribute(&mut self, node: &Dom, name: &str, value: &str) {
        node.set_attribute(name, value);
    }

    fn remove_attribute(&mut self, node: &Dom, name: &str) {
        node.remove_attribute(name);
    }

    fn set_text(&mut self, node: &Dom, text: &str) {
        node.set_text("textContent", text);
    }

    fn create(&mut self, node: &Node, in_svg: bool) -> Dom {
        build_node(self.document, node, in_svg)
    }

    fn insert(&mut self, parent: &Dom, node: &Dom, before: Option<&Dom>) {
        parent.insert(node, before);
    }

    fn remove(&mut self, _: &Dom, node: &Dom) {
        node.remove();
    }
}
