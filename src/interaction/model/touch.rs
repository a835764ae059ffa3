//! Wheel and fingers. One finger and the plain wheel belong to the page; a hint says so.

use super::Model;
use crate::interaction::effect::{Effect, Picture, Timer};
use crate::interaction::event::{Fingers, Phase, Place};
use crate::interaction::gesture::Gesture;
use crate::interaction::map_index::MapIndex;

const HINT_MS: i32 = 1600;
/// The wheel's way that doubles the zoom.
const DOUBLING_PX: f64 = 120.0;

impl Model {
    #[inline(never)]
    pub(super) fn wheel(&mut self, map: &MapIndex, place: Place, turned_px: f64, is_zoom: bool) {
        if !is_zoom {
            self.hint(map.words.wheel_hint);
            return;
        }
        self.push(Effect::PreventDefault);
        // One notch of any wheel doubles at most.
        let turned = turned_px.clamp(-DOUBLING_PX, DOUBLING_PX);
        self.zoom_at(map, power_of_two(-turned / DOUBLING_PX), place, 0);
    }

    #[inline(never)]
    pub(super) fn touch(
        &mut self,
        map: &MapIndex,
        phase: Phase,
        fingers: Option<Fingers>,
        is_on_map: bool,
    ) {
        match (phase, fingers) {
            (Phase::Start, Some(Fingers { middle, apart })) if is_on_map => {
                // Or the browser would zoom the page.
                self.push(Effect::PreventDefault);
                self.gesture = Gesture::Pinch { at: (middle.x, middle.y), apart };
            }
            (Phase::Move, Some(Fingers { middle, apart })) => {
                if let Some((way, factor)) = self.gesture.pinch((middle.x, middle.y), apart) {
                    self.push(Effect::PreventDefault);
                    self.move_by(map, way, middle.stage, 0);
                    self.zoom_at(map, factor, middle, 0);
                }
            }
            (Phase::Move, None) if is_on_map && self.is_still() => {
                self.hint(map.words.touch_hint);
            }
            (Phase::End, None) if matches!(self.gesture, Gesture::Pinch { .. }) => {
                // The finger that is left is the end of the gesture, not the start of a new one.
                self.gesture = Gesture::Dragged;
            }
            (Phase::Start | Phase::Move | Phase::End, _) => {}
        }
    }

    /// Whether nothing holds a zoomed map, which one finger could be thought to move.
    fn is_still(&self) -> bool {
        matches!(self.gesture, Gesture::None) && !self.reader.viewport.is_whole()
    }

    /// Shows for a moment how the map can be moved.
    fn hint(&mut self, words: &'static str) {
        self.push(Effect::Picture(Picture::Hint(words)));
        self.start(Timer::Hint, HINT_MS);
    }
}

/// 2 to the power of a number from -1 to 1: the first terms of the exponential series. The error
/// is below 1e-12; a library's would be 4 kB of tables.
fn power_of_two(x: f64) -> f64 {
    let x = x * std::f64::consts::LN_2;
    let mut sum = 1.0;
    let mut term = 1.0;
    for n in 1..14 {
        term *= x / f64::from(n);
        sum += term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::power_of_two;

    #[test]
    fn a_notch_of_the_wheel_doubles_and_halves() {
        for x in [-1.0_f64, -0.5, 0.0, 0.3, 1.0] {
            assert!((power_of_two(x) - x.exp2()).abs() < 1e-12, "{x}");
        }
    }
}
