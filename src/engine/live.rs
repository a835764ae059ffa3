//! The map while it is read: what is drawn of it, and what stays from one drawing to the next.

use super::map::Map;
use crate::content::data_table::Sort;
use crate::error::Error;
use crate::geo::unit_box::UnitBox;
use crate::geo::viewport::Viewport;
use crate::interaction::filter::Filter;
use crate::layout::stage::{Stage, StageSize};
use crate::render::element::Element;
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
}

/// A map in a page: what is drawn of it.
#[derive(Clone, Debug)]
pub(crate) struct LiveView {
    map: Rc<Map>,
    drawing: Option<(ViewScene, Shapes)>,
    /// What stands on the whole map in the size that was last asked for.
    stage: Option<Stage>,
    /// The rows of the table as they were last shown.
    table: Option<(Sort, Filter, Rc<Element>)>,
}

impl LiveView {
    /// Nothing is drawn yet.
    #[must_use]
    pub(crate) fn new(map: Rc<Map>) -> LiveView {
        LiveView { map, drawing: None, stage: None, table: None }
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
        Rc::make_mut(&mut self.map).refine(map)?;
        self.drawing = None;
        Ok(())
    }

    /// Takes further facts.
    ///
    /// # Errors
    /// Whatever is wrong with the file; the map stays as it is.
    pub(crate) fn add_facts(&mut self, more: &[u8]) -> Result<(), Error> {
        self.table = None;
        Rc::make_mut(&mut self.map).add_facts(more)
    }

    /// Everything that a live widget shows of a part of the map; `table` says how the table is
    /// sorted and what it lists, where it is open. Parts that are as before are shared with the
    /// figure before.
    #[must_use]
    pub(crate) fn figure(
        &mut self,
        viewport: &Viewport,
        size: StageSize,
        table: Option<(Sort, Filter)>,
    ) -> Element {
        let table = table.map(|(sort, filter)| self.grid(sort, filter));
        let is_drawn = |(view, _): &(ViewScene, Shapes)| view.is(viewport, size);
        if !self.drawing.as_ref().is_some_and(is_drawn) {
            let stage = self.stage(size).clone();
            let map = &self.map;
            let view = map.draw_on(viewport, &stage);
            let before = self.drawing.as_ref().map(|(view, shapes)| (&*view.scene, shapes));
            let shapes = Shapes::after(&view.scene, &map.anchors(), true, before);
            self.drawing = Some((view, shapes));
        }
        let map = &self.map;
        let Some((view, shapes)) = &self.drawing else { return map.figure() };
        map.figure_of(&view.scene, shapes, table.as_ref(), true)
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
}

#[cfg(test)]
mod tests;
