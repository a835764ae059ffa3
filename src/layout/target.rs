//! Which region answers for a place of a stage: in this order its name in the sea, its core, its
//! area, and the nearest state around. Cores are set where a state would not own a square of 24 CSS
//! pixels otherwise. Source: WCAG 2.2, 2.5.8 Target size.

use crate::geo::frame::UnitPoint;
use crate::geo::unit_box::UnitBox;
use crate::layout::name::{TARGET, length};
use crate::layout::occupancy::{OccupancyGrid, SEA, TAKEN, code, region_of};
use crate::layout::panel::Panel;
use crate::layout::shapes::Subject;
use crate::layout::stage::{Core, Dot, Marks, Stage};

/// A state answers so far out into the sea, in tenths of a CSS pixel.
const REACH: i32 = 400;
/// A core is set within so many tenths of a CSS pixel of the state's heart.
const NEAR: i32 = 320;
/// Places of a core that are tried before the state goes without.
const TRIES: usize = 8;
/// How often all cores are set.
const RESTARTS: usize = 5;
/// What a core costs, beside 1 for each cell of nobody's: for one of a state that has much room, and
/// of one that has not much more than it needs, for the row of another's name, and for each cell
/// between core and heart.
const RICH: i32 = 3;
const POOR: i32 = 9;
const ROW: i32 = 400;
const AWAY: i32 = 12;

/// The region that is meant by a place of a stage, or of a zoomed view. `nearest` tells the region
/// at a point of the map, or else the nearest state within so many units of it.
pub(crate) fn target_at(
    stage: &Stage,
    at: UnitPoint,
    nearest: &mut dyn FnMut(UnitPoint, i32) -> Option<usize>,
) -> Option<usize> {
    let reach = stage.units_per_10_px * REACH / 100;
    for inset in &stage.insets {
        if inset.frame.contains(at) {
            let lens = inset.lens();
            let is_map = inset.place.contains(at);
            let found = inset.marks.hit(at);
            let far = reach * 100 / inset.factor.max(1);
            return found.or_else(|| nearest(lens.point(at), far).filter(|_| is_map));
        }
    }
    stage.marks.hit(at).or_else(|| nearest(at, reach))
}

impl Marks {
    /// The region whose name, core or dot is at a place.
    fn hit(&self, at: UnitPoint) -> Option<usize> {
        let is_name = |target: Option<UnitBox>| target.is_some_and(|target| target.contains(at));
        let name = self.names.iter().find(|name| is_name(name.target));
        let core = || self.cores.iter().find(|core| core.area.contains(at));
        let dot = || self.dots.iter().find(|dot| length(dot.at, at) <= dot.radius);
        let found = name.map(|name| name.region);
        found.or_else(|| Some(core()?.region)).or_else(|| Some(dot()?.region))
    }

    /// Gives every name in the sea a row of 24 CSS pixels that meets no other name's, from the top
    /// down and as high up as it can be; else its own ground.
    pub(super) fn spread_targets(&mut self, panel: &Panel) {
        let mut open: Vec<usize> = Vec::new();
        for (index, name) in self.names.iter().enumerate() {
            if name.target.is_some() {
                let top = |other: &usize| self.names.get(*other).map(|other| other.area.min.y);
                let later = |other: &usize| top(other) > Some(name.area.min.y);
                let place = open.iter().position(later).unwrap_or(open.len());
                open.insert(place, index);
            }
        }
        for &index in &open {
            if let Some(name) = self.names.get_mut(index) {
                name.target = Some(name.area);
            }
        }
        for index in open {
            let row = self.row(index, panel);
            if let Some(name) = self.names.get_mut(index) {
                name.target = row.or(name.target);
            }
        }
    }

    /// The highest row of 24 CSS pixels on which a name stands, clear of the others.
    fn row(&self, index: usize, panel: &Panel) -> Option<UnitBox> {
        let UnitBox { min, max } = self.names.get(index)?.area;
        let spare = (panel.px(TARGET) + panel.cell - (max.y - min.y)).max(0);
        let step = (spare / 4).max(1);
        let mut up = spare;
        while up >= 0 {
            let row = UnitBox {
                min: UnitPoint { y: min.y - up, ..min },
                max: UnitPoint { y: max.y + spare - up, ..max },
            };
            let others = self.names.iter().enumerate().filter(|(other, _)| *other != index);
            let mut is_met = others.map(|(_, name)| name.target.unwrap_or(name.area).meets(row));
            if panel.is_free(row, 0) && !is_met.any(|is| is) {
                return Some(row);
            }
            up -= step;
        }
        None
    }
}

/// Who answers for each cell of a panel.
pub(super) struct Owners<'a> {
    panel: &'a Panel,
    /// By areas, dots and nearness alone.
    base: OccupancyGrid,
    /// Side of a target in cells.
    need: i32,
}

impl Owners<'_> {
    pub(super) fn new<'a>(panel: &'a Panel, subjects: &[Subject<'_>], dots: &[Dot]) -> Owners<'a> {
        let mut base = panel.grid.clone();
        for dot in dots {
            let (from, to) = panel.touched(dot.area());
            base.set(from, to, code(dot.region));
        }
        spread(&mut base, subjects, panel.px(REACH) / panel.cell);
        let need = (panel.px(TARGET) + panel.cell - 1) / panel.cell;
        Owners { panel, base, need }
    }

    /// Who answers for each cell, with names and cores.
    fn grid(&self, marks: &Marks) -> OccupancyGrid {
        let mut grid = self.base.clone();
        let mut set = |area: UnitBox, what: u32| {
            let (from, to) = self.panel.touched(area);
            grid.set(from, to, what);
        };
        for core in &marks.cores {
            set(core.area, code(core.region));
        }
        for name in &marks.names {
            if let Some(target) = name.target {
                set(target, code(name.region));
            }
        }
        for &taken in &self.panel.taken {
            set(taken, TAKEN);
        }
        grid
    }

    /// The side of the largest square that each region owns, in cells.
    pub(super) fn sides(&self, grid: &OccupancyGrid) -> Vec<i32> {
        let mut sides = vec![0; self.panel.hearts.len()];
        for (&cell, side) in grid.cells().iter().zip(grid.squares()) {
            if let Some(best) = region_of(cell).and_then(|region| sides.get_mut(region)) {
                *best = i32::from(side).max(*best);
            }
        }
        sides
    }

    /// The same with what stands on the panel.
    #[cfg(test)]
    pub(super) fn owned(&self, marks: &Marks) -> Vec<i32> {
        self.sides(&self.grid(marks))
    }

    /// Sets cores for those of these states that own no square of 24 CSS pixels, the neediest first.
    /// Where one finds no place, all is set anew with that one before the others.
    pub(super) fn set_cores(&self, states: &[usize], marks: &mut Marks) {
        let mut first: Vec<usize> = Vec::new();
        let mut best: Option<(usize, Marks)> = None;
        for _ in 0..RESTARTS {
            let mut trial = marks.clone();
            let left = self.try_cores(states, &first, &mut trial);
            if best.as_ref().is_none_or(|(least, _)| left.len() < *least) {
                best = Some((left.len(), trial));
            }
            let before = first.len();
            for region in left {
                if !first.contains(&region) {
                    first.push(region);
                }
            }
            if before == first.len() {
                break;
            }
        }
        if let Some((_, trial)) = best {
            *marks = trial;
        }
    }

    /// Returns those that found no place.
    fn try_cores(&self, states: &[usize], first: &[usize], marks: &mut Marks) -> Vec<usize> {
        let (mut open, mut left) = (states.to_vec(), Vec::new());
        loop {
            let grid = self.grid(marks);
            let sides = self.sides(&grid);
            let side_of = |region: usize| sides.get(region).copied().unwrap_or(0);
            let mut neediest: Option<(i32, usize)> = None;
            for (place, &region) in open.iter().enumerate() {
                let side = side_of(region);
                let need = if first.contains(&region) { side - self.need } else { side };
                if side < self.need && neediest.is_none_or(|(least, _)| need < least) {
                    neediest = Some((need, place));
                }
            }
            let Some((_, place)) = neediest else { return left };
            let region = open.swap_remove(place);
            let mut held = vec![region];
            held.extend(states.iter().filter(|state| side_of(**state) >= self.need));
            if !self.set_core(region, &grid, &sides, &held, marks) {
                left.push(region);
            }
        }
    }

    /// Sets the core of a state near its heart, where it takes least from others, and leaves those
    /// that are held their squares. False where it finds no place.
    fn set_core(
        &self,
        region: usize,
        grid: &OccupancyGrid,
        sides: &[i32],
        held: &[usize],
        marks: &mut Marks,
    ) -> bool {
        let panel = self.panel;
        let dot = marks.dots.iter().find(|dot| dot.region == region);
        let Some(&(heart, _)) = panel.hearts.get(region) else { return false };
        let middle = panel.cell_at(dot.map_or(heart, |dot| dot.at));
        let far = panel.px(NEAR) / panel.cell / 2;
        let mut refused: Vec<(i32, i32)> = Vec::new();
        for _ in 0..TRIES {
            let mut best: Option<(i32, UnitBox)> = None;
            // Every second cell, or it would take long.
            for at in 0..(2 * far + 1) * (2 * far + 1) {
                let right = 2 * (at % (2 * far + 1) - far);
                let down = 2 * (at / (2 * far + 1) - far);
                let from = (middle.0 + right - self.need / 2, middle.1 + down - self.need / 2);
                let away = panel.cell * AWAY * right.abs().max(down.abs()) / panel.px(20).max(1);
                let is_known =
                    refused.iter().any(|old| (old.0 - from.0).abs() + (old.1 - from.1).abs() < 4);
                if best.is_some_and(|(least, _)| away >= least) || is_known {
                    continue;
                }
                let area = panel.area_of(from, self.need);
                let Some(cost) = self.cost(area, from, region, grid, sides, marks) else {
                    continue;
                };
                if best.is_none_or(|(least, _)| cost + away < least) {
                    best = Some((cost + away, area));
                }
            }
            let Some((_, area)) = best else { return false };
            let mut trial = marks.clone();
            trial.cores.push(Core { region, area });
            for name in trial.names.iter_mut().filter(|name| name.region != region) {
                if name.target.is_some_and(|target| target.meets(area)) {
                    name.target = Some(name.area);
                }
            }
            let after = self.sides(&self.grid(&trial));
            let is_kept = |state: &usize| after.get(*state).is_some_and(|side| *side >= self.need);
            if held.iter().all(is_kept) {
                *marks = trial;
                return true;
            }
            refused.push(panel.cell_at(area.min));
        }
        false
    }

    /// What a core there takes from others; None where it may not be.
    fn cost(
        &self,
        area: UnitBox,
        from: (i32, i32),
        region: usize,
        grid: &OccupancyGrid,
        sides: &[i32],
        marks: &Marks,
    ) -> Option<i32> {
        if !self.panel.area.holds(area) || marks.cores.iter().any(|core| core.area.meets(area)) {
            return None;
        }
        let mut cost = 0;
        for name in marks.names.iter().filter(|name| name.region != region) {
            match name.target {
                Some(_) if name.area.meets(area) => return None,
                Some(target) if target.meets(area) => cost += ROW,
                Some(_) | None => {}
            }
        }
        let mut taken = 0;
        for row in from.1..from.1 + self.need {
            for column in from.0..from.0 + self.need {
                let cell = grid.get(column, row)?;
                taken += match region_of(cell) {
                    Some(other) if other == region => 0,
                    Some(other) if sides.get(other) >= Some(&(2 * self.need)) => RICH,
                    Some(_) => POOR,
                    None if cell == TAKEN => return None,
                    None => 1,
                };
            }
        }
        // In cells of two pixels, however large they are.
        Some(cost + taken * 144 / (self.need * self.need))
    }
}

/// Gives the sea to the nearest state, as far as `most` cells from it. Source: G. Borgefors,
/// "Distance transformations in digital images" (1986), with steps of 5 and 7.
fn spread(grid: &mut OccupancyGrid, subjects: &[Subject<'_>], most: i32) {
    let is_state = |cell: u32| {
        region_of(cell).and_then(|region| subjects.get(region)).is_some_and(Subject::is_state)
    };
    let far = i32::MAX / 2;
    let mut away: Vec<i32> = grid
        .cells()
        .iter()
        .map(|&cell| {
            if is_state(cell) {
                0
            } else if cell == SEA {
                far
            } else {
                i32::MAX
            }
        })
        .collect();
    let (width, height) = (grid.width, grid.height);
    for is_back in [false, true] {
        for step in 0..width * height {
            let at = if is_back { width * height - 1 - step } else { step };
            let (column, row) = (at % width, at / width);
            let sign = if is_back { 1 } else { -1 };
            for (right, down, length) in
                [(sign, 0, 5), (-sign, sign, 7), (0, sign, 5), (sign, sign, 7)]
            {
                let (x, y) = (column + right, row + down);
                if !(0..width).contains(&x) || !(0..height).contains(&y) {
                    continue;
                }
                let index = |at: i32| usize::try_from(at).unwrap_or(0);
                let (from, to) = (index(y * width + x), index(at));
                let (Some(&near), Some(&now)) = (away.get(from), away.get(to)) else { continue };
                if now == i32::MAX
                    || near >= far
                    || near + length >= now
                    || near + length > most * 5
                {
                    continue;
                }
                let Some(&owner) = grid.cells().get(from) else { continue };
                if let (Some(away), Some(cell)) = (away.get_mut(to), grid.cells_mut().get_mut(to)) {
                    (*away, *cell) = (near + length, owner);
                }
            }
        }
    }
}
