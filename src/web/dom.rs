//! Element tree → nodes of the page. Text goes in as text nodes, so no data can become markup.

use crate::render::element::{Element, Node};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Document;

const SVG: &str = "http://www.w3.org/2000/svg";

/// Builds an element and all in it.
pub(super) fn build(document: &Document, element: &Element) -> Result<web_sys::Element, JsValue> {
    build_in(document, element, false)
}

fn build_in(
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
        Node::Element(element) => build_in(document, element, in_svg)?.into(),
        Node::Text(text) => document.create_text_node(text).into(),
    })
}

/// Changes `node`, which shows `old`, so that it shows `new`. What is equal in both is not
/// touched: it keeps its focus, and whatever was set on it by other hands.
pub(super) fn patch(
    document: &Document,
    node: &web_sys::Element,
    old: &Element,
    new: &Element,
) -> Result<(), JsValue> {
    patch_in(document, node, old, new, false)
}

fn patch_in(
    document: &Document,
    node: &web_sys::Element,
    old: &Element,
    new: &Element,
    in_svg: bool,
) -> Result<(), JsValue> {
    let is_svg = in_svg || new.name == "svg";
    for (name, value) in &new.attributes {
        if old.attribute(name) != Some(value) {
            node.set_attribute(name, value)?;
        }
    }
    for (name, _) in &old.attributes {
        if new.attribute(name).is_none() {
            node.remove_attribute(name)?;
        }
    }
    let mut next = node.first_child();
    let mut before = old.children.iter();
    for wanted in &new.children {
        let here = next.clone();
        next = next.and_then(|node| node.next_sibling());
        match (before.next(), wanted, here) {
            (Some(Node::Element(old)), Node::Element(new), Some(here)) if old.name == new.name => {
                patch_in(document, here.unchecked_ref(), old, new, is_svg)?;
            }
            (Some(Node::Text(old)), Node::Text(new), Some(here)) => {
                if old != new {
                    here.set_text_content(Some(new));
                }
            }
            (Some(_), _, Some(here)) => {
                node.replace_child(&build_node(document, wanted, is_svg)?, &here)?;
            }
            (None, _, here) => {
                // Before what others have put at the end.
                node.insert_before(&build_node(document, wanted, is_svg)?, here.as_ref())?;
                next = here;
            }
            (Some(_), _, None) => {
                node.append_child(&build_node(document, wanted, is_svg)?)?;
            }
        }
    }
    for _ in before {
        let Some(here) = next else { break };
        next = here.next_sibling();
        node.remove_child(&here)?;
    }
    Ok(())
}
