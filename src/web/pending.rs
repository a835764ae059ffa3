//! What changes the picture, gathered until it is carried out: once a frame while the reader moves
//! something, at once after a click or a key.

use crate::geo::projection::Point;
use crate::geo::viewport::Viewport;
use crate::interaction::effect::Picture;
use crate::interaction::popup_machine::Pinned;
use web_sys::Element;

/// The last of each kind of change that is still to be carried out.
#[derive(Debug, Default)]
pub(super) struct Pending {
    pub(super) draw: bool,
    pub(super) moved: Option<(Viewport, i32)>,
    pub(super) outline: bool,
    /// The popup to show, or none.
    pub(super) popup: Option<Option<(usize, Pinned)>>,
    /// What it points at.
    pub(super) anchor: Option<Point>,
    pub(super) hint: Option<&'static str>,
}

impl Pending {
    /// Of each kind, the last change counts.
    pub(super) fn add(&mut self, picture: Picture) {
        match picture {
            Picture::Draw => (self.draw, self.moved) = (true, None),
            Picture::Move { viewport, eased_ms } => self.moved = Some((viewport, eased_ms)),
            Picture::Outline(_) => self.outline = true,
            Picture::ShowPopup { region, pinned } => self.popup = Some(Some((region, pinned))),
            Picture::HidePopup => (self.popup, self.anchor) = (Some(None), None),
            Picture::PlacePopup(anchor) => self.anchor = Some(anchor),
            Picture::Hint(words) => self.hint = Some(words),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        !(self.draw || self.outline)
            && self.moved.is_none()
            && self.popup.is_none()
            && self.anchor.is_none()
            && self.hint.is_none()
    }
}

/// What the mouse was over, and where.
pub(super) struct Hover {
    pub(super) target: Option<Element>,
    pub(super) x: f64,
    pub(super) y: f64,
}
