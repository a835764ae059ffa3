//! Tests of more than one module that see inside: compiled into the crate, for nothing that they
//! name is public.

#[path = "../common/mod.rs"]
mod common;

mod conversation;
mod details;
mod figure;
mod hostile_text;
mod invariants;
mod keyboard;
mod languages;
mod legend;
mod link;
mod more_facts;
mod no_panic;
mod page_index;
mod places;
#[cfg(not(target_os = "unknown"))]
mod random_maps;
mod search;
mod sheet;
mod shipped_colors;
mod shipped_data;
mod shipped_files;
mod shipped_geometry;
mod stages;
mod static_figure;
mod table;
mod world;
