//! One widget of the page: takes events in, one after the other, and has their effects carried out.

use super::listener::{Frames, Timer};
use super::page::{Callback, Dom};
use super::pending::{Hover, Pending};
use super::tip::TipBox;
use crate::content::text;
use crate::geo::viewport::Viewport;
use crate::interaction::effect;
use crate::interaction::event::Event;
use crate::interaction::map_index::MapIndex;
use crate::interaction::model::Model;
use crate::render::element::Element;
use std::cell::{Ref, RefCell, RefMut};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// When the picture is brought up to what an event has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// At once.
    Now,
    /// Once for all that happens before the next frame.
    NextFrame,
}

/// In the second frame the first is painted.
pub(super) const PAINTED_FRAMES: u8 = 2;

/// One widget in the page. Every borrow of its state ends before the DOM is touched, for the DOM
/// calls back.
pub(super) struct Widget {
    pub(super) window: Dom,
    pub(super) document: Dom,
    pub(super) host: Dom,
    pub(super) root: Dom,
    pub(super) tip: TipBox,
    /// How the page is asked for something: what, and the request to the engine if it is one.
    call: Dom,
    state: RefCell<State>,
    itself: Weak<Widget>,
}

/// What changes in a widget.
pub(super) struct State {
    pub(super) model: Model,
    /// Whether the engine has the map.
    pub(super) is_ready: bool,
    /// Whether the engine is drawing, and whether it is to draw again after that.
    pub(super) is_asked: bool,
    pub(super) wants_more: bool,
    /// The part of the map that is drawn; None while that is nothing. During a gesture another one
    /// is shown.
    pub(super) drawn: Option<Viewport>,
    /// How many figures there were: tells whether an outline is that of before.
    pub(super) figures: u32,
    /// The tree that the figure in the page shows; None while that is the page's own text.
    pub(super) tree: Option<Rc<Element>>,
    /// Whether the figure of the page is of other files, and to be replaced by the next one.
    pub(super) is_stale: bool,
    /// The page's own figure, as it was before any script.
    pub(super) original: Option<Dom>,
    /// The list of facts: in the page, or to be put there; as a message until it is needed.
    pub(super) list: Option<Dom>,
    pub(super) list_text: String,
    pub(super) pending: Pending,
    /// What the mouse was last over, if that was not told yet.
    pub(super) hover: Option<Hover>,
    /// Whether the stage may have another size.
    pub(super) is_resized: bool,
    /// Which regions are outlined, as of which drawing.
    pub(super) outlined: (effect::Outlined, u32),
    /// Where a finger was put down on the sheet.
    pub(super) swiped_from: Option<f64>,
    pub(super) timers: [Option<Timer>; effect::Timer::ALL.len()],
    pub(super) frames: Frames,
    /// Puts the list of facts into the page, after the map was painted.
    list_timer: Option<Timer>,
    /// How many frames are to come before.
    pub(super) frames_to_list: u8,
    /// What waits for the clipboard.
    pub(super) answers: Option<(Callback, Callback)>,
    waiting: Vec<(Event, Option<Dom>)>,
    is_busy: bool,
}

impl Widget {
    /// None for an element that is in no page.
    pub(super) fn new(host: Dom, root: Dom, call: Dom) -> Option<Rc<Widget>> {
        let document = host.get("ownerDocument")?;
        let window = document.get("defaultView")?;
        let tip = TipBox::new(&document);
        Some(Rc::new_cyclic(|itself| {
            let frame = callback(itself, Box::new(|widget, _| widget.frame()));
            let frames = Frames::new(&window, frame);
            let state = RefCell::new(State::new(host.attribute("lang"), frames));
            let itself = itself.clone();
            Widget { window, document, host, root, tip, call, state, itself }
        }))
    }

    /// What there is now. It aborts where it would panic, for a panic brings the code of its message.
    #[inline(never)]
    pub(super) fn state(&self) -> Ref<'_, State> {
        self.state.try_borrow().unwrap_or_else(|_| std::process::abort())
    }

    /// The same, to be changed.
    #[inline(never)]
    pub(super) fn edit(&self) -> RefMut<'_, State> {
        self.state.try_borrow_mut().unwrap_or_else(|_| std::process::abort())
    }

    /// What is known of the map that is shown.
    #[inline(never)]
    pub(super) fn map(&self) -> Option<Rc<MapIndex>> {
        self.state().model.map().cloned()
    }

    /// The part of the map that the reader wants to see.
    pub(super) fn viewport(&self) -> Viewport {
        self.state().model.reader().viewport
    }

    /// Takes an event in and carries out what follows from it. An event that happens meanwhile,
    /// such as the focus that an effect moves, waits its turn.
    #[inline(never)]
    pub(super) fn dispatch(&self, event: Event, cause: Option<&Dom>, when: When) {
        if when == When::Now {
            self.catch_up();
        }
        {
            let mut state = self.edit();
            state.waiting.push((event, cause.cloned()));
            if std::mem::replace(&mut state.is_busy, true) {
                return;
            }
        }
        self.work(when);
    }

    /// Takes in all events that wait, and what follows from them.
    fn work(&self, when: When) {
        loop {
            let waiting = std::mem::take(&mut self.edit().waiting);
            if waiting.is_empty() {
                break;
            }
            for (event, cause) in waiting {
                let effects = self.edit().model.update(event);
                for effect in &effects {
                    self.carry_out(effect, cause.as_ref());
                }
            }
            if when == When::Now {
                self.flush();
            }
        }
        let mut state = self.edit();
        state.is_busy = false;
        if !state.pending.is_empty() {
            state.frames.request();
        }
    }

    /// Takes an event in that has no cause in the page.
    #[inline(never)]
    pub(super) fn update(&self, event: Event) {
        self.dispatch(event, None, When::Now);
    }

    /// A frame is about to be painted.
    fn frame(&self) {
        self.edit().frames.done();
        self.frame_to_list();
        self.catch_up();
        self.measure();
        self.flush_idle();
    }

    /// Carries out what is pending, unless that is being done.
    fn flush_idle(&self) {
        if !std::mem::replace(&mut self.edit().is_busy, true) {
            self.flush();
            // Moving the focus in an adopted or redrawn map is an event too.
            self.work(When::Now);
        }
    }

    /// A function for the page to call, which does nothing when the widget is gone.
    pub(super) fn callback(&self, run: Run) -> Callback {
        callback(&self.itself, run)
    }

    pub(super) fn start_timer(&self, timer: effect::Timer, delay_ms: i32) {
        let fired = self.callback(Box::new(move |widget, _| {
            widget.update(Event::TimerFired(timer));
        }));
        self.set_timer(timer, Some(Timer::new(&self.window, delay_ms, fired)));
    }

    /// Shows the list of facts when the map has been painted.
    fn frame_to_list(&self) {
        let mut state = self.edit();
        match state.frames_to_list {
            0 => return,
            1 => {
                let painted = self.callback(Box::new(|widget, _| widget.show_list()));
                state.list_timer = Some(Timer::new(&self.window, 0, painted));
            }
            _ => state.frames.request(),
        }
        state.frames_to_list -= 1;
    }

    pub(super) fn set_timer(&self, timer: effect::Timer, to: Option<Timer>) {
        if let Some(slot) = self.edit().timers.get_mut(timer.index()) {
            *slot = to;
        }
    }

    /// The first element of the widget that matches.
    #[inline(never)]
    pub(super) fn find(&self, selector: &str) -> Option<Dom> {
        self.root.find(selector)
    }

    /// What has the focus in the widget.
    pub(super) fn focused(&self) -> Option<Dom> {
        self.root.get("activeElement")
    }

    /// Asks the page for something: `engine`, or one of the files that can come later.
    pub(super) fn need(&self, what: &str) {
        self.call(what, None);
    }

    /// Calls the page; a request is to the engine.
    #[inline(never)]
    pub(super) fn call(&self, what: &str, request: Option<&str>) {
        // A page that throws has its own error to show.
        let _ = self.call.call(&JsValue::NULL, what, request);
    }

    #[inline(never)]
    pub(super) fn region_element(&self, region: usize) -> Option<Dom> {
        self.find(&text::concat(&["[data-region=\"", &text::count(region), "\"]"]))
    }
}

/// What a callback does with a widget and what the page hands over.
pub(super) type Run = Box<dyn Fn(&Widget, &Dom)>;

/// Weak, or the widget would hold its callbacks and they the widget.
#[inline(never)]
fn callback(widget: &Weak<Widget>, run: Run) -> Callback {
    let widget = widget.clone();
    Closure::new(move |event: Dom| {
        if let Some(widget) = widget.upgrade() {
            run(&widget, &event);
        }
    })
}

impl State {
    fn new(language: Option<String>, frames: Frames) -> State {
        State {
            model: Model::new(language),
            is_ready: false,
            is_asked: false,
            wants_more: false,
            drawn: None,
            figures: 0,
            tree: None,
            is_stale: false,
            original: None,
            list: None,
            list_text: String::new(),
            pending: Pending::default(),
            hover: None,
            is_resized: false,
            outlined: Default::default(),
            swiped_from: None,
            timers: Default::default(),
            frames,
            list_timer: None,
            frames_to_list: 0,
            answers: None,
            waiting: Vec::new(),
            is_busy: false,
        }
    }
}
