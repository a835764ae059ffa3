//! Element tree → nodes of the page. Text goes in as text nodes, so no data can become markup.

use crate::render::element::{Element, KEYS, Node, first_word};
use crate::render::patch::{Child, Tree, patch};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Document;

const SVG: &str = "http://www.w3.org/2000/svg";

/// Builds an element and all in it.
pub(super) fn build(
    document: &Document,
    element: &Element,
    in_svg: bool,
) -> Result<web_sys::Element, JsValue> {
    let is_svg = in_svg || element.name == "svg";
    let node = if is_svg {
        document.create_element_ns(Some(SVG), element.name)?
    } else {
        document.create_element(element.name)?
    };
    for (name, value) in &element.attributes {
        // The namespace is set already; as an attribute it is for readers of text.
        if *name != "xmlns" {
            node.set_attribute(name, value)?;
        }
    }
    let mut before: Option<(&Element, web_sys::Node)> = None;
    for child in &element.children {
        let made = match (child, before.take()) {
            // Of a thousand regions alike, a copy takes half the calls that a new one takes.
            (Node::Element(new), Some((old, made))) if is_alike(old, new) => {
                let copy = made.clone_node_with_deep(true)?;
                revise(copy.unchecked_ref(), old, new)?;
                copy
            }
            (_, _) => build_node(document, child, is_svg)?,
        };
        node.append_child(&made)?;
        if let Node::Element(child) = child {
            before = Some((child, made));
        }
    }
    Ok(node)
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
fn revise(node: &web_sys::Element, old: &Element, new: &Element) -> Result<(), JsValue> {
    for ((_, before), (name, value)) in old.attributes.iter().zip(&new.attributes) {
        if before != value {
            node.set_attribute(name, value)?;
        }
    }
    if old.children == new.children {
        return Ok(());
    }
    let mut next = node.first_child();
    for (old, new) in old.children.iter().zip(&new.children) {
        let Some(child) = next else { break };
        next = child.next_sibling();
        match (old, new) {
            (Node::Element(old), Node::Element(new)) => revise(child.unchecked_ref(), old, new)?,
            (Node::Text(old), Node::Text(new)) if old != new => child.set_text_content(Some(new)),
            (_, _) => {}
        }
    }
    Ok(())
}

fn build_node(document: &Document, node: &Node, in_svg: bool) -> Result<web_sys::Node, JsValue> {
    Ok(match node {
        Node::Element(element) => build(document, element, in_svg)?.into(),
        Node::Text(text) => document.create_text_node(text).into(),
    })
}

/// Puts elements in place of all that another one holds.
pub(super) fn fill(
    document: &Document,
    parent: &web_sys::Element,
    children: &[Element],
    in_svg: bool,
) -> Result<(), JsValue> {
    parent.set_text_content(None);
    for child in children {
        parent.append_child(&build(document, child, in_svg)?.into())?;
    }
    Ok(())
}

/// Changes a node that shows `old`, or whatever its page has brought, so that it shows `new`.
pub(super) fn update(
    document: &Document,
    node: &web_sys::Element,
    old: Option<&Element>,
    new: &Element,
) -> Result<(), JsValue> {
    patch(&mut Page { document }, node, old, new, false)
}

/// The nodes of the page.
struct Page<'a> {
    document: &'a Document,
}

fn named(node: web_sys::Element) -> Child<web_sys::Element> {
    if node.node_type() == web_sys::Node::TEXT_NODE {
        let key = node.text_content();
        return Child { node, name: String::new(), key };
    }
    let key = KEYS.iter().find_map(|name| node.get_attribute(name));
    let key = key.map(|key| first_word(&key).to_owned());
    Child { name: node.local_name(), key, node }
}

impl Tree for Page<'_> {
    // A text node too, of which only what every node has is asked.
    type Node = web_sys::Element;
    type Error = JsValue;

    fn attribute(&self, node: &web_sys::Element, name: &str) -> Option<String> {
        node.get_attribute(name)
    }

    fn attribute_names(&self, node: &web_sys::Element) -> Vec<String> {
        let names = node.get_attribute_names();
        names.iter().filter_map(|name| name.as_string()).collect()
    }

    fn children(&self, node: &web_sys::Element, is_named: bool) -> Vec<Child<web_sys::Element>> {
        let mut children = Vec::new();
        let mut next = node.first_child();
        while let Some(child) = next {
            next = child.next_sibling();
            let node: web_sys::Element = child.unchecked_into();
            // What the widget has put there by itself is in no tree.
            if node.node_type() == web_sys::Node::ELEMENT_NODE && node.has_attribute("data-own") {
                continue;
            }
            children.push(if is_named {
                named(node)
            } else {
                Child { node, name: String::new(), key: None }
            });
        }
        children
    }

    fn set_attribute(
        &mut self,
        node: &web_sys::Element,
        name: &str,
        value: &str,
    ) -> Result<(), JsValue> {
        node.set_attribute(name, value)
    }

    fn remove_attribute(&mut self, node: &web_sys::Element, name: &str) -> Result<(), JsValue> {
        node.remove_attribute(name)
    }

    fn set_text(&mut self, node: &web_sys::Element, text: &str) {
        node.set_text_content(Some(text));
    }

    fn create(&mut self, node: &Node, in_svg: bool) -> Result<web_sys::Element, JsValue> {
        Ok(build_node(self.document, node, in_svg)?.unchecked_into())
    }

    fn insert(
        &mut self,
        parent: &web_sys::Element,
        node: &web_sys::Element,
        before: Option<&web_sys::Element>,
    ) -> Result<(), JsValue> {
        let before: Option<&web_sys::Node> = before.map(AsRef::as_ref);
        parent.insert_before(node, before).map(|_| ())
    }

    fn remove(
        &mut self,
        parent: &web_sys::Element,
        node: &web_sys::Element,
    ) -> Result<(), JsValue> {
        parent.remove_child(node).map(|_| ())
    }
}
