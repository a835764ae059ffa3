//! Event listeners and timers that end when they are dropped.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AddEventListenerOptions, Event, EventTarget, Window};

/// An event listener; removed on drop.
pub(super) struct Listener {
    target: EventTarget,
    kind: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    pub(super) fn new(
        target: &EventTarget,
        kind: &'static str,
        is_active: bool,
        handle: impl FnMut(Event) + 'static,
    ) -> Result<Listener, JsValue> {
        let closure = Closure::<dyn FnMut(Event)>::new(handle);
        let options = AddEventListenerOptions::new();
        // Capturing, so that scrolling of any ancestor is heard, and a page that stops
        // propagation does not silence the map.
        options.set_capture(true);
        if is_active {
            options.set_passive(false);
        }
        target.add_event_listener_with_callback_and_add_event_listener_options(
            kind,
            closure.as_ref().unchecked_ref(),
            &options,
        )?;
        Ok(Listener { target: target.clone(), kind, closure })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.closure.as_ref().unchecked_ref();
        // It fails only for a target that is gone, and then there is nothing to remove.
        let _ = self.target.remove_event_listener_with_callback_and_bool(self.kind, callback, true);
    }
}

/// A callback that runs once, unless it is dropped first.
pub(super) struct Timer {
    window: Window,
    id: i32,
    _closure: Closure<dyn FnMut()>,
}

impl Timer {
    pub(super) fn new(
        window: &Window,
        delay_ms: i32,
        run: impl FnMut() + 'static,
    ) -> Result<Timer, JsValue> {
        let closure = Closure::<dyn FnMut()>::new(run);
        let id = window.set_timeout_with_callback_and_timeout_and_arguments_0(
            closure.as_ref().unchecked_ref(),
            delay_ms,
        )?;
        Ok(Timer { window: window.clone(), id, _closure: closure })
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.window.clear_timeout_with_handle(self.id);
    }
}
