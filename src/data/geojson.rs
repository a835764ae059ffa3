//! GeoJSON → features on shared arcs. Source: RFC 7946.
//!
//! The file is read in one pass, and coordinates go straight into one list: with a list of its own
//! for each position, as the geojson crate reads them, a million positions take four times as long.

use super::cursor::{Cursor, Items, Mark};
use super::document::Document;
use super::features::{Feature, Features};
use crate::error::{Error, Input};
use crate::geo::lines::Lines;
use crate::geo::projection::LonLat;
use crate::geo::topology::Topology;

type Read<T> = Result<T, Box<Error>>;

/// What is wrong with coordinates of another projection.
pub(super) const NOT_DEGREES: &str = "position is not longitude and latitude in degrees; reproject \
    the file to WGS 84, or draw GeoJSON as it is, with \"projection\": \"identity\" in the facts";
/// Longitudes and latitudes reach so far.
pub(super) const DEGREES: [f64; 2] = [360.0, 90.0];
/// Farther from the origin no plane of a map has anything, in metres or in pixels.
pub(super) const PLANE: [f64; 2] = [1e9; 2];

/// A file as it is written: each feature with rings of its own.
#[derive(Clone, Debug, Default)]
pub(crate) struct GeoJson {
    features: Vec<Feature>,
    rings: Lines<LonLat>,
    skipped: usize,
    /// How far from the origin positions may lie.
    reach: [f64; 2],
}

impl GeoJson {
    /// Reads a FeatureCollection, or a single Feature; see [`super::map_file::MapFile::parse`].
    ///
    /// # Errors
    /// As there.
    pub(crate) fn parse(bytes: &[u8], is_planar: bool) -> Result<GeoJson, Box<Error>> {
        let document = Document::new(Input::Map, bytes)?;
        let reach = if is_planar { PLANE } else { DEGREES };
        let mut file = GeoJson { reach, ..GeoJson::default() };
        let mut cursor = Cursor::new(document);
        let start = cursor.mark();
        let read = file.read_root(&mut cursor, start);
        if let Err(error) = read {
            // That a file is no JSON, or no map at all, tells more than what is wrong with a part.
            return Err(wrong_file(document).unwrap_or(error));
        }
        if file.features.is_empty() { Err(Box::new(Error::NothingToDraw)) } else { Ok(file) }
    }

    /// What was read of another format.
    #[cfg(any(not(target_os = "unknown"), feature = "import"))]
    pub(super) fn of(features: Vec<Feature>, rings: Lines<LonLat>, skipped: usize) -> GeoJson {
        GeoJson { features, rings, skipped, reach: DEGREES }
    }

    /// How many features it has.
    #[cfg(any(not(target_os = "unknown"), feature = "import"))]
    pub(super) fn len(&self) -> usize {
        self.features.len()
    }

    /// Finds the borders that features share.
    #[must_use]
    pub(crate) fn join(self) -> Features {
        let topology = Topology::join(&self.rings);
        Features { features: self.features, topology, skipped: self.skipped }
    }

    fn read_root(&mut self, cursor: &mut Cursor<'_>, start: Mark) -> Read<()> {
        let mut kind = None;
        let mut has_features = false;
        cursor.object(|cursor, name| {
            match &*name {
                "type" => kind = Some(cursor.value()?.text()?),
                "features" => {
                    *self = GeoJson { reach: self.reach, ..GeoJson::default() };
                    has_features = !cursor.is_null()?;
                    if has_features {
                        cursor.list(|cursor| self.read_feature(cursor))?;
                    }
                }
                _ => cursor.skip()?,
            }
            Ok(())
        })?;
        cursor.finish()?;
        match kind.as_deref() {
            Some("FeatureCollection") if has_features => Ok(()),
            Some("FeatureCollection") => {
                Err(cursor.error(start.offset(), "object", "needs \"features\"".into()))
            }
            Some("Feature") => {
                *self = GeoJson { reach: self.reach, ..GeoJson::default() };
                cursor.seek(start);
                self.read_feature(cursor)
            }
            Some(other) => {
                let problem = format!("\"type\" is \"{other}\", needs FeatureCollection");
                Err(cursor.error(start.offset(), "the map", problem))
            }
            None => {
                let problem = "no \"type\": this JSON is not GeoJSON".into();
                Err(cursor.error(start.offset(), "the map", problem))
            }
        }
    }

    /// Reads a feature; one without a polygon is counted and left out. Source: section 3.2.
    fn read_feature(&mut self, cursor: &mut Cursor<'_>) -> Read<()> {
        let number = self.features.len() + self.skipped + 1;
        let (mut id, mut name, mut geometry) = (String::new(), None, None);
        cursor.object(|cursor, key| {
            match &*key {
                "id" => {
                    id = if cursor.is_null()? { String::new() } else { cursor.value()?.word()? }
                }
                "properties" => {
                    let is_null = cursor.is_null()?;
                    name = if is_null { None } else { cursor.value()?.fields()?.text("name")? };
                }
                "geometry" => {
                    let start = cursor.mark();
                    let is_null = cursor.is_null()?;
                    geometry =
                        if is_null { None } else { Some((start, self.read_geometry(cursor)?)) };
                }
                _ => cursor.skip()?,
            }
            Ok(())
        })?;
        let Some((start, geometry)) = geometry else {
            self.skipped += 1;
            return Ok(());
        };
        match geometry {
            Ok(polygons) if polygons.is_empty() => self.skipped += 1,
            Ok(polygons) => {
                let name = name.unwrap_or_else(|| id.clone());
                self.features.push(Feature { id, name, polygons });
            }
            Err(problem) => {
                let subject = format!("feature {number} (\"{id}\")");
                return Err(cursor.error(start.offset(), &subject, problem));
            }
        }
        Ok(())
    }

    /// Reads a geometry: its polygons, none for points and lines, or what is wrong with a ring.
    fn read_geometry(&mut self, cursor: &mut Cursor<'_>) -> Read<Result<Polygons, String>> {
        let start = cursor.mark();
        let (mut kind, mut coordinates) = (None, None);
        let mut read: Option<(Kind, Result<Polygons, String>)> = None;
        cursor.object(|cursor, name| {
            match &*name {
                "type" => kind = Some(Kind::of(&cursor.value()?.text()?)),
                "coordinates" => {
                    let mark = cursor.mark();
                    coordinates = if cursor.is_null()? { None } else { Some(mark) };
                    match (coordinates, kind) {
                        (None, _) => read = None,
                        (Some(_), Some(kind)) => read = Some((kind, self.read_as(cursor, kind)?)),
                        // The type follows; the coordinates are read when it is known.
                        (Some(_), None) => cursor.skip()?,
                    }
                }
                _ => cursor.skip()?,
            }
            Ok(())
        })?;
        let missing =
            |name| Err(cursor.error(start.offset(), "object", format!("needs \"{name}\"")));
        let Some(kind) = kind else { return missing("type") };
        match (kind, coordinates, read) {
            (Kind::Other, ..) => Ok(Ok(Polygons::new())),
            (_, None, _) => missing("coordinates"),
            (_, Some(_), Some((known, polygons))) if known == kind => Ok(polygons),
            (_, Some(mark), _) => {
                let end = cursor.mark();
                cursor.seek(mark);
                let polygons = self.read_as(cursor, kind)?;
                cursor.seek(end);
                Ok(polygons)
            }
        }
    }

    fn read_as(&mut self, cursor: &mut Cursor<'_>, kind: Kind) -> Read<Result<Polygons, String>> {
        let mark = cursor.mark();
        self.rings.truncate_open(0);
        let (rings, polygons) = (&mut self.rings, Polygons::new());
        let mut reader = Coordinates { rings, polygons, reach: self.reach };
        let fault = match reader.read(cursor, kind) {
            Ok(()) => return Ok(Ok(reader.polygons)),
            Err(fault) => fault,
        };
        cursor.seek(mark);
        cursor.skip()?;
        match fault {
            Fault::Syntax(error) => Err(error),
            Fault::Type(expected) => {
                let problem = format!("wrong type, expected {expected}");
                Err(cursor.error(mark.offset(), "coordinates", problem))
            }
            Fault::Ring(problem) => Ok(Err(problem)),
        }
    }
}

/// Of each polygon the indices of its rings.
type Polygons = Vec<std::ops::Range<usize>>;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Polygon,
    MultiPolygon,
    /// What is not drawn as an area.
    Other,
}

impl Kind {
    fn of(name: &str) -> Kind {
        match name {
            "Polygon" => Kind::Polygon,
            "MultiPolygon" => Kind::MultiPolygon,
            _ => Kind::Other,
        }
    }
}

/// What is wrong with coordinates.
enum Fault {
    Syntax(Box<Error>),
    /// What was expected instead.
    Type(&'static str),
    Ring(String),
}

impl From<Box<Error>> for Fault {
    fn from(error: Box<Error>) -> Self {
        Fault::Syntax(error)
    }
}

struct Coordinates<'a> {
    rings: &'a mut Lines<LonLat>,
    polygons: Polygons,
    reach: [f64; 2],
}

impl Coordinates<'_> {
    fn read(&mut self, cursor: &mut Cursor<'_>, kind: Kind) -> Result<(), Fault> {
        match kind {
            Kind::Polygon => self.polygon(cursor),
            Kind::MultiPolygon => {
                let mut polygons = sequence(cursor)?;
                while cursor.next(&mut polygons)? {
                    self.polygon(cursor)?;
                }
                Ok(())
            }
            Kind::Other => Ok(cursor.skip()?),
        }
    }

    fn polygon(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Fault> {
        let first = self.rings.len();
        let mut rings = sequence(cursor)?;
        while cursor.next(&mut rings)? {
            self.ring(cursor)?;
        }
        if self.rings.len() > first {
            self.polygons.push(first..self.rings.len());
        }
        Ok(())
    }

    /// RFC 7946 asks for closed rings; common writers leave them open, and the meaning is plain.
    fn ring(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Fault> {
        let mut positions = sequence(cursor)?;
        let mut wrong = None;
        while cursor.next(&mut positions)? {
            match position(cursor, self.reach)? {
                Ok(position) => self.rings.push(position),
                Err(problem) => {
                    self.rings.push(LonLat { lon: f64::NAN, lat: f64::NAN });
                    wrong = wrong.or(Some(problem));
                }
            }
        }
        let open = self.rings.open_points();
        if open.len() < 4 {
            return Err(Fault::Ring(format!("ring has {} positions, needs 4", open.len())));
        }
        if let Some(problem) = wrong {
            return Err(Fault::Ring(problem.into()));
        }
        if let (Some(&first), Some(&last)) = (open.first(), open.last())
            && first != last
        {
            self.rings.push(first);
        }
        self.rings.end();
        Ok(())
    }
}

fn sequence(cursor: &mut Cursor<'_>) -> Result<Items, Fault> {
    match cursor.peek() {
        (_, Some(b'[')) => Ok(cursor.items()?),
        _ => Err(Fault::Type("a sequence")),
    }
}

fn number(cursor: &mut Cursor<'_>) -> Result<f64, Fault> {
    match cursor.peek() {
        (_, Some(b'-' | b'0'..=b'9')) => Ok(cursor.number()?),
        _ => Err(Fault::Type("a number")),
    }
}

/// Longitude and latitude, or what is wrong with them; further numbers mean nothing here.
fn position(
    cursor: &mut Cursor<'_>,
    [width, height]: [f64; 2],
) -> Result<Result<LonLat, &'static str>, Fault> {
    let mut numbers = sequence(cursor)?;
    let mut pair = [f64::NAN; 2];
    for number_of in &mut pair {
        if !cursor.next(&mut numbers)? {
            let problem = "position has fewer than 2 numbers, needs longitude and latitude";
            return Ok(Err(problem));
        }
        *number_of = number(cursor)?;
    }
    while cursor.next(&mut numbers)? {
        number(cursor)?;
    }
    let [lon, lat] = pair;
    if lon.abs() <= width && lat.abs() <= height {
        return Ok(Ok(LonLat { lon, lat }));
    }
    Ok(Err(NOT_DEGREES))
}

/// Why a file is no GeoJSON map at all, if it is none.
#[cold]
fn wrong_file(document: Document<'_>) -> Option<Box<Error>> {
    let root = match document.value() {
        Ok(root) => root,
        Err(syntax) => return Some(syntax),
    };
    match root.fields().ok()?.text("type") {
        Ok(Some(kind)) if kind == "Topology" => Some(Box::new(TOPOJSON)),
        Ok(None) => Some(root.error("the map", "no \"type\": this JSON is not GeoJSON".into())),
        Ok(Some(_)) | Err(_) => None,
    }
}

/// What a TopoJSON file is answered with.
pub(super) const TOPOJSON: Error = Error::WrongFormat {
    input: Input::Map,
    found: "TopoJSON",
    fix: "make arcs of it with summit-map pack, or GeoJSON with topo2geo",
};

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
        let first = atlas.ok().and_then(|map| map.features.first().cloned());
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
        let topology = GeoJson::parse(br#"{"type":"Topology","arcs":[]}"#, false).unwrap_err();
        assert!(topology.to_string().contains("this is TopoJSON"));
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
        assert!(error.is_err_and(|message| {
            message.contains("WGS 84") && message.contains("\"projection\": \"identity\"")
        }));
    }

    #[test]
    fn projected_coordinates_are_read_where_they_are_to_be_drawn_as_they_are() {
        let ring = |x: &str| {
            let coordinates = format!("[[[{x},0],[1,0],[1,900],[0,0]]]");
            let map = feature(&format!("{{\"type\":\"Polygon\",\"coordinates\":{coordinates}}}"));
            GeoJson::parse(map.as_bytes(), true).map(|file| file.rings.points().len())
        };
        assert_eq!(ring("5e5"), Ok(5));
        assert!(ring("5e9").is_err());
    }

    #[test]
    fn points_and_missing_geometry_are_counted_as_skipped() {
        let text = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":null},{\"type\":\"Feature\",\"properties\":{\"name\":\"B\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}}]}";
        assert_eq!(parse(text).map(|atlas| (atlas.features.len(), atlas.skipped)), Ok((1, 1)));
    }
}
