//! Shapes → a coarse grid that tells what lies where: which region, or sea.

use crate::geo::frame::{Frame, UnitPoint};
use std::ops::Range;

const MOST_CROSSINGS: usize = 1000;
/// Rows crossed by all edges of a region together. A coast of a million points crosses fewer.
const MOST_STEPS: usize = 200_000;

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    /// No region.
    Sea,
    /// The region of this index.
    Land(usize),
}

/// A grid over a frame: x to the right, y down, in cells.
#[derive(Clone, Debug)]
pub(crate) struct OccupancyGrid {
    /// Cells in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// 0 for sea, else one more than the region.
    cells: Vec<u32>,
}

impl Cell {
    fn code(self) -> u32 {
        match self {
            Cell::Sea => 0,
            Cell::Land(region) => u32::try_from(region).map_or(u32::MAX, |region| region + 1),
        }
    }

    fn of(code: u32) -> Cell {
        code.checked_sub(1).map_or(Cell::Sea, |region| Cell::Land(region as usize))
    }
}

impl OccupancyGrid {
    /// Draws each region's rings; `cell` is the side of a cell in units of the frame. A cell
    /// belongs to the region at its middle, or to one that has a corner in it.
    #[must_use]
    pub(crate) fn draw<'a, R: Iterator<Item = &'a [UnitPoint]>>(
        frame: &Frame,
        cell: i32,
        regions: impl Iterator<Item = (usize, R)>,
    ) -> OccupancyGrid {
        let count = |length: i32| usize::try_from(length / cell.max(1)).unwrap_or(0);
        let (width, height) = (count(frame.width), count(frame.height));
        let mut raster = OccupancyGrid { width, height, cells: vec![0; width * height] };
        let size = f64::from(cell.max(1));
        let mut rows = vec![Vec::new(); height];
        for (region, rings) in regions {
            raster.fill(region, rings, size, &mut rows);
        }
        raster
    }

    /// `rows` is for the crossings of each row: empty before and after.
    fn fill<'a>(
        &mut self,
        region: usize,
        rings: impl Iterator<Item = &'a [UnitPoint]>,
        size: f64,
        rows: &mut [Vec<f64>],
    ) {
        let mut steps = 0;
        for ring in rings {
            for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                self.mark(whole(f64::from(a.x) / size), whole(f64::from(a.y) / size), region);
                let (top, bottom) = if a.y <= b.y { (a, b) } else { (b, a) };
                let (x, y) = (f64::from(top.x) / size, f64::from(top.y) / size);
                let (end_x, end_y) = (f64::from(bottom.x) / size, f64::from(bottom.y) / size);
                // Rows whose middle lies between the two ends.
                let crossed = whole(y + 0.5)..whole(end_y + 0.5);
                steps += crossed.len();
                if steps > MOST_STEPS {
                    continue;
                }
                for row in crossed {
                    let share = (f64::from(row) + 0.5 - y) / (end_y - y);
                    if let Some(row) = usize::try_from(row).ok().and_then(|row| rows.get_mut(row)) {
                        insert(row, x + (end_x - x) * share);
                    }
                }
            }
        }
        for (row, crossings) in (0..).zip(rows) {
            for pair in crossings.chunks_exact(2) {
                if let [from, to] = *pair {
                    for column in whole(from + 0.5)..whole(to + 0.5) {
                        self.set(column, row, region);
                    }
                }
            }
            crossings.clear();
        }
    }

    /// Gives a cell to a region, if no other has it.
    fn mark(&mut self, x: i32, y: i32, region: usize) {
        if self.at(x, y) == Some(&mut 0) {
            self.set(x, y, region);
        }
    }

    fn set(&mut self, x: i32, y: i32, region: usize) {
        if let Some(cell) = self.at(x, y) {
            *cell = Cell::Land(region).code();
        }
    }

    /// What the cell in a column and a row holds; None outside of the grid.
    #[must_use]
    pub(crate) fn get(&self, column: usize, row: usize) -> Option<Cell> {
        let is_here = column < self.width && row < self.height;
        self.cells.get(is_here.then_some(row * self.width + column)?).copied().map(Cell::of)
    }

    /// Whether a box of cells lies in the grid and every one of them holds `what`.
    #[must_use]
    pub(crate) fn holds_only(
        &self,
        what: Cell,
        columns: Range<usize>,
        mut rows: Range<usize>,
    ) -> bool {
        let what = what.code();
        columns.end <= self.width
            && rows.end <= self.height
            && rows.all(|row| {
                let row = row * self.width;
                let cells = self.cells.get(row + columns.start..row + columns.end);
                cells.is_some_and(|cells| cells.iter().all(|cell| *cell == what))
            })
    }

    fn at(&mut self, x: i32, y: i32) -> Option<&mut u32> {
        let (x, y) = (usize::try_from(x).ok()?, usize::try_from(y).ok()?);
        let index = (x < self.width).then_some(y * self.width + x)?;
        self.cells.get_mut(index)
    }

    /// For each cell, in rows, the side of the largest square of cells alike of which it is the
    /// bottom right corner.
    #[must_use]
    pub(crate) fn squares(&self) -> Vec<u16> {
        let mut squares: Vec<u16> = vec![1; self.cells.len()];
        for row in 1..self.height {
            let start = row * self.width;
            let (above, here) = squares.split_at_mut(start);
            let above = above.get(start - self.width..).unwrap_or_default();
            let upper = self.cells.get(start - self.width..start).unwrap_or_default();
            let cells = self.cells.get(start..start + self.width).unwrap_or_default();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::frame::Bounds;
    use crate::geo::ring::tests::square as points;

    fn frame() -> Frame {
        let bounds = points(0.0, 0.0, 10.0).into_iter().fold(Bounds::EMPTY, Bounds::with);
        Frame::around(bounds, 100, 0).expect("a square has a size")
    }

    fn square(x: f64, y: f64, side: f64) -> Vec<UnitPoint> {
        points(x, y, side).into_iter().map(|point| frame().place(point)).collect()
    }

    fn grid(region: usize, rings: &[Vec<UnitPoint>]) -> OccupancyGrid {
        let rings = rings.iter().map(Vec::as_slice);
        OccupancyGrid::draw(&frame(), 10, [(region, rings)].into_iter())
    }

    #[test]
    fn a_square_covers_its_cells() {
        let rings = [square(2.0, 3.0, 4.0)];
        let raster = grid(7, &rings);
        let inside = |cell: &&u32| **cell == Cell::Land(7).code();
        assert_eq!((raster.width, raster.height), (10, 10));
        // 4 by 4 cells by their middles, and the far corners' cells.
        assert_eq!(raster.cells.iter().filter(inside).count(), 16 + 3);
    }

    #[test]
    fn the_largest_squares_are_found() {
        let rings = [square(2.0, 3.0, 4.0)];
        let raster = grid(7, &rings);
        let largest = |wanted: Cell| {
            let cells = raster.cells.iter().zip(raster.squares());
            cells.filter(|(cell, _)| **cell == wanted.code()).map(|(_, side)| side).max()
        };
        assert_eq!(largest(Cell::Land(7)), Some(4));
        // Left of it 2 wide, above 3 high, right of it 3 (a corner's cell takes one), below 3.
        assert_eq!(largest(Cell::Sea), Some(3));
    }

    #[test]
    fn a_hole_is_sea() {
        let rings = [square(0.0, 0.0, 10.0), square(3.0, 3.0, 4.0)];
        let raster = grid(0, &rings);
        assert_eq!(raster.get(5, 5), Some(Cell::Sea));
    }

    #[test]
    fn a_box_holds_a_region_up_to_its_border() {
        let rings = [square(2.0, 3.0, 4.0)];
        let raster = grid(7, &rings);
        assert!(raster.holds_only(Cell::Land(7), 2..6, 3..7));
        assert!(!raster.holds_only(Cell::Land(7), 1..6, 3..7));
    }

    #[test]
    fn outside_of_the_grid_is_nothing() {
        let raster = grid(0, &[]);
        assert!(raster.holds_only(Cell::Sea, 0..10, 0..10));
        assert!(!raster.holds_only(Cell::Sea, 0..11, 0..9), "a cell of the next row");
        assert_eq!((raster.get(9, 9), raster.get(10, 0)), (Some(Cell::Sea), None));
    }
}
