//! What the legend says: every visible category, its swatch and how many regions have it.

use crate::data::category::{Paint, Pattern};
use crate::data::color::LightDark;
use crate::data::facts::Facts;

/// A line of the legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LegendItem {
    /// Index of the category.
    pub category: usize,
    /// Its words.
    pub label: String,
    /// The same where there is little room.
    pub short: String,
    /// How many regions have it; None for a category outside every question.
    pub count: Option<usize>,
    /// Colour of the swatch; None where a pattern goes with more than one fill.
    pub fill: Option<LightDark>,
    /// Colour of the swatch's edge.
    pub outline: Option<LightDark>,
    /// Pattern on the swatch.
    pub pattern: Option<Pattern>,
    /// Whether it lies over the fills of other items, and is none of its own.
    pub is_over: bool,
    /// Whether all its regions belong to the item before it, so that it is shown as part of that.
    pub is_part: bool,
    /// How many regions there are of which these are a part: those of the item before it, or all.
    /// None for a fill.
    pub whole: Option<usize>,
    /// Names of the regions, in the order of the facts, with commas.
    pub names: String,
}

/// The legend's items in the order of the facts file.
#[must_use]
pub(crate) fn legend(facts: &Facts) -> Vec<LegendItem> {
    let mut items = Vec::new();
    for (index, category) in facts.categories.iter().enumerate() {
        let plain = LegendItem {
            category: index,
            label: category.label.clone(),
            short: category.short.clone(),
            count: category.dimension.map(|_| facts.count(index)),
            fill: None,
            outline: None,
            pattern: None,
            is_over: false,
            is_part: false,
            whole: None,
            names: names(facts, index),
        };
        match category.paint {
            Paint::None => {}
            Paint::Fill { fill, outline, over } => {
                let pattern = over.map(|(pattern, _)| pattern);
                items.push(LegendItem { fill: Some(fill), outline, pattern, ..plain });
            }
            Paint::Overlay { pattern, .. } => {
                let under = common_fill(facts, index);
                let whole = facts.count_named("all");
                let pattern = Some(pattern);
                let item = LegendItem { pattern, fill: under, is_over: true, whole, ..plain };
                insert(&mut items, item);
            }
        }
    }
    items
}

/// Puts a pattern after the fill that it always lies on, or at the end.
fn insert(items: &mut Vec<LegendItem>, item: LegendItem) {
    let under = items.iter().position(|other| !other.is_over && other.fill == item.fill);
    match under {
        Some(under) if item.fill.is_some() => {
            let whole = items.get(under).and_then(|whole| whole.count);
            items.insert(under + 1, LegendItem { is_part: true, whole, ..item });
        }
        Some(_) | None => items.push(item),
    }
}

fn common_fill(facts: &Facts, category: usize) -> Option<LightDark> {
    let mut common: Option<LightDark> = None;
    for (row, region) in facts.regions.iter().enumerate() {
        if region.status.contains(&category) {
            let fill = facts.fill_color(Some(row))?;
            if *common.get_or_insert(fill) != fill {
                return None;
            }
        }
    }
    common
}

/// The names of the regions of a category that takes part.
fn names(facts: &Facts, category: usize) -> String {
    let mut names = String::new();
    for region in &facts.regions {
        if region.status.contains(&category) && facts.takes_part(region) {
            names.push_str(if names.is_empty() { "" } else { ", " });
            names.push_str(facts.name_of(&region.id).unwrap_or(&region.id));
        }
    }
    names
}
