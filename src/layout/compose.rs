//! A map and the room on the page → what stands on it.

use crate::geo::frame::UnitPoint;
use crate::geo::lines::Lines;
use crate::geo::unit_box::UnitBox;
use crate::layout::arrangement::Style;
use crate::layout::dots::dots;
use crate::layout::inset::cluster::Cluster;
use crate::layout::inset::{self, Fit, Wanted};
use crate::layout::name::{Fonts, MOST_LEADERS, cheapest, names};
use crate::layout::panel::Panel;
use crate::layout::shapes::{Extent, Lens, Shapes, Subject};
use crate::layout::stage::{Inset, Marks, Name, Stage, StageSize};
use crate::layout::target::Owners;
use crate::layout::text::{Block, height_px};

/// What the place of a name costs less in an inset, if it is taken.
const MOVED: i32 = 12;
/// Free space around an inset and a headline, in tenths of a CSS pixel.
const AROUND_INSET: i32 = 60;
const AROUND_HEADLINE: i32 = 160;
/// Between land and an inset, in tenths of a CSS pixel.
const OFF_LAND: i32 = 100;
/// Leaders that the map leaves to an inset.
const LEADERS_OF_INSET: usize = 4;
/// If not all names have room, an inset smaller by so many hundredths is tried.
const SMALLER: i32 = 30;

/// A map to be laid out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MapSketch<'a> {
    /// The whole map, or what a zoomed view shows of it.
    pub frame: UnitBox,
    /// Its regions.
    pub shapes: Shapes<'a>,
    /// What is to be said about them.
    pub subjects: &'a [Subject<'a>],
    /// Kicker, headline and finding.
    pub headline: [&'a str; 3],
    /// Which regions an inset shows.
    pub cluster: Option<&'a Cluster>,
}

/// Lays out a whole map.
#[must_use]
pub(crate) fn whole(map: &MapSketch<'_>, size: StageSize) -> Stage {
    let work = Work::new(map, size);
    let (area, units) = size.area(map.frame, false);
    let mut panel = work.panel(area, Lens::NONE, units);
    panel.taken.push(work.tools(&panel));
    let obstacles = work.obstacles(&panel);
    let headline = work.headline(&obstacles);
    panel.taken.extend(headline);
    let mut best = None;
    if let Some(Cluster { members, bounds }) = map.cluster {
        let least = work.style.least_factor;
        let mut most = i32::MAX;
        for share in 0..3 {
            let wanted = work.wanted(&panel, members, *bounds, share);
            let is_free = |frame: UnitBox| {
                panel.is_free(frame, 0) && obstacles.land_in(frame.grown(panel.px(OFF_LAND))) == 0
            };
            let Some(fit) = inset::free(&wanted, area, (least, most), is_free) else { break };
            most = fit.factor - SMALLER;
            best = better(best, work.draft(&mut panel, members, Some((fit, false))));
            if matches!(best, Some((0, _))) {
                break;
            }
        }
        let (area, units) = size.area(map.frame, true);
        let mut panel = None;
        for share in [1, 0, 2] {
            if matches!(best, Some((0, _))) {
                break;
            }
            let panel = panel.get_or_insert_with(|| {
                let mut panel = work.panel(area, Lens::NONE, units);
                panel.taken.push(work.tools(&panel));
                panel.taken.extend(headline);
                panel
            });
            let wanted = work.wanted(panel, members, *bounds, share);
            let fit = inset::docked(&wanted, area, work.style.dock);
            best = better(best, work.draft(panel, members, Some((fit, true))));
        }
    }
    let (_, mut stage) = best.unwrap_or_else(|| work.draft(&mut panel, &[], None));
    stage.has_headline = headline.is_some();
    work.aim(&mut stage);
    stage
}

/// The draft with fewer names left out; of equal ones the first.
fn better(best: Option<(usize, Stage)>, other: (usize, Stage)) -> Option<(usize, Stage)> {
    match best {
        Some(best) if best.0 <= other.0 => Some(best),
        Some(_) | None => Some(other),
    }
}

/// Names what a zoomed view shows; `stage` is that of the whole map.
#[must_use]
pub(crate) fn zoomed(map: &MapSketch<'_>, stage: &Stage) -> Stage {
    let work = Work::new(map, stage.size);
    let mut panel = work.panel(map.frame, Lens::NONE, stage.units_per_10_px);
    panel.taken.push(work.tools(&panel));
    let (_, mut stage) = work.draft(&mut panel, &[], None);
    work.aim(&mut stage);
    stage
}

struct Work<'a> {
    map: &'a MapSketch<'a>,
    extents: Vec<Option<Extent>>,
    size: StageSize,
    style: Style,
}

impl Work<'_> {
    fn new<'a>(map: &'a MapSketch<'a>, size: StageSize) -> Work<'a> {
        let regions = 0..map.subjects.len();
        let extents = regions.map(|region| map.shapes.extent(region)).collect();
        Work { map, extents, size, style: size.arrangement.style() }
    }

    fn panel(&self, area: UnitBox, lens: Lens, units: i32) -> Panel {
        Panel::new(area, lens, units, &self.map.shapes, self.map.subjects)
    }

    /// Search and zoom, in the upper right corner.
    fn tools(&self, panel: &Panel) -> UnitBox {
        let (right, top) = self.style.tools;
        let corner = UnitPoint {
            x: panel.area.max.x - panel.px(10 * right),
            y: panel.area.min.y + panel.px(10 * top),
        };
        UnitBox {
            min: UnitPoint { x: corner.x - panel.px(400), y: corner.y },
            max: UnitPoint { x: corner.x, y: corner.y + panel.px(400 + 80 + 800) },
        }
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
    fn obstacles(&self, panel: &Panel) -> Panel {
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
        Panel::new(panel.area, panel.lens, panel.units, &shapes, self.map.subjects)
    }

    /// What an inset for these members has to show, with room for names on one side,
    /// and a share of it, in quarters, on the other.
    fn wanted(&self, panel: &Panel, members: &[usize], bounds: UnitBox, share: i32) -> Wanted {
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
            let lines = [2, 1].into_iter().find_map(|count| Block::new(text, count, size, false));
            let width = lines.map(|block| block.width);
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
        Wanted { members: bounds, beside, heading, units }
    }

    /// Names everything, with an inset or without. Returns how many states have no name.
    fn draft(
        &self,
        panel: &mut Panel,
        members: &[usize],
        fit: Option<(Fit, bool)>,
    ) -> (usize, Stage) {
        let (taken, taken_sea) = (panel.taken.len(), panel.taken_sea.len());
        let window = fit.map(|(fit, _)| fit.window);
        let mut picture = None;
        let mut moved = Vec::new();
        if let Some((fit, is_docked)) = fit {
            if !is_docked {
                panel.taken.push(fit.frame.grown(panel.px(AROUND_INSET)));
            }
            panel.taken_sea.push(fit.window);
            let drawn = self.panel(fit.place, fit.lens(), panel.units);
            moved = self.moved(panel, &drawn, members);
            picture = Some(drawn);
        }
        let is_here = |region: usize, is_state: bool| {
            if is_state {
                !members.contains(&region) && !moved.contains(&region)
            } else {
                window.is_none_or(|window| !self.is_in(region, window))
            }
        };
        let most = MOST_LEADERS - if fit.is_some() { LEADERS_OF_INSET } else { 0 };
        let (marks, mut left) = self.marks(panel, is_here, &self.style.fonts, most);
        let leaders = marks.names.iter().filter(|name| name.leader.is_some()).count();
        let mut inset = None;
        if let (Some((fit, is_docked)), Some(mut drawn)) = (fit, picture) {
            let is_here = |region: usize, is_state: bool| {
                if is_state {
                    members.contains(&region) || moved.contains(&region)
                } else {
                    self.is_in(region, fit.window)
                }
            };
            let fonts = &self.style.inset;
            let (mut marks, more) = self.marks(&drawn, is_here, fonts, MOST_LEADERS - leaders);
            left = self.add(&mut drawn, &mut marks.names, &left);
            left.extend(more);
            let lands = drawn.lands.iter().enumerate();
            let is_drawn = lands.filter(|(_, land)| land.is_some()).map(|(region, _)| region);
            inset = Some(Inset {
                members: members.to_vec(),
                drawn: is_drawn.collect(),
                window: fit.window,
                place: fit.place,
                frame: fit.frame,
                factor: fit.factor,
                is_docked,
                marks,
            });
        }
        let missing = self.states(&left);
        #[cfg(test)]
        if std::env::var("DEBUG").is_ok() {
            let who: Vec<_> = left
                .iter()
                .filter(|r| self.map.subjects[**r].is_state())
                .map(|r| self.map.subjects[*r].forms[0])
                .collect();
            println!("  draft {:?} missing {missing} {who:?}", fit.map(|f| (f.0.factor, f.1)));
        }
        panel.taken.truncate(taken);
        panel.taken_sea.truncate(taken_sea);
        let stage = Stage {
            size: self.size,
            area: panel.area,
            units_per_10_px: panel.units,
            has_headline: false,
            marks,
            insets: inset.into_iter().collect(),
        };
        (missing, stage)
    }

    /// What has a much better place for its name on its land in the inset than on the map.
    fn moved(&self, panel: &Panel, drawn: &Panel, members: &[usize]) -> Vec<usize> {
        let mut moved = Vec::new();
        for (region, subject) in self.map.subjects.iter().enumerate() {
            let is_cut = drawn.lands.get(region).is_some_and(Option::is_some);
            if !is_cut || !subject.is_state() || members.contains(&region) {
                continue;
            }
            let on = |panel: &Panel, fonts: &Fonts| {
                cheapest(panel, self.map.subjects, &self.extents, region, fonts)
            };
            let (there, _) = on(panel, &self.style.fonts).unwrap_or((i32::MAX, false));
            let here = on(drawn, &self.style.inset).filter(|(_, is_inside)| *is_inside);
            if here.is_some_and(|(cost, _)| cost < there.saturating_sub(MOVED)) {
                moved.push(region);
            }
        }
        moved
    }

    /// Sets the targets of a stage.
    fn aim(&self, stage: &mut Stage) {
        let mut members = Vec::new();
        for inset in &mut stage.insets {
            members.extend(inset.members.iter().copied());
            let lens = inset.lens();
            let panel = self.panel(inset.place, lens, stage.units_per_10_px);
            self.aim_at(&panel, &mut inset.marks, &inset.members);
        }
        let mut panel = self.panel(stage.area, Lens::NONE, stage.units_per_10_px);
        panel.taken.push(self.tools(&panel));
        for inset in stage.insets.iter().filter(|inset| !inset.is_docked) {
            panel.taken.push(inset.frame);
        }
        let mut states = Vec::new();
        for (region, subject) in self.map.subjects.iter().enumerate() {
            if subject.is_state() && !members.contains(&region) {
                states.push(region);
            }
        }
        self.aim_at(&panel, &mut stage.marks, &states);
    }

    fn aim_at(&self, panel: &Panel, marks: &mut Marks, states: &[usize]) {
        marks.spread_targets(panel);
        let is_here = |region: &&usize| {
            let is_land = panel.lands.get(**region).is_some_and(Option::is_some);
            is_land || marks.dots.iter().any(|dot| dot.region == **region)
        };
        let states: Vec<usize> = states.iter().filter(is_here).copied().collect();
        Owners::new(panel, self.map.subjects, &marks.dots).set_cores(&states, marks);
    }

    /// Dots and names of a panel, and the regions that found no place for theirs.
    fn marks(
        &self,
        panel: &Panel,
        is_here: impl Fn(usize, bool) -> bool,
        fonts: &Fonts,
        leaders: usize,
    ) -> (Marks, Vec<usize>) {
        let subjects = self.map.subjects;
        let mut regions = Vec::new();
        for (region, subject) in subjects.iter().enumerate() {
            if is_here(region, subject.is_state()) {
                regions.push(region);
            }
        }
        let dots = dots(panel, subjects, &self.extents, &regions, self.style.dots);
        let (names, left) = names(panel, subjects, &self.extents, &regions, &dots, fonts, leaders);
        (Marks { names, dots, cores: Vec::new() }, left)
    }

    /// Names these regions, without a line, where there is room between the names of a panel.
    /// Returns those that find none.
    fn add(&self, panel: &mut Panel, there: &mut Vec<Name>, regions: &[usize]) -> Vec<usize> {
        for name in there.iter() {
            panel.taken.push(name.area.grown(panel.px(20)));
            if let Some((from, to)) = name.leader {
                panel
                    .taken
                    .push(UnitBox { min: from, max: from }.and(UnitBox { min: to, max: to }));
            }
        }
        let (subjects, extents, fonts) = (self.map.subjects, &self.extents, &self.style.inset);
        let (more, _) = names(panel, subjects, extents, regions, &[], fonts, 0);
        let is_left = |region: &usize| more.iter().all(|name| name.region != *region);
        let left = regions.iter().copied().filter(is_left).collect();
        there.extend(more);
        left
    }

    fn is_in(&self, region: usize, window: UnitBox) -> bool {
        self.map.subjects.get(region).is_some_and(|subject| window.contains(subject.center))
    }

    fn states(&self, regions: &[usize]) -> usize {
        let is_state =
            |region: &&usize| self.map.subjects.get(**region).is_some_and(Subject::is_state);
        regions.iter().filter(is_state).count()
    }
}

/// A member whose largest part is narrower than this on the map, in tenths of a CSS pixel, has its
/// name in the column of an inset,
const DOTTED: i32 = 30;
/// which is wider than the name by this.
const COLUMN: i32 = 180;

/// The sides of the largest squares that the states own on a stage, in tenths of a CSS pixel, each
/// on the picture where it is named.
#[cfg(test)]
pub(crate) fn owned(map: &MapSketch<'_>, stage: &Stage) -> Vec<i32> {
    let work = Work::new(map, stage.size);
    let mut sides = vec![0; map.subjects.len()];
    let mut pictures: Vec<(Panel, &Marks, Option<&Vec<usize>>)> = Vec::new();
    let mut panel = work.panel(stage.area, Lens::NONE, stage.units_per_10_px);
    panel.taken.push(work.tools(&panel));
    for inset in &stage.insets {
        if !inset.is_docked {
            panel.taken.push(inset.frame);
        }
        let drawn = work.panel(inset.place, inset.lens(), stage.units_per_10_px);
        pictures.push((drawn, &inset.marks, Some(&inset.members)));
    }
    pictures.insert(0, (panel, &stage.marks, None));
    for (panel, marks, members) in pictures {
        let owned = Owners::new(&panel, map.subjects, &marks.dots).owned(marks);
        for (region, side) in owned.into_iter().enumerate() {
            if members.is_none_or(|members| members.contains(&region)) {
                sides[region] = side * panel.cell * 100 / stage.units_per_10_px;
            }
        }
    }
    sides
}
