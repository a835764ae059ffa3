//! Who answers for each cell of a panel.

use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::layout::name::TARGET;
use crate::layout::occupancy::{OccupancyGrid, SEA, TAKEN, code};
use crate::layout::panel::Panel;
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
    /// By areas and dots alone.
    base: OccupancyGrid,
    dots: &'a [Dot],
    /// Those that are to be hit.
    pub(super) states: Vec<usize>,
    /// For each region the cell in its middle.
    pub(super) middles: Vec<(i32, i32)>,
    /// Side of a target in cells.
    pub(super) need: i32,
}

/// The largest square of cells that a region owns.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Square {
    /// Cells on a side; none where it owns nothing.
    pub side: i32,
    /// The last cell of the last row.
    last: (i32, i32),
}

impl Square {
    /// Whether it meets a square of so many cells.
    pub(super) fn meets(&self, from: (i32, i32), side: i32) -> bool {
        let is_met = |last: i32, from: i32| last >= from && last - self.side < from + side - 1;
        is_met(self.last.0, from.0) && is_met(self.last.1, from.1)
    }
}

/// What is set of targets.
#[derive(Clone)]
pub(super) struct Targets {
    pub rows: Vec<Row>,
    pub cores: Vec<Core>,
    /// How often they were set before: then places farther away are tried.
    pub restart: i32,
}

impl Owners<'_> {
    /// `states` are those that are to be hit.
    pub(in crate::layout) fn new<'a>(
        panel: &'a Panel,
        dots: &'a [Dot],
        states: &[usize],
    ) -> Owners<'a> {
        let mut here = Vec::new();
        for &region in states {
            let is_land = panel.lands.get(region).is_some_and(Option::is_some);
            if is_land || dots.iter().any(|dot| dot.region == region) {
                here.push(region);
            }
        }
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
        let need = (panel.px(TARGET) + panel.cell - 1) / panel.cell.max(1);
        Owners { panel, base, dots, states: here, middles, need }
    }

    /// Sets the targets: rows for names in the sea, and cores for states that own no square of 24 CSS
    /// pixels by them.
    pub(in crate::layout) fn set_targets(&self, marks: &mut Marks) {
        let rows = self.rows(marks);
        let targets = self.cores(Targets { rows, cores: Vec::new(), restart: 0 });
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
            // Cells that it has in part do not count.
            let least = (self.need + 1) * self.panel.cell;
            let spare = (least - row.ground.height()).max(0);
            let beside = ((least - row.ground.width()).max(0) + 1) / 2;
            for quarter in 0..=4 {
                let down = spare * quarter / 4;
                let area = UnitBox {
                    min: UnitPoint { x: min.x - beside, y: min.y - spare + down },
                    max: UnitPoint { x: max.x + beside, y: max.y + down },
                };
                let is_met =
                    rows.iter().any(|other| other.name != row.name && other.area.meets(area))
                        || marks
                            .names
                            .iter()
                            .any(|name| name.target.is_none() && name.area.meets(area));
                if !is_met && self.panel.is_free(area, 0) && !self.hides_heart(row.region, area) {
                    if let Some(row) = rows.get_mut(index) {
                        row.area = area;
                    }
                    break;
                }
            }
        }
        rows
    }

    /// Whether the heart of another state lies there, which answers for that state alone.
    pub(super) fn hides_heart(&self, region: usize, area: UnitBox) -> bool {
        let mut others = self.states.iter().filter(|other| **other != region);
        others.any(|&other| {
            let heart = self.middles.get(other).map(|&middle| self.panel.middle(middle));
            heart.is_some_and(|heart| area.contains(heart))
        })
    }

    /// Who answers for each cell, with names and cores.
    pub(super) fn grid(&self, targets: &Targets) -> OccupancyGrid {
        let mut grid = self.base.clone();
        let mut set = |area: UnitBox, what: u32| {
            let (from, to) = self.panel.touched(area);
            grid.set(from, to, what);
        };
        for row in &targets.rows {
            // Nobody can count on a cell at its edge.
            set(row.area, SEA);
            set(row.area.grown(1 - self.panel.cell), code(row.region));
        }
        for core in &targets.cores {
            set(core.area, code(core.region));
        }
        for &taken in &self.panel.taken {
            set(taken, TAKEN);
        }
        grid
    }

    /// The largest square of a region, which answers for nothing but its land, its dot and its
    /// targets.
    pub(super) fn square_of(&self, region: usize, grid: &OccupancyGrid, of: &Targets) -> Square {
        let mut reach = self.panel.lands.get(region).copied().flatten();
        let mut add = |of: usize, area: UnitBox| {
            if of == region {
                let (from, to) = self.panel.touched(area);
                let (first, last) = reach.get_or_insert((from, to));
                *first = (first.0.min(from.0), first.1.min(from.1));
                *last = (last.0.max(to.0), last.1.max(to.1));
            }
        };
        self.dots.iter().for_each(|dot| add(dot.region, dot.area()));
        of.cores.iter().for_each(|core| add(core.region, core.area));
        of.rows.iter().for_each(|row| add(row.region, row.area));
        let Some((from, to)) = reach else { return Square::default() };
        let mut best = Square::default();
        let columns = usize::try_from(to.0 - from.0).unwrap_or(0);
        let mut above = vec![0; columns];
        for row in from.1..to.1 {
            let (mut left, mut corner) = (0, 0);
            let cells = grid.row(row, from.0, to.0);
            for ((cell, side), column) in cells.iter().zip(&mut above).zip(from.0..) {
                let is_mine = *cell == code(region);
                let here = if is_mine { 1 + left.min(corner).min(*side) } else { 0 };
                (corner, *side, left) = (*side, here, here);
                if here > best.side {
                    best = Square { side: here, last: (column, row) };
                }
            }
        }
        best
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
        let grid = self.grid(&targets);
        let regions = 0..self.middles.len();
        regions.map(|region| self.square_of(region, &grid, &targets).side).collect()
    }
}
