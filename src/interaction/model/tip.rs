//! The tip of what the mouse is over or the keyboard focus is on, and the outlines. The tip can be
//! entered, and stays until the pointer has left both, the focus goes, or Esc is pressed.

use super::Model;
use crate::interaction::effect::Timer;
use crate::interaction::effect::{Effect, Outlined, Picture, Tip};
use crate::interaction::event::{Part, Place};
use crate::interaction::map_index::MapIndex;

/// Time in which the pointer can travel from a region to its tip.
const GRACE_MS: i32 = 220;

impl Model {
    /// The mouse is over a part. Nothing happens while that is the same part as before.
    #[inline(never)]
    pub(super) fn hover(&mut self, map: &MapIndex, part: Part, place: Place) {
        let part = match part {
            Part::Region(region) if region < map.regions.len() => part,
            Part::Tip => Part::Tip,
            Part::Region(_)
            | Part::Control(_)
            | Part::Found(_)
            | Part::Search
            | Part::Card
            | Part::Facts
            | Part::Map
            | Part::Stage
            | Part::Other => Part::Other,
        };
        if part == self.over || self.gesture.is_drag() {
            return;
        }
        self.over = part;
        match part.region() {
            Some(region) => self.show_tip(Some(Tip { region, at: Some((place.x, place.y)) })),
            None if part == Part::Tip => self.stop(Timer::Grace),
            None if self.tip.is_some_and(|tip| Some(tip.region) != self.focused) => {
                self.start(Timer::Grace, GRACE_MS);
            }
            None => {}
        }
        self.outline();
    }

    /// Shows a tip, or none. What has a card needs no tip.
    pub(super) fn show_tip(&mut self, tip: Option<Tip>) {
        self.stop(Timer::Grace);
        let tip = tip.filter(|tip| Some(tip.region) != self.card);
        if tip != self.tip {
            self.tip = tip;
            self.push(Effect::Picture(Picture::Tip(tip)));
        }
        self.outline();
    }

    /// Shows the tip of what has the focus, if that is seen, or none.
    pub(super) fn show_tip_of_focus(&mut self) {
        self.show_tip(self.focused.map(|region| Tip { region, at: None }));
    }

    /// Puts a shown tip beside its region, which has another place on the screen.
    pub(super) fn place_tip(&mut self) {
        if self.tip.is_some() {
            self.push(Effect::Picture(Picture::Tip(self.tip)));
        }
    }

    /// Draws the outlines where they belong by now.
    pub(super) fn outline(&mut self) {
        let pointed = self.over.region().or(self.tip.map(|tip| tip.region)).or(self.focused);
        let pointed = pointed.filter(|_| pointed != self.card);
        let outlined = Outlined { selected: self.card, pointed };
        if outlined != self.outlined {
            self.outlined = outlined;
            self.push(Effect::Picture(Picture::Outline(outlined)));
        }
    }
}
