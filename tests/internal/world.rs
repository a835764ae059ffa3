//! Every part of the world lies on its plane as it should. `tests/world/countries-110m.arcs` is
//! countries-110m.json of world-atlas 2.0.2 (Natural Earth, public domain), by `summit-map pack`.

use crate::data::features::Features;
use crate::geo::choice;
use crate::geo::frame::Bounds;
use crate::geo::map_projection::{MapProjection, ProjectionName};
use crate::geo::projection::{LambertAzimuthalEqualArea, LonLat, Point};
use crate::geo::resample::shorter;
use crate::geo::topology::Topology;
use crate::scene::projected_map::{ProjectedFeature, ProjectedMap};
use std::f64::consts::TAU;

const WORLD: &[u8] = include_bytes!("../world/countries-110m.arcs");

const AMERICAS: &str = "Canada,United States of America,Mexico,Guatemala,Belize,Honduras,\
El Salvador,Nicaragua,Costa Rica,Panama,Colombia,Venezuela,Guyana,Suriname,Ecuador,Peru,Bolivia,\
Brazil,Chile,Argentina,Uruguay,Paraguay,Cuba,Haiti,Dominican Rep.,Jamaica,Bahamas,Greenland";
const EUROPE: &str = "Albania,Austria,Belgium,Bulgaria,Bosnia and Herz.,Belarus,Switzerland,\
Czechia,Germany,Denmark,Spain,Estonia,Finland,France,United Kingdom,Greece,Croatia,Hungary,Ireland,\
Iceland,Italy,Kosovo,Lithuania,Luxembourg,Latvia,Moldova,Macedonia,Montenegro,Netherlands,Norway,\
Poland,Portugal,Romania,Serbia,Slovakia,Slovenia,Sweden,Ukraine";
const AFRICA: &str = "Algeria,Angola,Benin,Botswana,Cameroon,Chad,Congo,Dem. Rep. Congo,Egypt,\
Ethiopia,Gabon,Ghana,Kenya,Libya,Madagascar,Mali,Mauritania,Morocco,Mozambique,Namibia,Niger,\
Nigeria,Senegal,Somalia,South Africa,Sudan,Tanzania,Tunisia,Uganda,Zambia,Zimbabwe";
const ASIA: &str = "Russia,China,India,Kazakhstan,Mongolia,Iran,Iraq,Saudi Arabia,Yemen,Oman,\
Turkey,Turkmenistan,Uzbekistan,Afghanistan,Pakistan,Nepal,Myanmar,Thailand,Laos,Cambodia,Vietnam,\
Malaysia,Indonesia,Philippines,Japan,South Korea,North Korea,Sri Lanka,Bangladesh";

fn world() -> Features {
    Features::parse(WORLD).unwrap()
}

/// The features of these names, separated by commas.
fn part(names: &str) -> Features {
    let mut world = world();
    let names: Vec<&str> = names.split(',').collect();
    world.features.retain(|feature| names.contains(&&*feature.name));
    assert_eq!(world.features.len(), names.len(), "{names:?}");
    let mut topology = Topology { arcs: world.topology.arcs.clone(), ..Topology::default() };
    for feature in &mut world.features {
        for polygon in &mut feature.polygons {
            let first = topology.rings.len();
            for ring in polygon.clone() {
                topology.rings.add(world.topology.rings.get(ring).iter().copied());
            }
            *polygon = first..topology.rings.len();
        }
    }
    Features { topology, ..world }
}

fn chosen(features: &Features) -> MapProjection {
    choice::projection(None, None, &features.topology)
}

/// The centre of the azimuthal projection that is chosen.
fn center(features: &Features) -> LonLat {
    let MapProjection::Lambert(projection) = chosen(features) else {
        panic!("{:?}", chosen(features))
    };
    projection.center()
}

fn is_near(found: LonLat, lon: f64, lat: f64) -> bool {
    shorter(found.lon - lon).abs() < 6.0 && (found.lat - lat).abs() < 6.0
}

fn albers_meridian(features: &Features) -> f64 {
    let MapProjection::Albers(projection) = chosen(features) else {
        panic!("{:?}", chosen(features))
    };
    projection.central
}

#[test]
fn the_world_is_drawn_in_equal_earth_and_cut_at_the_bering_strait() {
    let MapProjection::EqualEarth(projection) = chosen(&world()) else { panic!() };
    assert!((9.0..13.0).contains(&projection.central), "{}", projection.central);
}

#[test]
fn continents_are_drawn_around_their_middle() {
    for (names, lon, lat) in
        [(AMERICAS, -78.0, 26.0), (EUROPE, 14.0, 54.0), (AFRICA, 18.0, 5.0), (ASIA, 88.0, 47.0)]
    {
        let found = center(&part(names));
        assert!(is_near(found, lon, lat), "{found:?} for {names}");
    }
}

#[test]
fn wide_lands_of_middle_latitudes_are_drawn_on_a_cone() {
    for (names, lon) in [
        ("Russia", 108.0),
        ("United States of America", -120.0),
        ("China", 104.0),
        ("Australia", 133.0),
    ] {
        let found = albers_meridian(&part(names));
        assert!((found - lon).abs() < 6.0, "{found} for {names}");
    }
}

#[test]
fn islands_overseas_do_not_move_the_centre_far() {
    let found = center(&part("France,New Caledonia,Fr. S. Antarctic Lands"));
    assert!((-12.0..5.0).contains(&found.lon) && (35.0..50.0).contains(&found.lat), "{found:?}");
}

#[test]
fn lands_on_both_sides_of_180_degrees_lie_together() {
    let found = center(&part("Fiji,New Zealand"));
    assert!(is_near(found, 172.0, -40.0), "{found:?}");
    assert!(is_near(center(&part("Fiji")), 178.5, -17.8));
}

#[test]
fn a_polar_map_has_the_pole_in_its_centre_and_greenwich_upright() {
    assert_eq!(center(&part("Antarctica")), LonLat { lon: 0.0, lat: -90.0 });
}

#[test]
fn a_city_is_drawn_around_itself() {
    let city = "{\"type\":\"Feature\",\"id\":\"A\",\"properties\":{},\"geometry\":{\"type\":\
        \"Polygon\",\"coordinates\":[[[13.1,52.4],[13.7,52.4],[13.7,52.6],[13.1,52.6],[13.1,52.4]]]}}";
    let found = center(&Features::parse(city.as_bytes()).unwrap());
    assert!((found.lon - 13.4).abs() < 0.01 && (found.lat - 52.5).abs() < 0.01, "{found:?}");
}

#[test]
fn what_is_asked_for_is_drawn() {
    let france = part("France").topology;
    let asked = |name, around| choice::projection(Some(name), around, &france);
    let around = Some(LonLat { lon: 70.0, lat: 10.0 });
    let central = |name| asked(name, around).central_meridian();
    assert_eq!(central(ProjectionName::EqualEarth), Some(70.0));
    assert_eq!(central(ProjectionName::Albers), Some(70.0));
    let MapProjection::Lambert(projection) = asked(ProjectionName::Lambert, around) else {
        panic!()
    };
    assert!(is_near(projection.center(), 70.0, 10.0));
    assert!(asked(ProjectionName::Identity { is_down: true }, around).is_planar());
}

/// The area between a ring and the pole it goes round, or within it, on the unit sphere; edges are
/// straight in degrees.
fn spherical_area(ring: &[LonLat]) -> f64 {
    let (mut area, mut turn) = (0.0, 0.0);
    for pair in ring.windows(2) {
        let across = shorter(pair[1].lon - pair[0].lon).to_radians();
        let [a, b] = [pair[0].lat, pair[1].lat].map(f64::to_radians);
        let mean = if (b - a).abs() < 1e-9 {
            libm::sin(a)
        } else {
            (libm::cos(a) - libm::cos(b)) / (b - a)
        };
        area += across * mean;
        turn += across;
    }
    if turn.abs() > 1.0 { TAU - area.abs() } else { area.abs() }
}

/// Holds areas on the plane against those on the sphere: all together, and each, of which some have
/// few and long edges that are chords on the plane.
fn areas_are_kept(features: &Features, map: &ProjectedMap, least: usize) {
    let (mut count, mut sums) = (0, (0.0, 0.0));
    let is_round = matches!(map.projection, MapProjection::Lambert(_));
    for feature in &features.features {
        let Some(drawn) = map.features.iter().find(|drawn| drawn.name == feature.name) else {
            continue;
        };
        // Near the point opposite the centre everything is so large that edges bend away.
        let middle = Bounds::EMPTY.with(Point { x: 0.0, y: 0.0 }).grown(1.5);
        if is_round && !middle.holds(drawn.bounds) {
            continue;
        }
        let rings = features.polygons(feature).concat();
        let on_sphere: f64 = rings.iter().map(|ring| spherical_area(ring)).sum();
        let ratio = map.area(drawn) / on_sphere;
        assert!((ratio - 1.0).abs() < 3e-2, "{}: {ratio}", feature.name);
        sums = (sums.0 + map.area(drawn), sums.1 + on_sphere);
        count += 1;
    }
    assert!((sums.0 / sums.1 - 1.0).abs() < 1e-3, "{sums:?}");
    assert!(count >= least, "{count}");
}

/// Every ring of a map lies on one side of the plane and has points that are numbers.
fn no_ring_runs_across(map: &ProjectedMap) {
    let (across, _) = map.bounds.size();
    let everything = Bounds::EMPTY.and(map.bounds).grown(1.0);
    for feature in &map.features {
        for ring in feature.rings.clone() {
            let bounds = map.bounds_of(ring);
            if bounds == Bounds::EMPTY {
                continue;
            }
            assert!(everything.holds(bounds), "{}: {bounds:?}", feature.name);
            let is_polar = feature.name == "Antarctica";
            assert!(is_polar || bounds.size().0 < across / 2.0, "{}: {bounds:?}", feature.name);
        }
    }
}

fn world_in(name: ProjectionName, lon: f64) -> ProjectedMap {
    let around = Some(LonLat { lon, lat: 0.0 });
    ProjectedMap::new(&world(), Some(name), around).unwrap()
}

const CENTERS: [f64; 7] = [0.0, 11.0, -100.0, 180.0, 150.5, 359.0, -340.25];

#[test]
fn equal_earth_cuts_every_ring_at_its_edge_and_keeps_areas() {
    for center in CENTERS {
        let map = world_in(ProjectionName::EqualEarth, center);
        no_ring_runs_across(&map);
        areas_are_kept(&world(), &map, 177);
    }
}

#[test]
fn albers_cuts_every_ring_at_its_edge_and_keeps_areas() {
    for center in CENTERS {
        let map = world_in(ProjectionName::Albers, center);
        no_ring_runs_across(&map);
        areas_are_kept(&world(), &map, 177);
    }
}

#[test]
fn the_azimuthal_projection_keeps_areas_of_all_but_the_opposite_lands() {
    for (lon, lat) in [(0.0, 0.0), (95.0, 50.0), (-85.0, 15.0), (180.0, -40.0), (0.0, -90.0)] {
        let lambert = LambertAzimuthalEqualArea::new(LonLat { lon, lat });
        let map = ProjectedMap::on(&world(), MapProjection::Lambert(lambert));
        areas_are_kept(&world(), &map, 35);
    }
}

fn feature<'a>(map: &'a ProjectedMap, name: &str) -> &'a ProjectedFeature {
    map.features.iter().find(|feature| feature.name == name).unwrap()
}

#[test]
fn russia_is_one_land_on_the_map_of_the_world_and_two_where_greenwich_is_central() {
    let (across, _) = world_in(ProjectionName::EqualEarth, 0.0).bounds.size();
    let width = |center| {
        let map = world_in(ProjectionName::EqualEarth, center);
        feature(&map, "Russia").bounds.size().0
    };
    assert!(width(11.0) < across * 0.45, "{} of {across}", width(11.0));
    assert!(width(0.0) > across * 0.7, "{} of {across}", width(0.0));
}

#[test]
fn antarctica_reaches_the_pole_over_the_whole_width() {
    let map = world_in(ProjectionName::EqualEarth, 11.0);
    let pole = map.projection.project(LonLat { lon: 11.0, lat: -90.0 }).unwrap();
    let corner = map.projection.project(LonLat { lon: 191.0, lat: -90.0 }).unwrap();
    let bounds = feature(&map, "Antarctica").bounds;
    assert!((bounds.max.y - pole.y).abs() < 1e-9);
    assert!(bounds.size().0 > 2.0 * corner.x && corner.x > 1.0);
}

#[test]
fn a_file_that_is_cut_at_180_degrees_is_drawn_like_one_that_is_not() {
    let map = |coordinates: &str| {
        let text = format!(
            "{{\"type\":\"Feature\",\"id\":\"A\",\"properties\":{{}},\"geometry\":{{\"type\":\
             \"MultiPolygon\",\"coordinates\":{coordinates}}}}}"
        );
        Features::parse(text.as_bytes()).unwrap()
    };
    let pairs = [
        // A land like Russia.
        (
            "[[[[30,50],[180,62],[180,70],[30,70],[30,50]]],[[[-180,62],[-170,64],[-180,70],[-180,66],[-180,62]]]]",
            "[[[[30,50],[180,62],[190,64],[180,70],[30,70],[30,50]]]]",
        ),
        // One like Antarctica, with its way down to the pole and along it.
        (
            "[[[[-180,-80],[-90,-70],[0,-75],[90,-65],[180,-80],[180,-90],[0,-90],[-180,-90],[-180,-80]]]]",
            "[[[[-180,-80],[-90,-70],[0,-75],[90,-65],[180,-80]]]]",
        ),
    ];
    let projections = [
        (ProjectionName::Lambert, 100.0),
        (ProjectionName::EqualEarth, 11.0),
        (ProjectionName::EqualEarth, 0.0),
        (ProjectionName::Albers, 60.0),
    ];
    for (cut, whole) in pairs {
        for (name, lon) in projections {
            let around = Some(LonLat { lon, lat: 0.0 });
            let [cut, whole] = [cut, whole]
                .map(|map_of| ProjectedMap::new(&map(map_of), Some(name), around).unwrap());
            let [a, b] = [&cut, &whole].map(|map| map.area(&map.features[0]));
            assert!((a / b - 1.0).abs() < 1e-9, "{name:?} around {lon}: {a} and {b}");
            let drawn = |map: &ProjectedMap| {
                map.features[0]
                    .rings
                    .clone()
                    .filter(|ring| map.ring_area(*ring).abs() > 1e-9)
                    .count()
            };
            assert_eq!(drawn(&cut), drawn(&whole), "{name:?} around {lon}");
        }
    }
}
