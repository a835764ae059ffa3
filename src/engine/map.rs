//! A map and its facts, ready to be drawn: the entry point of the crate.

use super::stamp;
use crate::content::data_table::{self, Sort, Table, TableWords};
use crate::content::fact_list::fact_list;
use crate::content::legend::{LegendItem, legend, summary};
use crate::content::locale::{ENGLISH, Locale, words};
use crate::content::region_details::{DetailsWriter, RegionDetails};
use crate::data::facts::Facts;
use crate::data::geojson::Features;
use crate::error::Error;
use crate::geo::outline::Frame;
use crate::interaction::navigation::FocusTarget;
use crate::interaction::zoom_target::{Choice, Controls, ZoomTarget};
use crate::options::Options;
use crate::render;
use crate::render::element::Element;
use crate::render::figure::Figure;
use crate::render::live::LiveState;
use crate::render::shapes::Shapes;
use crate::scene::Scene;
use crate::scene::projected_map::ProjectedMap;
use std::rc::Rc;

/// One map with its facts.
#[derive(Clone, Debug)]
pub struct Map {
    pub(super) facts: Facts,
    pub(super) plane: ProjectedMap,
    pub(super) scene: Scene,
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
        Self::read(map, facts, options).map_err(|error| *error)
    }

    // Inside the crate an error is boxed: it is rare, and every result on the way is small.
    fn read(map: &[u8], facts: &[u8], options: Options) -> Result<Map, Box<Error>> {
        let features = Features::parse(map)?;
        let bytes = facts;
        let facts = Facts::parse(bytes)?;
        let mut plane = ProjectedMap::new(&features, facts.center)?;
        let scene = Scene::new(&mut plane, &facts);
        let asked = options.language.as_deref().and_then(words);
        let words = asked.or_else(|| words(&facts.language)).unwrap_or(&ENGLISH);
        let stamp = stamp::stamp(map, bytes, &options, words.code);
        Ok(Map { legend: legend(&facts), facts, plane, scene, options, words, stamp })
    }

    /// Takes finer shapes for zoomed views from another map of the same regions, joined by id.
    ///
    /// # Errors
    /// Whatever is wrong with the file; the map stays as it is.
    pub fn refine(&mut self, map: &[u8]) -> Result<(), Error> {
        let atlas = Features::parse(map).map_err(|error| *error)?;
        self.plane.refine(&atlas);
        Ok(())
    }

    /// Where the whole drawing lies.
    #[must_use]
    pub fn frame(&self) -> &Frame {
        &self.plane.frame
    }

    /// The picture.
    #[must_use]
    pub fn scene(&self) -> &Scene {
        &self.scene
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

    fn writer(&self) -> DetailsWriter<'_> {
        DetailsWriter { facts: &self.facts, words: self.words, prefix: &self.options.prefix }
    }

    /// What is said about a region of the scene; None for an index that it does not have.
    #[must_use]
    pub fn entry(&self, region: usize) -> Option<RegionDetails> {
        let region = self.scene.regions.get(region)?;
        Some(self.writer().entry(region.row, &region.name))
    }

    pub(super) fn anchors(&self) -> Vec<Option<String>> {
        let writer = self.writer();
        let regions = self.scene.regions.iter();
        regions.map(|region| region.row.and_then(|row| writer.anchor(row))).collect()
    }

    /// Everything that is shown before a script runs, as an element tree.
    #[must_use]
    pub fn figure(&self) -> Element {
        let anchors = self.anchors();
        let shapes = Shapes::new(&self.scene, &anchors, false);
        self.figure_of(&self.scene, &shapes, None, None)
    }

    /// The same with the stamp of what it was made of, by which a live widget knows it again.
    #[must_use]
    pub fn prerendered(&self) -> Element {
        self.figure().with("data-stamp", self.stamp())
    }

    /// Names what the figure is made of: both files, the options, and the code that draws.
    #[must_use]
    pub fn stamp(&self) -> String {
        stamp::text(self.stamp)
    }

    pub(super) fn figure_of(
        &self,
        scene: &Scene,
        shapes: &Shapes,
        table: Option<&Rc<Element>>,
        live: Option<&LiveState<'_>>,
    ) -> Element {
        render::figure::figure(&Figure {
            scene,
            shapes,
            anchors: &self.anchors(),
            legend: &self.legend,
            title: &self.facts.title,
            subtitle: &self.facts.subtitle,
            summary: &summary(&self.facts, self.words),
            facts_language: self.writer().facts_language(),
            words: self.words,
            controls: &self.controls(),
            table,
            live,
        })
    }

    pub(super) fn table(&self, sort: Sort) -> Table {
        let words = TableWords { region: self.words.region, sources: self.words.sources };
        let drawn = (0..).zip(&self.scene.regions).filter_map(|(index, region)| {
            Some(data_table::TableRegion { row: region.row?, region: index, name: &region.name })
        });
        data_table::table(&self.writer(), sort, &words, &drawn.collect::<Vec<_>>())
    }

    fn controls(&self) -> Controls {
        let areas = self.facts.areas.iter().enumerate();
        let groups = self.legend.iter();
        Controls {
            areas: areas
                .map(|(index, area)| Choice {
                    value: ZoomTarget::Area(index).value(),
                    label: area.label.clone(),
                })
                .collect(),
            groups: groups
                .map(|item| Choice {
                    value: ZoomTarget::Group(item.category).value(),
                    label: item.label.clone(),
                })
                .collect(),
            has_languages: self.options.has_languages,
            has_link: self.options.has_links,
        }
    }

    /// The list of facts as an element tree.
    #[must_use]
    pub fn fact_list(&self) -> Element {
        render::fact_list::fact_list(&fact_list(&self.writer()), self.words)
    }

    /// The map alone, as the text of an SVG file.
    #[must_use]
    pub fn svg(&self) -> String {
        let anchors = self.anchors();
        let shapes = Shapes::new(&self.scene, &anchors, false);
        let svg = render::svg::map(&self.scene, &self.facts.title, &anchors, &shapes, None);
        render::xml::text(&svg)
    }

    /// The regions that the keyboard reaches: those that the facts name.
    #[must_use]
    pub fn stops(&self) -> Vec<FocusTarget<'_>> {
        let regions = self.scene.regions.iter().enumerate();
        let named = regions.filter(|(_, region)| region.row.is_some());
        named
            .map(|(index, region)| FocusTarget {
                region: index,
                spot: region.outline.center,
                name: &region.name,
            })
            .collect()
    }

    /// Ids of rows of the facts that no feature of the map has.
    #[must_use]
    pub fn unmatched(&self) -> Vec<&str> {
        let rows = self.facts.regions.iter();
        rows.map(|row| row.id.as_str()).filter(|id| self.scene.find(id).is_none()).collect()
    }
}
