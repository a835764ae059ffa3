//! Degrees → shapes: joining borders, projecting, ranking, clipping, framing.

pub(crate) mod albers;
pub(crate) mod choice;
pub(crate) mod clip;
pub(crate) mod equal_earth;
pub(crate) mod extent;
pub(crate) mod frame;
pub(crate) mod lines;
pub(crate) mod map_projection;
pub(crate) mod outline;
pub(crate) mod projection;
pub(crate) mod resample;
pub(crate) mod ring;
pub(crate) mod seam;
pub(crate) mod svg_path;
pub(crate) mod topology;
pub(crate) mod trig;
pub(crate) mod unit_box;
pub(crate) mod viewport;
pub(crate) mod visvalingam;
