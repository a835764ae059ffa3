//! What the work on one stage needs: how far regions reach, and the sea around them.

use crate::geo::lines::Lines;
use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::layout::arrangement::Style;
use crate::layout::inset::cluster::{Cluster, is_texture};
use crate::layout::inset::{FarFits, Wanted};
use crate::layout::panel::Panel;
use crate::layout::shapes::{Extent, Lens, Shapes, Subject};
use crate::layout::sketch::MapSketch;
use crate::layout::stage::{Corner, Stage, StageSize};
use crate::layout::text::{Block, height_px};

/// Free space around a headline, in tenths of a CSS pixel.
const AROUND_HEADLINE: i32 = 160;
/// A member whose largest part is narrower than this on the map, in tenths of a CSS pixel, has its
/// name in the column of an inset,
const DOTTED: i32 = 30;
/// which is wider than the name by this.
const COLUMN: i32 = 180;

/// In a picture of more states names and lines in the sea would be more than the map.
pub(super) const MOST_NAMED: usize = 60;
/// Width of search and zoom, in CSS pixels.
const TOOL: i32 = 40;

/// The work on one stage.
pub(super) struct Work<'a> {
    pub map: &'a MapSketch<'a>,
    pub extents: Vec<Option<Extent>>,
    pub size: StageSize,
    pub style: Style,
    /// Whether there are so many states or regions that only the largest have names.
    pub is_texture: bool,
    /// Whether there are so many states that names stand on their land alone, and none has a target
    /// beside its own land; more have when a reader zooms in.
    pub is_full: bool,
    /// The insets for what lies far from the map.
    pub far: FarFits,
}

/// The map of a stage, before anything stands on it but headline and tools.
pub(super) struct Ground {
    pub panel: Panel,
    /// The same without small parts of states, which an inset may cover.
    pub solid: Panel,
    pub has_headline: bool,
    pub tools: Corner,
}

impl Work<'_> {
    pub(super) fn new<'a>(map: &'a MapSketch<'a>, size: StageSize) -> Work<'a> {
        let mut extents = Vec::with_capacity(map.subjects.len());
        let (mut states, mut regions) = (0, 0);
        for (region, subject) in map.subjects.iter().enumerate() {
            let extent = map.shapes.extent(region);
            if extent.is_some_and(|extent| extent.main.meets(map.frame)) {
                regions += 1;
                states += usize::from(subject.is_state());
            }
            extents.push(extent);
        }
        let (is_texture, is_full) = (is_texture(states, regions), states > MOST_NAMED);
        let (mut style, far) = (size.arrangement.style(), FarFits::default());
        if is_full {
            style.fonts = style.inset;
            style.dots.0 = style.dots.1;
        }
        let mut work = Work { map, extents, size, style, is_texture, is_full, far };
        if !map.far.is_empty() {
            work.place_far();
        }
        work
    }

    pub(super) fn panel(&self, area: UnitBox, lens: Lens, units: i32) -> Panel {
        Panel::new(area, lens, (units, self.is_texture), &self.map.shapes, self.map.subjects)
    }

    /// The ground of a whole map.
    pub(super) fn ground(&self, has_dock: bool) -> Ground {
        let Style { tallest, over_dock, .. } = self.style;
        // Rows of insets for what lies far away are half as high as another docked inset.
        let tallest = match (has_dock, self.far.is_docked, self.map.cluster) {
            (false, false, _) => tallest,
            (false, true, None) => i32::midpoint(tallest, over_dock),
            (true, _, _) | (_, true, Some(_)) => over_dock,
        };
        let has_dock = has_dock || self.far.is_docked;
        let (area, units) = self.size.area(self.map.frame, tallest);
        let mut ground = self.bare(area, units, self.corner(area, units, has_dock));
        let headline = self.headline(&ground.solid);
        ground.has_headline = headline.is_some();
        if let Some(block) = headline {
            ground.panel.taken.push(block);
        }
        self.far.take(&mut ground);
        ground
    }

    /// The ground of a zoomed view.
    pub(super) fn zoomed_ground(&self, stage: &Stage) -> Ground {
        self.bare(self.map.frame, stage.units_per_10_px, stage.tools)
    }

    fn bare(&self, area: UnitBox, units: i32, tools: Corner) -> Ground {
        let mut panel = self.panel(area, Lens::NONE, units);
        panel.taken.push(self.tools(area, units, tools));
        let solid = self.solid(&panel);
        Ground { panel, solid, has_headline: false, tools }
    }

    /// Search and zoom, in a corner.
    pub(super) fn tools(&self, area: UnitBox, units: i32, corner: Corner) -> UnitBox {
        let (beside, above) = self.style.tools;
        let px = |length: i32| (length * units + 9) / 10;
        let (width, height) = (px(TOOL), px(TOOL + 8 + 81));
        let (left, right) = (area.min.x + px(beside), area.max.x - px(beside) - width);
        let (top, bottom) = (area.min.y + px(above), area.max.y - px(above) - height);
        let min = UnitPoint {
            x: if corner.is_left { left } else { right },
            y: if corner.is_low { bottom } else { top },
        };
        UnitBox { min, max: UnitPoint { x: min.x + width, y: min.y + height } }
    }

    /// The first corner where search and zoom lie on no state; not where a headline may stand, and
    /// not between a map and a docked inset. Where there is none, the upper right one.
    fn corner(&self, area: UnitBox, units: i32, has_dock: bool) -> Corner {
        for (is_left, is_low) in [(false, false), (true, false), (false, true), (true, true)] {
            let corner = Corner { is_left, is_low };
            let around = self.tools(area, units, corner).grown(units);
            let is_under = |subject: &Subject<'_>| around.contains(subject.center);
            let mut states = self.map.subjects.iter().filter(|subject| subject.is_state());
            let is_kept = if is_low { has_dock } else { is_left && self.style.headline.is_some() };
            if !is_kept && !states.any(is_under) {
                return corner;
            }
        }
        Corner::default()
    }

    /// The headline's block in the upper left corner, if no land of a state is there.
    fn headline(&self, panel: &Panel) -> Option<UnitBox> {
        let (width, headline_px, finding_px) = self.style.headline?;
        let [kicker, headline, finding] = self.map.headline;
        let height = height_px(kicker, width, 13, 140)
            + height_px(headline, width, headline_px, 110)
            + height_px(finding, width, finding_px, 140)
            + 16;
        let min = panel.area.min;
        let (right, down) = (panel.px(width * 10), panel.px(height * 10));
        let block = UnitBox { min, max: UnitPoint { x: min.x + right, y: min.y + down } };
        let around = block.grown(panel.px(AROUND_HEADLINE));
        (panel.land_in(around) == 0).then_some(block)
    }

    /// The land that no inset may cover: without small parts of states.
    fn solid(&self, panel: &Panel) -> Panel {
        let mut rings = Lines::default();
        let mut regions = Vec::new();
        for (region, extent) in self.extents.iter().enumerate() {
            let first = rings.len();
            for ring in self.map.shapes.large(region) {
                if extent.is_some() {
                    rings.add(ring.iter().copied());
                }
            }
            regions.push(first..rings.len());
        }
        let shapes = Shapes { rings: &rings, regions: &regions };
        let units = (panel.units, self.is_texture);
        Panel::new(panel.area, panel.lens, units, &shapes, self.map.subjects)
    }

    /// What an inset for these members has to show, with room for names on one side,
    /// and a share of it, in quarters, on the other.
    pub(super) fn wanted(&self, panel: &Panel, cluster: &Cluster, share: i32) -> Wanted {
        let (bounds, members) = (cluster.bounds, &cluster.members);
        let mut column = 0;
        for &region in members {
            let Some(subject) = self.map.subjects.get(region) else { continue };
            let Some(extent) = self.extents.get(region).copied().flatten() else { continue };
            // Those that are large enough are named on or beside their land.
            let short = extent.largest.width().min(extent.largest.height());
            if short >= panel.px(DOTTED) {
                continue;
            }
            let [long, short, _] = subject.forms;
            let size = panel.px(self.style.inset.second);
            let text = short.or(long).unwrap_or_default();
            let lines = |count: usize| Block::new(text, count, size, false);
            let width = lines(2).or_else(|| lines(1)).map(|block| block.width);
            column = column.max(width.unwrap_or(0) + panel.px(COLUMN));
        }
        // To the side where there is less land.
        let beside = |left: i32, right: i32| UnitBox {
            min: UnitPoint { x: left, ..bounds.min },
            max: UnitPoint { x: right, ..bounds.max },
        };
        let wide = bounds.width() / 4;
        let left = panel.land_in(beside(bounds.min.x - wide, bounds.min.x));
        let right = panel.land_in(beside(bounds.max.x, bounds.max.x + wide));
        let other = column * share / 4;
        let beside = if right <= left { (other, column) } else { (column, other) };
        let (heading, units) = (self.style.heading * 10, panel.units);
        Wanted { members: bounds, beside, least: 0, near: bounds.middle(), heading, units }
    }
}
