//! What a reader does → what changes. No DOM, no clock: events in, effects out.

pub(crate) mod click;
pub(crate) mod command;
pub(crate) mod controls;
pub(crate) mod effect;
pub(crate) mod event;
pub(crate) mod filter;
pub(crate) mod gesture;
pub(crate) mod map_index;
pub(crate) mod message;
pub(crate) mod model;
pub(crate) mod navigation;
pub(crate) mod permalink;
pub(crate) mod reader_state;
