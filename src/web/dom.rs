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
    for child in &element.children {
        node.append_child(&build_node(document, child, is_svg)?)?;
    }
    Ok(node)
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
            let node = child.unchecked_into();
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
