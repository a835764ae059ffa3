//! What the reader's actions need to know of a map: names, places and groups as plain data. Whoever
//! shows a map fills it; it holds no shape and no fact.

use crate::content::locale::Locale;
use crate::content::search::{SearchEntry, search};
use crate::data::collation::{fold, in_order};
use crate::geo::frame::Frame;
use crate::geo::projection::Point;
use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::geo::viewport::Viewport;
use crate::interaction::filter::Filter;
use crate::interaction::navigation::FocusTarget;
use crate::layout::rect::Rect;

/// One map, as far as the reader's actions know it.
#[derive(Clone, Debug)]
pub struct MapIndex {
    /// Width of the map in units; a link tells places in parts of it.
    pub width: i32,
    /// Height of the map in units.
    pub height: i32,
    /// What the stage shows of the map when nothing is zoomed, in units.
    pub shown: UnitBox,
    /// The regions, in the order of the scene.
    pub regions: Vec<IndexedRegion>,
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
    /// Its categories, those of the legend only.
    pub categories: Vec<usize>,
    /// The place in the legend of the category that it is painted as; of none the last.
    pub group: usize,
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
        for index in self.order() {
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
        let mut list = self.order();
        list.retain(|&other| self.regions.get(other).is_some_and(|other| other.group == group));
        let at = list.iter().position(|&other| other == region)?;
        let last = list.len().checked_sub(1).filter(|&last| last > 0)?;
        let previous = list.get(at.checked_sub(1).unwrap_or(last))?;
        Some((*previous, *list.get(at + 1).or(list.first())?))
    }

    /// Regions that match what was typed, best first, at most `most`.
    #[must_use]
    pub fn search(&self, query: &str, most: usize) -> Vec<usize> {
        let regions = self.regions.iter().enumerate();
        let entries: Vec<SearchEntry<'_>> = regions
            .map(|(index, region)| SearchEntry {
                region: index,
                name: &region.name,
                id: &region.id,
                also: &region.also,
                takes_part: region.takes_part,
            })
            .collect();
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
