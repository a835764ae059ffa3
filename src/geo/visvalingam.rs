//! Line simplification by effective area.
//!
//! Source: M. Visvalingam and J. D. Whyatt, "Line generalisation by repeated elimination of
//! points", The Cartographic Journal 30 (1993). The point whose triangle with its two neighbours
//! is smallest goes first, then the next, until none is left. Each point is ranked once; any level
//! of detail is then one comparison a point, so zooming never ranks again.
//!
//! Ranks are areas in the square of the plane's unit, so they mean something only if the plane is
//! equal-area.

use crate::geo::projection::Point;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A ring is never reduced below a triangle.
const TRIANGLE: usize = 3;
/// The area bits of a point that is eliminated, or never will be: no finite area has them.
const GONE: u64 = u64::MAX;

/// The memory that ranking needs, kept from one line to the next.
#[derive(Clone, Debug, Default)]
pub struct Visvalingam {
    /// Area first, then index. The bits of floats that are not negative sort as the floats do.
    queue: BinaryHeap<Reverse<(u64, u32)>>,
    before: Vec<u32>,
    after: Vec<u32>,
    /// What the queue's entry of a point is, if it has a valid one.
    entries: Vec<u64>,
}

impl Visvalingam {
    /// Appends the effective area of each point of an open line, in square units of the plane.
    ///
    /// The two ends have infinite rank, so that lines which meet still meet. Ranks never fall in
    /// the order of elimination: whatever cutoff is chosen, the points that stay are those of one
    /// step of the algorithm. Equal areas go in order of index.
    pub fn rank_line(&mut self, points: &[Point], ranks: &mut Vec<f64>) {
        let last = points.len().saturating_sub(1);
        self.rank(points, 1..last, last.saturating_sub(1), ranks);
    }

    /// Appends the effective area of each corner of a closed ring, given without its first point
    /// at the end. No corner is an end, so where the ring starts does not show; the last three
    /// corners have infinite rank.
    pub fn rank_ring(&mut self, corners: &[Point], ranks: &mut Vec<f64>) {
        let removable = corners.len().saturating_sub(TRIANGLE);
        self.rank(corners, 0..corners.len(), removable, ranks);
    }

    /// Eliminates up to `removable` of the `candidates` and notes at what area each went.
    fn rank(
        &mut self,
        points: &[Point],
        candidates: std::ops::Range<usize>,
        mut removable: usize,
        ranks: &mut Vec<f64>,
    ) {
        let start = ranks.len();
        ranks.resize(start + points.len(), f64::INFINITY);
        let Some(ranks) = ranks.get_mut(start..) else { return };
        self.link(points, &candidates);
        let mut reached = 0.0_f64;
        while removable > 0
            && let Some(Reverse((area, index))) = self.queue.pop()
        {
            let at = index as usize;
            match self.entries.get(at) {
                Some(&now) if now == area => {}
                // A neighbour went since this entry was made, and the triangle has grown.
                Some(&now) if now > area && now != GONE => {
                    self.queue.push(Reverse((now, index)));
                    continue;
                }
                // It has shrunk, and its newer entry came before this one.
                Some(_) | None => continue,
            }
            reached = reached.max(f64::from_bits(area));
            if let Some(rank) = ranks.get_mut(at) {
                *rank = reached;
            }
            self.eliminate(points, at);
            removable -= 1;
        }
    }

    /// Joins the points to a circular list. An open line never looks past its ends.
    fn link(&mut self, points: &[Point], candidates: &std::ops::Range<usize>) {
        let count = u32::try_from(points.len()).unwrap_or(u32::MAX);
        let last = count.saturating_sub(1);
        self.before.clear();
        self.before.extend((0..count).map(|i| i.checked_sub(1).unwrap_or(last)));
        self.after.clear();
        self.after.extend((0..count).map(|i| if i == last { 0 } else { i + 1 }));
        self.entries.clear();
        self.entries.resize(points.len(), GONE);
        // All at once, for to put them in order one by one takes longer.
        let mut queue = std::mem::take(&mut self.queue).into_vec();
        queue.clear();
        for index in candidates.clone() {
            let area = self.area(points, index);
            if let (Some(entry), Ok(index)) = (self.entries.get_mut(index), u32::try_from(index)) {
                *entry = area;
                queue.push(Reverse((area, index)));
            }
        }
        self.queue = BinaryHeap::from(queue);
    }

    fn neighbors(&self, index: usize) -> Option<(usize, usize)> {
        Some((*self.before.get(index)? as usize, *self.after.get(index)? as usize))
    }

    /// The bits of the area of a point's triangle with its neighbours.
    fn area(&self, points: &[Point], index: usize) -> u64 {
        let Some((before, after)) = self.neighbors(index) else { return GONE };
        let corners = (points.get(before), points.get(index), points.get(after));
        let (Some(a), Some(b), Some(c)) = corners else { return GONE };
        let area = ((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)).abs() / 2.0;
        area.to_bits()
    }

    /// Takes note that a neighbour is gone. An entry that has grown is mended when its turn comes.
    fn update(&mut self, points: &[Point], index: usize) {
        let area = self.area(points, index);
        if let (Some(entry), Ok(index)) = (self.entries.get_mut(index), u32::try_from(index)) {
            if area < *entry {
                self.queue.push(Reverse((area, index)));
            }
            *entry = area;
        }
    }

    fn eliminate(&mut self, points: &[Point], index: usize) {
        let Some((before, after)) = self.neighbors(index) else { return };
        if let (Some(next), Some(previous)) =
            (self.after.get(index).copied(), self.before.get(index).copied())
        {
            if let Some(link) = self.after.get_mut(before) {
                *link = next;
            }
            if let Some(link) = self.before.get_mut(after) {
                *link = previous;
            }
        }
        if let Some(entry) = self.entries.get_mut(index) {
            *entry = GONE;
        }
        for neighbor in [before, after] {
            // Ends of a line have no entry, and never get one.
            if self.entries.get(neighbor).is_some_and(|&entry| entry != GONE) {
                self.update(points, neighbor);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(list: &[(f64, f64)]) -> Vec<Point> {
        list.iter().map(|&(x, y)| Point { x, y }).collect()
    }

    fn line_ranks(list: &[(f64, f64)]) -> Vec<f64> {
        let mut ranks = Vec::new();
        Visvalingam::default().rank_line(&points(list), &mut ranks);
        ranks
    }

    fn ring_ranks(list: &[(f64, f64)]) -> Vec<f64> {
        let mut ranks = Vec::new();
        Visvalingam::default().rank_ring(&points(list), &mut ranks);
        ranks
    }

    const LINE: [(f64, f64); 7] =
        [(0.0, 0.0), (2.0, 0.1), (4.0, 0.0), (5.0, 9.0), (6.0, 0.0), (8.0, -0.2), (10.0, 0.0)];

    fn left(cutoff: f64) -> Vec<usize> {
        let ranks = line_ranks(&LINE).into_iter().enumerate();
        ranks.filter(|(_, rank)| *rank >= cutoff).map(|(index, _)| index).collect()
    }

    #[test]
    fn a_small_spike_goes_before_a_large_corner() {
        assert_eq!(left(1.0), [0, 2, 3, 4, 6]);
    }

    #[test]
    fn both_ends_of_a_line_stay() {
        assert_eq!(left(f64::INFINITY), [0, 6]);
    }

    #[test]
    fn a_point_of_smaller_area_met_later_takes_the_rank_reached() {
        // Once the second point is gone the third is nearly on a line with its neighbours.
        let ranks = line_ranks(&[(0.0, 0.0), (1.0, 1.0), (2.0, 0.0), (4.0, 0.0)]);
        assert_eq!(ranks, [f64::INFINITY, 1.0, 1.0, f64::INFINITY]);
    }

    #[test]
    fn a_ring_keeps_a_triangle_and_does_not_care_where_it_starts() {
        let ring = [(0.0, 0.0), (5.0, -0.1), (10.0, 0.0), (10.0, 10.0), (0.0, 9.0)];
        let mut turned = ring;
        turned.rotate_left(1);
        let mut ranks = ring_ranks(&ring);
        assert_eq!(ranks.iter().filter(|rank| rank.is_infinite()).count(), 3);
        assert_eq!(ranks.iter().copied().fold(f64::INFINITY, f64::min), 0.5);
        ranks.rotate_left(1);
        assert_eq!(ring_ranks(&turned).iter().position(|rank| *rank == 0.5), Some(0));
    }

    #[test]
    fn the_memory_of_one_line_does_not_leak_into_the_next() {
        let mut ranker = Visvalingam::default();
        let mut ranks = Vec::new();
        ranker.rank_line(&points(&LINE), &mut ranks);
        ranker.rank_ring(&points(&LINE[..4]), &mut ranks);
        assert_eq!(ranks.get(..7), Some(line_ranks(&LINE).as_slice()));
        assert_eq!(ranks.get(7..), Some(ring_ranks(&LINE[..4]).as_slice()));
    }

    #[test]
    fn nothing_and_odd_numbers_are_not_a_crash() {
        assert!(line_ranks(&[]).is_empty());
        assert_eq!(ring_ranks(&[(1.0, 1.0)]), [f64::INFINITY]);
        let odd = [(0.0, 0.0), (f64::NAN, 1.0), (f64::INFINITY, 0.0), (3.0, 0.0)];
        assert_eq!(line_ranks(&odd).len(), 4);
    }
}
