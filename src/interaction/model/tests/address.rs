//! The address of the page: read, written, followed.

use super::*;
use crate::interaction::permalink::{Permalink, PermalinkView, read};

fn written(effects: &[Effect]) -> Option<(Permalink, bool)> {
    effects.iter().rev().find_map(|effect| match effect {
        Effect::WriteLink { link, is_step, .. } => Some((link.clone(), *is_step)),
        _ => None,
    })
}

fn followed(fragment: &str) -> (Model, Vec<Effect>) {
    let mut model = Model::new(None);
    let effects = model.update(new_map(index(), fragment));
    (model, effects)
}

const LINK: &str = "m.show=B&m.only=no&m.view=500,400,300&m.lang=fr";

#[test]
fn a_link_sets_card_filter_view_and_language_and_adds_no_step() {
    let (model, effects) = followed(LINK);
    assert_eq!(model.selected(), Some(1));
    assert_eq!(model.reader().filter.only(), Some(4));
    assert!((model.reader().viewport.zoom - 3.0).abs() < 1e-9);
    assert!(effects.contains(&Effect::SetLanguage(Some("fr".into()))));
    assert_eq!(written(&effects), read(LINK, "m").map(|link| (link, false)));
}

#[test]
fn a_selection_is_a_step_and_everything_else_is_none() {
    let mut model = shown();
    let effects = model.update(Event::Select(Some(1)));
    assert_eq!(written(&effects).map(|(_, is_step)| is_step), Some(true));
    let effects = model.update(click(Part::Control(Command::Only(1))));
    assert_eq!(
        written(&effects).map(|(link, is_step)| (link.only, is_step)),
        Some((Some("yes".into()), false))
    );
    let effects = model.update(Event::Language("es".into()));
    assert_eq!(written(&effects).and_then(|(link, _)| link.language).as_deref(), Some("es"));
}

#[test]
fn a_link_of_before_that_hides_all_but_one_category_shows_it_alone() {
    let (model, effects) = followed("m.hide=yes,angry");
    assert_eq!(model.reader().filter.only(), Some(4));
    assert_eq!(written(&effects).and_then(|(link, _)| link.only).as_deref(), Some("no"));
    let (model, _) = followed("m.hide=yes&m.show=B");
    assert_eq!(model.reader().filter.only(), None, "two are left");
}

#[test]
fn back_and_forward_are_followed_without_a_step() {
    let mut model = shown();
    let effects = model.update(Event::Address(LINK.into()));
    assert_eq!(model.selected(), Some(1));
    assert!(!effects.iter().any(|e| matches!(e, Effect::WriteLink { is_step: true, .. })));
    assert_eq!(model.update(Event::Address(LINK.into())), [], "nothing new");
    let effects = model.update(Event::Address(String::new()));
    assert!(effects.contains(&Effect::SetLanguage(None)));
    assert_eq!((model.selected(), model.reader().filter.only()), (None, None));
}

#[test]
fn a_link_to_a_place_of_the_page_says_nothing_about_the_map() {
    let (mut model, _) = followed(LINK);
    assert_eq!(model.update(Event::Address("section-2".into())), []);
    assert_eq!(model.selected(), Some(1));
}

#[test]
fn what_a_link_names_wrongly_is_passed_over() {
    let (model, effects) =
        followed("m.show=ZZ&m.only=nobody&m.view=9999,0,99999999999&m.lang=../../x");
    assert_eq!((model.selected(), model.reader().filter.only()), (None, None));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::SetLanguage(_))));
    assert!(model.reader().viewport.zoom <= 40.0);
}

#[test]
fn where_the_embedder_wants_no_links_the_address_is_left_alone() {
    let mut model = Model::new(None);
    model.update(new_map(MapIndex { link_prefix: None, ..index() }, LINK));
    let mut effects = model.update(Event::Select(Some(0)));
    effects.extend(model.update(Event::Address(LINK.into())));
    effects.extend(model.update(click(Part::Control(Command::CopyLink))));
    assert!(written(&effects).is_none());
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::CopyLink { .. })));
    assert_eq!(model.selected(), Some(0));
}

#[test]
fn a_zoom_that_a_link_cannot_hold_is_the_whole_map_in_it() {
    let mut model = shown();
    let wheel = Event::Wheel { place: place(9.0, 9.0), turned_px: -0.2, is_zoom: true };
    let effects = after(&mut model, [wheel, fired(Timer::Rest)]);
    assert!(model.reader().viewport.zoom > 1.0);
    assert_eq!(written(&effects).map(|(link, _)| link.view), Some(None::<PermalinkView>));
    assert_eq!(model.update(Event::Address(String::new())), [], "the address says the same");
}

#[test]
fn the_answer_to_copying_is_said_aloud() {
    let mut model = shown();
    let effects = model.update(click(Part::Control(Command::CopyLink)));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::CopyLink { .. })));
    let says = |text: &str| Effect::Say { text: text.into(), is_seen: true };
    assert!(model.update(Event::Copied).contains(&says("Link copied")));
    let gone = Effect::Say { text: String::new(), is_seen: false };
    assert_eq!(model.update(fired(Timer::Said)), [gone]);
    assert!(model.update(Event::NotCopied("x".into())).contains(&says("Copy this address: x")));
    assert_eq!(model.update(fired(Timer::Said)), [], "it is to be copied by hand");
}
