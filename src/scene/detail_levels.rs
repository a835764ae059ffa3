//! The shapes of a map, and finer ones for views that are zoomed in.

use super::projected_map::{ProjectedFeature, ProjectedMap};
use crate::data::features::Features;
use std::sync::Arc;

/// From this zoom on the finer shapes are drawn, where they are there.
const FINE_FROM: f64 = 2.0;

/// One map in one or two files; views share it.
#[derive(Clone, Debug)]
pub struct DetailLevels {
    /// The map whose features are the regions.
    pub map: Arc<ProjectedMap>,
    finer: Option<Arc<Finer>>,
}

#[derive(Debug)]
struct Finer {
    map: ProjectedMap,
    /// For each feature of the coarse map the same of the finer.
    features: Vec<Option<usize>>,
}

impl DetailLevels {
    /// One level.
    #[must_use]
    pub fn new(map: ProjectedMap) -> DetailLevels {
        DetailLevels { map: Arc::new(map), finer: None }
    }

    /// The same with finer shapes from another map of the same regions, joined by id. Features
    /// that this map lacks are left out.
    #[must_use]
    pub fn refined(&self, finer: &Features) -> DetailLevels {
        let finer = ProjectedMap::apart(finer, self.map.projection, self.map.far.clone()).ranked();
        let mut features = Vec::new();
        for (place, feature) in self.map.features.iter().enumerate() {
            let is_same =
                |other: &ProjectedFeature| other.id == feature.id && !feature.id.is_empty();
            // The two files mostly have the same order.
            let is_here = finer.features.get(place).is_some_and(is_same);
            let same = if is_here { Some(place) } else { finer.features.iter().position(is_same) };
            features.push(same);
        }
        let finer = Some(Arc::new(Finer { map: finer, features }));
        DetailLevels { map: Arc::clone(&self.map), finer }
    }

    /// The shape of a feature of the map at this zoom, and the map that it belongs to.
    #[must_use]
    pub fn at_zoom(&self, feature: usize, zoom: f64) -> Option<(&ProjectedMap, &ProjectedFeature)> {
        let finer = self.finer.as_deref().filter(|_| zoom >= FINE_FROM);
        let found = finer.and_then(|finer| {
            let index = finer.features.get(feature).copied().flatten()?;
            Some((&finer.map, finer.map.features.get(index)?))
        });
        found.or_else(|| Some((&*self.map, self.map.features.get(feature)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn features(corner: f64) -> Features {
        let text = format!(
            "{{\"type\":\"Feature\",\"id\":\"A\",\"properties\":{{}},\"geometry\":{{\"type\":\
             \"Polygon\",\"coordinates\":[[[0,0],[9,0],[9,{corner}],[0,9],[0,0]]]}}}}"
        );
        Features::parse(text.as_bytes()).expect("a map")
    }

    fn area(levels: &DetailLevels, zoom: f64) -> f64 {
        let (_, feature) = levels.at_zoom(0, zoom).expect("a feature");
        (feature.bounds.max.x - feature.bounds.min.x) * (feature.center.y.abs() + 1.0)
    }

    #[test]
    fn finer_shapes_are_drawn_when_zoomed_in() {
        let coarse = DetailLevels::new(
            ProjectedMap::new(&features(9.0), None, None).expect("a map").ranked(),
        );
        let both = coarse.refined(&features(5.0));
        assert_eq!(area(&both, 1.5), area(&coarse, 1.5));
        assert_ne!(area(&both, 2.5), area(&coarse, 2.5));
        assert_eq!(area(&coarse, 2.5), area(&coarse, 1.5));
    }
}
