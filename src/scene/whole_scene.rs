//! A map with its facts → the whole picture, and what every picture of a part shares with it.

use super::detail_levels::DetailLevels;
use super::paint;
use super::picture::{Region, Scene};
use super::targets::{call_out, make_room};
use super::view_rings::ViewRings;
use crate::data::facts::Facts;
use crate::geo::frame::Frame;
use crate::geo::graticule::graticule;
use crate::layout::callout::{self, Callouts};

/// Width of the drawing: 800 px in tenths.
const WIDTH: i32 = 8000;
const MARGIN: i32 = 120;
/// A drawing that is made before its width is known is as fine as this one, in CSS pixels.
pub(crate) const DESIGN_WIDTH_PX: i32 = 800;
/// A region whose box is smaller than this gets a marker, or it could not be seen.
const MARKER_BELOW: i32 = 70;

impl Scene {
    /// The frame of a whole map, before callouts ask for room; None where it has no size.
    #[must_use]
    pub fn frame(levels: &DetailLevels) -> Option<Frame> {
        Frame::around(levels.map.bounds, WIDTH, MARGIN)
    }

    /// Joins and paints the whole map, at the design width, without callouts. Where small regions
    /// find no room for theirs in the narrowest drawing, `frame` grows.
    #[must_use]
    pub fn whole(levels: &DetailLevels, facts: &Facts, frame: &mut Frame) -> Scene {
        let rings = ViewRings::new(levels, frame, 1.0, DESIGN_WIDTH_PX);
        let regions = regions(levels, &rings, facts);
        make_room(&regions, &rings, frame);
        Scene { is_whole: true, ..Scene::painted(levels, frame, facts, regions, Vec::new()) }
    }

    /// The whole map with callouts for every class of widths, of which the style sheet shows one.
    #[must_use]
    pub fn with_callouts(&self, levels: &DetailLevels, frame: &Frame) -> Scene {
        let rings = ViewRings::new(levels, frame, 1.0, DESIGN_WIDTH_PX);
        let sets = callout::WIDTHS
            .iter()
            .filter_map(|&width_px| call_out(&self.regions, frame, width_px, &rings));
        Scene { callouts: sets.collect(), ..self.clone() }
    }

    pub(super) fn painted(
        levels: &DetailLevels,
        frame: &Frame,
        facts: &Facts,
        regions: Vec<Region>,
        callouts: Vec<Callouts>,
    ) -> Scene {
        let (layers, overlays) = paint::paint(&regions, facts);
        Scene {
            width: frame.width,
            height: frame.height,
            is_whole: false,
            graticule: graticule(&levels.map.projection, frame),
            border: paint::border(&layers),
            layers,
            overlays,
            callouts,
            regions,
        }
    }
}

/// The features of a view, joined with the facts.
pub(super) fn regions(levels: &DetailLevels, rings: &ViewRings, facts: &Facts) -> Vec<Region> {
    let features = levels.map.features.iter().enumerate();
    features
        .map(|(index, feature)| {
            let row = facts.region(&feature.id).map(|(row, _)| row);
            let outline = rings.outline(index);
            let size = (outline.max.x - outline.min.x).max(outline.max.y - outline.min.y);
            // What is far outside has no path either.
            let is_near = rings.is_near(index);
            let radius = if row.is_some() { 34 } else { 22 };
            let marker = (size < MARKER_BELOW && is_near).then_some(radius);
            Region {
                id: feature.id.clone(),
                name: facts.name_of(&feature.id).unwrap_or(&feature.name).clone(),
                words: facts.words(row),
                row,
                outline,
                marker,
            }
        })
        .collect()
}
