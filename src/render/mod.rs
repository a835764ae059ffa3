//! What is drawn, as element trees. `xml` writes a tree as text; `web::dom` builds nodes from it.

pub mod entry;
pub mod fact_list;
pub mod figure;
pub mod legend;
pub mod popup;
pub mod svg;
pub mod xml;
