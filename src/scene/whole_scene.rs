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
use crate::layout::inset::cluster;
use crate::layout::sketch::MapSketch;
use crate::layout::stage::{Stage, StageSize};

const MARGIN: i32 = 40;
/// Parts of a region with less than this of its area do not count for the frame,
const LEAST_PART: f64 = 0.004;
/// unless they reach no farther beyond the others than this part of their size.
const NEAR: f64 = 0.02;
/// Territories count for the frame that have as much of the area of all states.
const LARGE_TERRITORY: f64 = 0.01;
/// The whole map is as fine as one of this width, in CSS pixels.
pub(super) const DESIGN_WIDTH_PX: i32 = 800;

impl Scene {
    /// The frame of a whole map: of the states and of large territories, without islands far off.
    /// None where it has no size.
    #[must_use]
    pub fn frame(levels: &DetailLevels, facts: &Facts) -> Option<Frame> {
        let map = &*levels.map;
        let states = || {
            let is_state = |id: &str| facts.region(id).is_some_and(|(_, row)| facts.is_state(row));
            map.features.iter().map(move |feature| (feature, is_state(&feature.id)))
        };
        let area: f64 = states().filter(|(_, is)| *is).map(|(feature, _)| map.area(feature)).sum();
        let mut bounds = Bounds::EMPTY;
        for (feature, is_state) in states() {
            if is_state || area > 0.0 && map.area(feature) >= area * LARGE_TERRITORY {
                bounds = bounds.and(map.main_bounds(feature, LEAST_PART, NEAR));
            }
        }
        Frame::around(bounds, WIDTH, MARGIN).or_else(|| Frame::around(map.bounds, WIDTH, MARGIN))
    }

    /// Joins and paints the whole map, at the design width, with nothing on it.
    #[must_use]
    pub fn whole(levels: &DetailLevels, facts: &Facts, frame: &Frame) -> Scene {
        let mut scene = Scene::blank(frame);
        // What lies in the window of an inset is drawn finer, once it is known where that is.
        for _ in 0..2 {
            let rings = ViewRings::new(levels, frame, 1.0, DESIGN_WIDTH_PX, scene.window());
            let cluster = scene.cluster.take();
            scene = Scene::painted(frame, facts, regions(levels, &rings, facts));
            scene.cluster = cluster.or_else(|| {
                cluster::find(frame.shown(), &scene.subjects(levels, facts), &rings.shapes())
            });
            if scene.cluster.is_none() {
                break;
            }
        }
        Scene { is_whole: true, ..scene }
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
