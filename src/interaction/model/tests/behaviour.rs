//! One case, one reason.

use super::*;
use crate::interaction::command::Command;
use crate::interaction::effect::FocusOn;
use crate::interaction::event::{Down, Fingers, Phase, Wishes};
use crate::interaction::popup_machine::Pinned;

const ZOOM_IN: Part = Part::Control(Command::ZoomIn);

fn zoom(model: &Model) -> f64 {
    model.reader().viewport.zoom
}

/// A model whose map is zoomed in and at rest.
fn zoomed() -> Model {
    let mut model = shown();
    after(&mut model, [click(ZOOM_IN), fired(Timer::Rest)]);
    model
}

#[test]
fn before_a_map_is_shown_nothing_happens() {
    let mut model = Model::new(None);
    for event in [hover(Part::Region(0)), click(ZOOM_IN), Event::Select(Some(0)), Event::Escape] {
        assert_eq!(model.update(event), []);
    }
}

#[test]
fn hovering_shows_a_popup_and_an_outline_and_hovering_on_does_nothing() {
    let mut model = shown();
    let effects = model.update(hover(Part::Region(2)));
    assert!(
        effects.contains(&Effect::Picture(Picture::ShowPopup { region: 2, pinned: Pinned::No }))
    );
    assert!(effects.contains(&Effect::Picture(Picture::Outline(Some(2)))));
    assert!(!effects.iter().any(is_draw), "the map is not drawn for a pointer");
    assert_eq!(model.update(Event::Hover(Part::Region(2), place(101.0, 99.0))), []);
}

#[test]
fn a_hover_popup_goes_after_the_grace_time_unless_the_pointer_is_in_it() {
    let mut model = shown();
    let effects = after(&mut model, [hover(Part::Region(2)), hover(Part::Map)]);
    assert!(matches!(effects.as_slice(), [Effect::StartTimer { timer: Timer::Grace, .. }]));
    assert_eq!(model.update(hover(Part::Popup)), [Effect::StopTimer(Timer::Grace)]);
    assert_eq!(model.update(fired(Timer::Grace)), [], "it was stopped");
    let effects = after(&mut model, [hover(Part::Other), fired(Timer::Grace)]);
    assert_eq!(
        effects,
        [Effect::Picture(Picture::HidePopup), Effect::Picture(Picture::Outline(None))]
    );
}

#[test]
fn what_a_closed_popup_uncovers_is_not_entered_before_the_pointer_moves() {
    let mut model = shown();
    after(&mut model, [click(Part::Region(0)), hover(Part::Popup), click(Part::Close)]);
    assert_eq!(model.update(hover(Part::Region(1))), []);
    let moved = Event::Hover(Part::Region(1), place(101.0, 100.0));
    assert!(model.update(moved).contains(&Effect::Picture(Picture::Outline(Some(1)))));
}

#[test]
fn a_click_pins_tells_and_moves_the_focus_and_a_second_one_closes() {
    let mut model = shown();
    let effects = model.update(click(Part::Region(1)));
    assert!(effects.contains(&Effect::Focus(FocusOn::Popup)));
    assert!(effects.contains(&Effect::Selected(Some(1))));
    assert!(effects.contains(&Effect::Expanded { from: None, to: Some(1) }));
    assert!(effects.contains(&Effect::PreventDefault), "or the link would be followed");
    let effects = model.update(click(Part::Region(1)));
    assert!(effects.contains(&Effect::Picture(Picture::HidePopup)));
    assert!(effects.contains(&Effect::Focus(FocusOn::Region(1))));
    assert_eq!(model.selected(), None);
}

#[test]
fn a_click_points_at_its_place_and_a_key_at_the_middle_of_the_region() {
    let mut model = shown();
    let anchor = |effects: Vec<Effect>| {
        effects.into_iter().rev().find_map(|effect| match effect {
            Effect::Picture(Picture::PlacePopup(anchor)) => Some((anchor.x, anchor.y)),
            _ => None,
        })
    };
    assert_eq!(anchor(model.update(click(Part::Region(0)))), Some((0.125, 0.1)));
    assert_eq!(anchor(model.update(press(Part::Region(2)))), Some((0.5, 0.5)));
}

#[test]
fn a_finger_means_what_it_was_put_down_on() {
    let mut model = shown();
    let down = Down { place: place(1.0, 1.0), is_on_map: true, is_main: false, touched: Some(3) };
    after(&mut model, [Event::Down(down), click(Part::Region(0))]);
    assert_eq!(model.selected(), Some(3));
}

#[test]
fn closing_the_popup_of_a_territory_leaves_the_focus_in_the_map_and_no_outline() {
    let mut model = shown();
    let effects = after(&mut model, [click(Part::Region(4)), Event::Escape]);
    assert!(effects.contains(&Effect::Focus(FocusOn::Map)));
    assert!(effects.contains(&Effect::PreventDefault));
    assert_eq!(model.outlined(), None);
}

#[test]
fn the_page_gets_the_focus_out_of_a_popup_that_it_closes() {
    let mut model = shown();
    after(&mut model, [click(Part::Region(1)), Event::Focus(Part::Popup)]);
    assert!(model.update(Event::Select(None)).contains(&Effect::Focus(FocusOn::Region(1))));
    after(&mut model, [click(Part::Region(1)), Event::Focus(Part::Popup)]);
    let effects = after(&mut model, [Event::Blur(Part::Popup), Event::ClickOutside]);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Focus(_))), "it is elsewhere");
}

#[test]
fn a_popup_that_a_row_of_the_table_has_opened_gives_the_focus_back_to_the_row() {
    let mut model = shown();
    let open = Command::Open(2);
    let row = press(Part::Control(open));
    let effects = after(&mut model, [Event::Table(true), row.clone(), Event::Escape]);
    assert!(effects.contains(&Effect::Focus(FocusOn::Control(open))));
    let effects = after(&mut model, [row, Event::Table(false), Event::Escape]);
    assert!(effects.contains(&Effect::Focus(FocusOn::Region(2))), "the row is gone");
}

#[test]
fn a_pinned_outline_stays_while_the_map_is_zoomed() {
    let mut model = shown();
    after(&mut model, [click(Part::Region(1)), click(ZOOM_IN), fired(Timer::Rest)]);
    assert_eq!(model.outlined(), Some(1));
}

#[test]
fn zooming_moves_the_picture_and_draws_it_when_it_rests() {
    let mut model = shown();
    let effects = model.update(click(ZOOM_IN));
    assert!(
        effects.iter().any(|e| matches!(e, Effect::Picture(Picture::Move { eased_ms: 260, .. })))
    );
    assert!(!effects.iter().any(is_draw));
    let effects = model.update(fired(Timer::Rest));
    assert!(effects.iter().any(is_draw) && effects.contains(&Effect::ViewChanged(2.0)));
    assert_eq!(model.update(fired(Timer::Rest)), [], "it rests once");
}

#[test]
fn for_those_who_want_less_motion_nothing_is_eased_and_nothing_glides() {
    let mut model = zoomed();
    model.update(Event::Wishes(Wishes { has_less_motion: true, has_forced_colors: false }));
    let effects = model.update(click(ZOOM_IN));
    assert!(
        effects.iter().any(|e| matches!(e, Effect::Picture(Picture::Move { eased_ms: 0, .. })))
    );
    assert_eq!(drag(&mut model), []);
}

/// Drags quickly to the left and lets go.
fn drag(model: &mut Model) -> Vec<Effect> {
    let down = Down { place: place(400.0, 500.0), is_on_map: true, is_main: true, touched: None };
    let moves = (1..4).map(|step| {
        let way = f64::from(step);
        Event::Drag(place(400.0 - 20.0 * way, 500.0), 10.0 * way)
    });
    let events: Vec<Event> = std::iter::once(Event::Down(down)).chain(moves).collect();
    after(model, events);
    model.update(Event::Release(35.0))
}

#[test]
fn a_whole_map_is_not_dragged_and_a_zoomed_one_glides_on() {
    assert_eq!(drag(&mut shown()), []);
    let mut model = zoomed();
    let glide = drag(&mut model);
    assert!(
        glide.iter().any(|e| matches!(e, Effect::Picture(Picture::Move { eased_ms: 420, .. }))),
        "{glide:?}"
    );
    assert_eq!(model.update(click(Part::Region(0))), [Effect::PreventDefault], "no click");
    model.update(click(Part::Region(0)));
    assert_eq!(model.selected(), Some(0), "the next one is");
}

#[test]
fn while_the_map_is_dragged_nothing_is_hovered() {
    let mut model = zoomed();
    let down = Down { place: place(9.0, 9.0), is_on_map: true, is_main: true, touched: None };
    after(&mut model, [Event::Down(down), Event::Drag(place(60.0, 9.0), 5.0)]);
    assert_eq!(model.update(hover(Part::Region(1))), []);
}

#[test]
fn a_key_works_after_a_drag_that_ended_beside_the_map() {
    let mut model = zoomed();
    drag(&mut model);
    model.update(press(ZOOM_IN));
    assert!((zoom(&model) - 4.0).abs() < 1e-9);
}

#[test]
fn the_wheel_zooms_with_a_modifier_and_else_gives_a_hint() {
    let wheel =
        |turned_px, is_zoom| Event::Wheel { place: place(400.0, 500.0), turned_px, is_zoom };
    let mut model = shown();
    let effects = model.update(wheel(-120.0, false));
    assert!(
        matches!(effects.as_slice(), [Effect::Picture(Picture::Hint(words)), Effect::StartTimer { .. }] if !words.is_empty())
    );
    assert_eq!(model.update(fired(Timer::Hint)), [Effect::Picture(Picture::Hint(""))]);
    assert!(model.update(wheel(-1e9, true)).contains(&Effect::PreventDefault));
    assert!((zoom(&model) - 2.0).abs() < 1e-9, "one notch doubles at most");
    model.update(wheel(f64::NAN, true));
    assert!(zoom(&model).is_finite());
}

#[test]
fn two_fingers_zoom_and_one_belongs_to_the_page() {
    let mut model = shown();
    let touch = |phase, fingers| Event::Touch { phase, fingers, is_on_map: true };
    let two = |apart| Some(Fingers { middle: place(400.0, 500.0), apart });
    let effects = model.update(touch(Phase::Move, None));
    assert!(matches!(effects.first(), Some(Effect::Picture(Picture::Hint(_)))));
    let effects =
        after(&mut model, [touch(Phase::Start, two(50.0)), touch(Phase::Move, two(100.0))]);
    assert!(effects.contains(&Effect::PreventDefault));
    assert!((zoom(&model) - 2.0).abs() < 1e-9);
    let effects = after(&mut model, [touch(Phase::End, None), touch(Phase::Move, None)]);
    assert_eq!(effects, [], "the finger that is left scrolls, and no hint is due");
}

#[test]
fn a_double_click_zooms_in_and_with_shift_out() {
    let mut model = shown();
    let twice = |has_shift| Event::DoubleClick { place: place(400.0, 500.0), has_shift };
    model.update(twice(false));
    assert!((zoom(&model) - 2.0).abs() < 1e-9);
    model.update(twice(true));
    assert!((zoom(&model) - 1.0).abs() < 1e-9);
}

#[test]
fn the_button_of_the_whole_map_hands_its_focus_on() {
    let mut model = zoomed();
    let effects = model.update(press(Part::Control(Command::Whole)));
    assert!(effects.contains(&Effect::Focus(FocusOn::Control(Command::ZoomIn))));
    let mut model = zoomed();
    let effects = model.update(key("0", Part::Region(0), 0.0));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Focus(_))));
}

#[test]
fn the_list_zooms_to_areas_groups_and_the_whole() {
    let mut model = shown();
    for (value, larger) in [("a0", true), ("g4", true), ("whole", false), ("a1", false)] {
        let effects = model.update(Event::ZoomTo(value.into()));
        assert_eq!(effects.first(), Some(&Effect::ResetZoomTo));
        assert_eq!(zoom(&model) > 1.0, larger, "{value}");
    }
    assert_eq!(model.update(Event::ZoomTo(String::new())), [Effect::ResetZoomTo]);
}

#[test]
fn arrows_rove_and_bring_what_they_lead_to_into_sight() {
    let mut model = shown();
    model.update(Event::Focus(Part::Region(0)));
    let effects = model.update(key("ArrowRight", Part::Region(0), 0.0));
    assert!(effects.contains(&Effect::Focus(FocusOn::Region(1))));
    assert!(effects.contains(&Effect::StopPropagation));
    let effects = model.update(Event::Focus(Part::Region(1)));
    assert!(effects.contains(&Effect::TabStop { from: Some(0), to: Some(1) }));
    for _ in 0..3 {
        after(&mut model, [key("+", Part::Region(1), 0.0), fired(Timer::Rest)]);
    }
    let effects = model.update(key("Home", Part::Region(1), 0.0));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Picture(Picture::Move { .. }))));
}

#[test]
fn letters_typed_in_quick_succession_are_one_text() {
    let mut model = shown();
    model.update(Event::Focus(Part::Region(0)));
    let typed = |model: &mut Model, letter, at_ms| {
        let effects = model.update(key(letter, Part::Region(0), at_ms));
        effects.into_iter().find_map(|effect| match effect {
            Effect::Focus(FocusOn::Region(region)) => Some(region),
            _ => None,
        })
    };
    assert_eq!(typed(&mut model, "b", 5000.0), Some(1));
    assert_eq!(typed(&mut model, "r", 5700.0), Some(3), "br");
    assert_eq!(typed(&mut model, "c", 6600.0), Some(2), "a text of its own");
}

#[test]
fn keys_elsewhere_do_nothing() {
    let mut model = shown();
    for part in [Part::Other, Part::Popup, Part::Control(Command::ShowAll)] {
        for name in ["+", "a", "ArrowUp", " ", "Enter"] {
            assert_eq!(model.update(key(name, part, 0.0)), [], "{name}");
        }
    }
    assert_eq!(model.update(key("Enter", Part::Region(0), 0.0)), [], "the browser clicks");
    assert_eq!(model.update(key("a", Part::Stage, 0.0)), []);
}

#[test]
fn the_legend_filters_draws_and_says_what_is_left() {
    let mut model = shown();
    let effects = model.update(click(Part::Control(Command::Toggle(1))));
    let said = |text: &str| Effect::Say { text: text.into(), is_seen: false };
    assert!(effects.iter().any(is_draw) && effects.contains(&said("3 of 4 countries shown")));
    let effects = model.update(click(Part::Control(Command::Only(2))));
    assert!(effects.contains(&said("1 of 4 countries shown")));
    let effects = model.update(press(Part::Control(Command::ShowAll)));
    assert!(effects.contains(&Effect::Focus(FocusOn::Legend)));
    assert!(effects.contains(&said("4 of 4 countries shown")));
    let effects = model.update(click(Part::Control(Command::Toggle(3))));
    assert_eq!(effects, [Effect::PreventDefault], "the legend has no such category");
}

#[test]
fn the_table_is_built_when_it_is_opened_and_on_paper() {
    let mut model = shown();
    assert_eq!(model.update(Event::Table(true)), [Effect::Picture(Picture::Draw)]);
    assert_eq!(model.update(Event::Table(true)), [], "the browser says so too");
    assert_eq!(model.update(Event::Print(true)), []);
    assert_eq!(model.update(Event::Table(false)), []);
    assert_eq!(model.update(Event::Print(false)), [Effect::Picture(Picture::Draw)]);
    assert!(!model.reader().has_table);
    model.update(click(Part::Control(Command::Sort(1))));
    assert_eq!((model.reader().sort.column, model.reader().sort.descending), (1, false));
    model.update(click(Part::Control(Command::Sort(9))));
    assert_eq!(model.reader().sort.column, 1, "there is no such column");
}

#[test]
fn the_search_lists_marks_and_goes() {
    let mut model = shown();
    let effects = model.update(Event::Query("b".into()));
    assert!(effects.contains(&Effect::ShowHits(vec![1, 3])));
    let on = |name| key(name, Part::Search, 0.0);
    let effects = after(&mut model, [on("ArrowDown"), on("ArrowDown"), on("ArrowDown")]);
    assert!(effects.contains(&Effect::ActiveHit { from: Some(1), to: 0 }), "it goes round");
    assert!(model.update(on("ArrowUp")).contains(&Effect::ActiveHit { from: Some(0), to: 1 }));
    let effects = model.update(on("Enter"));
    assert!(effects.contains(&Effect::SetQuery("Bravo".into())));
    assert!(effects.contains(&Effect::HideHits));
    assert!(effects.contains(&Effect::Focus(FocusOn::Popup)));
    assert_eq!(model.selected(), Some(3));
    assert!(zoom(&model) > 1.0);
}

#[test]
fn escape_is_first_for_the_field_and_then_for_the_popup() {
    let mut model = shown();
    after(&mut model, [Event::Select(Some(0)), Event::Focus(Part::Search)]);
    model.update(Event::Query("b".into()));
    assert_eq!(model.update(Event::Escape), [], "the field has a text");
    let effects = model.update(key("Escape", Part::Search, 0.0));
    assert!(effects.contains(&Effect::HideHits) && effects.contains(&Effect::StopPropagation));
    assert!(model.update(Event::Escape).contains(&Effect::Picture(Picture::HidePopup)));
    assert_eq!(model.update(key("Escape", Part::Search, 0.0)), []);
}

#[test]
fn a_search_that_finds_nothing_says_so_and_leads_nowhere() {
    let mut model = shown();
    let effects = model.update(Event::Query("xyz".into()));
    let text = "No country found".to_owned();
    assert!(effects.contains(&Effect::Say { text, is_seen: false }));
    model.update(key("Enter", Part::Search, 0.0));
    assert_eq!(model.selected(), None);
    assert_eq!(model.update(Event::Blur(Part::Search)), [Effect::HideHits]);
}

#[test]
fn another_width_draws_once_when_it_has_stopped_changing_and_the_same_never() {
    let mut model = shown();
    assert_eq!(model.update(Event::Resized(STAGE)), []);
    for width in [700.0, 600.0] {
        let effects = model.update(Event::Resized(Rect { width, ..STAGE }));
        assert!(matches!(effects.as_slice(), [Effect::StartTimer { timer: Timer::Rest, .. }]));
    }
    assert!(model.update(fired(Timer::Rest)).iter().any(is_draw));
    assert_eq!(model.width_px(), 600);
}

#[test]
fn finer_shapes_are_drawn_at_once_or_when_a_movement_ends() {
    let mut model = shown();
    assert_eq!(model.update(Event::Refined), [Effect::Picture(Picture::Draw)]);
    after(&mut model, [click(ZOOM_IN)]);
    assert_eq!(model.update(Event::Refined), []);
}

#[test]
fn the_same_map_in_other_words_keeps_what_is_set_and_another_does_not() {
    let mut model = zoomed();
    after(&mut model, [Event::Select(Some(1)), click(Part::Control(Command::Toggle(4)))]);
    let effects = model.update(new_map(index(), ""));
    assert!(
        effects.contains(&Effect::Picture(Picture::ShowPopup { region: 1, pinned: Pinned::Yes }))
    );
    assert!(zoom(&model) > 1.0 && !model.reader().filter.shows(4));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Selected(_))));
    let mut other = index();
    other.regions.pop();
    let effects = model.update(new_map(other, ""));
    assert!(
        effects.contains(&Effect::Selected(None))
            && effects.contains(&Effect::Picture(Picture::HidePopup))
    );
    assert!(effects.contains(&Effect::TabStop { from: Some(0), to: None }));
    assert_eq!((zoom(&model), model.outlined()), (1.0, None));
}

#[test]
fn with_forced_colours_areas_carry_patterns() {
    let mut model = Model::new(None);
    let wishes = Wishes { has_less_motion: false, has_forced_colors: true };
    after(&mut model, [Event::Wishes(wishes), new_map(index(), "")]);
    assert!(model.reader().has_patterns);
}

#[test]
fn a_link_is_left_to_the_browser_with_a_modifier() {
    let mut model = shown();
    let Event::Click(plain) = click(Part::Region(0)) else { return };
    assert_eq!(model.update(Event::Click(Click { has_modifier: true, ..plain })), []);
    let shift = model.update(Event::Click(Click { has_shift: true, ..plain }));
    assert_eq!(shift, [Effect::PreventDefault], "two of these zoom out");
    assert_eq!(model.selected(), None);
}
