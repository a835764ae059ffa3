//! What stands on a map beside its shapes, at one width: names, dots, lines, targets, insets.

use crate::geo::unit_box::{UnitBox, UnitPoint};
pub(crate) use crate::layout::rank::Rank;
use crate::layout::shapes::Lens;

/// How the page arranges map, headline and legend around each other, by the width of the element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arrangement {
    /// Below 600 CSS pixels: everything in one column, an inset that finds no sea docks below.
    Phone,
    /// From 600: one column, wide.
    Tablet,
    /// From 1100: legend and card in a rail beside the map, the headline on the sea if it has room.
    Laptop,
    /// From 1440: the same with larger letters.
    Wide,
}

/// A corner of a stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Corner {
    /// Whether it is one on the left.
    pub is_left: bool,
    /// Whether it is one at the bottom.
    pub is_low: bool,
}

/// What a stage is laid out for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageSize {
    /// How the page is arranged.
    pub arrangement: Arrangement,
    /// Width of the stage's box in CSS pixels: that of the element, less rail and padding; less
    /// than that in a low window.
    pub width_px: i32,
}

/// What stands on the map in elements of one width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// What it is laid out for.
    pub size: StageSize,
    /// The part of the drawing that the map's box shows, without docked insets, in units of the
    /// frame. It holds the whole frame, and sea around it.
    pub area: UnitBox,
    /// Units to ten CSS pixels.
    pub units_per_10_px: i32,
    /// Whether headline and finding stand on the sea, top left; else above the map.
    pub has_headline: bool,
    /// Where search and zoom stand.
    pub tools: Corner,
    /// Names, dots and targets of the map itself.
    pub marks: Marks,
    /// Parts of the map that are shown once more, larger.
    pub insets: Vec<Inset>,
}

impl Stage {
    /// The area of the docked insets below the map, over its whole width; None where there is none.
    #[must_use]
    pub fn docked_area(&self) -> Option<UnitBox> {
        let bottom = self.insets.iter().filter(|inset| inset.is_docked).map(|i| i.frame.max.y);
        let bottom = bottom.max()?;
        let UnitBox { min, max } = self.area;
        let min = UnitPoint { x: min.x, y: max.y };
        Some(UnitBox { min, max: UnitPoint { x: max.x, y: bottom } })
    }

    /// All that it shows: its area, with the docked insets below.
    #[must_use]
    pub fn shown(&self) -> UnitBox {
        let mut shown = self.area;
        for inset in &self.insets {
            shown.max.y = shown.max.y.max(inset.frame.max.y);
        }
        shown
    }
}

/// Names, dots and targets on one picture, in units of the stage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Names, none on another.
    pub names: Vec<Name>,
    /// Dots of regions that are too small to see.
    pub dots: Vec<Dot>,
    /// Squares of 24 CSS pixels for regions that would not own one otherwise.
    pub cores: Vec<Core>,
}

/// How the lines of a name align.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At their left ends.
    Start,
    /// At their middles.
    Middle,
    /// At their right ends.
    End,
}

/// A name on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Index of the region.
    pub region: usize,
    /// Its name in lines, one at least.
    pub lines: Vec<String>,
    /// Lines of the note under it; mostly none.
    pub note: Vec<String>,
    /// The box around all lines, in units of the stage.
    pub area: UnitBox,
    /// How the lines align.
    pub align: Align,
    /// Font size in units; of a note it is 24/25 of that.
    pub size: i32,
    /// How it looks.
    pub rank: Rank,
    /// Whether it is bold: of the first rank, or of the status that matters most.
    pub is_bold: bool,
    /// Whether it lies on the region's own land; else in the sea, or on a territory.
    pub is_inside: bool,
    /// A line from the name to a point of the region, or to its dot.
    pub leader: Option<(UnitPoint, UnitPoint)>,
    /// What answers for the region in the sea: a row 24 CSS pixels high at least, or where others
    /// are too close the name alone; no other name's target meets it. None for a name on its own
    /// land, for that of a territory, and where only a core of another had this room.
    pub target: Option<UnitBox>,
}

/// The dot of a region that is too small to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dot {
    /// Index of the region.
    pub region: usize,
    /// Its middle.
    pub at: UnitPoint,
    /// Its radius in units.
    pub radius: i32,
}

/// A square of 24 CSS pixels that answers for a region; no other core meets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Core {
    /// Index of the region.
    pub region: usize,
    /// The square.
    pub area: UnitBox,
}

/// A part of the map that is shown once more, larger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inset {
    /// Regions that are named, marked and found in the inset only, in the order of the map.
    pub members: Vec<usize>,
    /// All regions of which a part is drawn in it, in the order of the map.
    pub drawn: Vec<usize>,
    /// The part of the drawing that it shows, in units of the frame.
    pub window: UnitBox,
    /// Where it stands: its map, below the heading, in units of the stage. It has the window's
    /// proportions. A docked one stands below the stage's area.
    pub place: UnitBox,
    /// The same with heading and margins.
    pub frame: UnitBox,
    /// How many times larger than on the map, in hundredths.
    pub factor: i32,
    /// How many times larger than the map that part of the drawing is already, in hundredths.
    pub scale: i32,
    /// What it shows; may be empty.
    pub title: String,
    /// Whether it stands below the map, over the whole width.
    pub is_docked: bool,
    /// Names, dots and targets on it.
    pub marks: Marks,
}

impl Inset {
    /// From the map to the inset.
    pub(crate) fn lens(&self) -> Lens {
        Lens { from: self.window.min, to: self.place.min, factor: self.factor }
    }
}

impl Dot {
    /// The box around it.
    pub(crate) fn area(&self) -> UnitBox {
        UnitBox::around(self.at, 2 * self.radius, 2 * self.radius)
    }
}
