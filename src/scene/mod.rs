//! Shapes + facts → the picture as plain data: which shapes, in which layers, with which paint.
//! Knows nothing of markup.

pub mod projected_map;
pub mod view_scene;

use crate::data::category::{Paint, Pattern};
use crate::data::collation::in_order;
use crate::data::color::{Color, LightDark, SEA};
use crate::data::facts::Facts;
use crate::geo::graticule::graticule;
use crate::geo::outline::{Frame, Outline, ProjectedRing, UnitPoint};
use crate::geo::viewport::Viewport;
use crate::layout::callout::{self, Callouts};
use crate::layout::occupancy::OccupancyGrid;
use crate::scene::projected_map::{ProjectedFeature, ProjectedMap};

/// A region whose box is smaller than this gets a marker, or it could not be seen.
const MARKER_BELOW: i32 = 70;

/// Regions that neither the facts nor a default category paint.
const NEUTRAL: Paint = Paint::Fill {
    fill: NEUTRAL_FILL,
    outline: Some(LightDark {
        light: Color::new(0x6c, 0x75, 0x7d),
        dark: Color::new(0x8b, 0x98, 0xa4),
    }),
};
const NEUTRAL_FILL: LightDark =
    LightDark { light: Color::new(0xe3, 0xe6, 0xe8), dark: Color::new(0x2b, 0x35, 0x3e) };
/// Border where a fill is too close to the sea's colour.
const INK: LightDark =
    LightDark { light: Color::new(0x16, 0x1d, 0x24), dark: Color::new(0x08, 0x0c, 0x10) };
/// A map of more regions than this has no callouts: there would be no sea for them.
const MOST_STOPS: usize = 300;
/// And one of more features than this has too many to look for sea between them.
const MOST_SHAPES: usize = 1000;
/// WCAG 2.2, 1.4.11 Non-text contrast.
const ENOUGH: f64 = 3.0;

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
    /// Joins and paints the whole map. Where small regions find no room for their targets, the
    /// frame of `plane` grows.
    #[must_use]
    pub fn new(plane: &mut ProjectedMap, facts: &Facts) -> Scene {
        let shapes = plane.shapes.iter();
        let regions = shapes.map(|shape| region(shape, shape.outline(&plane.frame), facts));
        let regions: Vec<Region> = regions.collect();
        let rings: Vec<&[ProjectedRing]> =
            plane.shapes.iter().map(|s| s.rings.as_slice()).collect();
        let callouts = make_room(&regions, &rings, &mut plane.frame);
        Scene::paint(plane, &plane.frame, facts, regions, callouts)
    }

    /// Draws a part of the map, for a drawing that is `width_px` wide: the same regions in the
    /// same layers, but only what is in sight and near it has a path.
    #[must_use]
    pub fn zoomed(
        plane: &ProjectedMap,
        facts: &Facts,
        viewport: &Viewport,
        width_px: i32,
    ) -> Scene {
        let frame = plane.frame.zoomed(viewport.corner(&plane.frame), viewport.zoom);
        let visible = |shape: &ProjectedFeature| plane.visible(shape, &frame, viewport.zoom);
        let rings: Vec<Vec<ProjectedRing>> = plane.shapes.iter().map(visible).collect();
        let drawn = plane.shapes.iter().zip(&rings);
        let regions = drawn.map(|(shape, rings)| region(shape, shape.part(rings, &frame), facts));
        let regions: Vec<Region> = regions.collect();
        let rings: Vec<&[ProjectedRing]> = rings.iter().map(Vec::as_slice).collect();
        let callouts = call_out(&regions, &rings, &frame, &[width_px.max(callout::WIDTHS[0])]);
        let scene = Scene::paint(plane, &frame, facts, regions, callouts);
        Scene { is_whole: false, ..scene }
    }

    fn paint(
        plane: &ProjectedMap,
        frame: &Frame,
        facts: &Facts,
        regions: Vec<Region>,
        callouts: Vec<Callouts>,
    ) -> Scene {
        let (layers, overlays) = paint(&regions, facts);
        Scene {
            width: frame.width,
            height: frame.height,
            is_whole: true,
            graticule: graticule(&plane.projection, frame),
            border: border(&layers),
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

/// Callouts for every small region; where the sea has no room for them, the frame grows downward.
fn make_room(regions: &[Region], rings: &[&[ProjectedRing]], frame: &mut Frame) -> Vec<Callouts> {
    let mut sets = call_out(regions, rings, frame, &callout::WIDTHS);
    // A strip for all that are left is enough; cells cut off at its edge may ask for one more.
    for _ in 0..3 {
        let strip = |set: &Callouts| {
            let in_a_row = usize::try_from(frame.width / set.size).unwrap_or(1).max(1);
            let rows = i32::try_from(set.unplaced.div_ceil(in_a_row)).unwrap_or(0);
            rows * set.size * 7 / 6
        };
        let Some(strip) = sets.iter().map(strip).max().filter(|&strip| strip > 0) else {
            break;
        };
        frame.height += strip;
        sets = call_out(regions, rings, frame, &callout::WIDTHS);
    }
    sets
}

fn call_out(
    regions: &[Region],
    rings: &[&[ProjectedRing]],
    frame: &Frame,
    widths_px: &[i32],
) -> Vec<Callouts> {
    let in_sight =
        |spot: UnitPoint| (0..frame.width).contains(&spot.x) && (0..frame.height).contains(&spot.y);
    let stops = regions.iter().enumerate().filter(|(_, region)| region.row.is_some());
    let stops = stops.filter(|(_, region)| in_sight(region.outline.center));
    let stops: Vec<_> = stops.map(|(index, region)| (index, region.outline.center)).collect();
    if stops.is_empty() || stops.len() > MOST_STOPS || regions.len() > MOST_SHAPES {
        return Vec::new();
    }
    let for_width = |&width_px: &i32| {
        let shapes = rings.iter().copied().enumerate();
        let raster = OccupancyGrid::draw(frame, callout::cell(frame, width_px), shapes);
        callout::callouts(&raster, frame, width_px, &stops)
    };
    widths_px.iter().map(for_width).collect()
}

fn region(shape: &ProjectedFeature, outline: Outline, facts: &Facts) -> Region {
    let row = facts.region(&shape.id);
    let name = facts.name_of(&shape.id).unwrap_or(&shape.name);
    let size = (outline.max.x - outline.min.x).max(outline.max.y - outline.min.y);
    let marker = (size < MARKER_BELOW).then_some(if row.is_some() { 34 } else { 22 });
    Region {
        id: shape.id.clone(),
        name: name.clone(),
        words: facts.words(row.map(|(index, _)| index)),
        row: row.map(|(index, _)| index),
        outline,
        marker,
    }
}

fn paint(regions: &[Region], facts: &Facts) -> (Vec<Layer>, Vec<Overlay>) {
    let mut layers: Vec<Layer> = Vec::new();
    let mut overlays: Vec<Overlay> = Vec::new();
    let names = regions.iter().enumerate();
    let by_name = in_order(names.map(|(index, region)| (0, region.name.clone(), index)).collect());
    let fill_below = |index: usize| {
        let row = regions.get(index).and_then(|region| region.row);
        facts.fill_color(row).unwrap_or(NEUTRAL_FILL)
    };
    let paints = facts.categories.iter().map(|category| &category.paint).chain([&NEUTRAL]);
    for (category, paint) in paints.enumerate() {
        match *paint {
            Paint::None => {}
            Paint::Fill { fill, outline } => {
                let is_mine = |region: &Region| facts.fill(region.row).unwrap_or(&NEUTRAL) == paint;
                let regions = members(regions, &by_name, is_mine);
                if !regions.is_empty() && layers.iter().all(|layer| layer.regions != regions) {
                    layers.push(Layer { fill, outline, regions });
                }
            }
            Paint::Overlay { pattern, color } => {
                let is_mine =
                    |region: &Region| facts.overlays(region.row).any(|over| over == paint);
                let regions = members(regions, &by_name, is_mine).into_iter();
                let regions = regions.map(|index| (index, fill_below(index)));
                overlays.push(Overlay { category, pattern, color, regions: regions.collect() });
            }
        }
    }
    // Dark outlines go below, so that the light border of a neighbour still shows on top.
    let (mut below, above): (Vec<_>, Vec<_>) =
        layers.into_iter().partition(|layer| layer.outline.is_some());
    below.extend(above);
    (below, overlays)
}

fn members(regions: &[Region], by_name: &[usize], is_mine: impl Fn(&Region) -> bool) -> Vec<usize> {
    let is_mine = |index: &&usize| regions.get(**index).is_some_and(&is_mine);
    by_name.iter().filter(is_mine).copied().collect()
}

fn border(layers: &[Layer]) -> LightDark {
    let choose = |sea: Color, ink: Color, of: fn(LightDark) -> Color| {
        let fills = || layers.iter().filter(|l| l.outline.is_none()).map(|layer| of(layer.fill));
        let least = |line: Color| fills().map(|fill| fill.contrast(line)).fold(21.0, f64::min);
        if least(sea) >= ENOUGH || least(sea) >= least(ink) { sea } else { ink }
    };
    LightDark {
        light: choose(SEA.light, INK.light, |themed| themed.light),
        dark: choose(SEA.dark, INK.dark, |themed| themed.dark),
    }
}
