//! Many lines of points in one piece of memory.

/// Lines, each a run of points. A million points are two allocations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines<P> {
    points: Vec<P>,
    /// For each line, the index after its last point.
    ends: Vec<u32>,
}

impl<P> Default for Lines<P> {
    fn default() -> Self {
        Lines { points: Vec::new(), ends: Vec::new() }
    }
}

impl<P: Copy> Lines<P> {
    /// How many lines there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no line.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The points of all lines.
    #[must_use]
    pub fn points(&self) -> &[P] {
        &self.points
    }

    /// The points of all lines, to be changed in place.
    pub fn points_mut(&mut self) -> &mut [P] {
        &mut self.points
    }

    /// Where the points of a line stand among those of all; empty for a line that is not there.
    #[must_use]
    pub fn range(&self, line: usize) -> std::ops::Range<usize> {
        let end_of = |line: usize| self.ends.get(line).map_or(0, |&end| end as usize);
        let start = line.checked_sub(1).map_or(0, end_of);
        start..end_of(line).max(start)
    }

    /// The points of a line; none for one that is not there.
    #[must_use]
    pub fn get(&self, line: usize) -> &[P] {
        self.points.get(self.range(line)).unwrap_or_default()
    }

    /// Every line.
    pub fn iter(&self) -> impl Iterator<Item = &[P]> {
        (0..self.len()).map(|line| self.get(line))
    }

    /// Adds a point to the line that is being made.
    pub fn push(&mut self, point: P) {
        self.points.push(point);
    }

    /// How many points the line has that is being made.
    #[must_use]
    pub fn open_len(&self) -> usize {
        self.points.len() - self.ends.last().map_or(0, |&end| end as usize)
    }

    /// The points of the line that is being made.
    #[must_use]
    pub fn open_points(&self) -> &[P] {
        self.points.get(self.points.len() - self.open_len()..).unwrap_or_default()
    }

    /// Takes the points of the line that is being made back, all but the first `len`.
    pub fn truncate_open(&mut self, len: usize) {
        let start = self.points.len() - self.open_len();
        self.points.truncate(start + len);
    }

    /// Ends the line that is being made; returns its index.
    pub fn end(&mut self) -> usize {
        // More points than that are 64 GB.
        self.ends.push(u32::try_from(self.points.len()).unwrap_or(u32::MAX));
        self.ends.len() - 1
    }

    /// Adds a whole line; returns its index.
    pub fn add(&mut self, line: impl IntoIterator<Item = P>) -> usize {
        self.points.extend(line);
        self.end()
    }
}

impl<P: Copy, L: IntoIterator<Item = P>> FromIterator<L> for Lines<P> {
    fn from_iter<I: IntoIterator<Item = L>>(lines: I) -> Self {
        let mut all = Lines::default();
        for line in lines {
            all.add(line);
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_points_apart() {
        let mut lines: Lines<i32> = [vec![1, 2], vec![], vec![3]].into_iter().collect();
        assert_eq!(lines.iter().collect::<Vec<_>>(), [&[1, 2][..], &[], &[3]]);
        lines.push(4);
        assert_eq!((lines.len(), lines.open_len(), lines.get(3)), (3, 1, &[][..]));
        assert_eq!((lines.end(), lines.get(3)), (3, &[4][..]));
    }
}
