//! Rings in degrees → shapes on the plane → paths in whole SVG units.
//! One unit is a tenth of a pixel at the design width, so no path needs a decimal point.

use crate::geo::projection::{LambertAzimuthalEqualArea, LonLat, Point};

/// A straight line on a map file is curved on this plane (RFC 7946, section 3.1.1 makes edges
/// straight in degrees); longer edges than this many degrees get points in between.
const LONGEST_EDGE: f64 = 2.0;

/// A box: x to the right, y down. Empty while `min` is greater than `max`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Top left corner.
    pub min: Point,
    /// Bottom right corner.
    pub max: Point,
}

impl Bounds {
    /// The box around no point.
    pub const EMPTY: Bounds = Bounds {
        min: Point { x: f64::INFINITY, y: f64::INFINITY },
        max: Point { x: f64::NEG_INFINITY, y: f64::NEG_INFINITY },
    };

    /// The smallest box around this one and `point`.
    #[must_use]
    pub fn with(self, point: Point) -> Bounds {
        Bounds {
            min: Point { x: self.min.x.min(point.x), y: self.min.y.min(point.y) },
            max: Point { x: self.max.x.max(point.x), y: self.max.y.max(point.y) },
        }
    }

    /// Width and height; negative where empty.
    #[must_use]
    pub fn size(self) -> (f64, f64) {
        (self.max.x - self.min.x, self.max.y - self.min.y)
    }
}

/// A closed ring on the plane, without the repeated last point.
pub type ProjectedRing = Vec<Point>;

/// Projects a closed ring. None where part of it lies near the point opposite the centre.
#[must_use]
pub fn project_ring(
    ring: &[LonLat],
    projection: &LambertAzimuthalEqualArea,
) -> Option<ProjectedRing> {
    let mut flat = Vec::with_capacity(ring.len());
    for (&from, &to) in ring.iter().zip(ring.iter().skip(1)) {
        flat.push(projection.project(from)?);
        let length = (to.lon - from.lon).abs().max((to.lat - from.lat).abs());
        let parts = (length / LONGEST_EDGE).ceil().min(360.0);
        let mut part = 1.0;
        while part < parts {
            flat.push(projection.project(between(from, to, part / parts))?);
            part += 1.0;
        }
    }
    Some(flat)
}

/// The same point for an edge and for its reverse, to the last bit: borders must stay shared.
fn between(from: LonLat, to: LonLat, share: f64) -> LonLat {
    let ordered = (from.lon, from.lat) <= (to.lon, to.lat);
    let (a, b, share) = if ordered { (from, to, share) } else { (to, from, 1.0 - share) };
    LonLat { lon: a.lon + (b.lon - a.lon) * share, lat: a.lat + (b.lat - a.lat) * share }
}

/// Placement of the plane in the drawing: `unit = (point - origin) * scale + offset`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    origin: Point,
    scale: f64,
    offset: Point,
    /// Width of the drawing in units.
    pub width: i32,
    /// Height of the drawing in units.
    pub height: i32,
}

impl Frame {
    /// The frame of a given width around `bounds`, with `margin` units on each side.
    /// None where the bounds have no width to speak of.
    #[must_use]
    pub fn around(bounds: Bounds, width: i32, margin: i32) -> Option<Frame> {
        let (across, down) = bounds.size();
        let has_size = across >= 0.0 && across.max(down) > 1e-9;
        if !has_size {
            return None;
        }
        // A tall thin map is fitted by its height, or it would be many screens long.
        let inner = f64::from(width - 2 * margin);
        let scale = (inner / across).min(2.0 * inner / down);
        let left = bounds.min.x - (inner / scale - across) / 2.0;
        Some(Frame {
            origin: Point { x: left, y: bounds.min.y },
            scale,
            offset: Point { x: f64::from(margin), y: f64::from(margin) },
            width,
            height: round(down * scale) + 2 * margin,
        })
    }

    /// A frame of which only the size matters.
    #[must_use]
    pub fn sized(width: i32, height: i32) -> Frame {
        let origin = Point { x: 0.0, y: 0.0 };
        Frame { origin, scale: 1.0, offset: origin, width, height }
    }

    /// The frame in which the unit at `corner` of this one is the top left corner, and everything
    /// is `zoom` times as large.
    #[must_use]
    pub fn zoomed(&self, corner: Point, zoom: f64) -> Frame {
        let offset =
            Point { x: (self.offset.x - corner.x) * zoom, y: (self.offset.y - corner.y) * zoom };
        Frame { scale: self.scale * zoom, offset, ..*self }
    }

    /// The part of the plane that the frame shows, with as much again on every side.
    #[must_use]
    pub fn surroundings(&self) -> Bounds {
        let (width, height) = (f64::from(self.width), f64::from(self.height));
        let plane = |x: f64, y: f64| Point {
            x: (x - self.offset.x) / self.scale + self.origin.x,
            y: (y - self.offset.y) / self.scale + self.origin.y,
        };
        Bounds { min: plane(-width, -height), max: plane(2.0 * width, 2.0 * height) }
    }

    /// A point in whole units.
    #[must_use]
    pub fn place(&self, point: Point) -> UnitPoint {
        UnitPoint {
            x: round((point.x - self.origin.x) * self.scale + self.offset.x),
            y: round((point.y - self.origin.y) * self.scale + self.offset.y),
        }
    }
}

/// A point of the drawing in whole units: x to the right, y down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitPoint {
    /// To the right.
    pub x: i32,
    /// Down.
    pub y: i32,
}

#[expect(clippy::cast_possible_truncation, reason = "`as` saturates, and a frame is small")]
fn round(value: f64) -> i32 {
    // Far outside of any frame, and small enough that differences never overflow.
    libm::round(value.clamp(-1e8, 1e8)) as i32
}

/// The drawn shape of one feature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// SVG path data in whole units; empty where every ring is smaller than a unit.
    pub path: String,
    /// Top left of the box around the path.
    pub min: UnitPoint,
    /// Bottom right of the box around the path.
    pub max: UnitPoint,
    /// Centroid of the largest ring; a popup points here.
    pub center: UnitPoint,
}

impl Outline {
    /// Draws the rings of one feature, whose centre is `center`; `step` is the level of detail:
    /// points are moved to a grid of so many units, and those that fall on one spot are one.
    #[must_use]
    pub fn draw<'a>(
        rings: impl Iterator<Item = &'a ProjectedRing>,
        center: Point,
        frame: &Frame,
        step: i32,
    ) -> Outline {
        let center = frame.place(center);
        let mut outline = Outline { path: String::new(), min: center, max: center, center };
        for ring in rings {
            outline.add(ring, frame, step);
        }
        outline
    }

    fn add(&mut self, ring: &[Point], frame: &Frame, step: i32) {
        let mut spots: Vec<UnitPoint> = Vec::with_capacity(ring.len());
        for &point in ring {
            let UnitPoint { x, y } = frame.place(point);
            // Two neighbours move a point of their border to the same spot.
            let spot = UnitPoint { x: x.div_euclid(step) * step, y: y.div_euclid(step) * step };
            if spots.last() != Some(&spot) {
                spots.push(spot);
            }
        }
        while spots.len() > 1 && spots.first() == spots.last() {
            spots.pop();
        }
        if spots.len() < 3 {
            return;
        }
        for spot in &spots {
            self.min = UnitPoint { x: self.min.x.min(spot.x), y: self.min.y.min(spot.y) };
            self.max = UnitPoint { x: self.max.x.max(spot.x), y: self.max.y.max(spot.y) };
        }
        write_line(&mut self.path, &spots);
        self.path.push('z');
    }
}

/// Appends an open line: an absolute move, then relative steps with no byte to spare.
/// Source: SVG 2, section 9.3, path data grammar.
pub fn write_line(path: &mut String, spots: &[UnitPoint]) {
    let mut rest = spots.iter();
    let Some(&(mut last)) = rest.next() else {
        return;
    };
    path.push('M');
    write_number(path, last.x, false);
    write_number(path, last.y, true);
    path.push('l');
    let mut follows = false;
    for &spot in rest {
        write_number(path, spot.x - last.x, follows);
        write_number(path, spot.y - last.y, true);
        last = spot;
        follows = true;
    }
}

/// A minus sign parts two numbers as well as a space does.
fn write_number(path: &mut String, number: i32, follows: bool) {
    if follows && number >= 0 {
        path.push(' ');
    }
    path.push_str(&number.to_string());
}

/// The edges of a ring, the closing one included.
pub(crate) fn edges(ring: &[Point]) -> impl Iterator<Item = (&Point, &Point)> {
    ring.iter().zip(ring.iter().cycle().skip(1))
}

/// Signed area of a ring; the sign tells the winding.
#[must_use]
pub fn area(ring: &[Point]) -> f64 {
    edges(ring).map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f64>() / 2.0
}

/// Where a popup of a feature points: the centroid of its largest ring; None without rings.
#[must_use]
pub fn center(rings: &[ProjectedRing]) -> Option<Point> {
    let largest = rings.iter().max_by(|a, b| area(a).abs().total_cmp(&area(b).abs()))?;
    centroid(largest)
}

/// Centroid of a ring's area, or the middle of its box where it has none. None for an empty ring.
fn centroid(ring: &[Point]) -> Option<Point> {
    let &first = ring.first()?;
    let (mut x, mut y, mut double_area) = (0.0, 0.0, 0.0);
    for (a, b) in edges(ring) {
        // Relative to the first point, or a small ring far from the origin would lose its digits.
        let (ax, ay, bx, by) = (a.x - first.x, a.y - first.y, b.x - first.x, b.y - first.y);
        let cross = ax * by - bx * ay;
        x += (ax + bx) * cross;
        y += (ay + by) * cross;
        double_area += cross;
    }
    let third = 3.0 * double_area;
    let center = Point { x: first.x + x / third, y: first.y + y / third };
    // Of a ring whose parts cancel out, such as a bow tie, the centroid may lie anywhere.
    let Bounds { min, max } = ring.iter().fold(Bounds::EMPTY, |bounds, &p| bounds.with(p));
    let is_inside = (min.x..=max.x).contains(&center.x) && (min.y..=max.y).contains(&center.y);
    let middle = Point { x: (min.x + max.x) / 2.0, y: (min.y + max.y) / 2.0 };
    Some(if is_inside { center } else { middle })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A square with its top left corner at x, y.
    pub(crate) fn square(x: f64, y: f64, side: f64) -> ProjectedRing {
        [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side)]
            .iter()
            .map(|&(dx, dy)| Point { x: x + dx, y: y + dy })
            .collect()
    }

    fn frame() -> Frame {
        let bounds = square(0.0, 0.0, 1.0).into_iter().fold(Bounds::EMPTY, Bounds::with);
        Frame::around(bounds, 120, 10).expect("a square has a size")
    }

    fn draw(rings: &[ProjectedRing]) -> Outline {
        let center = center(rings).expect("a ring");
        Outline::draw(rings.iter(), center, &frame(), 1)
    }

    #[test]
    fn a_zoomed_frame_shows_a_part_of_the_drawing_larger() {
        let zoomed = frame().zoomed(Point { x: 30.0, y: 40.0 }, 4.0);
        // The unit (60, 60) of the whole lies (30, 20) from the corner.
        assert_eq!(zoomed.place(Point { x: 0.5, y: 0.5 }), UnitPoint { x: 120, y: 80 });
        let Bounds { min, max } = zoomed.surroundings();
        assert_eq!(zoomed.place(min), UnitPoint { x: -120, y: -120 });
        assert_eq!(zoomed.place(max), UnitPoint { x: 240, y: 240 });
    }

    #[test]
    fn a_coarser_step_merges_points_near_each_other() {
        let ring = vec![(0.0, 0.0), (0.51, 0.0), (0.53, 0.0), (1.0, 1.0)];
        let ring: ProjectedRing = ring.into_iter().map(|(x, y)| Point { x, y }).collect();
        let path = |step| Outline::draw([&ring].into_iter(), ring[0], &frame(), step).path;
        assert_eq!(path(1), "M10 10l51 0 2 0 47 100z");
        assert_eq!(path(10), "M10 10l50 0 50 100z");
    }

    #[test]
    fn a_square_fills_its_frame() {
        let outline = draw(&[square(0.0, 0.0, 1.0)]);
        assert_eq!(outline.path, "M10 10l100 0 0 100-100 0z");
        assert_eq!(outline.center, UnitPoint { x: 60, y: 60 });
        assert_eq!(frame().height, 120);
    }

    #[test]
    fn a_ring_smaller_than_a_unit_draws_nothing_but_keeps_its_place() {
        let outline = draw(&[square(0.5, 0.5, 0.001)]);
        assert_eq!((outline.path.as_str(), outline.center), ("", UnitPoint { x: 60, y: 60 }));
    }

    #[test]
    fn a_feature_points_to_its_largest_part() {
        let outline = draw(&[square(0.0, 0.0, 0.1), square(0.5, 0.5, 0.4)]);
        assert_eq!(outline.center, UnitPoint { x: 80, y: 80 });
    }

    #[test]
    fn a_long_edge_is_bent_the_same_both_ways() {
        let projection = LambertAzimuthalEqualArea::new(LonLat { lon: -85.0, lat: 15.0 });
        let (a, b) = (LonLat { lon: -123.0, lat: 49.0 }, LonLat { lon: -95.2, lat: 49.0 });
        let there = project_ring(&[a, b], &projection).expect("far from the rim");
        let mut back = project_ring(&[b, a], &projection).expect("far from the rim");
        back.push(projection.project(a).expect("far from the rim"));
        back.reverse();
        back.pop();
        assert_eq!(there.len(), 14);
        assert_eq!(there, back);
    }

    #[test]
    fn nothing_has_no_frame() {
        assert_eq!(Frame::around(Bounds::EMPTY, 100, 0), None);
        let point = Bounds::EMPTY.with(Point { x: 1.0, y: 1.0 });
        assert_eq!(Frame::around(point, 100, 0), None);
    }
}
