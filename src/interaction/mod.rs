//! What a reader does → what changes. No DOM, no clock: events in, effects out.

pub mod click;
pub mod command;
pub mod effect;
pub mod event;
pub mod filter;
pub mod gesture;
pub mod map_index;
pub mod model;
pub mod navigation;
pub mod permalink;
pub mod popup_machine;
pub mod reader_state;
pub mod zoom_target;
