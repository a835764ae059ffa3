//! Targets for regions too small to hit: a spot in the open sea for each, joined to its region by
//! a line. Chosen by measurement, for any map and any width.

use crate::geo::frame::{Frame, UnitPoint};
use crate::layout::occupancy::{Cell, OccupancyGrid};

/// Side of a target in CSS pixels. Source: WCAG 2.2, 2.5.8 Target size.
const TARGET_PX: i32 = 24;
/// Cells along the side of a target.
const CELLS: usize = 12;
/// Cells from one target to the next.
const STEP: usize = CELLS + 2;
/// Cells along the side of a region's square that is taken to hold a target: one more, for a
/// cell belongs to a region by its middle.
const FITS: u16 = 13;
/// And of the sea, which has no border.
const FITS_SEA: u16 = 12;

/// Widths of the drawing in CSS pixels, each the least of a class. Within a class the drawing
/// only grows, and so do its targets.
pub(crate) const WIDTHS: [i32; 4] = [220, 290, 400, 600];

/// The least width of the class that a width belongs to, in CSS pixels.
#[must_use]
pub(crate) fn class_of(width_px: i32) -> i32 {
    let [narrowest, ..] = WIDTHS;
    WIDTHS.into_iter().rfind(|&least| least <= width_px).unwrap_or(narrowest)
}

/// A target beside the region that it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Callout {
    /// Index of the region.
    pub region: usize,
    /// Middle of the target.
    pub target: UnitPoint,
    /// Where the line ends in the region.
    pub anchor: UnitPoint,
}

/// The callouts of one class of widths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Callouts {
    /// Least width of the drawing in CSS pixels.
    pub width_px: i32,
    /// Side of each target in units, 24 px at the least width.
    pub size: i32,
    /// The callouts, none overlapping another or land.
    pub callouts: Vec<Callout>,
    /// How many regions found no room; a taller frame has it.
    pub unplaced: usize,
}

/// Side of a cell in units, for a drawing that is `width_px` wide.
#[must_use]
pub(crate) fn cell(frame: &Frame, width_px: i32) -> i32 {
    let target = frame.width * TARGET_PX / width_px.max(1);
    // Rounded up, so that twelve cells are never less than a target.
    target / 12 + 1
}

/// Gives each of `regions`, with its anchor, a target if no square of 24 px fits into it.
/// `raster` has cells of [`cell`] units.
#[must_use]
pub(crate) fn callouts(
    raster: &OccupancyGrid,
    frame: &Frame,
    width_px: i32,
    regions: &[(usize, UnitPoint)],
) -> Callouts {
    let grid = Grid { raster, squares: raster.squares(), cell: cell(frame, width_px) };
    let small = grid.small(regions);
    let lattices = offsets().map(|offset| grid.sites(offset, STEP));
    // The lattice whose sites are nearest on the whole, of those that have enough.
    let best = lattices.min_by_key(|sites| {
        let nearest = |&(_, anchor): &(usize, UnitPoint)| {
            let nearest = sites.iter().min_by_key(|&&site| squared(anchor, site));
            nearest.map_or(0, |&site| length(anchor, site))
        };
        (small.len().saturating_sub(sites.len()), small.iter().map(nearest).sum::<i32>())
    });
    let (mut pairs, left) = assign(small, best.unwrap_or_default());
    untangle(&mut pairs);
    let mut unplaced = 0;
    if !left.is_empty() {
        let anywhere = grid.sites((0, 0), 1);
        for (region, anchor) in left {
            let is_free =
                |site: &&UnitPoint| pairs.iter().all(|pair| !grid.meet(pair.target, **site));
            let free = anywhere.iter().filter(is_free);
            match free.min_by_key(|&&site| squared(anchor, site)) {
                Some(&target) => pairs.push(Pair { region, anchor, target }),
                None => unplaced += 1,
            }
        }
    }
    // In the order of the regions, so that one set has the order of the next.
    let of = |region: usize| pairs.iter().find(|pair| pair.region == region);
    let callouts = regions.iter().filter_map(|&(region, _)| of(region));
    let callouts =
        callouts.map(|&Pair { region, anchor, target }| Callout { region, target, anchor });
    Callouts { width_px, size: grid.size(), callouts: callouts.collect(), unplaced }
}

/// Places of the lattice to try. Targets on one lattice stand in rows, and never overlap.
fn offsets() -> impl Iterator<Item = (usize, usize)> {
    let steps = || (0..STEP).step_by(2);
    steps().flat_map(move |y| steps().map(move |x| (x, y)))
}

struct Grid<'a> {
    raster: &'a OccupancyGrid,
    squares: Vec<u16>,
    cell: i32,
}

impl Grid<'_> {
    /// Side of a target in units.
    fn size(&self) -> i32 {
        self.cell * i32::try_from(CELLS).unwrap_or(0)
    }

    /// The regions in which no square of a target's size fits.
    fn small(&self, regions: &[(usize, UnitPoint)]) -> Vec<(usize, UnitPoint)> {
        let mut fits = Vec::new();
        for (index, _) in self.squares.iter().enumerate().filter(|(_, side)| **side == FITS) {
            let (column, row) = (index % self.raster.width, index / self.raster.width);
            if let Some(Cell::Land(region)) = self.raster.get(column, row) {
                fits.resize(fits.len().max(region + 1), false);
                if let Some(fits) = fits.get_mut(region) {
                    *fits = true;
                }
            }
        }
        let is_small = |(region, _): &&(usize, UnitPoint)| fits.get(*region) != Some(&true);
        regions.iter().filter(is_small).copied().collect()
    }

    /// Middles of squares that hold nothing but sea, every `step` cells from `left`, `top`.
    fn sites(&self, (left, top): (usize, usize), step: usize) -> Vec<UnitPoint> {
        let last = CELLS - 1;
        let middle = |end: usize| i32::try_from(2 * (end + 1) - CELLS).unwrap_or(0) * self.cell / 2;
        let mut sites = Vec::new();
        for y in (top + last..self.raster.height).step_by(step) {
            for x in (left + last..self.raster.width).step_by(step) {
                let is_large = self.squares.get(y * self.raster.width + x) >= Some(&FITS_SEA);
                if is_large && self.raster.get(x, y) == Some(Cell::Sea) {
                    sites.push(UnitPoint { x: middle(x), y: middle(y) });
                }
            }
        }
        sites
    }

    fn meet(&self, a: UnitPoint, b: UnitPoint) -> bool {
        (a.x - b.x).abs() < self.size() && (a.y - b.y).abs() < self.size()
    }
}

#[derive(Clone, Copy)]
struct Pair {
    region: usize,
    anchor: UnitPoint,
    target: UnitPoint,
}

/// The square of a distance, by which the nearest is found without a root.
fn squared(a: UnitPoint, b: UnitPoint) -> i64 {
    let (x, y) = (i64::from(a.x) - i64::from(b.x), i64::from(a.y) - i64::from(b.y));
    x * x + y * y
}

/// Distance in 64ths of a unit: in whole units two ways could seem equal that are not.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "lengths in a frame are small"
)]
fn length(a: UnitPoint, b: UnitPoint) -> i32 {
    (64.0 * (squared(a, b) as f64).sqrt()) as i32
}

/// Takes the shortest line first, again and again, until regions or sites are used up; returns
/// the pairs, and the regions that are left.
fn assign(
    mut left: Vec<(usize, UnitPoint)>,
    mut sites: Vec<UnitPoint>,
) -> (Vec<Pair>, Vec<(usize, UnitPoint)>) {
    let mut pairs = Vec::with_capacity(left.len());
    loop {
        let mut best: Option<(i64, usize, usize)> = None;
        for (index, &(_, anchor)) in left.iter().enumerate() {
            for (site, &target) in sites.iter().enumerate() {
                let way = squared(anchor, target);
                if best.is_none_or(|(least, ..)| way < least) {
                    best = Some((way, index, site));
                }
            }
        }
        let Some((_, index, site)) = best else {
            return (pairs, left);
        };
        let (region, anchor) = left.swap_remove(index);
        pairs.push(Pair { region, anchor, target: sites.swap_remove(site) });
    }
}

/// Swaps two targets wherever that shortens the lines, until none does. Two lines that cross
/// could be swapped, so in the end none cross.
fn untangle(pairs: &mut [Pair]) {
    // Each swap shortens the sum, so this ends; the bound is for the reader.
    for _ in 0..64 {
        let mut has_changed = false;
        for second in 1..pairs.len() {
            let (before, rest) = pairs.split_at_mut(second);
            let Some(b) = rest.first_mut() else { continue };
            for a in before {
                let now = length(a.anchor, a.target) + length(b.anchor, b.target);
                let swapped = length(a.anchor, b.target) + length(b.anchor, a.target);
                if swapped < now {
                    std::mem::swap(&mut a.target, &mut b.target);
                    has_changed = true;
                }
            }
        }
        if !has_changed {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::frame::Bounds;
    use crate::geo::projection::Point;
    use crate::geo::ring::tests::square;

    /// A map 100 wide on which each square is a region; callouts for a drawing 240 px wide.
    fn called_out(squares: &[(f64, f64, f64)]) -> Callouts {
        let whole = square(0.0, 0.0, 100.0).into_iter().fold(Bounds::EMPTY, Bounds::with);
        let frame = Frame::around(whole, 8000, 0).expect("a square has a size");
        let place = |ring: Vec<Point>| ring.into_iter().map(|p| frame.place(p)).collect();
        let rings: Vec<Vec<UnitPoint>> =
            squares.iter().map(|&(x, y, side)| place(square(x, y, side))).collect();
        let rings = rings.iter().map(|ring| std::iter::once(ring.as_slice()));
        let shapes = rings.enumerate();
        let raster = OccupancyGrid::draw(&frame, cell(&frame, 240), shapes);
        let middle = |&(x, y, side): &(f64, f64, f64)| {
            frame.place(Point { x: x + side / 2.0, y: y + side / 2.0 })
        };
        let stops: Vec<(usize, UnitPoint)> = squares.iter().map(middle).enumerate().collect();
        callouts(&raster, &frame, 240, &stops)
    }

    #[test]
    fn a_large_region_needs_none_and_a_small_one_gets_one() {
        let set = called_out(&[(0.0, 0.0, 40.0), (70.0, 70.0, 2.0)]);
        let regions: Vec<usize> = set.callouts.iter().map(|callout| callout.region).collect();
        assert_eq!((regions, set.unplaced), (vec![1], 0));
        assert!(set.size >= 800, "24 of 240 px of 8000 units");
    }

    #[test]
    fn targets_never_overlap_and_lines_never_cross() {
        let islands: Vec<(f64, f64, f64)> =
            (0..24_u8).map(|n| (50.0 + f64::from(n % 6), 40.0 + f64::from(n / 6), 0.5)).collect();
        let set = called_out(&islands);
        assert_eq!(set.callouts.len(), 24);
        for (index, a) in set.callouts.iter().enumerate() {
            for b in set.callouts.iter().skip(index + 1) {
                let apart = (a.target.x - b.target.x).abs().max((a.target.y - b.target.y).abs());
                assert!(apart >= set.size, "{a:?} {b:?}");
                assert!(!cross(a, b), "{a:?} {b:?}");
            }
        }
    }

    fn cross(a: &Callout, b: &Callout) -> bool {
        let side = |p: UnitPoint, q: UnitPoint, r: UnitPoint| {
            let (px, py) = (i64::from(q.x - p.x), i64::from(q.y - p.y));
            (px * i64::from(r.y - p.y) - py * i64::from(r.x - p.x)).signum()
        };
        let parts = |p: &Callout, q: &Callout| {
            side(p.anchor, p.target, q.anchor) * side(p.anchor, p.target, q.target)
        };
        parts(a, b) < 0 && parts(b, a) < 0
    }

    #[test]
    fn without_sea_there_is_no_room() {
        let set = called_out(&[(0.0, 0.0, 100.0), (50.0, 50.0, 1.0)]);
        assert_eq!((set.callouts.len(), set.unplaced), (0, 1));
    }
}
