//! A box on the screen.

/// A box in CSS pixels of the viewport: x to the right, y down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Rect {
    /// Right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Bottom edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Whether the two share more than an edge.
    #[must_use]
    pub fn meets(&self, other: Rect) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// Whether a point lies in it.
    #[must_use]
    pub fn has(&self, (x, y): (f64, f64)) -> bool {
        (self.x..=self.right()).contains(&x) && (self.y..=self.bottom()).contains(&y)
    }

    /// The part that lies in another box; without width or height where there is none.
    #[must_use]
    pub fn within(&self, other: Rect) -> Rect {
        let (x, y) =
            (self.x.max(other.x).min(other.right()), self.y.max(other.y).min(other.bottom()));
        let width = (self.right().min(other.right()) - x).max(0.0);
        Rect { x, y, width, height: (self.bottom().min(other.bottom()) - y).max(0.0) }
    }

    /// The least box around this one and a point.
    #[must_use]
    pub fn with(&self, (px, py): (f64, f64)) -> Rect {
        let (x, y) = (self.x.min(px), self.y.min(py));
        Rect { x, y, width: self.right().max(px) - x, height: self.bottom().max(py) - y }
    }
}
