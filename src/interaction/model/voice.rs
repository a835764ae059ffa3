//! What is said to those who cannot see what has changed: each once, and nothing that is no longer
//! so.

use super::Model;
use crate::interaction::effect::{Effect, Timer};

/// After this time what was said is gone, or a reader would come across it later.
const SAID_MS: i32 = 6000;

impl Model {
    /// Says something, to everybody if `is_seen`; nothing to take back what was said.
    pub(super) fn say(&mut self, text: String, is_seen: bool) {
        self.to_say = None;
        if text.is_empty() {
            self.stop(Timer::Said);
        } else {
            self.start(Timer::Said, SAID_MS);
        }
        self.push(Effect::Say { text, is_seen });
    }

    /// Says something if nothing else is to be said before.
    pub(super) fn say_later(&mut self, text: String, delay_ms: i32) {
        self.to_say = Some(text);
        self.start(Timer::Said, delay_ms);
    }

    /// What was to be said is not so any more.
    pub(super) fn say_no_more(&mut self) {
        if self.to_say.take().is_some() {
            self.stop(Timer::Said);
        }
    }
}
