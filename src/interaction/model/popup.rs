//! The popup: what it shows, what it points at, and who gets the focus when it goes.

use super::Model;
use super::camera::part_at;
use crate::geo::projection::Point;
use crate::interaction::effect::{Effect, FocusOn, Picture, Timer};
use crate::interaction::event::{Part, Place};
use crate::interaction::map_index::MapIndex;
use crate::interaction::popup_machine::{Pinned, PopupEffect, PopupEvent};

/// Time in which the pointer can travel from a region to its popup.
const GRACE_MS: i32 = 220;

impl Model {
    /// Takes something in that concerns the popup.
    pub(super) fn popup(&mut self, map: &MapIndex, event: PopupEvent) {
        for effect in self.popup.handle(event) {
            match effect {
                PopupEffect::Show { region, pinned } => self.show_popup(region, pinned),
                PopupEffect::Hide => self.hide_popup(map),
                PopupEffect::StartGrace => self.start(Timer::Grace, GRACE_MS),
                PopupEffect::StopGrace => self.stop(Timer::Grace),
                PopupEffect::Highlight(_) => self.outline(),
                PopupEffect::FocusPopup => self.focus_on(FocusOn::Popup),
                PopupEffect::FocusRegion(region) => self.give_back_focus(map, region),
                PopupEffect::Selected(region) => {
                    self.push(Effect::Selected(region));
                    self.remember(map, true);
                }
            }
        }
    }

    /// Gives the focus back from the popup to what has opened it.
    fn give_back_focus(&mut self, map: &MapIndex, region: usize) {
        match self.opener.take().filter(|_| self.reader.has_table) {
            Some(opener) => {
                self.focus_on(FocusOn::Control(opener));
                self.popup(map, PopupEvent::Blur);
            }
            None => self.focus_region(map, region),
        }
    }

    /// Draws the outline where it belongs by now.
    pub(super) fn outline(&mut self) {
        let to = self.popup.highlighted();
        if to != self.outlined {
            self.outlined = to;
            self.push(Effect::Picture(Picture::Outline(to)));
        }
    }

    /// The host page selects a region, or none.
    pub(super) fn select(&mut self, map: &MapIndex, region: Option<usize>) {
        let region = region.filter(|&region| region < map.regions.len());
        if let Some(region) = region {
            self.point_at_region(map, region);
        }
        self.popup(map, PopupEvent::Select(region));
    }

    fn show_popup(&mut self, region: usize, pinned: Pinned) {
        self.opener = None;
        self.shown = Some(region);
        self.push(Effect::Picture(Picture::ShowPopup { region, pinned }));
        self.expand((pinned == Pinned::Yes).then_some(region));
        self.push(Effect::Picture(Picture::PlacePopup(self.anchor)));
    }

    /// Shows a pinned popup in the words of another map.
    pub(super) fn show_again(&mut self) {
        if let Some(region) = self.selected() {
            self.show_popup(region, Pinned::Yes);
        }
    }

    fn hide_popup(&mut self, map: &MapIndex) {
        let region = self.shown.take();
        self.expand(None);
        self.push(Effect::Picture(Picture::HidePopup));
        // Focus that was in the popup must not fall to the page's start.
        if let (Part::Popup, Some(region)) = (self.focus, region) {
            self.focus_region(map, region);
        }
    }

    pub(super) fn expand(&mut self, to: Option<usize>) {
        let from = std::mem::replace(&mut self.expanded, to);
        if from != to {
            self.push(Effect::Expanded { from, to });
        }
    }

    /// Land without facts is no stop of the keyboard; focus stays in the map all the same.
    pub(super) fn focus_region(&mut self, map: &MapIndex, region: usize) {
        let is_target = map.regions.get(region).is_some_and(|region| region.is_focus_target);
        if is_target {
            self.focus_on(FocusOn::Region(region));
        } else {
            self.focus_on(FocusOn::Map);
            self.popup(map, PopupEvent::Blur);
        }
    }

    /// Puts a shown popup beside what it points at.
    pub(super) fn place_popup(&mut self) {
        if self.popup.shown().is_some() {
            self.push(Effect::Picture(Picture::PlacePopup(self.anchor)));
        }
    }

    /// Lets the popup point at a place of the screen.
    pub(super) fn point_at(&mut self, map: &MapIndex, place: Place) {
        if let Some(part) = part_at(map, place) {
            self.anchor = part;
        }
    }

    /// Lets the popup point at the middle of a region.
    pub(super) fn point_at_region(&mut self, map: &MapIndex, region: usize) {
        if let Some(Point { x, y }) = map.place_of(region, &self.reader.viewport) {
            self.anchor = Point { x: x.clamp(0.0, 1.0), y: y.clamp(0.0, 1.0) };
        }
    }

    /// Esc, anywhere in the page. In the search field it is for the field, if there is a text.
    pub(super) fn escape(&mut self, map: &MapIndex) {
        let is_searching = self.focus == Part::Search && !self.search.query.is_empty();
        if self.popup.shown().is_some() && !is_searching {
            self.push(Effect::PreventDefault);
            self.popup(map, PopupEvent::Dismiss);
        }
    }
}
