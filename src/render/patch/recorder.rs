//! Nodes that write down what is done to them, for tests.

use super::{Child, Tree};
use crate::render::element::{Element, KEYS, Node, first_word};
use std::cell::RefCell;
use std::rc::Rc;

/// A node of a recorder.
#[derive(Debug, Default)]
pub(crate) struct Live {
    name: String,
    text: String,
    attributes: Vec<(String, String)>,
    children: Vec<LiveNode>,
}

pub(crate) type LiveNode = Rc<RefCell<Live>>;

/// Live nodes, and the changes that were made to them.
#[derive(Debug, Default)]
pub(crate) struct Recorder {
    /// "set class", "remove href", "create path", "move li", "delete", "text"; "set d of r7" and
    /// "move a of r7" for the path of that id and what holds it.
    pub(crate) changes: Vec<String>,
}

impl Recorder {
    /// Builds a tree, without writing it down.
    pub(crate) fn build(node: &Element) -> LiveNode {
        let mut live = Live { name: node.name.to_owned(), ..Live::default() };
        let own = node.attributes.iter().filter(|(name, _)| *name != "xmlns");
        live.attributes =
            own.map(|(name, value)| ((*name).to_owned(), value.to_string())).collect();
        live.children = node.children.iter().map(Self::build_node).collect();
        Rc::new(RefCell::new(live))
    }

    fn build_node(node: &Node) -> LiveNode {
        match node {
            Node::Element(element) => Self::build(element),
            Node::Text(text) => {
                Rc::new(RefCell::new(Live { text: text.clone(), ..Live::default() }))
            }
        }
    }

    /// The text of a live tree, its attributes by name.
    pub(crate) fn text(node: &LiveNode) -> String {
        let live = node.borrow();
        if live.name.is_empty() {
            return live.text.clone();
        }
        let mut attributes = live.attributes.clone();
        attributes.sort();
        let attributes = attributes.iter().map(|(name, value)| format!(" {name}={value:?}"));
        let children: String = live.children.iter().map(Self::text).collect();
        format!("<{}{}>{children}</>", live.name, attributes.collect::<String>())
    }

    /// Name of a node, and the id of what it holds.
    fn told(&self, node: &LiveNode) -> String {
        let live = node.borrow();
        let id = live.children.first().and_then(|child| self.attribute(child, "id"));
        live.name.clone() + &id.map(|id| format!(" of {id}")).unwrap_or_default()
    }

    /// How many changes begin like this.
    pub(crate) fn count(&self, start: &str) -> usize {
        self.changes.iter().filter(|change| change.starts_with(start)).count()
    }
}

impl Tree for Recorder {
    type Node = LiveNode;

    fn attribute(&self, node: &LiveNode, name: &str) -> Option<String> {
        let live = node.borrow();
        live.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
    }

    fn attribute_names(&self, node: &LiveNode) -> Vec<String> {
        node.borrow().attributes.iter().map(|(name, _)| name.clone()).collect()
    }

    fn children(&self, node: &LiveNode, _: bool) -> Vec<Child<LiveNode>> {
        let child = |node: &LiveNode| {
            let key = KEYS.iter().find_map(|name| self.attribute(node, name));
            let live = node.borrow();
            let is_text = live.name.is_empty();
            let key = key.map(|key| first_word(&key).to_owned());
            let key = if is_text { Some(live.text.clone()) } else { key };
            Child { node: node.clone(), name: live.name.clone(), key, is_used: false }
        };
        node.borrow().children.iter().map(child).collect()
    }

    fn set_attribute(&mut self, node: &LiveNode, name: &str, value: &str) {
        let id = self.attribute(node, "id").filter(|_| name == "d");
        let of = id.map(|id| format!(" of {id}")).unwrap_or_default();
        self.changes.push(format!("set {name}{of}"));
        let mut live = node.borrow_mut();
        live.attributes.retain(|(known, _)| known != name);
        live.attributes.push((name.to_owned(), value.to_owned()));
    }

    fn remove_attribute(&mut self, node: &LiveNode, name: &str) {
        self.changes.push(format!("remove {name}"));
        node.borrow_mut().attributes.retain(|(known, _)| known != name);
    }

    fn set_text(&mut self, node: &LiveNode, text: &str) {
        self.changes.push("text".into());
        node.borrow_mut().text = text.to_owned();
    }

    fn create(&mut self, node: &Node, _: bool) -> LiveNode {
        let live = Self::build_node(node);
        self.changes.push(format!("create {}", live.borrow().name));
        live
    }

    fn insert(&mut self, parent: &LiveNode, node: &LiveNode, before: Option<&LiveNode>) {
        let children = &mut parent.borrow_mut().children;
        let count = children.len();
        children.retain(|child| !Rc::ptr_eq(child, node));
        if children.len() < count {
            self.changes.push(format!("move {}", self.told(node)));
        }
        let place = before.and_then(|b| children.iter().position(|child| Rc::ptr_eq(child, b)));
        let place = place.unwrap_or(children.len());
        children.insert(place, node.clone());
    }

    fn remove(&mut self, parent: &LiveNode, node: &LiveNode) {
        self.changes.push("delete".into());
        parent.borrow_mut().children.retain(|child| !Rc::ptr_eq(child, node));
    }
}
