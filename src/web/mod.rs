//! The page: the only code that names `web_sys`. Wiring and nothing more; what should happen is
//! decided in `interaction`, `placement` and `render`, where it can be tested natively.

mod address;
mod api;
mod camera;
mod controls;
mod dom;
mod events;
mod focus;
mod gesture;
mod listener;
mod page;
mod pointer;
mod popup;
mod search;

pub use api::SummitMap;
