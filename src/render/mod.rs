//! What is drawn, as element trees. `xml` writes a tree as text; `web::dom` builds nodes from it.

pub(crate) mod card;
mod control;
pub(crate) mod drawing;
pub(crate) mod element;
pub(crate) mod entry;
pub(crate) mod fact_list;
pub(crate) mod figure;
mod inset;
pub(crate) mod legend;
mod overlay;
mod paint;
pub(crate) mod patch;
pub(crate) mod search;
pub(crate) mod shapes;
pub(crate) mod sheet;
mod stage;
pub(crate) mod svg;
pub(crate) mod swatch;
pub(crate) mod table;
pub(crate) mod texture;
pub(crate) mod tree;
pub(crate) mod view_box;
pub(crate) mod xml;
