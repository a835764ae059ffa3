//! Finds lines that cross each other or themselves, exactly, in integers.

use super::line::Position;
use std::collections::BTreeSet;

/// A segment by its arc and its number in it.
pub(super) type SegmentId = (usize, usize);

struct Segment {
    id: SegmentId,
    from: Position,
    to: Position,
    /// The box around it.
    min: Position,
    max: Position,
}

impl Segment {
    fn new(id: SegmentId, from: Position, to: Position) -> Self {
        let [[ax, ay], [bx, by]] = [from, to];
        Self { id, from, to, min: [ax.min(bx), ay.min(by)], max: [ax.max(bx), ay.max(by)] }
    }

    fn crosses(&self, other: &Self) -> bool {
        // Nearly all pairs are told apart here, and far faster than below.
        if self.max[1] < other.min[1] || other.max[1] < self.min[1] {
            return false;
        }
        let apart = |segment: &Self, line: &Self| {
            let a = side(line.from, line.to, segment.from);
            let b = side(line.from, line.to, segment.to);
            a * b < 0
        };
        apart(self, other) && apart(other, self)
    }
}

/// The segments that run through another segment. Touching is not crossing:
/// on a coarse grid neighbours often share a point, and no reader can see that.
pub(super) fn crossings(arcs: &[Vec<Position>]) -> BTreeSet<SegmentId> {
    let mut segments: Vec<Segment> = arcs.iter().enumerate().flat_map(of_arc).collect();
    segments.sort_by_key(|segment| (segment.min[0], segment.max[0]));
    let mut found = BTreeSet::new();
    let mut rest = segments.as_slice();
    while let [segment, later @ ..] = rest {
        for other in later.iter().take_while(|other| other.min[0] <= segment.max[0]) {
            if segment.crosses(other) {
                found.extend([segment.id, other.id]);
            }
        }
        rest = later;
    }
    found
}

fn of_arc((arc, line): (usize, &Vec<Position>)) -> impl Iterator<Item = Segment> {
    let pairs = line.iter().zip(line.iter().skip(1)).enumerate();
    pairs.map(move |(number, (from, to))| Segment::new((arc, number), *from, *to))
}

/// Which side of a line a point is on: 1 left, -1 right, 0 on it.
fn side([ax, ay]: Position, [bx, by]: Position, [px, py]: Position) -> i64 {
    let [ax, ay, bx, by, px, py] = [ax, ay, bx, by, px, py].map(i64::from);
    ((bx - ax) * (py - ay) - (px - ax) * (by - ay)).signum()
}

#[cfg(test)]
mod tests {
    use super::crossings;

    #[test]
    fn crossing_is_found_and_touching_is_not() {
        let arcs =
            [vec![[0, 0], [10, 10]], vec![[0, 10], [10, 0]], vec![[10, 10], [20, 0], [10, 0]]];
        assert_eq!(crossings(&arcs).into_iter().collect::<Vec<_>>(), [(0, 0), (1, 0)]);
    }
}
