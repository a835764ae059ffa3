//! What a reader does → what changes. No DOM.

pub mod command;
pub mod filter;
pub mod navigation;
pub mod permalink;
pub mod popup_machine;
pub mod reader_state;
pub mod zoom_target;
