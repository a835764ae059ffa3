//! Which region answers for a place of a stage: in this order its name in the sea, its core, its
//! area, and the nearest state around. Cores are set where a state would not own a square of 24 CSS
//! pixels otherwise. Source: WCAG 2.2, 2.5.8 Target size.

use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::layout::name::{TARGET, length};
use crate::layout::occupancy::{OccupancyGrid, SEA, TAKEN, code, region_of};
use crate::layout::panel::Panel;
use crate::layout::shapes::Subject;
use crate::layout::stage::{Core, Dot, Marks, Stage};

/// A state answers so far out into the sea, in tenths of a CSS pixel.
const REACH: i32 = 400;
/// A core is set within so many tenths of a CSS pixel of the state's heart at first.
const NEAR: i32 = 320;
/// Places of a core that are tried before the state goes without.
const TRIES: usize = 12;
/// How often all cores are set.
const RESTARTS: i32 = 8;
/// What a core costs, beside 1 for each cell of nobody's: for one of a state that has much room, and
/// of one that has not much more than it needs, for the row of another's name, and for each cell
/// between core and heart.
const RICH: i32 = 3;
const POOR: i32 = 9;
const ROW: i32 = 400;
/// Where it may not be.
const FORBIDDEN: i32 = 100_000;
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
}

/// What a name in the sea answers for: its row, or its own ground.
#[derive(Clone, Copy)]
struct Row {
    region: usize,
    /// Its place among the names.
    name: usize,
    ground: UnitBox,
    area: UnitBox,
}

/// Who answers for each cell of a panel.
pub(super) struct Owners<'a> {
    panel: &'a Panel,
    /// By areas, dots and nearness alone.
    base: OccupancyGrid,
    /// For each region the cell in its middle.
    middles: Vec<(i32, i32)>,
    /// Side of a target in cells.
    need: i32,
}

/// What is set of targets.
#[derive(Clone)]
struct Targets {
    rows: Vec<Row>,
    cores: Vec<Core>,
    /// How often they were set before: then places farther apart and farther away are tried.
    restart: i32,
}

impl Owners<'_> {
    pub(super) fn new<'a>(panel: &'a Panel, subjects: &[Subject<'_>], dots: &[Dot]) -> Owners<'a> {
        let mut base = panel.grid.clone();
        let mut middles = Vec::with_capacity(panel.hearts.len());
        for &(heart, _) in &panel.hearts {
            middles.push(panel.cell_at(heart));
        }
        for dot in dots {
            let (from, to) = panel.touched(dot.area());
            base.set(from, to, code(dot.region));
            if let Some(middle) = middles.get_mut(dot.region) {
                *middle = panel.cell_at(dot.at);
            }
        }
        spread(&mut base, subjects, panel.px(REACH) / panel.cell);
        let need = (panel.px(TARGET) + panel.cell - 1) / panel.cell;
        Owners { panel, base, middles, need }
    }

    /// Sets the targets of these states: rows for names in the sea, and cores for those that own no
    /// square of 24 CSS pixels by them.
    pub(super) fn set_targets(&self, states: &[usize], marks: &mut Marks) {
        let rows = self.rows(marks);
        let is_here = |region: &&usize| {
            let is_land = self.panel.lands.get(**region).is_some_and(Option::is_some);
            is_land || marks.dots.iter().any(|dot| dot.region == **region)
        };
        let states: Vec<usize> = states.iter().filter(is_here).copied().collect();
        let targets = self.cores(&states, Targets { rows, cores: Vec::new(), restart: 0 });
        for name in &mut marks.names {
            name.target = None;
        }
        for row in targets.rows {
            if let Some(name) = marks.names.get_mut(row.name) {
                name.target = Some(row.area);
            }
        }
        marks.cores = targets.cores;
    }

    /// A row of 24 CSS pixels for each name in the sea, that meets no other name's, from the top down
    /// and as high up as it can be; where others are too close, its own ground.
    fn rows(&self, marks: &Marks) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        for (name, of) in marks.names.iter().enumerate() {
            if of.target.is_some() {
                let place = rows.iter().position(|row| row.ground.min.y > of.area.min.y);
                let row = Row { region: of.region, name, ground: of.area, area: of.area };
                rows.insert(place.unwrap_or(rows.len()), row);
            }
        }
        for index in 0..rows.len() {
            let Some(&row) = rows.get(index) else { break };
            let UnitBox { min, max } = row.ground;
            let spare = (self.need * self.panel.cell + self.panel.cell - (max.y - min.y)).max(0);
            for quarter in 0..=4 {
                let down = spare * quarter / 4;
                let area = UnitBox {
                    min: UnitPoint { y: min.y - spare + down, ..min },
                    max: UnitPoint { y: max.y + down, ..max },
                };
                let is_met =
                    rows.iter().any(|other| other.name != row.name && other.area.meets(area))
                        || marks
                            .names
                            .iter()
                            .any(|name| name.target.is_none() && name.area.meets(area));
                if !is_met && self.panel.is_free(area, 0) {
                    if let Some(row) = rows.get_mut(index) {
                        row.area = area;
                    }
                    break;
                }
            }
        }
        rows
    }

    /// Who answers for each cell, with names and cores.
    fn grid(&self, targets: &Targets) -> OccupancyGrid {
        let mut grid = self.base.clone();
        let mut set = |area: UnitBox, what: u32| {
            let (from, to) = self.panel.touched(area);
            grid.set(from, to, what);
        };
        for core in &targets.cores {
            set(core.area, code(core.region));
        }
        for row in &targets.rows {
            set(row.area, code(row.region));
        }
        for &taken in &self.panel.taken {
            set(taken, TAKEN);
        }
        grid
    }

    /// The side of the largest square that each region owns, in cells.
    fn sides(&self, grid: &OccupancyGrid) -> Vec<i32> {
        let mut sides = vec![0; self.middles.len()];
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
        let cores = marks.cores.clone();
        let mut targets = Targets { rows: Vec::new(), cores, restart: 0 };
        for (name, of) in marks.names.iter().enumerate() {
            let (region, ground) = (of.region, of.area);
            targets.rows.extend(of.target.map(|area| Row { region, name, ground, area }));
        }
        self.sides(&self.grid(&targets))
    }

    /// Sets cores, the neediest first. Where one finds no place, all is set anew with that one before
    /// the others.
    fn cores(&self, states: &[usize], targets: Targets) -> Targets {
        let mut first: Vec<usize> = Vec::new();
        let mut best: Option<(usize, Targets)> = None;
        for restart in 0..RESTARTS {
            let mut trial = targets.clone();
            trial.restart = restart;
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
            if before == first.len() && best.as_ref().is_some_and(|(least, _)| *least == 0) {
                break;
            }
        }
        best.map_or(targets, |(_, targets)| targets)
    }

    /// Returns those that found no place.
    fn try_cores(&self, states: &[usize], first: &[usize], targets: &mut Targets) -> Vec<usize> {
        let (mut open, mut left) = (states.to_vec(), Vec::new());
        loop {
            let grid = self.grid(targets);
            let sides = self.sides(&grid);
            let side_of = |region: usize| sides.get(region).copied().unwrap_or(0);
            let mut neediest: Option<(i32, usize)> = None;
            let mut held = Vec::new();
            for &region in states {
                let side = side_of(region);
                if side >= self.need {
                    held.push(region);
                }
                let rank = if first.contains(&region) { side - self.need } else { side };
                let is_open = side < self.need && open.contains(&region);
                if is_open && neediest.is_none_or(|(least, _)| rank < least) {
                    neediest = Some((rank, region));
                }
            }
            let Some((_, region)) = neediest else { return left };
            open.retain(|other| *other != region);
            held.push(region);
            if !self.set_core(region, &grid, &sides, &held, targets) {
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
        targets: &mut Targets,
    ) -> bool {
        let panel = self.panel;
        let Some(&middle) = self.middles.get(region) else { return false };
        // Every second cell, or it would take long.
        let far = panel.px(NEAR + 40 * targets.restart) / panel.cell / 2;
        let apart = panel.px(40 + targets.restart % 2 * 40) / panel.cell;
        let mut refused: Vec<(i32, i32)> = Vec::new();
        for _ in 0..TRIES {
            let mut best: Option<(i32, (i32, i32))> = None;
            for at in 0..(2 * far + 1) * (2 * far + 1) {
                let right = 2 * (at % (2 * far + 1) - far);
                let down = 2 * (at / (2 * far + 1) - far);
                let from = (middle.0 + right - self.need / 2, middle.1 + down - self.need / 2);
                let away = panel.cell * AWAY * right.abs().max(down.abs()) / panel.px(20).max(1);
                let least = best.map_or(i32::MAX, |(least, _)| least);
                let is_known = refused
                    .iter()
                    .any(|old| (old.0 - from.0).abs() + (old.1 - from.1).abs() < apart);
                if away >= least || is_known {
                    continue;
                }
                let cost = self.cost(from, region, grid, sides, targets);
                if cost < least - away {
                    best = Some((cost + away, from));
                }
            }
            let Some((_, from)) = best.filter(|(cost, _)| *cost < FORBIDDEN) else { return false };
            let area = panel.area_of(from, self.need);
            let mut trial = targets.clone();
            trial.cores.push(Core { region, area });
            trial.rows.retain(|row| row.region == region || !row.ground.meets(area));
            for row in &mut trial.rows {
                if row.region != region && row.area.meets(area) {
                    row.area = row.ground;
                }
            }
            let after = self.sides(&self.grid(&trial));
            let is_kept = |state: &usize| after.get(*state).is_some_and(|side| *side >= self.need);
            if held.iter().all(is_kept) {
                *targets = trial;
                return true;
            }
            refused.push(from);
        }
        false
    }

    /// What a core there takes from others.
    fn cost(
        &self,
        from: (i32, i32),
        region: usize,
        grid: &OccupancyGrid,
        sides: &[i32],
        targets: &Targets,
    ) -> i32 {
        let area = self.panel.area_of(from, self.need);
        if !self.panel.area.holds(area) || targets.cores.iter().any(|core| core.area.meets(area)) {
            return FORBIDDEN;
        }
        // In the end a name gives its ground away, and then answers for nothing.
        let ground = if targets.restart + 2 < RESTARTS { FORBIDDEN } else { 3 * ROW };
        let mut cost = 0;
        for row in targets.rows.iter().filter(|row| row.region != region) {
            if row.area.meets(area) {
                cost += if row.ground.meets(area) { ground } else { ROW };
            }
        }
        let mut taken = 0;
        for row in from.1..from.1 + self.need {
            for column in from.0..from.0 + self.need {
                let cell = grid.get(column, row).unwrap_or(TAKEN);
                taken += match region_of(cell) {
                    Some(other) if other == region => 0,
                    Some(other) if sides.get(other) >= Some(&(2 * self.need)) => RICH,
                    Some(_) => POOR,
                    None if cell == TAKEN => FORBIDDEN,
                    None => 1,
                };
            }
        }
        // In cells of two pixels, however large they are.
        let cells = self.need * self.need;
        cost + taken / cells * 144 + taken % cells * 144 / cells
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
