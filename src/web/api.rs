//! The surface that JavaScript sees: construct, set data, select, free.

use super::events;
use super::listener::{Listener, SizeObserver};
use super::page::{Dom, object};
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
        let (host, root) = (host.unchecked_into(), root.unchecked_into());
        let widget = Widget::new(host, root, call.unchecked_into()).ok_or("no document")?;
        let listeners = events::listen(&widget);
        let resized = widget.callback(Box::new(|widget, _| widget.resized()));
        let size = SizeObserver::new(&widget.host, resized);
        Ok(SummitMap { widget, _listeners: listeners, _size: size })
    }

    /// Brings the map to life that the page shows, in this language. Returns what
    /// [`SummitMap::receive`] returns; undefined where the page shows none.
    #[must_use]
    pub fn adopt(&self, language: &str) -> JsValue {
        let Some(index) = self.widget.page_index(language) else { return JsValue::UNDEFINED };
        self.widget.wake();
        let list = self.widget.page_list();
        self.widget.edit().list = list;
        self.widget.show(index);
        self.report(true)
    }

    /// The request to open a map with two files: that of the map, and that of its facts. `options`
    /// is an object with any of the fields of the Rust `Options`, in camel case, and `hasMore`.
    #[must_use]
    pub fn opening(&self, options: JsValue) -> String {
        let stamp = self.widget.find("figure").map(|figure| {
            let is_live = self.widget.state().tree.is_some();
            let stamp = figure.attribute("data-stamp").filter(|_| !is_live);
            stamp.unwrap_or_default()
        });
        let options = options.unchecked_into::<Dom>();
        let has_more = is_set(&options, "hasMore");
        Request::Open { options: read_options(&options), has_more, stamp }.write()
    }

    /// Takes a reply of the engine. To that of a request to open, returns what is shown:
    /// `{regions, unmatched, adopted, zoom}`, the number of regions, the rows of the facts that no
    /// feature of the map matches, whether the map of the page was kept, and how far the map is
    /// zoomed in. To that of a request for a file, `sheet` or `rows`, returns an SVG element of
    /// this document, or the text of a CSV file.
    ///
    /// # Errors
    /// An `Error` with `code`, `line` and `column`; the map that was shown stays.
    pub fn receive(&self, reply: &str) -> Result<JsValue, JsValue> {
        let Some(reply) = Reply::read(reply) else { return Ok(JsValue::UNDEFINED) };
        let is_open = self.widget.receive(&reply);
        Ok(match reply {
            Reply::Failed { code, message, place } => return Err(to_js(code, message, place)),
            Reply::Rows { csv } => csv.into(),
            Reply::Sheet { tree } => self.widget.built_from(tree),
            Reply::Adopted { .. } | Reply::Opened { .. } if is_open => {
                self.report(matches!(reply, Reply::Adopted { .. }))
            }
            Reply::Adopted { .. }
            | Reply::Opened { .. }
            | Reply::Figure { .. }
            | Reply::Shown(_)
            | Reply::Refined
            | Reply::Facts { .. } => JsValue::UNDEFINED,
        })
    }

    fn report(&self, is_adopted: bool) -> JsValue {
        let Some(map) = self.widget.map() else { return JsValue::UNDEFINED };
        let report = object();
        // It fails for no list of texts.
        let unmatched = serde_wasm_bindgen::to_value(&map.unmatched).unwrap_or_default();
        report.set("regions", map.regions.len().into());
        report.set("unmatched", unmatched);
        report.set("adopted", is_adopted.into());
        report.set("zoom", self.widget.viewport().zoom.into());
        report.into()
    }

    /// The host page has moved the element, which takes its tip out of the top layer.
    pub fn moved(&self) {
        self.widget.tip.raise();
    }

    /// Takes an event of the page: of `keydown`, `click`, `pointermove`, `pointerup`, `pointercancel`,
    /// `hashchange`, `scroll`, `resize`, `beforeprint` on the window, all capturing, and `change` of
    /// the media query `(prefers-reduced-motion: reduce)`.
    pub fn heard(&self, event: JsValue) {
        events::heard(&self.widget, &event.unchecked_into());
    }

    /// Opens the card of the region with this id; none closes it.
    ///
    /// # Errors
    /// An `Error` with code `unknown-region`.
    pub fn select(&self, id: Option<String>) -> Result<(), JsValue> {
        if self.widget.select(id.as_deref()) {
            return Ok(());
        }
        Err(to_js("unknown-region", &unknown_region(&id.unwrap_or_default()), None))
    }
}

fn is_set(options: &Dom, name: &str) -> bool {
    options.get(name).is_some_and(|value| value.is_truthy())
}

/// Reads the fields that are set. By hand: serde's reading would bring the code that prints
/// numbers, 8 kB brotli, for its error messages.
fn read_options(options: &Dom) -> Options {
    Options {
        prefix: options.text("prefix").unwrap_or(Options::default().prefix),
        language: options.text("language"),
        has_languages: is_set(options, "hasLanguages"),
        has_links: is_set(options, "hasLinks"),
    }
}

fn to_js(code: &str, message: &str, place: Option<TextPosition>) -> JsValue {
    let error = JsValue::from(JsError::new(message)).unchecked_into::<Dom>();
    error.set("code", code.into());
    if let Some(place) = place {
        error.set("line", place.line.into());
        error.set("column", place.column.into());
    }
    error.into()
}
