//! The map while it is read: what is drawn of it, and what stays from one drawing to the next.

use super::map::Map;
use crate::content::data_table::Sort;
use crate::error::Error;
use crate::geo::projection::Point;
use crate::geo::viewport::Viewport;
use crate::interaction::reader_state::ReaderState;
use crate::render::element::Element;
use crate::render::live::LiveState;
use crate::render::shapes::Shapes;
use crate::render::svg;
use crate::render::table;
use crate::scene::Scene;
use crate::scene::view_scene::ViewScene;
use std::rc::Rc;

impl Map {
    /// Draws what a viewport shows, for a drawing of this width.
    #[must_use]
    pub fn draw(&self, viewport: &Viewport, width_px: i32) -> ViewScene {
        if viewport.is_whole() {
            return ViewScene::whole(&self.plane, &self.scene, width_px);
        }
        let part = Scene::zoomed(&self.plane, &self.facts, viewport, width_px);
        ViewScene::part(&self.plane, *viewport, part, width_px)
    }

    /// The region that is meant by a place in the sea, `at` in parts of the shown width and
    /// height: the nearest within 12 px of a drawing that is `width_px` wide.
    #[must_use]
    pub fn region_near(&self, viewport: &Viewport, at: Point, width_px: f64) -> Option<usize> {
        let _ = (viewport, at, width_px);
        None
    }
}

/// A map in a page: what is drawn of it.
#[derive(Clone, Debug)]
pub struct LiveView {
    map: Map,
    drawing: Option<(ViewScene, Shapes)>,
    /// The rows of the table in the order that was last shown.
    table: Option<(Sort, Rc<Element>)>,
    drawings: u32,
}

impl LiveView {
    /// Nothing is drawn yet.
    #[must_use]
    pub fn new(map: Map) -> LiveView {
        LiveView { map, drawing: None, table: None, drawings: 0 }
    }

    /// The map.
    #[must_use]
    pub fn map(&self) -> &Map {
        &self.map
    }

    /// Takes finer shapes of the same regions for zoomed views.
    ///
    /// # Errors
    /// Whatever is wrong with the file; the map stays as it is.
    pub fn refine(&mut self, map: &[u8]) -> Result<(), Error> {
        self.map.refine(map)?;
        self.drawing = None;
        Ok(())
    }

    /// The part of the map that is drawn; during a gesture, another one is shown.
    #[must_use]
    pub fn drawn(&self) -> Option<Viewport> {
        self.drawing.as_ref().map(|(view, _)| view.viewport)
    }

    /// Everything that a live widget shows. Parts that what the reader has set does not change
    /// are shared with the figure before.
    #[must_use]
    pub fn figure(&mut self, reader: &ReaderState, width_px: i32) -> Element {
        let table = reader.has_table.then(|| self.grid(reader.sort));
        let map = &self.map;
        let is_drawn = |(view, _): &(ViewScene, Shapes)| view.is(&reader.viewport, width_px);
        if !self.drawing.as_ref().is_some_and(is_drawn) {
            let view = map.draw(&reader.viewport, width_px);
            let scene = view.part.as_ref().unwrap_or(map.scene());
            let shapes = Shapes::new(scene, &map.anchors(), true);
            self.drawing = Some((view, shapes));
            self.drawings += 1;
        }
        let Some((view, shapes)) = &self.drawing else { return map.figure() };
        let mut receding = Vec::with_capacity(map.scene().regions.len());
        for region in &map.scene().regions {
            receding.push(reader.filter.recedes(map.in_legend(region.row).into_iter()));
        }
        let live = LiveState {
            filter: &reader.filter,
            receding: &receding,
            labels: &view.labels,
            label_size: view.label_size,
            has_patterns: reader.has_patterns,
        };
        let scene = view.part.as_ref().unwrap_or(map.scene());
        map.figure_of(scene, shapes, table.as_ref(), Some(&live))
    }

    fn grid(&mut self, sort: Sort) -> Rc<Element> {
        match &self.table {
            Some((drawn, grid)) if *drawn == sort => grid.clone(),
            Some(_) | None => {
                let grid = Rc::new(table::grid(&self.map.table(sort), self.map.words()));
                self.table = Some((sort, grid.clone()));
                grid
            }
        }
    }

    /// How many drawings there were: tells whether shapes are those of before.
    #[must_use]
    pub fn drawings(&self) -> u32 {
        self.drawings
    }

    /// The outline of a region as it is drawn, to lie over the map.
    #[must_use]
    pub fn outline(&self, region: usize) -> Vec<Element> {
        let part = self.drawing.as_ref().and_then(|(view, _)| view.part.as_ref());
        let scene = part.unwrap_or(self.map.scene());
        scene.regions.get(region).map(svg::outline).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
