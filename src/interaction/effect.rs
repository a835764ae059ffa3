//! What a widget has to do: data that whoever owns the page carries out, in order.

use crate::geo::projection::Point;
use crate::geo::viewport::Viewport;
use crate::interaction::command::Command;
use crate::interaction::permalink::Permalink;
use crate::interaction::popup_machine::Pinned;

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Effect {
    /// Change the picture.
    Picture(Picture),
    /// List regions under the search field.
    ShowHits(Vec<usize>),
    /// Close that list.
    HideHits,
    /// Mark an option of that list.
    ActiveHit {
        /// The one that was marked.
        from: Option<usize>,
        /// The one to mark.
        to: usize,
    },
    /// Set the text of the search field.
    SetQuery(String),
    /// Set the list of places to zoom to back to its first line.
    ResetZoomTo,
    /// Say of a region's button that it has opened the popup.
    Expanded {
        /// The one that had.
        from: Option<usize>,
        /// The one that has.
        to: Option<usize>,
    },
    /// Make a region the map's one tab stop.
    TabStop {
        /// The one that was.
        from: Option<usize>,
        /// The one that is.
        to: Option<usize>,
    },
    /// Move keyboard focus.
    Focus(FocusOn),
    /// Send `TimerFired` after a time, and not for an earlier start of the same timer.
    StartTimer {
        /// Which.
        timer: Timer,
        /// After how many milliseconds.
        delay_ms: i32,
    },
    /// Forget a timer.
    StopTimer(Timer),
    /// Say something to those who cannot see what has changed; `is_seen`, to everybody.
    Say {
        /// The words.
        text: String,
        /// Whether it is shown too.
        is_seen: bool,
    },
    /// Tell the host page what is selected.
    Selected(Option<usize>),
    /// Tell the host page how far the map is zoomed in.
    ViewChanged(f64),
    /// Write what the reader has set into the page's address.
    WriteLink {
        /// Begins the keys of this map.
        prefix: String,
        /// What she has set.
        link: Permalink,
        /// Whether that is a step of the browser's history.
        is_step: bool,
    },
    /// Copy the address with this in it; then send `Copied` or `NotCopied`.
    CopyLink {
        /// Begins the keys of this map.
        prefix: String,
        /// What the reader has set.
        link: Permalink,
    },
    /// Set the language of the element, or leave it to the page.
    SetLanguage(Option<String>),
    /// Keep the browser from doing what it does on this event.
    PreventDefault,
    /// Keep the event from everybody else.
    StopPropagation,
}

/// A change of the picture. It may wait for the next frame, and of each kind the last one counts;
/// every other effect finds the picture up to date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Picture {
    /// Draw what the reader has set.
    Draw,
    /// Move the drawn picture to where another viewport has it.
    Move {
        /// The viewport.
        viewport: Viewport,
        /// How long that takes; 0 for at once.
        eased_ms: i32,
    },
    /// Draw the outline of a region over the map, or none.
    Outline(Option<usize>),
    /// Show the popup of a region.
    ShowPopup {
        /// The region.
        region: usize,
        /// Whether it stays.
        pinned: Pinned,
    },
    /// Hide the popup.
    HidePopup,
    /// Put the popup beside a place of the drawing, in parts of the shown width and height.
    PlacePopup(Point),
    /// Show a hint over the map, or none.
    Hint(&'static str),
}

/// Where keyboard focus can be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FocusOn {
    /// A region that the keyboard reaches.
    Region(usize),
    /// The map as a whole.
    Map,
    /// The popup.
    Popup,
    /// A control.
    Control(Command),
    /// The first line of the legend.
    Legend,
}

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Timer {
    /// Time in which the pointer can travel from a region to its popup.
    Grace,
    /// The end of a movement of the map.
    Rest,
    /// The end of a hint.
    Hint,
}

impl Timer {
    /// Every timer.
    pub(crate) const ALL: [Timer; 3] = [Timer::Grace, Timer::Rest, Timer::Hint];

    /// Its place among them.
    #[must_use]
    pub(crate) fn index(self) -> usize {
        match self {
            Timer::Grace => 0,
            Timer::Rest => 1,
            Timer::Hint => 2,
        }
    }
}
