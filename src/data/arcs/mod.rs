//! Quantised shared arcs: a map in half the bytes, for the wire. [`pack`] writes it, from any map
//! that can be read.
//!
//! After the five bytes `arcs\x02` everything is a whole number in LEB128 (DWARF 5, section 7.6),
//! signed ones in zigzag:
//!
//! 1. how many units a degree has, how many features there are, and how many arcs
//! 2. for each feature the lengths of id and name in bytes, and both in UTF-8; a name of no bytes is
//!    the id
//! 3. for each feature its polygons, for each polygon its rings, for each ring its arcs, each list
//!    after its length; an arc is twice its index, and one more where the ring goes the other way,
//!    less what the arc before it would be followed by
//! 4. a column for each of the four numbers at the head of an arc: how many ways follow its first
//!    position; twice the index of its step, and one more where it is closed; the way to its first
//!    position
//! 5. for each arc the way from each position to the next; a closed one ends where it began, and
//!    the last way is not written
//!
//! A way is counted in steps of the arc that it is in, from the position written before, or from
//! the next one towards 0 that is on the arc's grid.
//! The positions of an arc are multiples of its step: most arcs of a map lie on a coarser grid than
//! a few that are finer. Columns are for Brotli, which finds like beside like. A file holds its arcs
//! as a `Topology` has them, so it is drawn like the file it was made from, to the byte.

mod bytes;
mod format;
mod read;
mod write;

pub(crate) use read::{is_packed, unpack};
pub use write::pack;
#[cfg(any(not(target_os = "unknown"), feature = "import"))]
pub(crate) use write::write;

#[cfg(test)]
mod tests;
