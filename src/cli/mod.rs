//! The command line.

pub mod prerender;
