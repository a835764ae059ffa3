//! Names everything on a stage, with an inset or without.

use crate::geo::unit_box::UnitBox;
use crate::layout::dots::dots;
use crate::layout::inset::Fit;
use crate::layout::inset::cluster::Cluster;
use crate::layout::name::{Fonts, MOST_LEADERS, cheapest, names};
use crate::layout::panel::Panel;
use crate::layout::shapes::Subject;
use crate::layout::stage::{Inset, Marks, Name, Stage};
use crate::layout::text::Block;
use crate::layout::work::{Ground, MOST_NAMED, Work};

/// What the place of a name costs less in an inset, if it is taken.
const MOVED: i32 = 12;
/// Free space around an inset, in tenths of a CSS pixel.
const AROUND_INSET: i32 = 60;
/// Where there are very many regions, those have names on whose land a square of this side fits, in
/// tenths of a CSS pixel; so many of them, the largest.
const LARGE: i32 = 400;
const MOST_LARGE: usize = 60;
/// Size of the title of an inset, and the room that it leaves free for its scale and at the sides, in
/// tenths of a CSS pixel.
const TITLE: i32 = 128;
const TITLE_BESIDE: i32 = 560;
/// Leaders that the map leaves to an inset.
const LEADERS_OF_INSET: usize = 4;

impl Work<'_> {
    /// Names everything, with an inset or without. Returns how many states have no name.
    pub(super) fn draft(
        &self,
        ground: &mut Ground,
        members: &[usize],
        fit: Option<(Fit, bool)>,
    ) -> (usize, Stage) {
        let panel = &mut ground.panel;
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
        let (marks, mut left) =
            self.marks(panel, is_here, &self.style.fonts, (!self.is_full).then_some(most));
        let leaders = marks.names.iter().filter(|name| name.leader.is_some()).count();
        let mut insets = Vec::new();
        if let (Some((fit, is_docked)), Some(mut drawn)) = (fit, picture) {
            let is_here = |region: usize, is_state: bool| {
                if is_state {
                    members.contains(&region) || moved.contains(&region)
                } else {
                    self.is_in(region, fit.window)
                }
            };
            let fonts = &self.style.inset;
            let leaders = Some(MOST_LEADERS - leaders);
            let (mut marks, more) = self.marks(&drawn, is_here, fonts, leaders);
            left = self.add(&mut drawn, &mut marks.names, &left);
            left.extend(more);
            let label = self.map.cluster.map(|cluster| cluster.label.clone()).unwrap_or_default();
            insets.push(inset(&drawn, members, (label, 100), (fit, is_docked), marks));
        }
        for (cluster, &fit) in self.map.far.iter().zip(&self.far.fits) {
            insets.push(self.far_inset(cluster, fit, panel.units));
        }
        let missing = self.states(&left);
        panel.taken.truncate(taken);
        panel.taken_sea.truncate(taken_sea);
        let stage = Stage {
            size: self.size,
            area: panel.area,
            units_per_10_px: panel.units,
            has_headline: ground.has_headline,
            tools: ground.tools,
            marks,
            insets,
        };
        (missing, stage)
    }

    /// The inset for what lies far from the map. The name of a single state is its title.
    fn far_inset(&self, cluster: &Cluster, fit: Fit, units: i32) -> Inset {
        let panel = self.panel(fit.place, fit.lens(), units);
        let fits =
            |text: &&str| title(text, 1, units).is_some_and(|width| width <= fit.frame.width());
        let label = Some(cluster.label.as_str()).filter(|label| !label.is_empty());
        let mut title = label.filter(fits);
        let mut named = cluster.members.as_slice();
        if let (None, &[state]) = (title, named) {
            title = self.forms(state).into_iter().flatten().find(fits);
            named = if title.is_some() { &[] } else { named };
        }
        let is_here = |region: usize, is_state: bool| {
            named.contains(&region) || !is_state && self.is_in(region, fit.window)
        };
        let leaders = (named.len() <= MOST_NAMED).then_some(MOST_LEADERS);
        let (mut marks, _) = self.marks(&panel, is_here, &self.style.inset, leaders);
        if named.is_empty() {
            let (all, members) = ((self.map.subjects, &self.extents), &cluster.members);
            marks.dots = dots(&panel, all.0, all.1, members, self.style.dots);
        }
        let title = (title.unwrap_or_default().to_owned(), cluster.scale);
        inset(&panel, &cluster.members, title, (fit, self.far.is_docked), marks)
    }

    fn forms(&self, region: usize) -> [Option<&str>; 3] {
        self.map.subjects.get(region).map_or([None; 3], |subject| subject.forms)
    }

    /// Width of an inset for what lies far from the map, by its title, or by the names that stand in
    /// it.
    pub(super) fn title_width(&self, cluster: &Cluster, units: i32) -> i32 {
        let mut least = title(&cluster.label, 1, units);
        let lines = if cluster.members.len() > 1 { 2 } else { 1 };
        for &state in &cluster.members {
            let [long, short, _] = self.forms(state);
            let text = short.or(long).unwrap_or_default();
            least = least.max(title(text, lines, units).or_else(|| title(text, 1, units)));
        }
        least.unwrap_or(0)
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

    /// Dots and names of a panel, and the regions that found no place for theirs.
    fn marks(
        &self,
        panel: &Panel,
        is_here: impl Fn(usize, bool) -> bool,
        fonts: &Fonts,
        leaders: Option<usize>,
    ) -> (Marks, Vec<usize>) {
        let subjects = self.map.subjects;
        let mut regions: Vec<usize> = Vec::new();
        for (region, (subject, heart)) in subjects.iter().zip(&panel.hearts).enumerate() {
            if !is_here(region, subject.is_state()) {
                continue;
            }
            if !self.is_texture {
                regions.push(region);
            } else if heart.1 >= panel.px(LARGE) {
                let is_smaller =
                    |other: &usize| panel.hearts.get(*other).is_some_and(|other| other.1 < heart.1);
                let place = regions.iter().position(is_smaller).unwrap_or(regions.len());
                regions.insert(place, region);
                regions.truncate(MOST_LARGE);
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
        let (more, _) = names(panel, subjects, extents, regions, &[], fonts, Some(0));
        let mut left = Vec::new();
        for &region in regions {
            if more.iter().all(|name| name.region != region) {
                left.push(region);
            }
        }
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

/// Width of the title of an inset in so many lines, with its scale and what is free at its sides;
/// None where it has not so many lines.
fn title(text: &str, lines: usize, units: i32) -> Option<i32> {
    let block = Block::new(text, lines, units * TITLE / 100, true)?;
    Some(block.width + units * TITLE_BESIDE / 100)
}

/// An inset with what stands on it; `title` with how many times larger than the map its part of the
/// drawing is, in hundredths.
fn inset(
    panel: &Panel,
    members: &[usize],
    (title, scale): (String, i32),
    (fit, is_docked): (Fit, bool),
    marks: Marks,
) -> Inset {
    let mut drawn = Vec::new();
    for (region, land) in panel.lands.iter().enumerate() {
        if land.is_some() {
            drawn.push(region);
        }
    }
    let Fit { window, place, frame, factor } = fit;
    let members = members.to_vec();
    Inset { members, drawn, window, place, frame, factor, scale, title, is_docked, marks }
}
