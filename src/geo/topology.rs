//! Rings → arcs: the lines that rings are made of, each border between two rings once.
//! Source: M. Bostock, "How to infer topology" (2013): rings are cut at the junctions, the points
//! where a ring has other neighbours than the ring beside it.

use crate::geo::lines::Lines;
use crate::geo::projection::LonLat;

/// No point, no arc.
const NONE: u32 = u32::MAX;

/// An arc as a ring uses it: from its first point to its last, or the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArcUse(u32);

impl ArcUse {
    /// An arc, by its index.
    #[must_use]
    pub fn new(arc: u32, is_reversed: bool) -> ArcUse {
        ArcUse(arc << 1 | u32::from(is_reversed))
    }

    /// The same arc the other way round.
    #[must_use]
    pub fn turned(self) -> ArcUse {
        ArcUse(self.0 ^ 1)
    }

    /// The index of the arc.
    #[must_use]
    pub fn arc(self) -> usize {
        (self.0 >> 1) as usize
    }

    /// Whether the ring goes from the arc's last point to its first.
    #[must_use]
    pub fn is_reversed(self) -> bool {
        self.0 & 1 == 1
    }
}

/// Rings made of shared arcs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Topology {
    /// The arcs. One that is a ring by itself ends where it begins.
    pub arcs: Lines<LonLat>,
    /// For each ring its arcs, each beginning where the one before it ends.
    pub rings: Lines<ArcUse>,
}

impl Topology {
    /// The positions of a ring, closed: the last is the first.
    #[must_use]
    pub fn ring(&self, ring: usize) -> Vec<LonLat> {
        let mut positions: Vec<LonLat> = Vec::new();
        for arc_use in self.rings.get(ring) {
            positions.pop();
            let arc = self.arcs.get(arc_use.arc()).iter().copied();
            if arc_use.is_reversed() { positions.extend(arc.rev()) } else { positions.extend(arc) }
        }
        positions
    }

    /// Cuts closed rings into arcs. The arcs do not depend on where a ring begins or which way it
    /// winds.
    #[must_use]
    pub fn join(rings: &Lines<LonLat>) -> Topology {
        let joints = Joints::find(rings);
        let mut cutter = Cutter {
            rings,
            joints: &joints,
            first_edges: Table::of(rings.len() * 4),
            uses: Vec::new(),
            topology: Topology::default(),
        };
        for ring in 0..rings.len() {
            cutter.cut(ring);
            cutter.topology.rings.end();
        }
        cutter.topology
    }
}

/// Which points are one and the same, and where rings part.
struct Joints {
    /// For each position the index of the first that is equal to it.
    ids: Vec<u32>,
    /// Whether the position of this id is a junction.
    is_junction: Vec<bool>,
}

impl Joints {
    fn find(rings: &Lines<LonLat>) -> Joints {
        let points = rings.points();
        let mut table = Table::of(points.len());
        let mut ids = Vec::with_capacity(points.len());
        let mut neighbors = Vec::with_capacity(points.len());
        for (index, &point) in (0..).zip(points) {
            let is_same = |other: u32| points.get(other as usize).is_some_and(|&o| o == point);
            ids.push(table.find_or_insert(hash(point), index, is_same));
            neighbors.push((NONE, NONE));
        }
        let mut is_junction = vec![false; points.len()];
        for ring in 0..rings.len() {
            for (before, id, after) in corners(ids.get(rings.range(ring)).unwrap_or_default()) {
                let pair = (before.min(after), before.max(after));
                let Some(known) = neighbors.get_mut(id as usize) else { continue };
                if *known == (NONE, NONE) {
                    *known = pair;
                } else if *known != pair
                    && let Some(is_junction) = is_junction.get_mut(id as usize)
                {
                    *is_junction = true;
                }
            }
        }
        Joints { ids, is_junction }
    }

    fn is_junction(&self, id: u32) -> bool {
        self.is_junction.get(id as usize) == Some(&true)
    }
}

/// Each corner of a closed ring of ids with the ones before and after it. Points that stand twice
/// in a row are one corner.
fn corners(ring: &[u32]) -> impl Iterator<Item = (u32, u32, u32)> {
    let open = ring.get(1..).unwrap_or_default();
    let mut before = open.iter().rev().find(|&id| Some(id) != open.last()).copied();
    let mut here = open.last().copied();
    open.iter().filter_map(move |&after| {
        if Some(after) == here {
            return None;
        }
        let corner = (before?, here?, after);
        before = here;
        here = Some(after);
        Some(corner)
    })
}

struct Cutter<'a> {
    rings: &'a Lines<LonLat>,
    joints: &'a Joints,
    /// Finds in `uses` by the first two points of a way along an arc.
    first_edges: Table,
    /// Each way along each arc, with the ids of the first two points.
    uses: Vec<((u32, u32), ArcUse)>,
    topology: Topology,
}

impl Cutter<'_> {
    fn position(&self, id: u32) -> (f64, f64) {
        let point = self.rings.points().get(id as usize);
        point.map_or((0.0, 0.0), |point| (point.lon, point.lat))
    }

    fn cut(&mut self, ring: usize) {
        let joints = self.joints;
        let ids = joints.ids.get(self.rings.range(ring)).unwrap_or_default();
        let mut corners: Vec<u32> = corners(ids).map(|(_, id, _)| id).collect();
        let count = corners.len();
        let first = corners.iter().position(|&id| joints.is_junction(id));
        let is_cut = first.is_some();
        let least = |&(_, &a): &(usize, &u32), &(_, &b): &(usize, &u32)| {
            self.position(a).partial_cmp(&self.position(b)).unwrap_or(std::cmp::Ordering::Equal)
        };
        // A ring without a junction begins at a point that does not depend on the file.
        let first = first.or_else(|| Some(corners.iter().enumerate().min_by(least)?.0));
        // Once around from there, to where it began.
        corners.extend_from_within(..);
        let corners = corners.get(first.unwrap_or(0)..).unwrap_or_default();
        let mut start = 0;
        for end in 1..=count {
            let is_end = end == count;
            let is_junction = corners.get(end).is_some_and(|&id| joints.is_junction(id));
            if is_end || (is_cut && is_junction) {
                let arc_use = self.arc(corners.get(start..=end).unwrap_or_default());
                self.topology.rings.push(arc_use);
                start = end;
            }
        }
    }

    /// The arc along these points, known or new.
    fn arc(&mut self, ids: &[u32]) -> ArcUse {
        let ends = (ids.first(), ids.get(1), ids.iter().rev().nth(1), ids.last());
        let (Some(&first), Some(&second), Some(&before), Some(&last)) = ends else {
            return ArcUse::new(0, false);
        };
        if let Some(known) = self.known((first, second)) {
            return known;
        }
        let arc = u32::try_from(self.topology.arcs.len()).unwrap_or(NONE);
        let (from, to) = if first == last { (second, before) } else { (first, last) };
        let is_reversed = self.position(from) > self.position(to);
        let mut point = |&id: &u32| {
            if let Some(&point) = self.rings.points().get(id as usize) {
                self.topology.arcs.push(point);
            }
        };
        if is_reversed {
            ids.iter().rev().for_each(&mut point)
        } else {
            ids.iter().for_each(point)
        }
        self.topology.arcs.end();
        let arc_use = ArcUse::new(arc, is_reversed);
        self.remember((first, second), arc_use);
        self.remember((last, before), ArcUse::new(arc, !is_reversed));
        arc_use
    }

    fn known(&self, edge: (u32, u32)) -> Option<ArcUse> {
        let uses = &self.uses;
        let is_same = |other: u32| uses.get(other as usize).is_some_and(|(e, _)| *e == edge);
        let found = self.first_edges.find(hash_edge(edge), is_same)?;
        uses.get(found as usize).map(|&(_, arc_use)| arc_use)
    }

    fn remember(&mut self, edge: (u32, u32), arc_use: ArcUse) {
        let index = u32::try_from(self.uses.len()).unwrap_or(NONE);
        let Self { uses, first_edges, .. } = self;
        let is_same = |other: u32| uses.get(other as usize).is_some_and(|(e, _)| *e == edge);
        first_edges.find_or_insert(hash_edge(edge), index, is_same);
        uses.push((edge, arc_use));
        if first_edges.is_crowded(uses.len()) {
            let mut larger = Table::of(uses.len() * 4);
            for (index, (edge, _)) in (0..).zip(uses.iter()) {
                larger.find_or_insert(hash_edge(*edge), index, |_| false);
            }
            *first_edges = larger;
        }
    }
}

/// A hash table of indices with open addressing; what they stand for is the caller's. The
/// library's brings 6 kB, and hashes with keys that no page has.
struct Table {
    slots: Vec<u32>,
}

impl Table {
    /// Room for `count` indices.
    fn of(count: usize) -> Table {
        Table { slots: vec![NONE; (count * 2).next_power_of_two().max(16)] }
    }

    fn is_crowded(&self, count: usize) -> bool {
        count * 2 > self.slots.len()
    }

    fn slots_from(&self, hash: u64) -> impl Iterator<Item = usize> + use<> {
        let mask = self.slots.len() - 1;
        // It truncates on wasm32 alone, so nowhere can the lint be expected.
        #[allow(clippy::cast_possible_truncation, reason = "any bits of a hash will do")]
        let start = (hash >> 20) as usize;
        (0..=mask).map(move |step| (start + step) & mask)
    }

    fn find(&self, hash: u64, is_same: impl Fn(u32) -> bool) -> Option<u32> {
        for slot in self.slots_from(hash) {
            match self.slots.get(slot) {
                Some(&NONE) | None => return None,
                Some(&index) if is_same(index) => return Some(index),
                Some(_) => {}
            }
        }
        None
    }

    /// The index that is there already, or else this one.
    fn find_or_insert(&mut self, hash: u64, index: u32, is_same: impl Fn(u32) -> bool) -> u32 {
        for slot in self.slots_from(hash) {
            match self.slots.get_mut(slot) {
                Some(free) if *free == NONE => {
                    *free = index;
                    return index;
                }
                Some(&mut known) if is_same(known) => return known,
                Some(_) | None => {}
            }
        }
        index
    }
}

/// Source: D. Knuth, "The Art of Computer Programming" vol. 3, section 6.4, multiplicative hashing.
fn mix(a: u64, b: u64) -> u64 {
    let a = (a ^ a >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (a ^ b ^ b >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}

fn hash(point: LonLat) -> u64 {
    // Zero and minus zero are one place.
    mix((point.lon + 0.0).to_bits(), (point.lat + 0.0).to_bits())
}

fn hash_edge((from, to): (u32, u32)) -> u64 {
    mix(u64::from(from), u64::from(to))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(list: &[(i32, i32)]) -> Vec<LonLat> {
        let at = |&(lon, lat): &(i32, i32)| LonLat { lon: f64::from(lon), lat: f64::from(lat) };
        list.iter().map(at).collect()
    }

    fn join(rings: &[&[(i32, i32)]]) -> Topology {
        Topology::join(&rings.iter().map(|list| ring(list)).collect())
    }

    const LEFT: [(i32, i32); 5] = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)];
    const RIGHT: [(i32, i32); 5] = [(1, 0), (2, 0), (2, 1), (1, 1), (1, 0)];

    #[test]
    fn a_border_is_one_arc() {
        let topology = join(&[&LEFT, &RIGHT]);
        assert_eq!((topology.arcs.len(), topology.rings.len()), (3, 2));
        let uses = |ring: usize| topology.rings.get(ring).iter().map(|u| u.arc());
        let shared: Vec<usize> = uses(0).filter(|arc| uses(1).any(|a| a == *arc)).collect();
        assert_eq!(shared.len(), 1);
        assert_eq!(topology.arcs.get(shared[0]), ring(&[(1, 0), (1, 1)]));
    }

    #[test]
    fn rings_are_put_together_again() {
        let topology = join(&[&LEFT, &RIGHT]);
        for (index, list) in [LEFT, RIGHT].iter().enumerate() {
            let mut again = topology.ring(index);
            assert_eq!(again.first(), again.last());
            again.pop();
            let mut open = ring(&list[..4]);
            let turn = open.iter().position(|p| Some(p) == again.first()).expect("a corner");
            open.rotate_left(turn);
            assert_eq!(again, open);
        }
    }

    #[test]
    fn an_enclave_and_its_hole_are_one_arc() {
        let around: [(i32, i32); 5] = [(-9, -9), (9, -9), (9, 9), (-9, 9), (-9, -9)];
        let hole: Vec<_> = LEFT.iter().rev().copied().collect();
        let topology = join(&[&around, &hole, &LEFT]);
        assert_eq!(topology.arcs.len(), 2);
        assert_eq!(topology.rings.get(1)[0].arc(), topology.rings.get(2)[0].arc());
        assert_ne!(topology.rings.get(1)[0], topology.rings.get(2)[0]);
    }

    #[test]
    fn where_a_ring_begins_and_how_it_winds_does_not_matter() {
        let turned: [(i32, i32); 5] = [(1, 1), (0, 1), (0, 0), (1, 0), (1, 1)];
        let back: Vec<_> = LEFT.iter().rev().copied().collect();
        let arcs = |list: &[(i32, i32)]| join(&[list]).arcs;
        assert_eq!(arcs(&turned), arcs(&LEFT));
        assert_eq!(arcs(&back), arcs(&LEFT));
        let bordered = |list: &[(i32, i32)]| {
            let mut arcs: Vec<String> =
                join(&[list, &RIGHT]).arcs.iter().map(|arc| format!("{arc:?}")).collect();
            arcs.sort();
            arcs
        };
        assert_eq!(bordered(&turned), bordered(&LEFT));
        assert_eq!(bordered(&back), bordered(&LEFT));
    }

    #[test]
    fn doubled_points_and_empty_rings_do_no_harm() {
        let doubled = [(0, 0), (0, 0), (1, 0), (1, 1), (1, 1), (0, 1), (0, 0), (0, 0)];
        assert_eq!(join(&[&doubled]).arcs, join(&[&LEFT]).arcs);
        let odd = join(&[&[], &[(1, 1)], &[(1, 1), (1, 1), (1, 1), (1, 1)], &LEFT]);
        assert_eq!(odd.rings.len(), 4);
        assert!(odd.ring(0).is_empty());
        assert_eq!(odd.ring(3).len(), 5);
    }

    #[test]
    fn a_ring_that_touches_itself_is_cut_there() {
        let eight = [(0, 0), (2, 2), (4, 0), (4, 4), (2, 2), (0, 4), (0, 0)];
        let topology = join(&[&eight]);
        assert_eq!(topology.rings.get(0).len(), 2);
        assert_eq!(topology.ring(0).len(), 7);
    }
}
