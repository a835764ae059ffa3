//! One widget of the page: takes events in, one after the other, and has their effects carried out.

use super::listener::{Frames, Timer};
use super::pending::{Hover, Pending};
use super::tip::TipBox;
use crate::content::digits;
use crate::geo::viewport::Viewport;
use crate::interaction::effect;
use crate::interaction::event::Event;
use crate::interaction::message::keep::Keep;
use crate::interaction::model::Model;
use crate::render::element::Element;
use js_sys::Function;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, HtmlElement, ShadowRoot, Window};

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

/// A callback of a promise.
pub(super) type Answer = Closure<dyn FnMut(JsValue)>;

/// One widget in the page. Every borrow of its state ends before the DOM is touched, for the DOM
/// calls back.
pub(super) struct Widget {
    pub(super) window: Window,
    pub(super) document: Document,
    pub(super) host: HtmlElement,
    pub(super) root: ShadowRoot,
    pub(super) tip: TipBox,
    /// How the page is asked for something: what, and the request to the engine if it is one.
    pub(super) call: Function,
    pub(super) state: RefCell<State>,
    itself: Weak<Widget>,
}

/// What changes in a widget.
pub(super) struct State {
    pub(super) model: Model,
    /// Words and names of elements that came with messages.
    pub(super) keep: Keep,
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
    pub(super) original: Option<web_sys::Node>,
    /// The list of facts: in the page, or to be put there; as a message until it is needed.
    pub(super) list: Option<web_sys::Element>,
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
    pub(super) answers: Option<(Answer, Answer)>,
    waiting: Vec<(Event, Option<web_sys::Event>)>,
    is_busy: bool,
}

impl Widget {
    pub(super) fn new(
        host: HtmlElement,
        root: ShadowRoot,
        call: Function,
    ) -> Result<Rc<Widget>, JsValue> {
        // Not `web_sys::window`, which first looks for what holds it.
        let document = host.owner_document().ok_or("no document")?;
        let window = document.default_view().ok_or("no window")?;
        let tip = TipBox::new(&document)?;
        Ok(Rc::new_cyclic(|itself: &Weak<Widget>| {
            let next = itself.clone();
            let frames = Frames::new(&window, move || {
                if let Some(widget) = next.upgrade() {
                    widget.frame();
                }
            });
            let state = State {
                model: Model::new(host.get_attribute("lang")),
                keep: Keep::default(),
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
            };
            let (state, itself) = (RefCell::new(state), itself.clone());
            Widget { window, document, host, root, tip, call, state, itself }
        }))
    }

    /// Takes an event in and carries out what follows from it. An event that happens meanwhile,
    /// such as the focus that an effect moves, waits its turn.
    #[inline(never)]
    pub(super) fn dispatch(&self, event: Event, cause: Option<&web_sys::Event>, when: When) {
        if when == When::Now {
            self.catch_up();
        }
        {
            let mut state = self.state.borrow_mut();
            state.waiting.push((event, cause.cloned()));
            if std::mem::replace(&mut state.is_busy, true) {
                return;
            }
        }
        loop {
            while let Some((event, cause)) = self.next() {
                let effects = self.state.borrow_mut().model.update(event);
                for effect in effects {
                    // It fails only where the host page has taken the nodes away.
                    let _ = self.carry_out(effect, cause.as_ref());
                }
            }
            if when == When::Now {
                self.flush();
            }
            if self.state.borrow().waiting.is_empty() {
                break;
            }
        }
        let mut state = self.state.borrow_mut();
        state.is_busy = false;
        if !state.pending.is_empty() {
            state.frames.request();
        }
    }

    fn next(&self) -> Option<(Event, Option<web_sys::Event>)> {
        let waiting = &mut self.state.borrow_mut().waiting;
        (!waiting.is_empty()).then(|| waiting.remove(0))
    }

    /// Takes an event in that has no cause in the page.
    #[inline(never)]
    pub(super) fn update(&self, event: Event) {
        self.dispatch(event, None, When::Now);
    }

    /// A frame is about to be painted.
    fn frame(&self) {
        self.state.borrow_mut().frames.done();
        // It fails only where the window is gone.
        let _ = self.frame_to_list();
        self.catch_up();
        self.measure();
        self.flush_idle();
    }

    /// Carries out what is pending, unless that is being done.
    fn flush_idle(&self) {
        if !self.state.borrow().is_busy {
            self.state.borrow_mut().is_busy = true;
            self.flush();
            self.state.borrow_mut().is_busy = false;
            // Moving the focus in an adopted or redrawn map is an event too.
            if let Some((event, cause)) = self.next() {
                self.dispatch(event, cause.as_ref(), When::Now);
            }
        }
    }

    /// A callback of a promise.
    pub(super) fn later(&self, run: impl Fn(&Widget) + 'static) -> Answer {
        let widget = self.itself.clone();
        Closure::new(move |_| {
            if let Some(widget) = widget.upgrade() {
                run(&widget);
            }
        })
    }

    pub(super) fn start_timer(&self, timer: effect::Timer, delay_ms: i32) -> Result<(), JsValue> {
        let widget = self.itself.clone();
        let started = Timer::new(&self.window, delay_ms, move || {
            if let Some(widget) = widget.upgrade() {
                widget.update(Event::TimerFired(timer));
            }
        })?;
        self.set_timer(timer, Some(started));
        Ok(())
    }

    /// Shows the list of facts when the map has been painted.
    fn frame_to_list(&self) -> Result<(), JsValue> {
        let mut state = self.state.borrow_mut();
        match state.frames_to_list {
            0 => return Ok(()),
            1 => {
                let widget = self.itself.clone();
                state.list_timer = Some(Timer::new(&self.window, 0, move || {
                    if let Some(widget) = widget.upgrade() {
                        // It fails only where the host page has taken the nodes away.
                        let _ = widget.show_list();
                    }
                })?);
            }
            _ => state.frames.request(),
        }
        state.frames_to_list -= 1;
        Ok(())
    }

    pub(super) fn set_timer(&self, timer: effect::Timer, to: Option<Timer>) {
        if let Some(slot) = self.state.borrow_mut().timers.get_mut(timer.index()) {
            *slot = to;
        }
    }

    /// The first element of the widget that matches.
    pub(super) fn find(&self, selector: &str) -> Option<web_sys::Element> {
        self.root.query_selector(selector).ok().flatten()
    }

    /// All elements of the widget that match.
    pub(super) fn all(&self, selector: &str) -> Vec<web_sys::Element> {
        let mut found = Vec::new();
        if let Ok(list) = self.root.query_selector_all(selector) {
            for place in 0..list.length() {
                found.extend(list.item(place).map(JsCast::unchecked_into));
            }
        }
        found
    }

    /// Asks the page for something: `engine`, or one of the files that can come later.
    pub(super) fn need(&self, what: &str) {
        // A page that throws has its own error to show.
        let _ = self.call.call2(&JsValue::NULL, &what.into(), &JsValue::UNDEFINED);
    }

    pub(super) fn region_element(&self, region: usize) -> Option<web_sys::Element> {
        self.find(&["[data-region=\"", &digits::count(region), "\"]"].concat())
    }

    /// Whether a media query matches.
    pub(super) fn matches(&self, query: &str) -> bool {
        self.window.match_media(query).ok().flatten().is_some_and(|list| list.matches())
    }
}
