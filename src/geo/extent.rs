//! Where the land of a map lies: its middle, its longitudes, its latitudes, each part weighed by its
//! area. A part far off that is small, such as an island overseas, hardly counts.

use crate::geo::projection::LonLat;
use crate::geo::resample::shorter;
use crate::geo::topology::Topology;
use crate::geo::trig::{angle, sin_cos};

/// Positions of a ring that count for the middle.
const SAMPLES: usize = 64;
/// A degree of longitude with so little more land than the emptiest is as good as empty.
const HARDLY_ANY: f64 = 2e-4;
/// So much of the land does not count for the southern and for the northern end.
const TAIL: f64 = 0.01;

/// The land of a map by where it lies.
pub(crate) struct Extent {
    /// For each degree of longitude from 0 on, and of latitude from -90 on, how much land.
    by_lon: [f64; 360],
    by_lat: [f64; 180],
    /// Directions from the centre of the sphere, each with the land that it stands for.
    sample: Vec<([f64; 3], f64)>,
    all: f64,
}

impl Extent {
    /// That of all rings. Holes count as land: they are lakes, or other land.
    #[must_use]
    pub(crate) fn of(topology: &Topology) -> Extent {
        let (by_lon, by_lat) = ([0.0; 360], [0.0; 180]);
        let mut extent = Extent { by_lon, by_lat, sample: Vec::new(), all: 0.0 };
        for ring in 0..topology.rings.len() {
            extent.add(&topology.ring(ring));
        }
        extent
    }

    /// Adds a closed ring: its area spread evenly over its longitudes, over its latitudes, and over
    /// its positions.
    fn add(&mut self, ring: &[LonLat]) {
        let Some(&start) = ring.first() else { return };
        let (mut before, mut lon, mut area) = (start, start.lon, 0.0);
        let ([mut west, mut east], [mut south, mut north]) = ([lon; 2], [start.lat; 2]);
        for &at in ring {
            let across = shorter(at.lon - before.lon);
            area += across * (at.lat + before.lat) / 2.0;
            lon += across;
            (west, east) = (west.min(lon), east.max(lon));
            (south, north) = (south.min(at.lat), north.max(at.lat));
            before = at;
        }
        // Once round the sphere: what was added up lies between the ring and the equator.
        if (lon - start.lon).abs() > 180.0 {
            area = 360.0 * 90.0 - area.abs();
            if south + north < 0.0 { south = -90.0 } else { north = 90.0 }
        }
        let land = area.abs().max(1e-9) * sin_cos((south + north) / 2.0).1;
        self.all += land;
        spread(&mut self.by_lon, [west, east], land);
        spread(&mut self.by_lat, [south + 90.0, north + 90.0], land);
        // The last position is the first.
        let open = ring.get(1..).unwrap_or_default();
        let step = open.len().div_ceil(SAMPLES).max(1);
        let share = land / f64::from(u32::try_from(open.len().div_ceil(step)).unwrap_or(1));
        for at in open.iter().step_by(step) {
            let ((sin_lon, cos_lon), (sin_lat, cos_lat)) = (sin_cos(at.lon), sin_cos(at.lat));
            self.sample.push(([cos_lat * cos_lon, cos_lat * sin_lon, sin_lat], share));
        }
    }

    /// The direction of the middle, of any length.
    fn direction(&self) -> [f64; 3] {
        self.sample.iter().fold([0.0; 3], |[x, y, z], ([dx, dy, dz], land)| {
            [x + dx * land, y + dy * land, z + dz * land]
        })
    }

    /// The middle of the land on the sphere: the mean of its directions.
    #[must_use]
    pub(crate) fn middle(&self) -> LonLat {
        let [x, y, z] = self.direction();
        LonLat { lon: angle(y, x), lat: angle(z, (x * x + y * y).sqrt()) }
    }

    /// How much of the land lies around the middle, no farther than the angle of this cosine: 1 for
    /// all.
    #[must_use]
    pub(crate) fn share_around(&self, cos: f64) -> f64 {
        let [x, y, z] = self.direction();
        let least = cos * (x * x + y * y + z * z).sqrt();
        let is_near = |([dx, dy, dz], _): &&([f64; 3], f64)| x * dx + y * dy + z * dz >= least;
        self.sample.iter().filter(is_near).map(|(_, land)| land).sum::<f64>() / self.all
    }

    /// The meridian in the middle of the longitudes that have land, and how many degrees these are.
    /// Opposite lies the middle of the widest gap, so an edge there cuts the least land.
    #[must_use]
    pub(crate) fn longitudes(&self) -> (f64, f64) {
        let least = self.by_lon.iter().copied().fold(f64::INFINITY, f64::min);
        let (mut gap, mut widest, mut end) = (0.0, 0.0, 0.0);
        // Twice, or a gap around 0° would be two.
        for (after, land) in (1..).zip(self.by_lon.iter().chain(&self.by_lon)) {
            gap = if *land > least + self.all * HARDLY_ANY { 0.0 } else { gap + 1.0 };
            if gap > widest && gap <= 360.0 {
                (widest, end) = (gap, f64::from(after));
            }
        }
        (shorter(end - widest / 2.0 - 180.0), 360.0 - widest)
    }

    /// The southern and the northern end.
    #[must_use]
    pub(crate) fn latitudes(&self) -> [f64; 2] {
        let tail = self.all * TAIL;
        let (mut sum, [mut south, mut north]) = (0.0, [-90.0, -89.0]);
        for (lat, land) in (-90..).zip(&self.by_lat) {
            if sum <= tail {
                south = f64::from(lat);
            }
            sum += land;
            if sum < self.all - tail {
                north = f64::from(lat + 2);
            }
        }
        [south, north]
    }
}

/// Spreads an amount evenly over the bins between two places; bins follow each other round.
fn spread(bins: &mut [f64], [from, to]: [f64; 2], amount: f64) {
    let count = bins.len();
    #[expect(clippy::cast_possible_truncation, reason = "`as` saturates, and degrees are few")]
    let first = from.floor() as i32;
    let mut start = from;
    for bin in first..=first.saturating_add(720) {
        let end = to.min(f64::from(bin) + 1.0);
        let share = if to > from { (end - start) / (to - from) } else { 1.0 };
        let place = usize::try_from(bin.rem_euclid(i32::try_from(count).unwrap_or(1)));
        if let Some(land) = place.ok().and_then(|place| bins.get_mut(place)) {
            *land += amount * share;
        }
        if end >= to {
            break;
        }
        start = end;
    }
}
