//! Names everything on a stage, with an inset or without.

use crate::geo::unit_box::UnitBox;
use crate::layout::dots::dots;
use crate::layout::inset::Fit;
use crate::layout::name::{Fonts, MOST_LEADERS, cheapest, names};
use crate::layout::panel::Panel;
use crate::layout::shapes::Subject;
use crate::layout::stage::{Inset, Marks, Name, Stage};
use crate::layout::work::{Ground, Work};

/// What the place of a name costs less in an inset, if it is taken.
const MOVED: i32 = 12;
/// Free space around an inset, in tenths of a CSS pixel.
const AROUND_INSET: i32 = 60;
/// Where there are very many regions, those have names on whose land a square of this side fits, in
/// tenths of a CSS pixel; so many of them, as the file has them.
const LARGE: i32 = 400;
const MOST_LARGE: usize = 60;
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
        let (marks, mut left) = self.marks(panel, is_here, &self.style.fonts, most);
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
            let (mut marks, more) = self.marks(&drawn, is_here, fonts, MOST_LEADERS - leaders);
            left = self.add(&mut drawn, &mut marks.names, &left);
            left.extend(more);
            let mut is_drawn = Vec::new();
            for (region, land) in drawn.lands.iter().enumerate() {
                if land.is_some() {
                    is_drawn.push(region);
                }
            }
            insets.push(Inset {
                members: members.to_vec(),
                drawn: is_drawn,
                window: fit.window,
                place: fit.place,
                frame: fit.frame,
                factor: fit.factor,
                is_docked,
                marks,
            });
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
        leaders: usize,
    ) -> (Marks, Vec<usize>) {
        let subjects = self.map.subjects;
        let mut regions = Vec::new();
        for (region, (subject, heart)) in subjects.iter().zip(&panel.hearts).enumerate() {
            let is_large = !self.is_texture || heart.1 >= panel.px(LARGE);
            if is_large && is_here(region, subject.is_state()) {
                regions.push(region);
            }
        }
        if self.is_texture {
            regions.truncate(MOST_LARGE);
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
