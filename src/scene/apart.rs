//! What of a map lies far from the rest, and which of it insets show.

use super::far_part::{Degrees, FarPart, around_all, longer_side};
use super::projected_map::{ProjectedFeature, ProjectedMap};
use crate::data::facts::Facts;
use crate::data::features::Features;
use crate::geo::choice;
use crate::geo::frame::Bounds;
use crate::geo::map_projection::MapProjection;
use crate::geo::projection::{LambertAzimuthalEqualArea, LonLat, spherical_center};
use crate::geo::seam::Cutter;
use crate::geo::topology::Topology;

/// What is no farther from a group than this of its longer side touches it,
const TOUCHING: f64 = 0.01;
/// and what is no farther from a group than this of its longer side belongs to it,
const NEAR: f64 = 0.1;
/// and what has so much of the area of the largest group belongs to the map itself.
const LARGE: f64 = 0.25;
/// The map itself holds so much of all area, or nothing is far from anything.
const MAIN: f64 = 0.6;
/// and the box around all is so many times larger than that around the map itself.
const GAIN: f64 = 1.5;
/// Far groups are shown together if they are no farther apart than this of the map's longer side.
const TOGETHER: f64 = 0.4;
/// With them specks that are no farther off than this of their own longer side.
const BESIDE: f64 = 1.0;
/// A map of more states has no insets for parts of states whose largest part is on the map,
const FEW: usize = 6;
/// and none has one for less than this of the area of a state.
const LEAST: f64 = 1.0 / 6000.0;
/// A map has so many insets for what is far at most, or everything stays where it is.
const MOST: usize = 8;
/// So many groups are looked at, the largest.
const MOST_GROUPS: usize = 60;
/// So many positions stand for all land when the middle of the map is found.
const SAMPLES: f64 = 200.0;
/// Positions of a ring by which its box is found.
const OF_RING: usize = 64;
/// Territories count for the frame that have as much of the area of all states.
const LARGE_TERRITORY: f64 = 0.01;

/// Rings that lie together.
#[derive(Default)]
struct Group {
    rings: Vec<(usize, Bounds)>,
    area: f64,
    /// Whether the largest part of a state is among them.
    is_home: bool,
    /// Whether all of them are specks beside the largest part of their state: these stay where they
    /// are.
    is_speck: bool,
}

impl Group {
    fn add(&mut self, other: Group) {
        self.rings.extend(other.rings);
        self.area += other.area;
        self.is_home |= other.is_home;
        self.is_speck &= other.is_speck;
    }

    fn bounds(&self) -> Bounds {
        self.rings.iter().fold(Bounds::EMPTY, |all, (_, ring)| all.and(*ring))
    }

    /// Takes in what is no farther than a part of a length, by default of its own, until nothing is.
    fn take_near(&mut self, others: &mut Vec<Group>, part: f64, of: Option<f64>) {
        loop {
            let near = self.bounds().grown(part * of.unwrap_or_else(|| longer_side(self.bounds())));
            let count = others.len();
            let mut index = 0;
            while let Some(other) = others.get(index) {
                if other.rings.iter().any(|(_, ring)| near.meets(*ring)) {
                    self.add(others.swap_remove(index));
                } else {
                    index += 1;
                }
            }
            if others.len() == count {
                return;
            }
        }
    }
}

/// Removes the group with the greatest area.
fn largest(groups: &mut Vec<Group>) -> Option<Group> {
    let mut best: Option<(f64, usize)> = None;
    for (index, group) in groups.iter().enumerate() {
        if best.is_none_or(|(most, _)| group.area > most) {
            best = Some((group.area, index));
        }
    }
    Some(groups.swap_remove(best?.1))
}

impl ProjectedMap {
    /// The same map with what lies far from the rest on the shelf, and the rest projected around its
    /// own middle where the facts name none.
    #[must_use]
    pub(crate) fn with_far_parts(self, features: &Features, facts: &Facts) -> ProjectedMap {
        // A map of the world has nothing that is far from it, and a plane is as it is.
        if !matches!(self.projection, MapProjection::Lambert(_) | MapProjection::Albers(_)) {
            return self;
        }
        let cut = cut(features, &self.projection);
        let positions = |group: &Group| {
            let mut positions = Vec::new();
            for &(ring, _) in &group.rings {
                positions.append(&mut cut.ring(ring));
            }
            positions
        };
        let (rings, states) = self.rings_of_states(facts);
        let Some(around) = middle(&cut, &rings) else { return self };
        let mut cores = joined(seen_from(around, &rings, &cut), TOUCHING);
        let Some(core) = largest(&mut cores).filter(|_| !cores.is_empty()) else { return self };
        // How far what is from the map shows around the middle of the map alone.
        let around = Degrees::around(&positions(&core)).middle();
        let Some((main, far)) = groups(seen_from(around, &rings, &cut)) else { return self };
        let of_main = positions(&main);
        let own = Topology {
            rings: main.rings.iter().map(|&(ring, _)| cut.rings.get(ring).to_vec()).collect(),
            arcs: cut.arcs.clone(),
        };
        let mut projection = choice::projection(facts.projection, facts.center, &own);
        if let (MapProjection::Lambert(_), None) = (&projection, facts.center) {
            let around = Degrees::around(&of_main).middle();
            projection = MapProjection::Lambert(LambertAzimuthalEqualArea::new(around));
        }
        let shelf = around_all(&of_main, |position| projection.project(position));
        let mut parts = Vec::new();
        for group in &far {
            let is_shown = group.is_home || states <= FEW;
            parts.push(FarPart::new(&positions(group), shelf, parts.len(), is_shown));
        }
        if parts.iter().filter(|part| part.is_shown).count() > MOST {
            return self;
        }
        let is_apart = |position: &LonLat| parts.iter().any(|part| part.holds(*position));
        let of_ring = |ring: usize| cut.ring(ring).first().copied();
        if main.rings.iter().filter_map(|&(ring, _)| of_ring(ring)).any(|first| is_apart(&first)) {
            return self;
        }
        let map = ProjectedMap::apart(features, projection, parts);
        if map.is_torn { self } else { map }
    }

    /// Each ring of the states, and how many states there are.
    fn rings_of_states(&self, facts: &Facts) -> (Vec<Group>, usize) {
        let (mut rings, mut states) = (Vec::new(), 0);
        for (feature, is_state) in self.counted(facts) {
            states += usize::from(is_state);
            let least = self.area(feature) * LEAST;
            self.each(&feature.rings, |ring, measure| {
                if self.is_on_plane(ring) {
                    rings.push(Group {
                        rings: vec![(ring, measure.bounds)],
                        area: measure.area.abs(),
                        is_home: is_state && ring == feature.largest,
                        is_speck: measure.area.abs() < least,
                    });
                }
            });
        }
        (rings, states)
    }

    /// The features that the frame of the map is for: the states, for which the second is true, and
    /// large territories.
    pub(super) fn counted(&self, facts: &Facts) -> Vec<(&ProjectedFeature, bool)> {
        let is_state = |id: &str| facts.region(id).is_some_and(|(_, row)| facts.is_state(row));
        let (mut counted, mut area) = (Vec::new(), 0.0);
        for feature in &self.features {
            let is_state = is_state(&feature.id);
            area += if is_state { self.area(feature) } else { 0.0 };
            counted.push((feature, is_state));
        }
        counted.retain(|&(feature, is_state)| {
            is_state || area > 0.0 && self.area(feature) >= area * LARGE_TERRITORY
        });
        counted
    }
}

/// The rings of a map as they are on its plane, in degrees.
fn cut(features: &Features, projection: &MapProjection) -> Topology {
    let mut cutter = Cutter::new(&features.topology, projection);
    for feature in &features.features {
        let _ = cutter.feature(&feature.polygons);
    }
    Topology { arcs: cutter.arcs, rings: cutter.rings }
}

/// The map itself, and what is far from it; None where nothing is.
fn groups(rings: Vec<Group>) -> Option<(Group, Vec<Group>)> {
    let mut groups = joined(rings, NEAR);
    let mut main = largest(&mut groups)?;
    let least = main.area * LARGE;
    while let Some(group) = largest(&mut groups) {
        if group.area < least {
            groups.push(group);
            break;
        }
        main.add(group);
    }
    main.take_near(&mut groups, NEAR, None);
    let side = longer_side(main.bounds());
    let mut far = Vec::new();
    let (mut specks, mut large) = (Vec::new(), Vec::new());
    for group in groups {
        if group.is_speck { specks.push(group) } else { large.push(group) }
    }
    let (mut area, mut all) = (main.area, main.bounds());
    while let Some(mut group) = largest(&mut large) {
        group.take_near(&mut large, TOGETHER, Some(side));
        group.take_near(&mut specks, BESIDE, None);
        area += group.area;
        all = all.and(group.bounds());
        far.push(group);
    }
    let size = |bounds: Bounds| bounds.size().0 * bounds.size().1;
    let is_worth = size(all) >= size(main.bounds()) * GAIN && main.area >= area * MAIN;
    (!far.is_empty() && is_worth).then_some((main, far))
}

/// Groups of what lies together, the largest first. So many at most, the rest is left out.
fn joined(mut rings: Vec<Group>, part: f64) -> Vec<Group> {
    let mut groups = Vec::new();
    while let Some(mut group) = largest(&mut rings).filter(|_| groups.len() < MOST_GROUPS) {
        group.take_near(&mut rings, part, None);
        groups.push(group);
    }
    groups
}

/// The rings with the boxes that they have on a plane around a place, by some of their positions.
/// Those that lie opposite are left out.
fn seen_from(place: LonLat, rings: &[Group], cut: &Topology) -> Vec<Group> {
    let projection = LambertAzimuthalEqualArea::new(place);
    let mut seen = Vec::with_capacity(rings.len());
    for group in rings {
        let Some(&(ring, _)) = group.rings.first() else { continue };
        let positions = cut.ring(ring);
        let step = positions.len() / OF_RING + 1;
        let mut some = Vec::new();
        for &position in positions.chunks(step).filter_map(|part| part.first()) {
            some.push(position);
        }
        if some.iter().all(|&position| projection.project(position).is_some()) {
            let rings = vec![(ring, around_all(&some, |position| projection.project(position)))];
            seen.push(Group { rings, ..*group });
        }
    }
    seen
}

/// The middle of all land on the sphere: each ring counts by its area.
fn middle(cut: &Topology, rings: &[Group]) -> Option<LonLat> {
    let whole: f64 = rings.iter().map(|ring| ring.area).sum();
    let mut sample = Vec::new();
    for ring in rings {
        for &(index, _) in &ring.rings {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "few")]
            let count = (ring.area / whole * SAMPLES) as usize;
            let arc = cut.rings.get(index).first()?.arc();
            let first = cut.arcs.get(arc).first()?;
            (0..count).for_each(|_| sample.push(*first));
        }
    }
    Some(spherical_center(&sample))
}
