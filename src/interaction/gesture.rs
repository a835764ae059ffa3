//! Mouse button and fingers on the map → how far it moves. One finger belongs to the page.

/// A mouse that moves less than this with its button down has clicked.
const CLICK_PX: f64 = 4.0;
/// How much of the speed at release is kept: the way of so many milliseconds.
const GLIDE: f64 = 130.0;
/// A pointer that stood still this long before it was let go has no speed left.
const STILL_MS: f64 = 60.0;

/// A way on the screen in CSS pixels: to the right, and down.
pub(crate) type Way = (f64, f64);

/// What holds the map.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Gesture {
    /// Nothing.
    #[default]
    None,
    /// The mouse button is down; the map has not moved.
    Pressed {
        /// Where.
        at: Way,
    },
    /// The mouse drags the map.
    Drag {
        /// How it last moved.
        last: Motion,
    },
    /// A drag has ended; its click is still to come.
    Dragged,
    /// Two fingers hold the map.
    Pinch {
        /// The place in the middle between them.
        at: Way,
        /// How far apart they are.
        apart: f64,
    },
}

/// Where a pointer is, when, and how fast, in pixels and milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Motion {
    at: Way,
    at_ms: f64,
    speed: Way,
}

impl Motion {
    fn to(self, at: Way, at_ms: f64) -> Motion {
        let time = (at_ms - self.at_ms).max(1.0);
        // Smoothed, for the last two events may be one pixel apart.
        let mix = |old: f64, way: f64| 0.4 * old + 0.6 * way / time;
        let speed = (mix(self.speed.0, at.0 - self.at.0), mix(self.speed.1, at.1 - self.at.1));
        Motion { at, at_ms, speed }
    }
}

impl Gesture {
    /// The pointer moves with its button down: the way that the map goes with it.
    pub(crate) fn drag(&mut self, to: Way, at_ms: f64) -> Option<Way> {
        let (from, last) = match *self {
            Gesture::Pressed { at } => {
                if (to.0 - at.0).abs().max((to.1 - at.1).abs()) <= CLICK_PX {
                    return None;
                }
                (at, Motion { at: to, at_ms, speed: (0.0, 0.0) })
            }
            Gesture::Drag { last } => (last.at, last.to(to, at_ms)),
            Gesture::None | Gesture::Dragged | Gesture::Pinch { .. } => return None,
        };
        *self = Gesture::Drag { last };
        Some((to.0 - from.0, to.1 - from.1))
    }

    /// The button goes up: the way on which the map glides.
    pub(crate) fn release(&mut self, at_ms: f64) -> Option<Way> {
        match *self {
            Gesture::Drag { last } => {
                *self = Gesture::Dragged;
                let is_moving = at_ms - last.at_ms < STILL_MS && last.speed != (0.0, 0.0);
                is_moving.then_some((last.speed.0 * GLIDE, last.speed.1 * GLIDE))
            }
            Gesture::Pressed { .. } => {
                *self = Gesture::None;
                None
            }
            Gesture::None | Gesture::Dragged | Gesture::Pinch { .. } => None,
        }
    }

    /// Two fingers move: the way of the map, and how many times larger it becomes.
    pub(crate) fn pinch(&mut self, to: Way, to_apart: f64) -> Option<(Way, f64)> {
        let Gesture::Pinch { at, apart } = *self else { return None };
        *self = Gesture::Pinch { at: to, apart: to_apart };
        Some(((to.0 - at.0, to.1 - at.1), to_apart / apart))
    }

    /// Whether the mouse is dragging the map.
    #[must_use]
    pub(crate) fn is_drag(self) -> bool {
        matches!(self, Gesture::Drag { .. })
    }

    /// Whether a click is the end of a drag, and means nothing; after it the map is free.
    pub(crate) fn ends_drag(&mut self) -> bool {
        matches!(std::mem::take(self), Gesture::Dragged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_press_that_hardly_moves_is_a_click() {
        let mut gesture = Gesture::Pressed { at: (10.0, 10.0) };
        assert_eq!(gesture.drag((13.0, 7.0), 5.0), None);
        assert_eq!(gesture.release(10.0), None);
        assert!(!gesture.ends_drag());
    }

    #[test]
    fn a_drag_takes_the_map_along_and_its_click_means_nothing() {
        let mut gesture = Gesture::Pressed { at: (10.0, 10.0) };
        assert_eq!(gesture.drag((30.0, 5.0), 0.0), Some((20.0, -5.0)));
        assert_eq!(gesture.drag((31.0, 5.0), 16.0), Some((1.0, 0.0)));
        assert_eq!(gesture.release(500.0), None, "it stood still before it was let go");
        assert!(gesture.ends_drag() && !gesture.ends_drag());
    }

    #[test]
    fn what_is_let_go_of_in_motion_glides_on() {
        let mut gesture = Gesture::Pressed { at: (0.0, 0.0) };
        for step in 1..4 {
            gesture.drag((f64::from(step) * 20.0, 0.0), f64::from(step) * 10.0);
        }
        let (x, y) = gesture.release(35.0).expect("it glides");
        assert!(x > 60.0 && y == 0.0, "{x}, {y}");
    }

    #[test]
    fn two_fingers_move_and_zoom() {
        let mut gesture = Gesture::Pinch { at: (50.0, 50.0), apart: 30.0 };
        assert_eq!(gesture.pinch((40.0, 60.0), 60.0), Some(((-10.0, 10.0), 2.0)));
        assert_eq!(gesture.pinch((40.0, 60.0), 60.0), Some(((0.0, 0.0), 1.0)));
        assert_eq!(gesture.drag((0.0, 0.0), 0.0), None, "a finger is no mouse");
    }
}
