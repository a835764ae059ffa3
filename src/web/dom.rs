//! Element tree → nodes of the page. Text goes in as text nodes, so no data can become markup.

use crate::markup::{Element, Node};
use wasm_bindgen::JsValue;
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
        match child {
            Node::Element(child) => {
                let child = build_in(document, child, is_svg)?;
                node.append_child(&child)?;
            }
            Node::Text(text) => {
                node.append_child(&document.create_text_node(text))?;
            }
        }
    }
    Ok(node)
}
