//! One picture that is laid out, the map or an inset: what lies where in it, and what is in the way.

use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::layout::occupancy::{OccupancyGrid, code, region_of};
use crate::layout::shapes::{Lens, Shapes, Subject};

/// A cell is as large as a CSS pixel, or twice that and so on, if a panel had more cells than this.
const MOST_CELLS: i32 = 200_000;

/// Where only the largest of its regions have names it has a 16th of them.
const OF_TEXTURE: i32 = 16;

/// The column and row of the first cell of a box, and of the one after the last.
pub(crate) type CellBox = ((i32, i32), (i32, i32));

/// A picture with what lies in it.
#[derive(Clone, Debug)]
pub(crate) struct Panel {
    /// Where it stands, in units of the stage.
    pub area: UnitBox,
    /// How it sees the map.
    pub lens: Lens,
    /// Units to ten CSS pixels.
    pub units: i32,
    /// Side of a cell in units.
    pub cell: i32,
    /// Which region is where.
    pub grid: OccupancyGrid,
    /// Of each cell, in rows that are one longer than those of the grid: how many cells above it and
    /// to its left are land of a state.
    land: Vec<u32>,
    /// For each region the middle of the largest square on its land, and its side in units; no side
    /// where it has no cell.
    pub hearts: Vec<(UnitPoint, i32)>,
    /// For each region the first of its cells and the one after the last, in both directions.
    pub lands: Vec<Option<CellBox>>,
    /// What no name may stand on.
    pub taken: Vec<UnitBox>,
    /// What no name in the sea may stand on.
    pub taken_sea: Vec<UnitBox>,
}

impl Panel {
    /// Draws what `lens` shows in an area; `units` to ten CSS pixels, and whether it is a texture of
    /// very many regions.
    #[must_use]
    pub(crate) fn new(
        area: UnitBox,
        lens: Lens,
        (units, is_texture): (i32, bool),
        shapes: &Shapes<'_>,
        subjects: &[Subject<'_>],
    ) -> Panel {
        // Rounded up, so that so many cells are never less than a target.
        let mut cell = ((units + 9) / 10).max(1);
        let most = if is_texture { MOST_CELLS / OF_TEXTURE } else { MOST_CELLS };
        while area.width() / cell * (area.height() / cell) > most {
            cell = (cell * 2).max(1);
        }
        let grid = OccupancyGrid::draw(area, cell, shapes, &lens);
        let is_state = |cell: u32| {
            region_of(cell).and_then(|region| subjects.get(region)).is_some_and(Subject::is_state)
        };
        let land = sums(&grid, is_state);
        let (mut hearts, mut lands) = (Vec::new(), Vec::new());
        for subject in subjects {
            hearts.push((lens.place(subject.center), 0));
            lands.push(None);
        }
        let (taken, taken_sea) = (Vec::new(), Vec::new());
        let mut panel =
            Panel { area, lens, units, cell, grid, land, hearts, lands, taken, taken_sea };
        panel.measure();
        panel
    }

    /// A length of so many tenths of a CSS pixel in units, rounded up.
    #[inline(never)]
    pub(crate) fn px(&self, tenths: i32) -> i32 {
        (tenths * self.units + 99) / 100
    }

    /// The column or row of a length from the edge of the panel.
    pub(crate) fn cells(&self, length: i32) -> i32 {
        length.div_euclid(self.cell.max(1))
    }

    /// The cell at a place.
    #[inline(never)]
    pub(crate) fn cell_at(&self, place: UnitPoint) -> (i32, i32) {
        (self.cells(place.x - self.area.min.x), self.cells(place.y - self.area.min.y))
    }

    /// The middle of a cell.
    pub(crate) fn middle(&self, (column, row): (i32, i32)) -> UnitPoint {
        UnitPoint {
            x: self.area.min.x + column * self.cell + self.cell / 2,
            y: self.area.min.y + row * self.cell + self.cell / 2,
        }
    }

    /// The square of so many cells from one on.
    #[inline(never)]
    pub(crate) fn area_of(&self, (column, row): (i32, i32), cells: i32) -> UnitBox {
        let UnitPoint { x, y } = self.area.min;
        let min = UnitPoint { x: x + column * self.cell, y: y + row * self.cell };
        let side = cells * self.cell;
        UnitBox { min, max: UnitPoint { x: min.x + side, y: min.y + side } }
    }

    /// The cells that an area touches: the first, and the one after the last.
    #[inline(never)]
    pub(crate) fn touched(&self, area: UnitBox) -> ((i32, i32), (i32, i32)) {
        let last = self.cell_at(UnitPoint { x: area.max.x - 1, y: area.max.y - 1 });
        (self.cell_at(area.min), (last.0 + 1, last.1 + 1))
    }

    /// What is at a place; None outside of the panel.
    pub(crate) fn at(&self, place: UnitPoint) -> Option<u32> {
        let (column, row) = self.cell_at(place);
        self.grid.get(column, row)
    }

    /// Whether every cell that an area touches is that region's.
    #[inline(never)]
    pub(crate) fn is_all(&self, region: usize, area: UnitBox) -> bool {
        let (from, to) = self.touched(area);
        self.grid.holds_only(code(region), from, to)
    }

    /// How many cells that an area touches are land of a state.
    #[inline(never)]
    pub(crate) fn land_in(&self, area: UnitBox) -> u32 {
        let (from, to) = self.touched(area);
        let within = |at: i32, most: i32| at.clamp(0, most);
        let sum = |column: i32, row: i32| {
            let (column, row) = (within(column, self.grid.width), within(row, self.grid.height));
            let index = usize::try_from(row * (self.grid.width + 1) + column).unwrap_or(0);
            self.land.get(index).copied().unwrap_or(0)
        };
        (sum(to.0, to.1) + sum(from.0, from.1)) - (sum(from.0, to.1) + sum(to.0, from.1))
    }

    /// Whether an area lies in the panel, `edge` from its sides, and on nothing that is taken.
    #[inline(never)]
    pub(crate) fn is_free(&self, area: UnitBox, edge: i32) -> bool {
        self.area.holds(area.grown(edge)) && !self.taken.iter().any(|taken| taken.meets(area))
    }

    /// Finds hearts and lands.
    fn measure(&mut self) {
        let squares = self.grid.squares();
        // Of each region the sums of the corners of its largest squares, and how many there are.
        let mut sums = Vec::new();
        self.hearts.iter().for_each(|_| sums.push((0, 0, 0)));
        let (mut column, mut row) = (0, 0);
        for (&cell, side) in self.grid.cells().iter().zip(squares) {
            let region = region_of(cell).unwrap_or(usize::MAX);
            if let (Some((_, most)), Some(sum), Some(land)) =
                (self.hearts.get_mut(region), sums.get_mut(region), self.lands.get_mut(region))
            {
                let side = i32::from(side);
                if side > *most {
                    (*most, *sum) = (side, (0, 0, 0));
                }
                if side == *most {
                    *sum = (sum.0 + column + 1, sum.1 + row + 1, sum.2 + 1);
                }
                let (min, max) = land.get_or_insert(((column, row), (column, row)));
                min.0 = min.0.min(column);
                *max = (max.0.max(column + 1), row + 1);
            }
            column += 1;
            if column == self.grid.width {
                (column, row) = (0, row + 1);
            }
        }
        for ((middle, side), (right, down, count)) in self.hearts.iter_mut().zip(sums) {
            if count > 0 {
                *side *= self.cell;
                let UnitPoint { x, y } = self.area.min;
                let place = |from: i32, sum: i32| from + sum / count.max(1) * self.cell - *side / 2;
                *middle = UnitPoint { x: place(x, right), y: place(y, down) };
            }
        }
    }
}

/// For each corner of the cells, how many cells above and to the left of it are counted.
pub(crate) fn sums(grid: &OccupancyGrid, is_counted: impl Fn(u32) -> bool) -> Vec<u32> {
    let columns = usize::try_from(grid.width).unwrap_or(0);
    let mut sums: Vec<u32> = Vec::with_capacity(grid.cells().len() + columns + 1);
    sums.resize(columns + 1, 0);
    for row in grid.cells().chunks_exact(columns.max(1)) {
        let mut sum = 0;
        sums.push(0);
        for &cell in row {
            sum += u32::from(is_counted(cell));
            // The same column in the row above stands so many places back.
            let above = sums.len().checked_sub(columns + 1).and_then(|at| sums.get(at));
            let above = above.copied().unwrap_or(0);
            sums.push(sum + above);
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::lines::Lines;
    use crate::layout::stage::Rank;

    fn panel() -> Panel {
        let square = [(40, 40), (100, 40), (100, 80), (40, 80)];
        let lines: Lines<UnitPoint> =
            [square.map(|(x, y)| UnitPoint { x, y })].into_iter().collect();
        let regions: Vec<_> = std::iter::once(0..1).collect();
        let shapes = Shapes { rings: &lines, regions: &regions };
        let center = UnitPoint { x: 70, y: 60 };
        let forms = [None; 3];
        let (rank, note) = (Rank::Second, None);
        let subject = Subject { forms, note, rank, is_bold: false, avoids_inside: false, center };
        let area = UnitBox { min: UnitPoint { x: -20, y: 0 }, max: UnitPoint { x: 180, y: 100 } };
        Panel::new(area, Lens::NONE, (100, false), &shapes, &[subject])
    }

    #[test]
    fn land_is_counted_in_an_area() {
        let panel = panel();
        assert_eq!(panel.cell, 10);
        let all = panel.land_in(panel.area);
        // 6 by 4 cells by their middles, and the cells of the corners.
        assert_eq!(all, 24 + 3);
        let part = UnitBox { min: UnitPoint { x: 35, y: 35 }, max: UnitPoint { x: 61, y: 55 } };
        assert_eq!(panel.land_in(part), 3 * 2);
    }

    #[test]
    fn the_heart_is_the_middle_of_the_largest_square() {
        // The largest squares can be moved to the right by twenty units.
        assert_eq!(panel().hearts, [(UnitPoint { x: 70, y: 60 }, 40)]);
    }

    #[test]
    fn what_is_taken_or_outside_is_not_free() {
        let mut panel = panel();
        let area = UnitBox::around(UnitPoint { x: 0, y: 20 }, 20, 20);
        assert!(panel.is_free(area, 10) && !panel.is_free(area, 11));
        panel.taken.push(area);
        assert!(!panel.is_free(area, 0));
    }
}
