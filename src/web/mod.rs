//! The page: the only code that names `web_sys`. DOM events become events of the model, and what
//! the model says is to be done is done. What should happen is decided in `interaction`.

mod address;
mod api;
mod dom;
mod effects;
mod events;
mod frame;
mod host;
mod listener;
mod pending;
mod place;
mod popup;
mod show;
mod widget;

pub use api::SummitMap;
