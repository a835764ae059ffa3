//! A map as it is drawn for one part and one width: the scene, and the labels on it.

use super::detail_levels::DetailLevels;
use super::picture::{Region, Scene};
use super::targets::{self, MOST_REGIONS, call_out};
use super::view_rings::ViewRings;
use super::whole_scene::{DESIGN_WIDTH_PX, regions};
use crate::data::facts::Facts;
use crate::geo::frame::Frame;
use crate::geo::viewport::Viewport;
use crate::layout::callout::{self, Callouts};
use crate::layout::label::{Label, LabelRequest, labels};
use std::sync::Arc;

/// Font size of a label in CSS pixels.
const LABEL_PX: i32 = 12;
/// A drawing narrower than this has no room for labels.
const LEAST_PX: i32 = 200;
/// And a map of more regions than this is a texture.
const MOST_LABELED: usize = 300;

/// A drawing for the screen.
#[derive(Clone, Debug)]
pub struct ViewScene {
    /// The part of the map.
    pub viewport: Viewport,
    /// Width of the drawing in CSS pixels.
    pub width_px: i32,
    /// What is drawn.
    pub scene: Arc<Scene>,
    /// Names on the map.
    pub labels: Vec<Label>,
    /// Their font size in units.
    pub label_size: i32,
}

impl ViewScene {
    /// Draws and labels a part of the map, or the whole, in a drawing of `width_px` CSS pixels that
    /// is as fine as one of `detail_px`.
    #[must_use]
    pub fn new(
        levels: &DetailLevels,
        facts: &Facts,
        frame: &Frame,
        whole: &Arc<Scene>,
        viewport: Viewport,
        (width_px, detail_px): (i32, i32),
    ) -> ViewScene {
        let is_whole = viewport.is_whole();
        let is_drawn = is_whole && detail_px == DESIGN_WIDTH_PX;
        if is_drawn && whole.regions.len() > MOST_REGIONS {
            // With neither callouts nor labels it is the picture that is there.
            let scene = Arc::clone(whole);
            return ViewScene { viewport, width_px, scene, labels: Vec::new(), label_size: 0 };
        }
        let frame = frame.zoomed(viewport.corner(frame), viewport.zoom);
        let rings = ViewRings::new(levels, &frame, viewport.zoom, detail_px);
        let regions = if is_drawn { whole.regions.clone() } else { regions(levels, &rings, facts) };
        // Of the whole map those of the prerendered one that the style sheet shows at this width.
        let called_px =
            if is_whole { callout::class_of(width_px) } else { width_px.max(callout::WIDTHS[0]) };
        let callouts = call_out(&regions, &frame, called_px, &rings);
        let callouts = callouts.into_iter().collect();
        let scene = Scene { is_whole, ..Scene::painted(levels, &frame, facts, regions, callouts) };
        let (labels, label_size) = label(&scene, &frame, &rings, width_px);
        ViewScene { viewport, width_px, scene: Arc::new(scene), labels, label_size }
    }

    /// Whether it is the drawing of this part at this width.
    #[must_use]
    pub fn is(&self, viewport: &Viewport, width_px: i32) -> bool {
        self.viewport == *viewport && self.width_px == width_px
    }
}

/// The width whose level of detail a drawing has, in CSS pixels: the next power of two times that of
/// the prerendered map, so that a window that is dragged wider is not drawn anew at every step.
#[must_use]
pub(crate) fn detail_px(width_px: i32) -> i32 {
    if width_px <= 0 {
        return DESIGN_WIDTH_PX;
    }
    let mut detail = DESIGN_WIDTH_PX / 4;
    while detail < width_px.min(DESIGN_WIDTH_PX * 8) {
        detail *= 2;
    }
    detail
}

/// The labels that have room, and their font size in units.
fn label(scene: &Scene, frame: &Frame, rings: &ViewRings, width_px: i32) -> (Vec<Label>, i32) {
    if width_px < LEAST_PX || scene.regions.len() > MOST_LABELED {
        return (Vec::new(), 0);
    }
    let size = scene.width * LABEL_PX / width_px + 1;
    let set = scene.callouts.first();
    let requests = (0..).zip(&scene.regions).map(|(index, region)| request(index, region, set));
    let requests: Vec<LabelRequest<'_>> = requests.collect();
    let cell = callout::cell(frame, width_px);
    let grid = targets::grid(frame, width_px, rings);
    let target = set.map_or(0, |set| set.size);
    (labels(&requests, &grid, cell, frame, size, target), size)
}

fn request<'a>(index: usize, region: &'a Region, set: Option<&Callouts>) -> LabelRequest<'a> {
    let outline = &region.outline;
    let side = |from: i32, to: i32| i64::from(to - from);
    let area = side(outline.min.x, outline.max.x) * side(outline.min.y, outline.max.y);
    let mut callouts = set.iter().flat_map(|set| &set.callouts);
    LabelRequest {
        region: index,
        name: &region.name,
        center: outline.center,
        min: outline.min,
        max: outline.max,
        target: callouts.find(|callout| callout.region == index).map(|callout| callout.target),
        // Land without facts is named where nothing else wants the room.
        weight: if region.row.is_some() { area } else { area - i64::MAX / 2 },
    }
}
