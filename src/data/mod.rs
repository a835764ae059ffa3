//! Untrusted bytes → features and facts, joined.

pub mod arcs;
pub mod category;
pub mod collation;
pub mod color;
mod cursor;
mod document;
pub mod facts;
pub mod features;
pub mod geojson;
mod json;
