//! An accessible category map: a GeoJSON map coloured by a table of facts, each with its source.
//! The same code draws it natively and in the browser. Start at [`Map`]; ARCHITECTURE.md shows
//! how data flows through the modules.

pub mod angle;
pub mod atlas;
pub mod callout;
pub mod category;
pub mod color;
mod document;
pub mod entry;
pub mod error;
pub mod fact_list;
pub mod facts;
pub mod graticule;
pub mod interaction;
mod json;
pub mod legend;
mod map;
pub mod markup;
pub mod navigation;
mod options;
pub mod outline;
pub mod placement;
pub mod prerender;
pub mod projection;
pub mod raster;
pub mod render;
pub mod scene;
pub mod simplify;
pub mod text;
#[cfg(target_arch = "wasm32")]
mod web;

pub use error::Error;
pub use map::Map;
pub use options::Options;
#[cfg(target_arch = "wasm32")]
pub use web::SummitMap;
