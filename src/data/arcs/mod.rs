//! Quantised shared arcs: a map in half the bytes, for the wire. [`pack`] writes it, from any map
//! that can be read.
//!
//! After the five bytes `arcs\x01` everything is a whole number in LEB128 (DWARF 5, section 7.6),
//! signed ones in zigzag:
//!
//! 1. how many units a degree has; how many features, arcs and steps there are
//! 2. for each feature the lengths of id and name in bytes, and both in UTF-8; a name of no bytes is
//!    the id
//! 3. for each feature its polygons, for each polygon its rings, for each ring its arcs, each list
//!    after its length; an arc is twice its index, and one more where the ring goes the other way,
//!    less what the arc before it would be followed by
//! 4. for each arc its positions but the first, the index of its step, and its first position
//! 5. for each arc the way from each position to the next
//!
//! The positions of an arc are multiples of its step, and ways are counted in steps: most arcs of a
//! map lie on a coarser grid than a few that are finer. A file holds its arcs as a `Topology` has
//! them, so it is drawn like the file it was made from, to the byte.

mod bytes;
mod format;
mod read;
mod write;

pub(crate) use read::{is_packed, unpack};
pub use write::pack;

#[cfg(test)]
mod tests;
