//! Names of regions on the map, as far as there is room: on a region's own land, in the sea off
//! its coast, or in the sea beside its callout. Source of the order of places, and of keeping a
//! name on land or in the sea as a whole: Imhof, "Positioning names on maps" (1975).

mod lines;

use crate::geo::frame::{Frame, UnitPoint};
use crate::geo::unit_box::UnitBox;
use crate::layout::occupancy::{Cell, OccupancyGrid};
use lines::{Block, MOST_LINES};

/// Most steps of the search for a place on land, from one edge of a region to the other.
const STEPS: i32 = 64;

/// Where a way out of a region begins, aside from its centre, in eighths of its box.
const ASIDE: [i32; 7] = [0, -1, 1, -2, 2, -3, 3];

/// Where a name stands beside something: a step to the right and down, and how its lines align.
const SIDES: [(i32, i32, Align); 4] =
    [(1, 0, Align::Start), (-1, 0, Align::End), (0, -1, Align::Middle), (0, 1, Align::Middle)];

/// A region that would like its name on the map, or at least has a callout that no other name may
/// stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LabelRequest<'a> {
    /// Index of the region.
    pub region: usize,
    /// Its name; lines break at blanks. An empty one has no label.
    pub name: &'a str,
    /// Middle of the region's largest part, where the line to its callout ends.
    pub center: UnitPoint,
    /// Top left of the box around its shape.
    pub min: UnitPoint,
    /// Bottom right of the box around its shape.
    pub max: UnitPoint,
    /// Middle of its callout's target, if it has one.
    pub target: Option<UnitPoint>,
    /// The greatest chooses its place first.
    pub weight: i64,
}

/// How the lines of a label align.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At their left ends.
    Start,
    /// At their middles.
    Middle,
    /// At their right ends.
    End,
}

/// A name on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Index of the region.
    pub region: usize,
    /// Its name in lines, one at least.
    pub lines: Vec<String>,
    /// Middle of the text block.
    pub spot: UnitPoint,
    /// Width of the block in units, at least that of the text.
    pub width: i32,
    /// Height of the block in units, 1.15 times the font size for each line.
    pub height: i32,
    /// How the lines align.
    pub align: Align,
    /// Whether the whole block lies on the region's own land; else it lies in the sea.
    pub is_inside: bool,
}

impl Label {
    /// Where the lines begin, have their middles or end, as they align: x in units.
    #[must_use]
    pub fn x(&self) -> i32 {
        match self.align {
            Align::Start => self.spot.x - self.width / 2,
            Align::Middle => self.spot.x,
            Align::End => self.spot.x - self.width / 2 + self.width,
        }
    }

    /// Top left and bottom right of the block.
    #[must_use]
    pub fn corners(&self) -> (UnitPoint, UnitPoint) {
        let UnitBox { min, max } = UnitBox::around(self.spot, self.width, self.height);
        (min, max)
    }
}

/// Names as many of the regions as have room, in a font of `size` units. `raster` has cells of
/// `cell` units, and targets of callouts are squares of `target` units.
#[must_use]
pub(crate) fn labels(
    wanted: &[LabelRequest<'_>],
    raster: &OccupancyGrid,
    cell: i32,
    frame: &Frame,
    size: i32,
    target: i32,
) -> Vec<Label> {
    let (cell, size) = (cell.max(1), size.clamp(1, frame.width.max(1)));
    let mut room = Room { wanted, raster, cell, frame, size, target, labels: Vec::new() };
    for wanted in in_order(wanted) {
        if let Some(label) = room.label(wanted) {
            room.labels.push(label);
        }
    }
    room.labels
}

/// The greatest first. There are few, and a sort of the library is 3 kB.
fn in_order<'a, 'b>(wanted: &'b [LabelRequest<'a>]) -> Vec<&'b LabelRequest<'a>> {
    let mut ordered: Vec<&LabelRequest<'_>> = Vec::with_capacity(wanted.len());
    for new in wanted {
        let is_later = |old: &&LabelRequest<'_>| {
            (new.weight, old.name, old.region) > (old.weight, new.name, new.region)
        };
        let place = ordered.iter().position(is_later).unwrap_or(ordered.len());
        ordered.insert(place, new);
    }
    ordered
}

/// The map while it fills with labels.
struct Room<'a> {
    wanted: &'a [LabelRequest<'a>],
    raster: &'a OccupancyGrid,
    cell: i32,
    frame: &'a Frame,
    /// Of the font.
    size: i32,
    target: i32,
    labels: Vec<Label>,
}

impl Room<'_> {
    fn label(&self, wanted: &LabelRequest<'_>) -> Option<Label> {
        for is_inside in [true, false] {
            for count in 1..=MOST_LINES {
                let Some(block) = Block::new(wanted.name, count, self.size) else { continue };
                let place = match (is_inside, wanted.target) {
                    (true, None) => self.inside(wanted, &block),
                    (true, Some(_)) => None,
                    (false, _) => self.beside(wanted, &block),
                };
                if let Some((spot, align)) = place {
                    let Block { lines, width, height } = block;
                    let region = wanted.region;
                    return Some(Label { region, lines, spot, width, height, align, is_inside });
                }
            }
        }
        None
    }

    /// The place on the region's own land that is nearest to its centre: clear of its border, or
    /// else right up to it.
    fn inside(&self, wanted: &LabelRequest<'_>, block: &Block) -> Option<(UnitPoint, Align)> {
        let LabelRequest { center, min, max, .. } = *wanted;
        let (across, down, land) = (max.x - min.x, max.y - min.y, Cell::Land(wanted.region));
        if block.width > across || block.height > down {
            return None;
        }
        let step = self.cell.max(across.max(down) / STEPS + 1);
        for clear in [self.size / 2, 0] {
            let mut nearest = None;
            for row in 0..=(2 * down - block.height) / step {
                for column in 0..=(2 * across - block.width) / step {
                    let (right, below) = (zigzag(column), zigzag(row));
                    let far = right * right + below * below;
                    let spot = UnitPoint { x: center.x + right * step, y: center.y + below * step };
                    let is_nearer = nearest.is_none_or(|(least, _)| far < least);
                    if is_nearer && self.is_free(wanted, spot, block, land, clear) {
                        nearest = Some((far, spot));
                    }
                }
            }
            if let Some((_, spot)) = nearest {
                return Some((spot, Align::Middle));
            }
        }
        None
    }

    /// The first place in the sea beside a target, or else off the region's coast.
    fn beside(&self, wanted: &LabelRequest<'_>, block: &Block) -> Option<(UnitPoint, Align)> {
        SIDES.iter().find_map(|&(x, y, align)| {
            let spot = match wanted.target {
                Some(target) => self.beside_target(wanted, target, block, (x, y)),
                None => self.off_coast(wanted, block, (x, y)),
            };
            Some((spot?, align))
        })
    }

    /// The place in the sea next to a target, on the side to which x, y is a step.
    fn beside_target(
        &self,
        wanted: &LabelRequest<'_>,
        target: UnitPoint,
        block: &Block,
        (x, y): (i32, i32),
    ) -> Option<UnitPoint> {
        // Halves are rounded up, so that the gap is never less.
        let away = |length: i32| (self.target + 1) / 2 + self.size / 5 + (length + 1) / 2;
        let spot =
            UnitPoint { x: target.x + x * away(block.width), y: target.y + y * away(block.height) };
        self.is_free(wanted, spot, block, Cell::Sea, 0).then_some(spot)
    }

    /// The first place in the sea on a way out of the region, if it is near the region's own
    /// coast. The ways begin at the centre, or else somewhat aside.
    fn off_coast(
        &self,
        wanted: &LabelRequest<'_>,
        block: &Block,
        (x, y): (i32, i32),
    ) -> Option<UnitPoint> {
        let LabelRequest { center, min, max, .. } = *wanted;
        let (across, down) = (max.x - min.x, max.y - min.y);
        let half = (block.width * x.abs() + block.height * y.abs() + 1) / 2;
        // No coast of its own is farther out than its box.
        let steps = (across * x.abs() + down * y.abs() + 2 * self.size) / self.cell;
        for aside in ASIDE {
            let start = UnitPoint {
                x: center.x + across * aside / 8 * y.abs(),
                y: center.y + down * aside / 8 * x.abs(),
            };
            let mut coast = (Cell::Sea, 0);
            for step in 0..=steps {
                let far = step * self.cell;
                let Some(what) = self.cell_at(start.x + x * far, start.y + y * far) else { break };
                if what != Cell::Sea {
                    coast = (what, far + self.cell);
                    continue;
                }
                let is_near = coast.0 == Cell::Land(wanted.region)
                    && (self.size / 2..=2 * self.size).contains(&(far - coast.1));
                let far = far + half;
                let spot = UnitPoint { x: start.x + x * far, y: start.y + y * far };
                if is_near && self.is_free(wanted, spot, block, Cell::Sea, 0) {
                    return Some(spot);
                }
            }
        }
        None
    }

    fn cell_at(&self, x: i32, y: i32) -> Option<Cell> {
        let index = |length: i32| usize::try_from(length.div_euclid(self.cell)).ok();
        self.raster.get(index(x)?, index(y)?)
    }

    /// Whether a block around `spot`, and a strip `clear` wide around it, lie wholly on cells that
    /// hold `what`, and in no one's way.
    fn is_free(
        &self,
        wanted: &LabelRequest<'_>,
        spot: UnitPoint,
        block: &Block,
        what: Cell,
        clear: i32,
    ) -> bool {
        let area = UnitBox::around(spot, block.width, block.height);
        let (near, wide) = (area.grown(self.size / 4), area.grown(self.size / 2));
        let is_in_frame = wide.min.x >= 0
            && wide.min.y >= 0
            && wide.max.x <= self.frame.width
            && wide.max.y <= self.frame.height;
        let is_on_callout = |other: &LabelRequest<'_>| {
            other.target.is_some_and(|target| {
                // Farther from a target of another region, or the name could be taken for its.
                let around = if other.region == wanted.region { area } else { wide };
                around.meets(UnitBox::around(target, self.target, self.target))
                    || near.is_crossed(other.center, target)
            })
        };
        let is_on_label =
            |label: &Label| near.meets(UnitBox::around(label.spot, label.width, label.height));
        is_in_frame
            && self.is_all(what, area.grown(clear))
            && !self.wanted.iter().any(is_on_callout)
            && !self.labels.iter().any(is_on_label)
    }

    /// Whether every cell that an area touches holds `what`; the area lies in the frame.
    fn is_all(&self, what: Cell, area: UnitBox) -> bool {
        let cells = |from: i32, to: i32| {
            let index = |length: i32| usize::try_from(length / self.cell).unwrap_or(0);
            index(from)..index(to - 1) + 1
        };
        let UnitBox { min, max } = area;
        self.raster.holds_only(what, cells(min.x, max.x), cells(min.y, max.y))
    }
}

/// 0, -1, 1, -2, 2 and so on: the nearest first.
fn zigzag(count: i32) -> i32 {
    if count % 2 == 0 { count / 2 } else { -(count / 2) - 1 }
}

#[cfg(test)]
mod tests;
