//! Mouse and clicks.

use super::Model;
use super::camera::EASED_MS;
use crate::interaction::command::Command;
use crate::interaction::effect::{Effect, FocusOn};
use crate::interaction::event::{Click, Down, Part, Place};
use crate::interaction::gesture::Gesture;
use crate::interaction::map_index::MapIndex;

/// A picture let go of in motion goes on for this long.
const GLIDE_MS: i32 = 420;
/// Two taps within this time, and this way to the side, are one double tap.
const TWICE_MS: f64 = 350.0;
const TWICE_PX: f64 = 40.0;

impl Model {
    #[inline(never)]
    pub(super) fn down(&mut self, down: Down) {
        let is_zoomed = !self.reader.viewport.is_whole();
        self.gesture = if down.is_main && down.is_on_map && is_zoomed {
            Gesture::Pressed { at: (down.place.x, down.place.y) }
        } else {
            Gesture::None
        };
        self.touched = down.touched;
        self.is_double_tap = false;
    }

    #[inline(never)]
    pub(super) fn drag(&mut self, map: &MapIndex, place: Place, at_ms: f64) {
        if let Some(way) = self.gesture.drag((place.x, place.y), at_ms) {
            self.stage = place.stage;
            self.move_by(map, way, place.stage, 0);
        }
    }

    #[inline(never)]
    pub(super) fn release(&mut self, map: &MapIndex, at_ms: f64) {
        if let Some(way) = self.gesture.release(at_ms)
            && !self.wishes.has_less_motion
        {
            self.move_by(map, way, self.stage, GLIDE_MS);
        }
    }

    #[inline(never)]
    pub(super) fn double_click(&mut self, map: &MapIndex, place: Place, has_shift: bool) {
        // Some browsers make one of two taps, which have zoomed already.
        if !std::mem::take(&mut self.is_double_tap) {
            self.zoom_at(map, if has_shift { 0.5 } else { 2.0 }, place, EASED_MS);
        }
    }

    /// Whether a click is the second of two taps on the map, which zoom in. It is where the first
    /// one was, for that may have scrolled the page, and opened a sheet under the finger.
    fn is_second_tap(&mut self, map: &MapIndex, click: &Click) -> bool {
        let (Some(at_ms), Some(place)) = (click.tap_ms, click.place) else { return false };
        let is_near = |first: Place| {
            (first.x - place.x).abs() < TWICE_PX && (first.y - place.y).abs() < TWICE_PX
        };
        match self.tapped.take() {
            Some((first, first_ms)) if at_ms - first_ms < TWICE_MS && is_near(first) => {
                self.close_card(map, true);
                self.zoom_at(map, 2.0, first, EASED_MS);
                self.is_double_tap = true;
                self.push(Effect::PreventDefault);
                return true;
            }
            _ if matches!(click.part, Part::Region(_) | Part::Map) => {
                self.tapped = Some((place, at_ms));
            }
            _ => {}
        }
        false
    }

    #[inline(never)]
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
        if self.is_second_tap(map, &click) {
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
                // Of a finger the one on which it was put down, for the browser moves its clicks
                // to links nearby.
                let region = self.touched.take().unwrap_or(region);
                self.press(map, region);
            }
            Part::Map => self.close_card(map, true),
            // The link leads the focus to the list.
            Part::Facts => self.leave_card(map),
            Part::Tip => {
                // It lies over the map, and what it says is what its region's card says.
                if let Some(tip) = self.tip {
                    self.open_card(map, tip.region, FocusOn::Card);
                }
            }
            Part::Search | Part::Card | Part::Stage | Part::Other => {}
        }
    }

    /// Carries out the command of a control.
    pub(super) fn command(&mut self, map: &MapIndex, command: Command, has_focus: bool) {
        match command {
            Command::ZoomIn | Command::ZoomOut | Command::Whole => self.step(map, command),
            Command::Only(category) => self.press_category(map, category),
            Command::ShowAll => self.show_all(map, has_focus),
            Command::Sort(column) => self.sort_by(map, column),
            Command::Open(region) => {
                self.open_card(map, region, FocusOn::Card);
                self.opener = self.card.filter(|_| has_focus).map(|_| command);
            }
            Command::Table => {
                self.set_table(true, true);
                self.focus_on(FocusOn::Table);
            }
            Command::CopyLink => {
                if let Some(prefix) = map.link_prefix.clone() {
                    let link = self.link(map);
                    self.push(Effect::CopyLink { prefix, link });
                }
            }
            Command::Find => self.find(),
            Command::Close => self.close_card(map, true),
            Command::Grip => self.pull(!self.is_pulled),
            Command::Previous | Command::Next => self.open_neighbor(map, command),
        }
    }
}
