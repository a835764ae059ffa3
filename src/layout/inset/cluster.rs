//! Which regions an inset is for: those that are tiny on the map and lie together. Units of the
//! whole map alone decide, so the members are the same at every width.

use crate::geo::unit_box::UnitBox;
use crate::layout::shapes::{Extent, Shapes, Subject, scaled, squared};

/// The map is so many CSS pixels wide when a region is judged,
const REFERENCE_PX: i32 = 500;
/// and tiny if the short side of its largest part is less than this.
const TINY_PX: i32 = 24;
/// Two regions lie together if they are no farther apart than this of the map's diagonal, in
/// hundredths.
const TOGETHER: i64 = 6;
/// Fewer than so many get along without an inset.
const LEAST_MEMBERS: usize = 4;
/// A region is left out if the box of the others is smaller by so many hundredths.
const SAVING: i64 = 20;

/// A map of more states, or of more regions, is a texture without such insets.
const MOST_STATES: usize = 300;
const MOST_REGIONS: usize = 1000;

/// Whether there are too many regions for insets and targets.
pub(crate) fn is_texture(states: usize, regions: usize) -> bool {
    states > MOST_STATES || regions > MOST_REGIONS
}

/// The regions that insets show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cluster {
    /// The states, in the order of the map.
    pub members: Vec<usize>,
    /// The box around them, in units of the map.
    pub bounds: UnitBox,
    /// How many times larger than the map it is there, in hundredths.
    pub scale: i32,
    /// Its name, as the facts have it; may be empty.
    pub label: String,
}

/// The largest cluster of tiny states. `map` is the frame of the whole. None where there are too
/// few, or where they lie all over the map.
pub(crate) fn find(map: UnitBox, subjects: &[Subject<'_>], shapes: &Shapes<'_>) -> Option<Cluster> {
    let states = subjects.iter().filter(|subject| subject.is_state()).count();
    if is_texture(states, subjects.len()) {
        return None;
    }
    let mut extents = Vec::with_capacity(subjects.len());
    for region in 0..subjects.len() {
        extents.push(shapes.extent(region));
    }
    let tiny = tiny(map, subjects, &extents);
    let mut best: Vec<(usize, Extent)> = Vec::new();
    for cluster in clusters(map, tiny) {
        let cluster = trimmed(cluster);
        if cluster.len() > best.len() {
            best = cluster;
        }
    }
    let core = around(&best, usize::MAX).filter(|_| best.len() >= LEAST_MEMBERS)?;
    // Whatever else lies wholly in the box is named there too.
    let (mut members, mut bounds) = (Vec::new(), core);
    for (region, (subject, extent)) in subjects.iter().zip(&extents).enumerate() {
        let Some(extent) = extent.filter(|_| subject.is_state()) else { continue };
        if best.iter().any(|(member, _)| *member == region) || core.holds(extent.largest) {
            members.push(region);
            bounds = bounds.and(extent.main);
        }
    }
    let is_small = 2 * bounds.width() < map.width() && 2 * bounds.height() < map.height();
    is_small.then_some(Cluster { members, bounds, scale: 100, label: String::new() })
}

fn tiny(
    map: UnitBox,
    subjects: &[Subject<'_>],
    extents: &[Option<Extent>],
) -> Vec<(usize, Extent)> {
    let least = scaled(map.width(), TINY_PX, REFERENCE_PX);
    let mut tiny = Vec::new();
    for (region, (subject, extent)) in subjects.iter().zip(extents).enumerate() {
        let Some(extent) = extent.filter(|_| subject.is_state()) else { continue };
        let is_tiny = extent.largest.width().min(extent.largest.height()) < least;
        if is_tiny && map.contains(extent.largest.middle()) {
            tiny.push((region, extent));
        }
    }
    tiny
}

/// Groups in which each lies together with another one: single linkage.
fn clusters(map: UnitBox, mut left: Vec<(usize, Extent)>) -> Vec<Vec<(usize, Extent)>> {
    let most = squared(map.min, map.max) * TOGETHER * TOGETHER / 10_000;
    let mut clusters = Vec::new();
    while let Some(first) = left.pop() {
        let mut cluster = vec![first];
        let mut next = 0;
        while let Some(from) = cluster.get(next).map(|(_, extent)| extent.largest.middle()) {
            let mut index = 0;
            while let Some((_, extent)) = left.get(index) {
                let to = extent.largest.middle();
                if squared(from, to) <= most {
                    cluster.push(left.swap_remove(index));
                } else {
                    index += 1;
                }
            }
            next += 1;
        }
        clusters.push(cluster);
    }
    clusters
}

/// Without those that alone make the box much larger.
fn trimmed(mut cluster: Vec<(usize, Extent)>) -> Vec<(usize, Extent)> {
    let area = |all: Option<UnitBox>| {
        all.map_or(0, |all| i64::from(all.width()) * i64::from(all.height()))
    };
    loop {
        let whole = area(around(&cluster, usize::MAX));
        let mut best = (whole * (100 - SAVING) / 100, None);
        for left_out in 0..cluster.len() {
            let rest = area(around(&cluster, left_out));
            if rest < best.0 {
                best = (rest, Some(left_out));
            }
        }
        let Some(left_out) = best.1.filter(|_| cluster.len() > LEAST_MEMBERS) else {
            return cluster;
        };
        cluster.remove(left_out);
    }
}

/// The box around all but one.
fn around(cluster: &[(usize, Extent)], left_out: usize) -> Option<UnitBox> {
    let mut all: Option<UnitBox> = None;
    for (index, (_, extent)) in cluster.iter().enumerate() {
        if index != left_out {
            all = Some(all.map_or(extent.main, |all| all.and(extent.main)));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::lines::Lines;
    use crate::geo::unit_box::UnitPoint;
    use crate::layout::stage::Rank;

    /// The members of a map 10,000 units wide and high, on which each square is a state.
    fn found(squares: &[(i32, i32, i32)]) -> Option<Vec<usize>> {
        let mut rings = Lines::default();
        let mut regions = Vec::new();
        let mut subjects = Vec::new();
        for &(x, y, side) in squares {
            let corners = [(0, 0), (side, 0), (side, side), (0, side)];
            let ring = rings.add(corners.map(|(dx, dy)| UnitPoint { x: x + dx, y: y + dy }));
            regions.push(ring..ring + 1);
            let center = UnitPoint { x: x + side / 2, y: y + side / 2 };
            let (forms, note, rank) = ([None; 3], None, Rank::Second);
            let (is_bold, avoids_inside) = (false, false);
            subjects.push(Subject { forms, note, rank, is_bold, avoids_inside, center });
        }
        let map = UnitBox::around(UnitPoint { x: 5000, y: 5000 }, 10_000, 10_000);
        let shapes = Shapes { rings: &rings, regions: &regions };
        find(map, &subjects, &shapes).map(|cluster| cluster.members)
    }

    /// Four islands, each within 800 units of the next.
    const ISLANDS: [(i32, i32, i32); 4] =
        [(1000, 1000, 100), (1600, 1000, 100), (1000, 1600, 100), (1600, 1600, 100)];

    #[test]
    fn four_islands_that_lie_together_are_a_cluster_and_three_are_none() {
        assert_eq!(found(&ISLANDS), Some(vec![0, 1, 2, 3]));
        assert_eq!(found(&ISLANDS[1..]), None);
    }

    #[test]
    fn a_large_state_between_them_is_a_member_and_one_that_reaches_out_is_not() {
        let mut all = ISLANDS.to_vec();
        all.extend([(1120, 1120, 460), (1500, 1500, 5000)]);
        assert_eq!(found(&all), Some(vec![0, 1, 2, 3, 4]));
    }

    #[test]
    fn one_far_off_is_left_out() {
        let mut all = ISLANDS.to_vec();
        all.push((2400, 1600, 100));
        assert_eq!(found(&all), Some(vec![0, 1, 2, 3]));
    }

    #[test]
    fn islands_all_over_the_map_are_no_cluster() {
        let all: Vec<_> = (0..12).map(|n| (500 + 800 * n, 500 + 100 * n, 100)).collect();
        assert_eq!(found(&all), None);
    }
}
