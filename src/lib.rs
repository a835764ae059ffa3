//! An accessible category map: a GeoJSON map coloured by a table of facts, each with its source.
//! The same code draws it natively and in the browser. Start at [`Map`]; ARCHITECTURE.md shows
//! how data flows through the modules.

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod content;
pub mod data;
pub mod engine;
pub mod error;
pub mod geo;
pub mod interaction;
pub mod layout;
mod options;
pub mod render;
pub mod scene;
#[cfg(target_arch = "wasm32")]
mod web;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

pub use data::arcs::pack;
pub use engine::map::{Map, Stage};
pub use error::Error;
pub use options::Options;
#[cfg(target_arch = "wasm32")]
pub use web::SummitMap;
