//! RegionDetails → elements, the same in a popup and in the list.

use crate::content::locale::Locale;
use crate::content::region_details::{Citation, RegionDetails, Statement};
use crate::render::element::Element;

/// Status and claims of an entry, without its name.
#[must_use]
pub(crate) fn body(entry: &RegionDetails, words: &Locale) -> Vec<Element> {
    let language = entry.language.as_deref();
    let mut parts = Vec::new();
    if !entry.status.is_empty() {
        let labels = entry.status.iter().map(|line| Element::new("li").text(line.label.clone()));
        let status = Element::new("ul;class=status").in_language(language);
        parts.push(status.children(labels));
    }
    if let Some(lead) = &entry.lead {
        let list = claims(std::slice::from_ref(lead), language, words);
        parts.push(Element::new("div;class=claims").child(list));
    }
    for (class, heading, statements) in [
        ("claims main", words.from_main, &entry.main),
        ("claims context", words.from_context, &entry.context),
    ] {
        if !statements.is_empty() {
            let heading = Element::new("p;class=claims-heading").text(heading);
            let list = claims(statements, language, words);
            parts.push(Element::new("div").with("class", class).child(heading).child(list));
        }
    }
    parts
}

/// Claims as a list; `language` is theirs, where it is not that of the words.
#[must_use]
pub(crate) fn claims(statements: &[Statement], language: Option<&str>, words: &Locale) -> Element {
    let claims = statements.iter().map(|statement| claim(statement, language, words));
    Element::new("ul").children(claims)
}

fn claim(statement: &Statement, language: Option<&str>, words: &Locale) -> Element {
    let text = statement.text.clone();
    let item = match language {
        // Remarks and sources follow in the language of the words.
        Some(_) => Element::new("li").child(Element::new("span").in_language(language).text(text)),
        None => Element::new("li").text(text),
    };
    let mut item = item.text(" ");
    for remark in &statement.remarks {
        item = item.child(Element::new("em").text(remark.clone())).text(" ");
    }
    item.child(cite(&statement.sources, words))
}

/// Links to sources, each with its date and grade behind it.
pub(super) fn cite(sources: &[Citation], words: &Locale) -> Element {
    let mut cite = Element::new("cite");
    let mut first = true;
    for citation in sources {
        if !first {
            cite = cite.text(words.between_sources);
        }
        first = false;
        cite = cite.child(link(citation, words));
        if !citation.detail.is_empty() {
            cite = cite.text(format!(", {}", citation.detail));
        }
    }
    cite
}

fn link(citation: &Citation, words: &Locale) -> Element {
    let link = Element::new("a").with("href", citation.href.clone());
    if citation.href.starts_with('#') {
        return link.text(citation.label.clone());
    }
    link.with("target", "_blank")
        .with("rel", "noopener noreferrer")
        .with("title", words.new_tab)
        .text(citation.label.clone())
}
