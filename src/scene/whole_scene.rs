//! A map with its facts → the whole picture, and what every picture of a part shares with it.

use super::detail_levels::DetailLevels;
use super::paint;
use super::picture::{Region, Scene};
use super::view_rings::{ViewRings, WIDTH};
use crate::data::facts::Facts;
use crate::geo::frame::{Bounds, Frame};
use crate::geo::unit_box::UnitBox;
use crate::layout::arrangement::WIDTHS;
use crate::layout::compose;
use crate::layout::inset::cluster::{self, Cluster};
use crate::layout::sketch::MapSketch;
use crate::layout::stage::{Stage, StageSize};

const MARGIN: i32 = 40;
/// Parts of a region with less than this of its area do not count for the frame,
const LEAST_PART: f64 = 0.004;
/// unless they reach no farther beyond the others than this part of their size.
const NEAR: f64 = 0.02;
/// The whole map is as fine as one of this width, in CSS pixels.
pub(super) const DESIGN_WIDTH_PX: i32 = 800;

impl Scene {
    /// The frame of a whole map: of the states and of large territories, without islands far off.
    /// None where it has no size.
    #[must_use]
    pub fn frame(levels: &DetailLevels, facts: &Facts) -> Option<Frame> {
        let map = &*levels.map;
        let mut bounds = Bounds::EMPTY;
        for (feature, _) in map.counted(facts) {
            bounds = bounds.and(map.main_bounds(feature, LEAST_PART, NEAR));
        }
        Frame::around(bounds, WIDTH, MARGIN).or_else(|| Frame::around(map.bounds, WIDTH, MARGIN))
    }

    /// Joins and paints the whole map, at the design width, with nothing on it.
    #[must_use]
    pub fn whole(levels: &DetailLevels, facts: &Facts, frame: &Frame) -> Scene {
        let mut scene = Scene::blank(frame);
        let far = far_clusters(levels, facts, frame);
        // What lies in the window of an inset is drawn finer, once it is known where that is.
        for _ in 0..2 {
            let rings = ViewRings::new(levels, frame, 1.0, DESIGN_WIDTH_PX, scene.window());
            let cluster = scene.cluster.take();
            scene = Scene::painted(frame, facts, regions(levels, &rings, facts));
            scene.cluster = cluster.or_else(|| {
                let subjects = scene.subjects(levels, facts);
                let mut cluster = cluster::find(frame.shown(), &subjects, &rings.shapes())?;
                cluster.label = label(levels, facts, &cluster.members);
                Some(cluster)
            });
            if scene.cluster.is_none() {
                break;
            }
        }
        Scene { is_whole: true, far, ..scene }
    }

    /// The part of the map that an inset may show.
    pub(super) fn window(&self) -> Option<UnitBox> {
        let UnitBox { min, max } = self.cluster.as_ref()?.bounds;
        Some(self.cluster.as_ref()?.bounds.grown((max.x - min.x).max(max.y - min.y) / 4))
    }

    /// What stands on the whole map in a stage of this size.
    #[must_use]
    pub fn stage(
        &self,
        levels: &DetailLevels,
        facts: &Facts,
        frame: &Frame,
        size: StageSize,
    ) -> Stage {
        self.sketched(levels, facts, frame, |sketch| compose::whole(sketch, size))
    }

    /// What `work` makes of the whole map.
    pub(crate) fn sketched<T>(
        &self,
        levels: &DetailLevels,
        facts: &Facts,
        frame: &Frame,
        work: impl FnOnce(&MapSketch<'_>) -> T,
    ) -> T {
        let rings = ViewRings::new(levels, frame, 1.0, DESIGN_WIDTH_PX, self.window());
        work(&MapSketch {
            frame: frame.shown(),
            shapes: rings.shapes(),
            subjects: &self.subjects(levels, facts),
            headline: headline(facts),
            cluster: self.cluster.as_ref(),
            far: &self.far,
        })
    }

    /// The whole map with a stage for every class of widths, of which the style sheet shows one.
    #[must_use]
    pub fn with_stages(&self, levels: &DetailLevels, facts: &Facts, frame: &Frame) -> Scene {
        let mut scene = Scene { stages: Vec::new(), ..self.clone() };
        for width in WIDTHS {
            scene.stages.push(self.stage(levels, facts, frame, StageSize::of_element(width)));
        }
        scene
    }

    pub(super) fn painted(frame: &Frame, facts: &Facts, regions: Vec<Region>) -> Scene {
        let (layers, overlays) = paint::paint(&regions, facts);
        let border = paint::border(&layers);
        Scene { border, layers, overlays, regions, is_whole: false, ..Scene::blank(frame) }
    }
}

/// What insets show of the far parts of a map.
fn far_clusters(levels: &DetailLevels, facts: &Facts, frame: &Frame) -> Vec<Cluster> {
    let map = &*levels.map;
    let mut far = Vec::new();
    for (index, part) in map.far.iter().enumerate().filter(|(_, part)| part.is_shown) {
        let mut members = Vec::new();
        for (region, feature) in map.features.iter().enumerate() {
            let is_state = facts.region(&feature.id).is_some_and(|(_, row)| facts.is_state(row));
            if is_state && map.part_of(feature.largest) == Some(index) {
                members.push(region);
            }
        }
        let Bounds { min, max } = part.bounds;
        let bounds = UnitBox { min: frame.place(min), max: frame.place(max) };
        let label = label(levels, facts, &members);
        #[expect(clippy::cast_possible_truncation, reason = "it is 1,000 at most")]
        let scale = (part.scale * 100.0) as i32;
        far.push(Cluster { members, bounds, scale, label });
    }
    far
}

/// The areas of the facts that hold a third of these regions.
fn label(levels: &DetailLevels, facts: &Facts, members: &[usize]) -> String {
    let mut label = String::new();
    for area in &facts.areas {
        let is_in = |region: &&usize| {
            let feature = levels.map.features.get(**region);
            feature.is_some_and(|feature| area.regions.contains(&feature.id))
        };
        if members.iter().filter(is_in).count() * 3 > members.len() {
            label.push_str(if label.is_empty() { "" } else { " · " });
            label.push_str(&area.label);
        }
    }
    label
}

/// What stands on the sea beside the map, before counts are filled in.
pub(super) fn headline(facts: &Facts) -> [&str; 3] {
    let texts = &facts.headline;
    [
        &texts.kicker,
        if texts.headline.is_empty() { &facts.title } else { &texts.headline },
        if texts.finding.is_empty() { &facts.subtitle } else { &texts.finding },
    ]
}

/// The features of a view, joined with the facts.
pub(super) fn regions(levels: &DetailLevels, rings: &ViewRings, facts: &Facts) -> Vec<Region> {
    let mut regions = Vec::with_capacity(levels.map.features.len());
    for (index, feature) in levels.map.features.iter().enumerate() {
        let row = facts.region(&feature.id);
        regions.push(Region {
            id: feature.id.clone(),
            name: facts.name_of(&feature.id).unwrap_or(&feature.name).clone(),
            words: facts.words(row.map(|(row, _)| row)),
            row: row.map(|(row, _)| row),
            is_state: row.is_some_and(|(_, region)| facts.is_state(region)),
            outline: rings.outline(index),
        });
    }
    regions
}
