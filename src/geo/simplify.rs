//! Line simplification by effective area.
//!
//! Source: M. Visvalingam and J. D. Whyatt, "Line generalisation by repeated
//! elimination of points", The Cartographic Journal 30 (1993). The point whose
//! triangle with its two neighbours is smallest goes first, then the next, until
//! none is left. Each point is ranked once; any level of detail is then one
//! comparison a point, so zooming never ranks again.
//!
//! All coordinates are on a plane. Ranks are areas in the square of its unit, so
//! they mean something only if the plane is equal-area.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A corner's smallest polygon: a ring is never reduced below a triangle.
const TRIANGLE: usize = 3;

/// The effective area of each point of an open line, in square units of the plane.
///
/// The two ends have infinite rank, so that lines which meet still meet. Ranks never
/// fall in the order of elimination: whatever cutoff is chosen, the points that stay
/// are those of one step of the algorithm. Equal areas go in order of index.
#[must_use]
pub fn line_ranks(points: &[[f64; 2]]) -> Vec<f64> {
    let inner = 1..points.len().saturating_sub(1);
    rank(points, inner, points.len().saturating_sub(2))
}

/// The effective area of each corner of a closed ring, in square units of the plane.
///
/// The ring is given without the repeated first point. No corner is an end, so where
/// the ring starts does not show; the last three corners have infinite rank.
#[must_use]
pub fn ring_ranks(corners: &[[f64; 2]]) -> Vec<f64> {
    let removable = corners.len().saturating_sub(TRIANGLE);
    rank(corners, 0..corners.len(), removable)
}

/// The highest cutoff, at most `tolerance`, that leaves at least `least` points.
#[must_use]
pub fn cutoff(ranks: &[f64], tolerance: f64, least: usize) -> f64 {
    let mut sorted = ranks.to_vec();
    sorted.sort_unstable_by(|a, b| b.total_cmp(a));
    match least.checked_sub(1) {
        None => tolerance,
        Some(last) => sorted.get(last).map_or(0.0, |rank| tolerance.min(*rank)),
    }
}

/// The points whose rank reaches `cutoff`, in order. Points without a rank are dropped.
pub fn pick<'a, T>(
    points: &'a [T],
    ranks: &'a [f64],
    cutoff: f64,
) -> impl Iterator<Item = &'a T> + 'a {
    let ranked = points.iter().zip(ranks);
    ranked.filter_map(move |(point, rank)| (*rank >= cutoff).then_some(point))
}

/// Eliminates up to `removable` of the `candidates` and notes at what area each went.
fn rank(points: &[[f64; 2]], candidates: std::ops::Range<usize>, mut removable: usize) -> Vec<f64> {
    let mut chain = Chain::new(points);
    let mut ranks = vec![f64::INFINITY; points.len()];
    let mut queue: BinaryHeap<_> = candidates.clone().filter_map(|i| chain.entry(i)).collect();
    let mut reached = 0.0_f64;
    while removable > 0
        && let Some(Reverse((area, index))) = queue.pop()
    {
        // A neighbour went since this entry was made; a newer entry is in the queue.
        if chain.entry(index) != Some(Reverse((area, index))) {
            continue;
        }
        reached = reached.max(f64::from_bits(area));
        if let Some(rank) = ranks.get_mut(index) {
            *rank = reached;
        }
        let neighbours = chain.remove(index);
        let inner = neighbours.into_iter().flatten().filter(|i| candidates.contains(i));
        queue.extend(inner.filter_map(|i| chain.entry(i)));
        removable -= 1;
    }
    ranks
}

/// A queue entry: area first, then index. The bits of floats that are not negative
/// sort as the floats do, and unlike floats they have a total order.
type RegionDetails = Reverse<(u64, usize)>;

/// The points that are left, as a circular list. An open line never looks past its ends.
struct Chain<'a> {
    points: &'a [[f64; 2]],
    links: Vec<Option<(usize, usize)>>,
}

impl<'a> Chain<'a> {
    fn new(points: &'a [[f64; 2]]) -> Self {
        let count = points.len();
        let last = count.saturating_sub(1);
        let link = |i: usize| Some((i.checked_sub(1).unwrap_or(last), (i + 1) % count));
        Self { points, links: (0..count).map(link).collect() }
    }

    fn links(&self, index: usize) -> Option<(usize, usize)> {
        self.links.get(index).copied().flatten()
    }

    fn entry(&self, index: usize) -> Option<RegionDetails> {
        let (before, after) = self.links(index)?;
        let [ax, ay] = self.points.get(before)?;
        let [bx, by] = self.points.get(index)?;
        let [cx, cy] = self.points.get(after)?;
        let area = ((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)).abs() / 2.0;
        Some(Reverse((area.to_bits(), index)))
    }

    fn remove(&mut self, index: usize) -> Option<[usize; 2]> {
        let (before, after) = self.links.get_mut(index)?.take()?;
        if let Some(Some((_, next))) = self.links.get_mut(before) {
            *next = after;
        }
        if let Some(Some((previous, _))) = self.links.get_mut(after) {
            *previous = before;
        }
        Some([before, after])
    }
}

#[cfg(test)]
mod tests {
    use super::{cutoff, line_ranks, pick, ring_ranks};

    const LINE: [[f64; 2]; 7] =
        [[0.0, 0.0], [2.0, 0.1], [4.0, 0.0], [5.0, 9.0], [6.0, 0.0], [8.0, -0.2], [10.0, 0.0]];

    #[test]
    fn a_small_spike_goes_before_a_large_corner() {
        let ranks = line_ranks(&LINE);
        let left: Vec<_> = pick(&LINE, &ranks, 1.0).copied().collect();
        assert_eq!(left, [[0.0, 0.0], [4.0, 0.0], [5.0, 9.0], [6.0, 0.0], [10.0, 0.0]]);
    }

    #[test]
    fn both_ends_of_a_line_stay() {
        let ranks = line_ranks(&LINE);
        let left: Vec<_> = pick(&LINE, &ranks, f64::INFINITY).copied().collect();
        assert_eq!(left, [[0.0, 0.0], [10.0, 0.0]]);
    }

    #[test]
    fn a_point_of_smaller_area_met_later_takes_the_rank_reached() {
        // Once the second point is gone the third is nearly on a line with its neighbours.
        let line = [[0.0, 0.0], [1.0, 1.0], [2.0, 0.0], [4.0, 0.0]];
        let ranks = line_ranks(&line);
        assert_eq!(ranks, [f64::INFINITY, 1.0, 1.0, f64::INFINITY]);
    }

    #[test]
    fn a_ring_keeps_a_triangle_and_does_not_care_where_it_starts() {
        let ring = [[0.0, 0.0], [5.0, -0.1], [10.0, 0.0], [10.0, 10.0], [0.0, 9.0]];
        let mut turned = ring;
        turned.rotate_left(1);
        let mut ranks = ring_ranks(&ring);
        assert_eq!(ranks.iter().filter(|rank| rank.is_infinite()).count(), 3);
        assert_eq!(ranks.iter().copied().fold(f64::INFINITY, f64::min), 0.5);
        ranks.rotate_left(1);
        assert_eq!(ring_ranks(&turned).iter().position(|rank| *rank == 0.5), Some(0));
    }

    #[test]
    fn the_cutoff_leaves_as_many_points_as_asked() {
        let ranks = line_ranks(&LINE);
        let strict = cutoff(&ranks, 1e9, 4);
        assert!(pick(&LINE, &ranks, strict).count() >= 4);
        assert_eq!(cutoff(&ranks, 0.15, 4), 0.15);
        assert_eq!(cutoff(&ranks, 0.15, 99), 0.0);
    }

    #[test]
    fn nothing_and_odd_numbers_are_not_a_crash() {
        assert!(line_ranks(&[]).is_empty());
        assert_eq!(ring_ranks(&[[1.0, 1.0]]), [f64::INFINITY]);
        let odd = [[0.0, 0.0], [f64::NAN, 1.0], [f64::INFINITY, 0.0], [3.0, 0.0]];
        assert_eq!(line_ranks(&odd).len(), 4);
    }
}
