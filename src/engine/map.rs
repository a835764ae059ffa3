//! A map and its facts, ready to be drawn: the entry point of the crate.

use super::{own_words, stamp};
use crate::content::credit::credit;
use crate::content::csv::csv;
use crate::content::data_table::{self, Sort, Table, TableWords};
use crate::content::fact_list::{FactList, fact_list};
use crate::content::headline::headline;
use crate::content::legend::{LegendItem, legend};
use crate::content::locale::{ENGLISH, Locale, words};
use crate::content::region_details::{DetailsWriter, RegionDetails};
use crate::data::facts::Facts;
use crate::data::map_file::MapFile;
use crate::error::Error;
use crate::geo::frame::Frame;
use crate::geo::projection::Point;
use crate::geo::viewport::Viewport;
use crate::interaction::controls::Controls;
use crate::layout::stage::{Stage as MapStage, StageSize};
use crate::options::Options;
use crate::render;
use crate::render::drawing::Figure;
use crate::render::element::Element;
use crate::render::shapes::Shapes;
use crate::scene::Scene;
use crate::scene::detail_levels::DetailLevels;
use crate::scene::projected_map::ProjectedMap;
use std::rc::Rc;
use std::sync::{Arc, OnceLock};

/// Width of a map that stands alone, in CSS pixels: with the headline above it.
const SHEET_WIDTH_PX: i32 = 900;

/// A stage of the work from bytes to a map, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The facts are read and checked.
    FactsRead,
    /// The map file is read.
    Parsed,
    /// Borders that features share are found.
    Joined,
    /// The map is on the plane.
    Projected,
    /// Its vertices are ranked.
    Ranked,
    /// The whole map is drawn.
    Drawn,
}

/// One map with its facts.
#[derive(Clone, Debug)]
pub struct Map {
    pub(super) facts: Facts,
    pub(super) levels: DetailLevels,
    pub(super) frame: Frame,
    /// The whole map, with nothing on it.
    pub(super) whole: Arc<Scene>,
    /// The same with a stage for each class of widths, once it is asked for.
    with_stages: OnceLock<Scene>,
    pub(super) legend: Vec<LegendItem>,
    pub(super) options: Options,
    pub(super) words: &'static Locale,
    stamp: u64,
}

impl Map {
    /// Reads both files and draws the scene.
    ///
    /// # Errors
    /// Whatever is wrong with either file; see [`Error`].
    ///
    /// ```
    /// # fn main() -> Result<(), summit_map::Error> {
    /// let map = br#"{"type":"Feature","id":"A","properties":{"name":"Aland"},
    ///   "geometry":{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]]]}}"#;
    /// let facts = br##"{"schema":"summit-map/1","title":"One country",
    ///   "categories":[{"id":"yes","label":"Yes","color":{"light":"#17607d","dark":"#5fb4d6"}}],
    ///   "regions":[{"id":"A","status":["yes"]}]}"##;
    /// let map = summit_map::Map::new(map, facts, summit_map::Options::default())?;
    /// assert!(map.svg().starts_with("<svg"));
    /// # Ok(()) }
    /// ```
    pub fn new(map: &[u8], facts: &[u8], options: Options) -> Result<Map, Error> {
        Map::observed(map, facts, options, |_| ())
    }

    /// Does the same, and calls `done` after each stage of the work.
    ///
    /// # Errors
    /// As [`Map::new`].
    pub fn observed(
        map: &[u8],
        facts: &[u8],
        options: Options,
        mut done: impl FnMut(Stage),
    ) -> Result<Map, Error> {
        Self::read(map, facts, options, &mut done).map_err(|error| *error)
    }

    /// Draws a map that is in memory; errors count lines in its text.
    ///
    /// # Errors
    /// As [`Map::new`].
    pub fn from_geojson(
        map: &geojson::GeoJson,
        facts: &[u8],
        options: Options,
    ) -> Result<Map, Error> {
        Map::new(map.to_string().as_bytes(), facts, options)
    }

    // Inside the crate an error is boxed: it is rare, and every result on the way is small.
    fn read(
        map: &[u8],
        facts: &[u8],
        options: Options,
        done: &mut dyn FnMut(Stage),
    ) -> Result<Map, Box<Error>> {
        let facts_file = facts;
        // Of two errors the one in the map comes first.
        let facts = Facts::parse(facts_file);
        done(Stage::FactsRead);
        let is_planar = facts.as_ref().is_ok_and(Facts::is_planar);
        let file = MapFile::parse(map, is_planar)?;
        done(Stage::Parsed);
        let features = file.join();
        done(Stage::Joined);
        let mut facts = facts?;
        facts.take_names(features.features.iter().map(|own| (&*own.id, &*own.name)));
        let projected = ProjectedMap::new(&features, facts.projection, facts.center)?;
        done(Stage::Projected);
        let projected = projected.with_far_parts(&features, &facts);
        let levels = DetailLevels::new(projected.ranked());
        done(Stage::Ranked);
        let frame = Scene::frame(&levels, &facts).ok_or_else(|| Box::new(Error::NothingToDraw))?;
        let whole = Arc::new(Scene::whole(&levels, &facts, &frame));
        done(Stage::Drawn);
        let asked = options.language.as_deref().and_then(words);
        let words = asked.or_else(|| words(&facts.language)).unwrap_or(&ENGLISH);
        let words = own_words::of(words, &facts);
        let stamp = stamp::stamp(map, facts_file, &options);
        Ok(Map {
            legend: legend(&facts),
            facts,
            levels,
            frame,
            whole,
            with_stages: OnceLock::new(),
            options,
            words,
            stamp,
        })
    }

    /// Takes finer shapes for zoomed views from another map of the same regions, joined by id.
    ///
    /// # Errors
    /// Whatever is wrong with the file; the map stays as it is.
    pub fn refine(&mut self, map: &[u8]) -> Result<(), Error> {
        let is_planar = self.levels.map.projection.is_planar();
        let finer = MapFile::parse(map, is_planar).map_err(|error| *error)?;
        self.levels = self.levels.refined(&finer.join());
        Ok(())
    }

    /// Takes further sources, claims and names from a second file of facts.
    ///
    /// # Errors
    /// Whatever is wrong with the file; the map stays as it is.
    pub fn add_facts(&mut self, more: &[u8]) -> Result<(), Error> {
        self.facts.add(more).map_err(|error| *error)
    }

    /// How many vertices its arcs have; a border that two regions share counts once.
    #[must_use]
    pub fn vertices(&self) -> usize {
        self.levels.map.vertex_count()
    }

    /// The viewport that shows the whole map.
    #[must_use]
    pub fn whole(&self) -> Viewport {
        Viewport::whole(&self.frame)
    }

    /// The part of the map around the middle of another, so many times larger.
    #[must_use]
    pub fn zoomed(&self, viewport: &Viewport, factor: f64) -> Viewport {
        viewport.zoomed(factor, Point { x: 0.5, y: 0.5 }, &self.frame)
    }

    /// Where the whole drawing lies, without the sea beside it that a stage shows.
    #[must_use]
    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// What stands on the whole map in a stage of this size. A live map shows
    /// `frame().showing(stage.shown())`.
    #[must_use]
    pub(crate) fn stage(&self, size: StageSize) -> MapStage {
        self.whole.stage(&self.levels, &self.facts, &self.frame, size)
    }

    /// The whole map at the design width, with nothing on it.
    #[cfg(test)]
    #[must_use]
    pub(crate) fn picture(&self) -> &Scene {
        &self.whole
    }

    /// The picture as it is prerendered.
    #[must_use]
    pub fn scene(&self) -> &Scene {
        self.with_stages
            .get_or_init(|| self.whole.with_stages(&self.levels, &self.facts, &self.frame))
    }

    /// The sides of the largest squares that the regions own on a stage, in tenths of a CSS pixel.
    #[cfg(test)]
    pub(crate) fn owned(&self, stage: &MapStage) -> Vec<i32> {
        let owned = |sketch: &crate::layout::sketch::MapSketch<'_>| {
            crate::layout::compose::owned(sketch, stage)
        };
        self.whole.sketched(&self.levels, &self.facts, &self.frame, owned)
    }

    /// The facts.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The words of the interface in the map's language.
    #[must_use]
    pub fn words(&self) -> &'static Locale {
        self.words
    }

    pub(super) fn writer(&self) -> DetailsWriter<'_> {
        DetailsWriter { facts: &self.facts, words: self.words, prefix: &self.options.prefix }
    }

    /// What is said about a region of the scene; None for an index that it does not have.
    #[must_use]
    pub fn entry(&self, region: usize) -> Option<RegionDetails> {
        let region = self.whole.regions.get(region)?;
        Some(self.writer().entry(region.row, &region.name))
    }

    /// The place in the legend of the category that a row is painted as; of none the last.
    #[must_use]
    pub(super) fn group_of(&self, row: Option<usize>) -> usize {
        let mut items = self.legend.iter();
        let status = self.facts.status(row);
        let fill = items.position(|i| !i.is_over && status.contains(&i.category));
        fill.unwrap_or(self.legend.len())
    }

    pub(super) fn anchors(&self) -> Vec<Option<String>> {
        let writer = self.writer();
        let regions = self.whole.regions.iter();
        regions.map(|region| region.row.and_then(|row| writer.anchor(row))).collect()
    }

    /// Everything that is shown before a script runs, as an element tree.
    #[must_use]
    pub fn figure(&self) -> Element {
        let shapes = Shapes::new(self.scene(), &self.anchors(), false);
        self.figure_of(self.scene(), &shapes, None, false)
    }

    /// The same for a page: with the stamp of what it was made of, by which the engine knows it
    /// again, and with what a widget needs to know of it.
    #[must_use]
    pub fn prerendered(&self) -> Element {
        let figure = self.figure().with("data-stamp", self.stamp());
        figure.with("data-index", self.page_index())
    }

    /// Names what the figure is made of: both files, the options, and the code that draws.
    #[must_use]
    pub fn stamp(&self) -> String {
        stamp::text(self.stamp)
    }

    /// The stamp of a map that is not read yet.
    #[must_use]
    pub(crate) fn stamp_of(map: &[u8], facts: &[u8], options: &Options) -> String {
        stamp::text(stamp::stamp(map, facts, options))
    }

    /// The figure with nothing on the map: tells how large the map will be in a page.
    #[must_use]
    pub fn skeleton(&self) -> Element {
        let scene = Scene::blank(&self.frame);
        self.figure_of(&scene, &Shapes::new(&scene, &[], false), None, false)
    }

    pub(super) fn figure_of(
        &self,
        scene: &Scene,
        shapes: &Shapes,
        table: Option<&Rc<Element>>,
        is_live: bool,
    ) -> Element {
        self.with_figure(scene, shapes, table, is_live, &render::figure::figure)
    }

    /// Hands everything that a figure shows to what draws it.
    fn with_figure(
        &self,
        scene: &Scene,
        shapes: &Shapes,
        table: Option<&Rc<Element>>,
        is_live: bool,
        draw: &dyn Fn(&Figure<'_>) -> Element,
    ) -> Element {
        draw(&Figure {
            scene,
            frame: self.frame.shown(),
            shapes,
            anchors: &self.anchors(),
            legend: &self.legend,
            title: &self.facts.title,
            headline: &headline(&self.facts, self.words),
            facts_language: self.writer().facts_language(),
            words: self.words,
            controls: &self.controls(),
            list_anchor: &self.list_anchor(),
            table,
            is_live,
        })
    }

    /// Fragment of the list of facts, without `#`.
    fn list_anchor(&self) -> String {
        format!("{}-facts", self.options.prefix)
    }

    pub(super) fn table(&self, sort: Sort) -> Table {
        let words = TableWords { region: self.words.region, sources: self.words.sources };
        let drawn = (0..).zip(&self.whole.regions).filter_map(|(index, region)| {
            Some(data_table::TableRegion { row: region.row?, region: index, name: &region.name })
        });
        data_table::table(&self.writer(), sort, &words, &drawn.collect::<Vec<_>>())
    }

    /// The table as the text of a CSV file: id, name and answers of each region, what is said of it,
    /// and where that is from.
    #[must_use]
    pub fn csv(&self) -> String {
        let table = self.table(Sort::default());
        let mut head = table.columns;
        head.insert(0, "id".into());
        head.insert(head.len() - 1, self.words.from_main.into());
        let mut rows = vec![head];
        for row in table.rows {
            let id = self.facts.regions.get(row.region_row).map(|region| region.id.clone());
            let said = self.writer().entry(Some(row.region_row), &row.name);
            let said: Vec<String> =
                said.lead.into_iter().chain(said.main).map(|s| s.text).collect();
            let sources = row.sources.iter().map(|source| source.label.as_str());
            let mut cells = vec![id.unwrap_or_default(), row.name];
            cells.extend(row.cells);
            cells.extend([said.join(" "), sources.collect::<Vec<_>>().join("; ")]);
            rows.push(cells);
        }
        csv(&rows)
    }

    fn controls(&self) -> Controls {
        Controls { has_languages: self.options.has_languages, has_link: self.options.has_links }
    }

    pub(super) fn list(&self) -> FactList {
        fact_list(&self.writer())
    }

    /// The list of facts as an element tree.
    #[must_use]
    pub fn fact_list(&self) -> Element {
        render::fact_list::fact_list(&self.list(), &self.list_anchor(), self.words)
    }

    /// The map with title, legend, names and sources, as an SVG that needs no page around it.
    #[must_use]
    pub fn sheet(&self) -> Element {
        let stage = self.stage(StageSize::of_element(SHEET_WIDTH_PX));
        let scene = Scene { stages: vec![stage.clone()], ..(*self.whole).clone() };
        // No region of it is a link, for there is no list below.
        let shapes = Shapes::new(&scene, &[], false);
        let credit = credit(&self.writer());
        self.with_figure(&scene, &shapes, None, false, &|figure| {
            render::sheet::sheet(figure, &stage, &credit)
        })
    }

    /// The map alone, as the text of an SVG file, whose regions are links.
    #[must_use]
    pub fn svg(&self) -> String {
        let scene = self.scene();
        let shapes = Shapes::new(scene, &self.anchors(), false);
        let svg = self.with_figure(scene, &shapes, None, false, &|figure| {
            let stage = figure.scene.stages.last();
            stage.map_or_else(
                || render::svg::map(figure, None),
                |stage| render::svg::file(figure, stage),
            )
        });
        render::xml::text(&svg)
    }

    /// Ids of rows of the facts that no feature of the map has.
    #[must_use]
    pub fn unmatched(&self) -> Vec<&str> {
        let mut is_matched = vec![false; self.facts.regions.len()];
        for row in self.whole.regions.iter().filter_map(|region| region.row) {
            if let Some(is_matched) = is_matched.get_mut(row) {
                *is_matched = true;
            }
        }
        let rows = self.facts.regions.iter().zip(is_matched);
        rows.filter(|(_, is_matched)| !is_matched).map(|(row, _)| row.id.as_str()).collect()
    }
}
