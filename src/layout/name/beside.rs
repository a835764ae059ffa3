//! Places of a name in the sea next to a region's coast, or next to its dot.

use super::spots::{Maker, OFF, STEP, cost};
use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::layout::occupancy::code;
use crate::layout::stage::Align;

/// What standing aside of the heart costs, at most.
const MOST_ASIDE: i32 = 40;

impl Maker<'_> {
    /// Places in the sea next to the coast, or next to the dot, on the side to which x, y is a step.
    pub(super) fn beside(&mut self, number: usize, cost: i32, (x, y, align): (i32, i32, Align)) {
        let panel = self.panel;
        let Some((width, height)) = self.size(number) else { return };
        let step = panel.px(STEP);
        let off = panel.px(OFF);
        let (min, max) = self.reach();
        // Along the coast: the other way than the step.
        let (from, to) = if x == 0 { (min.x, max.x) } else { (min.y, max.y) };
        let (along, across) = if x == 0 { (width, height) } else { (height, width) };
        let heart = if x == 0 { self.heart.x } else { self.heart.y };
        let mut at = heart - (heart - from + along / 2) / step.max(1) * step;
        while at <= to + along / 2 {
            let coast = self.coast((x, y), at - along / 2, at + along / 2);
            for (times, more) in [(1, 0), (2, cost::OFF)] {
                let Some(coast) = coast else { break };
                let far = coast + (x + y) * (times * off + across / 2);
                let middle =
                    if x == 0 { UnitPoint { x: at, y: far } } else { UnitPoint { x: far, y: at } };
                let area = UnitBox::around(middle, width, height);
                // Nor may others lie between the name and the coast.
                let back = times * off - 2 * panel.cell;
                let nearer = UnitPoint { x: middle.x - x * back, y: middle.y - y * back };
                let nearer = UnitBox::around(nearer, width, height);
                if self.is_sea(area) && self.is_clear(nearer) {
                    let aside = (at - heart).abs() / panel.px(60).max(1);
                    let side = i32::from(x == 0) * 2;
                    let cost = cost + cost::BESIDE + more + aside.min(MOST_ASIDE) + side;
                    self.push_sea(number, area, align, cost, None);
                }
            }
            at += step;
        }
    }

    /// The box around its land, or around its dot.
    fn reach(&self) -> (UnitPoint, UnitPoint) {
        let panel = self.panel;
        if let Some(dot) = self.dot {
            let UnitBox { min, max } = dot.area();
            return (min, max);
        }
        let ((left, top), (right, bottom)) = self.land.unwrap_or_default();
        let place = |column: i32, row: i32| UnitPoint {
            x: panel.area.min.x + column * panel.cell,
            y: panel.area.min.y + row * panel.cell,
        };
        (place(left, top), place(right, bottom))
    }

    /// How far the region reaches on a side, between two places along it: x or y in units.
    fn coast(&self, (x, y): (i32, i32), from: i32, to: i32) -> Option<i32> {
        let panel = self.panel;
        let (min, max) = self.reach();
        if let Some(dot) = self.dot {
            let (middle, first, last) =
                if x == 0 { (dot.at.y, min.x, max.x) } else { (dot.at.x, min.y, max.y) };
            return (from <= last && to >= first).then_some(middle + (x + y) * dot.radius);
        }
        let ((left, top), _) = self.land?;
        let UnitPoint { x: edge, y: upper } = panel.area.min;
        let (lines, first, corner, origin) = if x == 0 {
            (&self.columns, left, edge, upper)
        } else {
            (&self.rows, top, upper, edge)
        };
        let line = |length: i32| {
            let line = panel.cells(length - corner) - first;
            usize::try_from(line).unwrap_or(0).min(lines.len())
        };
        let mut coast = None;
        for &(near, far) in lines.get(line(from)..line(to + panel.cell)).unwrap_or_default() {
            if near < far {
                let (least, most) = coast.get_or_insert((near, far));
                (*least, *most) = (near.min(*least), far.max(*most));
            }
        }
        let (near, far) = coast?;
        Some(origin + if x + y > 0 { far } else { near } * panel.cell)
    }

    /// Notes how far the land reaches in each row and column.
    pub(super) fn trace(&mut self) {
        let Some(((left, top), (right, bottom))) = self.land else { return };
        (top..bottom).for_each(|_| self.rows.push((i32::MAX, 0)));
        (left..right).for_each(|_| self.columns.push((i32::MAX, 0)));
        let own = Some(code(self.region));
        for (row, across) in (top..bottom).zip(&mut self.rows) {
            for (column, down) in (left..right).zip(&mut self.columns) {
                if self.panel.grid.get(column, row) == own {
                    *across = (column.min(across.0), column + 1);
                    *down = (row.min(down.0), row + 1);
                }
            }
        }
    }
}
