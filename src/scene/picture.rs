//! The picture as plain data.

use crate::data::category::Pattern;
use crate::data::color::{LightDark, SEA};
use crate::geo::frame::Frame;
use crate::geo::outline::Outline;
use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::layout::inset::cluster::Cluster;
use crate::layout::stage::Stage;

/// The whole picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// The unit at the top left; in the whole map of a page that is (0, 0), on a live stage it may
    /// lie in the sea beside the map.
    pub corner: UnitPoint,
    /// Width in units, 5,000 for the whole map of a page.
    pub width: i32,
    /// Height in units.
    pub height: i32,
    /// Whether this is the whole map, and not a part of it, zoomed in.
    pub is_whole: bool,
    /// Colour of the line between two filled regions.
    pub border: LightDark,
    /// Filled regions, bottom layer first.
    pub layers: Vec<Layer>,
    /// Patterns over fills.
    pub overlays: Vec<Overlay>,
    /// What stands on the map: of the whole map of a page one for each class of widths, of a live
    /// view the one that fits.
    pub stages: Vec<Stage>,
    /// The regions, in the order of the map file.
    pub regions: Vec<Region>,
    /// Which regions insets show; the same at every width.
    pub(crate) cluster: Option<Cluster>,
    /// What lies far from the map, for an inset each; the same at every width.
    pub(crate) far: Vec<Cluster>,
}

/// Regions with one paint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// Colour of the areas.
    pub fill: LightDark,
    /// Colour of the edges; None for the common border.
    pub outline: Option<LightDark>,
    /// Whether a pattern of its own lies on it.
    pub is_patterned: bool,
    /// Indices of the regions, by name.
    pub regions: Vec<usize>,
}

/// Regions with one pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlay {
    /// Index of its category.
    pub category: usize,
    /// The pattern.
    pub pattern: Pattern,
    /// Colour of its strokes.
    pub color: LightDark,
    /// Indices of the regions, each with the colour of its fill.
    pub regions: Vec<(usize, LightDark)>,
}

/// One feature of the map, drawn and joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// The feature's id.
    pub id: String,
    /// Its name for the reader.
    pub name: String,
    /// Its categories in words: "signed, invited".
    pub words: String,
    /// Index of its row of the facts.
    pub row: Option<usize>,
    /// Whether it is one of those that the map is about, and not a territory.
    pub is_state: bool,
    /// Its shape.
    pub outline: Outline,
}

impl Region {
    /// Whether two drawings of a region look alike.
    pub(crate) fn is_drawn_like(&self, other: &Region) -> bool {
        self.outline.path == other.outline.path
    }
}

impl Scene {
    /// A picture of this size of nothing but sea.
    #[must_use]
    pub fn blank(frame: &Frame) -> Scene {
        Scene {
            corner: frame.shown().min,
            width: frame.width,
            height: frame.height,
            is_whole: true,
            border: SEA,
            layers: Vec::new(),
            overlays: Vec::new(),
            stages: Vec::new(),
            regions: Vec::new(),
            cluster: None,
            far: Vec::new(),
        }
    }

    /// What is shown, in units.
    #[must_use]
    pub fn shown(&self) -> UnitBox {
        let UnitPoint { x, y } = self.corner;
        let max = UnitPoint { x: x + self.width, y: y + self.height };
        UnitBox { min: self.corner, max }
    }

    /// The region whose feature id is `id`.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        self.regions.iter().position(|region| region.id == id)
    }
}
