//! Shapes → the rings of one view, in whole units: as fine as its pixels, cut to what is near.

use super::detail_levels::DetailLevels;
use super::projected_map::Detail;
use crate::geo::clip::clip;
use crate::geo::frame::{Bounds, Frame};
use crate::geo::lines::Lines;
use crate::geo::outline::Outline;
use crate::geo::projection::Point;
use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::layout::shapes::Shapes;
use std::ops::Range;

/// Width of the whole map in units: about eight to a CSS pixel of a wide page.
pub(super) const WIDTH: i32 = 5000;
/// A vertex stays if it moves the line by so many CSS pixels: its triangle with the vertices beside
/// it has at least the area of a square with this side.
const TOLERANCE_PX: f64 = 0.5;

/// In an inset a map is 2.5 times as large, and the least of all is drawn 1.25 times as large as it is
/// fine: so much less of an area is worth drawing there.
const IN_WINDOW: f64 = 4.0;

/// What is drawn of each feature.
#[derive(Clone, Debug)]
pub(crate) struct ViewRings {
    rings: Lines<UnitPoint>,
    /// For each feature its rings.
    features: Vec<Range<usize>>,
    /// For each feature its centre.
    centers: Vec<UnitPoint>,
}

impl ViewRings {
    /// The rings that `frame` shows, as fine as a whole map of `detail_px` CSS pixels, everything
    /// being `zoom` times larger than on the whole map. What lies in `window` will be shown larger.
    #[must_use]
    pub(crate) fn new(
        levels: &DetailLevels,
        frame: &Frame,
        zoom: f64,
        detail_px: i32,
        window: Option<UnitBox>,
    ) -> ViewRings {
        let count = levels.map.features.len();
        let mut view = ViewRings {
            rings: Lines::default(),
            features: Vec::with_capacity(count),
            centers: Vec::with_capacity(count),
        };
        let unit_px = f64::from(detail_px.max(1)) / f64::from(WIDTH);
        let side = frame.plane_length(TOLERANCE_PX / unit_px);
        let (cutoff, bounds) = (side * side, frame.surroundings());
        let corner = |corner: UnitPoint| {
            frame.plane_point(Point { x: f64::from(corner.x), y: f64::from(corner.y) })
        };
        let window = window
            .map(|part| Bounds { min: corner(part.min), max: corner(part.max) })
            .unwrap_or(Bounds::EMPTY);
        let detail = Detail { cutoff, in_window: cutoff / IN_WINDOW, window };
        let (mut vertices, mut spare) = (Vec::new(), Vec::new());
        for index in 0..count {
            let first = view.rings.len();
            let Some((map, feature)) = levels.at_zoom(index, zoom) else { continue };
            map.each(&feature.rings, |ring, measure| {
                let is_needed = ring == feature.largest;
                // The shelf is shown with the whole map alone.
                let bounds = match measure.part {
                    Some(_) if zoom > 1.0 => return,
                    Some(_) => measure.bounds,
                    None => bounds,
                };
                if map.vertices(ring, &detail, is_needed, bounds, &mut vertices) {
                    if !map.is_within(ring, bounds) {
                        clip(&mut vertices, &mut spare, bounds);
                    }
                    view.add(vertices.iter().map(|&point| frame.place(point)));
                }
            });
            view.features.push(first..view.rings.len());
            // A region has its place from the map whose features are the regions.
            if let Some(own) = levels.map.features.get(index) {
                view.centers.push(frame.place(own.center));
            }
        }
        view
    }

    /// Adds a ring without what repeats; one that is smaller than a unit has no area.
    fn add(&mut self, points: impl Iterator<Item = UnitPoint>) {
        for point in points {
            if self.rings.open_points().last() != Some(&point) {
                self.rings.push(point);
            }
        }
        let open = self.rings.open_points();
        let repeats = match (open.first(), open.last()) {
            (Some(first), Some(last)) if first == last && open.len() > 1 => 1,
            (_, _) => 0,
        };
        let count = open.len() - repeats;
        self.rings.truncate_open(if count < 3 { 0 } else { count });
        if count >= 3 {
            self.rings.end();
        }
    }

    /// The drawn rings of a feature, each without its first point at the end.
    fn of(&self, feature: usize) -> impl Iterator<Item = &[UnitPoint]> + Clone {
        let rings = self.features.get(feature).cloned().unwrap_or_default();
        rings.map(|ring| self.rings.get(ring))
    }

    /// The rings as the layout reads them.
    #[must_use]
    pub(crate) fn shapes(&self) -> Shapes<'_> {
        Shapes { rings: &self.rings, regions: &self.features }
    }

    /// A feature as it is drawn.
    #[must_use]
    pub(crate) fn outline(&self, feature: usize) -> Outline {
        let center = self.centers.get(feature).copied().unwrap_or(UnitPoint { x: 0, y: 0 });
        Outline::draw(self.of(feature), center)
    }
}
