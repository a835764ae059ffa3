//! An element tree: the one form in which anything is drawn. Text and attribute values are plain;
//! escaping is for whoever writes the tree.

use crate::content::text;
use std::borrow::Cow;
use std::rc::Rc;

/// A child of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element, which several trees may share.
    Element(Rc<Element>),
    /// Text, unescaped.
    Text(String),
}

/// An HTML or SVG element. An `svg` element and all in it are SVG; everything else is HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Tag name.
    pub name: &'static str,
    /// Attributes in order, values unescaped.
    pub attributes: Vec<(&'static str, Cow<'static, str>)>,
    /// Children in order.
    pub children: Vec<Node>,
}

/// The attributes that tell siblings apart.
pub(crate) const KEYS: [&str; 7] =
    ["id", "data-region", "data-for", "data-label", "data-do", "data-row", "class"];

/// A key is one word: further classes say how an element is, not which it is.
#[must_use]
pub(crate) fn first_word(value: &str) -> &str {
    text::before(value, b' ')
}

impl Element {
    /// An element with nothing in it: its name, and what attributes of it never change, as in
    /// `"g;class=names;aria-hidden=true"`. A call for each attribute would be many bytes of code.
    #[must_use]
    #[inline(never)]
    pub fn new(start: &'static str) -> Element {
        let mut parts = text::parts(start, b';');
        let name = parts.next().unwrap_or_default();
        let mut element = Element { name, attributes: Vec::new(), children: Vec::new() };
        for part in parts {
            let (name, value) = text::cut(part, b'=').unwrap_or((part, ""));
            element.attributes.push((name, value.into()));
        }
        element
    }

    /// With an attribute more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Element {
        self.attributes.push((name, value.into()));
        self
    }

    /// With the language of its text, if that is another than around it.
    #[must_use]
    pub fn in_language(self, language: Option<&str>) -> Element {
        match language {
            Some(language) => self.with("lang", language.to_owned()),
            None => self,
        }
    }

    /// The value of an attribute.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_ref())
    }

    /// The first element in it, or it itself, whose first class is this.
    #[must_use]
    pub fn find(&self, class: &str) -> Option<&Element> {
        if self.attribute("class").map(first_word) == Some(class) {
            return Some(self);
        }
        self.children.iter().find_map(|child| match child {
            Node::Element(child) => child.find(class),
            Node::Text(_) => None,
        })
    }

    /// With a text more. It joins a text before it, as in what an HTML parser makes.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Element {
        self.push_text(text.into());
        self
    }

    #[inline(never)]
    fn push_text(&mut self, text: String) {
        match self.children.last_mut() {
            Some(Node::Text(before)) => before.push_str(&text),
            Some(Node::Element(_)) | None if text.is_empty() => {}
            Some(Node::Element(_)) | None => self.children.push(Node::Text(text)),
        }
    }

    /// With a child more.
    #[must_use]
    pub fn child(mut self, child: Element) -> Element {
        self.push(Rc::new(child));
        self
    }

    // In one place, for every call with another iterator is code of its own.
    #[inline(never)]
    fn push(&mut self, child: Rc<Element>) {
        self.children.push(Node::Element(child));
    }

    /// With more children.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Element {
        for child in children {
            self.push(Rc::new(child));
        }
        self
    }

    /// With children more that other trees have too.
    #[must_use]
    pub fn shared(mut self, children: impl IntoIterator<Item = Rc<Element>>) -> Element {
        for child in children {
            self.push(child);
        }
        self
    }

    /// What tells it from its siblings of the same name, in this tree and the next: the value of
    /// the first of these attributes that it has.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        KEYS.iter().find_map(|name| self.attribute(name)).map(first_word)
    }
}
