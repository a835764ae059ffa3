//! Timers: which of them run, and what happens when one has run out.

use super::Model;
use crate::interaction::effect::{Effect, Picture, Timer};
use crate::interaction::map_index::MapIndex;

impl Model {
    pub(super) fn running(&self, timer: Timer) -> bool {
        self.running.get(timer.index()) == Some(&true)
    }

    fn set_running(&mut self, timer: Timer, is_running: bool) {
        if let Some(slot) = self.running.get_mut(timer.index()) {
            *slot = is_running;
        }
    }

    pub(super) fn start(&mut self, timer: Timer, delay_ms: i32) {
        self.set_running(timer, true);
        self.push(Effect::StartTimer { timer, delay_ms });
    }

    pub(super) fn stop(&mut self, timer: Timer) {
        if self.running(timer) {
            self.set_running(timer, false);
            self.push(Effect::StopTimer(timer));
        }
    }

    /// A timer that was stopped meanwhile changes nothing.
    pub(super) fn timer_fired(&mut self, map: &MapIndex, timer: Timer) {
        if !self.running(timer) {
            return;
        }
        self.set_running(timer, false);
        match timer {
            Timer::Grace => self.show_tip_of_focus(),
            Timer::Rest => self.come_to_rest(map),
            Timer::Hint => self.push(Effect::Picture(Picture::Hint(""))),
            Timer::Said => {
                let text = self.to_say.take().unwrap_or_default();
                self.say(text, false);
            }
        }
    }
}
