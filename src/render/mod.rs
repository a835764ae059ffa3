//! What is drawn, as element trees. `xml` writes a tree as text; `web::dom` builds nodes from it.

mod callout;
mod control;
pub mod element;
pub mod entry;
pub mod fact_list;
pub mod figure;
mod label;
pub mod legend;
pub mod live;
pub mod patch;
pub mod popup;
pub mod search;
pub mod shapes;
pub mod svg;
pub mod table;
mod texture;
pub mod xml;
