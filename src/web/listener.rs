//! Event listeners, timers, frames and observers that end when they are dropped.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AddEventListenerOptions, Element, Event, EventTarget, ResizeObserver, Window};

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

/// A callback that runs before the next frame is painted, whenever that is asked for.
pub(super) struct Frames {
    window: Window,
    requested: Option<i32>,
    closure: Closure<dyn FnMut()>,
}

impl Frames {
    pub(super) fn new(window: &Window, run: impl FnMut() + 'static) -> Frames {
        Frames { window: window.clone(), requested: None, closure: Closure::new(run) }
    }

    /// Asks for the next frame, once.
    pub(super) fn request(&mut self) {
        if self.requested.is_none() {
            let callback = self.closure.as_ref().unchecked_ref();
            self.requested = self.window.request_animation_frame(callback).ok();
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
            // It fails only for a window that is gone.
            let _ = self.window.cancel_animation_frame(id);
        }
    }
}

/// Watches the size of an element.
pub(super) struct SizeObserver {
    observer: ResizeObserver,
    _closure: Closure<dyn FnMut()>,
}

impl SizeObserver {
    pub(super) fn new(
        element: &Element,
        run: impl FnMut() + 'static,
    ) -> Result<SizeObserver, JsValue> {
        let closure = Closure::<dyn FnMut()>::new(run);
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref())?;
        observer.observe(element);
        Ok(SizeObserver { observer, _closure: closure })
    }
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
