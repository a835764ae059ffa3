//! What the reader's actions need to know of a map: names, places and groups as plain data. Whoever
//! shows a map fills it; it holds no shape and no fact.

use crate::content::locale::Locale;
use crate::content::search::{SearchEntry, search};
use crate::content::text;
use crate::data::collation::{fold, in_order};
use crate::geo::frame::Frame;
use crate::geo::projection::Point;
use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::geo::viewport::Viewport;
use crate::interaction::filter::Filter;
use crate::interaction::navigation::FocusTarget;
use crate::layout::rect::Rect;

/// A small region answers so far out into the sea, in CSS pixels,
const REACH_PX: f64 = 40.0;
/// and it is small if neither side of its box is more than this.
const SMALL_PX: f64 = 64.0;

/// One map, as far as the reader's actions know it.
#[derive(Clone, Debug)]
pub struct MapIndex {
    /// Width of the map in units; a link tells places in parts of it.
    pub width: i32,
    /// Height of the map in units.
    pub height: i32,
    /// What the stage shows of the map when nothing is zoomed, in units.
    pub shown: UnitBox,
    /// What the stages of a page show that was drawn for several widths; empty for a live map.
    pub stages: Vec<PageStage>,
    /// The regions, in the order of the scene.
    pub regions: Vec<IndexedRegion>,
    /// The labels of all categories.
    pub labels: Vec<String>,
    /// The categories of the legend: number and id.
    pub categories: Vec<(usize, String)>,
    /// The categories of the legend of each country that is counted, drawn or not.
    pub countries: Vec<Vec<usize>>,
    /// How many columns of the table can be sorted by.
    pub columns: usize,
    /// The words of the interface.
    pub words: &'static Locale,
    /// Begins the keys of the page's address; None where the embedder wants none.
    pub link_prefix: Option<String>,
    /// Language of the texts of the facts, a BCP 47 tag, where it is not that of the words.
    pub facts_language: Option<String>,
    /// Whether further facts will follow.
    pub is_partial: bool,
    /// Ids of rows of the facts that no feature of the map has.
    pub unmatched: Vec<String>,
}

/// A stage of a page, for elements of a class of widths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageStage {
    /// Least width of the elements.
    pub class_px: i32,
    /// What it shows of the map when nothing is zoomed, in units.
    pub shown: UnitBox,
}

/// One region of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexedRegion {
    /// Its feature's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other names by which readers may look for it.
    pub also: Vec<String>,
    /// Its status in words.
    pub words: String,
    /// Top left corner of the box of its largest part, in units of the whole drawing.
    pub min: UnitPoint,
    /// Bottom right corner of that box.
    pub max: UnitPoint,
    /// Whether the keyboard reaches it: the facts name it.
    pub is_focus_target: bool,
    /// Whether it takes part in what the map is about.
    pub takes_part: bool,
    /// Whether an inset of the page is for it.
    pub is_in_inset: bool,
    /// All of its categories.
    pub status: Vec<usize>,
    /// Its categories, those of the legend only.
    pub categories: Vec<usize>,
    /// The place in the legend of the category that it is painted as; of none the last.
    pub group: usize,
    /// What is said of it: the places of the statements in the list of facts, the first being what
    /// carries its status.
    pub statements: Vec<usize>,
}

impl IndexedRegion {
    /// The middle of its largest part's box.
    fn center(&self) -> UnitPoint {
        let middle = |a: i32, b: i32| a + (b - a) / 2;
        UnitPoint { x: middle(self.min.x, self.max.x), y: middle(self.min.y, self.max.y) }
    }
}

impl MapIndex {
    /// A frame that shows that.
    #[must_use]
    pub fn frame(&self) -> Frame {
        Frame::sized(0, 0).showing(self.shown)
    }

    /// The middle of the map, without the sea beside it.
    #[must_use]
    pub fn middle(&self) -> Point {
        Point { x: f64::from(self.width) / 2.0, y: f64::from(self.height) / 2.0 }
    }

    /// The region of an id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        self.regions.iter().position(|region| region.id == id)
    }

    /// Whether the legend has a category.
    #[must_use]
    pub fn has_category(&self, category: usize) -> bool {
        self.categories.iter().any(|(number, _)| *number == category)
    }

    /// The category of the legend that has this id.
    #[must_use]
    pub(crate) fn category_of(&self, id: &str) -> Option<usize> {
        for (category, own) in &self.categories {
            if own == id {
                return Some(*category);
            }
        }
        None
    }

    /// Whether both are the same regions in the same places, be it in other words.
    #[must_use]
    pub fn is_same_map(&self, other: &MapIndex) -> bool {
        let ids = |map: &MapIndex| map.regions.len();
        (self.width, self.height, ids(self)) == (other.width, other.height, ids(other))
            && self.regions.iter().zip(&other.regions).all(|(a, b)| a.id == b.id)
    }

    /// The regions that the keyboard reaches, group by group as in the legend, those of one by name.
    fn order(&self) -> Vec<usize> {
        let mut stops = Vec::new();
        for (index, region) in self.regions.iter().enumerate() {
            if region.is_focus_target {
                stops.push((region.group, fold(&region.name), index));
            }
        }
        in_order(stops)
    }

    /// The same without those that are filtered out.
    #[must_use]
    pub(crate) fn focus_targets(&self, filter: Filter) -> Vec<FocusTarget<'_>> {
        let mut stops = Vec::new();
        for &index in &self.order() {
            if let Some(region) = self.regions.get(index)
                && !filter.is_dimmed(&region.categories)
            {
                stops.push(FocusTarget {
                    region: index,
                    spot: region.center(),
                    name: &region.name,
                });
            }
        }
        stops
    }

    /// The regions before and after one, among those of its group, going round; None for the only
    /// one, and for one that the keyboard does not reach.
    #[must_use]
    pub fn neighbors(&self, region: usize) -> Option<(usize, usize)> {
        let group = self.regions.get(region)?.group;
        let mut list = Vec::new();
        let mut at = None;
        for &other in &self.order() {
            if self.regions.get(other)?.group == group {
                if other == region {
                    at = Some(list.len());
                }
                list.push(other);
            }
        }
        let at = at?;
        let last = list.len().checked_sub(1).filter(|&last| last > 0)?;
        let previous = list.get(at.checked_sub(1).unwrap_or(last))?;
        Some((*previous, *list.get(at + 1).or(list.first())?))
    }

    /// The categories of a region, those of the legend first; `is_short` without the others, if it
    /// has any of the legend.
    #[must_use]
    pub fn status_of(&self, region: usize, is_short: bool) -> Vec<(usize, &str)> {
        let Some(region) = self.regions.get(region) else { return Vec::new() };
        let mut labelled = Vec::new();
        let mut add = |category: usize| {
            if let Some(label) = self.labels.get(category) {
                labelled.push((category, label.as_str()));
            }
        };
        for &category in &region.categories {
            add(category);
        }
        let has_others = !is_short || region.categories.is_empty();
        for &category in &region.status {
            if has_others && !region.categories.contains(&category) {
                add(category);
            }
        }
        labelled
    }

    /// "Jamaica (Signed)": a region's name with the category that it is painted as.
    #[must_use]
    pub fn name_with_status(&self, region: usize) -> Option<String> {
        let region = self.regions.get(region)?;
        let (category, _) = self.categories.get(region.group)?;
        Some(text::concat(&[&region.name, " (", self.labels.get(*category)?, ")"]))
    }

    /// The name of a region for those who cannot see it; `is_dimmed`, that it is filtered out.
    #[must_use]
    pub fn label(&self, region: usize, is_dimmed: bool) -> Option<String> {
        let region = self.regions.get(region)?;
        let (joint, more) = if is_dimmed { (", ", self.words.filtered_out) } else { ("", "") };
        Some(text::concat(&[&region.name, ": ", &region.words, joint, more]))
    }

    /// Regions that match what was typed, best first, at most `most`.
    #[must_use]
    pub fn search(&self, query: &str, most: usize) -> Vec<usize> {
        let mut entries = Vec::new();
        for (index, region) in self.regions.iter().enumerate() {
            entries.push(SearchEntry {
                region: index,
                name: &region.name,
                id: &region.id,
                also: &region.also,
                takes_part: region.takes_part,
            });
        }
        search(&entries, query, most)
    }

    /// The middle of a region in parts of what a viewport shows; outside of 0 to 1 if it does not
    /// show it.
    #[must_use]
    pub fn place_of(&self, region: usize, viewport: &Viewport) -> Option<Point> {
        let UnitPoint { x, y } = self.regions.get(region)?.center();
        Some(viewport.place(Point { x: f64::from(x), y: f64::from(y) }, &self.frame()))
    }

    /// The box of a region's largest part on the screen, where a viewport is shown in this box.
    #[must_use]
    pub fn box_in(&self, region: usize, viewport: &Viewport, drawing: Rect) -> Option<Rect> {
        let region = self.regions.get(region)?;
        let place = |UnitPoint { x, y }| {
            viewport.place(Point { x: f64::from(x), y: f64::from(y) }, &self.frame())
        };
        let (min, max) = (place(region.min), place(region.max));
        Some(Rect {
            x: drawing.x + min.x * drawing.width,
            y: drawing.y + min.y * drawing.height,
            width: (max.x - min.x) * drawing.width,
            height: (max.y - min.y) * drawing.height,
        })
    }

    /// The small region that a place on the screen is beside, within 40 px: what a finger means that
    /// misses an island. `drawing` is the box in which the viewport is shown.
    #[must_use]
    pub fn beside(&self, (x, y): (f64, f64), viewport: &Viewport, drawing: Rect) -> Option<usize> {
        let mut boxes = Vec::new();
        for region in 0..self.regions.len() {
            if let Some(area) = self.box_in(region, viewport, drawing) {
                boxes.push((region, area));
            }
        }
        self.nearest((x, y), boxes.iter().copied())
    }

    /// The nearest of these boxes of regions to a place, of those that are small and take part.
    pub fn nearest(
        &self,
        (x, y): (f64, f64),
        boxes: impl IntoIterator<Item = (usize, Rect)>,
    ) -> Option<usize> {
        let mut best = (REACH_PX, None);
        for (region, area) in boxes {
            let is_small = area.width.max(area.height) <= SMALL_PX;
            if is_small && self.regions.get(region).is_some_and(|region| region.takes_part) {
                let beyond = |at: f64, from: f64, to: f64| (from - at).max(at - to).max(0.0);
                let (dx, dy) =
                    (beyond(x, area.x, area.x + area.width), beyond(y, area.y, area.bottom()));
                let far = (dx * dx + dy * dy).sqrt();
                if far < best.0 {
                    best = (far, Some(region));
                }
            }
        }
        best.1
    }

    /// The drawing's box on the screen, when no gesture moves it: the stage's, less what the
    /// drawing's proportions leave free. None where the stage has no size.
    #[must_use]
    pub fn drawing_in(&self, stage: Rect) -> Option<Rect> {
        drawing_in((self.shown.width(), self.shown.height()), stage)
    }
}

/// The box of a drawing of this width and height in its stage; see [`MapIndex::drawing_in`].
#[must_use]
pub(crate) fn drawing_in((width, height): (i32, i32), stage: Rect) -> Option<Rect> {
    let (width, height) = (f64::from(width), f64::from(height));
    let scale = (stage.width / width).min(stage.height / height);
    let (width, height) = (width * scale, height * scale);
    (scale > 0.0).then_some(Rect {
        x: stage.x + (stage.width - width) / 2.0,
        y: stage.y + (stage.height - height) / 2.0,
        width,
        height,
    })
}
