//! Which region answers for a place of a stage: in this order its name in the sea, its core, its
//! area, and the nearest state around. Cores are set where a state would not own a square of 24 CSS
//! pixels otherwise. Source: WCAG 2.2, 2.5.8 Target size.

use crate::geo::frame::UnitPoint;
use crate::geo::unit_box::UnitBox;
use crate::layout::name::{TARGET, length};
use crate::layout::occupancy::{OccupancyGrid, SEA, TAKEN, code, region_of};
use crate::layout::panel::Panel;
use crate::layout::shapes::Subject;
use crate::layout::stage::{Core, Marks, Stage};

/// A state answers so far out into the sea, in tenths of a CSS pixel.
const REACH: i32 = 400;
/// A core is set within so many tenths of a CSS pixel of the state's heart.
const NEAR: i32 = 320;
/// Places of a core that are tried before the state goes without.
const TRIES: usize = 8;
/// Cost of a cell of nobody's, of another state's, of one that has not much more than it needs, and
/// of each cell between core and heart.
const COSTS: [i32; 4] = [1, 3, 9, 12];

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

    /// Gives every name in the sea a row of 24 CSS pixels, if that meets no other name's, and else
    /// its own ground.
    pub(super) fn spread_targets(&mut self, panel: &Panel) {
        for index in 0..self.names.len() {
            let Some(row) = self.names.get(index).and_then(|name| name.target) else { continue };
            let is_met =
                self.names.iter().enumerate().any(|(other, name)| {
                    other != index && name.target.unwrap_or(name.area).meets(row)
                });
            let is_kept = !is_met && panel.is_free(row, 0);
            if let Some(name) = self.names.get_mut(index).filter(|_| !is_kept) {
                name.target = Some(name.area);
            }
        }
    }
}

/// Who answers for each cell of a panel.
pub(super) struct Owners<'a> {
    panel: &'a Panel,
    grid: OccupancyGrid,
    /// Side of a target in cells.
    need: i32,
}

impl Owners<'_> {
    pub(super) fn new<'a>(panel: &'a Panel, subjects: &[Subject<'_>], marks: &Marks) -> Owners<'a> {
        let mut grid = panel.grid.clone();
        for dot in marks.dots.iter() {
            let side = 2 * dot.radius;
            let (from, to) = panel.touched(UnitBox::around(dot.at, side, side));
            grid.set(from, to, code(dot.region));
        }
        spread(&mut grid, subjects, panel.px(REACH) / panel.cell);
        let need = (panel.px(TARGET) + panel.cell - 1) / panel.cell;
        let mut owners = Owners { panel, grid, need };
        for core in &marks.cores {
            owners.set(core.area, code(core.region));
        }
        for name in &marks.names {
            if let Some(target) = name.target {
                owners.set(target, code(name.region));
            }
        }
        for &taken in &panel.taken {
            owners.set(taken, TAKEN);
        }
        owners
    }

    fn set(&mut self, area: UnitBox, what: u32) {
        let (from, to) = self.panel.touched(area);
        self.grid.set(from, to, what);
    }

    /// The side of the largest square that each region owns, in cells.
    pub(super) fn sides(&self, regions: usize) -> Vec<i32> {
        let mut sides = vec![0; regions];
        for (&cell, side) in self.grid.cells().iter().zip(self.grid.squares()) {
            let best = region_of(cell).and_then(|region| sides.get_mut(region));
            if let Some(best) = best {
                *best = i32::from(side).max(*best);
            }
        }
        sides
    }

    /// Sets cores for those of these states that own no square of 24 CSS pixels.
    pub(super) fn set_cores(&mut self, states: &[usize], marks: &mut Marks) {
        let mut tried = Vec::new();
        loop {
            let sides = self.sides(self.panel.hearts.len());
            let side_of = |region: usize| sides.get(region).copied().unwrap_or(0);
            let is_open =
                |region: &&usize| side_of(**region) < self.need && !tried.contains(*region);
            let neediest = states.iter().filter(is_open).min_by_key(|region| side_of(**region));
            let Some(&region) = neediest else { return };
            tried.push(region);
            let held = states.iter().filter(|state| side_of(**state) >= self.need);
            let held: Vec<usize> = held.copied().collect();
            if let Some(area) = self.set_core(region, &sides, &held, marks) {
                marks.cores.push(Core { region, area });
            }
        }
    }

    /// The core of a state: near its heart, where it takes least from others.
    fn set_core(
        &mut self,
        region: usize,
        sides: &[i32],
        held: &[usize],
        marks: &Marks,
    ) -> Option<UnitBox> {
        let dot = marks.dots.iter().find(|dot| dot.region == region);
        let heart = dot.map_or(self.panel.hearts.get(region)?.0, |dot| dot.at);
        let side = self.need * self.panel.cell;
        let middle = self.panel.cell_at(heart);
        let far = self.panel.px(NEAR) / self.panel.cell;
        let mut refused: Vec<(i32, i32)> = Vec::new();
        for _ in 0..TRIES {
            let mut best: Option<(i32, (i32, i32))> = None;
            // Every second cell, or it would take long.
            for down in -far / 2..=far / 2 {
                for right in -far / 2..=far / 2 {
                    let (right, down) = (2 * right, 2 * down);
                    let from = (middle.0 + right - self.need / 2, middle.1 + down - self.need / 2);
                    let away = self.panel.cell * COSTS[3] * right.abs().max(down.abs())
                        / self.panel.px(20).max(1);
                    let is_near_refused = refused
                        .iter()
                        .any(|old| (old.0 - from.0).abs().max((old.1 - from.1).abs()) < 2);
                    if best.is_some_and(|(least, _)| away >= least) || is_near_refused {
                        continue;
                    }
                    let Some(cost) = self.cost(from, region, sides, marks) else { continue };
                    if best.is_none_or(|(least, _)| cost + away < least) {
                        best = Some((cost + away, from));
                    }
                }
            }
            let (_, from) = best?;
            let to = (from.0 + self.need, from.1 + self.need);
            let before = self.grid.copy(from, to);
            self.grid.set(from, to, code(region));
            let after = self.sides(self.panel.hearts.len());
            let is_harmless =
                held.iter().all(|state| after.get(*state).is_some_and(|side| *side >= self.need));
            if is_harmless {
                let UnitPoint { x, y } = self.panel.area.min;
                let min =
                    UnitPoint { x: x + from.0 * self.panel.cell, y: y + from.1 * self.panel.cell };
                return Some(UnitBox { min, max: UnitPoint { x: min.x + side, y: min.y + side } });
            }
            self.grid.paste(from, to, &before);
            refused.push(from);
        }
        None
    }

    /// What a core there takes from others; None where it may not be.
    fn cost(&self, from: (i32, i32), region: usize, sides: &[i32], marks: &Marks) -> Option<i32> {
        let panel = self.panel;
        let UnitPoint { x, y } = panel.area.min;
        let (side, corner) = (self.need * panel.cell, |at: (i32, i32)| UnitPoint {
            x: x + at.0 * panel.cell,
            y: y + at.1 * panel.cell,
        });
        let min = corner(from);
        let area = UnitBox { min, max: UnitPoint { x: min.x + side, y: min.y + side } };
        let is_met = marks.cores.iter().any(|core| core.area.meets(area))
            || marks.names.iter().any(|name| {
                name.region != region && name.target.is_some_and(|target| target.meets(area))
            });
        if is_met || !panel.area.holds(area) {
            return None;
        }
        let mut cost = 0;
        for row in from.1..from.1 + self.need {
            for column in from.0..from.0 + self.need {
                let cell = self.grid.get(column, row)?;
                cost += match region_of(cell) {
                    Some(other) if other == region => 0,
                    Some(other) => {
                        let side = sides.get(other).copied().unwrap_or(0);
                        if side < 2 * self.need { COSTS[2] } else { COSTS[1] }
                    }
                    None if cell == TAKEN => return None,
                    None => COSTS[0],
                };
            }
        }
        // As if a cell were two pixels wide.
        Some(cost * (panel.cell * panel.cell / 16) / (panel.px(5) * panel.px(5)).max(1))
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
