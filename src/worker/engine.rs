//! The engine as a module: requests and files in, replies out. It knows no page.

use crate::engine::engine;
use wasm_bindgen::prelude::wasm_bindgen;

/// Draws the maps of a page.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Engine {
    engine: engine::Engine,
}

#[wasm_bindgen]
impl Engine {
    /// An engine that knows no map yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Engine {
        Engine::default()
    }

    /// Answers a request of the widget with this number; `first` and `second` are the files that go
    /// with it, empty if none does.
    pub fn handle(&mut self, widget: u32, request: &str, first: &[u8], second: &[u8]) -> String {
        self.engine.handle(widget, request, [first, second])
    }
}
