//! The projection of a map: the one that is asked for, or the one that its extent asks for.

use crate::geo::albers::AlbersEqualArea;
use crate::geo::equal_earth::EqualEarth;
use crate::geo::extent::Extent;
use crate::geo::map_projection::{MapProjection, ProjectionName};
use crate::geo::projection::{LambertAzimuthalEqualArea, LonLat};
use crate::geo::topology::Topology;
use crate::geo::trig::sin_cos;

/// A map is compact if nearly all its land, all but a tenth, lies within 75° of its middle. Of the
/// Americas 99 % do, of Asia with Russia all, of France with its islands overseas 95 %, of the world
/// 63 %.
const COS_OF_HEMISPHERE: f64 = 0.258_819_045_102_520_76;
const COMPACT: f64 = 0.9;
/// A land is wide that has so many degrees of longitude, no more than half a turn, and is so many
/// times as wide as high. There a cone fits better than a plane.
const WIDE: std::ops::RangeInclusive<f64> = 40.0..=180.0;
const WIDER_THAN_HIGH: f64 = 1.25;
/// Beyond this latitude a middle is that of a polar map, which has the pole in its centre.
const POLAR: f64 = 75.0;

/// The projection of a map.
///
/// Asked for nothing, maps that are not compact are drawn in Equal Earth; wide lands on one side of
/// the equator (the United States, Russia, China, Australia) in Albers' projection; and all others, from a
/// city to the Americas, in Lambert's azimuthal one. All three keep areas, or the colour of a large
/// land would weigh more or less than it should.
///
/// `around` is the centre; of Equal Earth and Albers its longitude is the central meridian. Without
/// it, that is the middle of the land. Albers' standard parallels lie a sixth of the map's height
/// from its ends.
///
/// Source: B. Jenny, B. Šavrič, N. Arnold, B. Marston and C. Preppernau, "Choosing a map
/// projection" (2017), for world, hemisphere and wider than high; Snyder, "Map Projections: A
/// Working Manual" (1987), p. 99, for the sixth.
#[must_use]
pub(crate) fn projection(
    asked: Option<ProjectionName>,
    around: Option<LonLat>,
    topology: &Topology,
) -> MapProjection {
    if let Some(ProjectionName::Identity { is_down }) = asked {
        return MapProjection::Identity { is_down };
    }
    let extent = Extent::of(topology);
    let (middle, width) = extent.longitudes();
    let central = around.map_or(middle, |around| around.lon);
    let [south, north] = extent.latitudes();
    match asked.unwrap_or_else(|| fitting(&extent, width, [south, north])) {
        ProjectionName::EqualEarth => MapProjection::EqualEarth(EqualEarth { central }),
        ProjectionName::Albers => {
            let sixth = (north - south) / 6.0;
            let parallels = [south + sixth, north - sixth];
            MapProjection::Albers(AlbersEqualArea::new(central, parallels))
        }
        ProjectionName::Lambert | ProjectionName::Identity { .. } => {
            let center = around.unwrap_or_else(|| center(extent.middle()));
            MapProjection::Lambert(LambertAzimuthalEqualArea::new(center))
        }
    }
}

fn fitting(extent: &Extent, width: f64, [south, north]: [f64; 2]) -> ProjectionName {
    if extent.share_around(COS_OF_HEMISPHERE) < COMPACT {
        return ProjectionName::EqualEarth;
    }
    let across = width * sin_cos((south + north) / 2.0).1;
    let is_wide = WIDE.contains(&width) && across >= (north - south) * WIDER_THAN_HIGH;
    if is_wide && south * north > 0.0 { ProjectionName::Albers } else { ProjectionName::Lambert }
}

fn center(middle: LonLat) -> LonLat {
    if middle.lat.abs() < POLAR {
        return middle;
    }
    LonLat { lon: 0.0, lat: 90.0_f64.copysign(middle.lat) }
}
