//! An accessible category map: a GeoJSON map coloured by a table of facts, each with its source.
//! The same code draws it natively and in the browser. Start at [`Map`]; ARCHITECTURE.md shows
//! how data flows through the modules.

pub mod action;
pub mod angle;
pub mod atlas;
pub mod callout;
pub mod category;
pub mod clip;
pub mod color;
pub mod controls;
mod document;
pub mod drawn;
pub mod entry;
pub mod error;
pub mod fact_list;
pub mod facts;
pub mod filter;
pub mod fold;
pub mod graticule;
pub mod interaction;
mod json;
pub mod label;
pub mod legend;
pub mod link;
mod map;
pub mod markup;
pub mod navigation;
mod options;
pub mod outline;
pub mod placement;
pub mod plane;
pub mod prerender;
pub mod projection;
pub mod raster;
pub mod render;
pub mod scene;
pub mod search;
pub mod simplify;
pub mod state;
pub mod table;
pub mod text;
pub mod viewport;
#[cfg(target_arch = "wasm32")]
mod web;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

pub use error::Error;
pub use map::Map;
pub use options::Options;
#[cfg(target_arch = "wasm32")]
pub use web::SummitMap;
