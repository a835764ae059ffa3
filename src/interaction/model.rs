//! The widget as the reader knows it: events in, effects out. It holds everything that she has
//! set or is about to, knows the time only from events, and touches nothing.

mod address;
mod camera;
mod card;
mod keyboard;
mod legend;
mod pointer;
mod search;
mod search_field;
mod show;
mod timers;
mod tip;
mod touch;
mod voice;

#[cfg(any(test, fuzzing))]
pub(crate) mod tests;

use crate::content::data_table::Sort;
use crate::content::text;
use crate::geo::projection::Point;
use crate::geo::viewport::Viewport;
use crate::interaction::command::Command;
use crate::interaction::effect::{Effect, FocusOn, Outlined, Picture, Timer, Tip};
use crate::interaction::event::{Event, Part, Place, Wishes};
use crate::interaction::filter::Filter;
use crate::interaction::gesture::Gesture;
use crate::interaction::map_index::MapIndex;
use crate::interaction::reader_state::ReaderState;
use crate::layout::rect::Rect;
use std::rc::Rc;

/// The state of one widget. Before a map is shown, events change nothing.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    index: Option<Rc<MapIndex>>,
    reader: ReaderState,
    /// The region whose card is open, and whether it is pulled up where it is a sheet.
    card: Option<usize>,
    is_pulled: bool,
    /// The control that has opened the card.
    opener: Option<Command>,
    tip: Option<Tip>,
    outlined: Outlined,
    /// What the mouse is over.
    over: Part,
    /// The region on which a finger was put down.
    touched: Option<usize>,
    /// Where and when a finger last tapped the map, if no second tap came.
    tapped: Option<(Place, f64)>,
    /// Whether the last two taps were one double tap.
    is_double_tap: bool,
    /// What has the keyboard focus.
    focus: Part,
    /// The region on which it is seen.
    focused: Option<usize>,
    tab_stop: Option<usize>,
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
    /// Width of the stage in CSS pixels.
    stage_px: f64,
    /// Whether the map was zoomed by a step that is not told yet.
    has_stepped: bool,
    /// What is to be said when its timer runs out.
    to_say: Option<String>,
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
                has_table: false,
            },
            card: None,
            is_pulled: false,
            opener: None,
            tip: None,
            outlined: Outlined::default(),
            over: Part::Other,
            touched: None,
            tapped: None,
            is_double_tap: false,
            focus: Part::Other,
            focused: None,
            tab_stop: None,
            typed: (String::new(), 0.0),
            gesture: Gesture::None,
            stage: Rect { x: 0.0, y: 0.0, width: 0.0, height: 0.0 },
            search: search_field::SearchField::default(),
            wishes: Wishes::default(),
            language: home_language.clone(),
            home_language,
            stage_px: 0.0,
            has_stepped: false,
            to_say: None,
            is_restoring: false,
            running: [false; Timer::ALL.len()],
            effects: Vec::new(),
        }
    }

    /// Takes an event in and says what is to be done.
    #[inline(never)]
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

    /// The regions that are outlined.
    #[must_use]
    pub(crate) fn outlined(&self) -> Outlined {
        self.outlined
    }

    /// The region whose card is open.
    #[must_use]
    pub(crate) fn selected(&self) -> Option<usize> {
        self.card
    }

    /// The region that the Tab key leads to.
    #[must_use]
    pub(crate) fn tab_stop(&self) -> Option<usize> {
        self.tab_stop
    }

    /// The regions before and after it, among those of the same status.
    #[must_use]
    pub(crate) fn neighbors(&self) -> Option<(usize, usize)> {
        self.index.as_ref()?.neighbors(self.card?)
    }

    /// The box of a region's largest part on the screen, where the map is drawn in this box.
    #[must_use]
    pub(crate) fn box_of(&self, region: usize, drawing: Rect) -> Option<Rect> {
        self.index.as_ref()?.box_in(region, &self.reader.viewport, drawing)
    }

    /// Whether the mouse holds the map.
    #[must_use]
    pub(crate) fn is_held(&self) -> bool {
        matches!(self.gesture, Gesture::Pressed { .. } | Gesture::Drag { .. })
    }

    /// What it knows of the map.
    #[must_use]
    pub(crate) fn map(&self) -> Option<&Rc<MapIndex>> {
        self.index.as_ref()
    }

    #[inline(never)]
    fn handle(&mut self, map: &MapIndex, event: Event) {
        match event {
            Event::Map(_) | Event::Wishes(_) | Event::Table(_) => {}
            Event::Refined if !self.running(Timer::Rest) => {
                self.push(Effect::Picture(Picture::Draw))
            }
            // A movement that is under way draws anew at its end.
            Event::Refined => {}
            Event::Names(names) => self.learn(map, names),
            Event::Select(region) => self.select(map, region),
            Event::Hover(part, place) => self.hover(map, part, place),
            Event::Down(down) => self.down(down),
            Event::Drag(place, at_ms) => self.drag(map, place, at_ms),
            Event::Release(at_ms) => self.release(map, at_ms),
            Event::Click(click) => self.click(map, click),
            Event::ClickOutside => self.close_card(map, false),
            Event::DoubleClick { place, has_shift } => self.double_click(map, place, has_shift),
            Event::Wheel { place, turned_px, is_zoom } => {
                self.wheel(map, place, turned_px, is_zoom);
            }
            Event::Touch { phase, fingers, is_on_map } => {
                self.touch(map, phase, fingers, is_on_map);
            }
            Event::Swipe(down_px) => self.swipe(map, down_px),
            Event::Focus { part, is_seen } => self.focus_in(map, part, is_seen),
            Event::Blur(part) => self.focus_out(part),
            Event::Key(key) => self.key(map, &key),
            Event::Escape => self.escape(map),
            Event::Language(tag) => self.choose_language(map, tag),
            Event::Query(text) => self.search_for(map, text),
            Event::Print => self.show_tip(None),
            Event::Address(fragment) => self.follow(map, &fragment),
            Event::Copied => self.say(map.words.link_copied.to_owned(), true),
            Event::NotCopied(address) => {
                self.say(text::concat(&[map.words.link_failed, " ", &address]), true);
                // To be copied by hand, however long that takes.
                self.stop(Timer::Said);
            }
            Event::Resized(stage) => self.resized(stage),
            Event::Reframed(map) => self.reframe(map),
            Event::WindowResized => self.window_resized(),
            Event::Scrolled => self.place_tip(),
            Event::TimerFired(timer) => self.timer_fired(map, timer),
        }
    }

    fn push(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    fn focus_on(&mut self, on: FocusOn) {
        self.push(Effect::Focus(on));
    }
}
