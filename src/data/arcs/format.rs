//! What the reader and the writer of arcs agree on.

/// What a file begins with.
pub(super) const MAGIC: &[u8] = b"arcs\x02";

/// Grids that an arc may lie on, in units.
pub(super) const STEPS: [i32; 10] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/// The numbers at the head of an arc, each in a column of its own.
pub(super) const HEAD: usize = 4;

/// The use of an arc that mostly follows: the next arc, forwards.
pub(super) fn following(code: i32) -> i32 {
    (code | 1).saturating_add(1)
}
