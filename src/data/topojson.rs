//! TopoJSON → features. Source: The TopoJSON Format Specification, version 1.
//!
//! Read natively and by the module `import`, which make quantised arcs of it, which the widget reads.

use super::document::{Document, Value};
use super::features::Feature;
use super::geojson::{self, GeoJson};
use crate::error::{Error, Input};
use crate::geo::lines::Lines;
use crate::geo::projection::LonLat;
use std::ops::Range;

type Read<T> = Result<T, Box<Error>>;

/// By so many degrees a quantised pole may be missed.
const ROUNDING: f64 = 1e-6;

/// Reads the object of this name, or that which has most features with polygons; of equals the first.
///
/// # Errors
/// `Syntax` and `Invalid` with line and column, `NothingToDraw` where no object has a polygon.
pub(crate) fn parse(bytes: &[u8], object: Option<&str>, is_planar: bool) -> Read<GeoJson> {
    read(bytes, object, is_planar).map(|(file, _)| file)
}

/// Of each of these features the properties that are texts, numbers or truth values, as text.
///
/// # Errors
/// As [`parse`].
pub(crate) fn properties(bytes: &[u8], object: Option<&str>) -> Read<Vec<Properties>> {
    read(bytes, object, true)?.1.into_iter().map(texts_of).collect()
}

/// Names and values of what a feature has.
pub(crate) type Properties = Vec<(String, String)>;

/// The properties of a feature or geometry that are texts, numbers or truth values, as text.
pub(crate) fn texts_of(feature: Value<'_>) -> Read<Properties> {
    let mut texts = Vec::new();
    if let Some(properties) = feature.fields()?.get("properties") {
        for (name, value) in properties.fields()?.entries {
            match value.raw.bytes().next() {
                Some(b'{' | b'[' | b'n') | None => {}
                Some(b't' | b'f') => texts.push((name, value.raw.to_owned())),
                Some(_) => texts.push((name, value.word()?)),
            }
        }
    }
    Ok(texts)
}

/// The features of the chosen object, and the geometry of each as it is written.
fn read<'a>(
    bytes: &'a [u8],
    wanted: Option<&str>,
    is_planar: bool,
) -> Read<(GeoJson, Vec<Value<'a>>)> {
    let root = Document::new(Input::Map, bytes)?.value()?.fields()?;
    let reach = if is_planar { geojson::PLANE } else { geojson::DEGREES };
    let topology = Topology { arcs: arcs(root.need("arcs")?, transform(&root)?, reach)? };
    let mut best: Option<(GeoJson, Vec<Value<'_>>)> = None;
    let objects = root.need("objects")?;
    let entries = objects.fields()?.entries;
    if let Some(name) = wanted.filter(|name| entries.iter().all(|(own, _)| own != name)) {
        let names: Vec<&str> = entries.iter().map(|(own, _)| own.as_str()).collect();
        let problem = format!("there is no object \"{name}\"; there are {}", names.join(", "));
        return Err(objects.error("objects", problem));
    }
    let entries = entries.into_iter().filter(|(name, _)| wanted.is_none_or(|own| own == name));
    for (_, object) in entries {
        let read = topology.object(object)?;
        if best.as_ref().is_none_or(|(best, _)| read.0.len() > best.len()) {
            best = Some(read);
        }
    }
    best.filter(|(file, _)| file.len() > 0).ok_or_else(|| Box::new(Error::NothingToDraw))
}

/// What stands in an object: the members of a collection, or the one geometry.
fn geometries(object: Value<'_>) -> Read<Vec<Value<'_>>> {
    let fields = object.fields()?;
    match fields.text("type")?.as_deref() {
        Some("GeometryCollection") => fields.list("geometries"),
        _ => Ok(vec![object]),
    }
}

/// Scale and translation of quantised positions.
#[derive(Clone, Copy)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

fn transform(root: &super::document::Fields<'_>) -> Read<Option<Transform>> {
    let Some(transform) = root.get("transform") else { return Ok(None) };
    let fields = transform.fields()?;
    let [scale, translate] = [fields.need("scale")?, fields.need("translate")?].map(pair);
    Ok(Some(Transform { scale: scale?, translate: translate? }))
}

/// The first two numbers of a position; further ones mean nothing here.
fn pair(value: Value<'_>) -> Read<[f64; 2]> {
    match value.list()?.as_slice() {
        [x, y, ..] => Ok([x.number()?, y.number()?]),
        _ => Err(value.error("position", "needs two numbers".into())),
    }
}

/// The positions of all arcs. Quantised ones stand as steps from one to the next.
fn arcs(
    list: Value<'_>,
    transform: Option<Transform>,
    [width, height]: [f64; 2],
) -> Read<Lines<LonLat>> {
    let mut arcs = Lines::default();
    for arc in list.list()? {
        let mut at = [0.0, 0.0];
        for position in arc.list()? {
            let [x, y] = pair(position)?;
            let [lon, lat] = match transform {
                None => [x, y],
                Some(Transform { scale: [right, up], translate: [west, south] }) => {
                    at = [at[0] + x, at[1] + y];
                    [at[0] * right + west, at[1] * up + south]
                }
            };
            if !(lon.abs() <= width && lat.abs() <= height + ROUNDING) {
                return Err(position.error("arc", geojson::NOT_DEGREES.into()));
            }
            arcs.push(LonLat { lon, lat: lat.clamp(-height, height) });
        }
        arcs.end();
    }
    Ok(arcs)
}

struct Topology {
    arcs: Lines<LonLat>,
}

impl Topology {
    fn object<'a>(&self, object: Value<'a>) -> Read<(GeoJson, Vec<Value<'a>>)> {
        let (mut features, mut rings, mut skipped) = (Vec::new(), Lines::default(), 0);
        let mut drawn = Vec::new();
        for geometry in geometries(object)? {
            let mut polygons = Vec::new();
            self.geometry(geometry, &mut rings, &mut polygons)?;
            if polygons.is_empty() {
                skipped += 1;
                continue;
            }
            let fields = geometry.fields()?;
            let id = fields.get("id").map(Value::word).transpose()?.unwrap_or_default();
            let properties = fields.get("properties").map(Value::fields).transpose()?;
            let name = properties.map(|all| all.text("name")).transpose()?.flatten();
            let name = name.unwrap_or_else(|| id.clone());
            features.push(Feature { id, name, polygons });
            drawn.push(geometry);
        }
        Ok((GeoJson::of(features, rings, skipped), drawn))
    }

    /// Reads the polygons of a geometry; points and lines have none.
    fn geometry(
        &self,
        geometry: Value<'_>,
        rings: &mut Lines<LonLat>,
        polygons: &mut Vec<Range<usize>>,
    ) -> Read<()> {
        let fields = geometry.fields()?;
        match fields.text("type")?.as_deref() {
            Some("Polygon") => self.polygon(fields.need("arcs")?, rings, polygons)?,
            Some("MultiPolygon") => {
                for polygon in fields.list("arcs")? {
                    self.polygon(polygon, rings, polygons)?;
                }
            }
            Some("GeometryCollection") => {
                for part in fields.list("geometries")? {
                    self.geometry(part, rings, polygons)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// A ring that quantising has made a point or a line is left out, with its holes if it is the
    /// exterior one.
    fn polygon(
        &self,
        polygon: Value<'_>,
        rings: &mut Lines<LonLat>,
        polygons: &mut Vec<Range<usize>>,
    ) -> Read<()> {
        let first = rings.len();
        for (index, ring) in polygon.list()?.into_iter().enumerate() {
            let positions = self.ring(ring)?;
            if positions.len() >= 4 {
                rings.add(positions);
            } else if index == 0 {
                return Ok(());
            }
        }
        if rings.len() > first {
            polygons.push(first..rings.len());
        }
        Ok(())
    }

    /// The positions of a ring, closed. A negative index is an arc the other way round.
    fn ring(&self, ring: Value<'_>) -> Read<Vec<LonLat>> {
        let mut positions: Vec<LonLat> = Vec::new();
        for index in ring.list()? {
            let wrong = |problem: String| index.error("ring", problem);
            let number = index.word()?;
            let number: i64 = number.parse().map_err(|_| wrong("needs whole numbers".into()))?;
            let (is_reversed, place) = (number < 0, if number < 0 { !number } else { number });
            let count = self.arcs.len();
            let arc = usize::try_from(place)
                .ok()
                .filter(|arc| *arc < count)
                .ok_or_else(|| wrong(format!("there is no arc {number}; the file has {count}")))?;
            let arc = self.arcs.get(arc).iter().copied();
            let start = positions.pop();
            let mut next: Vec<LonLat> = arc.collect();
            if is_reversed {
                next.reverse();
            }
            if start.is_some_and(|start| next.first() != Some(&start)) {
                let problem = format!("arc {number} does not begin where the one before it ends");
                return Err(wrong(problem));
            }
            positions.extend(next);
        }
        if positions.len() > 1 && positions.first() != positions.last() {
            return Err(ring.error("ring", "its last arc does not end where it begins".into()));
        }
        Ok(positions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::features::Features;

    /// Two squares that share a border, and a point.
    const SQUARES: &str = r#"{"type":"Topology","transform":{"scale":[0.5,2],"translate":[-10,0]},
        "arcs":[[[2,0],[0,1]],[[2,1],[-2,0],[0,-1],[2,0]],[[2,0],[2,0],[0,1],[-2,0]]],
        "objects":{"place":{"type":"Point","coordinates":[0,0]},
         "lands":{"type":"GeometryCollection","geometries":[
          {"type":"Polygon","id":1,"properties":{"name":"West"},"arcs":[[0,1]]},
          {"type":"MultiPolygon","id":"E","arcs":[[[2,-1]]]},
          {"type":null}]}}}"#;

    fn map(text: &str) -> Result<Features, String> {
        parse(text.as_bytes(), None, false).map(GeoJson::join).map_err(|error| error.to_string())
    }

    fn error(from: &str, to: &str) -> String {
        assert!(SQUARES.contains(from), "{from}");
        map(&SQUARES.replacen(from, to, 1)).unwrap_err()
    }

    #[test]
    fn the_object_with_most_polygons_is_read_with_shared_borders() {
        let found = map(SQUARES).unwrap();
        let names: Vec<_> = found.features.iter().map(|one| (&*one.id, &*one.name)).collect();
        assert_eq!(names, [("1", "West"), ("E", "E")]);
        assert_eq!((found.skipped, found.topology.arcs.len()), (1, 3));
        let west = found.polygons(found.features.first().unwrap()).concat().concat();
        let corners: Vec<_> = west.iter().map(|at| (at.lon, at.lat)).collect();
        assert_eq!(corners.len(), 5);
        for corner in [(-10.0, 0.0), (-9.0, 0.0), (-9.0, 2.0), (-10.0, 2.0)] {
            assert!(corners.contains(&corner), "{corner:?} in {corners:?}");
        }
    }

    #[test]
    fn positions_that_are_not_quantised_are_degrees() {
        let plain =
            SQUARES.replace(r#""transform":{"scale":[0.5,2],"translate":[-10,0]},"#, "").replace(
                "[[2,0],[0,1]],[[2,1],[-2,0],[0,-1],[2,0]],[[2,0],[2,0],[0,1],[-2,0]]",
                "[[-9,0],[-9,2]],[[-9,2],[-10,2],[-10,0],[-9,0]],[[-9,0],[-8,0],[-8,2],[-9,2]]",
            );
        assert_eq!(map(&plain).unwrap(), map(SQUARES).unwrap());
    }

    #[test]
    fn properties_are_those_of_the_features_that_are_drawn() {
        let more =
            SQUARES.replace(r#""name":"West""#, r#""name":"West","n":7,"is":true,"no":null"#);
        let found = properties(more.as_bytes(), None).unwrap();
        let texts = [("name", "West"), ("n", "7"), ("is", "true")];
        let own = texts.map(|(name, text)| (name.to_owned(), text.to_owned()));
        assert_eq!(found, [own.to_vec(), Vec::new()]);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        let missing = "map, line 5, column 76: ring: there is no arc 7; the file has 3";
        assert_eq!(error("[[0,1]]", "[[0,7]]"), missing);
        assert!(error("[[0,1]]", "[[0,2]]").contains("arc 2 does not begin where the one before"));
        assert!(error("[[0,1]]", "[[0]]").contains("its last arc does not end where it begins"));
        assert!(error("[[0,1]]", "[[0.5]]").contains("needs whole numbers"));
        assert!(error("[0.5,2]", "[50,200]").contains("reproject the file to WGS 84"));
        let planar = SQUARES.replacen("[0.5,2]", "[50,200]", 1);
        assert!(parse(planar.as_bytes(), None, true).is_ok());
        assert!(error("[[2,0],[0,1]]", "[[2],[0,1]]").contains("position: needs two numbers"));
        assert!(error("\"arcs\":[[[2,0]", "\"arc\":[[[2,0]").contains("needs \"arcs\""));
    }

    #[test]
    fn a_ring_that_has_become_a_line_is_left_out() {
        let flat = SQUARES.replace("[[0,1]]}", "[[0,-1]]}");
        let found = map(&flat).unwrap();
        assert_eq!((found.features.len(), found.skipped), (1, 2));
        assert_eq!(
            map(r#"{"type":"Topology","arcs":[],"objects":{}}"#).unwrap_err(),
            Error::NothingToDraw.to_string()
        );
    }
}
