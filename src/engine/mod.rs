//! Requests in, updates out: owns a map and its facts.

pub(crate) mod engine;
mod index;
pub(crate) mod live;
pub(crate) mod map;
mod stamp;
