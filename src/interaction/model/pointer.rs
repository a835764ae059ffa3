//! Mouse and clicks.

use super::Model;
use super::camera::EASED_MS;
use crate::interaction::command::Command;
use crate::interaction::effect::{Effect, FocusOn};
use crate::interaction::event::{Click, Down, Part, Place};
use crate::interaction::gesture::Gesture;
use crate::interaction::map_index::MapIndex;
use crate::interaction::popup_machine::PopupEvent;

/// A picture let go of in motion goes on for this long.
const GLIDE_MS: i32 = 420;

impl Model {
    /// The mouse is over a part. Nothing happens while that is the same part as before.
    pub(super) fn hover(&mut self, map: &MapIndex, part: Part, place: Place) {
        let is_region = matches!(part, Part::Region(_));
        if is_region && self.still == Some((place.x, place.y)) {
            return;
        }
        let is_there = |region| region < map.regions.len();
        let part = match part {
            Part::Region(region) if is_there(region) => part,
            Part::Popup | Part::Close => Part::Popup,
            Part::Region(_)
            | Part::Control(_)
            | Part::Found(_)
            | Part::Search
            | Part::Map
            | Part::Stage
            | Part::Other => Part::Other,
        };
        if part == self.over || self.gesture.is_drag() {
            return;
        }
        let before = std::mem::replace(&mut self.over, part);
        if let Part::Region(_) = before {
            self.popup(map, PopupEvent::Leave);
        } else if before == Part::Popup {
            self.popup(map, PopupEvent::LeavePopup);
        }
        if let Part::Region(region) = part {
            if self.selected().is_none() {
                self.point_at(map, place);
            }
            self.popup(map, PopupEvent::Enter(region));
        } else if part == Part::Popup {
            self.popup(map, PopupEvent::EnterPopup);
        }
    }

    pub(super) fn down(&mut self, down: Down) {
        let is_zoomed = !self.reader.viewport.is_whole();
        self.gesture = if down.is_main && down.is_on_map && is_zoomed {
            Gesture::Pressed { at: (down.place.x, down.place.y) }
        } else {
            Gesture::None
        };
        self.touched = down.touched;
    }

    pub(super) fn drag(&mut self, map: &MapIndex, place: Place, at_ms: f64) {
        if let Some(way) = self.gesture.drag((place.x, place.y), at_ms) {
            self.stage = place.stage;
            self.move_by(map, way, place.stage, 0);
        }
    }

    pub(super) fn release(&mut self, map: &MapIndex, at_ms: f64) {
        if let Some(way) = self.gesture.release(at_ms)
            && !self.wishes.has_less_motion
        {
            self.move_by(map, way, self.stage, GLIDE_MS);
        }
    }

    pub(super) fn double_click(&mut self, map: &MapIndex, place: Place, has_shift: bool) {
        self.zoom_at(map, if has_shift { 0.5 } else { 2.0 }, place, EASED_MS);
    }

    pub(super) fn click(&mut self, map: &MapIndex, click: Click) {
        if click.has_modifier || click.has_shift {
            // With a modifier a link does what the reader's browser does with links; but two
            // clicks with Shift on the map zoom out.
            if click.has_shift && matches!(click.part, Part::Region(_) | Part::Map) {
                self.push(Effect::PreventDefault);
            }
            return;
        }
        let ends_drag = self.gesture.ends_drag();
        // A click made by the keyboard ends no drag.
        if ends_drag && click.place.is_some() {
            self.push(Effect::PreventDefault);
            return;
        }
        match click.part {
            Part::Control(command) => {
                self.push(Effect::PreventDefault);
                self.command(map, command, click.has_focus);
            }
            Part::Found(region) => self.go_to_found(map, region),
            Part::Region(region) => {
                self.push(Effect::PreventDefault);
                self.press(map, region, click.place);
            }
            Part::Close => {
                self.still = click.place.map(|place| (place.x, place.y));
                self.popup(map, PopupEvent::Dismiss);
            }
            Part::Map => self.popup(map, PopupEvent::PressSea),
            Part::Search | Part::Popup | Part::Stage | Part::Other => {}
        }
    }

    /// Presses a region: of a finger the one on which it was put down, for the browser moves its
    /// clicks to links nearby.
    fn press(&mut self, map: &MapIndex, region: usize, place: Option<Place>) {
        let region = self.touched.take().unwrap_or(region);
        if region >= map.regions.len() {
            return;
        }
        match place {
            Some(place) => self.point_at(map, place),
            None => self.point_at_region(map, region),
        }
        self.popup(map, PopupEvent::Press(region));
    }

    /// Carries out the command of a control.
    pub(super) fn command(&mut self, map: &MapIndex, command: Command, has_focus: bool) {
        if self.step(map, command) {
            if command == Command::Whole && has_focus {
                // The button goes when there is nothing left to do for it.
                self.focus_on(FocusOn::Control(Command::ZoomIn));
            }
            return;
        }
        if let Command::Open(region) = command {
            if region < map.regions.len() {
                self.point_at_region(map, region);
                self.popup(map, PopupEvent::Go(region));
                self.opener = has_focus.then_some(command);
            }
        } else if command == Command::CopyLink {
            if let Some(prefix) = map.link_prefix.clone() {
                let link = self.link(map);
                self.push(Effect::CopyLink { prefix, link });
            }
        } else if command != Command::ZoomHere {
            self.switch(map, command, has_focus);
        } else if let Some(region) = self.selected() {
            self.zoom_to_region(map, region);
        }
    }
}
