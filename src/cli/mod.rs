//! The command line; not in the wasm.

pub(crate) mod command;
pub(crate) mod prerender;
