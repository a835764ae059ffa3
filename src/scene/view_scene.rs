//! A map as it is drawn for one part and one size of the stage.

use super::detail_levels::DetailLevels;
use super::picture::Scene;
use super::view_rings::ViewRings;
use super::view_rings::WIDTH;
use super::whole_scene::{DESIGN_WIDTH_PX, headline, regions};
use crate::data::facts::Facts;
use crate::geo::frame::Frame;
use crate::geo::viewport::Viewport;
use crate::layout::compose;
use crate::layout::sketch::MapSketch;
use crate::layout::stage::{Stage, StageSize};
use std::sync::Arc;

/// A drawing for the screen.
#[derive(Clone, Debug)]
pub struct ViewScene {
    /// The part of the map.
    pub viewport: Viewport,
    /// What it is drawn for.
    pub size: StageSize,
    /// What is drawn, with the one stage that stands on it.
    pub scene: Arc<Scene>,
}

impl ViewScene {
    /// Draws a part of the map, or the whole. `frame` is that of the whole map, and `stage` what
    /// stands on it in this size.
    #[must_use]
    pub fn new(
        levels: &DetailLevels,
        facts: &Facts,
        frame: &Frame,
        whole: &Scene,
        viewport: Viewport,
        stage: &Stage,
    ) -> ViewScene {
        let frame = frame.showing(stage.shown());
        let detail_px = detail_px(WIDTH * 10 / stage.units_per_10_px.max(1));
        let is_whole = viewport.is_whole();
        let shown = frame.zoomed(viewport.corner(&frame), viewport.zoom);
        let is_drawn = is_whole && detail_px == DESIGN_WIDTH_PX;
        let mut scene = if is_drawn {
            let (corner, width, height) = (frame.shown().min, frame.width, frame.height);
            Scene { corner, width, height, ..whole.clone() }
        } else {
            let window = whole.window().filter(|_| is_whole);
            let rings = ViewRings::new(levels, &shown, viewport.zoom, detail_px, window);
            let mut scene = Scene::painted(&shown, facts, regions(levels, &rings, facts));
            if !is_whole {
                let (shapes, subjects) = (rings.shapes(), scene.subjects(levels, facts));
                let (frame, headline) = (shown.shown(), headline(facts));
                let sketch = MapSketch {
                    frame,
                    shapes,
                    subjects: &subjects,
                    headline,
                    cluster: None,
                    far: &[],
                };
                scene.stages = vec![compose::zoomed(&sketch, stage)];
            }
            scene
        };
        scene.is_whole = is_whole;
        if is_whole {
            scene.stages = vec![stage.clone()];
        }
        ViewScene { viewport, size: stage.size, scene: Arc::new(scene) }
    }

    /// What stands on it.
    #[must_use]
    pub fn stage(&self) -> Option<&Stage> {
        self.scene.stages.first()
    }

    /// Whether it is the drawing of this part in this size.
    #[must_use]
    pub fn is(&self, viewport: &Viewport, size: StageSize) -> bool {
        self.viewport == *viewport && self.size == size
    }
}

/// The width whose level of detail a whole map of this width has, in CSS pixels: that of the
/// prerendered map times a power of two, so that a window that is dragged wider is mostly not drawn
/// anew.
fn detail_px(width_px: i32) -> i32 {
    let mut detail = DESIGN_WIDTH_PX;
    while detail < width_px.min(DESIGN_WIDTH_PX * 8) {
        detail *= 2;
    }
    detail
}
