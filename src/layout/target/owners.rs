//! Who answers for each cell of a panel.

use super::REACH;
use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::layout::name::TARGET;
use crate::layout::occupancy::{OccupancyGrid, SEA, TAKEN, code, region_of};
use crate::layout::panel::Panel;
use crate::layout::shapes::Subject;
use crate::layout::stage::{Core, Dot, Marks};

/// What a name in the sea answers for: its row, or its own ground.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub region: usize,
    /// Its place among the names.
    pub name: usize,
    pub ground: UnitBox,
    pub area: UnitBox,
}

/// Who answers for each cell of a panel.
pub(in crate::layout) struct Owners<'a> {
    pub(super) panel: &'a Panel,
    /// By areas, dots and nearness alone.
    base: OccupancyGrid,
    /// For each region the cell in its middle.
    pub(super) middles: Vec<(i32, i32)>,
    /// Side of a target in cells.
    pub(super) need: i32,
}

/// What is set of targets.
#[derive(Clone)]
pub(super) struct Targets {
    pub rows: Vec<Row>,
    pub cores: Vec<Core>,
    /// How often they were set before: then places farther apart and farther away are tried.
    pub restart: i32,
}

impl Owners<'_> {
    pub(in crate::layout) fn new<'a>(
        panel: &'a Panel,
        subjects: &[Subject<'_>],
        dots: &[Dot],
    ) -> Owners<'a> {
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
    pub(in crate::layout) fn set_targets(&self, states: &[usize], marks: &mut Marks) {
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
    pub(super) fn grid(&self, targets: &Targets) -> OccupancyGrid {
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
    pub(super) fn sides(&self, grid: &OccupancyGrid) -> Vec<i32> {
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
    pub(in crate::layout) fn owned(&self, marks: &Marks) -> Vec<i32> {
        let cores = marks.cores.clone();
        let mut targets = Targets { rows: Vec::new(), cores, restart: 0 };
        for (name, of) in marks.names.iter().enumerate() {
            let (region, ground) = (of.region, of.area);
            targets.rows.extend(of.target.map(|area| Row { region, name, ground, area }));
        }
        self.sides(&self.grid(&targets))
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
