//! The shapes of a map as the layout reads them, and the lens through which an inset sees them.

use crate::geo::lines::Lines;
use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::layout::rank::Rank;
use std::ops::Range;

/// Parts of a region with less than one of so many parts of its area are left out of its box.
const LEAST_PART: i64 = 250;

/// The rings of all regions, in units.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shapes<'a> {
    /// Every ring, without its first point at the end.
    pub rings: &'a Lines<UnitPoint>,
    /// For each region its rings.
    pub regions: &'a [Range<usize>],
}

/// What is to be said about a region on the map.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject<'a> {
    /// Its name, as short as there is room for, the longest first.
    pub forms: [Option<&'a str>; 3],
    /// Words under its name.
    pub note: Option<&'a str>,
    /// How its name looks.
    pub rank: Rank,
    /// Whether its name is bold, and has to be there.
    pub is_bold: bool,
    /// Whether its name stands beside it, for a pattern lies on it.
    pub avoids_inside: bool,
    /// Middle of its largest part.
    pub center: UnitPoint,
}

impl Subject<'_> {
    /// Whether it is one of those that the map is about.
    pub(crate) fn is_state(&self) -> bool {
        self.rank != Rank::Territory
    }
}

/// How far a region reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Extent {
    /// The box around its largest part.
    pub largest: UnitBox,
    /// The box around all parts that are not specks beside it.
    pub main: UnitBox,
    /// The box beside which its name stands: that of the largest part, if that is most of it.
    pub body: UnitBox,
}

/// From a part of the map to where it is drawn larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lens {
    /// A corner of the part.
    pub from: UnitPoint,
    /// Where that is drawn.
    pub to: UnitPoint,
    /// How many times larger, in hundredths.
    pub factor: i32,
}

impl Lens {
    /// The map as it is.
    pub(crate) const NONE: Lens =
        Lens { from: UnitPoint { x: 0, y: 0 }, to: UnitPoint { x: 0, y: 0 }, factor: 100 };

    /// Where a point of the map is drawn.
    pub(crate) fn place(&self, point: UnitPoint) -> UnitPoint {
        let place = |from: i32, to: i32, at: i32| to + scaled(at - from, self.factor, 100);
        UnitPoint {
            x: place(self.from.x, self.to.x, point.x),
            y: place(self.from.y, self.to.y, point.y),
        }
    }

    /// Where a box of the map is drawn.
    pub(crate) fn area(&self, area: UnitBox) -> UnitBox {
        UnitBox { min: self.place(area.min), max: self.place(area.max) }
    }
}

/// A length times `numerator` / `denominator`; what is far outside of any frame stays so.
pub(crate) fn scaled(length: i32, numerator: i32, denominator: i32) -> i32 {
    let product = i64::from(length) * i64::from(numerator) / i64::from(denominator.max(1));
    i32::try_from(product.clamp(-200_000_000, 200_000_000)).unwrap_or(0)
}

/// The square of a distance.
#[inline(never)]
pub(crate) fn squared(a: UnitPoint, b: UnitPoint) -> i64 {
    let (x, y) = (i64::from(a.x) - i64::from(b.x), i64::from(a.y) - i64::from(b.y));
    x * x + y * y
}

/// A distance in whole units.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "lengths in a panel are small"
)]
pub(crate) fn length(a: UnitPoint, b: UnitPoint) -> i32 {
    (squared(a, b) as f64).sqrt() as i32
}

impl<'a> Shapes<'a> {
    /// The rings of a region.
    pub(crate) fn of(&self, region: usize) -> impl Iterator<Item = &'a [UnitPoint]> {
        let rings = self.rings;
        self.regions.get(region).cloned().unwrap_or_default().map(|ring| rings.get(ring))
    }

    /// The rings of a region that are more than specks beside the largest.
    pub(crate) fn large(&self, region: usize) -> impl Iterator<Item = &'a [UnitPoint]> {
        let most = self.of(region).map(double_area).max().unwrap_or(0);
        self.of(region).filter(move |ring| double_area(ring) * 100 >= most)
    }

    /// How far a region reaches; None where nothing of it is drawn.
    pub(crate) fn extent(&self, region: usize) -> Option<Extent> {
        let (mut largest, mut most, mut all) = (None, 0, 0);
        for ring in self.of(region) {
            let area = double_area(ring);
            all += area;
            if area > most || largest.is_none() {
                (largest, most) = (around(ring), area);
            }
        }
        let largest = largest?;
        let mut main = largest;
        for ring in self.of(region) {
            if let Some(part) = around(ring).filter(|_| double_area(ring) * LEAST_PART >= all) {
                main = main.and(part);
            }
        }
        Some(Extent { largest, main, body: if most * 2 > all { largest } else { main } })
    }
}

/// Twice the area of a ring.
fn double_area(ring: &[UnitPoint]) -> i64 {
    let Some(&origin) = ring.first() else { return 0 };
    let mut sum = 0;
    let mut last = origin;
    for &point in ring {
        let (ax, ay) = (i64::from(last.x - origin.x), i64::from(last.y - origin.y));
        let (bx, by) = (i64::from(point.x - origin.x), i64::from(point.y - origin.y));
        sum += ax * by - bx * ay;
        last = point;
    }
    sum.abs()
}

fn around(ring: &[UnitPoint]) -> Option<UnitBox> {
    let &first = ring.first()?;
    let mut all = UnitBox { min: first, max: first };
    for &point in ring {
        all = all.and(UnitBox { min: point, max: point });
    }
    Some(all)
}
