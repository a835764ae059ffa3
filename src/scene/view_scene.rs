//! A map as it is drawn for one part and one width: the scene, and the labels on it.

use crate::geo::outline::ProjectedRing;
use crate::geo::viewport::Viewport;
use crate::layout::callout;
use crate::layout::label::{Label, LabelRequest, labels};
use crate::layout::occupancy::OccupancyGrid;
use crate::scene::Scene;
use crate::scene::projected_map::ProjectedMap;

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
    /// What is drawn of a part; None for the whole map, which is always there.
    pub part: Option<Scene>,
    /// Names on the map.
    pub labels: Vec<Label>,
    /// Their font size in units.
    pub label_size: i32,
}

impl ViewScene {
    /// Labels the whole map.
    #[must_use]
    pub fn whole(plane: &ProjectedMap, scene: &Scene, width_px: i32) -> ViewScene {
        let rings: Vec<&[ProjectedRing]> =
            plane.shapes.iter().map(|s| s.rings.as_slice()).collect();
        let viewport = Viewport::whole(&plane.frame);
        labeled(plane, viewport, scene, &rings, width_px)
    }

    /// Draws and labels a part.
    #[must_use]
    pub fn part(plane: &ProjectedMap, viewport: Viewport, part: Scene, width_px: i32) -> ViewScene {
        let frame = plane.frame.zoomed(viewport.corner(&plane.frame), viewport.zoom);
        let shapes = plane.shapes.iter();
        let rings: Vec<_> =
            shapes.map(|shape| plane.visible(shape, &frame, viewport.zoom)).collect();
        let rings: Vec<&[ProjectedRing]> = rings.iter().map(Vec::as_slice).collect();
        let drawn = labeled(plane, viewport, &part, &rings, width_px);
        ViewScene { part: Some(part), ..drawn }
    }

    /// Whether it is the drawing of this part at this width.
    #[must_use]
    pub fn is(&self, viewport: &Viewport, width_px: i32) -> bool {
        self.viewport == *viewport && self.width_px == width_px
    }
}

fn labeled(
    plane: &ProjectedMap,
    viewport: Viewport,
    scene: &Scene,
    rings: &[&[ProjectedRing]],
    width_px: i32,
) -> ViewScene {
    let mut drawn = ViewScene { viewport, width_px, part: None, labels: Vec::new(), label_size: 0 };
    if width_px < LEAST_PX || scene.regions.len() > MOST_LABELED {
        return drawn;
    }
    drawn.label_size = scene.width * LABEL_PX / width_px + 1;
    let frame = plane.frame.zoomed(viewport.corner(&plane.frame), viewport.zoom);
    // The set of targets that the style sheet shows at this width.
    let sets = scene.callouts.iter();
    let set = sets.rev().find(|set| set.width_px <= width_px).or(scene.callouts.first());
    let target = |region: usize| {
        let mut callouts = set.iter().flat_map(|set| &set.callouts);
        callouts.find(|callout| callout.region == region).map(|callout| callout.target)
    };
    let wanted: Vec<LabelRequest<'_>> = (0..)
        .zip(&scene.regions)
        .map(|(index, region)| {
            let outline = &region.outline;
            let side = |from: i32, to: i32| i64::from(to - from);
            let area = side(outline.min.x, outline.max.x) * side(outline.min.y, outline.max.y);
            // Land without facts is named where nothing else wants the room.
            let weight = if region.row.is_some() { area } else { area - i64::MAX / 2 };
            LabelRequest {
                region: index,
                name: &region.name,
                center: outline.center,
                min: outline.min,
                max: outline.max,
                target: target(index),
                weight,
            }
        })
        .collect();
    let cell = callout::cell(&frame, width_px);
    let raster = OccupancyGrid::draw(&frame, cell, rings.iter().copied().enumerate());
    let size = set.map_or(0, |set| set.size);
    drawn.labels = labels(&wanted, &raster, cell, &frame, drawn.label_size, size);
    drawn
}
