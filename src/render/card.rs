//! RegionDetails → the card: all about one region, in a dialog that blocks nothing.

use super::control::button;
use super::entry::cite;
use crate::content::locale::Locale;
use crate::content::region_details::RegionDetails;
use crate::interaction::command::Command;
use crate::render::element::Element;

/// What a card shows.
#[derive(Clone, Debug)]
pub(crate) struct Card<'a> {
    /// What is said of the region.
    pub details: &'a RegionDetails,
    /// Its status; see [`status`].
    pub status: Element,
    /// The names of the regions before and after it, each with its status.
    pub neighbors: Option<(String, String)>,
    /// Whether it is pulled up, where it is a sheet.
    pub is_pulled: bool,
}

/// The place of the card in the figure, while there is none.
#[must_use]
pub(crate) fn closed() -> Element {
    Element::new("section").with("class", "card").with("part", "card").with("hidden", "")
}

/// The card.
#[must_use]
pub(crate) fn card(card: &Card<'_>, words: &Locale) -> Element {
    let Card { details, is_pulled, .. } = *card;
    let (label, is_expanded) = if is_pulled { (words.less, "true") } else { (words.more, "false") };
    let grip = button(Command::Grip, true)
        .with("class", "grip")
        .with("aria-label", label)
        .with("aria-expanded", is_expanded);
    let title = Element::new("h3;id=card-title;tabindex=-1");
    let close = button(Command::Close, true).with("class", "close").with("aria-label", words.close);
    let head = Element::new("header")
        .child(title.in_language(details.language.as_deref()).text(details.name.clone()))
        .child(card.status.clone())
        .child(close.text("×"));
    // With a tab index, or a click between its controls would take the focus out of it.
    Element::new("section;part=card;role=dialog;aria-labelledby=card-title;tabindex=-1")
        .with("class", if is_pulled { "card open" } else { "card" })
        .child(grip)
        .child(head)
        .child(facts(details, words))
        .child(foot(card, words))
}

fn facts(details: &RegionDetails, words: &Locale) -> Element {
    let mut list = Element::new("ol;class=facts");
    for statement in details.statements() {
        let text = Element::new("span").in_language(details.language.as_deref());
        let mut item = Element::new("li").child(text.text(statement.text.clone())).text(" ");
        for remark in &statement.remarks {
            item = item.child(Element::new("em").text(remark.clone())).text(" ");
        }
        // The list has the others.
        let source = statement.sources.get(..1).unwrap_or_default();
        list = list.child(item.child(cite(source, words)));
    }
    if list.children.is_empty() {
        list.child(Element::new("li").text(words.no_claims))
    } else {
        list
    }
}

fn foot(card: &Card<'_>, words: &Locale) -> Element {
    let mut foot = Element::new("footer");
    if let Some(anchor) = &card.details.anchor {
        let link = Element::new("a;class=all-facts").with("href", String::from("#") + anchor);
        foot = foot.child(link.text(words.facts_link));
    }
    if let Some((previous, next)) = &card.neighbors {
        for (command, sign, label, name) in [
            (Command::Previous, "\u{2039}", words.previous, previous),
            (Command::Next, "\u{203a}", words.next, next),
        ] {
            let label = String::from(label) + words.colon + name;
            foot = foot.child(button(command, true).with("aria-label", label).text(sign));
        }
    }
    foot
}

/// The status of a region: each category with its swatch, where the legend has one.
#[must_use]
pub(crate) fn status(
    categories: Vec<(Option<Element>, String)>,
    language: Option<&str>,
) -> Element {
    let mut list = Element::new("ul;class=status").in_language(language);
    for (swatch, label) in categories {
        list = list.child(Element::new("li").children(swatch).text(label));
    }
    list
}

/// A tip: name, status and the one fact that carries it.
#[must_use]
pub(crate) fn tip(details: &RegionDetails, status: Element) -> Vec<Element> {
    let language = details.language.as_deref();
    let mut tip = vec![Element::new("b").in_language(language).text(details.name.clone()), status];
    if let Some(statement) = details.statements().next() {
        let fact = Element::new("p;class=fact").in_language(language);
        tip.push(fact.text(statement.text.clone()));
    }
    tip
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::locale::ENGLISH;
    use crate::content::region_details::{Citation, Statement};
    use crate::render::xml::text;

    fn statement(text: &str) -> Statement {
        let source = |label: &str| Citation {
            label: label.into(),
            detail: String::new(),
            href: "https://example.org/".into(),
        };
        Statement {
            text: text.into(),
            remarks: vec![],
            sources: vec![source("One"), source("Two")],
        }
    }

    fn details() -> RegionDetails {
        RegionDetails {
            name: "Aland".into(),
            language: Some("es".into()),
            anchor: Some("m-A".into()),
            status: vec![],
            lead: Some(statement("It signed.")),
            main: vec![],
            context: vec![statement("It said so.")],
        }
    }

    fn shown(details: &RegionDetails, neighbors: Option<(String, String)>) -> String {
        let status = status(vec![(None, "Yes".into())], None);
        text(&card(&Card { details, status, neighbors, is_pulled: false }, &ENGLISH))
    }

    #[test]
    fn a_card_has_each_fact_with_one_source_and_leads_to_all() {
        let card = shown(&details(), None);
        assert_eq!(card.matches("<li>").count(), 3, "a status and two facts: {card}");
        assert!(card.contains("One") && !card.contains("Two"), "{card}");
        assert!(card.contains("href=\"#m-A\">Facts and sources</a>"), "{card}");
    }

    #[test]
    fn the_buttons_to_the_neighbors_say_whose_card_they_open() {
        let card = shown(&details(), Some(("Zed (Yes)".into(), "Bee (Yes)".into())));
        assert!(card.contains("aria-label=\"Previous: Zed (Yes)\""), "{card}");
        assert!(card.contains("aria-label=\"Next: Bee (Yes)\""), "{card}");
        assert!(!shown(&details(), None).contains("data-do=\"next\""), "there is none");
    }

    #[test]
    fn of_a_region_without_a_row_it_says_so() {
        let card =
            shown(&RegionDetails { anchor: None, lead: None, context: vec![], ..details() }, None);
        assert!(card.contains(ENGLISH.no_claims) && !card.contains("all-facts"), "{card}");
    }

    #[test]
    fn a_tip_holds_nothing_to_press_and_one_fact() {
        let tip = tip(&details(), status(vec![(None, "Yes".into())], None));
        let tip: String = tip.iter().map(text).collect();
        assert!(tip.contains("Aland") && tip.contains("Yes") && tip.contains("It signed."));
        assert!(!tip.contains("It said so.") && !tip.contains("<a") && !tip.contains("<button"));
    }
}
