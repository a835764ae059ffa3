//! The map while it is read: what is drawn of it, and what stays from one drawing to the next.

use super::map::Map;
use crate::content::data_table::Sort;
use crate::error::Error;
use crate::geo::projection::Point;
use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::geo::viewport::Viewport;
use crate::interaction::filter::Filter;
use crate::interaction::reader_state::ReaderState;
use crate::layout::stage::{Stage, StageSize};
use crate::layout::target::target_at;
use crate::render::element::Element;
use crate::render::live::LiveState;
use crate::render::outline::outline;
use crate::render::shapes::Shapes;
use crate::render::table;
use crate::scene::view_scene::ViewScene;
use std::rc::Rc;

impl Map {
    /// Draws what a viewport shows, for a stage of this size.
    #[must_use]
    pub fn draw(&self, viewport: &Viewport, size: StageSize) -> ViewScene {
        self.draw_on(viewport, &self.stage(size))
    }

    /// The same on what stands on the whole map in that size.
    fn draw_on(&self, viewport: &Viewport, stage: &Stage) -> ViewScene {
        ViewScene::new(&self.levels, &self.facts, &self.frame, &self.whole, *viewport, stage)
    }

    /// The region that answers for a place of a drawing, `at` in parts of its width and height: by
    /// its name, its core, its area, or as the nearest state within 40 px.
    #[must_use]
    pub fn target_at(&self, view: &ViewScene, at: Point) -> Option<usize> {
        let (scene, viewport) = (&*view.scene, &view.viewport);
        let shown = self.frame.showing(scene.shown());
        let shown = shown.zoomed(viewport.corner(&shown), viewport.zoom);
        let mut nearest = |at: UnitPoint, reach: i32| {
            let point = shown.plane_point(Point { x: f64::from(at.x), y: f64::from(at.y) });
            let reach = shown.plane_length(f64::from(reach));
            let reach_of = |region: usize| {
                let is_state = scene.regions.get(region).is_some_and(|region| region.is_state);
                if is_state { reach } else { 0.0 }
            };
            self.levels.feature_near(point, &reach_of, viewport.zoom)
        };
        target_at(view.stage()?, scene.unit_at(at), &mut nearest)
    }
}

/// A map in a page: what is drawn of it.
#[derive(Clone, Debug)]
pub(crate) struct LiveView {
    map: Map,
    drawing: Option<(ViewScene, Shapes)>,
    /// What stands on the whole map in the size that was last asked for.
    stage: Option<Stage>,
    /// The rows of the table as they were last shown.
    table: Option<(Sort, Filter, Rc<Element>)>,
    drawings: u32,
}

impl LiveView {
    /// Nothing is drawn yet.
    #[must_use]
    pub(crate) fn new(map: Map) -> LiveView {
        LiveView { map, drawing: None, stage: None, table: None, drawings: 0 }
    }

    /// What stands on the whole map in this size.
    fn stage(&mut self, size: StageSize) -> &Stage {
        let known = self.stage.take().filter(|stage| stage.size == size);
        let stage = known.unwrap_or_else(|| self.map.stage(size));
        self.stage.insert(stage)
    }

    /// What a stage of this size shows of the map when nothing is zoomed.
    #[must_use]
    pub(crate) fn shown(&mut self, size: StageSize) -> UnitBox {
        self.stage(size).shown()
    }

    /// The map.
    #[must_use]
    pub(crate) fn map(&self) -> &Map {
        &self.map
    }

    /// Takes finer shapes of the same regions for zoomed views.
    ///
    /// # Errors
    /// Whatever is wrong with the file; the map stays as it is.
    pub(crate) fn refine(&mut self, map: &[u8]) -> Result<(), Error> {
        self.map.refine(map)?;
        self.drawing = None;
        Ok(())
    }

    /// Takes further facts.
    ///
    /// # Errors
    /// Whatever is wrong with the file; the map stays as it is.
    pub(crate) fn add_facts(&mut self, more: &[u8]) -> Result<(), Error> {
        self.table = None;
        self.map.add_facts(more)
    }

    /// The region that answers for a place of what is drawn; see [`Map::target_at`].
    #[must_use]
    pub(crate) fn target_at(&self, at: Point) -> Option<usize> {
        let (view, _) = self.drawing.as_ref()?;
        self.map.target_at(view, at)
    }

    /// The part of the map that is drawn; during a gesture, another one is shown.
    #[must_use]
    pub(crate) fn drawn(&self) -> Option<Viewport> {
        self.drawing.as_ref().map(|(view, _)| view.viewport)
    }

    /// Everything that a live widget shows. Parts that what the reader has set does not change
    /// are shared with the figure before.
    #[must_use]
    pub(crate) fn figure(&mut self, reader: &ReaderState, size: StageSize) -> Element {
        let table = reader.has_table.then(|| self.grid(reader.sort, reader.filter));
        let is_drawn = |(view, _): &(ViewScene, Shapes)| view.is(&reader.viewport, size);
        if !self.drawing.as_ref().is_some_and(is_drawn) {
            let stage = self.stage(size).clone();
            let map = &self.map;
            let view = map.draw_on(&reader.viewport, &stage);
            let before = self.drawing.as_ref().map(|(view, shapes)| (&*view.scene, shapes));
            let shapes = Shapes::after(&view.scene, &map.anchors(), true, before);
            self.drawing = Some((view, shapes));
            self.drawings += 1;
        }
        let map = &self.map;
        let Some((view, shapes)) = &self.drawing else { return map.figure() };
        let mut dimmed = Vec::with_capacity(map.whole.regions.len());
        for region in &map.whole.regions {
            dimmed.push(reader.filter.is_dimmed(&map.in_legend(region.row)));
        }
        let live = LiveState { filter: &reader.filter, dimmed: &dimmed };
        map.figure_of(&view.scene, shapes, table.as_ref(), Some(&live))
    }

    fn grid(&mut self, sort: Sort, filter: Filter) -> Rc<Element> {
        match &self.table {
            Some((drawn, of, grid)) if (*drawn, *of) == (sort, filter) => grid.clone(),
            Some(_) | None => {
                let map = &self.map;
                let mut table = map.table(sort);
                let all = table.rows.len();
                table.rows.retain(|row| !filter.is_dimmed(&map.in_legend(Some(row.region_row))));
                if filter.only().is_some() {
                    let shown = map.words().shown_of(table.rows.len(), all);
                    table.caption = table.caption + " (" + &shown + ")";
                }
                let grid = Rc::new(table::grid(&table, map.words()));
                self.table = Some((sort, filter, grid.clone()));
                grid
            }
        }
    }

    /// How many drawings there were: tells whether shapes are those of before.
    #[must_use]
    pub(crate) fn drawings(&self) -> u32 {
        self.drawings
    }

    /// The outline of a region as it is drawn, to lie over the map.
    #[must_use]
    pub(crate) fn outline(&self, region: usize) -> Vec<Element> {
        let drawn = self.drawing.as_ref().map(|(view, _)| outline(&view.scene, region));
        drawn.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
