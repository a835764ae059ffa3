//! The page: the only code that calls it. DOM events become events of the model, and what
//! the model says is to be done is done. What should happen is decided in `interaction`.

// Large functions are not inlined, here and in `interaction`, even where they are called once: small
// ones have short names for their variables, and are more like each other, which saves 0.7 kB.

mod address;
mod adopt;
mod api;
mod card;
mod dom;
mod effects;
mod events;
mod filter;
mod frame;
mod host;
mod kept;
mod listener;
mod outline;
mod page;
mod pending;
mod place;
mod reply;
mod said;
mod show;
mod tip;
mod widget;

pub use api::SummitMap;
