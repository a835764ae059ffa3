//! What must hold for the maps on disk, whatever figures made them.

use super::crossings::crossings;
use super::regions::REGIONS;
use super::{MAPS, line};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;

type Position = [f64; 2];

#[derive(Deserialize)]
struct Map {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    id: String,
    geometry: Geometry,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Polygon(Vec<Vec<Position>>),
    MultiPolygon(Vec<Vec<Vec<Position>>>),
}

impl Feature {
    fn polygons(&self) -> &[Vec<Vec<Position>>] {
        match &self.geometry {
            Geometry::Polygon(polygon) => std::slice::from_ref(polygon),
            Geometry::MultiPolygon(polygons) => polygons,
        }
    }

    fn rings(&self) -> impl Iterator<Item = &[Position]> {
        self.polygons().iter().flatten().map(Vec::as_slice)
    }

    fn holds(&self, [x, y]: Position) -> bool {
        let edges = self.rings().flat_map(|ring| ring.iter().zip(ring.iter().skip(1)));
        let left = edges.filter(|([ax, ay], [bx, by])| {
            (*ay > y) != (*by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax)
        });
        left.count() % 2 == 1
    }
}

/// The coarse map, then the finer one.
fn maps() -> Result<[Map; 2]> {
    let read = |index: usize| -> Result<Map> {
        let text = fs::read_to_string(super::root()?.join(MAPS[index].target))?;
        Ok(serde_json::from_str(&text)?)
    };
    Ok([read(0)?, read(1)?])
}

/// A position in thousandths of a degree, as it was before it was written.
fn thousandths(position: &Position) -> line::Position {
    position.map(|degrees| (degrees * 1000.0).round() as i32)
}

fn find<'a>(map: &'a Map, id: &str) -> Result<&'a Feature> {
    map.features.iter().find(|feature| feature.id == id).with_context(|| format!("no {id}"))
}

#[test]
fn every_region_is_there_and_every_ring_is_a_proper_one() -> Result<()> {
    for map in maps()? {
        let ids: Vec<_> = map.features.iter().map(|feature| feature.id.as_str()).collect();
        assert_eq!(ids, REGIONS.each_ref().map(|region| region.id));
        for feature in &map.features {
            assert!(feature.rings().count() > 0, "{}", feature.id);
            for ring in feature.rings() {
                assert!(ring.len() >= 4 && ring.first() == ring.last(), "{}", feature.id);
                let mut steps = ring.iter().zip(ring.iter().skip(1));
                assert!(steps.all(|([a, _], [b, _])| (a - b).abs() < 180.0), "{}", feature.id);
                assert!(ring.iter().all(|[x, y]| x.abs() <= 180.0 && y.abs() <= 90.0));
            }
        }
    }
    Ok(())
}

#[test]
fn no_line_runs_through_another() -> Result<()> {
    for map in maps()? {
        let rings = map.features.iter().flat_map(|feature| feature.rings());
        let rings: Vec<Vec<_>> = rings.map(|ring| ring.iter().map(thousandths).collect()).collect();
        let crossed = crossings(&rings).into_iter().map(|(ring, at)| rings[ring][at]);
        assert_eq!(crossed.collect::<Vec<_>>(), Vec::<line::Position>::new());
    }
    Ok(())
}

#[test]
fn island_states_keep_their_islands() -> Result<()> {
    let least = [
        [("BHS", 6), ("TTO", 2), ("ATG", 2), ("KNA", 2), ("VCT", 2)],
        [("BHS", 41), ("TCA", 12), ("VGB", 6), ("GRD", 2), ("VCT", 5)],
    ];
    for (map, least) in maps()?.iter().zip(least) {
        for (id, least) in least {
            assert!(find(map, id)?.polygons().len() >= least, "{id}");
        }
    }
    Ok(())
}

/// Wherever Brazil meets Peru, both have the same points in between: no gap, no sliver.
#[test]
fn neighbours_share_their_border() -> Result<()> {
    let pairs = [("BRA", "PER"), ("CAN", "USA"), ("HTI", "DOM"), ("GUF", "BRA")];
    // At Boundary Bay only the finer map has the border come out of the sea once more.
    for (map, runs) in maps()?.iter().zip([[1, 2, 1, 1], [1, 3, 1, 1]]) {
        for ((one, other), expected) in pairs.into_iter().zip(runs) {
            let (one, other) = (find(map, one)?, find(map, other)?);
            let others: BTreeSet<_> = other.rings().flatten().map(thousandths).collect();
            let shared = |position: &Position| others.contains(&thousandths(position));
            let ring = one.rings().max_by_key(|ring| ring.iter().filter(|p| shared(p)).count());
            let ring = ring.context("no ring")?;
            let shared: Vec<bool> = ring.iter().skip(1).map(shared).collect();
            let next = shared.iter().cycle().skip(1);
            let runs = shared.iter().zip(next).filter(|(here, there)| !**here && **there).count();
            let points = shared.iter().filter(|shared| **shared).count();
            assert!(points > 4 && runs == expected, "{} {}: {points} {runs}", one.id, other.id);
        }
    }
    Ok(())
}

#[test]
fn disputed_places_lie_where_the_source_draws_them() -> Result<()> {
    let places = [
        ("GUY", [-59.5, 6.0]),
        ("GUY", [-57.3, 3.0]),
        ("VEN", [-61.13, 6.72]),
        ("BLZ", [-88.9, 16.4]),
        ("FLK", [-58.8, -51.8]),
        ("CHL", [-73.4, -49.0]),
        ("GUF", [-53.0, 4.0]),
        ("CUB", [-75.11, 19.93]), // Guantanamo Bay
    ];
    for map in maps()? {
        for (id, place) in places {
            let holders = map.features.iter().filter(|feature| feature.holds(place));
            assert_eq!(holders.map(|feature| feature.id.as_str()).collect::<Vec<_>>(), [id]);
        }
    }
    Ok(())
}
