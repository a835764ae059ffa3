//! What must hold for the map on disk, whatever figures made it.

use super::regions::REGIONS;
use anyhow::{Context, Result};
use serde::Deserialize;
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

fn map() -> Result<Map> {
    let text = fs::read_to_string(super::root()?.join(super::TARGET))?;
    Ok(serde_json::from_str(&text)?)
}

fn find<'a>(map: &'a Map, id: &str) -> Result<&'a Feature> {
    map.features.iter().find(|feature| feature.id == id).with_context(|| format!("no {id}"))
}

#[test]
fn every_region_is_there_and_every_ring_is_a_proper_one() -> Result<()> {
    let map = map()?;
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
    Ok(())
}

#[test]
fn island_states_keep_their_islands() -> Result<()> {
    let map = map()?;
    for (id, least) in [("BHS", 6), ("TTO", 2), ("ATG", 2), ("KNA", 2), ("VCT", 2)] {
        assert!(find(&map, id)?.polygons().len() >= least, "{id}");
    }
    Ok(())
}

/// Wherever Brazil meets Peru, both have the same points in between: no gap, no sliver.
#[test]
fn neighbours_share_their_border() -> Result<()> {
    let map = map()?;
    for (one, other) in [("BRA", "PER"), ("CAN", "USA"), ("HTI", "DOM"), ("GUF", "BRA")] {
        let (one, other) = (find(&map, one)?, find(&map, other)?);
        let shared = |position: &Position| other.rings().flatten().any(|p| p == position);
        let ring = one.rings().max_by_key(|ring| ring.iter().filter(|p| shared(p)).count());
        let ring = ring.context("no ring")?;
        let shared: Vec<bool> = ring.iter().skip(1).map(shared).collect();
        let next = shared.iter().cycle().skip(1);
        let runs = shared.iter().zip(next).filter(|(here, there)| !**here && **there).count();
        let points = shared.iter().filter(|shared| **shared).count();
        let expected = if one.id == "CAN" { 2 } else { 1 };
        assert!(points > 4 && runs == expected, "{} {}: {points} {runs}", one.id, other.id);
    }
    Ok(())
}

#[test]
fn disputed_places_lie_where_the_source_draws_them() -> Result<()> {
    let map = map()?;
    let places = [
        ("GUY", [-59.5, 6.0]),
        ("GUY", [-57.3, 3.0]),
        ("VEN", [-61.13, 6.72]),
        ("BLZ", [-88.9, 16.4]),
        ("FLK", [-58.8, -51.8]),
        ("CHL", [-73.4, -49.0]),
        ("GUF", [-53.0, 4.0]),
    ];
    for (id, place) in places {
        let holders = map.features.iter().filter(|feature| feature.holds(place));
        assert_eq!(holders.map(|feature| feature.id.as_str()).collect::<Vec<_>>(), [id]);
    }
    Ok(())
}
