//! A map as it is read: features with an id, a name and polygons, on shared arcs in degrees.
//! Knows nothing of facts or of projections.

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
    /// The positions of a feature's polygons: of each its rings, closed, the exterior one first.
    #[must_use]
    pub fn polygons(&self, feature: &Feature) -> Vec<Vec<Vec<LonLat>>> {
        let rings = |rings: &Range<usize>| rings.clone().map(|ring| self.topology.ring(ring));
        feature.polygons.iter().map(|polygon| rings(polygon).collect()).collect()
    }
}
