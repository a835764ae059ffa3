//! The engine's side of the conversation with a widget: bytes in, bytes out.

use crate::engine::map::Map;
use crate::options::Options;
use wasm_bindgen::prelude::wasm_bindgen;

/// Draws maps for one widget.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Engine;

#[wasm_bindgen]
impl Engine {
    /// An engine that knows no map yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Engine {
        Engine
    }

    /// Answers a request of the widget.
    // A stand-in: it reads one file as both, so that all that draws is part of the module.
    pub fn handle(&mut self, request: &[u8]) -> Vec<u8> {
        match Map::new(request, request, Options::default()) {
            Ok(map) => map.svg().into_bytes(),
            Err(error) => error.to_string().into_bytes(),
        }
    }
}
