//! Event listeners, timers, frames and observers that end when they are dropped.

use super::page::{Callback, Dom, ResizeObserver, object};
use wasm_bindgen::JsValue;

/// An event listener; removed on drop.
pub(super) struct Listener {
    target: Dom,
    kind: &'static str,
    callback: Callback,
}

impl Listener {
    /// `is_active` where it may keep the browser from what it does on this event.
    pub(super) fn new(
        target: &Dom,
        kind: &'static str,
        is_active: bool,
        callback: Callback,
    ) -> Listener {
        let options = object();
        // Capturing, so that scrolling of any ancestor is heard, and a page that stops
        // propagation does not silence the map.
        options.set("capture", JsValue::TRUE);
        if is_active {
            options.set("passive", JsValue::FALSE);
        }
        target.listen(kind, &callback, &options);
        Listener { target: target.clone(), kind, callback }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.target.unlisten(self.kind, &self.callback, true);
    }
}

/// A callback that runs once, unless it is dropped first.
pub(super) struct Timer {
    window: Dom,
    id: i32,
    _callback: Callback,
}

impl Timer {
    pub(super) fn new(window: &Dom, delay_ms: i32, callback: Callback) -> Timer {
        let id = window.set_timeout(&callback, delay_ms);
        Timer { window: window.clone(), id, _callback: callback }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.window.clear_timeout(self.id);
    }
}

/// A callback that runs before the next frame is painted, whenever that is asked for.
pub(super) struct Frames {
    window: Dom,
    requested: Option<i32>,
    callback: Callback,
}

impl Frames {
    pub(super) fn new(window: &Dom, callback: Callback) -> Frames {
        Frames { window: window.clone(), requested: None, callback }
    }

    /// Asks for the next frame, once.
    #[inline(never)]
    pub(super) fn request(&mut self) {
        if self.requested.is_none() {
            self.requested = Some(self.window.request_frame(&self.callback));
        }
    }

    /// The frame is there.
    pub(super) fn done(&mut self) {
        self.requested = None;
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        if let Some(id) = self.requested {
            self.window.cancel_frame(id);
        }
    }
}

/// Watches the size of an element.
pub(super) struct SizeObserver {
    observer: ResizeObserver,
    _callback: Callback,
}

impl SizeObserver {
    pub(super) fn new(element: &Dom, callback: Callback) -> SizeObserver {
        let observer = ResizeObserver::new(&callback);
        observer.observe(element);
        SizeObserver { observer, _callback: callback }
    }
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
