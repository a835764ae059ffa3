//! What changes when trees change, and that the result is the tree that was wanted.

use super::patch;
use super::recorder::Recorder;
use crate::render::element::Element;

fn item(key: &str) -> Element {
    Element::new("li").with("data-row", key.to_owned()).text(key.to_owned())
}

fn list(keys: &str) -> Element {
    Element::new("ul").children(keys.chars().map(|key| item(&key.to_string())))
}

/// The changes from one tree to another, with the first known or read from the nodes.
fn changes(old: &Element, new: &Element, is_known: bool) -> Recorder {
    let mut recorder = Recorder::default();
    let live = Recorder::build(old);
    patch(&mut recorder, &live, is_known.then_some(old), new, false);
    assert_eq!(Recorder::text(&live), Recorder::text(&Recorder::build(new)));
    recorder
}

#[test]
fn any_list_becomes_any_other_and_what_stays_is_not_made_anew() {
    for is_known in [true, false] {
        for old in ["", "a", "abc", "cab", "abcdef"] {
            for new in ["", "b", "abc", "bca", "fedcba", "axbyc", "aab"] {
                let recorder = changes(&list(old), &list(new), is_known);
                let mut rest: Vec<char> = old.chars().collect();
                let made = new.chars().filter(|key| match rest.iter().position(|r| r == key) {
                    Some(at) => {
                        rest.remove(at);
                        false
                    }
                    None => true,
                });
                assert_eq!(recorder.count("create"), made.count(), "{old} to {new}");
            }
        }
    }
}

#[test]
fn what_is_removed_before_it_does_not_move_a_child() {
    let recorder = changes(&list("abcd"), &list("cd"), true);
    assert_eq!(recorder.changes, ["delete", "delete"]);
    assert_eq!(changes(&list("cd"), &list("abcd"), true).count("move"), 0);
}

#[test]
fn only_attributes_and_texts_that_differ_are_touched() {
    let old = Element::new("p").with("class", "a b").with("id", "i").text("one");
    let new = Element::new("p").with("class", "a c").with("id", "i").with("lang", "fr").text("two");
    for is_known in [true, false] {
        assert_eq!(changes(&old, &new, is_known).changes, ["set class", "set lang", "text"]);
        assert_eq!(changes(&new, &old, is_known).changes, ["set class", "remove lang", "text"]);
        assert!(changes(&old, &old.clone(), is_known).changes.is_empty());
    }
}

#[test]
fn what_others_have_put_behind_stays() {
    let (old, new) = (list("ab"), list("abc"));
    let live = Recorder::build(&list("abz"));
    patch(&mut Recorder::default(), &live, Some(&old), &new, false);
    assert_eq!(Recorder::text(&live), Recorder::text(&Recorder::build(&list("abcz"))));
}

#[test]
fn a_text_and_an_element_change_places() {
    let old = Element::new("p").text("a").child(Element::new("b").text("x")).text("c");
    let new = Element::new("p").child(Element::new("b").text("y")).text("d");
    changes(&old, &new, true);
    changes(&old, &new, false);
}

#[test]
fn what_the_reader_has_opened_stays_open_in_a_page_that_comes_to_life() {
    let live = Recorder::build(&Element::new("details").with("open", ""));
    let mut recorder = Recorder::default();
    patch(&mut recorder, &live, None, &Element::new("details"), false);
    assert!(recorder.changes.is_empty(), "{:?}", recorder.changes);
}
