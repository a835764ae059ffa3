//! Bytes of a map → its features, whichever of the formats they are in.

use super::arcs;
use super::features::Features;
use super::geojson::GeoJson;
#[cfg(any(not(target_os = "unknown"), feature = "import"))]
use super::geojson::TOPOJSON;
use crate::error::Error;

impl Features {
    /// Reads a map in degrees from bytes: GeoJSON, quantised arcs, natively and in the module `import`
    /// also TopoJSON.
    ///
    /// # Errors
    /// `Empty` and `WrongFormat` for other files, `Syntax` and `Invalid` with line and column,
    /// `NothingToDraw` where no feature has a polygon.
    pub fn parse(bytes: &[u8]) -> Result<Features, Box<Error>> {
        MapFile::parse(bytes, false).map(MapFile::join)
    }
}

/// A map file that is read, its borders not yet joined.
#[derive(Clone, Debug)]
pub(crate) enum MapFile {
    /// Every feature has rings of its own.
    GeoJson(GeoJson),
    /// Features share arcs already.
    Arcs(Features),
}

impl MapFile {
    /// Reads a file, in degrees or on a plane already; see [`Features::parse`].
    ///
    /// # Errors
    /// As there.
    pub(crate) fn parse(bytes: &[u8], is_planar: bool) -> Result<MapFile, Box<Error>> {
        if arcs::is_packed(bytes) {
            return arcs::unpack(bytes).map(MapFile::Arcs);
        }
        let read = GeoJson::parse(bytes, is_planar);
        #[cfg(any(not(target_os = "unknown"), feature = "import"))]
        if read.as_ref().is_err_and(|error| **error == TOPOJSON) {
            return super::topojson::parse(bytes, None, is_planar).map(MapFile::GeoJson);
        }
        read.map(MapFile::GeoJson)
    }

    /// The same; of TopoJSON the object of this name.
    ///
    /// # Errors
    /// As there, and `Invalid` where a topology has no such object.
    #[cfg(any(not(target_os = "unknown"), feature = "import"))]
    pub(crate) fn parse_object(
        bytes: &[u8],
        object: Option<&str>,
        is_planar: bool,
    ) -> Result<MapFile, Box<Error>> {
        let is_topology = || GeoJson::parse(bytes, is_planar).is_err_and(|e| *e == TOPOJSON);
        if object.is_some() && !arcs::is_packed(bytes) && is_topology() {
            return super::topojson::parse(bytes, object, is_planar).map(MapFile::GeoJson);
        }
        MapFile::parse(bytes, is_planar)
    }

    /// Finds the borders that features share.
    #[must_use]
    pub(crate) fn join(self) -> Features {
        match self {
            MapFile::GeoJson(file) => file.join(),
            MapFile::Arcs(features) => features,
        }
    }
}
