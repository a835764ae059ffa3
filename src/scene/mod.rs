//! Shapes + facts → the picture as plain data: which shapes, in which layers, with which paint.
//! Knows nothing of markup.

pub(crate) mod detail_levels;
pub(crate) mod paint;
pub(crate) mod projected_map;
pub(crate) mod view_rings;
pub(crate) mod view_scene;

use crate::data::category::Pattern;
use crate::data::color::{LightDark, SEA};
use crate::data::facts::Facts;
use crate::geo::frame::{Frame, UnitPoint};
use crate::geo::graticule::graticule;
use crate::geo::outline::Outline;
use crate::layout::callout::{self, Callouts};
use crate::layout::occupancy::OccupancyGrid;
use detail_levels::DetailLevels;
use std::cell::LazyCell;
use std::ops::Deref;
use view_rings::ViewRings;

/// Width of the drawing: 800 px in tenths.
const WIDTH: i32 = 8000;
const MARGIN: i32 = 120;
/// A drawing that is made before its width is known is as fine as this one, in CSS pixels.
pub(crate) const DESIGN_WIDTH_PX: i32 = 800;
/// A region whose box is smaller than this gets a marker, or it could not be seen.
const MARKER_BELOW: i32 = 70;

/// A map of more regions than this has no callouts: there would be no sea for them.
const MOST_TARGETS: usize = 300;
/// And one of more features than this has too many to look for sea between them.
const MOST_REGIONS: usize = 1000;
/// The whole picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// Width in units; a unit is a tenth of a pixel at the design width.
    pub width: i32,
    /// Height in units.
    pub height: i32,
    /// Whether this is the whole map, and not a part of it, zoomed in.
    pub is_whole: bool,
    /// Path data of meridians and parallels.
    pub graticule: String,
    /// Colour of the line between two filled regions.
    pub border: LightDark,
    /// Filled regions, bottom layer first.
    pub layers: Vec<Layer>,
    /// Patterns over fills.
    pub overlays: Vec<Overlay>,
    /// Targets for small regions, one set for each class of widths.
    pub callouts: Vec<Callouts>,
    /// The regions, in the order of the map file.
    pub regions: Vec<Region>,
}

/// Regions with one paint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// Colour of the areas.
    pub fill: LightDark,
    /// Colour of the edges; None for the common border.
    pub outline: Option<LightDark>,
    /// Indices of the regions, by name.
    pub regions: Vec<usize>,
}

/// Regions with one pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlay {
    /// Index of its category.
    pub category: usize,
    /// The pattern.
    pub pattern: Pattern,
    /// Colour of its strokes.
    pub color: LightDark,
    /// Indices of the regions, each with the colour of its fill.
    pub regions: Vec<(usize, LightDark)>,
}

/// One feature of the map, drawn and joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// The feature's id.
    pub id: String,
    /// Its name for the reader.
    pub name: String,
    /// Its categories in words: "signed, invited".
    pub words: String,
    /// Index of its row of the facts.
    pub row: Option<usize>,
    /// Its shape.
    pub outline: Outline,
    /// Radius in units of a marker at its centre, if the shape is too small to see.
    pub marker: Option<i32>,
}

impl Scene {
    /// The frame of a whole map, before callouts ask for room; None where it has no size.
    #[must_use]
    pub fn frame(levels: &DetailLevels) -> Option<Frame> {
        Frame::around(levels.map.bounds, WIDTH, MARGIN)
    }

    /// A picture of this size of nothing but sea.
    #[must_use]
    pub fn blank(frame: &Frame) -> Scene {
        Scene {
            width: frame.width,
            height: frame.height,
            is_whole: true,
            graticule: String::new(),
            border: SEA,
            layers: Vec::new(),
            overlays: Vec::new(),
            callouts: Vec::new(),
            regions: Vec::new(),
        }
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
        let sets = callout::WIDTHS.iter().filter_map(|&width_px| {
            let grid = LazyCell::new(|| grid(frame, width_px, &rings));
            call_out(&self.regions, frame, width_px, &grid)
        });
        Scene { callouts: sets.collect(), ..self.clone() }
    }

    fn painted(
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

    /// The region whose feature id is `id`.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        self.regions.iter().position(|region| region.id == id)
    }
}

/// Callouts for the small regions of a drawing of so many CSS pixels; `grid` tells what lies where.
/// None where no region needs one, or too many do.
fn call_out(
    regions: &[Region],
    frame: &Frame,
    width_px: i32,
    grid: &impl Deref<Target = OccupancyGrid>,
) -> Option<Callouts> {
    let targets = targets(regions, frame)?;
    Some(callout::callouts(grid, frame, width_px, &targets))
}

/// Lets the frame grow downward until the callouts of the narrowest drawing, which are the largest
/// beside the map, have room.
fn make_room(regions: &[Region], rings: &ViewRings, frame: &mut Frame) {
    let width_px = callout::WIDTHS[0];
    // A strip for all that are left is enough; cells cut off at its edge may ask for one more.
    for _ in 0..3 {
        let grid = LazyCell::new(|| grid(frame, width_px, rings));
        let Some(set) = call_out(regions, frame, width_px, &grid) else { return };
        let in_a_row = usize::try_from(frame.width / set.size).unwrap_or(1).max(1);
        let rows = i32::try_from(set.unplaced.div_ceil(in_a_row)).unwrap_or(0);
        if rows == 0 {
            return;
        }
        frame.height += rows * set.size * 7 / 6;
    }
}

/// What lies where in a drawing of so many CSS pixels, in cells of callouts.
fn grid(frame: &Frame, width_px: i32, rings: &ViewRings) -> OccupancyGrid {
    OccupancyGrid::draw(frame, callout::cell(frame, width_px), rings.all())
}

/// The regions that need a target, with their places; None where there are none or too many.
fn targets(regions: &[Region], frame: &Frame) -> Option<Vec<(usize, UnitPoint)>> {
    let in_sight =
        |at: UnitPoint| (0..frame.width).contains(&at.x) && (0..frame.height).contains(&at.y);
    let targets = regions.iter().enumerate().filter(|(_, region)| region.row.is_some());
    let targets = targets.filter(|(_, region)| in_sight(region.outline.center));
    let targets: Vec<_> = targets.map(|(index, region)| (index, region.outline.center)).collect();
    let is_fit =
        !targets.is_empty() && targets.len() <= MOST_TARGETS && regions.len() <= MOST_REGIONS;
    is_fit.then_some(targets)
}

/// The features of a view, joined with the facts.
fn regions(levels: &DetailLevels, rings: &ViewRings, facts: &Facts) -> Vec<Region> {
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
