//! Texts that stay for as long as the page does: one store for all of its widgets, or each that comes
//! and goes would leave its own behind.

use crate::interaction::message::keep::Keep;
use std::cell::Cell;

thread_local! {
    static KEEP: Cell<Keep> = Cell::default();
}

/// Reads something that keeps texts.
pub(super) fn kept<T>(read: impl FnOnce(&mut Keep) -> T) -> T {
    let mut keep = KEEP.take();
    let found = read(&mut keep);
    KEEP.set(keep);
    found
}
