//! Which part of the map is shown. While it changes, the drawn picture is moved; when it rests, it
//! is drawn anew.

use super::Model;
use crate::geo::projection::Point;
use crate::geo::viewport::Viewport;
use crate::interaction::command::Command;
use crate::interaction::effect::{Effect, Picture, Timer};
use crate::interaction::event::Place;
use crate::interaction::map_index::MapIndex;
use crate::interaction::navigation::Direction;
use crate::layout::rect::Rect;
use std::rc::Rc;

/// How long a step of a button or key takes.
pub(super) const EASED_MS: i32 = 260;
/// How long after the last movement of a wheel or finger the map is at rest.
const REST_MS: i32 = 160;
/// Sizes that follow each other faster than this are drawn once.
const RESIZED_MS: i32 = 150;
const STEP: f64 = 2.0;
/// Part of the width and height that a step of the arrows moves.
const PAN: f64 = 0.3;
const MIDDLE: Point = Point { x: 0.5, y: 0.5 };

impl Model {
    /// Shows another part of the map; `eased_ms` is 0 where it follows a finger.
    pub(super) fn look_at(&mut self, viewport: Viewport, eased_ms: i32) {
        self.reader.viewport = viewport;
        let eased_ms = if self.wishes.has_less_motion { 0 } else { eased_ms };
        self.push(Effect::Picture(Picture::Move { viewport, eased_ms }));
        self.start(Timer::Rest, if eased_ms > 0 { eased_ms } else { REST_MS });
    }

    /// Draws the map anew where the last movement has left it.
    pub(super) fn come_to_rest(&mut self, map: &MapIndex) {
        self.push(Effect::Picture(Picture::Draw));
        self.place_tip();
        self.remember(map, false);
        let Viewport { zoom, .. } = self.reader.viewport;
        self.push(Effect::ViewChanged(zoom));
        if std::mem::take(&mut self.has_stepped) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 40")]
            let times = (zoom + 0.5) as usize;
            let text =
                if zoom > 1.0 { map.words.enlarged(times) } else { map.words.reset.to_owned() };
            self.say(text, false);
        }
    }

    /// The stage has another size: it is drawn when that has stopped changing.
    pub(super) fn resized(&mut self, stage: Rect) {
        self.place_tip();
        if self.measure(stage) {
            self.start(Timer::Rest, RESIZED_MS);
        }
    }

    /// What is known of the map has changed, or its stage shows more or less around it: what was
    /// whole stays so.
    #[inline(never)]
    pub(super) fn reframe(&mut self, map: Rc<MapIndex>) {
        self.fit_into(&map);
        self.index = Some(map);
        self.push(Effect::Picture(Picture::Draw));
        if self.card.is_some() {
            self.show_card();
        }
        self.place_tip();
    }

    /// Keeps the viewport within what the stage shows; what was whole stays so.
    pub(super) fn fit_into(&mut self, map: &MapIndex) {
        let (frame, viewport) = (map.frame(), self.reader.viewport);
        self.reader.viewport = match viewport.is_whole() {
            true => Viewport::whole(&frame),
            false => viewport.clamped(&frame),
        };
    }

    /// The window has another size: the page is told when that has stopped changing, be the stage
    /// as wide as before.
    pub(super) fn window_resized(&mut self) {
        self.place_tip();
        self.start(Timer::Rest, RESIZED_MS);
    }

    /// Notes the width of the stage; true if that is another one.
    pub(super) fn measure(&mut self, stage: Rect) -> bool {
        std::mem::replace(&mut self.stage_px, stage.width) != stage.width
    }

    /// Zooms by a step of a button or key. Below the lowest one is the whole map.
    pub(super) fn step(&mut self, map: &MapIndex, command: Command) {
        let (frame, viewport) = (map.frame(), self.reader.viewport);
        let meant = self.focused.or(self.card);
        let meant = meant.and_then(|region| map.place_of(region, &viewport)).filter(is_in_sight);
        let to = if command == Command::ZoomIn {
            match meant {
                // The whole map has sea beside it, whose middle nobody means.
                None if viewport.is_whole() => {
                    Viewport { middle: map.middle(), zoom: STEP }.clamped(&frame)
                }
                Some(place) => viewport.zoomed(STEP, place, &frame),
                None => viewport.zoomed(STEP, MIDDLE, &frame),
            }
        } else if command == Command::ZoomOut && viewport.zoom > STEP {
            viewport.zoomed(1.0 / STEP, MIDDLE, &frame)
        } else {
            Viewport::whole(&frame)
        };
        self.has_stepped = true;
        self.look_at(to, EASED_MS);
    }

    /// Moves what is shown by a step.
    pub(super) fn pan(&mut self, map: &MapIndex, direction: Direction) {
        let (x, y) = match direction {
            Direction::Up => (0.0, -PAN),
            Direction::Down => (0.0, PAN),
            Direction::Left => (-PAN, 0.0),
            Direction::Right => (PAN, 0.0),
        };
        self.look_at(self.reader.viewport.panned(Point { x, y }, &map.frame()), EASED_MS);
    }

    /// Zooms by a factor; what is at a place of the screen stays there.
    pub(super) fn zoom_at(&mut self, map: &MapIndex, factor: f64, place: Place, eased_ms: i32) {
        if let Some(fixed) = part_at(map, place) {
            let to = self.reader.viewport.zoomed(factor, fixed, &map.frame());
            self.look_at(to, eased_ms);
        }
    }

    /// Moves the map by a way on the screen.
    pub(super) fn move_by(
        &mut self,
        map: &MapIndex,
        (x, y): (f64, f64),
        stage: Rect,
        eased_ms: i32,
    ) {
        if let Some(drawing) = map.drawing_in(stage) {
            let by = Point { x: -x / drawing.width, y: -y / drawing.height };
            self.look_at(self.reader.viewport.panned(by, &map.frame()), eased_ms);
        }
    }

    /// Moves a zoomed map so that a region is not beside what is shown.
    pub(super) fn bring_into_sight(&mut self, map: &MapIndex, region: usize) {
        let viewport = self.reader.viewport;
        let Some(place) = map.place_of(region, &viewport) else { return };
        let beyond = |part: f64| if (0.1..0.9).contains(&part) { 0.0 } else { part - 0.5 };
        let by = Point { x: beyond(place.x), y: beyond(place.y) };
        if by.x != 0.0 || by.y != 0.0 {
            self.look_at(viewport.panned(by, &map.frame()), EASED_MS);
        }
    }
}

/// A place on the screen in parts of the shown width and height.
pub(super) fn part_at(map: &MapIndex, place: Place) -> Option<Point> {
    let drawing = map.drawing_in(place.stage)?;
    let x = (place.x - drawing.x) / drawing.width;
    Some(Point { x, y: (place.y - drawing.y) / drawing.height })
}

fn is_in_sight(place: &Point) -> bool {
    (0.0..=1.0).contains(&place.x) && (0.0..=1.0).contains(&place.y)
}
