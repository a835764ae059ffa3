//! What a stage is laid out from: the shapes of a map and what is to be said about them.

use crate::geo::unit_box::UnitBox;
use crate::layout::inset::cluster::Cluster;
use crate::layout::shapes::{Shapes, Subject};

/// A map to be laid out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MapSketch<'a> {
    /// The whole map, or what a zoomed view shows of it.
    pub frame: UnitBox,
    /// Its regions.
    pub shapes: Shapes<'a>,
    /// What is to be said about them.
    pub subjects: &'a [Subject<'a>],
    /// Kicker, headline and finding.
    pub headline: [&'a str; 3],
    /// Which regions an inset shows.
    pub cluster: Option<&'a Cluster>,
    /// What lies far from the map, for an inset each.
    pub far: &'a [Cluster],
}
