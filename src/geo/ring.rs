//! Measures of a closed ring on the plane, given without its first point at the end.

use crate::geo::frame::Bounds;
use crate::geo::projection::Point;

/// The edges of a ring, the closing one included.
pub(crate) fn edges(ring: &[Point]) -> impl Iterator<Item = (&Point, &Point)> {
    ring.iter().zip(ring.iter().cycle().skip(1))
}

/// Area, centroid and box of a ring, gathered point by point.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RingMeasure {
    first: Option<Point>,
    last: Point,
    double_area: f64,
    /// Sums of the corners of the triangles with the first point, weighted with their areas.
    moment: Point,
    /// The box around the points.
    pub bounds: Bounds,
}

impl RingMeasure {
    /// The measure of no point.
    pub(crate) const EMPTY: RingMeasure = RingMeasure {
        first: None,
        last: Point { x: 0.0, y: 0.0 },
        double_area: 0.0,
        moment: Point { x: 0.0, y: 0.0 },
        bounds: Bounds::EMPTY,
    };

    /// The measure of a whole ring.
    #[cfg(test)]
    #[must_use]
    pub(crate) fn of(ring: &[Point]) -> RingMeasure {
        let mut measure = RingMeasure::EMPTY;
        for &point in ring {
            measure.add(point);
        }
        measure
    }

    /// Takes the next corner in.
    pub(crate) fn add(&mut self, point: Point) {
        // Relative to the first point, or a small ring far from the origin would lose its digits.
        let origin = *self.first.get_or_insert(point);
        let next = Point { x: point.x - origin.x, y: point.y - origin.y };
        let cross = self.last.x * next.y - next.x * self.last.y;
        self.double_area += cross;
        self.moment.x += (self.last.x + next.x) * cross;
        self.moment.y += (self.last.y + next.y) * cross;
        self.last = next;
        self.bounds = self.bounds.with(point);
    }

    /// The area in the square of the plane's unit; its sign tells the winding.
    #[must_use]
    pub(crate) fn area(&self) -> f64 {
        // The triangle of the closing edge has no area: one corner is the first point.
        self.double_area / 2.0
    }

    /// Centroid of the area, or the middle of the box where there is none. None for no point.
    #[must_use]
    pub(crate) fn centroid(&self) -> Option<Point> {
        let origin = self.first?;
        let third = 3.0 * self.double_area;
        let center =
            Point { x: origin.x + self.moment.x / third, y: origin.y + self.moment.y / third };
        // Of a ring whose parts cancel out, such as a bow tie, the centroid may lie anywhere.
        let Bounds { min, max } = self.bounds;
        let is_inside = (min.x..=max.x).contains(&center.x) && (min.y..=max.y).contains(&center.y);
        let middle = Point { x: (min.x + max.x) / 2.0, y: (min.y + max.y) / 2.0 };
        Some(if is_inside { center } else { middle })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A square with its top left corner at x, y.
    pub(crate) fn square(x: f64, y: f64, side: f64) -> Vec<Point> {
        [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side)]
            .iter()
            .map(|&(dx, dy)| Point { x: x + dx, y: y + dy })
            .collect()
    }

    #[test]
    fn a_square_is_measured() {
        let measure = RingMeasure::of(&square(2.0, 3.0, 4.0));
        assert_eq!(measure.area(), 16.0);
        assert_eq!(measure.centroid(), Some(Point { x: 4.0, y: 5.0 }));
        assert_eq!(measure.bounds.max, Point { x: 6.0, y: 7.0 });
    }

    #[test]
    fn without_area_the_middle_of_the_box_is_the_centroid() {
        let line = [Point { x: 0.0, y: 0.0 }, Point { x: 2.0, y: 0.0 }];
        assert_eq!(RingMeasure::of(&line).centroid(), Some(Point { x: 1.0, y: 0.0 }));
        assert_eq!(RingMeasure::EMPTY.centroid(), None);
    }
}
