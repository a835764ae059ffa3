//! The ways onto a plane that a map can take.

use crate::geo::albers::AlbersEqualArea;
use crate::geo::equal_earth::EqualEarth;
use crate::geo::projection::{LambertAzimuthalEqualArea, LonLat, Point};
use crate::geo::resample::shorter;

/// What a facts file calls a projection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectionName {
    /// Lambert azimuthal equal-area: round about one centre, without an edge.
    Lambert,
    /// Albers equal-area conic: wide lands of middle latitudes.
    Albers,
    /// Equal Earth: the world.
    EqualEarth,
    /// The file is on a plane already; is `y` counted downwards, as on a screen?
    Identity {
        /// As on a screen, and not as on a map.
        is_down: bool,
    },
}

impl ProjectionName {
    /// All that a facts file can ask for.
    pub(crate) const ALL: [ProjectionName; 5] = [
        ProjectionName::Lambert,
        ProjectionName::Albers,
        ProjectionName::EqualEarth,
        ProjectionName::Identity { is_down: false },
        ProjectionName::Identity { is_down: true },
    ];
    /// By which words.
    pub(crate) const WORDS: [&str; 5] =
        ["lambert", "albers", "equal-earth", "identity", "identity-y-down"];
}

/// A projection with its parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MapProjection {
    /// Lambert azimuthal equal-area.
    Lambert(LambertAzimuthalEqualArea),
    /// Albers equal-area conic.
    Albers(AlbersEqualArea),
    /// Equal Earth.
    EqualEarth(EqualEarth),
    /// None: positions are points of a plane.
    Identity {
        /// Whether `y` is counted downwards in the file too.
        is_down: bool,
    },
}

impl MapProjection {
    /// The point of a position, at any longitude; None where the plane has no place for it.
    #[must_use]
    pub fn project(&self, position: LonLat) -> Option<Point> {
        let LonLat { mut lon, lat } = position;
        if let Some(central) = self.central_meridian() {
            let across = lon - central;
            // Both edges stay where they are, for one meridian is both.
            if across.abs() > 180.0 + 1e-9 {
                lon = central + shorter(across);
            }
        }
        let position = LonLat { lon, lat };
        match self {
            MapProjection::Lambert(projection) => projection.project(position),
            MapProjection::Albers(projection) => Some(projection.place(position)),
            MapProjection::EqualEarth(projection) => Some(projection.place(position)),
            MapProjection::Identity { is_down } => {
                Some(Point { x: lon, y: if *is_down { lat } else { -lat } })
            }
        }
    }

    /// The central meridian of a projection that ends at the meridian opposite; None for one
    /// without an edge.
    #[must_use]
    pub fn central_meridian(&self) -> Option<f64> {
        match self {
            MapProjection::Albers(projection) => Some(projection.central),
            MapProjection::EqualEarth(projection) => Some(projection.central),
            MapProjection::Lambert(_) | MapProjection::Identity { .. } => None,
        }
    }

    /// Whether positions are points of a plane, and not degrees.
    #[must_use]
    pub fn is_planar(&self) -> bool {
        matches!(self, MapProjection::Identity { .. })
    }
}
