//! One arc of the source, ranked once and drawn at any tolerance.

use super::detail::{INSET, Parts};
use super::plane;
use std::collections::BTreeSet;
use summit_map::Point;
use summit_map::Visvalingam;

/// A position in thousandths of a degree. Integers make equal points equal.
pub(super) type Position = [i32; 2];

/// A drawn point: where it is, and which point of the arc it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Corner {
    pub(super) at: Position,
    pub(super) index: usize,
}

/// An arc and the effective area of each of its points.
pub(super) struct Line {
    degrees: Vec<[f64; 2]>,
    ranks: Vec<f64>,
    /// Whether each lies in the inset. Neighbours agree on the points that they share.
    in_inset: Vec<bool>,
    closed: bool,
    grids: Parts<i32>,
    /// The points that the grid would move too far.
    off_grid: BTreeSet<usize>,
}

/// The step that leaves the source's points where they are, in thousandths of a degree.
const EXACT: i32 = 1;

impl Line {
    /// Ranks an arc. A closed one has no ends: its repeated last position is left out.
    pub(super) fn new(arc: &[[f64; 2]], grids: Parts<i32>) -> Self {
        let mut degrees = plane::bend(arc);
        let closed = degrees.len() > 1 && degrees.first() == degrees.last();
        if closed {
            degrees.pop();
        }
        let flat = plane::project(&degrees);
        let in_inset = flat.iter().map(|point| plane::holds(INSET, point)).collect();
        let flat: Vec<Point> = flat.into_iter().map(|[x, y]| Point { x, y }).collect();
        let mut ranks = Vec::with_capacity(flat.len());
        let mut ranker = Visvalingam::default();
        if closed {
            ranker.rank_ring(&flat, &mut ranks);
        } else {
            ranker.rank_line(&flat, &mut ranks);
        }
        Self { degrees, ranks, in_inset, closed, grids, off_grid: BTreeSet::new() }
    }

    /// The points worth `tolerance` square kilometres or more, on the grid.
    pub(super) fn draw(&self, tolerance: Parts<f64>, least_corners: usize) -> Vec<Corner> {
        let least = if self.closed { least_corners } else { 0 };
        let limits = tolerance.map(|tolerance| cutoff(&self.ranks, tolerance, least));
        let mut corners = Vec::new();
        let points = self.degrees.iter().zip(&self.ranks).zip(&self.in_inset).enumerate();
        for (index, ((point, rank), in_inset)) in points {
            if *rank >= limits.of(*in_inset) {
                let off_grid = self.off_grid.contains(&index);
                let grid = if off_grid { EXACT } else { self.grids.of(*in_inset) };
                push(&mut corners, Corner { at: snap(*point, grid), index });
            }
        }
        if self.closed {
            close(&mut corners);
        }
        corners
    }

    /// Brings back for good the best point between two drawn ones. Whether there was any.
    pub(super) fn restore(&mut self, from: usize, to: usize) -> bool {
        let count = self.ranks.len();
        // The last segment of a closed line runs over its end to its start.
        let steps = if to > from { to - from } else { count - from + to };
        let between = (from + 1..from + steps).map(|index| index % count);
        let rank = |index: &usize| self.ranks.get(*index).copied().unwrap_or_default();
        let left_out = between.filter(|index| rank(index).is_finite());
        let best = left_out.max_by(|a, b| rank(a).total_cmp(&rank(b)));
        let best = best.and_then(|index| self.ranks.get_mut(index));
        best.map(|rank| *rank = f64::INFINITY).is_some()
    }

    /// Takes a point off the grid, to where the source has it. Whether it was on the grid.
    pub(super) fn free(&mut self, index: usize) -> bool {
        !self.is_end(index) && self.off_grid.insert(index)
    }

    /// Leaves a point out for good.
    pub(super) fn drop(&mut self, index: usize) {
        if !self.is_end(index)
            && let Some(rank) = self.ranks.get_mut(index)
        {
            *rank = f64::NEG_INFINITY;
        }
    }

    /// An open line meets others at its ends. A closed one has none.
    fn is_end(&self, index: usize) -> bool {
        !self.closed && (index == 0 || index + 1 == self.degrees.len())
    }
}

/// The highest cutoff, at most `tolerance`, that leaves at least `least` points.
fn cutoff(ranks: &[f64], tolerance: f64, least: usize) -> f64 {
    let mut sorted = ranks.to_vec();
    sorted.sort_unstable_by(|a, b| b.total_cmp(a));
    match least.checked_sub(1) {
        None => tolerance,
        Some(last) => sorted.get(last).map_or(0.0, |rank| tolerance.min(*rank)),
    }
}

fn snap(point: [f64; 2], grid: i32) -> Position {
    // In range: a longitude of 180° is 180,000 thousandths.
    point.map(|degrees| (degrees * 1000.0 / f64::from(grid)).round() as i32 * grid)
}

/// Adds a corner unless it repeats the last, and takes back a step that it undoes.
fn push(line: &mut Vec<Corner>, corner: Corner) {
    match line.as_slice() {
        [.., last] if last.at == corner.at => {}
        [.., before, _] if before.at == corner.at => {
            line.pop();
        }
        _ => line.push(corner),
    }
}

fn close(line: &mut Vec<Corner>) {
    let at = |corner: Option<&Corner>| corner.map(|corner| corner.at);
    while line.len() > 1 && at(line.first()) == at(line.last()) {
        line.pop();
    }
    line.extend(line.first().copied());
}

#[cfg(test)]
mod tests {
    use super::{Line, Parts, Position};

    fn draw(line: &Line, tolerance: f64) -> Vec<Position> {
        line.draw(Parts::both(tolerance), 5).iter().map(|corner| corner.at).collect()
    }

    #[test]
    fn repeated_points_and_undone_steps_go() {
        let arc = [[0.0, 0.0], [0.1, 0.0], [0.11, 0.0], [0.1, 0.3], [0.11, 0.01], [0.3, 0.0]];
        assert_eq!(draw(&Line::new(&arc, Parts::both(100)), 0.0), [[0, 0], [100, 0], [300, 0]]);
    }

    #[test]
    fn an_island_keeps_its_corners_and_is_closed() {
        let mut octagon: Vec<[f64; 2]> =
            Vec::from([[0.1, 0.0], [0.2, 0.0], [0.3, 0.1], [0.3, 0.2]]);
        octagon.extend([[0.2, 0.3], [0.1, 0.3], [0.0, 0.2], [0.0, 0.1], [0.1, 0.0]]);
        let drawn = draw(&Line::new(&octagon, Parts::both(10)), 1e9);
        assert_eq!(drawn.first(), drawn.last());
        assert!(drawn.len() >= 6);
    }

    #[test]
    fn the_ends_of_a_border_stay_and_a_point_can_come_back() {
        let arc = [[0.0, 0.0], [0.2, 0.01], [0.5, 0.1], [1.0, 0.0]];
        let mut line = Line::new(&arc, Parts::both(10));
        assert_eq!(draw(&line, 1e9), [[0, 0], [1000, 0]]);
        assert!(line.restore(0, 3));
        assert_eq!(draw(&line, 1e9), [[0, 0], [500, 100], [1000, 0]]);
        assert!(!line.restore(2, 3));
        assert_eq!(draw(&line, 1e9).len(), 3);
    }

    #[test]
    fn a_point_can_leave_the_grid_or_the_line_and_an_end_cannot() {
        let arc = [[0.04, 0.0], [0.44, 0.123], [1.04, 0.0]];
        let mut line = Line::new(&arc, Parts::both(100));
        assert_eq!(draw(&line, 0.0), [[0, 0], [400, 100], [1000, 0]]);
        assert!(!line.restore(1, 2));
        assert!(line.free(1) && !line.free(1) && !line.free(2));
        assert_eq!(draw(&line, 0.0), [[0, 0], [440, 123], [1000, 0]]);
        line.drop(0);
        line.drop(1);
        assert_eq!(draw(&line, 0.0), [[0, 0], [1000, 0]]);
        assert!(!line.restore(0, 2));
    }

    #[test]
    fn in_the_inset_a_line_has_a_tolerance_and_a_grid_of_its_own() {
        // From a place west of the inset to one in it, with a bend in each, worth the same.
        let west = [[-96.0, 15.0], [-95.5, 15.16], [-95.0, 15.0]];
        let east = [[-90.0, 15.0], [-89.5, 15.16], [-89.02, 15.02]];
        let line = Line::new(&[west, east].concat(), Parts { main: 500, inset: 20 });
        let drawn = |main, inset| -> Vec<Position> {
            let corners = line.draw(Parts { main, inset }, 0);
            corners.iter().map(|corner| corner.at).collect()
        };
        let [west, east] = [[-95_500, 15_000], [-89_500, 15_160]];
        assert_eq!(drawn(1e9, 1e9), [[-96_000, 15_000], [-89_020, 15_020]]);
        let (only_east, only_west) = (drawn(1e9, 100.0), drawn(100.0, 1e9));
        assert!(only_east.contains(&east) && !only_east.contains(&west));
        assert!(only_west.contains(&west) && !only_west.contains(&east));
    }
}
