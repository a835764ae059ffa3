//! Reads TopoJSON: arcs that neighbours share, and the shapes that refer to them.

use anyhow::{Context, Result};
use serde::Deserialize;

/// One use of an arc in a ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ArcUse {
    pub(super) arc: usize,
    pub(super) reversed: bool,
}

/// A closed chain of arcs.
pub(super) type Ring = Vec<ArcUse>;

/// A country of the source: ISO numeric id, or its name where it has none, and polygons with the
/// outer ring first.
pub(super) struct Shape {
    pub(super) id: String,
    pub(super) polygons: Vec<Vec<Ring>>,
}

/// The source with its arcs decoded to longitude and latitude in degrees.
pub(super) struct Topology {
    pub(super) arcs: Vec<Vec<[f64; 2]>>,
    pub(super) shapes: Vec<Shape>,
}

impl Topology {
    /// The positions of a ring at full detail, closed.
    pub(super) fn ring(&self, ring: &Ring) -> Result<Vec<[f64; 2]>> {
        join(ring, &self.arcs)
    }
}

/// Strings arcs together. Each begins where the one before it ended.
pub(super) fn join<P: Copy>(ring: &Ring, arcs: &[Vec<P>]) -> Result<Vec<P>> {
    let mut positions = Vec::new();
    for ArcUse { arc, reversed } in ring {
        let arc = arcs.get(*arc).context("a ring names an arc that is not there")?;
        positions.pop();
        if *reversed {
            positions.extend(arc.iter().rev());
        } else {
            positions.extend(arc);
        }
    }
    Ok(positions)
}

#[derive(Deserialize)]
struct Document {
    transform: Transform,
    arcs: Vec<Vec<[i32; 2]>>,
    objects: Objects,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Objects {
    countries: Countries,
}

#[derive(Deserialize)]
struct Countries {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Geometry {
    Polygon {
        id: Option<String>,
        properties: Properties,
        arcs: Vec<Vec<i32>>,
    },
    MultiPolygon {
        id: Option<String>,
        properties: Properties,
        arcs: Vec<Vec<Vec<i32>>>,
    },
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
struct Properties {
    name: String,
}

/// Reads the `countries` of a quantised TopoJSON file.
pub(super) fn read(text: &str) -> Result<Topology> {
    let document: Document = serde_json::from_str(text).context("not a TopoJSON world atlas")?;
    let Transform { scale, translate } = document.transform;
    let arcs = document.arcs.iter().map(|arc| decode(arc, scale, translate)).collect();
    let shapes = document.objects.countries.geometries.into_iter().filter_map(shape).collect();
    Ok(Topology { arcs, shapes })
}

/// Each position is a step from the one before it.
fn decode(arc: &[[i32; 2]], [sx, sy]: [f64; 2], [tx, ty]: [f64; 2]) -> Vec<[f64; 2]> {
    let (mut x, mut y) = (0, 0);
    let mut degrees = Vec::with_capacity(arc.len());
    for [dx, dy] in arc {
        x += dx;
        y += dy;
        degrees.push([f64::from(x) * sx + tx, f64::from(y) * sy + ty]);
    }
    degrees
}

fn shape(geometry: Geometry) -> Option<Shape> {
    let (id, polygons) = match geometry {
        Geometry::Polygon { id, properties, arcs } => (id.unwrap_or(properties.name), vec![arcs]),
        Geometry::MultiPolygon { id, properties, arcs } => (id.unwrap_or(properties.name), arcs),
        Geometry::Other => return None,
    };
    let ring = |ring: Vec<i32>| ring.into_iter().map(arc_use).collect();
    let polygon = |rings: Vec<Vec<i32>>| rings.into_iter().map(ring).collect();
    Some(Shape { id, polygons: polygons.into_iter().map(polygon).collect() })
}

/// A negative number is the ones' complement of an arc that runs backwards.
fn arc_use(number: i32) -> ArcUse {
    let reversed = number < 0;
    let arc = if reversed { !number } else { number };
    ArcUse { arc: arc.unsigned_abs() as usize, reversed }
}

#[cfg(test)]
mod tests {
    use super::{ArcUse, read};

    #[test]
    fn steps_are_summed_backward_arcs_found_and_a_name_is_an_id() -> anyhow::Result<()> {
        let topology = read(
            r#"{"transform":{"scale":[0.5,2],"translate":[-10,20]},
            "arcs":[[[0,0],[2,0],[0,1]]],
            "objects":{"countries":{"geometries":[
              {"type":"Point"},
              {"type":"Polygon","id":"076","properties":{"name":"Brazil"},"arcs":[[-1]]},
              {"type":"Polygon","properties":{"name":"A base"},"arcs":[[0]]}]}}}"#,
        )?;
        assert_eq!(topology.arcs, [[[-10.0, 20.0], [-9.0, 20.0], [-9.0, 22.0]]]);
        let shape = topology.shapes.first().map(|shape| (shape.id.as_str(), &shape.polygons));
        let ring = vec![ArcUse { arc: 0, reversed: true }];
        assert_eq!(shape, Some(("076", &vec![vec![ring]])));
        assert_eq!(topology.shapes.last().map(|shape| shape.id.as_str()), Some("A base"));
        Ok(())
    }
}
