//! Requests in, updates out: owns a map and its facts.

pub mod live;
pub mod map;
