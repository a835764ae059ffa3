//! The places that the name of a region could have in a panel: on its land, beside its coast, or
//! at the end of a line.

use super::wish::{Spot, TARGET, Wish};
use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::layout::occupancy::{SEA, code};
use crate::layout::panel::{CellBox, Panel};
use crate::layout::shapes::{Extent, Subject, squared};
use crate::layout::stage::{Align, Dot, Rank};
use crate::layout::text::{Block, MOST_LINES};

/// Sizes of text in tenths of a CSS pixel.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fonts {
    /// Of the largest states.
    pub first: i32,
    /// Of the others.
    pub second: i32,
    /// Of territories.
    pub territory: i32,
}

/// Costs of a name, by which the better of two places is found.
pub(super) mod cost {
    /// Of each step to a shorter form.
    pub(crate) const FORM: [i32; 3] = [0, 5, 30];
    /// Of each line after the first on land, and in the sea.
    pub(crate) const LINE: i32 = 2;
    pub(crate) const LINE_IN_SEA: i32 = 7;
    /// Of a dot of others that is as near as the own.
    pub(crate) const DOUBT: i32 = 20;
    /// Of a note that is left out.
    pub(crate) const NOTE: i32 = 8;
    /// Of standing beside the region.
    pub(crate) const BESIDE: i32 = 8;
    /// Of standing twice as far from it.
    pub(crate) const OFF: i32 = 6;
    /// Of a line to the region.
    pub(crate) const LEADER: i32 = 30;
    /// Of a name at the end of a line, at most: not in three lines.
    pub(crate) const LONGEST: i32 = 30;
    /// Of a line that goes up or down.
    pub(crate) const ABOVE: i32 = 20;
    /// Of no name.
    pub(crate) const MISSING: i32 = 1000;
    /// Of no name for a territory: as much as a place beside it, at most.
    pub(crate) const MISSING_TERRITORY: i32 = 24;
    /// Of no name for one that has to be there.
    pub(crate) const MISSING_BOLD: i32 = 30_000;
}

/// An abbreviation on land has so many letters at most.
const MOST_LETTERS: usize = 6;
/// Distances in tenths of a CSS pixel: from the coast or a dot,
pub(super) const OFF: i32 = 50;
/// from the dot of another region,
const DOUBT: i32 = 100;
/// from the edge of the panel,
const EDGE: i32 = 40;
/// from the border inside of a region,
pub(super) const CLEAR: i32 = 10;
/// and from one place to the next that is tried.
pub(super) const STEP: i32 = 40;
/// Islets of its own may take one of so many parts of a name's ground.
const ISLETS: u32 = 12;
/// Cells of others beside a name that count.
const MOST_CROWD: i32 = 30;
/// A territory is named beside its coast if it is at least so long.
const LEAST_TERRITORY: i32 = 100;

/// The sides on which a name can stand: a step to the right and down, and its alignment.
const SIDES: [(i32, i32, Align); 4] =
    [(1, 0, Align::Start), (-1, 0, Align::End), (0, -1, Align::Middle), (0, 1, Align::Middle)];

/// What a region would like; None where it is not to be seen in the panel. `has_leaders` is None where
/// names stand on land alone.
pub(super) fn wish(
    panel: &Panel,
    subjects: &[Subject<'_>],
    extents: &[Option<Extent>],
    region: usize,
    dots: &[Dot],
    fonts: &Fonts,
    has_leaders: Option<bool>,
) -> Option<Wish> {
    let subject = subjects.get(region)?;
    let dot = dots.iter().find(|dot| dot.region == region).copied();
    let &(heart, side) = panel.hearts.get(region)?;
    if dot.is_none() && side == 0 {
        return None;
    }
    let (font, without) = match subject.rank {
        Rank::First => (fonts.first, cost::MISSING),
        Rank::Second => (fonts.second, cost::MISSING),
        Rank::Territory => (fonts.territory, cost::MISSING_TERRITORY),
    };
    let without = if subject.is_bold { cost::MISSING_BOLD } else { without };
    let size = panel.px(font);
    let mut land = panel.lands.get(region).copied().flatten();
    // Islands far off are no coast to look for a name at.
    if let (Some((min, max)), Some(extent)) = (&mut land, extents.get(region).copied().flatten()) {
        let (from, to) = panel.touched(panel.lens.area(extent.body));
        *min = (min.0.max(from.0), min.1.max(from.1));
        *max = (max.0.min(to.0), max.1.min(to.1));
    }
    let (rows, columns, blocks, spots) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut maker =
        Maker { panel, subjects, region, dot, dots, heart, land, rows, columns, blocks, spots };
    maker.write(subject, size, has_leaders);
    let target = panel.px(TARGET);
    let row = if subject.is_state() && side < target { target } else { 0 };
    let (blocks, spots, rank) = (maker.blocks, maker.spots, subject.rank);
    let spots = by_cost(spots, without);
    Some(Wish { region, rank, size, blocks, spots, without, heart, row, chosen: None })
}

pub(super) struct Maker<'a> {
    pub(super) panel: &'a Panel,
    pub(super) subjects: &'a [Subject<'a>],
    pub(super) region: usize,
    pub(super) dot: Option<Dot>,
    pub(super) dots: &'a [Dot],
    pub(super) heart: UnitPoint,
    pub(super) land: Option<CellBox>,
    /// Of each row of that box the first of its cells, and the one after the last; of each column.
    pub(super) rows: Vec<(i32, i32)>,
    pub(super) columns: Vec<(i32, i32)>,
    pub(super) blocks: Vec<Block>,
    pub(super) spots: Vec<Spot>,
}

impl Maker<'_> {
    /// Writes the name in every form, and finds places for each: on the land, else beside it, else
    /// at the end of a line.
    fn write(&mut self, subject: &Subject<'_>, size: i32, has_leaders: Option<bool>) {
        let is_bold = subject.is_bold || subject.rank == Rank::First;
        let mut costs = Vec::new();
        for (form, text) in subject.forms.iter().enumerate() {
            let Some(text) = text else { continue };
            // An abbreviation is not broken.
            for lines in 1..=if form < 2 { MOST_LINES } else { 1 } {
                let Some(block) = Block::new(text, lines, size, is_bold) else { continue };
                let fits_inside = form < 2 || text.chars().count() <= MOST_LETTERS;
                let lines = i32::try_from(lines - 1).unwrap_or(0);
                let mut form = cost::FORM.get(form).copied().unwrap_or(0);
                if subject.is_bold {
                    form *= 2;
                }
                let mut cost = (form + cost::LINE * lines, form + cost::LINE_IN_SEA * lines);
                if let Some(noted) = subject.note.and_then(|note| block.clone().noted(note, size)) {
                    costs.push((cost, fits_inside));
                    self.blocks.push(noted);
                    cost = (cost.0 + cost::NOTE, cost.1 + cost::NOTE);
                }
                costs.push((cost, fits_inside));
                self.blocks.push(block);
            }
        }
        if !subject.avoids_inside && self.dot.is_none() {
            for (number, &((cost, _), fits_inside)) in costs.iter().enumerate() {
                if fits_inside {
                    self.inside(number, cost);
                }
            }
        }
        let has_inside = !self.spots.is_empty();
        let best = self.spots.iter().map(|spot| spot.cost).min().unwrap_or(i32::MAX);
        let Some(has_leaders) = has_leaders else { return };
        if best <= cost::BESIDE || !self.may_stand_beside(subject) {
            return;
        }
        self.trace();
        let may_lead = subject.is_state() && has_leaders && !has_inside;
        for (number, &((_, cost), _)) in costs.iter().enumerate() {
            for side in SIDES {
                self.beside(number, cost, side);
                if may_lead && cost <= cost::LONGEST {
                    self.with_leader(number, cost, side);
                }
            }
        }
    }

    fn may_stand_beside(&self, subject: &Subject<'_>) -> bool {
        let Some((min, max)) = self.land.filter(|_| !subject.is_state()) else {
            return subject.is_state();
        };
        let longest = (max.0 - min.0).max(max.1 - min.1) * self.panel.cell;
        self.dot.is_none() && longest >= self.panel.px(LEAST_TERRITORY)
    }

    pub(super) fn size(&self, number: usize) -> Option<(i32, i32)> {
        self.blocks.get(number).map(|block| (block.width, block.height))
    }

    /// The place on the region's own land that is nearest to its heart.
    fn inside(&mut self, number: usize, cost: i32) {
        let (panel, Some((min, max))) = (self.panel, self.land) else { return };
        let Some((width, height)) = self.size(number) else { return };
        // A cell is its region's by its middle: half of it may lie beyond the border.
        let clear = panel.px(CLEAR).max(panel.cell);
        let longest = (max.0 - min.0).max(max.1 - min.1);
        let step = (longest / 64).max(1);
        let mut nearest: Option<(i64, UnitBox)> = None;
        let mut row = min.1;
        while row < max.1 {
            let mut column = min.0;
            while column < max.0 {
                let middle = panel.middle((column, row));
                let far = squared(middle, self.heart);
                let area = UnitBox::around(middle, width, height);
                if nearest.is_none_or(|(least, _)| far < least)
                    && panel.is_all(self.region, area.grown(clear))
                    && self.is_free(area)
                {
                    nearest = Some((far, area));
                }
                column += step;
            }
            row += step;
        }
        if let Some((_, area)) = nearest {
            let (align, is_inside, leader) = (Align::Middle, true, None);
            let hull = area;
            self.spots.push(Spot { block: number, area, align, is_inside, leader, hull, cost });
        }
    }

    /// Whether a name may stand there, be it on land or not.
    pub(super) fn is_free(&self, area: UnitBox) -> bool {
        let panel = self.panel;
        let gap = panel.px(CLEAR);
        let is_on_dot = |dot: &Dot| {
            let side = 2 * (dot.radius + gap);
            UnitBox::around(dot.at, side, side).meets(area)
        };
        panel.is_free(area, panel.px(EDGE)) && !self.dots.iter().any(is_on_dot)
    }

    /// Whether there is no land but a few islets of the region's own.
    pub(super) fn is_clear(&self, area: UnitBox) -> bool {
        let panel = self.panel;
        let land = panel.land_in(area);
        if land == 0 {
            return true;
        }
        let ((left, top), (right, bottom)) = panel.touched(area);
        let size = u32::try_from((right - left) * (bottom - top)).unwrap_or(0);
        let is_here = panel.lands.get(self.region).copied().flatten().is_some_and(|(min, max)| {
            min.0 < right && left < max.0 && min.1 < bottom && top < max.1
        });
        if land * ISLETS > size || !is_here {
            return false;
        }
        let own = Some(code(self.region));
        let mut islets = 0;
        for row in top..bottom {
            for column in left..right {
                islets += u32::from(panel.grid.get(column, row) == own);
            }
        }
        islets == land
    }

    /// Whether a name may stand there in the sea, and what of it lies on a territory.
    pub(super) fn is_sea(&self, area: UnitBox) -> bool {
        let gap = self.panel.px(CLEAR);
        self.is_clear(area.grown(self.panel.cell / 2))
            && self.is_free(area)
            && !self.panel.taken_sea.iter().any(|taken| taken.grown(gap).meets(area))
    }

    pub(super) fn push_sea(
        &mut self,
        number: usize,
        area: UnitBox,
        align: Align,
        mut cost: i32,
        leader: Option<(UnitPoint, UnitPoint)>,
    ) {
        let crowd = self.crowd(area);
        let around = area.grown(self.panel.px(DOUBT));
        for dot in self.dots {
            let is_other = dot.region != self.region && self.is_state(dot.region);
            if is_other && dot.area().meets(around) {
                cost += cost::DOUBT;
            }
        }
        // With the free space around it and its row.
        let mut hull = area.grown(self.panel.px(TARGET) / 2);
        if let Some((end, pin)) = leader {
            hull = hull.and(UnitBox { min: end, max: end }).and(UnitBox { min: pin, max: pin });
        }
        let (cost, is_inside) = (cost + crowd.min(MOST_CROWD) / 2, false);
        self.spots.push(Spot { block: number, area, align, is_inside, leader, hull, cost });
    }

    /// How much land of others, territories too, a name has close around it or under its middle:
    /// it could be taken for theirs.
    fn crowd(&self, area: UnitBox) -> i32 {
        let grid = &self.panel.grid;
        let own = code(self.region);
        let is_foreign = |column: i32, row: i32| {
            let cell = grid.get(column, row).unwrap_or(SEA);
            i32::from(cell != SEA && cell != own)
        };
        let near = self.panel.touched(area.grown(self.panel.px(OFF) - self.panel.cell));
        let ((left, top), (right, bottom)) = near;
        let mut crowd = 0;
        for column in left..right {
            for row in [top, i32::midpoint(top, bottom), bottom - 1] {
                crowd += is_foreign(column, row);
            }
        }
        for row in top..bottom {
            crowd += is_foreign(left, row) + is_foreign(right - 1, row);
        }
        crowd
    }

    pub(super) fn is_state(&self, region: usize) -> bool {
        self.subjects.get(region).is_some_and(Subject::is_state)
    }
}

/// The cheapest first, of equal ones those that were found first.
fn by_cost(spots: Vec<Spot>, without: i32) -> Vec<Spot> {
    let mut shelves: Vec<Vec<Spot>> = Vec::new();
    for spot in spots {
        let shelf = usize::try_from(spot.cost).unwrap_or(0);
        if shelf >= shelves.len() {
            shelves.resize_with(shelf + 1, Vec::new);
        }
        if let Some(shelf) = shelves.get_mut(shelf).filter(|_| spot.cost < without) {
            shelf.push(spot);
        }
    }
    let mut sorted = Vec::new();
    for mut shelf in shelves {
        sorted.append(&mut shelf);
    }
    sorted
}
