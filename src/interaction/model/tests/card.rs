//! The card: who opens it, who closes it, and where the focus is meanwhile.

use super::*;
use crate::interaction::effect::{Card, FocusOn, Outlined};
use crate::interaction::event::Down;

fn card(region: usize, is_pulled: bool) -> Effect {
    Effect::Picture(Picture::Card(Some(Card { region, is_pulled })))
}

const NO_CARD: Effect = Effect::Picture(Picture::Card(None));

fn focuses(effects: &[Effect]) -> Vec<FocusOn> {
    let focuses = effects.iter().filter_map(|effect| match effect {
        Effect::Focus(on) => Some(*on),
        _ => None,
    });
    focuses.collect()
}

/// A model with a card that has the focus.
fn opened(region: usize) -> Model {
    let mut model = shown();
    after(&mut model, [click(Part::Region(region)), focus(Part::Card)]);
    model
}

#[test]
fn a_click_opens_the_card_tells_and_moves_the_focus_and_a_second_one_closes() {
    let mut model = shown();
    let effects = model.update(click(Part::Region(1)));
    assert!(effects.contains(&card(1, false)));
    assert_eq!(focuses(&effects), [FocusOn::Card]);
    assert!(effects.contains(&Effect::Selected(Some(1))) && effects.contains(&Effect::Reveal(1)));
    assert!(effects.contains(&Effect::Expanded { from: None, to: Some(1) }));
    assert!(effects.contains(&Effect::PreventDefault), "or the link would be followed");
    let effects = model.update(click(Part::Region(1)));
    assert!(effects.contains(&NO_CARD));
    assert_eq!(focuses(&effects), [FocusOn::Region(1)]);
    assert_eq!(model.selected(), None);
}

#[test]
fn the_space_bar_opens_it_too() {
    let mut model = shown();
    assert!(model.update(key(" ", Part::Region(2), 0.0)).contains(&card(2, false)));
}

#[test]
fn a_click_on_another_region_moves_the_card_there() {
    let effects = opened(1).update(click(Part::Region(2)));
    assert!(effects.contains(&card(2, false)) && !effects.contains(&NO_CARD));
    assert_eq!(focuses(&effects), [FocusOn::Card]);
}

#[test]
fn each_way_to_close_gives_the_focus_back() {
    let swipe = Event::Swipe(60.0);
    for event in [command(Command::Close), Event::Escape, click(Part::Map), swipe] {
        let effects = opened(1).update(event.clone());
        assert!(effects.contains(&NO_CARD), "{event:?}");
        assert_eq!(focuses(&effects), [FocusOn::Region(1)], "{event:?}");
    }
}

#[test]
fn escape_closes_a_card_from_elsewhere_and_leaves_the_focus_there() {
    let mut model = opened(1);
    let effects = after(&mut model, [Event::Blur(Part::Card), Event::Escape]);
    assert!(effects.contains(&NO_CARD) && focuses(&effects).is_empty());
}

#[test]
fn in_the_card_the_tab_key_goes_round() {
    let mut model = opened(1);
    assert_eq!(
        model.update(key("Tab", Part::Card, 0.0)),
        [Effect::StayInCard { is_back: false }],
        "the browser moves the focus but at the end"
    );
    assert_eq!(model.update(key("Tab", Part::Region(1), 0.0)), [], "the map is no trap");
}

#[test]
fn a_link_to_the_facts_closes_the_card_and_has_the_focus() {
    let effects = opened(1).update(click(Part::Facts));
    assert!(effects.contains(&NO_CARD) && focuses(&effects).is_empty());
    assert!(!effects.contains(&Effect::PreventDefault), "the browser follows it");
}

#[test]
fn closing_the_card_of_a_territory_leaves_the_focus_in_the_map() {
    let mut model = opened(4);
    assert_eq!(focuses(&model.update(Event::Escape)), [FocusOn::Map]);
    assert_eq!(model.outlined(), Outlined::default());
}

#[test]
fn the_page_gets_the_focus_out_of_a_card_that_it_closes() {
    assert_eq!(focuses(&opened(1).update(Event::Select(None))), [FocusOn::Region(1)]);
    let mut model = opened(1);
    let effects = after(&mut model, [Event::Blur(Part::Card), Event::ClickOutside]);
    assert!(effects.contains(&NO_CARD) && focuses(&effects).is_empty(), "it is elsewhere");
}

#[test]
fn a_page_that_selects_moves_no_focus_but_that_of_the_card() {
    let effects = shown().update(Event::Select(Some(3)));
    assert!(effects.contains(&card(3, false)) && focuses(&effects).is_empty());
    assert_eq!(focuses(&opened(1).update(Event::Select(Some(3)))), [FocusOn::Card]);
    let mut model = shown();
    assert_eq!(after(&mut model, [Event::Select(Some(3)), Event::Select(Some(3))]), []);
}

#[test]
fn a_card_that_a_row_of_the_table_has_opened_gives_the_focus_back_to_the_row() {
    let open = Command::Open(2);
    let mut model = shown();
    after(&mut model, [Event::Table(true), command(open), focus(Part::Card)]);
    assert_eq!(focuses(&model.update(Event::Escape)), [FocusOn::Control(open)]);
    after(&mut model, [command(open), focus(Part::Card), Event::Table(false)]);
    assert_eq!(focuses(&model.update(Event::Escape)), [FocusOn::Region(2)], "the row is gone");
}

#[test]
fn the_neighbors_are_those_of_the_same_group_by_name_going_round() {
    let mut model = opened(3);
    assert_eq!(model.neighbors(), Some((2, 2)));
    let effects = model.update(command(Command::Next));
    assert!(effects.contains(&card(2, false)));
    assert_eq!(focuses(&effects), [FocusOn::Control(Command::Next)], "to press it again");
    let text = "Ceeland: status".to_owned();
    assert!(effects.contains(&Effect::Say { text, is_seen: false }));
    assert!(model.update(command(Command::Previous)).contains(&card(3, false)));
    assert_eq!(opened(4).neighbors(), None, "no list has a territory without facts");
}

#[test]
fn the_grip_and_a_finger_pull_the_sheet_up_and_down() {
    let mut model = opened(1);
    assert!(model.update(command(Command::Grip)).contains(&card(1, true)));
    assert!(model.update(command(Command::Grip)).contains(&card(1, false)));
    assert!(model.update(Event::Swipe(-60.0)).contains(&card(1, true)));
    assert_eq!(model.update(Event::Swipe(20.0)), [], "that is no swipe");
    assert!(model.update(click(Part::Region(2))).contains(&card(2, false)), "another begins low");
}

#[test]
fn a_finger_means_what_it_was_put_down_on() {
    let mut model = shown();
    let down = Down { place: place(1.0, 1.0), is_on_map: true, is_main: false, touched: Some(3) };
    after(&mut model, [Event::Down(down), click(Part::Region(0))]);
    assert_eq!(model.selected(), Some(3));
}

#[test]
fn a_selected_region_stays_outlined_while_the_map_is_zoomed() {
    let mut model = opened(1);
    after(&mut model, [command(Command::ZoomIn), fired(Timer::Rest)]);
    assert_eq!(model.outlined().selected, Some(1));
}

#[test]
fn a_region_beside_a_zoomed_map_comes_into_sight_with_its_focus() {
    let mut model = opened(0);
    let aside = |name: &str| {
        let (name, part) = (name.into(), Part::Region(0));
        Event::Key(Key { name, part, has_shift: true, at_ms: 0.0 })
    };
    let away = (0..6).flat_map(|_| [aside("ArrowRight"), aside("ArrowDown")]);
    after(&mut model, [command(Command::ZoomIn)].into_iter().chain(away));
    model.update(fired(Timer::Rest));
    let effects = model.update(Event::Escape);
    assert!(effects.iter().any(|e| matches!(e, Effect::Picture(Picture::Move { .. }))));
}

#[test]
fn a_step_of_the_zoom_leads_to_the_region_that_is_chosen() {
    let mut model = opened(0);
    after(&mut model, [command(Command::ZoomIn), fired(Timer::Rest)]);
    let effects = model.update(Event::Escape);
    assert!(!effects.iter().any(|e| matches!(e, Effect::Picture(Picture::Move { .. }))));
}
