//! The widget in the page: shows a map, takes intents in, carries patches out.

use super::dom;
use super::listener::Timer;
use super::popup::Popup;
use crate::error::Error;
use crate::interaction::{Intent, Interaction, Patch, Pinned};
use crate::map::Map;
use crate::navigation::{Stop, end, typed};
use crate::placement::Area;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    CustomEvent, CustomEventInit, Document, Element, Event, FocusOptions, HtmlElement, MouseEvent,
    ShadowRoot, SvgElement, Window,
};

/// Time in which the pointer can travel from a region to its popup.
const GRACE_MS: i32 = 220;
/// Letters typed within this time of each other are one text.
const TYPING_MS: f64 = 800.0;

/// One widget in the page. Every borrow ends before the DOM is touched, for the DOM calls back.
pub(super) struct View {
    pub(super) window: Window,
    pub(super) document: Document,
    pub(super) host: HtmlElement,
    pub(super) root: ShadowRoot,
    popup: Popup,
    map: RefCell<Option<Rc<Map>>>,
    interaction: RefCell<Interaction>,
    grace: RefCell<Option<Timer>>,
    /// Where the popup points: parts of the drawing's width and height.
    anchor: Cell<(f64, f64)>,
    /// The region whose popup is shown.
    shown: Cell<Option<usize>>,
    /// The region on which a finger was put down.
    touched: Cell<Option<usize>>,
    /// Where the pointer was when it closed a popup: what it uncovers there is not entered.
    still: Cell<Option<(i32, i32)>>,
    /// The region that is the map's tab stop.
    focused: Cell<Option<usize>>,
    /// Letters typed, and when the last was.
    typed: RefCell<(String, f64)>,
    itself: RefCell<Weak<View>>,
}

impl View {
    pub(super) fn new(host: HtmlElement, root: ShadowRoot) -> Result<View, JsValue> {
        let window = web_sys::window().ok_or("no window")?;
        let document = window.document().ok_or("no document")?;
        let popup = Popup::new(&document)?;
        Ok(View {
            window,
            document,
            host,
            root,
            popup,
            map: RefCell::default(),
            interaction: RefCell::default(),
            grace: RefCell::default(),
            anchor: Cell::new((0.5, 0.5)),
            shown: Cell::default(),
            touched: Cell::default(),
            still: Cell::default(),
            focused: Cell::default(),
            typed: RefCell::default(),
            itself: RefCell::default(),
        })
    }

    /// Shows a map; true if the page already showed it and its nodes were kept.
    pub(super) fn show(self: &Rc<Self>, map: Map) -> Result<bool, JsValue> {
        *self.itself.borrow_mut() = Rc::downgrade(self);
        self.handle(Intent::Select(None));
        let figure = map.figure();
        let fingerprint = figure.attribute("data-fingerprint").unwrap_or_default();
        let old = self.root.query_selector("figure.summit-map")?;
        let shown = old.as_ref().and_then(|old| old.get_attribute("data-fingerprint"));
        let adopted = shown.as_deref() == Some(fingerprint);
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
        self.show_list(&map, adopted)?;
        self.make_live()?;
        self.popup.attach(&self.root)?;
        let first = end(&map.stops(), false);
        self.map.replace(Some(Rc::new(map)));
        self.focused.set(None);
        if let Some(first) = first {
            self.rove(first);
        }
        self.interaction.replace(Interaction::default());
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

    /// From here on a region is a button: it opens a popup instead of leading to the list.
    fn make_live(&self) -> Result<(), JsValue> {
        let links = self.root.query_selector_all("a[data-region]")?;
        for index in 0..links.length() {
            if let Some(link) = links.get(index).and_then(|node| node.dyn_into::<Element>().ok()) {
                link.set_attribute("role", "button")?;
                link.set_attribute("aria-haspopup", "dialog")?;
                link.set_attribute("aria-expanded", "false")?;
                link.set_attribute("tabindex", "-1")?;
            }
        }
        if let Some(svg) = self.svg_element() {
            svg.set_attribute("tabindex", "-1")?;
        }
        Ok(())
    }

    pub(super) fn select(&self, id: Option<&str>) -> Result<(), Error> {
        let Some(id) = id else {
            self.handle(Intent::Select(None));
            return Ok(());
        };
        let map = self.map.borrow().clone();
        let region = map.and_then(|map| map.scene().find(id));
        let region = region.ok_or_else(|| Error::UnknownRegion { id: id.to_owned() })?;
        self.point_at_region(region);
        self.handle(Intent::Select(Some(region)));
        Ok(())
    }

    pub(super) fn svg(&self) -> Option<String> {
        self.map.borrow().as_ref().map(|map| map.svg())
    }

    pub(super) fn is_popup_shown(&self) -> bool {
        self.interaction.borrow().shown().is_some()
    }

    /// Takes an intent in and carries out what follows from it.
    pub(super) fn handle(&self, intent: Intent) {
        let patches = self.interaction.borrow_mut().handle(intent);
        for patch in patches {
            // A DOM call fails only where the host page has taken the nodes away.
            let _ = self.carry_out(patch);
        }
    }

    fn carry_out(&self, patch: Patch) -> Result<(), JsValue> {
        match patch {
            Patch::Show { region, pinned } => self.show_popup(region, pinned),
            Patch::Hide => self.hide_popup(),
            Patch::StartGrace => self.start_grace(),
            Patch::StopGrace => {
                self.grace.replace(None);
                Ok(())
            }
            Patch::Highlight(region) => self.highlight(region),
            Patch::FocusPopup => self.popup.focus(),
            Patch::FocusRegion(region) => self.focus_region(region),
            Patch::Selected(region) => self.tell(region),
        }
    }

    fn show_popup(&self, region: usize, pinned: Pinned) -> Result<(), JsValue> {
        let Some(map) = self.map.borrow().clone() else {
            return Ok(());
        };
        let Some(entry) = map.entry(region) else {
            return Ok(());
        };
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
        let view = self.itself.borrow().clone();
        let timer = Timer::new(&self.window, GRACE_MS, move || {
            if let Some(view) = view.upgrade() {
                view.handle(Intent::GraceOver);
            }
        })?;
        self.grace.replace(Some(timer));
        Ok(())
    }

    fn region_element(&self, region: usize) -> Option<Element> {
        self.root.query_selector(&format!("[data-region=\"{region}\"]")).ok().flatten()
    }

    fn svg_element(&self) -> Option<SvgElement> {
        let map = self.root.query_selector(".map").ok().flatten()?;
        map.dyn_into().ok()
    }

    fn expand(&self, region: Option<usize>) -> Result<(), JsValue> {
        if let Some(old) = self.root.query_selector("[aria-expanded=\"true\"]")? {
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
            old.class_list().remove_1("active")?;
        }
        let line = self.root.query_selector(".highlight")?;
        let Some(region) = region else {
            return line.map_or(Ok(()), |line| line.remove_attribute("href"));
        };
        if let Some(line) = line {
            line.set_attribute("href", &format!("#r{region}"))?;
        }
        match self.region_element(region) {
            Some(element) => element.class_list().add_1("active"),
            None => Ok(()),
        }
    }

    fn focus_region(&self, region: usize) -> Result<(), JsValue> {
        // Land without facts is no stop of the keyboard; focus stays in the map all the same.
        let link = self.region_element(region).filter(|element| element.has_attribute("href"));
        match link
            .and_then(|link| link.dyn_into::<SvgElement>().ok())
            .or_else(|| self.svg_element())
        {
            Some(element) => {
                // A region as large as Canada would be scrolled to its far corner.
                let options = FocusOptions::new();
                options.set_prevent_scroll(true);
                element.focus_with_options(&options)
            }
            None => Ok(()),
        }
    }

    /// What lies under the pointer.
    pub(super) fn under(&self, mouse: &MouseEvent) -> Option<Element> {
        #[expect(clippy::cast_precision_loss, reason = "a place on a screen")]
        let (x, y) = (mouse.client_x() as f32, mouse.client_y() as f32);
        self.root.element_from_point(x, y)
    }

    /// Notes where a finger was put down.
    pub(super) fn touch(&self, region: Option<usize>) {
        self.touched.set(region);
    }

    /// The region that a click means: of a finger the one on which it was put down, for the
    /// browser moves its clicks to links nearby.
    pub(super) fn meant(&self, region: usize) -> usize {
        self.touched.take().unwrap_or(region)
    }

    /// Notes that the pointer closed the popup here.
    pub(super) fn stand_still(&self, mouse: &MouseEvent) {
        self.still.set(Some((mouse.client_x(), mouse.client_y())));
    }

    /// Whether the pointer has moved since it closed a popup.
    pub(super) fn has_moved(&self, mouse: &MouseEvent) -> bool {
        let here = (mouse.client_x(), mouse.client_y());
        self.still.get().is_none_or(|still| still != here)
    }

    /// Whether an event happened on the map or in the popup.
    pub(super) fn is_mine(&self, event: &Event) -> bool {
        let path = event.composed_path();
        let holds = |node: &JsValue| path.includes(node, 0);
        self.svg_element().is_some_and(|map| holds(&map)) || holds(self.popup.as_ref())
    }

    /// Moves keyboard focus; true for a key that the map has used, even where it leads nowhere.
    pub(super) fn go_to(&self, choose: impl Fn(&[Stop<'_>], usize) -> Option<usize>) -> bool {
        let (Some(map), Some(from)) = (self.map.borrow().clone(), self.focused.get()) else {
            return false;
        };
        if let Some(region) = choose(&map.stops(), from) {
            // It fails only where the host page has taken the nodes away.
            let _ = self.focus_region(region);
        }
        true
    }

    /// Goes to the region whose name begins with the letters typed in quick succession.
    pub(super) fn type_ahead(&self, letter: &str, now_ms: f64) -> bool {
        let (before, at_ms) = self.typed.take();
        let text = if now_ms - at_ms < TYPING_MS { before + letter } else { letter.to_owned() };
        let moved = self.go_to(|stops, from| typed(stops, &text, Some(from)));
        self.typed.replace((text, now_ms));
        moved
    }

    /// Keeps the one tab stop of the map at the region that has focus.
    pub(super) fn rove(&self, region: usize) {
        let to = self.region_element(region);
        let from = self.focused.replace(Some(region)).and_then(|from| self.region_element(from));
        for (element, index) in [(from, "-1"), (to, "0")] {
            if let Some(element) = element.filter(|element| element.has_attribute("href")) {
                // It fails only where the host page has taken the nodes away.
                let _ = element.set_attribute("tabindex", index);
            }
        }
    }

    fn tell(&self, region: Option<usize>) -> Result<(), JsValue> {
        let map = self.map.borrow().clone();
        let id = region.and_then(|region| Some(map?.scene().regions.get(region)?.id.clone()));
        let detail = js_sys::Object::new();
        let id = id.map_or(JsValue::NULL, JsValue::from);
        js_sys::Reflect::set(&detail, &"id".into(), &id)?;
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(&detail);
        let event = CustomEvent::new_with_event_init_dict("summit-map-select", &init)?;
        self.host.dispatch_event(&event).map(|_| ())
    }

    /// Lets the popup point at a place of the screen.
    pub(super) fn point_at(&self, mouse: &MouseEvent) {
        if self.interaction.borrow().selected().is_some() && mouse.type_() != "click" {
            return;
        }
        let Some(box_) = self.drawing() else { return };
        let x = (f64::from(mouse.client_x()) - box_.x) / box_.width;
        let y = (f64::from(mouse.client_y()) - box_.y) / box_.height;
        self.anchor.set((x, y));
    }

    /// Lets the popup point at the middle of a region.
    pub(super) fn point_at_region(&self, region: usize) {
        let Some(map) = self.map.borrow().clone() else {
            return;
        };
        let scene = map.scene();
        if let Some(region) = scene.regions.get(region) {
            let center = region.outline.center;
            let part = |spot: i32, whole: i32| f64::from(spot) / f64::from(whole);
            self.anchor.set((part(center.x, scene.width), part(center.y, scene.height)));
        }
    }

    /// The drawing's box on the screen: the SVG's, less what its aspect ratio leaves free.
    fn drawing(&self) -> Option<Area> {
        let map = self.map.borrow().clone()?;
        let (width, height) = (f64::from(map.scene().width), f64::from(map.scene().height));
        let box_ = self.svg_element()?.get_bounding_client_rect();
        let scale = (box_.width() / width).min(box_.height() / height);
        let (width, height) = (width * scale, height * scale);
        (scale > 0.0).then_some(Area {
            x: box_.x() + (box_.width() - width) / 2.0,
            y: box_.y() + (box_.height() - height) / 2.0,
            width,
            height,
        })
    }

    /// Puts a shown popup beside what it points at.
    pub(super) fn place_popup(&self) {
        if !self.is_popup_shown() {
            return;
        }
        if let Some(drawing) = self.drawing() {
            let (x, y) = self.anchor.get();
            let (x, y) = (drawing.x + x * drawing.width, drawing.y + y * drawing.height);
            let anchor = Area { x, y, width: 0.0, height: 0.0 };
            // It fails only where the host page has taken the popup away.
            let _ = self.popup.place(&self.window, anchor);
        }
    }
}

impl Drop for View {
    fn drop(&mut self) {
        self.popup.remove();
    }
}
