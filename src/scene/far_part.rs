//! A part of a map that lies far from the rest: overseas departments, Alaska, the Galápagos. It is
//! projected around its own middle and put on a shelf above the map, where only an inset shows it.

use crate::geo::frame::Bounds;
use crate::geo::projection::{LambertAzimuthalEqualArea, LonLat, Point, spherical_center};

/// The longer side on the shelf of a part that is as long as the map, in parts of the map's; the
/// fourth root of what a part is smaller makes it smaller there, down to a half.
const SIDE: f64 = 0.3;
const LEAST_SIDE: f64 = 0.5;
/// Degrees around a part that belong to it, for finer shapes reach farther.
const AROUND: f64 = 0.25;

/// A box of degrees.
#[derive(Clone, Copy, Debug)]
pub(super) struct Degrees {
    /// Longitudes count from here, so that none is torn at 180°.
    from: f64,
    area: Bounds,
}

impl Degrees {
    pub(super) fn around(positions: &[LonLat]) -> Degrees {
        let mut degrees = Degrees { from: spherical_center(positions).lon, area: Bounds::EMPTY };
        for &position in positions {
            degrees.area = degrees.area.with(degrees.place(position));
        }
        degrees
    }

    fn place(&self, LonLat { lon, lat }: LonLat) -> Point {
        let turns = ((lon - self.from) / 360.0 + 0.5).floor();
        Point { x: lon - self.from - turns * 360.0, y: lat }
    }

    pub(super) fn middle(&self) -> LonLat {
        let Bounds { min, max } = self.area;
        LonLat { lon: self.from + (min.x + max.x) / 2.0, lat: (min.y + max.y) / 2.0 }
    }
}

/// A part of the map on the shelf.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FarPart {
    degrees: Degrees,
    projection: LambertAzimuthalEqualArea,
    /// Its corner before it was moved, and where that is now.
    from: Point,
    to: Point,
    /// How many times larger than the map it is drawn.
    pub scale: f64,
    /// The box around it on the shelf.
    pub bounds: Bounds,
    /// Whether an inset shows it.
    pub is_shown: bool,
}

impl FarPart {
    /// The part at a place of the shelf over the box of the map itself.
    pub(super) fn new(positions: &[LonLat], main: Bounds, place: usize, is_shown: bool) -> FarPart {
        let degrees = Degrees::around(positions);
        let projection = LambertAzimuthalEqualArea::new(degrees.middle());
        let own = around_all(positions, |position| projection.project(position));
        let side = longer_side(main);
        let long = longer_side(own);
        let scale = side * SIDE * (long / side).sqrt().sqrt().max(LEAST_SIDE) / long;
        let mut up = side;
        (0..=place).for_each(|_| up += 2.0 * SIDE * side);
        let to = Point { x: main.min.x, y: main.min.y - up };
        let max = Point {
            x: to.x + (own.max.x - own.min.x) * scale,
            y: to.y + (own.max.y - own.min.y) * scale,
        };
        FarPart {
            degrees,
            projection,
            from: own.min,
            to,
            scale,
            bounds: Bounds { min: to, max },
            is_shown,
        }
    }

    /// Whether a position is in it.
    pub(super) fn holds(&self, position: LonLat) -> bool {
        let Degrees { area, .. } = self.degrees;
        area.grown(AROUND).holds(Bounds::EMPTY.with(self.degrees.place(position)))
    }

    /// The point of a position on the shelf.
    pub(super) fn project(&self, position: LonLat) -> Option<Point> {
        let place = |at: f64, from: f64, to: f64| (at - from) * self.scale + to;
        let Point { x, y } = self.projection.project(position)?;
        Some(Point { x: place(x, self.from.x, self.to.x), y: place(y, self.from.y, self.to.y) })
    }
}

/// The box around positions on the plane.
pub(super) fn around_all(
    positions: &[LonLat],
    project: impl Fn(LonLat) -> Option<Point>,
) -> Bounds {
    let mut all = Bounds::EMPTY;
    for &position in positions {
        all = project(position).map_or(all, |point| all.with(point));
    }
    all
}

pub(super) fn longer_side(bounds: Bounds) -> f64 {
    let (across, down) = bounds.size();
    across.max(down)
}
