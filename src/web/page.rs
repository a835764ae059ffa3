//! What the widget asks of the page, declared by hand: one type for whatever a page is made of, with
//! the few methods that are called. web-sys has a type for each interface, a call of its own for
//! each property, and callbacks of every kind that stay in the wasm though nobody calls them: 8 kB
//! on the wire.
//!
//! Methods are chosen that do not throw where the host page has taken nodes away: `before` and
//! `append` in place of `insertBefore`, `remove` in place of `removeChild`.

use crate::layout::rect::Rect;
use wasm_bindgen::prelude::*;

/// A function that the page calls.
pub(super) type Callback = Closure<dyn FnMut(Dom)>;

#[wasm_bindgen]
extern "C" {
    /// A node, an event, the window, or any other object of the page.
    #[derive(Clone, PartialEq)]
    pub(super) type Dom;

    // Properties, by name.
    #[wasm_bindgen(method, structural, indexing_getter)]
    pub(super) fn get(this: &Dom, name: &str) -> Option<Dom>;
    #[wasm_bindgen(method, structural, indexing_getter)]
    pub(super) fn text(this: &Dom, name: &str) -> Option<String>;
    #[wasm_bindgen(method, structural, indexing_getter)]
    pub(super) fn number(this: &Dom, name: &str) -> f64;
    #[wasm_bindgen(method, structural, indexing_getter)]
    pub(super) fn flag(this: &Dom, name: &str) -> bool;
    #[wasm_bindgen(method, structural, indexing_setter)]
    pub(super) fn set(this: &Dom, name: &str, value: JsValue);
    #[wasm_bindgen(method, structural, indexing_setter)]
    pub(super) fn set_text(this: &Dom, name: &str, value: &str);

    // What is asked of every node of a tree has no name to be decoded.
    #[wasm_bindgen(method, getter, js_name = nodeType)]
    pub(super) fn node_type(this: &Dom) -> u32;
    #[wasm_bindgen(method, getter, js_name = firstChild)]
    pub(super) fn first_child(this: &Dom) -> Option<Dom>;
    #[wasm_bindgen(method, getter, js_name = nextSibling)]
    pub(super) fn next_sibling(this: &Dom) -> Option<Dom>;

    // Making objects.
    #[wasm_bindgen(js_name = Object)]
    pub(super) fn object() -> Dom;
    #[wasm_bindgen(method)]
    pub(super) fn item(this: &Dom, place: u32) -> Option<Dom>;
    #[wasm_bindgen(method)]
    pub(super) fn includes(this: &Dom, value: &Dom) -> bool;
    #[wasm_bindgen(method, js_name = createElementNS)]
    pub(super) fn create_element(this: &Dom, namespace: &str, name: &str) -> Dom;
    #[wasm_bindgen(method, js_name = createTextNode)]
    pub(super) fn create_text(this: &Dom, text: &str) -> Dom;
    #[wasm_bindgen(method, js_name = cloneNode)]
    pub(super) fn copy(this: &Dom, is_deep: bool) -> Dom;

    // Looking for elements.
    #[wasm_bindgen(method, js_name = querySelector)]
    pub(super) fn find(this: &Dom, selector: &str) -> Option<Dom>;
    #[wasm_bindgen(method, js_name = querySelectorAll)]
    fn find_list(this: &Dom, selector: &str) -> Dom;
    #[wasm_bindgen(method)]
    pub(super) fn closest(this: &Dom, selector: &str) -> Option<Dom>;
    #[wasm_bindgen(method)]
    pub(super) fn matches(this: &Dom, selector: &str) -> bool;
    #[wasm_bindgen(method)]
    pub(super) fn contains(this: &Dom, node: &Dom) -> bool;
    #[wasm_bindgen(method, js_name = elementFromPoint)]
    pub(super) fn element_at(this: &Dom, x: f64, y: f64) -> Option<Dom>;
    #[wasm_bindgen(method, js_name = getBoundingClientRect)]
    fn client_rect(this: &Dom) -> Dom;

    // Changing them.
    #[wasm_bindgen(method, js_name = getAttribute)]
    pub(super) fn attribute(this: &Dom, name: &str) -> Option<String>;
    #[wasm_bindgen(method, js_name = setAttribute)]
    pub(super) fn set_attribute(this: &Dom, name: &str, value: &str);
    #[wasm_bindgen(method, js_name = removeAttribute)]
    pub(super) fn remove_attribute(this: &Dom, name: &str);
    #[wasm_bindgen(method)]
    pub(super) fn append(this: &Dom, child: &Dom);
    #[wasm_bindgen(method)]
    fn before(this: &Dom, node: &Dom);
    #[wasm_bindgen(method, js_name = replaceWith)]
    pub(super) fn replace_with(this: &Dom, node: &Dom);
    #[wasm_bindgen(method)]
    pub(super) fn remove(this: &Dom);
    #[wasm_bindgen(method)]
    pub(super) fn toggle(this: &Dom, class: &str, is_set: bool);
    #[wasm_bindgen(method, js_name = setProperty)]
    pub(super) fn set_property(this: &Dom, name: &str, value: &str);
    #[wasm_bindgen(method, js_name = focus)]
    fn focus_with(this: &Dom, options: &Dom);
    // An old browser lacks them.
    #[wasm_bindgen(method, catch, js_name = showPopover)]
    pub(super) fn show_popover(this: &Dom) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = hidePopover)]
    pub(super) fn hide_popover(this: &Dom) -> Result<(), JsValue>;

    // Events.
    #[wasm_bindgen(method, js_name = addEventListener)]
    pub(super) fn listen(this: &Dom, kind: &str, callback: &Callback, options: &Dom);
    #[wasm_bindgen(method, js_name = removeEventListener)]
    pub(super) fn unlisten(this: &Dom, kind: &str, callback: &Callback, is_capturing: bool);
    #[wasm_bindgen(method, js_name = dispatchEvent)]
    pub(super) fn dispatch(this: &Dom, event: &CustomEvent) -> bool;
    #[wasm_bindgen(method, js_name = preventDefault)]
    pub(super) fn prevent_default(this: &Dom);
    #[wasm_bindgen(method, js_name = stopPropagation)]
    pub(super) fn stop_propagation(this: &Dom);
    #[wasm_bindgen(method, js_name = composedPath)]
    pub(super) fn composed_path(this: &Dom) -> Dom;

    pub(super) type CustomEvent;
    #[wasm_bindgen(constructor)]
    pub(super) fn new(name: &str, options: &Dom) -> CustomEvent;

    pub(super) type ResizeObserver;
    #[wasm_bindgen(constructor)]
    pub(super) fn new(callback: &Callback) -> ResizeObserver;
    #[wasm_bindgen(method)]
    pub(super) fn observe(this: &ResizeObserver, element: &Dom);
    #[wasm_bindgen(method)]
    pub(super) fn disconnect(this: &ResizeObserver);

    // The window.
    #[wasm_bindgen(method, js_name = setTimeout)]
    pub(super) fn set_timeout(this: &Dom, callback: &Callback, delay_ms: i32) -> i32;
    #[wasm_bindgen(method, js_name = clearTimeout)]
    pub(super) fn clear_timeout(this: &Dom, id: i32);
    #[wasm_bindgen(method, js_name = requestAnimationFrame)]
    pub(super) fn request_frame(this: &Dom, callback: &Callback) -> i32;
    #[wasm_bindgen(method, js_name = cancelAnimationFrame)]
    pub(super) fn cancel_frame(this: &Dom, id: i32);
    #[wasm_bindgen(method, js_name = matchMedia)]
    pub(super) fn match_media(this: &Dom, query: &str) -> Option<Dom>;
    #[wasm_bindgen(method, js_name = scrollBy)]
    pub(super) fn scroll_by(this: &Dom, x: f64, y: f64);
    // Browsers refuse when it is called too often.
    #[wasm_bindgen(method, catch, js_name = pushState)]
    pub(super) fn push_state(this: &Dom, s: &JsValue, t: &str, url: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = replaceState)]
    pub(super) fn replace_state(this: &Dom, s: &JsValue, t: &str, url: &str)
    -> Result<(), JsValue>;
    #[wasm_bindgen(method, js_name = writeText)]
    pub(super) fn write_text(this: &Dom, text: &str) -> Dom;
    #[wasm_bindgen(method)]
    pub(super) fn then(this: &Dom, done: &Callback, refused: &Callback);

    // Of the page's own function, and of a number.
    #[wasm_bindgen(method, catch)]
    pub(super) fn call(
        this: &Dom,
        on: &JsValue,
        what: &str,
        request: Option<&str>,
    ) -> Result<(), JsValue>;
    #[wasm_bindgen(method, js_name = toFixed)]
    pub(super) fn to_fixed(this: &Dom, digits: u32) -> String;
}

/// The type of a node that is an element.
const ELEMENT_NODE: u32 = 1;

impl Dom {
    /// Whether it is an element, and no text.
    pub(super) fn is_element(&self) -> bool {
        self.node_type() == ELEMENT_NODE
    }

    /// All elements in it that match.
    pub(super) fn all(&self, selector: &str) -> Vec<Dom> {
        self.all_that(selector, |_| true)
    }

    /// Those of them that this is true of.
    #[inline(never)]
    pub(super) fn all_that(&self, selector: &str, is_wanted: fn(&Dom) -> bool) -> Vec<Dom> {
        let list = self.find_list(selector);
        let mut all = Vec::new();
        let mut place = 0;
        while let Some(element) = list.item(place) {
            if is_wanted(&element) {
                all.push(element);
            }
            place += 1;
        }
        all
    }

    /// Whether it has an attribute.
    pub(super) fn has(&self, name: &str) -> bool {
        self.attribute(name).is_some()
    }

    /// Sets an attribute without a value, or removes it.
    #[inline(never)]
    pub(super) fn mark(&self, name: &str, is_set: bool) {
        self.set_or_remove(name, is_set.then_some(""));
    }

    /// Sets an attribute, or removes it.
    #[inline(never)]
    pub(super) fn set_or_remove(&self, name: &str, value: Option<&str>) {
        match value {
            Some(value) => self.set_attribute(name, value),
            None => self.remove_attribute(name),
        }
    }

    /// Sets an attribute that says whether something is so.
    pub(super) fn tell(&self, name: &str, is_so: bool) {
        self.set_attribute(name, if is_so { "true" } else { "false" });
    }

    /// Puts a node into it, before one that it has or at the end.
    pub(super) fn insert(&self, node: &Dom, before: Option<&Dom>) {
        match before {
            Some(before) => before.before(node),
            None => self.append(node),
        }
    }

    /// Gives all classes anew.
    pub(super) fn set_class(&self, class: &str) {
        self.set_text("className", class);
    }

    /// Whether it or what it is in matches.
    #[inline(never)]
    pub(super) fn is_in(&self, selector: &str) -> bool {
        self.closest(selector).is_some()
    }

    /// Focuses it. The browser would scroll to the middle, and to the far islands of a region.
    #[inline(never)]
    pub(super) fn focus(&self) {
        let options = object();
        options.set("preventScroll", JsValue::TRUE);
        self.focus_with(&options);
    }

    /// Its box on the screen.
    #[inline(never)]
    pub(super) fn rect(&self) -> Rect {
        let area = self.client_rect();
        let side = |name| area.number(name);
        Rect { x: side("x"), y: side("y"), width: side("width"), height: side("height") }
    }
}
