//! Degrees → shapes: joining borders, projecting, ranking, clipping, framing.

pub mod clip;
pub mod frame;
pub mod graticule;
pub mod lines;
pub mod outline;
pub mod projection;
pub mod resample;
pub mod ring;
pub mod svg_path;
pub mod topology;
pub mod trig;
pub mod viewport;
pub mod visvalingam;
