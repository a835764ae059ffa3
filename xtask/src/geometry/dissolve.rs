//! Makes one polygon of two that lie side by side.

use super::plane;
use super::topology::{ArcUse, Ring, Topology};
use anyhow::{Context, Result};

/// A polygon by its arcs, the outer ring first.
type Polygon = Vec<Ring>;

/// Adds polygons to others. Where they share an arc, that arc goes.
pub(super) fn absorb(
    polygons: &mut Vec<Polygon>,
    parts: &[Polygon],
    topology: &Topology,
) -> Result<()> {
    for part in parts {
        match polygons.iter_mut().find(|polygon| touch(polygon, part)) {
            Some(polygon) => *polygon = union(polygon, part, topology)?,
            None => polygons.push(part.clone()),
        }
    }
    Ok(())
}

/// Neighbours use the same arc in opposite directions.
fn touch(one: &Polygon, other: &Polygon) -> bool {
    one.iter().flatten().any(|arc_use| other.iter().flatten().any(|o| *o == backward(*arc_use)))
}

fn backward(ArcUse { arc, reversed }: ArcUse) -> ArcUse {
    ArcUse { arc, reversed: !reversed }
}

fn union(one: &Polygon, other: &Polygon, topology: &Topology) -> Result<Polygon> {
    let all: Vec<ArcUse> = one.iter().chain(other).flatten().copied().collect();
    let outer = all.iter().filter(|arc_use| !all.contains(&backward(**arc_use)));
    let mut left: Vec<ArcUse> = outer.copied().collect();
    let mut rings = Vec::new();
    while let Some(first) = left.pop() {
        let ring = trace(first, &mut left, topology)?;
        let area = plane::area(&topology.ring(&ring)?);
        rings.push((area, ring));
    }
    rings.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    Ok(rings.into_iter().map(|(_, ring)| ring).collect())
}

/// Takes from `left` what follows `first` until the ring is closed.
fn trace(first: ArcUse, left: &mut Vec<ArcUse>, topology: &Topology) -> Result<Ring> {
    let (start, mut end) = ends(first, topology)?;
    let mut ring = vec![first];
    while end != start {
        let starts_here =
            |arc_use: &ArcUse| ends(*arc_use, topology).is_ok_and(|(at, _)| at == end);
        let next = left.iter().position(starts_here).context("a joined ring is not closed")?;
        let next = left.swap_remove(next);
        end = ends(next, topology)?.1;
        ring.push(next);
    }
    Ok(ring)
}

fn ends(arc_use: ArcUse, topology: &Topology) -> Result<([f64; 2], [f64; 2])> {
    let line = topology.ring(&vec![arc_use])?;
    let ends = line.first().copied().zip(line.last().copied());
    ends.context("an arc is empty")
}

#[cfg(test)]
mod tests {
    use super::absorb;
    use crate::geometry::topology::{ArcUse, Ring, Topology, join};
    use anyhow::Result;

    /// A country, a base on its coast, and the line between the two.
    fn topology() -> Topology {
        let coast = vec![[2.0, 0.0], [9.0, 0.0], [9.0, 9.0], [0.0, 9.0], [0.0, 2.0]];
        let line = vec![[0.0, 2.0], [2.0, 2.0], [2.0, 0.0]];
        let base = vec![[0.0, 2.0], [0.0, 0.0], [2.0, 0.0]];
        let islet = vec![[1.0, -2.0], [2.0, -2.0], [2.0, -1.0], [1.0, -2.0]];
        Topology { arcs: vec![coast, line, base, islet], shapes: Vec::new() }
    }

    fn ring(arcs: &[(usize, bool)]) -> Ring {
        arcs.iter().map(|&(arc, reversed)| ArcUse { arc, reversed }).collect()
    }

    #[test]
    fn the_line_between_two_polygons_goes_and_an_island_is_added() -> Result<()> {
        let topology = topology();
        let mut polygons = vec![vec![ring(&[(0, false), (1, false)])]];
        let parts = [vec![ring(&[(2, false), (1, true)])], vec![ring(&[(3, false)])]];
        absorb(&mut polygons, &parts, &topology)?;
        assert_eq!(polygons.len(), 2);
        let joined = join(&polygons[0][0], &topology.arcs)?;
        assert_eq!((polygons[0].len(), joined.len()), (1, 7));
        assert!(joined.first() == joined.last() && !joined.contains(&[2.0, 2.0]));
        Ok(())
    }

    #[test]
    fn what_lay_between_two_lines_is_a_hole() -> Result<()> {
        // Two halves of a frame, which meet above and below its opening.
        let outer_west = vec![[4.0, 9.0], [0.0, 9.0], [0.0, 0.0], [4.0, 0.0]];
        let inner_west = vec![[4.0, 3.0], [3.0, 3.0], [3.0, 6.0], [4.0, 6.0]];
        let outer_east = vec![[4.0, 0.0], [9.0, 0.0], [9.0, 9.0], [4.0, 9.0]];
        let inner_east = vec![[4.0, 6.0], [6.0, 6.0], [6.0, 3.0], [4.0, 3.0]];
        let (low, high) = (vec![[4.0, 0.0], [4.0, 3.0]], vec![[4.0, 6.0], [4.0, 9.0]]);
        let arcs = vec![outer_west, inner_west, outer_east, inner_east, low, high];
        let topology = Topology { arcs, shapes: Vec::new() };
        let mut polygons = vec![vec![ring(&[(0, false), (4, false), (1, false), (5, false)])]];
        let east = vec![ring(&[(2, false), (5, true), (3, false), (4, true)])];
        absorb(&mut polygons, &[east], &topology)?;
        let arcs: Vec<Vec<usize>> = polygons[0]
            .iter()
            .map(|ring| ring.iter().map(|arc_use| arc_use.arc).collect())
            .collect();
        assert_eq!(arcs, [[2, 0], [3, 1]]);
        Ok(())
    }
}
