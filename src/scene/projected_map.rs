//! Features → shapes on the plane, and the frame of the whole drawing: what every view is drawn from.

use crate::data::geojson::{Feature, Features, Polygon};
use crate::error::Error;
use crate::geo::clip::clip;
use crate::geo::outline::{Bounds, Frame, Outline, ProjectedRing, center, project_ring};
use crate::geo::projection::{LambertAzimuthalEqualArea, LonLat, Point, spherical_center};

/// Width of the drawing: 800 px in tenths.
const WIDTH: i32 = 8000;
const MARGIN: i32 = 120;
/// From this zoom on the finer shapes are drawn, where they are there.
const FINE_FROM: f64 = 2.0;
/// Level of detail of a zoomed view, in units: a fifth of a pixel.
const STEP: i32 = 2;

/// The shapes of a map.
#[derive(Clone, Debug)]
pub struct ProjectedMap {
    /// From degrees to the plane.
    pub projection: LambertAzimuthalEqualArea,
    /// From the plane to the drawing.
    pub frame: Frame,
    /// One for each feature that has an area, in the order of the file.
    pub shapes: Vec<ProjectedFeature>,
}

/// One feature on the plane.
#[derive(Clone, Debug)]
pub struct ProjectedFeature {
    /// The feature's id.
    pub id: String,
    /// The feature's name.
    pub name: String,
    /// Its rings, never none.
    pub rings: Vec<ProjectedRing>,
    /// The same from a finer map; none before it is there.
    fine: Vec<ProjectedRing>,
    center: Point,
}

impl ProjectedMap {
    /// Projects a map around `center`, or around its own middle.
    ///
    /// # Errors
    /// `NothingToDraw` where no feature has an area on the plane.
    pub fn new(atlas: &Features, around: Option<LonLat>) -> Result<ProjectedMap, Box<Error>> {
        let positions =
            || atlas.features.iter().flat_map(|f| f.polygons.iter().flatten().flatten());
        let around = around.unwrap_or_else(|| spherical_center(positions().copied()));
        let projection = LambertAzimuthalEqualArea::new(around);
        let mut shapes = Vec::with_capacity(atlas.features.len());
        for feature in &atlas.features {
            let rings = project(&feature.polygons, &projection);
            if let Some(center) = center(&rings) {
                let (id, name) = (feature.id.clone(), feature.name.clone());
                shapes.push(ProjectedFeature { id, name, rings, fine: Vec::new(), center });
            }
        }
        let points = shapes.iter().flat_map(|shape| shape.rings.iter().flatten());
        let bounds = points.fold(Bounds::EMPTY, |bounds, &point| bounds.with(point));
        let frame = Frame::around(bounds, WIDTH, MARGIN);
        let frame = frame.ok_or_else(|| Box::new(Error::NothingToDraw))?;
        Ok(ProjectedMap { projection, frame, shapes })
    }

    /// Takes finer shapes from another map of the same regions, joined by id. Features that this
    /// map lacks are left out.
    pub fn refine(&mut self, atlas: &Features) {
        for (place, shape) in self.shapes.iter_mut().enumerate() {
            let is_same = |feature: &&Feature| feature.id == shape.id && !shape.id.is_empty();
            // The two files mostly have the same order.
            let here = atlas.features.get(place).filter(is_same);
            if let Some(feature) = here.or_else(|| atlas.features.iter().find(is_same)) {
                shape.fine = project(&feature.polygons, &self.projection);
            }
        }
    }

    /// The rings of a shape in a zoomed frame, cut to its surroundings.
    #[must_use]
    pub fn visible(
        &self,
        shape: &ProjectedFeature,
        frame: &Frame,
        zoom: f64,
    ) -> Vec<ProjectedRing> {
        let has_fine = zoom >= FINE_FROM && !shape.fine.is_empty();
        let rings = if has_fine { &shape.fine } else { &shape.rings };
        let bounds = frame.surroundings();
        rings.iter().map(|ring| clip(ring, bounds)).filter(|ring| ring.len() > 2).collect()
    }
}

impl ProjectedFeature {
    /// Its outline in the whole drawing.
    #[must_use]
    pub fn outline(&self, frame: &Frame) -> Outline {
        Outline::draw(self.rings.iter(), self.center, frame, 1)
    }

    /// Its outline in a zoomed frame; `rings` are those of [`ProjectedMap::visible`].
    #[must_use]
    pub fn part(&self, rings: &[ProjectedRing], frame: &Frame) -> Outline {
        Outline::draw(rings.iter(), self.center, frame, STEP)
    }
}

fn project(polygons: &[Polygon], projection: &LambertAzimuthalEqualArea) -> Vec<ProjectedRing> {
    let rings = polygons.iter().flatten();
    rings.filter_map(|ring| project_ring(ring, projection)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn atlas(corner: f64) -> Features {
        let text = format!(
            "{{\"type\":\"Feature\",\"id\":\"A\",\"properties\":{{}},\"geometry\":{{\"type\":\
             \"Polygon\",\"coordinates\":[[[0,0],[9,0],[9,{corner}],[0,9],[0,0]]]}}}}"
        );
        Features::parse(text.as_bytes()).expect("a map")
    }

    #[test]
    fn finer_shapes_are_drawn_when_zoomed_in() {
        let mut plane = ProjectedMap::new(&atlas(9.0), None).expect("a plane");
        plane.refine(&atlas(5.0));
        let frame = plane.frame.zoomed(Point { x: 0.0, y: 0.0 }, 1.0);
        let shape = plane.shapes.first().expect("a shape");
        let coarse = plane.visible(shape, &frame, 1.5);
        let fine = plane.visible(shape, &frame, 2.5);
        assert_eq!(coarse, shape.rings);
        assert!(fine != coarse && !fine.is_empty());
    }

    #[test]
    fn what_is_far_outside_is_not_drawn() {
        let plane = ProjectedMap::new(&atlas(9.0), None).expect("a plane");
        let shape = plane.shapes.first().expect("a shape");
        let elsewhere = plane.frame.zoomed(Point { x: 80_000.0, y: 0.0 }, 4.0);
        assert!(plane.visible(shape, &elsewhere, 4.0).is_empty());
    }
}
