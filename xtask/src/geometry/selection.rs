//! Which polygons of the source make up each region.

use super::detail::{CHAINS, Detail, INSET, OFF_THE_PICTURE};
use super::dissolve::absorb;
use super::plane;
use super::regions::{Bounds, PARTS, REGIONS, Region};
use super::topology::{Ring, Topology};
use anyhow::{Context, Result, ensure};

/// The positions of the smallest ring (RFC 7946, 3.1.6). Rounding has left some sources with less.
const LEAST_POSITIONS: usize = 4;

/// A polygon of the source that is worth drawing.
pub(super) struct Polygon {
    /// The outer ring first.
    pub(super) rings: Vec<Ring>,
    /// Area inside the outer ring before simplification.
    pub(super) area_km2: f64,
    /// Whether it must survive simplification whatever it costs.
    pub(super) main: bool,
}

/// A region with its polygons, the largest first.
pub(super) struct Selected {
    pub(super) region: &'static Region,
    /// Area of all its polygons in the source.
    pub(super) area_km2: f64,
    /// Whether all of it is so small that it has the finer grid.
    pub(super) small: bool,
    pub(super) polygons: Vec<Polygon>,
}

/// All regions, found in the source.
pub(super) fn select(topology: &Topology, detail: &Detail) -> Result<Vec<Selected>> {
    REGIONS.iter().map(|region| select_region(topology, region, detail)).collect()
}

fn select_region(
    topology: &Topology,
    region: &'static Region,
    detail: &Detail,
) -> Result<Selected> {
    let mut polygons = Vec::new();
    for rings in source_polygons(topology, region)? {
        let outer = topology.ring(rings.first().context("a polygon without rings")?)?;
        let is_ring = outer.len() >= LEAST_POSITIONS;
        if is_ring && region.within.is_none_or(|bounds| inside(&outer, bounds)) {
            let flat = plane::project(&plane::bend(&outer));
            let area_km2 = plane::area(&flat);
            let in_inset = flat.iter().all(|point| plane::holds(INSET, point));
            let islet = area_km2 < least_area(&outer, in_inset, detail);
            polygons.push((islet, Polygon { rings, area_km2, main: false }));
        }
    }
    ensure!(!polygons.is_empty(), "the source has no polygon of {}", region.name);
    polygons.sort_by(|(_, a), (_, b)| b.area_km2.total_cmp(&a.area_km2));
    let total: f64 = polygons.iter().map(|(_, polygon)| polygon.area_km2).sum();
    let small = total < detail.small_region_km2;
    for (rank, (_, polygon)) in polygons.iter_mut().enumerate() {
        polygon.main = small || rank == 0;
    }
    let kept = polygons.into_iter().filter(|(islet, polygon)| polygon.main || !islet);
    let polygons = kept.map(|(_, polygon)| polygon).collect();
    Ok(Selected { region, area_km2: total, small, polygons })
}

/// The polygons of a region's feature, with those of the features that are part of it.
fn source_polygons(topology: &Topology, region: &Region) -> Result<Vec<Vec<Ring>>> {
    let find = |id: &str| topology.shapes.iter().find(|shape| shape.id == id);
    let shape = find(region.source);
    let shape = shape.with_context(|| format!("the source has no {}", region.name))?;
    let mut polygons = shape.polygons.clone();
    let parts = PARTS.iter().filter(|(_, whole)| *whole == region.source);
    for part in parts.filter_map(|(part, _)| find(part)) {
        absorb(&mut polygons, &part.polygons, topology)?;
    }
    Ok(polygons)
}

fn least_area(ring: &[[f64; 2]], in_inset: bool, detail: &Detail) -> f64 {
    if OFF_THE_PICTURE.iter().any(|place| inside(ring, *place)) {
        return f64::INFINITY;
    }
    let in_chain = CHAINS.iter().any(|chain| inside(ring, *chain));
    if in_chain { detail.chain_islet_km2 } else { detail.scales.of(in_inset).islet_km2 }
}

fn inside(ring: &[[f64; 2]], bounds: Bounds) -> bool {
    ring.iter().all(|position| plane::holds(bounds, position))
}

#[cfg(test)]
mod tests {
    use super::{Detail, REGIONS, Topology, select_region};
    use crate::geometry::detail::{COARSE, Scale};
    use crate::geometry::topology::{ArcUse, Shape};
    use anyhow::{Context, Result};

    fn square(west: f64, south: f64, side: f64) -> Vec<[f64; 2]> {
        let (east, north) = (west + side, south + side);
        vec![[west, south], [east, south], [east, north], [west, north], [west, south]]
    }

    fn source(id: &str, arcs: Vec<Vec<[f64; 2]>>) -> Topology {
        let polygon = |arc| vec![vec![ArcUse { arc, reversed: false }]];
        let polygons = (0..arcs.len()).map(polygon).collect();
        Topology { arcs, shapes: vec![Shape { id: id.to_owned(), polygons }] }
    }

    fn count(id: &str, topology: &Topology) -> Result<usize> {
        let region = REGIONS.iter().find(|region| region.id == id).context("no such region")?;
        let detail = Detail {
            scales: COARSE.scales.map(|scale| Scale { islet_km2: 400.0, ..scale }),
            ..COARSE
        };
        Ok(select_region(topology, region, &detail)?.polygons.len())
    }

    #[test]
    fn a_territory_is_cut_out_of_its_sovereign() -> Result<()> {
        let france = source("250", vec![square(2.0, 47.0, 5.0), square(-54.0, 3.0, 2.0)]);
        assert_eq!(count("GUF", &france)?, 1);
        assert!(count("MTQ", &france).is_err());
        Ok(())
    }

    #[test]
    fn islets_go_except_in_small_regions_and_in_chains() -> Result<()> {
        let islet = square(-75.0, 22.0, 0.05);
        let cuba = source("192", vec![square(-80.0, 21.0, 3.0), islet.clone()]);
        assert_eq!(count("CUB", &cuba)?, 1);
        let bahamas = source("044", vec![square(-78.0, 24.0, 0.5), islet]);
        assert_eq!(count("BHS", &bahamas)?, 2);
        let ecuador = source("218", vec![square(-80.0, -3.0, 3.0), square(-90.5, -1.0, 0.15)]);
        assert_eq!(count("ECU", &ecuador)?, 2);
        Ok(())
    }

    #[test]
    fn in_the_inset_smaller_islets_stay() -> Result<()> {
        // 121 km² each, one off Cuba and one off California.
        let islet = |west, south| square(west, south, 0.1);
        let of = |islet| source("840", vec![square(-120.0, 35.0, 3.0), islet]);
        let region = REGIONS.iter().find(|region| region.id == "USA").context("no such region")?;
        let count =
            |topology| select_region(&topology, region, &COARSE).map(|found| found.polygons.len());
        assert_eq!((count(of(islet(-80.0, 22.0)))?, count(of(islet(-122.0, 33.0)))?), (2, 1));
        Ok(())
    }
}
