//! Places of a name in the sea from which a line leads to its region.

use super::spots::{CLEAR, Maker, STEP, cost};
use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::layout::occupancy::region_of;
use crate::layout::shapes::length;
use crate::layout::stage::{Align, Dot};

/// Lengths in tenths of a CSS pixel: of the end of a leader behind the coast,
const PIN: i32 = 60;
/// of land of another state under it that costs one,
const FOREIGN: i32 = 5;
/// between it and its name,
const TO_NAME: i32 = 30;
/// and of a leader, at most.
const MOST_LEADER: i32 = 580;

impl Maker<'_> {
    /// Places in the sea from which a line leads to the region.
    pub(super) fn with_leader(
        &mut self,
        number: usize,
        cost: i32,
        (x, y, align): (i32, i32, Align),
    ) {
        let panel = self.panel;
        let Some((width, height)) = self.size(number) else { return };
        // Dots stand close together, and need the finest rows.
        let step = panel.px(if self.dot.is_some() { STEP } else { 2 * STEP });
        let most = panel.px(MOST_LEADER);
        let to_name = panel.px(TO_NAME);
        let start = self.dot.map_or(self.heart, |dot| dot.at);
        let reach = self
            .land
            .map_or(0, |(min, max)| (max.0 - min.0).max(max.1 - min.1) * panel.cell / 2)
            .min(3 * most);
        let mut out = panel.px(120);
        while out <= most + reach {
            let mut aside = -(most / step.max(1)) * step;
            while aside <= most {
                let end = UnitPoint {
                    x: start.x + if x == 0 { aside } else { x * out },
                    y: start.y + if x == 0 { y * out } else { aside },
                };
                let shift = |step: i32, length: i32| step * (length / 2 + to_name);
                let middle = UnitPoint { x: end.x + shift(x, width), y: end.y + shift(y, height) };
                let area = UnitBox::around(middle, width, height);
                if self.is_sea(area) {
                    self.lead(number, area, align, cost, (end, start));
                }
                aside += step;
            }
            out += panel.px(2 * STEP);
        }
    }

    fn lead(
        &mut self,
        number: usize,
        area: UnitBox,
        align: Align,
        cost: i32,
        (end, start): (UnitPoint, UnitPoint),
    ) {
        let panel = self.panel;
        let Some((pin, foreign)) = self.pin(end, start) else { return };
        let length = length(end, pin);
        let is_on_dot = |dot: &Dot| {
            dot.region != self.region && dot.area().grown(panel.px(CLEAR)).is_crossed(end, pin)
        };
        let is_taken = |taken: &UnitBox| taken.is_crossed(end, pin);
        if length <= panel.px(MOST_LEADER)
            && !self.dots.iter().any(is_on_dot)
            && !panel.taken.iter().any(is_taken)
        {
            let above = i32::from(align == Align::Middle) * cost::ABOVE;
            let cost = cost + cost::LEADER + length / panel.px(20).max(1) + foreign + above;
            self.push_sea(number, area, align, cost, Some((end, pin)));
        }
    }

    /// Where a line ends that comes from the sea, and how much land of other states it crosses.
    fn pin(&self, end: UnitPoint, start: UnitPoint) -> Option<(UnitPoint, i32)> {
        if self.dot.is_some() {
            return Some((start, 0));
        }
        let panel = self.panel;
        let steps = length(end, start) / panel.cell.max(1);
        let (mut own, mut foreign) = (0, 0);
        for step in 0..=steps {
            let part = |from: i32, to: i32| from + (to - from) * step / steps.max(1);
            let at = UnitPoint { x: part(end.x, start.x), y: part(end.y, start.y) };
            match panel.at(at).and_then(region_of) {
                Some(region) if region == self.region => own += 1,
                Some(region) if self.is_state(region) => {
                    (own, foreign) = (0, foreign + 1);
                }
                Some(_) | None => own = 0,
            }
            if own * panel.cell >= panel.px(PIN) {
                return Some((at, foreign * panel.cell / panel.px(FOREIGN).max(1)));
            }
        }
        (own > 0).then_some((start, foreign * panel.cell / panel.px(FOREIGN).max(1)))
    }
}
