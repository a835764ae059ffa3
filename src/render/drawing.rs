//! What a figure shows: the picture, the texts, the words, and what the reader has set.

use super::shapes::Shapes;
use crate::content::headline::HeadlineTexts;
use crate::content::legend::LegendItem;
use crate::content::locale::Locale;
use crate::geo::unit_box::UnitBox;
use crate::interaction::controls::Controls;
use crate::render::element::Element;
use crate::scene::Scene;
use std::rc::Rc;

/// What the figure shows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figure<'a> {
    /// The picture.
    pub scene: &'a Scene,
    /// Where the whole map lies, without sea beside it.
    pub frame: UnitBox,
    /// The shapes of that picture.
    pub shapes: &'a Shapes,
    /// For each region of the scene, the fragment that it links to.
    pub anchors: &'a [Option<String>],
    /// The legend.
    pub legend: &'a [LegendItem],
    /// Names the map for assistive technology.
    pub title: &'a str,
    /// What stands on the map or above it.
    pub headline: &'a HeadlineTexts,
    /// Language of the texts of the facts, a BCP 47 tag, where it is not that of the words.
    pub facts_language: Option<&'a str>,
    /// The words of the interface.
    pub words: &'a Locale,
    /// What the controls offer.
    pub controls: &'a Controls,
    /// Fragment of the list of facts, without `#`.
    pub list_anchor: &'a str,
    /// The table's grid; None while it is closed, and before the script runs.
    pub table: Option<&'a Rc<Element>>,
    /// Whether it is that of a live widget, and not what a page shows before the script runs.
    pub is_live: bool,
}
