//! What is said: details of a region, legend, list, table, search, words of the interface.

pub mod data_table;
pub mod fact_list;
pub mod legend;
pub mod locale;
pub mod region_details;
pub mod search;
