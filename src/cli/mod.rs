//! The command line; not in the wasm.

pub mod command;
pub mod prerender;
