//! The widget as the reader knows it: events in, effects out. It holds everything that she has
//! set or is about to, knows the time only from events, and touches nothing.

mod address;
mod camera;
mod keyboard;
mod legend;
mod pointer;
mod popup;
mod search;
mod search_field;
mod show;
mod timers;
mod touch;

#[cfg(test)]
mod tests;

use crate::content::data_table::Sort;
use crate::geo::projection::Point;
use crate::geo::viewport::Viewport;
use crate::interaction::command::Command;
use crate::interaction::effect::{Effect, FocusOn, Picture, Timer};
use crate::interaction::event::{Event, Part, Wishes};
use crate::interaction::filter::Filter;
use crate::interaction::gesture::Gesture;
use crate::interaction::map_index::MapIndex;
use crate::interaction::popup_machine::{PopupEvent, PopupMachine};
use crate::interaction::reader_state::ReaderState;
use crate::layout::popup_position::Rect;
use std::rc::Rc;

/// The state of one widget. Before a map is shown, events change nothing.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    index: Option<Rc<MapIndex>>,
    reader: ReaderState,
    popup: PopupMachine,
    /// Where the popup points: parts of the shown width and height.
    anchor: Point,
    /// What the mouse is over.
    over: Part,
    /// The region on which a finger was put down.
    touched: Option<usize>,
    /// Where the pointer was when it closed a popup: what it uncovers there is not entered.
    still: Option<(f64, f64)>,
    /// What has the keyboard focus.
    focus: Part,
    tab_stop: Option<usize>,
    outlined: Option<usize>,
    expanded: Option<usize>,
    /// The region whose popup is in the page.
    shown: Option<usize>,
    /// The control that has opened the popup.
    opener: Option<Command>,
    /// Letters typed, and when the last was.
    typed: (String, f64),
    gesture: Gesture,
    /// The stage's box when the mouse last dragged.
    stage: Rect,
    search: search_field::SearchField,
    wishes: Wishes,
    /// The language that the author has given the element, and that which it has.
    home_language: Option<String>,
    language: Option<String>,
    /// Width of the stage and of the drawing in it, in CSS pixels.
    stage_px: f64,
    width_px: i32,
    is_table_open: bool,
    is_printing: bool,
    /// Whether what changes is what the page's address says already.
    is_restoring: bool,
    running: [bool; Timer::ALL.len()],
    effects: Vec<Effect>,
}

impl Model {
    /// A widget without a map; `home_language` is what the author says that it speaks.
    #[must_use]
    pub(crate) fn new(home_language: Option<String>) -> Model {
        let middle = Point { x: 0.0, y: 0.0 };
        Model {
            index: None,
            reader: ReaderState {
                viewport: Viewport { middle, zoom: 1.0 },
                filter: Filter::default(),
                sort: Sort::default(),
                has_patterns: false,
                has_table: false,
            },
            popup: PopupMachine::default(),
            anchor: Point { x: 0.5, y: 0.5 },
            over: Part::Other,
            touched: None,
            still: None,
            focus: Part::Other,
            tab_stop: None,
            outlined: None,
            expanded: None,
            shown: None,
            opener: None,
            typed: (String::new(), 0.0),
            gesture: Gesture::None,
            stage: Rect { x: 0.0, y: 0.0, width: 0.0, height: 0.0 },
            search: search_field::SearchField::default(),
            wishes: Wishes::default(),
            language: home_language.clone(),
            home_language,
            stage_px: 0.0,
            width_px: 0,
            is_table_open: false,
            is_printing: false,
            is_restoring: false,
            running: [false; Timer::ALL.len()],
            effects: Vec::new(),
        }
    }

    /// Takes an event in and says what is to be done.
    pub(crate) fn update(&mut self, event: Event) -> Vec<Effect> {
        match (event, self.index.clone()) {
            (Event::Map(new), before) => self.show(new, before.as_deref()),
            (Event::Wishes(wishes), _) => self.wishes = wishes,
            (Event::Table(is_open), map) => self.set_table(map.is_some(), is_open),
            (event, Some(map)) => self.handle(&map, event),
            (_, None) => {}
        }
        std::mem::take(&mut self.effects)
    }

    /// What the reader has set.
    #[must_use]
    pub(crate) fn reader(&self) -> &ReaderState {
        &self.reader
    }

    /// The region that is outlined.
    #[must_use]
    pub(crate) fn outlined(&self) -> Option<usize> {
        self.outlined
    }

    /// The region whose popup is pinned.
    #[must_use]
    pub(crate) fn selected(&self) -> Option<usize> {
        self.popup.selected()
    }

    /// Whether the mouse holds the map.
    #[must_use]
    pub(crate) fn is_held(&self) -> bool {
        matches!(self.gesture, Gesture::Pressed { .. } | Gesture::Drag { .. })
    }

    /// Width of the drawing in CSS pixels.
    #[must_use]
    pub(crate) fn width_px(&self) -> i32 {
        self.width_px
    }

    fn handle(&mut self, map: &MapIndex, event: Event) {
        match event {
            Event::Map(_) | Event::Wishes(_) | Event::Table(_) => {}
            Event::Refined if !self.running(Timer::Rest) => {
                self.push(Effect::Picture(Picture::Draw))
            }
            // A movement that is under way draws anew at its end.
            Event::Refined => {}
            Event::Select(region) => self.select(map, region),
            Event::Hover(part, place) => self.hover(map, part, place),
            Event::Down(down) => self.down(down),
            Event::Drag(place, at_ms) => self.drag(map, place, at_ms),
            Event::Release(at_ms) => self.release(map, at_ms),
            Event::Click(click) => self.click(map, click),
            Event::ClickOutside => self.popup(map, PopupEvent::PressSea),
            Event::DoubleClick { place, has_shift } => self.double_click(map, place, has_shift),
            Event::Wheel { place, turned_px, is_zoom } => {
                self.wheel(map, place, turned_px, is_zoom);
            }
            Event::Touch { phase, fingers, is_on_map } => {
                self.touch(map, phase, fingers, is_on_map);
            }
            Event::Focus(part) => self.focus_in(map, part),
            Event::Blur(part) => self.focus_out(map, part),
            Event::Key(key) => self.key(map, &key),
            Event::Escape => self.escape(map),
            Event::ZoomTo(value) => self.zoom_to(map, &value),
            Event::Language(tag) => self.choose_language(map, tag),
            Event::Query(text) => self.search_for(map, text),
            Event::Print(is_printing) => self.print(is_printing),
            Event::Address(fragment) => self.follow(map, &fragment),
            Event::Copied => self.say(map.words.link_copied.to_owned(), true),
            Event::NotCopied(address) => {
                self.say(map.words.link_failed.to_owned() + " " + &address, true);
            }
            Event::Resized(stage) => self.resized(map, stage),
            Event::WindowResized => self.window_resized(),
            Event::Scrolled => self.place_popup(),
            Event::TimerFired(timer) => self.timer_fired(map, timer),
        }
    }

    fn push(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    fn focus_on(&mut self, on: FocusOn) {
        self.push(Effect::Focus(on));
    }

    fn say(&mut self, text: String, is_seen: bool) {
        self.push(Effect::Say { text, is_seen });
    }
}
