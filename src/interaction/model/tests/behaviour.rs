//! One case, one reason.

use super::*;
use crate::interaction::effect::{Card, FocusOn, Outlined};
use crate::interaction::event::{Down, Fingers, Phase, Wishes};

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
    model.update(Event::Wishes(Wishes { has_less_motion: true }));
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
    let mut model = zoomed();
    let touch = |phase, fingers| Event::Touch { phase, fingers, is_on_map: true };
    let two = |apart| Some(Fingers { middle: place(400.0, 500.0), apart });
    let effects = model.update(touch(Phase::Move, None));
    assert!(matches!(effects.first(), Some(Effect::Picture(Picture::Hint(_)))));
    let effects =
        after(&mut model, [touch(Phase::Start, two(50.0)), touch(Phase::Move, two(100.0))]);
    assert!(effects.contains(&Effect::PreventDefault));
    assert!((zoom(&model) - 4.0).abs() < 1e-9);
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
fn arrows_rove_and_bring_what_they_lead_to_into_sight() {
    let mut model = shown();
    model.update(focus(Part::Region(0)));
    let effects = model.update(key("ArrowRight", Part::Region(0), 0.0));
    assert!(effects.contains(&Effect::Focus(FocusOn::Region(1))));
    assert!(effects.contains(&Effect::StopPropagation));
    let effects = model.update(focus(Part::Region(1)));
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
    model.update(focus(Part::Region(0)));
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
    for part in [Part::Other, Part::Card, Part::Control(Command::ShowAll)] {
        for name in ["+", "a", "ArrowUp", " ", "Enter"] {
            assert_eq!(model.update(key(name, part, 0.0)), [], "{name}");
        }
    }
    assert_eq!(model.update(key("Enter", Part::Region(0), 0.0)), [], "the browser clicks");
    assert_eq!(model.update(key("a", Part::Stage, 0.0)), []);
}

#[test]
fn a_line_of_the_legend_shows_its_category_alone_and_says_what_is_left() {
    let mut model = shown();
    let effects = model.update(click(Part::Control(Command::Only(2))));
    let said = |text: &str| Effect::Say { text: text.into(), is_seen: false };
    assert!(effects.contains(&Effect::Picture(Picture::Filter)) && !effects.iter().any(is_draw));
    assert!(effects.contains(&said("1 of 4 countries shown")));
    let effects = model.update(click(Part::Control(Command::Only(2))));
    assert!(effects.contains(&said("4 of 4 countries shown")));
    let effects = model.update(click(Part::Control(Command::Only(3))));
    assert_eq!(effects, [Effect::PreventDefault], "the legend has no such category");
}

#[test]
fn a_choice_in_the_legend_draws_only_the_rows_of_an_open_table_anew() {
    let mut model = shown();
    model.update(Event::Table(true));
    for event in [command(Command::Only(2)), command(Command::ShowAll)] {
        let effects = model.update(event);
        let draws = effects.iter().filter(|effect| is_draw(effect)).count();
        assert_eq!((draws, effects.contains(&Effect::Picture(Picture::Filter))), (1, true));
    }
}

#[test]
fn the_button_that_shows_all_hands_its_focus_on_to_the_legend() {
    let mut model = shown();
    let effects = after(&mut model, [command(Command::Only(1)), command(Command::ShowAll)]);
    assert!(effects.contains(&Effect::Focus(FocusOn::Legend)));
    assert_eq!(model.reader().filter.only(), None);
}

#[test]
fn keys_lead_only_to_regions_that_are_shown() {
    let mut model = shown();
    model.update(focus(Part::Region(0)));
    let effects = model.update(command(Command::Only(4)));
    assert!(effects.contains(&Effect::TabStop { from: Some(0), to: Some(3) }), "the first of them");
    let focused = |effects: Vec<Effect>| {
        effects.into_iter().find_map(|effect| match effect {
            Effect::Focus(FocusOn::Region(region)) => Some(region),
            _ => None,
        })
    };
    model.update(focus(Part::Region(3)));
    assert_eq!(focused(model.update(key("ArrowUp", Part::Region(3), 0.0))), Some(2));
    assert_eq!(focused(model.update(key("a", Part::Region(3), 2000.0))), None, "Aland is hidden");
    assert_eq!(focused(model.update(key("c", Part::Region(3), 4000.0))), Some(2));
}

#[test]
fn home_and_end_go_by_group_and_then_by_name() {
    let mut model = shown();
    model.update(focus(Part::Region(2)));
    let effects = model.update(key("Home", Part::Region(2), 0.0));
    assert!(effects.contains(&Effect::Focus(FocusOn::Region(0))));
    let effects = model.update(key("End", Part::Region(0), 0.0));
    assert!(effects.contains(&Effect::Focus(FocusOn::Region(2))), "Ceeland, after Bravo");
}

#[test]
fn a_step_of_the_zoom_is_said_once_when_it_has_come_to_rest() {
    let mut model = shown();
    let said = |effects: &[Effect]| {
        effects.iter().find_map(|effect| match effect {
            Effect::Say { text, .. } => Some(text.clone()),
            _ => None,
        })
    };
    let effects = after(&mut model, [command(Command::ZoomIn), command(Command::ZoomIn)]);
    assert_eq!(said(&effects), None);
    let effects = model.update(fired(Timer::Rest));
    assert_eq!(said(&effects).as_deref(), Some("Enlarged 4 times"));
    let effects = after(&mut model, [key("0", Part::Region(0), 0.0), fired(Timer::Rest)]);
    assert_eq!(said(&effects).as_deref(), Some("Whole map"));
    let dragged = after(&mut model, [Event::WindowResized, fired(Timer::Rest)]);
    assert_eq!(said(&dragged), None);
}

#[test]
fn from_the_lowest_step_zooming_out_shows_the_whole_map() {
    let mut model = shown();
    let wheel = Event::Wheel { place: place(400.0, 500.0), turned_px: -60.0, is_zoom: true };
    after(&mut model, [wheel, command(Command::ZoomOut)]);
    assert_eq!(zoom(&model), 1.0);
}

#[test]
fn another_language_is_said_in_its_own_words() {
    let mut model = shown();
    let spanish = MapIndex { words: &crate::content::locale::SPANISH, ..index() };
    let effects = model.update(new_map(spanish, ""));
    let text = "Idioma: Español".to_owned();
    assert!(effects.contains(&Effect::Say { text, is_seen: false }));
}

#[test]
fn two_taps_zoom_in_where_the_first_was_and_leave_no_card() {
    let mut model = shown();
    let tap = |part, x: f64, at_ms: f64| {
        let Event::Click(click) = click(part) else { return Event::Escape };
        Event::Click(Click { place: Some(place(x, 100.0)), tap_ms: Some(at_ms), ..click })
    };
    // The sheet may have come under the finger.
    after(&mut model, [tap(Part::Region(0), 100.0, 1000.0), tap(Part::Card, 110.0, 1200.0)]);
    assert_eq!((zoom(&model), model.selected()), (2.0, None));
    model.update(Event::DoubleClick { place: place(110.0, 100.0), has_shift: false });
    assert_eq!(zoom(&model), 2.0, "the same two taps, as some browsers tell of them");
    after(&mut model, [tap(Part::Map, 100.0, 3000.0), tap(Part::Map, 300.0, 3200.0)]);
    assert_eq!(zoom(&model), 2.0, "they are too far apart");
}

#[test]
fn a_finger_on_the_whole_map_is_given_no_hint() {
    let touch = Event::Touch { phase: Phase::Move, fingers: None, is_on_map: true };
    assert_eq!(shown().update(touch), []);
}

#[test]
fn the_table_is_built_when_it_is_opened_and_sorted_by_its_columns() {
    let mut model = shown();
    assert_eq!(model.update(Event::Table(true)), [Effect::Picture(Picture::Draw)]);
    assert_eq!(model.update(Event::Table(true)), [], "the browser says so too");
    model.update(click(Part::Control(Command::Sort(1))));
    assert_eq!((model.reader().sort.column, model.reader().sort.descending), (1, false));
    model.update(click(Part::Control(Command::Sort(9))));
    assert_eq!(model.reader().sort.column, 1, "there is no such column");
    assert_eq!(model.update(Event::Table(false)), [Effect::Picture(Picture::Draw)]);
    let effects = model.update(command(Command::Table));
    assert!(model.reader().has_table && effects.contains(&Effect::Focus(FocusOn::Table)));
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
    after(&mut model, [Event::Select(Some(1)), click(Part::Control(Command::Only(1)))]);
    let effects = model.update(new_map(index(), ""));
    let card = Some(Card { region: 1, is_pulled: false });
    assert!(effects.contains(&Effect::Picture(Picture::Card(card))));
    assert!(zoom(&model) > 1.0 && !model.reader().filter.shows(4));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Selected(_))));
    let mut other = index();
    other.regions.pop();
    let effects = model.update(new_map(other, ""));
    assert!(
        effects.contains(&Effect::Selected(None))
            && effects.contains(&Effect::Picture(Picture::Card(None)))
    );
    assert!(effects.contains(&Effect::TabStop { from: Some(0), to: None }));
    assert_eq!((zoom(&model), model.outlined()), (1.0, Outlined::default()));
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
