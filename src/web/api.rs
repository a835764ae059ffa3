//! The surface that JavaScript sees: construct, set data, select, free.

use super::events;
use super::listener::{Listener, SizeObserver};
use super::widget::Widget;
use crate::engine::map::Map;
use crate::error::Error;
use crate::options::Options;
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
    /// A widget in the shadow root of `host`, which shows nothing of its own before `setData`.
    ///
    /// # Errors
    /// A page without a window or document.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, root: ShadowRoot) -> Result<SummitMap, JsValue> {
        let widget = Widget::new(host, root)?;
        let listeners = events::listen(&widget)?;
        let watched = Rc::downgrade(&widget);
        let size = SizeObserver::new(&widget.host, move || {
            if let Some(widget) = watched.upgrade() {
                widget.resized();
            }
        })?;
        Ok(SummitMap { widget, _listeners: listeners, _size: size })
    }

    /// Reads the bytes of a map and of its facts, and shows them: adopts what the page already
    /// shows if it is the same, else draws anew. Returns what was drawn: `{regions, unmatched,
    /// adopted, zoom}`, the number of regions, the rows of the facts that no feature of the map
    /// matches, whether the prerendered map was kept, and how far the map is zoomed in. `options`
    /// is an object with any of the fields of the Rust `Options`, in camel case.
    ///
    /// # Errors
    /// An `Error` with `code`, `line` and `column`; the map that was shown stays.
    #[wasm_bindgen(js_name = setData)]
    pub fn set_data(&self, map: &[u8], facts: &[u8], options: JsValue) -> Result<JsValue, JsValue> {
        let options = read_options(&options);
        // Told by the bytes, before anything is read.
        let adopts = self.widget.shows(map, facts, &options);
        let map = Map::new(map, facts, options).map_err(|error| to_js(&error))?;
        let regions = map.picture().regions.len();
        let unmatched = serde_wasm_bindgen::to_value(&map.unmatched())?;
        let adopted = self.widget.show(map, adopts)?;
        let report = js_sys::Object::new();
        set(&report, "regions", regions.into());
        set(&report, "unmatched", unmatched);
        set(&report, "adopted", adopted.into());
        set(&report, "zoom", self.widget.state.borrow().model.reader().viewport.zoom.into());
        Ok(report.into())
    }

    /// Takes finer shapes for zoomed views from the bytes of another map of the same regions.
    ///
    /// # Errors
    /// An `Error` with `code`, `line` and `column`; the map stays as it was.
    pub fn refine(&self, map: &[u8]) -> Result<(), JsValue> {
        self.widget.refine(map).map_err(|error| to_js(&error))
    }

    /// Takes further sources, claims and names from the bytes of a second file of facts.
    ///
    /// # Errors
    /// An `Error` with `code`, `line` and `column`; the map stays as it was.
    #[wasm_bindgen(js_name = addFacts)]
    pub fn add_facts(&self, more: &[u8]) -> Result<(), JsValue> {
        self.widget.add_facts(more).map_err(|error| to_js(&error))
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
        self.widget.select(id.as_deref()).map_err(|error| to_js(&error))
    }
}

/// Reads the fields that are set. By hand: serde's reading would bring the code that prints
/// numbers, 8 kB brotli, for its error messages.
fn read_options(object: &JsValue) -> Options {
    let field = |name: &str| js_sys::Reflect::get(object, &name.into()).unwrap_or_default();
    Options {
        prefix: field("prefix").as_string().unwrap_or(Options::default().prefix),
        language: field("language").as_string(),
        has_languages: field("hasLanguages").is_truthy(),
        has_links: field("hasLinks").is_truthy(),
    }
}

fn to_js(error: &Error) -> JsValue {
    let js = js_sys::Error::new(&error.to_string());
    set(&js, "code", error.code().into());
    if let Some(place) = error.place() {
        set(&js, "line", place.line.into());
        set(&js, "column", place.column.into());
    }
    js.into()
}

fn set(object: &JsValue, name: &str, value: JsValue) {
    // Setting a field of a fresh plain object cannot fail.
    let _ = js_sys::Reflect::set(object, &name.into(), &value);
}
