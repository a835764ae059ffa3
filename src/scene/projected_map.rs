//! Features → shapes on the plane, every vertex ranked once. Never changes: all views share it.

use super::far_part::FarPart;
use crate::data::features::Features;
use crate::error::Error;
use crate::geo::choice;
use crate::geo::frame::Bounds;
use crate::geo::lines::Lines;
use crate::geo::map_projection::{MapProjection, ProjectionName};
use crate::geo::projection::{LonLat, Point};
use crate::geo::resample::between;
use crate::geo::ring::RingMeasure;
use crate::geo::seam::Cutter;
use crate::geo::topology::ArcUse;
use crate::geo::visvalingam::Visvalingam;
use std::ops::Range;

/// A ring keeps so many vertices at every level of detail, or it would have no area.
const CORNERS: usize = 3;

/// The shapes of a map.
#[derive(Clone, Debug)]
pub struct ProjectedMap {
    /// From degrees to the plane.
    pub projection: MapProjection,
    /// One for each feature that has an area, in the order of the file.
    pub features: Vec<ProjectedFeature>,
    /// The box around everything.
    pub bounds: Bounds,
    arcs: Lines<Point>,
    /// The effective area of each vertex of the arcs; infinite for those that always stay.
    ranks: Vec<f32>,
    rings: Lines<ArcUse>,
    measures: Vec<Measure>,
    /// What lies far from the rest.
    pub(super) far: Vec<FarPart>,
    /// Whether some ring is in a far part with some of its arcs alone.
    pub(super) is_torn: bool,
}

/// One feature on the plane.
#[derive(Clone, Debug)]
pub struct ProjectedFeature {
    /// The feature's id.
    pub id: String,
    /// The feature's name.
    pub name: String,
    /// Centroid of the largest ring.
    pub center: Point,
    /// The box around the rings.
    pub bounds: Bounds,
    /// Its rings, never none.
    pub rings: Range<usize>,
    /// The ring with the greatest area.
    pub largest: usize,
}

/// How fine a drawing is: vertices and rings are drawn that are worth an area on the plane.
#[derive(Clone, Copy, Debug)]
pub struct Detail {
    /// The least area,
    pub cutoff: f64,
    /// and that in a part of the map that is shown larger.
    pub in_window: f64,
    /// That part.
    pub window: Bounds,
}

/// What is asked of a ring before its vertices are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure {
    pub(super) bounds: Bounds,
    pub(super) area: f64,
    centroid: Option<Point>,
    /// The far part that the ring is in.
    pub(super) part: Option<usize>,
}

impl ProjectedMap {
    /// Projects a map by the projection that is asked for, or else by the one that fits its extent,
    /// around a centre, or else around its own middle.
    ///
    /// # Errors
    /// `NothingToDraw` where no feature has an area on the plane.
    pub fn new(
        features: &Features,
        asked: Option<ProjectionName>,
        around: Option<LonLat>,
    ) -> Result<ProjectedMap, Box<Error>> {
        let projection = choice::projection(asked, around, &features.topology);
        let map = ProjectedMap::on(features, projection);
        if map.features.is_empty() { Err(Box::new(Error::NothingToDraw)) } else { Ok(map) }
    }

    /// Projects a map onto the plane of another. Every vertex stays at every level of detail until
    /// the map is ranked.
    #[must_use]
    pub fn on(features: &Features, projection: MapProjection) -> ProjectedMap {
        ProjectedMap::apart(features, projection, Vec::new())
    }

    /// The same with these parts on the shelf.
    pub(super) fn apart(
        features: &Features,
        projection: MapProjection,
        far: Vec<FarPart>,
    ) -> ProjectedMap {
        let mut cutter = Cutter::new(&features.topology, &projection);
        let mut rings = Vec::with_capacity(features.features.len());
        for feature in &features.features {
            rings.push(cutter.feature(&feature.polygons));
        }
        let mut arcs = Lines::default();
        for arc in cutter.arcs.iter() {
            let part = part_of(arc, &far).and_then(|part| far.get(part));
            let place = |position: LonLat| match part {
                Some(part) => part.project(position),
                None => projection.project(position),
            };
            project(arc, place, !projection.is_planar(), &mut arcs);
        }
        let mut map = ProjectedMap {
            projection,
            features: Vec::with_capacity(features.features.len()),
            bounds: Bounds::EMPTY,
            ranks: vec![f32::INFINITY; arcs.points().len()],
            arcs,
            rings: cutter.rings,
            measures: Vec::new(),
            far,
            is_torn: false,
        };
        for ring in 0..map.rings.len() {
            let mut measure = map.measure(ring);
            let part = |arc: &ArcUse| part_of(cutter.arcs.get(arc.arc()), &map.far);
            let uses = map.rings.get(ring);
            measure.part = uses.first().and_then(part);
            map.is_torn |= uses.iter().any(|arc| part(arc) != measure.part);
            map.measures.push(measure);
        }
        for (feature, rings) in features.features.iter().zip(rings) {
            map.add(&feature.id, &feature.name, rings);
        }
        map
    }

    /// Ranks the vertices, so that a view can be as coarse as its pixels.
    #[must_use]
    pub fn ranked(mut self) -> ProjectedMap {
        self.ranks = rank(&self.arcs);
        for ring in 0..self.rings.len() {
            self.keep_corners(ring);
        }
        self
    }

    fn add(&mut self, id: &str, name: &str, rings: Range<usize>) {
        let mut bounds = Bounds::EMPTY;
        let mut best: Option<(f64, usize, Option<Point>)> = None;
        self.each(&rings, |ring, measure| {
            bounds = bounds.and(measure.bounds);
            let area = measure.area.abs();
            // A ring near the point opposite the centre has no place on the plane.
            if best.is_none_or(|(most, ..)| area >= most) && self.is_on_plane(ring) {
                best = Some((area, ring, measure.centroid));
            }
        });
        let Some((_, largest, Some(center))) = best else { return };
        self.bounds = self.bounds.and(bounds);
        let (id, name) = (id.to_owned(), name.to_owned());
        self.features.push(ProjectedFeature { id, name, center, bounds, rings, largest });
    }

    /// Calls `visit` for each ring of a feature.
    pub(super) fn each(&self, rings: &Range<usize>, mut visit: impl FnMut(usize, &Measure)) {
        for ring in rings.clone() {
            if let Some(measure) = self.measures.get(ring) {
                visit(ring, measure);
            }
        }
    }

    pub(super) fn is_on_plane(&self, ring: usize) -> bool {
        let mut uses = self.rings.get(ring).iter();
        uses.len() > 0 && uses.all(|arc_use| !self.arcs.get(arc_use.arc()).is_empty())
    }

    fn measure(&self, ring: usize) -> Measure {
        let mut measure = RingMeasure::EMPTY;
        if self.is_on_plane(ring) {
            self.walk(ring, &mut |_, point| measure.add(point));
        }
        let (bounds, centroid) = (measure.bounds, measure.centroid());
        Measure { bounds, area: measure.area(), centroid, part: None }
    }

    /// The far part that a ring is in.
    pub(super) fn part_of(&self, ring: usize) -> Option<usize> {
        self.measures.get(ring)?.part
    }

    /// Calls `visit` for each vertex of a ring, with its index among those of all arcs. The last
    /// vertex of an arc is the first of the next.
    fn walk(&self, ring: usize, visit: &mut dyn FnMut(usize, Point)) {
        for arc_use in self.rings.get(ring) {
            let Range { start, end } = self.arcs.range(arc_use.arc());
            for step in 1..end - start {
                let index = if arc_use.is_reversed() { end - step } else { start + step - 1 };
                if let Some(&point) = self.arcs.points().get(index) {
                    visit(index, point);
                }
            }
        }
    }

    /// Keeps the vertices of a ring that rank highest for good, so many that it has an area. The
    /// ring beside it shares them, so it keeps them too.
    fn keep_corners(&mut self, ring: usize) {
        for _ in 0..CORNERS {
            let (mut kept, mut best) = (0, None);
            self.walk(ring, &mut |index, _| {
                let rank = self.ranks.get(index).copied().unwrap_or(0.0);
                if rank.is_infinite() {
                    kept += 1;
                } else if best.is_none_or(|(most, _)| rank > most) {
                    best = Some((rank, index));
                }
            });
            let Some((_, index)) = best.filter(|_| kept < CORNERS) else { return };
            if let Some(rank) = self.ranks.get_mut(index) {
                *rank = f32::INFINITY;
            }
        }
    }

    /// The vertices of a ring that are worth drawing. False, and none, for a ring that does not
    /// meet `bounds`, or is too small to be drawn and not needed.
    pub fn vertices(
        &self,
        ring: usize,
        detail: &Detail,
        is_needed: bool,
        bounds: Bounds,
        kept: &mut Vec<Point>,
    ) -> bool {
        kept.clear();
        let Some(measure) = self.measures.get(ring) else { return false };
        let is_enlarged = measure.bounds.meets(detail.window);
        let least = if is_enlarged { detail.in_window } else { detail.cutoff };
        let is_large = is_needed || measure.area.abs() >= least;
        if !is_large || !measure.bounds.meets(bounds) {
            return false;
        }
        self.walk(ring, &mut |index, point| {
            let rank = f64::from(self.ranks.get(index).copied().unwrap_or(0.0));
            // By the place of the vertex, so that a ring beside it keeps it too.
            let is_worth = rank >= detail.cutoff
                || rank >= detail.in_window && detail.window.holds(Bounds::EMPTY.with(point));
            if is_worth {
                kept.push(point);
            }
        });
        true
    }

    /// The box around the largest ring of a feature.
    #[must_use]
    pub fn largest_bounds(&self, feature: &ProjectedFeature) -> Bounds {
        self.measures.get(feature.largest).map_or(feature.bounds, |measure| measure.bounds)
    }

    /// The box around a ring.
    #[cfg(test)]
    pub(crate) fn bounds_of(&self, ring: usize) -> Bounds {
        self.measures.get(ring).map_or(Bounds::EMPTY, |measure| measure.bounds)
    }

    /// The area of a ring; its sign tells the winding.
    #[cfg(test)]
    pub(crate) fn ring_area(&self, ring: usize) -> f64 {
        self.measures.get(ring).map_or(0.0, |measure| measure.area)
    }

    /// How many vertices the arcs have.
    #[must_use]
    pub fn vertex_count(&self) -> usize {
        self.arcs.points().len()
    }

    /// Whether a ring lies wholly in a box.
    #[must_use]
    pub fn is_within(&self, ring: usize, bounds: Bounds) -> bool {
        self.measures.get(ring).is_some_and(|measure| bounds.holds(measure.bounds))
    }

    /// The area of the whole feature, its holes taken for land.
    #[must_use]
    pub fn area(&self, feature: &ProjectedFeature) -> f64 {
        let mut area = 0.0;
        self.each(&feature.rings, |_, measure| area += measure.area.abs());
        area
    }

    /// The box around the rings of a feature, without those that hold less than so much of its area
    /// and reach farther out of the others than `reach` times their size.
    #[must_use]
    pub fn main_bounds(&self, feature: &ProjectedFeature, least: f64, reach: f64) -> Bounds {
        let least = self.area(feature) * least;
        let mut main = Bounds::EMPTY;
        let mut rest = Vec::new();
        self.each(&feature.rings, |ring, measure| {
            if measure.part.is_some() {
                return;
            }
            if measure.area.abs() >= least || ring == feature.largest {
                main = main.and(measure.bounds);
            } else {
                rest.push(measure.bounds);
            }
        });
        let (across, down) = main.size();
        let near = main.grown(across.max(down) * reach);
        for part in rest {
            if near.holds(part) {
                main = main.and(part);
            }
        }
        main
    }
}

/// The far part that an arc is in.
fn part_of(arc: &[LonLat], far: &[FarPart]) -> Option<usize> {
    let &first = arc.first()?;
    far.iter().position(|part| part.holds(first))
}

/// Adds an arc on the plane; empty where part of it lies near the point opposite the centre.
fn project(
    arc: &[LonLat],
    projection: impl Fn(LonLat) -> Option<Point>,
    is_bent: bool,
    arcs: &mut Lines<Point>,
) {
    let mut before = None;
    let mut add = |position: LonLat| {
        let point = projection(position);
        point.map(|point| arcs.push(point)).is_some()
    };
    let is_on_plane = arc.iter().all(|&position| {
        let before = before.replace(position).filter(|_| is_bent);
        let bent = before.map(|before| between(before, position));
        bent.is_none_or(|mut bent| bent.all(&mut add)) && add(position)
    });
    if !is_on_plane {
        arcs.truncate_open(0);
    }
    arcs.end();
}

fn rank(arcs: &Lines<Point>) -> Vec<f32> {
    let mut ranker = Visvalingam::default();
    let mut ranks: Vec<f32> = Vec::with_capacity(arcs.points().len());
    let mut of_arc = Vec::new();
    for arc in arcs.iter() {
        of_arc.clear();
        match arc.split_last() {
            Some((last, ring)) if ring.first() == Some(last) => {
                ranker.rank_ring(ring, &mut of_arc);
                of_arc.extend(of_arc.first().copied());
            }
            Some(_) | None => ranker.rank_line(arc, &mut of_arc),
        }
        #[expect(clippy::cast_possible_truncation, reason = "a rank needs no more digits")]
        of_arc.iter().for_each(|&rank| ranks.push(rank as f32));
    }
    ranks
}
