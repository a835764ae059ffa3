//! Small lands at the edge of a plane.

use super::*;
use crate::geo::equal_earth::EqualEarth;
use crate::geo::projection::LambertAzimuthalEqualArea;

type Ring<'a> = &'a [(i32, i32)];
type Corners = Vec<(f64, f64)>;

/// Each list of rings is a feature. The rings after the cut, open, from their least corner on,
/// and how many arcs there are that more than one ring has.
fn cut(features: &[&[Ring<'_>]], projection: &MapProjection) -> (Vec<Corners>, usize) {
    let at = |&(lon, lat): &(i32, i32)| LonLat { lon: f64::from(lon), lat: f64::from(lat) };
    let rings: Vec<Vec<LonLat>> =
        features.concat().iter().map(|ring| ring.iter().map(at).collect()).collect();
    let topology = Topology::join(&rings.into_iter().collect());
    let mut cutter = Cutter::new(&topology, projection);
    let mut first = 0;
    for rings in features {
        let ring_count = cutter.rings.len();
        let polygon = first..first + rings.len();
        let range = cutter.feature(std::slice::from_ref(&polygon));
        assert_eq!(range, ring_count..cutter.rings.len());
        first += rings.len();
    }
    let after = Topology { arcs: cutter.arcs, rings: cutter.rings };
    let uses = |arc| after.rings.points().iter().filter(|arc_use| arc_use.arc() == arc).count();
    let shared = (0..after.arcs.len()).filter(|arc| uses(*arc) > 1).count();
    let mut all: Vec<Corners> =
        (0..after.rings.len()).map(|ring| corners(&after.ring(ring))).collect();
    all.retain(|ring| ring.len() > 2);
    (all, shared)
}

/// The corners of a ring from its least on, in the direction of the lesser neighbour.
fn corners(ring: &[LonLat]) -> Corners {
    let mut open: Corners = ring.iter().map(|at| (at.lon, at.lat)).collect();
    open.dedup();
    if open.len() > 1 && open.first() == open.last() {
        open.pop();
    }
    let least = (0..open.len()).min_by(|a, b| open[*a].partial_cmp(&open[*b]).unwrap());
    open.rotate_left(least.unwrap_or(0));
    if open.len() > 2 && open[1] > open[open.len() - 1] {
        open[1..].reverse();
    }
    open
}

fn around(central: f64) -> MapProjection {
    MapProjection::EqualEarth(EqualEarth { central })
}

fn azimuthal() -> MapProjection {
    let center = LonLat { lon: 0.0, lat: 0.0 };
    MapProjection::Lambert(LambertAzimuthalEqualArea::new(center))
}

/// A land over the edge, in steps over 180° and past it.
const LAND: [(i32, i32); 5] = [(170, 0), (-170, 0), (-170, 20), (170, 20), (170, 0)];
const PAST: [(i32, i32); 5] = [(170, 0), (190, 0), (190, 20), (170, 20), (170, 0)];

fn halves() -> Vec<Corners> {
    vec![
        vec![(170.0, 0.0), (170.0, 20.0), (180.0, 20.0), (180.0, 0.0)],
        vec![(-180.0, 0.0), (-180.0, 20.0), (-170.0, 20.0), (-170.0, 0.0)],
    ]
}

fn sorted(mut rings: Vec<Corners>) -> Vec<Corners> {
    rings.sort_by(|a, b| a.partial_cmp(b).unwrap());
    rings
}

#[test]
fn a_ring_across_the_edge_is_closed_along_both_sides_of_it() {
    for ring in [LAND, PAST] {
        let back: Vec<(i32, i32)> = ring.iter().rev().copied().collect();
        for ring in [&ring[..], &back] {
            let (rings, _) = cut(&[&[ring]], &around(0.0));
            assert_eq!(sorted(rings), sorted(halves()));
        }
    }
}

#[test]
fn where_there_is_no_edge_a_ring_stays_as_it_is() {
    let (rings, _) = cut(&[&[&LAND]], &azimuthal());
    assert_eq!(rings, [vec![(-170.0, 0.0), (-170.0, 20.0), (170.0, 20.0), (170.0, 0.0)]]);
    assert_eq!(cut(&[&[&LAND]], &around(90.0)).0.len(), 1);
}

#[test]
fn a_border_across_the_edge_is_still_shared() {
    let south = [(170, -20), (-170, -20), (-170, 0), (170, 0), (170, -20)];
    let (rings, shared) = cut(&[&[&LAND], &[&south]], &around(0.0));
    // On each side of the edge one piece of the border.
    assert_eq!((rings.len(), shared), (4, 2));
}

#[test]
fn a_hole_across_the_edge_is_cut_out_of_it() {
    let hole = [(175, 5), (175, 15), (-175, 15), (-175, 5), (175, 5)];
    let back: Vec<(i32, i32)> = hole.iter().rev().copied().collect();
    for hole in [&hole[..], &back] {
        let (rings, _) = cut(&[&[&LAND, hole]], &around(0.0));
        assert_eq!(rings.len(), 2);
        let left = [
            (170.0, 0.0),
            (170.0, 20.0),
            (180.0, 20.0),
            (180.0, 15.0),
            (175.0, 15.0),
            (175.0, 5.0),
            (180.0, 5.0),
            (180.0, 0.0),
        ];
        assert!(rings.contains(&left.to_vec()), "{rings:?}");
    }
}

#[test]
fn a_ring_round_a_pole_reaches_it_over_the_whole_width() {
    for (lat, pole) in [(-70, -90.0), (60, 90.0)] {
        let ring = [(-120, lat), (0, lat), (120, lat), (-120, lat)];
        let (rings, _) = cut(&[&[&ring]], &around(0.0));
        assert_eq!(rings.len(), 1);
        for corner in [(-180.0, f64::from(lat)), (-180.0, pole), (0.0, pole), (180.0, pole)] {
            assert!(rings[0].contains(&corner), "{corner:?} in {rings:?}");
        }
    }
}

#[test]
fn a_belt_round_the_sphere_is_closed_at_both_edges() {
    let [south, north] = [-10, 10].map(|lat| [(-120, lat), (0, lat), (120, lat), (-120, lat)]);
    let (rings, _) = cut(&[&[&south, &north]], &around(0.0));
    assert_eq!(rings.len(), 1);
    assert_eq!(rings[0].iter().filter(|corner| corner.1.abs() == 10.0).count(), 10);
}

#[test]
fn a_land_that_the_file_has_cut_is_sewn_together() {
    let west = [(-180, 0), (-170, 0), (-170, 20), (-180, 20), (-180, 12), (-180, 0)];
    let east = [(170, 0), (180, 0), (180, 20), (170, 20), (170, 0)];
    for projection in [azimuthal(), around(11.0)] {
        let (rings, _) = cut(&[&[&west, &east]], &projection);
        assert_eq!(rings.len(), 1, "{rings:?}");
        assert!(rings[0].iter().all(|corner| corner.1 != 12.0), "{rings:?}");
    }
    assert_eq!(cut(&[&[&west, &east]], &around(0.0)).0.len(), 2);
}

#[test]
fn what_only_touches_the_antimeridian_keeps_its_edge_there() {
    let east = [(170, 0), (180, 0), (180, 20), (170, 20), (170, 0)];
    let (rings, _) = cut(&[&[&east]], &azimuthal());
    assert_eq!(rings, [vec![(170.0, 0.0), (170.0, 20.0), (180.0, 20.0), (180.0, 0.0)]]);
    // Of two that share no more than a part of it, the rest stays.
    let west = [(-180, 0), (-170, 0), (-170, 12), (-180, 12), (-180, 0)];
    let (rings, _) = cut(&[&[&east, &west]], &azimuthal());
    assert_eq!(rings.len(), 1);
    assert!(rings[0].contains(&(180.0, 20.0)), "{rings:?}");
}

#[test]
fn on_a_plane_there_is_no_antimeridian() {
    let ring = [(100, 0), (180, 0), (180, 90), (100, 90), (100, 0)];
    let (rings, _) = cut(&[&[&ring]], &MapProjection::Identity { is_down: true });
    assert_eq!(rings[0].len(), 4);
}
