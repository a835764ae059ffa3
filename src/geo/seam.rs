//! Rings cut where the plane ends, and sewn together where the file has cut them.
//!
//! A projection with an edge shows one meridian twice, at its left and at its right. A ring that
//! crosses it is cut there, and its pieces are closed along the edge. A file may be cut at the
//! antimeridian in the same way (RFC 7946, section 3.1.9), where most planes have no edge: its
//! edges along it are taken out, and the pieces on both sides are sewn together.
//!
//! Arcs are cut once, before rings are, so that a border is still one arc for both of its rings.
//! Ends on a meridian are joined in pairs from the south on: land lies between the first and the
//! second, and so on, whichever way a ring winds. Where their count is odd, a pole is land.

use crate::geo::lines::Lines;
use crate::geo::map_projection::MapProjection;
use crate::geo::projection::LonLat;
use crate::geo::topology::{ArcUse, Topology};
use std::ops::Range;

/// Positions so close to the antimeridian lie on it: a tenth of a metre.
const ON_IT: f64 = 1e-6;

/// A topology that is cut.
pub(crate) struct Cutter<'a> {
    from: &'a Topology,
    /// The pieces. Positions lie within 180° of the central meridian, if there is an edge.
    pub(crate) arcs: Lines<LonLat>,
    /// The rings of the features so far.
    pub(crate) rings: Lines<ArcUse>,
    /// For each arc the index of its first piece, and at the end how many pieces there are.
    pieces: Vec<usize>,
    /// The longitudes of the left and the right edge, if there is one.
    edges: Option<[f64; 2]>,
    /// Whether cuts of the file are sewn together.
    is_sewn: bool,
}

/// The pieces of a feature's rings. Each has two ends: twice its index, where it begins, and one
/// more, where it ends.
#[derive(Default)]
struct Pieces {
    uses: Vec<ArcUse>,
    /// For each end the one that follows it in a ring, or comes before.
    partners: Vec<usize>,
    /// The ends at cuts from the south on, those at the left edge before those at the right edge,
    /// and these before those where the file was cut.
    loose: Vec<(f64, usize)>,
    /// The latitude of the pole that is land, if one is.
    pole: f64,
}

impl<'a> Cutter<'a> {
    /// Cuts the arcs where a projection has its edge, and takes cuts of the file out.
    #[must_use]
    pub(crate) fn new(from: &'a Topology, projection: &MapProjection) -> Cutter<'a> {
        let central = projection.central_meridian();
        let edges = central.map(|central| [central - 180.0, central + 180.0]);
        // Where the plane ends at the antimeridian, the file is cut as it should be.
        let is_cut_well = edges.is_some_and(|[left, _]| is_antimeridian(left));
        let is_sewn = !is_cut_well && !projection.is_planar();
        let (arcs, rings) = (Lines::default(), Lines::default());
        let mut cutter = Cutter { from, arcs, rings, pieces: vec![0], edges, is_sewn };
        for arc in from.arcs.iter() {
            cutter.cut(arc);
            cutter.pieces.push(cutter.arcs.len());
        }
        cutter
    }

    fn cut(&mut self, arc: &[LonLat]) {
        let mut before: Option<LonLat> = None;
        for &position in arc {
            let LonLat { mut lon, lat } = position;
            if let Some([left, _]) = self.edges {
                lon -= 360.0 * ((lon - left) / 360.0).floor();
            }
            if let Some(before) = before {
                if self.is_sewn && is_on_cut(before) && is_on_cut(position) {
                    self.arcs.end();
                } else if let (Some(edges), Some(&last)) =
                    (self.edges, self.arcs.open_points().last())
                    && (lon - last.lon).abs() > 180.0
                {
                    self.cross(edges, last, LonLat { lon, lat });
                }
            }
            self.arcs.push(LonLat { lon, lat });
            before = Some(position);
        }
        self.arcs.end();
    }

    /// Ends a piece at one edge, and begins the next at the other.
    fn cross(&mut self, [left, right]: [f64; 2], from: LonLat, to: LonLat) {
        let (here, there) = if to.lon < from.lon { (right, left) } else { (left, right) };
        let (before, after) = ((here - from.lon).abs(), (to.lon - there).abs());
        let lat = from.lat + (to.lat - from.lat) * before / (before + after);
        self.arcs.push(LonLat { lon: here, lat });
        self.arcs.end();
        self.arcs.push(LonLat { lon: there, lat });
    }

    /// Adds the rings of a feature; returns which they are.
    #[must_use]
    pub(crate) fn feature(&mut self, polygons: &[Range<usize>]) -> Range<usize> {
        let first = self.rings.len();
        let mut pieces = Pieces::default();
        for ring in polygons.iter().cloned().flatten() {
            self.take(ring, &mut pieces);
        }
        pieces.pair();
        self.close(&pieces);
        first..self.rings.len()
    }

    /// Takes a ring apart.
    fn take(&self, ring: usize, pieces: &mut Pieces) {
        let first = pieces.partners.len();
        for arc_use in self.from.rings.get(ring) {
            let piece = |index: usize| self.pieces.get(index).copied().unwrap_or(0);
            let (start, end) = (piece(arc_use.arc()), piece(arc_use.arc() + 1));
            for step in start..end {
                let is_reversed = arc_use.is_reversed();
                let arc = if is_reversed { start + end - 1 - step } else { step };
                let arc = u32::try_from(arc).unwrap_or(u32::MAX);
                pieces.uses.push(ArcUse::new(arc, is_reversed));
                let begin = pieces.partners.len();
                pieces.partners.extend([begin.wrapping_sub(1), begin + 2]);
                if step > start {
                    for end in [begin - 1, begin] {
                        pieces.loosen(self.key(self.position(&pieces.uses, end)), end);
                    }
                }
            }
        }
        // The ring ends where it begins.
        if let Some(last) = pieces.partners.len().checked_sub(1) {
            pieces.join(first, last);
        }
    }

    /// The position of an end.
    fn position(&self, uses: &[ArcUse], end: usize) -> LonLat {
        let arc_use = uses.get(end / 2).copied().unwrap_or(ArcUse::new(0, false));
        let arc = self.arcs.get(arc_use.arc());
        let is_last = arc_use.is_reversed() == end.is_multiple_of(2);
        let position = if is_last { arc.last() } else { arc.first() };
        position.copied().unwrap_or(LonLat { lon: 0.0, lat: 0.0 })
    }

    /// By which ends are in order: which meridian, and the latitude.
    fn key(&self, LonLat { lon, lat }: LonLat) -> f64 {
        match self.edges {
            Some([left, _]) if lon == left => lat - 1000.0,
            Some([_, right]) if lon == right => lat,
            Some(_) | None => lat + 1000.0,
        }
    }

    /// Makes rings of pieces.
    fn close(&mut self, pieces: &Pieces) {
        let mut is_used = vec![false; pieces.uses.len()];
        for first in 0..pieces.uses.len() {
            let mut entry = 2 * first;
            while let Some(is_used) = is_used.get_mut(entry / 2).filter(|is_used| !**is_used) {
                *is_used = true;
                if let Some(&piece) = pieces.uses.get(entry / 2) {
                    self.rings.push(if entry.is_multiple_of(2) { piece } else { piece.turned() });
                }
                let exit = entry ^ 1;
                entry = pieces.partners.get(exit).copied().unwrap_or(exit);
                let [from, to] = [exit, entry].map(|end| self.position(&pieces.uses, end));
                self.link(from, to, pieces.pole);
            }
            if self.rings.open_len() > 0 {
                self.rings.end();
            }
        }
    }

    /// Adds the way along a meridian from one end to another, or past the pole.
    fn link(&mut self, from: LonLat, to: LonLat, pole: f64) {
        let is_past_pole = self.edges.is_some() && (from.lon - to.lon).abs() > 180.0;
        if !is_past_pole && from.lat == to.lat {
            return;
        }
        self.arcs.push(from);
        if is_past_pole {
            for quarter in 0..=4 {
                let lon = from.lon + (to.lon - from.lon) * f64::from(quarter) / 4.0;
                self.arcs.push(LonLat { lon, lat: pole });
            }
        }
        self.arcs.push(to);
        let arc = u32::try_from(self.arcs.end()).unwrap_or(u32::MAX);
        self.rings.push(ArcUse::new(arc, false));
    }
}

impl Pieces {
    fn join(&mut self, a: usize, b: usize) {
        for (a, b) in [(a, b), (b, a)] {
            if let Some(partner) = self.partners.get_mut(a) {
                *partner = b;
            }
        }
    }

    fn loosen(&mut self, key: f64, end: usize) {
        // A ring crosses a meridian a few times: sorting all at once would be 1.5 kB of code.
        let place = self.loose.partition_point(|(other, _)| *other < key);
        self.loose.insert(place, (key, end));
    }

    /// Joins the ends at cuts.
    fn pair(&mut self) {
        let at_left = self.loose.partition_point(|(key, _)| *key < -500.0);
        if at_left % 2 == 1 {
            let lat = |place: usize| self.loose.get(place).map_or(0.0, |(key, _)| key + 1000.0);
            let is_south = 90.0 + lat(0) < 90.0 - lat(at_left - 1);
            self.pole = if is_south { -90.0 } else { 90.0 };
            let place = if is_south { 0 } else { at_left - 1 };
            // Each crossing has an end at both edges.
            if place + at_left < self.loose.len() {
                let (_, right) = self.loose.remove(place + at_left);
                let (_, left) = self.loose.remove(place);
                self.join(left, right);
            }
        }
        for pair in std::mem::take(&mut self.loose).chunks_exact(2) {
            if let [(_, a), (_, b)] = pair {
                self.join(*a, *b);
            }
        }
    }
}

fn is_antimeridian(lon: f64) -> bool {
    let turns = (lon - 180.0) / 360.0;
    (turns - turns.round_ties_even()).abs() < ON_IT / 360.0
}

/// Whether a position can lie on a cut of the file: on the antimeridian, or on a pole.
fn is_on_cut(position: LonLat) -> bool {
    is_antimeridian(position.lon) || position.lat.abs() == 90.0
}

#[cfg(test)]
mod tests;
