//! A map with its facts → the whole picture, and what every picture of a part shares with it.

use super::detail_levels::DetailLevels;
use super::paint;
use super::picture::{Region, Scene};
use super::view_rings::ViewRings;
use crate::data::facts::Facts;
use crate::geo::frame::Frame;
use crate::layout::arrangement::WIDTHS;
use crate::layout::compose::compose;
use crate::layout::stage::{Stage, StageSize};

/// Width of the whole map: 800 px in tenths.
pub(super) const WIDTH: i32 = 8000;
const MARGIN: i32 = 120;
/// The whole map is as fine as one of this width, in CSS pixels.
pub(super) const DESIGN_WIDTH_PX: i32 = 800;

impl Scene {
    /// The frame of a whole map; None where it has no size.
    #[must_use]
    pub fn frame(levels: &DetailLevels, _facts: &Facts) -> Option<Frame> {
        Frame::around(levels.map.bounds, WIDTH, MARGIN)
    }

    /// Joins and paints the whole map, at the design width, with nothing on it.
    #[must_use]
    pub fn whole(levels: &DetailLevels, facts: &Facts, frame: &Frame) -> Scene {
        let rings = ViewRings::new(levels, frame, 1.0, DESIGN_WIDTH_PX);
        let regions = regions(levels, &rings, facts);
        Scene { is_whole: true, ..Scene::painted(frame, facts, regions) }
    }

    /// What stands on the whole map in a stage of this size.
    #[must_use]
    pub fn stage(&self, frame: &Frame, size: StageSize) -> Stage {
        compose(frame, size)
    }

    /// The whole map with a stage for every class of widths, of which the style sheet shows one.
    #[must_use]
    pub fn with_stages(&self, frame: &Frame) -> Scene {
        let stages = WIDTHS.iter().map(|&width| self.stage(frame, StageSize::of_element(width)));
        Scene { stages: stages.collect(), ..self.clone() }
    }

    pub(super) fn painted(frame: &Frame, facts: &Facts, regions: Vec<Region>) -> Scene {
        let (layers, overlays) = paint::paint(&regions, facts);
        let border = paint::border(&layers);
        Scene { border, layers, overlays, regions, is_whole: false, ..Scene::blank(frame) }
    }
}

/// The features of a view, joined with the facts.
pub(super) fn regions(levels: &DetailLevels, rings: &ViewRings, facts: &Facts) -> Vec<Region> {
    let features = levels.map.features.iter().enumerate();
    features
        .map(|(index, feature)| {
            let row = facts.region(&feature.id);
            Region {
                id: feature.id.clone(),
                name: facts.name_of(&feature.id).unwrap_or(&feature.name).clone(),
                words: facts.words(row.map(|(row, _)| row)),
                row: row.map(|(row, _)| row),
                is_state: row.is_some_and(|(_, region)| facts.is_state(region)),
                outline: rings.outline(index),
            }
        })
        .collect()
}
