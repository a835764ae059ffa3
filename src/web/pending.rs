//! What changes the picture, gathered until it is carried out: once a frame while the reader moves
//! something, at once after a click or a key.

use super::page::Dom;
use crate::geo::viewport::Viewport;
use crate::interaction::effect::{Card, Picture, Tip};

/// The last of each kind of change that is still to be carried out.
#[derive(Debug, Default)]
pub(super) struct Pending {
    pub(super) draw: bool,
    pub(super) filter: bool,
    pub(super) moved: Option<(Viewport, i32)>,
    pub(super) outline: bool,
    /// The card to show, or none.
    pub(super) card: Option<Option<Card>>,
    /// The tip to show, or none.
    pub(super) tip: Option<Option<Tip>>,
    pub(super) hint: Option<&'static str>,
}

impl Pending {
    /// Of each kind, the last change counts.
    pub(super) fn add(&mut self, picture: Picture) {
        match picture {
            Picture::Draw => (self.draw, self.moved) = (true, None),
            Picture::Filter => self.filter = true,
            Picture::Move { viewport, eased_ms } => self.moved = Some((viewport, eased_ms)),
            Picture::Outline(_) => self.outline = true,
            Picture::Card(card) => self.card = Some(card),
            Picture::Tip(tip) => self.tip = Some(tip),
            Picture::Hint(words) => self.hint = Some(words),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        !(self.draw || self.filter || self.outline)
            && self.moved.is_none()
            && self.card.is_none()
            && self.tip.is_none()
            && self.hint.is_none()
    }
}

/// What the mouse was over, and where.
pub(super) struct Hover {
    pub(super) target: Option<Dom>,
    pub(super) x: f64,
    pub(super) y: f64,
}
