//! The widget in the page: shows a map, takes intents in, carries patches out.

use super::dom;
use super::listener::Timer;
use super::popup::Popup;
use crate::engine::map::Map;
use crate::error::Error;
use crate::interaction::navigation::end;
use crate::interaction::popup_machine::{Pinned, PopupEffect, PopupEvent, PopupMachine};
use crate::interaction::reader_state::ReaderState;
use crate::render::element::Element as Tree;
use crate::scene::view_scene::ViewScene;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, ShadowRoot, SvgElement, Window};

/// Time in which the pointer can travel from a region to its popup.
const GRACE_MS: i32 = 220;
/// Sizes that follow each other faster than this are drawn once.
const RESIZED_MS: i32 = 150;

/// A callback of a promise.
pub(super) type Answer = Closure<dyn FnMut(JsValue)>;

/// One widget in the page. Every borrow ends before the DOM is touched, for the DOM calls back.
pub(super) struct Page {
    pub(super) window: Window,
    pub(super) document: Document,
    pub(super) host: HtmlElement,
    pub(super) root: ShadowRoot,
    /// The language that the author has given the element, if any.
    pub(super) home_language: Option<String>,
    pub(super) popup: Popup,
    map: RefCell<Option<Rc<Map>>>,
    pub(super) interaction: RefCell<PopupMachine>,
    /// What the reader has set.
    pub(super) state: RefCell<Option<ReaderState>>,
    /// What is drawn; during a gesture it is moved, not drawn anew.
    pub(super) drawn: RefCell<Option<Rc<ViewScene>>>,
    /// The tree that the figure in the page shows.
    tree: RefCell<Option<Rc<Tree>>>,
    grace: RefCell<Option<Timer>>,
    /// Ends a gesture.
    pub(super) rest: RefCell<Option<Timer>>,
    /// Hides the hint.
    pub(super) hint: RefCell<Option<Timer>>,
    /// Where the popup points: parts of the shown width and height.
    pub(super) anchor: Cell<(f64, f64)>,
    /// The region whose popup is shown.
    shown: Cell<Option<usize>>,
    /// The region on which a finger was put down.
    pub(super) touched: Cell<Option<usize>>,
    /// Where the pointer was when it closed a popup: what it uncovers there is not entered.
    pub(super) still: Cell<Option<(i32, i32)>>,
    /// The region that is the map's tab stop.
    pub(super) focused: Cell<Option<usize>>,
    /// Letters typed, and when the last was.
    pub(super) typed: RefCell<(String, f64)>,
    /// What fingers or the mouse are doing to the map.
    pub(super) grip: RefCell<super::gesture::Gesture>,
    /// The regions that the search lists, and which of them is active.
    pub(super) found: RefCell<(Vec<usize>, Option<usize>)>,
    /// Whether there are finer shapes than those drawn.
    is_stale: Cell<bool>,
    /// Whether what changes is what the page's address says already.
    pub(super) is_restoring: Cell<bool>,
    /// What waits for the clipboard.
    pub(super) answers: RefCell<Option<(Answer, Answer)>>,
    /// The link outside of the map that has opened the popup.
    pub(super) opener: RefCell<Option<HtmlElement>>,
    itself: RefCell<Weak<Page>>,
}

impl Page {
    pub(super) fn new(host: HtmlElement, root: ShadowRoot) -> Result<Page, JsValue> {
        let window = web_sys::window().ok_or("no window")?;
        let document = window.document().ok_or("no document")?;
        let popup = Popup::new(&document)?;
        Ok(Page {
            window,
            document,
            home_language: host.get_attribute("lang"),
            host,
            root,
            popup,
            map: RefCell::default(),
            interaction: RefCell::default(),
            state: RefCell::default(),
            drawn: RefCell::default(),
            tree: RefCell::default(),
            grace: RefCell::default(),
            rest: RefCell::default(),
            hint: RefCell::default(),
            anchor: Cell::new((0.5, 0.5)),
            shown: Cell::default(),
            touched: Cell::default(),
            still: Cell::default(),
            focused: Cell::default(),
            typed: RefCell::default(),
            grip: RefCell::default(),
            found: RefCell::default(),
            is_stale: Cell::default(),
            is_restoring: Cell::default(),
            answers: RefCell::default(),
            opener: RefCell::default(),
            itself: RefCell::default(),
        })
    }

    /// The map that is shown.
    #[inline(never)]
    pub(super) fn map(&self) -> Option<Rc<Map>> {
        self.map.borrow().clone()
    }

    /// Shows a map; true if the page already showed it and its nodes were kept.
    pub(super) fn show(self: &Rc<Self>, map: Map) -> Result<bool, JsValue> {
        *self.itself.borrow_mut() = Rc::downgrade(self);
        self.is_restoring.set(true);
        let kept = self.kept(&map);
        if kept.is_none() {
            self.handle(PopupEvent::Select(None));
            self.interaction.replace(PopupMachine::default());
            self.focused.set(None);
            self.state.replace(Some(self.first_state(&map)));
        }
        self.rest.replace(None);
        self.forget_gesture();
        self.say("");
        let adopted = self.adopt(&map)?;
        self.show_list(&map, adopted)?;
        self.popup.attach(&self.root)?;
        self.drawn.replace(None);
        let first = end(&map.stops(), false);
        self.map.replace(Some(Rc::new(map)));
        match kept {
            Some(Some(region)) => self.show_popup(region, Pinned::Yes)?,
            Some(None) => {}
            None => self.restore_from_page(),
        }
        self.redraw()?;
        if let (None, Some(first)) = (self.focused.get(), first) {
            self.rove(first);
        }
        self.is_restoring.set(false);
        self.remember(false);
        Ok(adopted)
    }

    /// Whether a new map is the one that is shown in other words, so that the reader stays where
    /// she is; then, the region whose popup is pinned.
    fn kept(&self, map: &Map) -> Option<Option<usize>> {
        let before = self.map()?;
        let ids = |map: &Map| map.scene().regions.iter().map(|region| region.id.clone()).collect();
        let (old, new): (Vec<String>, Vec<String>) = (ids(&before), ids(map));
        let is_same = old == new && before.frame() == map.frame();
        is_same.then(|| self.interaction.borrow().selected())
    }

    /// What is set at first: where the system takes the colours away, areas carry patterns.
    pub(super) fn first_state(&self, map: &Map) -> ReaderState {
        ReaderState { has_patterns: self.matches("(forced-colors: active)"), ..map.state() }
    }

    /// Keeps the figure that the page shows if it is this one, else puts this one in its place.
    fn adopt(&self, map: &Map) -> Result<bool, JsValue> {
        if self.tree.borrow().is_some() {
            return Ok(false);
        }
        let figure = map.figure();
        let old = self.root.query_selector("figure.summit-map")?;
        let shown = old.as_ref().and_then(|old| old.get_attribute("data-fingerprint"));
        let adopted = shown.as_deref() == figure.attribute("data-fingerprint");
        if !adopted {
            let new = dom::build(&self.document, &figure)?;
            match old {
                Some(old) => old.replace_with_with_node_1(&new)?,
                None => {
                    let slot = self.root.query_selector("slot")?;
                    self.root.insert_before(&new, slot.as_deref())?;
                }
            }
        }
        self.tree.replace(Some(Rc::new(figure)));
        Ok(adopted)
    }

    /// The list of facts stands in the page, where links reach it. A list of the author's stays.
    fn show_list(&self, map: &Map, adopted: bool) -> Result<(), JsValue> {
        let old = self.host.query_selector(":scope > .summit-facts")?;
        let is_empty = self.host.first_element_child().is_none();
        if (adopted && old.is_some()) || (old.is_none() && !is_empty) {
            return Ok(());
        }
        let list = dom::build(&self.document, &map.fact_list())?;
        match old {
            Some(old) => old.replace_with_with_node_1(&list),
            None => self.host.append_child(&list).map(|_| ()),
        }
    }

    /// Brings the page's figure up to what the reader has set.
    pub(super) fn redraw(&self) -> Result<(), JsValue> {
        let (Some(map), Some(state)) = (self.map(), self.state.borrow().clone()) else {
            return Ok(());
        };
        let width_px = self.drawing().map_or(0.0, |drawing| drawing.width);
        #[expect(clippy::cast_possible_truncation, reason = "a width of a screen")]
        let width_px = width_px as i32;
        let is_stale = self.is_stale.take();
        let before = self.drawn.borrow().clone();
        let before = before.filter(|drawn| !is_stale && drawn.is(&state.viewport, width_px));
        let drawn = before.unwrap_or_else(|| Rc::new(map.draw(&state.viewport, width_px)));
        self.drawn.replace(Some(drawn.clone()));
        self.patch(map.live_figure(&drawn, &state))?;
        self.settle();
        Ok(())
    }

    fn patch(&self, tree: Tree) -> Result<(), JsValue> {
        let new = Rc::new(tree);
        let old = self.tree.replace(Some(new.clone()));
        match (old, self.root.query_selector("figure.summit-map")?) {
            (Some(old), Some(node)) => dom::patch(&self.document, &node, &old, &new),
            (_, _) => Ok(()),
        }
    }

    pub(super) fn select(&self, id: Option<&str>) -> Result<(), Error> {
        let Some(id) = id else {
            self.handle(PopupEvent::Select(None));
            return Ok(());
        };
        let map = self.map();
        let region = map.and_then(|map| map.scene().find(id));
        let region = region.ok_or_else(|| Error::UnknownRegion { id: id.to_owned() })?;
        self.point_at_region(region);
        self.handle(PopupEvent::Select(Some(region)));
        Ok(())
    }

    pub(super) fn refine(&self, bytes: &[u8]) -> Result<(), Error> {
        // Nothing else holds the map between two events.
        if let Some(map) = self.map.borrow_mut().as_mut().and_then(Rc::get_mut) {
            map.refine(bytes)?;
        }
        // What is drawn is coarse; a gesture that is under way draws anew at its end.
        self.is_stale.set(true);
        if self.rest.borrow().is_none() {
            // It fails only where the host page has taken the nodes away.
            let _ = self.redraw();
        }
        Ok(())
    }

    /// The window has another size.
    pub(super) fn resized(&self) {
        self.place_popup();
        self.rest.replace(self.after(RESIZED_MS, Page::come_to_rest).ok());
    }

    pub(super) fn svg(&self) -> Option<String> {
        self.map.borrow().as_ref().map(|map| map.svg())
    }

    pub(super) fn is_popup_shown(&self) -> bool {
        self.interaction.borrow().shown().is_some()
    }

    /// Takes an intent in and carries out what follows from it.
    pub(super) fn handle(&self, intent: PopupEvent) {
        let patches = self.interaction.borrow_mut().handle(intent);
        for patch in patches {
            // A DOM call fails only where the host page has taken the nodes away.
            let _ = self.carry_out(patch);
        }
    }

    fn carry_out(&self, patch: PopupEffect) -> Result<(), JsValue> {
        match patch {
            PopupEffect::Show { region, pinned } => self.show_popup(region, pinned),
            PopupEffect::Hide => self.hide_popup(),
            PopupEffect::StartGrace => self.start_grace(),
            PopupEffect::StopGrace => {
                self.grace.replace(None);
                Ok(())
            }
            PopupEffect::Highlight(region) => self.highlight(region),
            PopupEffect::FocusPopup => self.popup.focus(),
            PopupEffect::FocusRegion(region) => match self.opener.take() {
                Some(opener) if opener.is_connected() => opener.focus(),
                Some(_) | None => self.focus_region(region),
            },
            PopupEffect::Selected(region) => self.tell_selected(region),
        }
    }

    fn show_popup(&self, region: usize, pinned: Pinned) -> Result<(), JsValue> {
        let Some(map) = self.map() else {
            return Ok(());
        };
        let Some(entry) = map.entry(region) else {
            return Ok(());
        };
        self.opener.take();
        self.popup.show(&self.document, &entry, pinned, map.words())?;
        self.shown.set(Some(region));
        self.expand((pinned == Pinned::Yes).then_some(region))?;
        self.place_popup();
        Ok(())
    }

    fn hide_popup(&self) -> Result<(), JsValue> {
        let active = self.root.active_element();
        let had_focus = self.popup.holds(active.as_deref());
        let region = self.shown.take();
        self.expand(None)?;
        self.popup.hide()?;
        // Focus that was in the popup must not fall to the page's start.
        match region.filter(|_| had_focus) {
            Some(region) => self.focus_region(region),
            None => Ok(()),
        }
    }

    fn start_grace(&self) -> Result<(), JsValue> {
        self.grace.replace(Some(self.after(GRACE_MS, |view| view.handle(PopupEvent::GraceOver))?));
        Ok(())
    }

    /// A callback of a promise.
    pub(super) fn later(&self, run: impl Fn(&Page) + 'static) -> Answer {
        let view = self.itself.borrow().clone();
        Closure::new(move |_| {
            if let Some(view) = view.upgrade() {
                run(&view);
            }
        })
    }

    /// Runs something later, unless the timer is dropped.
    pub(super) fn after(&self, delay_ms: i32, run: fn(&Page)) -> Result<Timer, JsValue> {
        let view = self.itself.borrow().clone();
        Timer::new(&self.window, delay_ms, move || {
            if let Some(view) = view.upgrade() {
                run(&view);
            }
        })
    }

    /// The first element of the widget that matches.
    pub(super) fn find<T: JsCast>(&self, selector: &str) -> Option<T> {
        self.root.query_selector(selector).ok().flatten()?.dyn_into().ok()
    }

    pub(super) fn region_element(&self, region: usize) -> Option<Element> {
        self.find(&format!("[data-region=\"{region}\"]"))
    }

    pub(super) fn svg_element(&self) -> Option<SvgElement> {
        self.find(".map")
    }

    fn expand(&self, region: Option<usize>) -> Result<(), JsValue> {
        if let Some(old) = self.root.query_selector("[aria-expanded=\"true\"][data-region]")? {
            old.set_attribute("aria-expanded", "false")?;
        }
        match region.and_then(|region| self.region_element(region)) {
            Some(element) if element.has_attribute("aria-expanded") => {
                element.set_attribute("aria-expanded", "true")
            }
            Some(_) | None => Ok(()),
        }
    }

    fn highlight(&self, region: Option<usize>) -> Result<(), JsValue> {
        if let Some(old) = self.root.query_selector(".active")? {
            old.remove_attribute("class")?;
        }
        let line = self.root.query_selector(".highlight")?;
        let Some(region) = region else {
            return line.map_or(Ok(()), |line| line.remove_attribute("href"));
        };
        if let Some(line) = line {
            line.set_attribute("href", &format!("#r{region}"))?;
        }
        match self.region_element(region) {
            Some(element) => element.set_attribute("class", "active"),
            None => Ok(()),
        }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.popup.remove();
        // The page keeps the map as it was before the script, for whoever adopts it next.
        if let Some(map) = self.map.take() {
            // These fail only where the host page has taken the nodes away.
            let _ = self.highlight(None);
            let _ = self.patch(map.figure());
        }
    }
}
