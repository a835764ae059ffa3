//! Simplifies every arc once, then gives points back where the result is wrong.

use super::assemble::survives;
use super::crossings::{SegmentId, crossings};
use super::detail::{Detail, Parts};
use super::line::{Corner, Line, Position};
use super::selection::{Polygon, Selected};
use super::topology::Topology;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};

/// How often points are given back before what is left is accepted.
const ROUNDS: usize = 12;

struct Plan {
    line: Line,
    tolerance_km2: Parts<f64>,
    corners: Vec<Corner>,
}

impl Plan {
    /// The points of the arc at both ends of a drawn segment.
    fn ends(&self, segment: usize) -> Option<[usize; 2]> {
        match self.corners.get(segment..)? {
            [from, to, ..] => Some([from.index, to.index]),
            _ => None,
        }
    }
}

type Plans = BTreeMap<usize, Plan>;

/// All arcs of the source, drawn at the level of detail. Arcs of no region are empty.
pub(super) fn generalize(
    topology: &Topology,
    selection: &[Selected],
    detail: &Detail,
) -> Result<Vec<Vec<Position>>> {
    let mut plans = plan(topology, selection, detail)?;
    let mut drawn = draw(&mut plans, topology.arcs.len(), detail);
    for _ in 0..ROUNDS {
        let crossed = crossings(&drawn);
        let collapsed = collapsed_arcs(selection, &drawn)?;
        if crossed.is_empty() && collapsed.is_empty() {
            break;
        }
        uncross(&mut plans, &crossed);
        for arc in collapsed {
            plans.entry(arc).and_modify(|plan| {
                plan.tolerance_km2 = plan.tolerance_km2.map(|limit| limit / 4.0);
            });
        }
        drawn = draw(&mut plans, topology.arcs.len(), detail);
    }
    Ok(drawn)
}

/// An arc is simplified as the smallest ring that it bounds allows.
fn plan(topology: &Topology, selection: &[Selected], detail: &Detail) -> Result<Plans> {
    let mut plans = Plans::new();
    for selected in selection {
        let grids = detail.scales.map(|scale| scale.grid);
        let grids = if selected.small { Parts::both(detail.small_grid) } else { grids };
        for polygon in &selected.polygons {
            let of_region = selected.area_km2 * detail.region_share;
            let of_ring = polygon.area_km2 * detail.ring_share;
            let share = Parts::both(of_region.min(of_ring));
            let limit = detail.scales.map(|scale| scale.tolerance_km2).min(share);
            let border = detail.scales.map(|scale| scale.border_km2);
            for arc in arcs_of(polygon) {
                let points = topology.arcs.get(arc).context("an arc is not there")?;
                let line = || Line::new(points, grids);
                let new = || Plan { line: line(), tolerance_km2: limit, corners: Vec::new() };
                // A line that two regions share is worth more than a coast: it says whose land is.
                let is_border = plans.contains_key(&arc);
                let limit = if is_border { limit.min(border) } else { limit };
                let plan = plans.entry(arc).or_insert_with(new);
                plan.tolerance_km2 = plan.tolerance_km2.min(limit);
            }
        }
    }
    Ok(plans)
}

fn draw(plans: &mut Plans, arc_count: usize, detail: &Detail) -> Vec<Vec<Position>> {
    let mut drawn = vec![Vec::new(); arc_count];
    for (arc, plan) in plans {
        plan.corners = plan.line.draw(plan.tolerance_km2, detail.least_corners);
        if let Some(positions) = drawn.get_mut(*arc) {
            positions.extend(plan.corners.iter().map(|corner| corner.at));
        }
    }
    drawn
}

/// Takes one step against crossings: points come back; if none is left out, the grid has made the
/// lines cross, so their points leave it; if they have, the source itself is wrong by a step of
/// its own grid, and a point goes.
fn uncross(plans: &mut Plans, crossed: &BTreeSet<SegmentId>) {
    if at_ends(plans, crossed, |line, [from, to]| line.restore(from, to)) {
        return;
    }
    // Both ends, so `|`, which does not stop at the first.
    if at_ends(plans, crossed, |line, [from, to]| line.free(from) | line.free(to)) {
        return;
    }
    // One for each line, for that may do.
    let firsts: BTreeMap<usize, SegmentId> = crossed.iter().rev().map(|id| (id.0, *id)).collect();
    at_ends(plans, &firsts.into_values().collect(), |line, [_, to]| {
        line.drop(to);
        true
    });
}

/// Changes each line at the ends of its segments. Whether that changed any.
fn at_ends(
    plans: &mut Plans,
    segments: &BTreeSet<SegmentId>,
    change: impl Fn(&mut Line, [usize; 2]) -> bool,
) -> bool {
    let mut changed = false;
    for (arc, segment) in segments {
        if let Some(plan) = plans.get_mut(arc)
            && let Some(ends) = plan.ends(*segment)
        {
            changed |= change(&mut plan.line, ends);
        }
    }
    changed
}

/// The arcs of polygons that must stay and did not.
fn collapsed_arcs(selection: &[Selected], drawn: &[Vec<Position>]) -> Result<BTreeSet<usize>> {
    let mut arcs = BTreeSet::new();
    let polygons = selection.iter().flat_map(|selected| &selected.polygons);
    for polygon in polygons.filter(|polygon| polygon.main) {
        if !survives(polygon, drawn)? {
            arcs.extend(arcs_of(polygon));
        }
    }
    Ok(arcs)
}

fn arcs_of(polygon: &Polygon) -> impl Iterator<Item = usize> {
    polygon.rings.iter().flatten().map(|arc_use| arc_use.arc)
}
