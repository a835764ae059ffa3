//! What the reader's actions need to know of a map: names, places and groups as plain data. Whoever
//! shows a map fills it; it holds no shape and no fact.

use crate::content::locale::Locale;
use crate::content::search::{SearchEntry, search};
use crate::geo::frame::{Frame, UnitPoint};
use crate::geo::projection::Point;
use crate::geo::viewport::Viewport;
use crate::interaction::navigation::FocusTarget;
use crate::interaction::zoom_target::ZoomTarget;
use crate::layout::popup_position::Rect;

/// One map, as far as the reader's actions know it.
#[derive(Clone, Debug)]
pub struct MapIndex {
    /// Width of the whole drawing in units.
    pub width: i32,
    /// Height of the whole drawing in units.
    pub height: i32,
    /// The regions, in the order of the scene.
    pub regions: Vec<IndexedRegion>,
    /// The categories of the legend: number and id.
    pub categories: Vec<(usize, String)>,
    /// The categories of the legend of each country that is counted, drawn or not.
    pub countries: Vec<Vec<usize>>,
    /// The regions of each area that can be zoomed to.
    pub areas: Vec<Vec<usize>>,
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
    /// Its middle in units of the whole drawing.
    pub center: UnitPoint,
    /// Top left corner of its box.
    pub min: UnitPoint,
    /// Bottom right corner of its box.
    pub max: UnitPoint,
    /// Whether the keyboard reaches it: the facts name it.
    pub is_focus_target: bool,
    /// Its categories, those of the legend only.
    pub categories: Vec<usize>,
}

impl MapIndex {
    /// A frame of the drawing's size.
    #[must_use]
    pub fn frame(&self) -> Frame {
        Frame::sized(self.width, self.height)
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

    /// The regions that the keyboard reaches.
    #[must_use]
    pub fn focus_targets(&self) -> Vec<FocusTarget<'_>> {
        let regions = self.regions.iter().enumerate();
        let reached = regions.filter(|(_, region)| region.is_focus_target);
        reached
            .map(|(index, region)| FocusTarget {
                region: index,
                spot: region.center,
                name: &region.name,
            })
            .collect()
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
            })
            .collect();
        search(&entries, query, most)
    }

    /// The middle of a region in parts of what a viewport shows; outside of 0 to 1 if it does not
    /// show it.
    #[must_use]
    pub fn place_of(&self, region: usize, viewport: &Viewport) -> Option<Point> {
        let UnitPoint { x, y } = self.regions.get(region)?.center;
        Some(viewport.place(Point { x: f64::from(x), y: f64::from(y) }, &self.frame()))
    }

    /// The viewport of a region with its neighbours.
    #[must_use]
    pub fn near(&self, region: usize) -> Option<Viewport> {
        self.around(std::iter::once(region), 0.55)
    }

    /// The viewport of an area or a group; None if none of its regions is on the map.
    #[must_use]
    pub fn goal(&self, goal: ZoomTarget) -> Option<Viewport> {
        match goal {
            ZoomTarget::Area(area) => self.around(self.areas.get(area)?.iter().copied(), 0.86),
            ZoomTarget::Group(category) => {
                let is_mine = |index: &usize| {
                    self.regions.get(*index).is_some_and(|r| r.categories.contains(&category))
                };
                self.around((0..self.regions.len()).filter(is_mine), 0.86)
            }
        }
    }

    /// The viewport around regions, which fill that part of it; None for none.
    fn around(&self, regions: impl Iterator<Item = usize>, filled: f64) -> Option<Viewport> {
        let boxes = regions.filter_map(|region| self.regions.get(region));
        let boxes = boxes.map(|region| (region.min, region.max));
        let (min, max) = boxes.reduce(|(min, max), (other_min, other_max)| {
            let min = UnitPoint { x: min.x.min(other_min.x), y: min.y.min(other_min.y) };
            (min, UnitPoint { x: max.x.max(other_max.x), y: max.y.max(other_max.y) })
        })?;
        Some(Viewport::around(min, max, filled, &self.frame()))
    }

    /// The drawing's box on the screen, when no gesture moves it: the stage's, less what the
    /// drawing's proportions leave free. None where the stage has no size.
    #[must_use]
    pub fn drawing_in(&self, stage: Rect) -> Option<Rect> {
        drawing_in((self.width, self.height), stage)
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
