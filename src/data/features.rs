//! A map as it is read: features with an id, a name and polygons, on shared arcs in degrees.
//! Knows nothing of facts or of projections.

use super::arcs;
use super::geojson::GeoJson;
use crate::error::Error;
use crate::geo::projection::LonLat;
use crate::geo::topology::Topology;
use std::ops::Range;

/// One feature of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feature {
    /// The feature's `id` as text, to which facts are joined; empty if it has none.
    pub id: String,
    /// Its name, or the id.
    pub name: String,
    /// Its polygons, never none: of each the indices of its rings, the exterior one first.
    pub polygons: Vec<Range<usize>>,
}

/// All drawable features of a map, in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Features {
    /// The features that have polygons.
    pub features: Vec<Feature>,
    /// The rings of their polygons. Winding is not relied on.
    pub topology: Topology,
    /// How many features were left out because they have no polygon.
    pub skipped: usize,
}

impl Features {
    /// Reads a map from bytes: GeoJSON, or quantised arcs.
    ///
    /// # Errors
    /// `Empty` and `WrongFormat` for other files, `Syntax` and `Invalid` with line and column,
    /// `NothingToDraw` where no feature has a polygon.
    pub fn parse(bytes: &[u8]) -> Result<Features, Box<Error>> {
        MapFile::parse(bytes).map(MapFile::join)
    }

    /// The positions of a feature's polygons: of each its rings, closed, the exterior one first.
    #[must_use]
    pub fn polygons(&self, feature: &Feature) -> Vec<Vec<Vec<LonLat>>> {
        let rings = |rings: &Range<usize>| rings.clone().map(|ring| self.topology.ring(ring));
        feature.polygons.iter().map(|polygon| rings(polygon).collect()).collect()
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
        GeoJson::parse(bytes).map(MapFile::GeoJson)
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
