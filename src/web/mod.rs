//! The page: the only code that names `web_sys`. Wiring and nothing more; what should happen is
//! decided in `interaction`, `placement` and `render`, where it can be tested natively.

mod api;
mod dom;
mod events;
mod listener;
mod popup;
mod view;

pub use api::SummitMap;
