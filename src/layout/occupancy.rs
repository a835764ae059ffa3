//! Shapes → a coarse grid that tells what lies where: which region, or sea.

use crate::geo::projection::Point;
use crate::geo::ring::edges;
use crate::geo::unit_box::UnitBox;
use crate::layout::shapes::{Lens, Shapes};

const MOST_CROSSINGS: usize = 1000;
/// Rows crossed by all edges of a region together. A coast of a million points crosses fewer.
const MOST_STEPS: usize = 200_000;

/// The code of a cell that no region holds.
pub(crate) const SEA: u32 = 0;
/// The code of a cell of a picture's frame, of a tool, or of what else is no map.
pub(crate) const TAKEN: u32 = u32::MAX;

/// The code of a region's cells.
pub(crate) fn code(region: usize) -> u32 {
    u32::try_from(region).map_or(TAKEN, |region| region + 1)
}

/// The region whose cells have this code.
pub(crate) fn region_of(code: u32) -> Option<usize> {
    if code == TAKEN { None } else { (code as usize).checked_sub(1) }
}

/// A grid over a part of the drawing: x to the right, y down, in cells.
#[derive(Clone, Debug)]
pub(crate) struct OccupancyGrid {
    /// Cells in a row.
    pub width: i32,
    /// Rows.
    pub height: i32,
    /// In rows, what each holds.
    cells: Vec<u32>,
}

impl OccupancyGrid {
    /// A grid of nothing but sea.
    pub(crate) fn empty(width: i32, height: i32) -> OccupancyGrid {
        OccupancyGrid { width, height, cells: vec![SEA; index(width) * index(height)] }
    }

    /// Draws the regions that `lens` shows in an area; `cell` is the side of a cell in units. A cell
    /// belongs to the region at its middle, or to one that has a corner in it.
    #[must_use]
    pub(crate) fn draw(area: UnitBox, cell: i32, shapes: &Shapes<'_>, lens: &Lens) -> Self {
        let (width, height) = (area.width() / cell.max(1), area.height() / cell.max(1));
        let mut raster = OccupancyGrid::empty(width, height);
        let mut rows = Vec::new();
        rows.resize_with(index(height), Vec::new);
        let mut ring = Vec::new();
        for region in 0..shapes.regions.len() {
            let mut steps = 0;
            for shape in shapes.of(region) {
                ring.clear();
                for &point in shape {
                    let at = lens.place(point);
                    let in_cells = |length: i32| f64::from(length) / f64::from(cell.max(1));
                    let (x, y) = (in_cells(at.x - area.min.x), in_cells(at.y - area.min.y));
                    ring.push(Point { x, y });
                }
                raster.cross(region, &ring, &mut steps, &mut rows);
            }
            raster.fill(region, &mut rows);
        }
        raster
    }

    /// Notes where a ring crosses the middle of each row.
    fn cross(&mut self, region: usize, ring: &[Point], steps: &mut usize, rows: &mut [Vec<f64>]) {
        for (&a, &b) in edges(ring) {
            self.mark(whole(a.x), whole(a.y), region);
            let (top, bottom) = if a.y <= b.y { (a, b) } else { (b, a) };
            // Rows whose middle lies between the two ends, as far as there are any.
            let crossed = whole(top.y + 0.5).max(0)..whole(bottom.y + 0.5).min(self.height);
            *steps += crossed.len();
            if *steps > MOST_STEPS {
                return;
            }
            for row in crossed {
                let share = (f64::from(row) + 0.5 - top.y) / (bottom.y - top.y);
                if let Some(row) = rows.get_mut(index(row)) {
                    insert(row, top.x + (bottom.x - top.x) * share);
                }
            }
        }
    }

    /// Fills the rows of a region between the places where they are crossed, and forgets those.
    fn fill(&mut self, region: usize, rows: &mut [Vec<f64>]) {
        for (row, crossings) in (0..).zip(rows) {
            for pair in crossings.chunks_exact(2) {
                if let [from, to] = *pair {
                    let (from, to) = (whole(from + 0.5), whole(to + 0.5));
                    self.set((from, row), (to, row + 1), code(region));
                }
            }
            crossings.clear();
        }
    }

    /// Gives a cell to a region, if no other has it.
    fn mark(&mut self, x: i32, y: i32, region: usize) {
        if self.get(x, y) == Some(SEA) {
            self.set((x, y), (x + 1, y + 1), code(region));
        }
    }

    /// Sets the cells from one corner up to another, as far as there are any.
    pub(crate) fn set(&mut self, from: (i32, i32), to: (i32, i32), what: u32) {
        let (left, right) = (from.0.clamp(0, self.width), to.0.clamp(0, self.width));
        for row in from.1.max(0)..to.1.min(self.height) {
            let start = index(row * self.width);
            let cells = self.cells.get_mut(start + index(left)..start + index(right));
            cells.unwrap_or_default().fill(what);
        }
    }

    /// What the cell in a column and a row holds; None outside of the grid.
    #[must_use]
    pub(crate) fn get(&self, column: i32, row: i32) -> Option<u32> {
        let is_here = (0..self.width).contains(&column) && (0..self.height).contains(&row);
        self.cells.get(index(is_here.then_some(row * self.width + column)?)).copied()
    }

    /// All cells, in rows.
    pub(crate) fn cells(&self) -> &[u32] {
        &self.cells
    }

    /// The cells of a row from one column up to another; none where they are not all in the grid.
    pub(crate) fn row(&self, row: i32, from: i32, to: i32) -> &[u32] {
        let is_here = from >= 0 && to <= self.width && (0..self.height).contains(&row);
        let start = index(row * self.width);
        let cells = self.cells.get(start + index(from)..start + index(to)).filter(|_| is_here);
        cells.unwrap_or_default()
    }

    /// Whether the cells from one corner up to another lie in the grid and all hold `what`.
    #[must_use]
    pub(crate) fn holds_only(&self, what: u32, from: (i32, i32), to: (i32, i32)) -> bool {
        let is_in_grid = from.0 >= 0 && from.1 >= 0 && to.0 <= self.width && to.1 <= self.height;
        is_in_grid
            && (from.1..to.1).all(|row| {
                let start = row * self.width;
                let cells = self.cells.get(index(start + from.0)..index(start + to.0));
                cells.is_some_and(|cells| cells.iter().all(|cell| *cell == what))
            })
    }

    /// For each cell, in rows, the side of the largest square of cells alike of which it is the
    /// bottom right corner.
    #[must_use]
    pub(crate) fn squares(&self) -> Vec<u16> {
        let width = index(self.width);
        let mut squares: Vec<u16> = vec![1; self.cells.len()];
        for row in 1..index(self.height) {
            let start = row * width;
            let (above, here) = squares.split_at_mut(start);
            let above = above.get(start - width..).unwrap_or_default();
            let upper = self.cells.get(start - width..start).unwrap_or_default();
            let cells = self.cells.get(start..start + width).unwrap_or_default();
            // What stands to the left and above it: the sides of the squares, and the cells.
            let (mut left, mut corner) = (1, above.first().copied().unwrap_or(1));
            let (mut before, mut before_up) = (cells.first(), upper.first());
            let columns = cells.iter().zip(upper).zip(above.iter().zip(here)).skip(1);
            for ((cell, up), (&top, side)) in columns {
                let is_alike = Some(cell) == before && cell == up && Some(cell) == before_up;
                *side = if is_alike { left.min(top).min(corner) + 1 } else { 1 };
                (left, corner) = (*side, top);
                (before, before_up) = (Some(cell), Some(up));
            }
        }
        squares
    }
}

/// Keeps a row in order. It has few crossings, and a sort of the library is 3 kB. A shape that
/// crosses a row more often than it has cells is a tangle, and no target could fit into it.
fn insert(row: &mut Vec<f64>, x: f64) {
    if row.len() >= MOST_CROSSINGS {
        return;
    }
    let place = row.iter().position(|&other| other > x).unwrap_or(row.len());
    row.insert(place, x);
}

#[expect(clippy::cast_possible_truncation, reason = "`as` saturates, and a frame is small")]
fn whole(value: f64) -> i32 {
    value.floor() as i32
}

fn index(number: i32) -> usize {
    usize::try_from(number).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::lines::Lines;
    use crate::geo::unit_box::UnitPoint;

    fn square(x: i32, y: i32, side: i32) -> Vec<UnitPoint> {
        let corners = [(0, 0), (side, 0), (side, side), (0, side)];
        corners.iter().map(|&(dx, dy)| UnitPoint { x: x + dx, y: y + dy }).collect()
    }

    /// Ten by ten cells of ten units, on which region 1 has these rings.
    fn grid(rings: &[Vec<UnitPoint>], lens: &Lens) -> OccupancyGrid {
        let lines: Lines<UnitPoint> = rings.iter().cloned().collect();
        let shapes = Shapes { rings: &lines, regions: &[0..0, 0..rings.len()] };
        let area = UnitBox::around(UnitPoint { x: 50, y: 50 }, 100, 100);
        OccupancyGrid::draw(area, 10, &shapes, lens)
    }

    #[test]
    fn a_square_covers_its_cells() {
        let raster = grid(&[square(20, 30, 40)], &Lens::NONE);
        assert_eq!((raster.width, raster.height), (10, 10));
        // 4 by 4 cells by their middles, and the far corners' cells.
        assert_eq!(raster.cells.iter().filter(|cell| **cell == code(1)).count(), 16 + 3);
    }

    #[test]
    fn a_lens_shows_a_part_larger() {
        let (from, to) = (UnitPoint { x: 20, y: 30 }, UnitPoint { x: 10, y: 10 });
        let raster = grid(&[square(20, 30, 20)], &Lens { from, to, factor: 300 });
        assert!(raster.holds_only(code(1), (1, 1), (7, 7)));
    }

    #[test]
    fn the_largest_squares_are_found() {
        let raster = grid(&[square(20, 30, 40)], &Lens::NONE);
        let largest = |wanted: u32| {
            let cells = raster.cells.iter().zip(raster.squares());
            cells.filter(|(cell, _)| **cell == wanted).map(|(_, side)| side).max()
        };
        assert_eq!(largest(code(1)), Some(4));
        // Left of it 2 wide, above 3 high, right of it 3 (a corner's cell takes one), below 3.
        assert_eq!(largest(SEA), Some(3));
    }

    #[test]
    fn a_hole_is_sea() {
        let raster = grid(&[square(0, 0, 100), square(30, 30, 40)], &Lens::NONE);
        assert_eq!(raster.get(5, 5), Some(SEA));
    }

    #[test]
    fn a_box_holds_a_region_up_to_its_border() {
        let raster = grid(&[square(20, 30, 40)], &Lens::NONE);
        assert!(raster.holds_only(code(1), (2, 3), (6, 7)));
        assert!(!raster.holds_only(code(1), (1, 3), (6, 7)));
    }

    #[test]
    fn outside_of_the_grid_is_nothing() {
        let raster = grid(&[], &Lens::NONE);
        assert!(raster.holds_only(SEA, (0, 0), (10, 10)));
        assert!(!raster.holds_only(SEA, (0, 0), (11, 9)), "a cell of the next row");
        assert_eq!((raster.get(9, 9), raster.get(10, 0)), (Some(SEA), None));
    }
}
