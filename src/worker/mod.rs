//! What runs away from the page, each a module of its own.

#[cfg(feature = "engine")]
mod engine;
#[cfg(feature = "import")]
mod import;

#[cfg(feature = "engine")]
pub use engine::Engine;
#[cfg(feature = "import")]
pub use import::Import;
