//! What happens to a widget: the reader, the host page, the clock and the window, in plain data.

use crate::interaction::command::Command;
use crate::interaction::effect::Timer;
use crate::interaction::map_index::MapIndex;
use crate::layout::rect::Rect;
use std::rc::Rc;

/// One thing that happens.
#[derive(Clone, Debug)]
pub(crate) enum Event {
    /// Another map is to be shown, or the same in other words.
    Map(NewMap),
    /// The map has finer shapes than those drawn.
    Refined,
    /// The further names of each region are known, and it can be drawn anew.
    Names(Vec<Vec<String>>),
    /// What the reader's system asks for.
    Wishes(Wishes),
    /// The host page selects a region, or none.
    Select(Option<usize>),
    /// The mouse is over something, at this place.
    Hover(Part, Place),
    /// A button or finger goes down.
    Down(Down),
    /// The mouse moves while its button is down.
    Drag(Place, f64),
    /// The button goes up; when, in milliseconds.
    Release(f64),
    /// A click, a tap, or a key that presses what has the focus.
    Click(Click),
    /// A click beside the widget and its facts.
    ClickOutside,
    /// Two clicks on the map; with Shift they zoom out.
    DoubleClick {
        /// Where.
        place: Place,
        /// Whether Shift is held.
        has_shift: bool,
    },
    /// The wheel is turned over the map.
    Wheel {
        /// Where the pointer is.
        place: Place,
        /// How far, in pixels of scrolling.
        turned_px: f64,
        /// Whether Ctrl or ⌘ is held.
        is_zoom: bool,
    },
    /// Fingers on the map come, move or go.
    Touch {
        /// What they do.
        phase: Phase,
        /// Where two of them are; None while there are fewer.
        fingers: Option<Fingers>,
        /// Whether the one that moved is on the map.
        is_on_map: bool,
    },
    /// A finger was drawn so many pixels down the sheet; up, if that is negative.
    Swipe(f64),
    /// Keyboard focus comes to a part.
    Focus {
        /// Which.
        part: Part,
        /// Whether the browser shows it, as it does for those who use keys.
        is_seen: bool,
    },
    /// Keyboard focus leaves a part.
    Blur(Part),
    /// A key in the search field or on the stage.
    Key(Key),
    /// Esc, anywhere in the page.
    Escape,
    /// A choice of the list of languages.
    Language(String),
    /// The text of the search field has changed.
    Query(String),
    /// The table is opened or closed.
    Table(bool),
    /// The page is about to be printed.
    Print,
    /// The page's address has changed by another hand; its fragment, without `#`.
    Address(String),
    /// The address was copied.
    Copied,
    /// The browser does not copy this address.
    NotCopied(String),
    /// The stage may have another size on the screen.
    Resized(Rect),
    /// What is to be known of the map has changed: its facts, or what its stage shows of it.
    Reframed(Rc<MapIndex>),
    /// The window has another size.
    WindowResized,
    /// The page was scrolled.
    Scrolled,
    /// A timer has run out.
    TimerFired(Timer),
}

/// A map that is to be shown.
#[derive(Clone, Debug)]
pub(crate) struct NewMap {
    /// What is to be known of it.
    pub index: Rc<MapIndex>,
    /// The stage's box on the screen, in CSS pixels.
    pub stage: Rect,
    /// The fragment of the page's address, without `#`.
    pub fragment: String,
    /// The language that the element has by its own attribute.
    pub language: Option<String>,
}

/// What the reader's system asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wishes {
    /// Less motion.
    pub has_less_motion: bool,
}

/// A place on the screen in CSS pixels, and where the stage of the map is there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
    /// The stage's box.
    pub stage: Rect,
}

/// What a node of the widget is to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// A region, or its mark.
    Region(usize),
    /// A control with a command.
    Control(Command),
    /// The region of an option under the search field.
    Found(usize),
    /// The search field.
    Search,
    /// The card; of focus and keys, all that is in it.
    Card,
    /// A link of the card to the facts in the page.
    Facts,
    /// The tip.
    Tip,
    /// The map, where it has no region.
    Map,
    /// The stage beside the map.
    Stage,
    /// Anything else.
    Other,
}

impl Part {
    /// The region, if it is one.
    #[must_use]
    pub(crate) fn region(self) -> Option<usize> {
        if let Part::Region(region) = self { Some(region) } else { None }
    }
}

/// A button or finger that goes down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Down {
    /// Where.
    pub place: Place,
    /// Whether that is on the map.
    pub is_on_map: bool,
    /// Whether it is the main button of a mouse or pen.
    pub is_main: bool,
    /// The region under a finger; None for a mouse.
    pub touched: Option<usize>,
}

/// A click, a tap, or a key that presses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Click {
    /// What is pressed.
    pub part: Part,
    /// Where; None for a key.
    pub place: Option<Place>,
    /// Whether Ctrl or ⌘ is held.
    pub has_modifier: bool,
    /// Whether Shift is held.
    pub has_shift: bool,
    /// Whether what is pressed has the keyboard focus.
    pub has_focus: bool,
    /// When, in milliseconds, if a finger taps.
    pub tap_ms: Option<f64>,
}

/// What fingers do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// One more is there.
    Start,
    /// They move.
    Move,
    /// One is gone.
    End,
}

/// Two fingers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Fingers {
    /// The place in the middle between them.
    pub middle: Place,
    /// How far apart they are, in CSS pixels; never 0.
    pub apart: f64,
}

/// A key that is pressed, without Ctrl, Alt or ⌘.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Key {
    /// Its name in the browser.
    pub name: String,
    /// What has the focus.
    pub part: Part,
    /// Whether Shift is held.
    pub has_shift: bool,
    /// When, in milliseconds.
    pub at_ms: f64,
}
