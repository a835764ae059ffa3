//! The surface that JavaScript sees: construct, set data, select, free.

use super::events;
use super::listener::{Listener, SizeObserver};
use super::widget::Widget;
use crate::error::{TextPosition, unknown_region};
use crate::interaction::message::{Reply, Request};
use crate::options::Options;
use js_sys::Function;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

/// One widget of the page. Freeing it removes every listener and timer.
#[wasm_bindgen]
pub struct SummitMap {
    widget: Rc<Widget>,
    _listeners: Vec<Listener>,
    _size: SizeObserver,
}

#[wasm_bindgen]
impl SummitMap {
    /// A widget in the shadow root of `host`, which shows nothing of its own yet. `call(what,
    /// request)` is called with `"ask"` and a request to the engine, whose reply is to be handed to
    /// `receive`; or with what is needed from now on: `"engine"`, `"fine"`, `"more"`.
    ///
    /// # Errors
    /// A page without a window or document.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, root: ShadowRoot, call: Function) -> Result<SummitMap, JsValue> {
        let widget = Widget::new(host, root, call)?;
        let listeners = events::listen(&widget)?;
        let watched = Rc::downgrade(&widget);
        let size = SizeObserver::new(&widget.host, move || {
            if let Some(widget) = watched.upgrade() {
                widget.resized();
            }
        })?;
        Ok(SummitMap { widget, _listeners: listeners, _size: size })
    }

    /// Brings the map to life that the page shows, in this language. Returns what
    /// [`SummitMap::receive`] returns; undefined where the page shows none.
    ///
    /// # Errors
    /// A page that takes its nodes away.
    pub fn adopt(&self, language: &str) -> Result<JsValue, JsValue> {
        let Some(index) = self.widget.page_index(language) else { return Ok(JsValue::UNDEFINED) };
        self.widget.wake()?;
        self.widget.state.borrow_mut().list = self.widget.page_list();
        self.widget.show(index)?;
        Ok(self.report(true))
    }

    /// The request to open a map with two files: that of the map, and that of its facts. `options`
    /// is an object with any of the fields of the Rust `Options`, in camel case, and `hasMore`.
    #[must_use]
    pub fn opening(&self, options: JsValue) -> String {
        let stamp = self.widget.find("figure").map(|figure| {
            let is_live = self.widget.state.borrow().tree.is_some();
            let stamp = figure.get_attribute("data-stamp").filter(|_| !is_live);
            stamp.unwrap_or_default()
        });
        let has_more = field(&options, "hasMore").is_truthy();
        Request::Open { options: read_options(&options), has_more, stamp }.write()
    }

    /// Takes a reply of the engine. To that of a request to open, returns what is shown:
    /// `{regions, unmatched, adopted, zoom}`, the number of regions, the rows of the facts that no
    /// feature of the map matches, whether the map of the page was kept, and how far the map is
    /// zoomed in.
    ///
    /// # Errors
    /// An `Error` with `code`, `line` and `column`; the map that was shown stays.
    pub fn receive(&self, reply: &str) -> Result<JsValue, JsValue> {
        let Some(reply) = Reply::read(reply) else { return Ok(JsValue::UNDEFINED) };
        let is_open = self.widget.receive(&reply)?;
        if let Reply::Failed { code, message, place } = reply {
            return Err(to_js(code, message, place));
        }
        Ok(if is_open {
            self.report(matches!(reply, Reply::Adopted { .. }))
        } else {
            JsValue::UNDEFINED
        })
    }

    fn report(&self, is_adopted: bool) -> JsValue {
        let state = self.widget.state.borrow();
        let Some(map) = state.model.map() else { return JsValue::UNDEFINED };
        let report = js_sys::Object::new();
        let unmatched = js_sys::Array::new();
        for id in &map.unmatched {
            unmatched.push(&id.into());
        }
        set(&report, "regions", map.regions.len().into());
        set(&report, "unmatched", unmatched.into());
        set(&report, "adopted", is_adopted.into());
        set(&report, "zoom", state.model.reader().viewport.zoom.into());
        report.into()
    }

    /// The host page has moved the element, which takes its tip out of the top layer.
    pub fn moved(&self) {
        self.widget.tip.raise();
    }

    /// Opens the card of the region with this id; none closes it.
    ///
    /// # Errors
    /// An `Error` with code `unknown-region`.
    pub fn select(&self, id: Option<String>) -> Result<(), JsValue> {
        if self.widget.select(id.as_deref()) {
            return Ok(());
        }
        let id = id.unwrap_or_default();
        Err(to_js("unknown-region", &unknown_region(&id), None))
    }
}

fn field(object: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(object, &name.into()).unwrap_or_default()
}

/// Reads the fields that are set. By hand: serde's reading would bring the code that prints
/// numbers, 8 kB brotli, for its error messages.
fn read_options(object: &JsValue) -> Options {
    Options {
        prefix: field(object, "prefix").as_string().unwrap_or(Options::default().prefix),
        language: field(object, "language").as_string(),
        has_languages: field(object, "hasLanguages").is_truthy(),
        has_links: field(object, "hasLinks").is_truthy(),
    }
}

fn to_js(code: &str, message: &str, place: Option<TextPosition>) -> JsValue {
    let js = js_sys::Error::new(message);
    set(&js, "code", code.into());
    if let Some(place) = place {
        set(&js, "line", place.line.into());
        set(&js, "column", place.column.into());
    }
    js.into()
}

fn set(object: &JsValue, name: &str, value: JsValue) {
    // Setting a field of a fresh plain object cannot fail.
    let _ = js_sys::Reflect::set(object, &name.into(), &value);
}
