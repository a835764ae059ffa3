//! Tests of more than one module that see inside: compiled into the crate, for nothing that they
//! name is public.

#[path = "../common/mod.rs"]
mod common;

mod hostile_text;
mod invariants;
mod keyboard;
mod languages;
mod link;
mod no_panic;
mod search;
mod shipped_colors;
mod shipped_data;
mod shipped_files;
mod shipped_geometry;


mod stages;
mod table;
