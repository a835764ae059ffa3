//! Requests in, updates out: owns a map and its facts.

mod index;
pub mod live;
pub mod map;
mod stamp;
