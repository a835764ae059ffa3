//! Untrusted bytes → features and facts, joined.

pub(crate) mod arcs;
pub(crate) mod category;
pub(crate) mod collation;
pub(crate) mod color;
mod cursor;
mod document;
pub(crate) mod facts;
pub(crate) mod features;
pub(crate) mod geojson;
pub(crate) mod json;
pub(crate) mod map_file;
// For authors' own tables: the command line reads them, and in a page the module `import`.
#[cfg(any(not(target_os = "unknown"), feature = "import"))]
pub(crate) mod feature_keys;
#[cfg(any(not(target_os = "unknown"), feature = "import"))]
pub(crate) mod join;
#[cfg(any(not(target_os = "unknown"), feature = "import"))]
pub(crate) mod table;
#[cfg(any(not(target_os = "unknown"), feature = "import"))]
pub(crate) mod topojson;
