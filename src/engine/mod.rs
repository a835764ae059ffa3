//! Requests in, updates out: owns a map and its facts.

#[expect(clippy::module_inception, reason = "the engine itself, and what it is made of")]
pub(crate) mod engine;
mod index;
pub(crate) mod live;
pub(crate) mod map;
mod own_words;
mod stamp;
