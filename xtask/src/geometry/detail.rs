//! How much of the source a map keeps, in real units.

use super::regions::Bounds;

/// A level of detail. On the largest main map a pixel is 16 km: 256 km² are 1 px².
pub(super) struct Detail {
    /// What the inset changes.
    pub(super) scales: Parts<Scale>,
    /// Step of the coordinates in small regions, which no neighbour on another grid touches.
    pub(super) small_grid: i32,
    /// No point goes that is worth more than this share of its ring.
    pub(super) ring_share: f64,
    /// Nor one that is worth more than this share of its region.
    pub(super) region_share: f64,
    /// The corners that the ring of an island keeps.
    pub(super) least_corners: usize,
    /// A region below this area keeps all its islands.
    pub(super) small_region_km2: f64,
    /// In others an island in one of the `CHAINS` goes below this.
    pub(super) chain_islet_km2: f64,
}

/// The figures for one size at which land is drawn.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    /// Step of the coordinates, in thousandths of a degree.
    pub(super) grid: i32,
    /// Effective area below which a point goes.
    pub(super) tolerance_km2: f64,
    /// The same on borders.
    pub(super) border_km2: f64,
    /// Area below which an island goes, unless its region is small or it is one of the `CHAINS`.
    pub(super) islet_km2: f64,
}

/// One thing for what lies in the [`INSET`], and one for all else.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts<T> {
    pub(super) main: T,
    pub(super) inset: T,
}

impl<T: Copy> Parts<T> {
    /// The same for both.
    pub(super) const fn both(value: T) -> Self {
        Self { main: value, inset: value }
    }

    pub(super) fn map<U>(self, change: impl Fn(T) -> U) -> Parts<U> {
        Parts { main: change(self.main), inset: change(self.inset) }
    }

    pub(super) fn of(self, in_inset: bool) -> T {
        if in_inset { self.inset } else { self.main }
    }
}

impl Parts<f64> {
    pub(super) fn min(self, other: Self) -> Self {
        Self { main: self.main.min(other.main), inset: self.inset.min(other.inset) }
    }
}

/// What is drawn a second time, enlarged 2 to 3.3 times: Central America and the Caribbean, from
/// Yucatán to French Guiana and from Florida to Colombia. West, south, east and north, in kilometres
/// from the centre of the map, with some 60 km for the boxes of the different screens.
pub(super) const INSET: Bounds = [-900.0, -1200.0, 3700.0, 1400.0];

/// The map that a page loads first. A pixel of the inset is about 8 km: 64 km² are 1 px².
pub(super) const COARSE: Detail = Detail {
    scales: Parts {
        main: Scale { grid: 100, tolerance_km2: 950.0, border_km2: 360.0, islet_km2: 640.0 },
        inset: Scale { grid: 50, tolerance_km2: 60.0, border_km2: 40.0, islet_km2: 60.0 },
    },
    small_grid: 10,
    ring_share: 0.04,
    region_share: 1.0,
    least_corners: 5,
    small_region_km2: 15_000.0,
    chain_islet_km2: 80.0,
};

/// The map for a reader who looks closer. At 16 times the size a pixel is 1 km; at 40 times it is
/// 0.4 km, which is the step of the coordinates in the source of 1:10 million.
pub(super) const FINE: Detail = Detail {
    scales: Parts::both(Scale { grid: 10, tolerance_km2: 12.0, border_km2: 12.0, islet_km2: 1.0 }),
    small_grid: 2,
    ring_share: 0.02,
    region_share: 1e-5,
    least_corners: 5,
    small_region_km2: 15_000.0,
    chain_islet_km2: 1.0,
};

/// Islands that are known by their row, or that have no other land near.
pub(super) const CHAINS: [Bounds; 5] = [
    [-180.0, 51.0, -165.0, 55.0],   // Aleutian Islands
    [172.0, 51.0, 180.0, 54.0],     // Aleutian Islands past 180°
    [-161.0, 18.0, -154.0, 23.0],   // Hawaii
    [-92.0, -2.0, -89.0, 2.0],      // Galápagos
    [-110.0, -28.0, -109.0, -26.0], // Easter Island
];

/// Islands that no map has: they lie so far out that all else would be drawn smaller.
pub(super) const OFF_THE_PICTURE: [Bounds; 2] = [
    [-33.0, -21.0, -28.0, 2.0], // Fernando de Noronha, St Peter and St Paul, Trindade (Brazil)
    [-180.0, 23.0, -161.5, 29.0], // Northwestern Hawaiian Islands, the largest 2.4 km²
];
