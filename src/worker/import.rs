//! A map and a table of anyone's → the files that the engine reads, as a module that only pages with
//! such a table load.

use crate::data::arcs::pack;
use crate::import::{Imported, import, settings::Settings};
use crate::interaction::message::failed;
use wasm_bindgen::prelude::wasm_bindgen;

/// What became of a map and a table.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Import {
    made: Result<Imported, String>,
}

#[wasm_bindgen]
impl Import {
    /// Joins a table, empty for none, to the features of a map. `settings` has a line for each, the
    /// name and the value with a tab between.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(settings: &str, map: &[u8], table: &[u8]) -> Import {
        let table = Some(table).filter(|table| !table.is_empty());
        let made = Settings::parse(settings).and_then(|settings| import(map, table, &settings));
        Import { made: made.map_err(|error| failed(&error)) }
    }

    /// Writes a map that the engine cannot read, such as TopoJSON, as one that it can.
    #[must_use]
    pub fn packed(map: &[u8]) -> Import {
        let made = pack(map).map(|map| Imported { map, facts: Vec::new(), report: String::new() });
        Import { made: made.map_err(|error| failed(&error)) }
    }

    /// A reply for the widget that says what is wrong with the files; undefined if nothing is.
    #[must_use]
    pub fn failed(&self) -> Option<String> {
        self.made.as_ref().err().cloned()
    }

    /// The map as the engine reads it, once.
    pub fn map(&mut self) -> Vec<u8> {
        self.made.as_mut().map(|made| std::mem::take(&mut made.map)).unwrap_or_default()
    }

    /// The facts as the engine reads them, once.
    pub fn facts(&mut self) -> Vec<u8> {
        self.made.as_mut().map(|made| std::mem::take(&mut made.facts)).unwrap_or_default()
    }

    /// How the rows fit the features, as JSON.
    #[must_use]
    pub fn report(&self) -> String {
        self.made.as_ref().map(|made| made.report.clone()).unwrap_or_default()
    }
}
