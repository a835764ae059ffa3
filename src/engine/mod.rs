//! Requests in, updates out: owns a map and its facts.

mod card;
mod index;
pub(crate) mod live;
pub(crate) mod map;
mod stamp;
