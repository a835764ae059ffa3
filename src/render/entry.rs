//! Entry → elements, the same in a popup and in the list.

use crate::entry::{Citation, Entry, Statement};
use crate::markup::Element;
use crate::text::Words;

/// Status and claims of an entry, without its name.
#[must_use]
pub fn body(entry: &Entry, words: &Words) -> Vec<Element> {
    let mut parts = Vec::new();
    if !entry.status.is_empty() {
        let labels = entry.status.iter().map(|label| Element::new("li").text(label.clone()));
        parts.push(Element::new("ul").with("class", "status").children(labels));
    }
    for (class, heading, statements) in [
        ("claims main", words.from_main, &entry.main),
        ("claims context", words.from_context, &entry.context),
    ] {
        if !statements.is_empty() {
            let heading = Element::new("p").with("class", "claims-heading").text(heading);
            let list = claims(statements, words);
            parts.push(Element::new("div").with("class", class).child(heading).child(list));
        }
    }
    parts
}

/// Claims as a list.
#[must_use]
pub fn claims(statements: &[Statement], words: &Words) -> Element {
    Element::new("ul").children(statements.iter().map(|statement| claim(statement, words)))
}

fn claim(statement: &Statement, words: &Words) -> Element {
    let mut item = Element::new("li").text(statement.text.clone()).text(" ");
    for remark in &statement.remarks {
        item = item.child(Element::new("em").text(remark.clone())).text(" ");
    }
    let mut cite = Element::new("cite");
    let mut first = true;
    for citation in &statement.sources {
        if !first {
            cite = cite.text("; ");
        }
        first = false;
        cite = cite.child(link(citation, words));
        if !citation.detail.is_empty() {
            cite = cite.text(format!(", {}", citation.detail));
        }
    }
    item.child(cite)
}

fn link(citation: &Citation, words: &Words) -> Element {
    let link = Element::new("a").with("href", citation.href.clone());
    if citation.href.starts_with('#') {
        return link.text(citation.label.clone());
    }
    link.with("target", "_blank")
        .with("rel", "noopener noreferrer")
        .with("title", words.new_tab)
        .text(citation.label.clone())
}
