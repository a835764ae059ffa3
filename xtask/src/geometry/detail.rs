//! How much of the source a map keeps, in real units.

use super::regions::Bounds;

/// A level of detail. One pixel of the 800 px map is 16 km: 256 km² are 1 px².
pub(super) struct Detail {
    /// Step of the coordinates, in thousandths of a degree.
    pub(super) grid: i32,
    /// The same in small regions, which no neighbour on the other grid touches.
    pub(super) small_grid: i32,
    /// Effective area below which a point goes.
    pub(super) tolerance_km2: f64,
    /// The same on borders.
    pub(super) border_km2: f64,
    /// No point goes that is worth more than this share of its ring.
    pub(super) ring_share: f64,
    /// Nor one that is worth more than this share of its region.
    pub(super) region_share: f64,
    /// The corners that the ring of an island keeps.
    pub(super) least_corners: usize,
    /// A region below this area keeps all its islands.
    pub(super) small_region_km2: f64,
    /// Elsewhere an island below this area goes,
    pub(super) islet_km2: f64,
    /// but in one of the `CHAINS` only below this.
    pub(super) chain_islet_km2: f64,
}

/// The map that a page loads first.
pub(super) const COARSE: Detail = Detail {
    grid: 100,
    small_grid: 10,
    tolerance_km2: 950.0,
    border_km2: 360.0,
    ring_share: 0.04,
    region_share: 1.0,
    least_corners: 5,
    small_region_km2: 15_000.0,
    islet_km2: 640.0,
    chain_islet_km2: 80.0,
};

/// The map for a reader who looks closer. At 16 times the size a pixel is 1 km; at 40 times it is
/// 0.4 km, which is the step of the coordinates in the source of 1:10 million.
pub(super) const FINE: Detail = Detail {
    grid: 10,
    small_grid: 2,
    tolerance_km2: 12.0,
    border_km2: 12.0,
    ring_share: 0.02,
    region_share: 1e-5,
    least_corners: 5,
    small_region_km2: 15_000.0,
    islet_km2: 1.0,
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
