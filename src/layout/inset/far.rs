//! Where the insets for what lies far from a map stand: in the sea from the lower left corner on, or
//! where that has no room for all of them, in rows below the map.

use super::cluster::Cluster;
use super::fit::{Fit, Wanted, free, greatest};
use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::layout::work::{Ground, Work};

/// The longer side of the largest that an inset in the sea shows: in hundredths of the shorter side of
/// the stage at most, and in tenths of a CSS pixel at least.
const LONGEST: i32 = 28;
const SHORTEST: i32 = 900;
/// An inset below the map is so wide at least, in tenths of a CSS pixel,
const NARROWEST: i32 = 1150;
/// and so high at most, in hundredths of its width.
const HIGHEST: i32 = 72;
/// Free space around an inset, in tenths of a CSS pixel.
const AROUND: i32 = 60;

/// The insets for what lies far from a map.
#[derive(Clone, Debug, Default)]
pub(crate) struct FarFits {
    /// One for each.
    pub fits: Vec<Fit>,
    /// Whether they stand below the map.
    pub is_docked: bool,
}

impl Work<'_> {
    /// Finds places for the insets of what lies far from the map.
    pub(crate) fn place_far(&mut self) {
        let far = self.map.far;
        if let Some(fits) = in_sea(self, far, &mut self.ground(false)) {
            self.far.fits = fits;
        } else {
            self.far.is_docked = true;
            self.far.fits = in_rows(self, far, &self.ground(false));
        }
    }
}

impl FarFits {
    /// The lower edge of what stands below the map, or of the map.
    pub(crate) fn bottom(&self, area: UnitBox) -> i32 {
        let docked = self.fits.last().filter(|_| self.is_docked);
        docked.map_or(area.max.y, |fit| fit.frame.max.y)
    }

    /// What they take of the map.
    pub(crate) fn take(&self, ground: &mut Ground) {
        let around = ground.panel.px(AROUND);
        for fit in self.fits.iter().filter(|_| !self.is_docked) {
            ground.panel.taken.push(fit.frame.grown(around));
        }
    }
}

/// What the inset of each has to show.
fn wanted(work: &Work<'_>, far: &[Cluster], ground: &Ground) -> Vec<Wanted> {
    let UnitBox { min, max } = ground.panel.area;
    let mut all = Vec::new();
    for cluster in far {
        let wanted = work.wanted(&ground.panel, cluster, 0);
        let least = work.title_width(cluster, ground.panel.units);
        all.push(Wanted { near: UnitPoint { x: min.x, y: max.y }, least, ..wanted });
    }
    all
}

fn in_sea(work: &Work<'_>, far: &[Cluster], ground: &mut Ground) -> Option<Vec<Fit>> {
    let area = ground.panel.area;
    let all = wanted(work, far, ground);
    let side = largest_side(work);
    let most = area.width().min(area.height()) * LONGEST / side;
    let least = ground.panel.px(SHORTEST) * 100 / side;
    let mut fits = Vec::new();
    for wanted in &all {
        let fit = free(wanted, ground, least, most.max(least))?;
        ground.panel.taken.push(fit.frame.grown(ground.panel.px(AROUND)));
        fits.push(fit);
    }
    Some(fits)
}

fn in_rows(work: &Work<'_>, far: &[Cluster], ground: &Ground) -> Vec<Fit> {
    let area = ground.panel.area;
    let all = wanted(work, far, ground);
    let most = usize::try_from(area.width() / ground.panel.px(NARROWEST)).unwrap_or(0).max(1);
    let rows = all.len().div_ceil(most).max(1);
    let mut fits = Vec::new();
    let mut top = area.max.y;
    for row in all.chunks(all.len().div_ceil(rows).max(1)) {
        let width = area.width() / i32::try_from(row.len()).unwrap_or(1);
        let height = (width * HIGHEST / 100).min(area.width() * work.style.dock / 200);
        // As large as the largest side would be there, at most.
        let most = width * 100 / largest_side(work);
        let mut left = area.min.x;
        for wanted in row {
            let max = UnitPoint { x: left + width, y: top + height };
            let frame = UnitBox { min: UnitPoint { x: left, y: top }, max };
            let factor = greatest(&Wanted { least: 0, ..*wanted }, width, height);
            fits.push(wanted.fit(frame, factor.min(most)));
            left += width;
        }
        top += height;
    }
    fits
}

/// The longer side on the shelf of what is as long as the map.
fn largest_side(work: &Work<'_>) -> i32 {
    let frame = work.map.frame;
    (frame.width().max(frame.height()) * 3 / 10).max(1)
}
