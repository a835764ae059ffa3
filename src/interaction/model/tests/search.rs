//! The search.

use super::*;
use crate::interaction::effect::FocusOn;

fn on(name: &str) -> Event {
    key(name, Part::Search, 0.0)
}

/// A model whose search is open and has the focus.
fn searching() -> Model {
    let mut model = shown();
    after(&mut model, [command(Command::Find), focus(Part::Search)]);
    model
}

#[test]
fn the_button_opens_the_search_and_closes_it_again() {
    let mut model = shown();
    let effects = model.update(command(Command::Find));
    assert!(effects.contains(&Effect::ShowSearch(true)));
    assert!(effects.contains(&Effect::Focus(FocusOn::Search)));
    assert!(model.update(command(Command::Find)).contains(&Effect::ShowSearch(false)));
}

#[test]
fn what_enter_takes_is_marked_at_once() {
    let mut model = searching();
    let effects = model.update(Event::Query("b".into()));
    let (hits, first) = (Effect::ShowHits(vec![1, 3]), Effect::ActiveHit { from: None, to: 0 });
    assert!(effects.ends_with(&[hits, first]), "{effects:?}");
    let effects = model.update(on("Enter"));
    assert!(effects.contains(&Effect::ShowSearch(false)));
    assert!(effects.contains(&Effect::Focus(FocusOn::Card)));
    assert!(!effects.contains(&Effect::Focus(FocusOn::Control(Command::Find))));
    assert_eq!((model.selected(), model.reader().viewport.zoom), (Some(1), 1.0));
}

#[test]
fn arrows_mark_another_option_going_round() {
    let mut model = searching();
    let effects = after(&mut model, [Event::Query("b".into()), on("ArrowDown"), on("ArrowDown")]);
    assert!(effects.contains(&Effect::ActiveHit { from: Some(1), to: 0 }));
    assert!(model.update(on("ArrowUp")).contains(&Effect::ActiveHit { from: Some(0), to: 1 }));
    model.update(on("Enter"));
    assert_eq!(model.selected(), Some(3));
}

#[test]
fn the_number_of_results_is_said_once_when_the_typing_has_ended() {
    let mut model = searching();
    let typed = ["b", "br"].map(|text| Event::Query(text.into()));
    let effects = after(&mut model, typed);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Say { .. })));
    let said = |text: &str| Effect::Say { text: text.into(), is_seen: false };
    assert!(model.update(fired(Timer::Said)).contains(&said("1 result")));
    assert_eq!(model.update(fired(Timer::Said)), [said("")], "a stale number goes");
}

#[test]
fn a_number_of_results_that_is_not_said_yet_is_not_said_after_the_list_is_gone() {
    let mut model = searching();
    let effects = after(&mut model, [Event::Query("b".into()), on("Escape")]);
    assert!(effects.contains(&Effect::StopTimer(Timer::Said)));
    assert_eq!(model.update(fired(Timer::Said)), []);
}

#[test]
fn escape_closes_the_search_and_gives_the_focus_back_to_the_button() {
    let mut model = searching();
    after(&mut model, [Event::Select(Some(0)), Event::Query("b".into())]);
    assert_eq!(model.update(Event::Escape), [], "it is for the field");
    let effects = model.update(on("Escape"));
    for effect in [
        Effect::HideHits,
        Effect::ShowSearch(false),
        Effect::Focus(FocusOn::Control(Command::Find)),
        Effect::StopPropagation,
    ] {
        assert!(effects.contains(&effect), "{effect:?}");
    }
    assert_eq!(model.selected(), Some(0), "the card is for the next Esc");
}

#[test]
fn escape_closes_a_search_that_the_focus_has_left() {
    let mut model = searching();
    let effects = after(&mut model, [Event::Blur(Part::Search), Event::Escape]);
    assert!(effects.contains(&Effect::ShowSearch(false)));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Focus(_))));
}

#[test]
fn a_search_that_finds_nothing_says_so_and_leads_nowhere() {
    let mut model = searching();
    model.update(Event::Query("xyz".into()));
    let text = "No country found".to_owned();
    let effects = model.update(fired(Timer::Said));
    assert!(effects.contains(&Effect::Say { text, is_seen: false }));
    model.update(on("Enter"));
    assert_eq!(model.selected(), None);
    assert_eq!(model.update(Event::Blur(Part::Search)), [Effect::HideHits]);
}
