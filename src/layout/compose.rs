//! A map and the room on the page → what stands on it: insets are tried, and what can be named with
//! each is counted.

use crate::layout::inset::{docked, free};
use crate::layout::panel::Panel;
use crate::layout::shapes::Lens;
use crate::layout::sketch::MapSketch;
use crate::layout::stage::{Stage, StageSize};
use crate::layout::target::Owners;
use crate::layout::work::{MOST_NAMED, Work};

/// The insets that are tried until one has room for all names: room for names on one side, and a
/// share of it, in quarters, on the other; in the sea, or docked.
const ATTEMPTS: [(i32, bool); 6] =
    [(0, false), (1, false), (2, false), (1, true), (0, true), (2, true)];
/// An inset is smaller by so many hundredths than the one before in the sea.
const SMALLER: i32 = 30;

/// Lays out a whole map.
#[must_use]
pub(crate) fn whole(map: &MapSketch<'_>, size: StageSize) -> Stage {
    let work = Work::new(map, size);
    let mut ground = work.ground(false);
    let mut best: Option<(usize, Stage)> = None;
    let (mut most, mut has_dock) = (i32::MAX, false);
    for (share, is_docked) in ATTEMPTS {
        let Some(cluster) = map.cluster.filter(|_| least(&best) > 0) else { break };
        if is_docked && !has_dock {
            (ground, has_dock) = (work.ground(true), true);
        }
        let wanted = work.wanted(&ground.panel, cluster, share);
        let fit = if is_docked {
            let mut area = ground.panel.area;
            area.max.y = work.far.bottom(area);
            docked(&wanted, area, work.style.dock)
        } else {
            let Some(fit) = free(&wanted, &ground, work.style.least_factor, most) else { continue };
            most = fit.factor - SMALLER;
            fit
        };
        let draft = work.draft(&mut ground, &cluster.members, Some((fit, is_docked)));
        if draft.0 < least(&best) {
            best = Some(draft);
        }
    }
    // An inset in which no more can be named than without it is none.
    if least(&best) > 0 {
        let plain = work.draft(&mut work.ground(false), &[], None);
        if plain.0 <= least(&best) {
            best = Some(plain);
        }
    }
    let (_, mut stage) = best.unwrap_or_else(|| work.draft(&mut ground, &[], None));
    aim(&work, &mut stage);
    stage
}

/// How many states have no name at best.
fn least(best: &Option<(usize, Stage)>) -> usize {
    best.as_ref().map_or(usize::MAX, |(missing, _)| *missing)
}

/// Names what a zoomed view shows; `stage` is that of the whole map.
#[must_use]
pub(crate) fn zoomed(map: &MapSketch<'_>, stage: &Stage) -> Stage {
    let work = Work::new(map, stage.size);
    let mut ground = work.zoomed_ground(stage);
    let mut zoomed = work.draft(&mut ground, &[], None).1;
    // The page stays arranged as it is: the headline takes no row of its own.
    zoomed.has_headline = stage.has_headline;
    aim(&work, &mut zoomed);
    zoomed
}

/// The pictures of a stage, each with the states that are to be hit there.
fn pictures(work: &Work<'_>, stage: &Stage) -> Vec<(Panel, Vec<usize>)> {
    let units = stage.units_per_10_px;
    let mut map = work.panel(stage.area, Lens::NONE, units);
    map.taken.push(work.tools(map.area, units, stage.tools));
    let mut states = Vec::new();
    for (region, subject) in work.map.subjects.iter().enumerate() {
        let is_member = stage.insets.iter().any(|inset| inset.members.contains(&region));
        if subject.is_state() && !is_member {
            states.push(region);
        }
    }
    let mut pictures = Vec::new();
    for inset in &stage.insets {
        map.taken.push(inset.frame);
        pictures.push((work.panel(inset.place, inset.lens(), units), inset.members.clone()));
    }
    pictures.insert(0, (map, states));
    pictures
}

/// Sets the targets of a stage.
fn aim(work: &Work<'_>, stage: &mut Stage) {
    let mut pictures = pictures(work, stage);
    for (index, (_, states)) in pictures.iter_mut().enumerate() {
        if if index == 0 { work.is_full } else { states.len() > MOST_NAMED } {
            states.clear();
        }
    }
    let insets = stage.insets.iter_mut().map(|inset| &mut inset.marks);
    for ((panel, states), marks) in
        pictures.iter().zip(std::iter::once(&mut stage.marks).chain(insets))
    {
        let dots = marks.dots.clone();
        Owners::new(panel, &dots, states).set_targets(marks);
    }
}

/// The sides of the largest squares that the states own on a stage, in tenths of a CSS pixel, each
/// on the picture where it is named.
#[cfg(test)]
pub(crate) fn owned(map: &MapSketch<'_>, stage: &Stage) -> Vec<i32> {
    let work = Work::new(map, stage.size);
    let all: Vec<&crate::layout::stage::Marks> = std::iter::once(&stage.marks)
        .chain(stage.insets.iter().map(|inset| &inset.marks))
        .collect();
    let mut sides = vec![0; map.subjects.len()];
    for ((panel, states), marks) in pictures(&work, stage).iter().zip(all) {
        let owned = Owners::new(panel, &marks.dots, states).owned(marks);
        for &state in states {
            sides[state] = owned[state] * panel.cell * 100 / stage.units_per_10_px;
        }
    }
    sides
}
