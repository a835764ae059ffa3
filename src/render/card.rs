//! Card and tip → elements. What is said in them stands in the page's list of facts, and is put into
//! them from there.

use super::control::button;
use crate::content::locale::Locale;
use crate::content::text;
use crate::interaction::command::Command;
use crate::render::element::Element;

/// What a card shows: all about one region, in a dialog that blocks nothing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Card<'a> {
    /// The region's name.
    pub name: &'a str,
    /// Language of name and status, where it is not that of the words.
    pub language: Option<&'a str>,
    /// Its status: the number and label of each category.
    pub status: &'a [(usize, &'a str)],
    /// Link to its entry in the list of facts.
    pub href: Option<&'a str>,
    /// What stands in place of facts, where there are none.
    pub note: Option<&'a str>,
    /// The names of the regions before and after it, each with its status.
    pub neighbors: Option<&'a (String, String)>,
    /// Whether it is pulled up, where it is a sheet.
    pub is_pulled: bool,
}

/// The place of the card in the figure, while there is none.
#[must_use]
pub(crate) fn closed() -> Element {
    Element::new("section;class=card;part=card;hidden=;data-own=")
}

/// The card, without its facts.
#[must_use]
#[inline(never)]
pub(crate) fn card(card: &Card<'_>, words: &Locale) -> Element {
    let is_pulled = card.is_pulled;
    let (label, is_expanded) = if is_pulled { (words.less, "true") } else { (words.more, "false") };
    let grip = button(Command::Grip, true)
        .with("class", "grip")
        .with("aria-label", label)
        .with("aria-expanded", is_expanded);
    let title = Element::new("h3;id=card-title;tabindex=-1");
    let close = button(Command::Close, true).with("class", "close").with("aria-label", words.close);
    let head = Element::new("header")
        .child(title.in_language(card.language).text(card.name))
        .child(status(card.status, card.language))
        .child(close.text("×"));
    let facts = Element::new("ol;class=facts");
    let facts = match card.note {
        Some(note) => facts.child(Element::new("li").text(note)),
        None => facts,
    };
    // With a tab index, or a click between its controls would take the focus out of it.
    Element::new("section;part=card;role=dialog;aria-labelledby=card-title;tabindex=-1;data-own=")
        .with("class", if is_pulled { "card open" } else { "card" })
        .child(grip)
        .child(head)
        .child(facts)
        .child(foot(card, words))
}

#[inline(never)]
fn foot(card: &Card<'_>, words: &Locale) -> Element {
    let mut foot = Element::new("footer");
    if let Some(href) = card.href {
        let link = Element::new("a;class=all-facts").with("href", href.to_owned());
        foot = foot.child(link.text(words.facts_link));
    }
    if let Some((previous, next)) = card.neighbors {
        for (command, sign, label, name) in [
            (Command::Previous, "\u{2039}", words.previous, previous),
            (Command::Next, "\u{203a}", words.next, next),
        ] {
            let label = text::concat(&[label, words.colon, name]);
            foot = foot.child(button(command, true).with("aria-label", label).text(sign));
        }
    }
    foot
}

/// The status of a region: its categories, each with the number by which its swatch is found.
fn status(categories: &[(usize, &str)], language: Option<&str>) -> Element {
    let mut list = Element::new("ul;class=status").in_language(language);
    for (category, label) in categories {
        let item = Element::new("li").with("data-category", text::count(*category));
        list = list.child(item.text(*label));
    }
    list
}

/// A tip without its fact: name and status.
#[must_use]
pub(crate) fn tip(
    name: &str,
    categories: &[(usize, &str)],
    language: Option<&str>,
) -> [Element; 2] {
    [Element::new("b").in_language(language).text(name), status(categories, language)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::locale::ENGLISH;
    use crate::render::xml::text;

    const CARD: Card<'_> = Card {
        name: "Aland",
        language: Some("es"),
        status: &[(1, "Yes"), (3, "Invited")],
        href: Some("#m-A"),
        note: None,
        neighbors: None,
        is_pulled: false,
    };

    #[test]
    fn a_card_names_its_region_and_leads_to_all_facts() {
        let card = text(&card(&CARD, &ENGLISH));
        assert!(card.contains("lang=\"es\">Aland</h3>"), "{card}");
        assert!(card.contains("<li data-category=\"3\">Invited</li>"), "{card}");
        assert!(card.contains("href=\"#m-A\">Facts and sources</a>"), "{card}");
        assert!(!card.contains("data-do=\"next\""), "there is none: {card}");
    }

    #[test]
    fn the_buttons_to_the_neighbors_say_whose_card_they_open() {
        let neighbors = ("Zed (Yes)".to_owned(), "Bee (Yes)".to_owned());
        let card = text(&card(&Card { neighbors: Some(&neighbors), ..CARD }, &ENGLISH));
        assert!(card.contains("aria-label=\"Previous: Zed (Yes)\""), "{card}");
        assert!(card.contains("aria-label=\"Next: Bee (Yes)\""), "{card}");
    }

    #[test]
    fn of_a_region_without_facts_it_says_so() {
        let card =
            text(&card(&Card { href: None, note: Some(ENGLISH.no_claims), ..CARD }, &ENGLISH));
        assert!(card.contains(ENGLISH.no_claims) && !card.contains("all-facts"), "{card}");
    }
}
