//! Cores: squares for states that would not own one of 24 CSS pixels otherwise.

use super::owners::{Owners, Square, Targets};
use crate::layout::occupancy::{OccupancyGrid, TAKEN, region_of};
use crate::layout::stage::Core;

/// A core is set within so many tenths of a CSS pixel of the state's heart at first.
const NEAR: i32 = 320;
/// Places of a core that are tried before the state goes without.
const TRIES: usize = 24;
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

/// What is tried: targets, who answers for each cell by them, and of each region the largest square.
#[derive(Clone)]
struct Trial {
    targets: Targets,
    grid: OccupancyGrid,
    squares: Vec<Square>,
}

impl Owners<'_> {
    /// Sets cores, the neediest first. Where one finds no place, all is set anew with that one before
    /// the others.
    pub(super) fn cores(&self, targets: Targets) -> Targets {
        let grid = self.grid(&targets);
        let mut squares = Vec::new();
        for region in 0..self.middles.len() {
            let is_here = self.states.contains(&region);
            let square = is_here.then(|| self.square_of(region, &grid, &targets));
            squares.push(square.unwrap_or_default());
        }
        let start = Trial { targets, grid, squares };
        let mut first: Vec<usize> = Vec::new();
        let mut best: Option<(usize, Targets)> = None;
        for restart in 0..RESTARTS {
            let mut trial = start.clone();
            trial.targets.restart = restart;
            let left = self.try_cores(&first, &mut trial);
            if best.as_ref().is_none_or(|(least, _)| left.len() < *least) {
                best = Some((left.len(), trial.targets));
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
        best.map_or(start.targets, |(_, targets)| targets)
    }

    /// Returns those that found no place.
    fn try_cores(&self, first: &[usize], trial: &mut Trial) -> Vec<usize> {
        let (mut open, mut left) = (self.states.clone(), Vec::new());
        loop {
            let side_of = |region: usize| trial.squares.get(region).map_or(0, |best| best.side);
            let mut neediest: Option<(i32, usize)> = None;
            for &region in &self.states {
                let side = side_of(region);
                let rank = if first.contains(&region) { side - self.need } else { side };
                let is_open = side < self.need && open.contains(&region);
                if is_open && neediest.is_none_or(|(least, _)| rank < least) {
                    neediest = Some((rank, region));
                }
            }
            let Some((_, region)) = neediest else { return left };
            open.retain(|other| *other != region);
            if !self.set_core(region, trial) {
                left.push(region);
            }
        }
    }

    /// Sets the core of a state near its heart, where it takes least from others, and leaves them
    /// their squares. False where it finds no place.
    fn set_core(&self, region: usize, trial: &mut Trial) -> bool {
        let apart = self.panel.px(40) / self.panel.cell.max(1);
        let mut places = self.places(region, trial);
        for _ in 0..TRIES {
            let Some(&(_, from)) = places.iter().min_by_key(|(cost, _)| *cost) else { break };
            if let Some(better) = self.with_core(region, from, trial) {
                *trial = better;
                return true;
            }
            let is_near = |at: (i32, i32)| (at.0 - from.0).abs() + (at.1 - from.1).abs() < apart;
            places.retain(|(_, at)| !is_near(*at));
        }
        false
    }

    /// Where the core of a state may be, and what it costs there.
    fn places(&self, region: usize, trial: &Trial) -> Vec<(i32, (i32, i32))> {
        let panel = self.panel;
        let Some(&middle) = self.middles.get(region) else { return Vec::new() };
        // Every second cell, or it would take long.
        let far = panel.px(NEAR + 40 * trial.targets.restart) / panel.cell.max(1) / 2;
        let mut places = Vec::new();
        let across = (2 * far + 1).max(1);
        for at in 0..across * across {
            let right = 2 * (at % across - far);
            let down = 2 * (at / across - far);
            let from = (middle.0 + right - self.need / 2, middle.1 + down - self.need / 2);
            let away = panel.cell * AWAY * right.abs().max(down.abs()) / panel.px(20).max(1);
            let cost = self.cost(from, region, trial);
            if cost + away < FORBIDDEN {
                places.push((cost + away, from));
            }
        }
        places
    }

    /// All with this core; None where another state would lose its square.
    fn with_core(&self, region: usize, from: (i32, i32), trial: &Trial) -> Option<Trial> {
        let area = self.panel.area_of(from, self.need);
        let mut targets = trial.targets.clone();
        targets.cores.push(Core { region, area });
        let mut poorer = Vec::new();
        targets.rows.retain_mut(|row| {
            if row.region == region || !row.area.meets(area) {
                return true;
            }
            poorer.push(row.region);
            row.area = row.ground;
            !row.ground.meets(area)
        });
        let grid = self.grid(&targets);
        let mut squares = trial.squares.clone();
        for (other, best) in squares.iter_mut().enumerate() {
            let is_hit = best.side > 0 && best.meets(from, self.need);
            if is_hit || other == region || poorer.contains(&other) {
                let before = best.side;
                *best = self.square_of(other, &grid, &targets);
                if before >= self.need && best.side < self.need {
                    return None;
                }
            }
        }
        Some(Trial { targets, grid, squares })
    }

    /// What a core there takes from others.
    fn cost(&self, from: (i32, i32), region: usize, trial: &Trial) -> i32 {
        let area = self.panel.area_of(from, self.need);
        let targets = &trial.targets;
        let is_met = targets.cores.iter().any(|core| core.area.meets(area));
        if is_met || !self.panel.area.holds(area) || self.hides_heart(region, area) {
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
        let is_rich =
            |other: usize| trial.squares.get(other).is_some_and(|best| best.side >= 2 * self.need);
        let mut taken = 0;
        for row in from.1..from.1 + self.need {
            for &cell in trial.grid.row(row, from.0, from.0 + self.need) {
                taken += match region_of(cell) {
                    Some(other) if other == region => 0,
                    Some(other) if is_rich(other) => RICH,
                    Some(_) => POOR,
                    None if cell == TAKEN => FORBIDDEN,
                    None => 1,
                };
            }
        }
        // In cells of two pixels, however large they are.
        let cells = (self.need * self.need).max(1);
        cost + taken / cells * 144 + taken % cells * 144 / cells
    }
}
