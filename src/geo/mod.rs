//! Degrees → shapes: projecting, simplifying, clipping, framing.

pub mod clip;
pub mod graticule;
pub mod outline;
pub mod projection;
pub mod simplify;
pub mod trig;
pub mod viewport;
