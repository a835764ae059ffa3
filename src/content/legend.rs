//! What the legend says: every visible category, its swatch and how many regions have it.

use crate::content::locale::Locale;
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
    /// How many regions have it; None for a category outside every question.
    pub count: Option<usize>,
    /// Colour of the swatch; None where a pattern goes with more than one fill.
    pub fill: Option<LightDark>,
    /// Colour of the swatch's edge.
    pub outline: Option<LightDark>,
    /// Pattern on the swatch.
    pub pattern: Option<Pattern>,
    /// Whether all its regions belong to the item before it, so that it is shown as part of that.
    pub is_part: bool,
}

/// The legend's items in the order of the facts file.
#[must_use]
pub(crate) fn legend(facts: &Facts) -> Vec<LegendItem> {
    let mut items = Vec::new();
    for (index, category) in facts.categories.iter().enumerate() {
        let plain = LegendItem {
            category: index,
            label: category.label.clone(),
            count: category.dimension.map(|_| facts.count(index)),
            fill: None,
            outline: None,
            pattern: None,
            is_part: false,
        };
        match category.paint {
            Paint::None => {}
            Paint::Fill { fill, outline } => {
                items.push(LegendItem { fill: Some(fill), outline, ..plain });
            }
            Paint::Overlay { pattern, .. } => {
                let under = common_fill(facts, index);
                let item = LegendItem { pattern: Some(pattern), fill: under, ..plain };
                insert(&mut items, item);
            }
        }
    }
    items
}

/// Puts a pattern after the fill that it always lies on, or at the end.
fn insert(items: &mut Vec<LegendItem>, item: LegendItem) {
    let under = items.iter().position(|other| other.pattern.is_none() && other.fill == item.fill);
    match under {
        Some(under) if item.fill.is_some() => {
            items.insert(under + 1, LegendItem { is_part: true, ..item });
        }
        Some(_) | None => items.push(item),
    }
}

fn common_fill(facts: &Facts, category: usize) -> Option<LightDark> {
    let rows = (0..facts.regions.len())
        .filter(|&row| facts.regions.get(row).is_some_and(|r| r.status.contains(&category)));
    let mut fills = rows.map(|row| facts.fill_color(Some(row)));
    let first = fills.next()??;
    fills.all(|fill| fill == Some(first)).then_some(first)
}

/// The counts as one sentence: "35 countries: 20 signed, 3 not invited."
#[must_use]
pub(crate) fn summary(facts: &Facts, words: &Locale) -> String {
    let all = facts.regions.iter().filter(|region| facts.takes_part(region)).count();
    let mut sentence = format!("{} {} ", words.number(all), words.countries);
    let mut first = true;
    // Categories that are part of another come last, or the counts would seem to add up wrongly.
    let (parts, wholes): (Vec<_>, Vec<_>) =
        legend(facts).into_iter().partition(|item| item.pattern.is_some());
    for item in wholes.into_iter().chain(parts) {
        let (Some(count), Some(category)) = (item.count, facts.categories.get(item.category))
        else {
            continue;
        };
        if !first {
            sentence.push_str(", ");
        }
        first = false;
        sentence.push_str(&words.number(count));
        sentence.push(' ');
        sentence.push_str(&category.word);
    }
    sentence.push('.');
    sentence
}
