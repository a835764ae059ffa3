//! The command line; not in the wasm.

pub(crate) mod command;
mod join_report;
pub(crate) mod prerender;
