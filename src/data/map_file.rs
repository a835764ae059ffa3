//! Bytes of a map → its features, whichever of the formats they are in.

use super::arcs;
use super::features::Features;
use super::geojson::GeoJson;
#[cfg(not(target_arch = "wasm32"))]
use super::geojson::TOPOJSON;
use crate::error::Error;

impl Features {
    /// Reads a map from bytes: GeoJSON, quantised arcs, or natively TopoJSON.
    ///
    /// # Errors
    /// `Empty` and `WrongFormat` for other files, `Syntax` and `Invalid` with line and column,
    /// `NothingToDraw` where no feature has a polygon.
    pub fn parse(bytes: &[u8]) -> Result<Features, Box<Error>> {
        MapFile::parse(bytes).map(MapFile::join)
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
    /// Reads a file; see [`Features::parse`].
    ///
    /// # Errors
    /// As there.
    pub(crate) fn parse(bytes: &[u8]) -> Result<MapFile, Box<Error>> {
        if arcs::is_packed(bytes) {
            return arcs::unpack(bytes).map(MapFile::Arcs);
        }
        let read = GeoJson::parse(bytes);
        #[cfg(not(target_arch = "wasm32"))]
        if read.as_ref().is_err_and(|error| **error == TOPOJSON) {
            return super::topojson::parse(bytes).map(MapFile::GeoJson);
        }
        read.map(MapFile::GeoJson)
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
