//! An accessible category map: a GeoJSON map coloured by a table of facts, each with its source.
//! The same code draws it natively and in the browser. Start at [`Map`]; ARCHITECTURE.md shows
//! how data flows through the modules.
//!
//! `target_os = "unknown"` is a page: wasm32-unknown-unknown has no system. The command line is
//! everywhere else, in wasm32-wasip1 too.

#![cfg_attr(
    not(all(target_os = "unknown", feature = "widget", feature = "engine")),
    allow(dead_code, reason = "each module of a page needs a part; natively both are only tested")
)]

#[cfg(not(target_os = "unknown"))]
mod cli;
mod content;
mod data;
mod engine;
mod error;
mod geo;
#[cfg(any(not(target_os = "unknown"), feature = "import"))]
mod import;
mod interaction;
mod layout;
mod options;
mod render;
mod scene;
#[cfg(all(target_os = "unknown", feature = "widget"))]
mod web;
#[cfg(all(target_os = "unknown", any(feature = "engine", feature = "import")))]
mod worker;

#[cfg(target_os = "unknown")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(all(any(test, fuzzing), not(target_os = "unknown")))]
#[path = "../fuzz/targets/mod.rs"]
mod fuzz;
#[cfg(fuzzing)]
#[doc(hidden)]
pub use fuzz::TARGETS as FUZZ_TARGETS;

#[cfg(test)]
extern crate self as summit_map;
#[cfg(test)]
#[path = "../tests/internal/mod.rs"]
mod tests;

#[cfg(not(target_os = "unknown"))]
pub use cli::{
    command::main as command_line, prerender::OwnTable, prerender::Placeholder,
    prerender::fill as prerender,
};
pub use content::locale::{ALL as LOCALES, Locale, words as locale};
pub use data::{arcs::pack, collation::fold, facts::Facts};
#[cfg(any(not(target_os = "unknown"), feature = "import"))]
pub use data::{feature_keys::FeatureKeys, join::Join, join::Match, table::Table, table::TableRow};
pub use engine::map::{Map, Stage};
pub use error::{Error, Input, TextPosition};
pub use geo::frame::Frame;
pub use geo::map_projection::{MapProjection, ProjectionName};
pub use geo::projection::{LambertAzimuthalEqualArea, LonLat, Point};
pub use geo::unit_box::UnitPoint;
pub use geo::{albers::AlbersEqualArea, equal_earth::EqualEarth};
pub use geo::{viewport::Viewport, visvalingam::Visvalingam};
#[cfg(any(not(target_os = "unknown"), feature = "import"))]
pub use import::{Imported, import, settings::Settings};
pub use layout::stage::{Arrangement, StageSize};
pub use options::Options;
pub use render::element::{Element, Node};
pub use render::xml::text as to_html;
pub use scene::{Region, Scene, view_scene::ViewScene};
#[cfg(all(target_os = "unknown", feature = "widget"))]
pub use web::SummitMap;
#[cfg(all(target_os = "unknown", feature = "engine"))]
pub use worker::Engine;
#[cfg(all(target_os = "unknown", feature = "import"))]
pub use worker::Import;
