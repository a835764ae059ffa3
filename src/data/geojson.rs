//! Map file → features with an id, a name and polygons in degrees.
//! Knows nothing of facts or of projections.

use crate::data::document::{Document, Value};
use crate::error::{Error, Input};
use crate::geo::projection::LonLat;
use geojson::PolygonType;

/// A closed ring: first position == last, at least four positions.
pub type Ring = Vec<LonLat>;
/// An exterior ring, then its holes. Winding is not relied on.
pub type Polygon = Vec<Ring>;

/// One feature of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// The feature's `id` as text, to which facts are joined; empty if it has none.
    pub id: String,
    /// `properties.name`, or the id.
    pub name: String,
    /// Its polygons; never empty.
    pub polygons: Vec<Polygon>,
}

/// All drawable features of a map, in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Features {
    /// The features that have polygons.
    pub features: Vec<Feature>,
    /// How many features were left out because they have no polygon.
    pub skipped: usize,
}

impl Features {
    /// Reads a GeoJSON FeatureCollection, or a single Feature, from bytes. Source: RFC 7946.
    ///
    /// # Errors
    /// `Empty` and `WrongFormat` for other files, `Syntax` and `Invalid` with line and column,
    /// `NothingToDraw` where no feature has a polygon.
    pub fn parse(bytes: &[u8]) -> Result<Features, Box<Error>> {
        let root = Document::new(Input::Map, bytes)?.value()?;
        let fields = root.fields()?;
        let kind = fields.text("type")?;
        let features = match kind.as_deref() {
            Some("FeatureCollection") => fields.need("features")?.list()?,
            Some("Feature") => vec![root],
            Some("Topology") => return Err(Box::new(TOPOJSON)),
            Some(other) => {
                let problem = format!("\"type\" is \"{other}\", needs FeatureCollection");
                return Err(root.error("the map", problem));
            }
            None => {
                let problem = "no \"type\": this JSON is not GeoJSON".into();
                return Err(root.error("the map", problem));
            }
        };
        let mut atlas = Features { features: Vec::with_capacity(features.len()), skipped: 0 };
        for (number, feature) in (1..).zip(features) {
            match read_feature(feature, number)? {
                Some(feature) => atlas.features.push(feature),
                None => atlas.skipped += 1,
            }
        }
        if atlas.features.is_empty() { Err(Box::new(Error::NothingToDraw)) } else { Ok(atlas) }
    }
}

const TOPOJSON: Error = Error::WrongFormat {
    input: Input::Map,
    found: "TopoJSON",
    fix: "convert it to GeoJSON, for example with topojson-client's topo2geo",
};

/// A feature of the file; None if it has no polygon. Source: RFC 7946, section 3.2.
fn read_feature(value: Value<'_>, number: usize) -> Result<Option<Feature>, Box<Error>> {
    let fields = value.fields()?;
    let id = fields.get("id").map_or(Ok(String::new()), Value::word)?;
    let name = match fields.get("properties") {
        Some(properties) => properties.fields()?.text("name")?,
        None => None,
    };
    let name = name.unwrap_or_else(|| id.clone());
    let Some(geometry) = fields.get("geometry") else {
        return Ok(None);
    };
    let shape = geometry.fields()?;
    let coordinates: Vec<PolygonType> = match shape.need("type")?.text()?.as_str() {
        "Polygon" => vec![shape.need("coordinates")?.read("coordinates")?],
        "MultiPolygon" => shape.need("coordinates")?.read("coordinates")?,
        _ => return Ok(None),
    };
    let mut polygons = Vec::with_capacity(coordinates.len());
    for rings in &coordinates {
        let rings: Result<Polygon, String> = rings.iter().map(|ring| read_ring(ring)).collect();
        let rings = rings
            .map_err(|problem| geometry.error(&format!("feature {number} (\"{id}\")"), problem))?;
        if !rings.is_empty() {
            polygons.push(rings);
        }
    }
    Ok((!polygons.is_empty()).then_some(Feature { id, name, polygons }))
}

fn read_ring(positions: &[geojson::Position]) -> Result<Ring, String> {
    if positions.len() < 4 {
        return Err(format!("ring has {} positions, needs 4", positions.len()));
    }
    let mut ring = positions.iter().map(read_position).collect::<Result<Ring, String>>()?;
    // RFC 7946 asks for closed rings; common writers leave them open, and the meaning is plain.
    if let (Some(&first), Some(&last)) = (ring.first(), ring.last())
        && first != last
    {
        ring.push(first);
    }
    Ok(ring)
}

fn read_position(position: &geojson::Position) -> Result<LonLat, String> {
    let &[lon, lat, ..] = position.as_slice() else {
        return Err("position has fewer than 2 numbers, needs longitude and latitude".into());
    };
    if (-360.0..=360.0).contains(&lon) && (-90.0..=90.0).contains(&lat) {
        return Ok(LonLat { lon, lat });
    }
    Err("position is not longitude and latitude in degrees; reproject the file to WGS 84".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Features, String> {
        Features::parse(text.as_bytes()).map_err(|error| error.to_string())
    }

    fn feature(geometry: &str) -> String {
        format!(
            "{{\"type\":\"FeatureCollection\",\"features\":[\n{{\"type\":\"Feature\",\"id\":\"A\",\"properties\":null,\"geometry\":{geometry}}}]}}"
        )
    }

    #[test]
    fn a_polygon_is_read() {
        let atlas =
            parse(&feature("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}"));
        let first = atlas.ok().and_then(|atlas| atlas.features.first().cloned());
        assert_eq!(
            first.map(|f| (f.id, f.name, f.polygons.len())),
            Some(("A".into(), "A".into(), 1))
        );
    }

    #[test]
    fn an_open_ring_is_closed() {
        let open =
            parse(&feature("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}"));
        let closed = parse(&feature(
            "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}",
        ));
        assert_eq!(open, closed);
    }

    #[test]
    fn a_short_ring_is_an_error_with_its_place() {
        let error = parse(&feature("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1]]]}"));
        assert_eq!(
            error,
            Err("map, line 2, column 57: feature 1 (\"A\"): ring has 3 positions, needs 4".into())
        );
    }

    #[test]
    fn other_json_is_named() {
        let message = |text| parse(text).err().unwrap_or_default();
        assert!(message("{\"type\":\"Topology\",\"arcs\":[]}").contains("this is TopoJSON"));
        assert!(
            message("{\"type\":\"Point\",\"coordinates\":[]}").contains("needs FeatureCollection")
        );
        assert!(message("{}").contains("not GeoJSON"));
        assert!(message("[]").contains("needs to be an object"));
        assert!(message("null").contains("needs to be an object"));
        assert!(message("{\"type\":\"FeatureCollection\"}").contains("needs \"features\""));
        assert!(message("{\"type\":\"FeatureCollection\",\"features\":[]}").contains("no feature"));
    }

    #[test]
    fn projected_coordinates_are_an_error() {
        let error =
            parse(&feature("{\"type\":\"Polygon\",\"coordinates\":[[[5e5,0],[1,0],[1,1],[0,0]]]}"));
        assert!(error.is_err_and(|message| message.contains("WGS 84")));
    }

    #[test]
    fn points_and_missing_geometry_are_counted_as_skipped() {
        let text = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":null},{\"type\":\"Feature\",\"properties\":{\"name\":\"B\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}}]}";
        assert_eq!(parse(text).map(|atlas| (atlas.features.len(), atlas.skipped)), Ok((1, 1)));
    }
}
