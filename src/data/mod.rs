//! Untrusted bytes → features and facts, joined.

pub(crate) mod arcs;
pub(crate) mod category;
pub(crate) mod collation;
pub(crate) mod color;
mod cursor;
mod document;
pub(crate) mod facts;
pub(crate) mod features;
pub(crate) mod geojson;
mod json;
pub(crate) mod map_file;
// For authors' own tables; the command line alone reads them so far.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod feature_keys;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod join;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod table;
#[cfg(not(target_arch = "wasm32"))]
mod topojson;
