//! Brings a tree of live nodes to what an element tree says, by as few changes as possible.
//!
//! Children are matched by name and key, so that a node keeps its focus, its listeners and its
//! drawing when siblings come, go or change places. A subtree that both trees share is not looked
//! at. Where no tree is known of which the nodes were made, the nodes themselves are read: so a
//! page that was parsed from text comes to life without being drawn a second time.

use super::element::{Element, Node};
use std::rc::Rc;

/// Live nodes: the page's, or a test's.
pub(crate) trait Tree {
    /// A node.
    type Node: Clone;

    /// The value of an attribute.
    fn attribute(&self, node: &Self::Node, name: &str) -> Option<String>;
    /// The names of all attributes.
    fn attribute_names(&self, node: &Self::Node) -> Vec<String>;
    /// The children, each with its name and key; "" is the name of a text, and its key the text.
    fn children(&self, node: &Self::Node, is_named: bool) -> Vec<Child<Self::Node>>;
    /// Sets an attribute.
    fn set_attribute(&mut self, node: &Self::Node, name: &str, value: &str);
    /// Removes an attribute.
    fn remove_attribute(&mut self, node: &Self::Node, name: &str);
    /// Sets the text of a text node.
    fn set_text(&mut self, node: &Self::Node, text: &str);
    /// Makes a node with all in it.
    fn create(&mut self, node: &Node, in_svg: bool) -> Self::Node;
    /// Puts a node before another, or at the end.
    fn insert(&mut self, parent: &Self::Node, node: &Self::Node, before: Option<&Self::Node>);
    /// Removes a child.
    fn remove(&mut self, parent: &Self::Node, node: &Self::Node);
}

/// A live child, and what it is where that was asked for.
#[derive(Clone, Debug)]
pub(crate) struct Child<N> {
    /// The node.
    pub node: N,
    /// Its tag name, "" for a text.
    pub name: String,
    /// Its key, or its text.
    pub key: Option<String>,
    /// Whether it becomes a new child that is still to be met.
    pub is_used: bool,
}

/// Changes `node`, which shows `old`, or of which no tree is known, so that it shows `new`. What
/// others have put behind the children of a known tree stays.
pub(crate) fn patch<T: Tree>(
    tree: &mut T,
    node: &T::Node,
    old: Option<&Element>,
    new: &Element,
    in_svg: bool,
) {
    let in_svg = in_svg || new.name == "svg";
    patch_attributes(tree, node, old, new);
    if old.is_some_and(|old| is_same(&old.children, &new.children)) {
        return;
    }
    patch_children(tree, node, old, new, in_svg);
}

fn patch_attributes<T: Tree>(tree: &mut T, node: &T::Node, old: Option<&Element>, new: &Element) {
    for (name, value) in &new.attributes {
        let is_there = match old {
            Some(old) => old.attribute(name) == Some(value),
            // The namespace is set already; as an attribute it is for readers of text.
            None => *name == "xmlns" || tree.attribute(node, name).as_deref() == Some(value),
        };
        if !is_there {
            tree.set_attribute(node, name, value);
        }
    }
    match old {
        Some(old) => {
            for (name, _) in &old.attributes {
                if new.attribute(name).is_none() {
                    tree.remove_attribute(node, name);
                }
            }
        }
        None => {
            for name in &tree.attribute_names(node) {
                // What the reader has opened stays open.
                if new.attribute(name).is_none() && name != "open" && name != "xmlns" {
                    tree.remove_attribute(node, name);
                }
            }
        }
    }
}

/// Whether children are shared, one by one.
fn is_same(old: &[Node], new: &[Node]) -> bool {
    old.len() == new.len() && old.iter().zip(new).all(|(old, new)| is_shared(old, new))
}

fn is_shared(old: &Node, new: &Node) -> bool {
    match (old, new) {
        (Node::Element(old), Node::Element(new)) => Rc::ptr_eq(old, new),
        (Node::Text(old), Node::Text(new)) => old == new,
        (Node::Element(_), Node::Text(_)) | (Node::Text(_), Node::Element(_)) => false,
    }
}

fn patch_children<T: Tree>(
    tree: &mut T,
    parent: &T::Node,
    old: Option<&Element>,
    new: &Element,
    in_svg: bool,
) {
    let olds = old.map_or(&[][..], |old| old.children.as_slice());
    let mut live = tree.children(parent, old.is_none());
    let behind = match old {
        Some(_) => live.split_off(olds.len().min(live.len())),
        None => Vec::new(),
    };
    let found = matches(&mut live, olds, &new.children, old.is_some());
    for child in &live {
        if !child.is_used {
            tree.remove(parent, &child.node);
        }
    }
    // The first of those that are still to be met, in the order of the page.
    let mut cursor = 0;
    for (wanted, found) in new.children.iter().zip(&found) {
        while live.get(cursor).is_some_and(|child| !child.is_used) {
            cursor += 1;
        }
        let here = live.get(cursor).or(behind.first()).map(|child| child.node.clone());
        let Some((index, child)) = (*found).and_then(|index| Some((index, live.get_mut(index)?)))
        else {
            let node = tree.create(wanted, in_svg);
            tree.insert(parent, &node, here.as_ref());
            continue;
        };
        if index != cursor {
            tree.insert(parent, &child.node, here.as_ref());
        }
        child.is_used = false;
        patch_child(tree, child, olds.get(index), wanted, in_svg);
    }
}

fn patch_child<T: Tree>(
    tree: &mut T,
    child: &Child<T::Node>,
    old: Option<&Node>,
    new: &Node,
    in_svg: bool,
) {
    match (old, new) {
        (Some(old), new) if is_shared(old, new) => {}
        (Some(Node::Element(old)), Node::Element(new)) => {
            patch(tree, &child.node, Some(old), new, in_svg);
        }
        (_, Node::Element(new)) => patch(tree, &child.node, None, new, in_svg),
        (None, Node::Text(new)) if child.key.as_deref() == Some(new) => {}
        (_, Node::Text(new)) => tree.set_text(&child.node, new),
    }
}

/// For each new child, the live one that becomes it.
fn matches<N>(
    live: &mut [Child<N>],
    olds: &[Node],
    news: &[Node],
    is_known: bool,
) -> Vec<Option<usize>> {
    let is_match = |child: &Child<N>, index: usize, new: &Node| match (olds.get(index), new) {
        (Some(Node::Element(old)), Node::Element(new)) => {
            old.name == new.name && old.key() == new.key()
        }
        (Some(Node::Text(_)), Node::Text(_)) => true,
        (None, Node::Element(new)) if !is_known => {
            child.name == new.name && child.key.as_deref() == new.key()
        }
        (None, Node::Text(_)) if !is_known => child.name.is_empty(),
        (Some(_) | None, _) => false,
    };
    let mut first_free = 0;
    let mut found = Vec::new();
    for new in news {
        while live.get(first_free).is_some_and(|child| child.is_used) {
            first_free += 1;
        }
        // Mostly the next one is it.
        let mut index = first_free;
        let next = loop {
            match live.get_mut(index) {
                Some(child) if !child.is_used && is_match(child, index, new) => {
                    child.is_used = true;
                    break Some(index);
                }
                Some(_) => index += 1,
                None => break None,
            }
        };
        found.push(next);
    }
    found
}

#[cfg(test)]
pub(crate) mod recorder;
#[cfg(test)]
mod tests;
