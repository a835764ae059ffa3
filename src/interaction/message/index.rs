//! What is to be known of a map, as a message holds it: also in the page that shows the map, so that
//! it answers before anything else is there.

use super::keep::Keep;
use super::text::{Reader, Writer};
use crate::content::locale::{Locale, SPOKEN};
use crate::geo::unit_box::{UnitBox, UnitPoint};
use crate::interaction::map_index::{IndexedRegion, MapIndex, PageStage};

/// Begins the text in a page. Another one whenever what follows is written otherwise.
pub(crate) const FORMAT: &str = "1";

impl MapIndex {
    /// Writes it.
    pub(crate) fn write(&self, to: &mut Writer) {
        write_words(self.words, to);
        to.int(self.width);
        to.int(self.height);
        write_box(to, self.shown);
        to.count(self.stages.len());
        for stage in &self.stages {
            to.int(stage.class_px);
            write_box(to, stage.shown);
        }
        to.count(self.labels.len());
        for label in &self.labels {
            to.text(label);
        }
        to.count(self.categories.len());
        for (category, id) in &self.categories {
            to.count(*category);
            to.text(id);
        }
        to.count(self.columns);
        to.option(self.link_prefix.as_deref());
        to.option(self.facts_language.as_deref());
        to.flag(self.is_partial);
        to.count(self.unmatched.len());
        for id in &self.unmatched {
            to.text(id);
        }
        to.count(self.countries.len());
        for categories in &self.countries {
            to.counts(categories);
        }
        to.count(self.regions.len());
        for region in &self.regions {
            region.write(to);
        }
    }

    /// Reads it.
    #[must_use]
    pub(crate) fn read(from: &mut Reader<'_>, keep: &mut Keep) -> MapIndex {
        let words = read_words(from, keep);
        let (width, height) = (from.int(), from.int());
        let shown = read_box(from);
        let mut index = MapIndex {
            width,
            height,
            shown,
            stages: Vec::new(),
            labels: Vec::new(),
            categories: Vec::new(),
            columns: 0,
            link_prefix: None,
            facts_language: None,
            is_partial: false,
            unmatched: Vec::new(),
            countries: Vec::new(),
            regions: Vec::new(),
            words,
        };
        for _ in 0..from.length() {
            let class_px = from.int();
            index.stages.push(PageStage { class_px, shown: read_box(from) });
        }
        for _ in 0..from.length() {
            index.labels.push(from.text());
        }
        for _ in 0..from.length() {
            let category = from.count();
            index.categories.push((category, from.text()));
        }
        index.columns = from.count();
        index.link_prefix = from.option();
        index.facts_language = from.option();
        index.is_partial = from.flag();
        for _ in 0..from.length() {
            index.unmatched.push(from.text());
        }
        for _ in 0..from.length() {
            index.countries.push(from.counts());
        }
        for _ in 0..from.length() {
            let region = IndexedRegion::read(from, &index.categories);
            index.regions.push(region);
        }
        index
    }
}

impl IndexedRegion {
    fn write(&self, to: &mut Writer) {
        to.text(&self.id);
        to.text(&self.name);
        to.text(&self.words);
        to.count(self.also.len());
        for name in &self.also {
            to.text(name);
        }
        write_box(to, UnitBox { min: self.min, max: self.max });
        // One field of four flags.
        let flags = [self.is_focus_target, self.takes_part, self.is_in_inset];
        to.int((0..).zip(flags).map(|(bit, flag)| i32::from(flag) << bit).sum());
        to.counts(&self.status);
        to.count(self.group);
        to.counts(&self.statements);
    }

    fn read(from: &mut Reader<'_>, legend: &[(usize, String)]) -> IndexedRegion {
        let (id, name, words) = (from.text(), from.text(), from.text());
        let mut also = Vec::new();
        for _ in 0..from.length() {
            also.push(from.text());
        }
        let UnitBox { min, max } = read_box(from);
        let flags = from.int();
        let status = from.counts();
        let mut categories = Vec::new();
        for &own in &status {
            if legend.iter().any(|(category, _)| *category == own) {
                categories.push(own);
            }
        }
        IndexedRegion {
            id,
            name,
            words,
            also,
            min,
            max,
            is_focus_target: flags & 1 != 0,
            takes_part: flags & 2 != 0,
            is_in_inset: flags & 4 != 0,
            status,
            categories,
            group: from.count(),
            statements: from.counts(),
        }
    }
}

fn write_words(words: &Locale, to: &mut Writer) {
    let (words, grouped_from) = words.spoken();
    for word in words {
        to.text(word);
    }
    to.count(grouped_from);
}

fn read_words(from: &mut Reader<'_>, keep: &mut Keep) -> &'static Locale {
    let mut words = [""; SPOKEN];
    for word in &mut words {
        *word = keep.text(&from.text());
    }
    keep.locale(Locale::of_spoken(words, from.count()))
}

/// Writes a box: its corner, then its width and height.
pub(super) fn write_box(to: &mut Writer, area: UnitBox) {
    for number in [area.min.x, area.min.y, area.width(), area.height()] {
        to.int(number);
    }
}

pub(super) fn read_box(from: &mut Reader<'_>) -> UnitBox {
    let (x, y, width, height) = (from.int(), from.int(), from.int(), from.int());
    let max = UnitPoint { x: x.saturating_add(width), y: y.saturating_add(height) };
    UnitBox { min: UnitPoint { x, y }, max }
}
