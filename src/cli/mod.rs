//! The command line; not in the wasm.

mod arguments;
pub(crate) mod command;
mod join_report;
mod own_data;
pub(crate) mod prerender;
mod usage;
