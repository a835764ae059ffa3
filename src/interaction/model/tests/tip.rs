//! The tip and the outlines.

use super::*;
use crate::interaction::effect::{Outlined, Tip};

fn tip(region: usize, at: Option<(f64, f64)>) -> Effect {
    Effect::Picture(Picture::Tip(Some(Tip { region, at })))
}

const NO_TIP: Effect = Effect::Picture(Picture::Tip(None));

fn pointed(model: &Model) -> Option<usize> {
    model.outlined().pointed
}

#[test]
fn hovering_shows_a_tip_and_the_outline_of_what_a_click_would_choose() {
    let mut model = shown();
    let effects = model.update(hover(Part::Region(2)));
    assert!(effects.contains(&tip(2, Some((100.0, 100.0)))));
    assert_eq!(pointed(&model), Some(2));
    assert!(!effects.iter().any(is_draw), "the map is not drawn for a pointer");
    assert_eq!(model.update(Event::Hover(Part::Region(2), place(101.0, 99.0))), [], "it stays");
}

#[test]
fn the_pointer_can_travel_to_the_tip_and_the_tip_goes_when_it_has_left_both() {
    let mut model = shown();
    let effects = after(&mut model, [hover(Part::Region(2)), hover(Part::Map)]);
    assert!(matches!(effects.as_slice(), [Effect::StartTimer { timer: Timer::Grace, .. }]));
    assert_eq!(model.update(hover(Part::Tip)), [Effect::StopTimer(Timer::Grace)]);
    assert_eq!(model.update(fired(Timer::Grace)), [], "it was stopped");
    let effects = after(&mut model, [hover(Part::Other), fired(Timer::Grace)]);
    assert_eq!(effects, [NO_TIP, Effect::Picture(Picture::Outline(Outlined::default()))]);
}

#[test]
fn focus_that_is_seen_shows_a_tip_and_takes_it_along() {
    let mut model = shown();
    assert!(model.update(focus(Part::Region(1))).contains(&tip(1, None)));
    let effects = model.update(Event::Blur(Part::Region(1)));
    assert!(effects.contains(&NO_TIP));
    let unseen = Event::Focus { part: Part::Region(1), is_seen: false };
    assert!(!model.update(unseen).contains(&tip(1, None)), "a mouse has put it there");
}

#[test]
fn the_tip_of_the_focus_comes_back_when_the_pointer_has_left() {
    let mut model = shown();
    after(&mut model, [focus(Part::Region(1)), hover(Part::Region(2))]);
    let effects = after(&mut model, [hover(Part::Map), fired(Timer::Grace)]);
    assert!(effects.contains(&tip(1, None)));
    assert_eq!(pointed(&model), Some(1));
}

#[test]
fn escape_dismisses_the_tip_where_the_pointer_is_and_leaves_the_outline() {
    let mut model = shown();
    let effects = after(&mut model, [hover(Part::Region(2)), Event::Escape]);
    assert!(effects.contains(&NO_TIP) && effects.contains(&Effect::PreventDefault));
    assert_eq!(pointed(&model), Some(2), "a click still chooses it");
    assert_eq!(model.update(Event::Escape), [], "the key is the page's again");
}

#[test]
fn what_has_a_card_needs_no_tip_and_another_region_has_one() {
    let mut model = shown();
    let effects = after(&mut model, [hover(Part::Region(2)), click(Part::Region(2))]);
    assert!(effects.contains(&NO_TIP));
    assert_eq!(model.outlined(), Outlined { selected: Some(2), pointed: None });
    assert!(model.update(hover(Part::Region(1))).contains(&tip(1, Some((100.0, 100.0)))));
    assert_eq!(model.outlined(), Outlined { selected: Some(2), pointed: Some(1) });
    assert!(model.update(hover(Part::Region(2))).contains(&NO_TIP));
}

#[test]
fn a_tip_follows_its_region_when_the_page_is_scrolled_and_is_gone_on_paper() {
    let mut model = shown();
    model.update(focus(Part::Region(1)));
    assert_eq!(model.update(Event::Scrolled), [tip(1, None)]);
    assert!(model.update(Event::Print).contains(&NO_TIP));
    assert_eq!(model.update(Event::Scrolled), []);
}

#[test]
fn a_click_on_the_tip_opens_the_card_of_its_region() {
    let mut model = shown();
    after(&mut model, [hover(Part::Region(1)), hover(Part::Tip), click(Part::Tip)]);
    assert_eq!((model.selected(), model.tip), (Some(1), None));
    model.update(click(Part::Tip));
    assert_eq!(model.selected(), Some(1), "there is none any more");
}
