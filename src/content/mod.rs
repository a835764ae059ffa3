//! What is said: details of a region, legend, list, table, search, words of the interface.

pub(crate) mod credit;
pub(crate) mod csv;
pub(crate) mod data_table;
pub(crate) mod fact_list;
pub(crate) mod headline;
pub(crate) mod legend;
pub(crate) mod locale;
pub(crate) mod region_details;
pub(crate) mod search;
pub(crate) mod text;
