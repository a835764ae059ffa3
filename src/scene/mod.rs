//! Shapes + facts → the picture as plain data: which shapes, in which layers, with which paint.
//! Knows nothing of markup.

mod apart;
pub(crate) mod detail_levels;
mod far_part;
pub(crate) mod paint;
mod picture;
pub(crate) mod projected_map;
mod subjects;
pub(crate) mod view_rings;
pub(crate) mod view_scene;
mod whole_scene;

pub(crate) use picture::{Layer, Overlay};
pub use picture::{Region, Scene};
