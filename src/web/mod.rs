//! The page: the only code that names `web_sys`. Wiring and nothing more; what should happen is
//! decided in `interaction`, `placement` and `render`, where it can be tested natively.

mod api;
mod controls;
mod dom;
mod events;
mod focus;
mod gesture;
mod links;
mod listener;
mod pointing;
mod popup;
mod search;
mod stage;
mod view;

pub use api::SummitMap;
