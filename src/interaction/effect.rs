//! What a widget has to do: data that whoever owns the page carries out, in order.

use crate::geo::viewport::Viewport;
use crate::interaction::command::Command;
use crate::interaction::permalink::Permalink;

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
    /// Open the search, or close it, which empties its field.
    ShowSearch(bool),
    /// Say of a region's button that it has opened the card.
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
    /// Move keyboard focus, and scroll the page as little as shows it.
    Focus(FocusOn),
    /// Scroll the page as little as shows a region above the sheet.
    Reveal(usize),
    /// From the last control of the card go to the first, or back from the first to the last.
    StayInCard {
        /// Whether it goes back.
        is_back: bool,
    },
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
    /// Let regions recede, or stand out again, as the filter says.
    Filter,
    /// Move the drawn picture to where another viewport has it.
    Move {
        /// The viewport.
        viewport: Viewport,
        /// How long that takes; 0 for at once.
        eased_ms: i32,
    },
    /// Draw these outlines over the map.
    Outline(Outlined),
    /// Show this card, or none.
    Card(Option<Card>),
    /// Show this tip, or none.
    Tip(Option<Tip>),
    /// Show a hint over the map, or none.
    Hint(&'static str),
}

/// Which regions are outlined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Outlined {
    /// The one whose card is open.
    pub selected: Option<usize>,
    /// Another, which a click or the Enter key would choose.
    pub pointed: Option<usize>,
}

/// All about one region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Card {
    /// The region.
    pub region: usize,
    /// Whether the reader has pulled it up, where it is a sheet.
    pub is_pulled: bool,
}

/// A few words on a region.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Tip {
    /// The region.
    pub region: usize,
    /// Where the pointer came to it; None for the keyboard focus.
    pub at: Option<(f64, f64)>,
}

/// Where keyboard focus can be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FocusOn {
    /// A region that the keyboard reaches.
    Region(usize),
    /// The map as a whole.
    Map,
    /// The heading of the card.
    Card,
    /// A control; one of the card that is gone leaves the focus to its heading.
    Control(Command),
    /// The search field.
    Search,
    /// The table, which is opened.
    Table,
    /// The first line of the legend.
    Legend,
}

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Timer {
    /// Time in which the pointer can travel from a region to its tip.
    Grace,
    /// The end of a movement of the map.
    Rest,
    /// The end of a hint.
    Hint,
    /// What is to be said when the reader has stopped typing, or the end of what was said.
    Said,
}

impl Timer {
    /// Every timer.
    pub(crate) const ALL: [Timer; 4] = [Timer::Grace, Timer::Rest, Timer::Hint, Timer::Said];

    /// Its place among them.
    #[must_use]
    pub(crate) fn index(self) -> usize {
        match self {
            Timer::Grace => 0,
            Timer::Rest => 1,
            Timer::Hint => 2,
            Timer::Said => 3,
        }
    }
}
