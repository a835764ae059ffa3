//! Arcs to rings, rings to features, as RFC 7946 wants them.

use super::line::Position;
use super::regions::Region;
use super::selection::{Polygon, Selected};
use super::topology::{Ring, join};
use anyhow::{Result, ensure};

/// Half of the world's circumference, in thousandths of a degree.
const HALF_TURN: i32 = 180_000;

/// A region as it is written: polygons of rings of positions.
pub(super) struct Feature {
    pub(super) region: &'static Region,
    pub(super) polygons: Vec<Vec<Vec<Position>>>,
}

/// Builds a feature from the drawn arcs. What collapsed is left out.
pub(super) fn feature(selected: &Selected, arcs: &[Vec<Position>]) -> Result<Feature> {
    let mut polygons = Vec::new();
    for polygon in &selected.polygons {
        polygons.extend(rings(polygon, arcs)?);
    }
    let region = selected.region;
    ensure!(!polygons.is_empty(), "nothing is left of {}", region.name);
    ensure!(
        polygons.iter().flatten().all(|ring| on_one_sheet(ring)),
        "{} crosses 180°",
        region.name
    );
    Ok(Feature { region, polygons })
}

/// Whether the drawn arcs still enclose a polygon.
pub(super) fn survives(polygon: &Polygon, arcs: &[Vec<Position>]) -> Result<bool> {
    Ok(rings(polygon, arcs)?.is_some())
}

/// The outer ring, counter-clockwise, then the holes, clockwise.
fn rings(polygon: &Polygon, arcs: &[Vec<Position>]) -> Result<Option<Vec<Vec<Position>>>> {
    let mut rings = Vec::new();
    for (index, ring) in polygon.rings.iter().enumerate() {
        match wound(ring, arcs, index == 0)? {
            Some(ring) => rings.push(ring),
            None if index == 0 => return Ok(None),
            None => {}
        }
    }
    Ok(Some(rings))
}

fn wound(ring: &Ring, arcs: &[Vec<Position>], outer: bool) -> Result<Option<Vec<Position>>> {
    let mut positions = join(ring, arcs)?;
    positions.dedup();
    let area = doubled_area(&positions);
    if positions.len() < 4 || area == 0 {
        return Ok(None);
    }
    ensure!(positions.first() == positions.last(), "a ring is not closed");
    if (area > 0) != outer {
        positions.reverse();
    }
    Ok(Some(positions))
}

/// Twice the area of a closed ring in degrees, positive if it runs counter-clockwise.
fn doubled_area(ring: &[Position]) -> i64 {
    let pairs = ring.iter().zip(ring.iter().skip(1));
    let cross = pairs.map(|(a, b)| {
        let [[ax, ay], [bx, by]] = [a.map(i64::from), b.map(i64::from)];
        ax * by - bx * ay
    });
    cross.sum()
}

/// Whether a ring stays within ±180° and takes no step across it (RFC 7946, 3.1.9).
fn on_one_sheet(ring: &[Position]) -> bool {
    let within = |[x, _]: &Position| (-HALF_TURN..=HALF_TURN).contains(x);
    let mut steps = ring.iter().zip(ring.iter().skip(1));
    ring.iter().all(within) && steps.all(|([a, _], [b, _])| (a - b).abs() < HALF_TURN)
}

#[cfg(test)]
mod tests {
    use super::{doubled_area, on_one_sheet, wound};
    use crate::geometry::topology::ArcUse;
    use anyhow::{Context, Result};

    #[test]
    fn rings_are_wound_by_their_part_whichever_way_the_arcs_run() -> Result<()> {
        let arcs = [vec![[0, 0], [9, 0], [9, 9]], vec![[0, 0], [0, 9], [9, 9]]];
        let forward = vec![ArcUse { arc: 0, reversed: false }, ArcUse { arc: 1, reversed: true }];
        let backward = vec![ArcUse { arc: 1, reversed: false }, ArcUse { arc: 0, reversed: true }];
        for ring in [forward, backward] {
            let outer = wound(&ring, &arcs, true)?.context("collapsed")?;
            let hole = wound(&ring, &arcs, false)?.context("collapsed")?;
            assert_eq!((doubled_area(&outer), doubled_area(&hole)), (162, -162));
            assert_eq!((outer.len(), outer.first()), (5, outer.last()));
        }
        Ok(())
    }

    #[test]
    fn a_ring_without_area_has_collapsed() -> Result<()> {
        let arcs = [vec![[0, 0], [9, 9], [0, 0]]];
        let ring = vec![ArcUse { arc: 0, reversed: false }];
        assert_eq!(wound(&ring, &arcs, true)?, None);
        Ok(())
    }

    #[test]
    fn a_step_across_the_antimeridian_is_seen() {
        assert!(on_one_sheet(&[[179_000, 0], [180_000, 0], [180_000, 9]]));
        assert!(!on_one_sheet(&[[179_000, 0], [-179_000, 0]]));
        assert!(!on_one_sheet(&[[179_000, 0], [181_000, 0]]));
    }
}
