//! Cores: squares for states that would not own one of 24 CSS pixels otherwise.

use super::owners::{Owners, Targets};
use crate::layout::occupancy::{OccupancyGrid, TAKEN, region_of};
use crate::layout::stage::Core;

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

impl Owners<'_> {
    /// Sets cores, the neediest first. Where one finds no place, all is set anew with that one before
    /// the others.
    pub(super) fn cores(&self, states: &[usize], targets: Targets) -> Targets {
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
