//! Values → classes. A class holds what is less than the next limit and no less than its own.

use super::numbers::{scaled_text, value, value_of_power, with_decimals, written};
use super::settings::{Method, Settings};
use super::words::Words;

/// Without a setting there are so many classes.
const CLASSES: usize = 5;

/// Classes of numbers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Classes {
    /// Where each class but the first begins, as plain numbers, ascending.
    pub limits: Vec<String>,
    /// What stands in the legend, a text for each class.
    pub labels: Vec<String>,
}

impl Classes {
    /// Puts values into classes. By default as many in each (quantiles), for then every colour is
    /// seen however skewed the values are. `texts` are plain numbers.
    pub(super) fn of(texts: &[&str], settings: &Settings, words: &Words) -> Classes {
        let mut values: Vec<(f64, &str)> = texts.iter().map(|text| (value(text), *text)).collect();
        values.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        let groups = groups(&values);
        let count = settings.classes.unwrap_or(CLASSES).min(groups.len());
        let limits = if settings.limits.is_empty() {
            match settings.method.unwrap_or_default() {
                Method::Quantile => between(&groups, &quantiles(&groups, count)),
                Method::Natural => between(&groups, &natural(&groups, count)),
                // Some may be empty: that too is to be seen.
                Method::Equal if groups.len() < 2 => Vec::new(),
                Method::Equal => equal(&groups, settings.classes.unwrap_or(CLASSES)),
            }
        } else {
            settings.limits.clone()
        };
        let labels = labels(&groups, &limits, settings.unit.as_deref(), words);
        Classes { limits, labels }
    }

    /// In which class a value is.
    pub(super) fn class(&self, number: f64) -> usize {
        self.limits.iter().filter(|limit| value(limit) <= number).count()
    }
}

/// Equal values: what they are, as a text, and how many.
struct Group<'a> {
    value: f64,
    text: &'a str,
    count: usize,
}

fn groups<'a>(values: &[(f64, &'a str)]) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for &(value, text) in values {
        match groups.last_mut() {
            #[expect(clippy::float_cmp, reason = "equal texts are equal values")]
            Some(group) if group.value == value => group.count += 1,
            _ => groups.push(Group { value, text, count: 1 }),
        }
    }
    groups
}

/// At which groups classes of equal size begin, as far as equal values allow it.
fn quantiles(groups: &[Group<'_>], classes: usize) -> Vec<usize> {
    let all: usize = groups.iter().map(|group| group.count).sum();
    let mut starts: Vec<usize> = Vec::new();
    let (mut before, mut next) = (0, 1);
    for (index, group) in groups.iter().enumerate() {
        // Before this group or behind it, whichever is nearer to where the class should begin.
        let wanted = next * all;
        let (here, there) = (before * classes, (before + group.count) * classes);
        if next < classes && index > 0 && wanted.abs_diff(here) <= wanted.abs_diff(there) {
            starts.push(index);
            // Many equal values may fill several classes at once.
            next = (here / all.max(1)).max(next) + 1;
        }
        before += group.count;
    }
    starts
}

/// At which groups the classes begin whose values differ least from their means, by squares: the
/// best partition of all, found by dynamic programming. As its starts never go back, each row is
/// filled by halves. Sources: W. Fisher, "On Grouping for Maximum Homogeneity" (1958), which G. Jenks
/// (1977) took for maps; H. Wang and M. Song, "Ckmeans.1d.dp" (2011).
fn natural(groups: &[Group<'_>], classes: usize) -> Vec<usize> {
    let costs = Costs::of(groups);
    let count = groups.len();
    // The cost of the first so many groups in one class more, row by row.
    let mut row: Vec<f64> = (0..count).map(|last| costs.between(0, last)).collect();
    let mut starts: Vec<Vec<usize>> = Vec::new();
    for class in 1..classes {
        let mut next = vec![(f64::INFINITY, 0); count];
        // First and last of the groups to fill, and between which the last class begins.
        let mut open = vec![(class, count, class, count)];
        while let Some((from, to, low, high)) = open.pop() {
            if from >= to {
                continue;
            }
            let last = usize::midpoint(from, to);
            let mut best = (f64::INFINITY, low);
            for start in low..high.min(last + 1) {
                let before = start.checked_sub(1).and_then(|end| row.get(end));
                let cost = before.unwrap_or(&0.0) + costs.between(start, last);
                if cost < best.0 {
                    best = (cost, start);
                }
            }
            if let Some(slot) = next.get_mut(last) {
                *slot = best;
            }
            open.push((from, last, low, best.1 + 1));
            open.push((last + 1, to, best.1, high));
        }
        row = next.iter().map(|(cost, _)| *cost).collect();
        starts.push(next.iter().map(|(_, start)| *start).collect());
    }
    let mut found = Vec::new();
    let mut end = count;
    for row in starts.iter().rev() {
        let start = end.checked_sub(1).and_then(|last| row.get(last)).copied().unwrap_or(0);
        found.push(start);
        end = start;
    }
    found.reverse();
    found
}

/// Sums from the first group on, by which the cost of any run is known.
struct Costs {
    sums: Vec<[f64; 3]>,
}

impl Costs {
    #[expect(clippy::cast_precision_loss, reason = "a count of rows is far below 2^52")]
    fn of(groups: &[Group<'_>]) -> Costs {
        let middle = groups.get(groups.len() / 2).map_or(0.0, |group| group.value);
        let mut sums = vec![[0.0; 3]];
        let [mut weight, mut sum, mut squares] = [0.0; 3];
        for group in groups {
            // Far from 0 the squares would lose what values differ by.
            let (value, count) = (group.value - middle, group.count as f64);
            weight += count;
            sum += count * value;
            squares += count * value * value;
            sums.push([weight, sum, squares]);
        }
        Costs { sums }
    }

    /// The sum of squared differences from the mean, from one group to another, both included.
    fn between(&self, first: usize, last: usize) -> f64 {
        let at = |index: usize| self.sums.get(index).copied().unwrap_or_default();
        let ([w0, s0, q0], [w1, s1, q1]) = (at(first), at(last + 1));
        (q1 - q0 - (s1 - s0) * (s1 - s0) / (w1 - w0)).max(0.0)
    }
}

/// The roundest numbers between each start and the value before it.
fn between(groups: &[Group<'_>], starts: &[usize]) -> Vec<String> {
    let mut limits = Vec::new();
    for &start in starts {
        let before = start.checked_sub(1).and_then(|before| groups.get(before));
        if let (Some(before), Some(own)) = (before, groups.get(start)) {
            limits.push(roundest(before.value, own));
        }
    }
    limits
}

/// The number with the fewest digits that is more than `low` and at most `high`; of several that
/// nearest to their middle.
#[expect(clippy::cast_possible_truncation, reason = "whole, and less than 1e15")]
fn roundest(low: f64, high: &Group<'_>) -> String {
    let middle = low / 2.0 + high.value / 2.0;
    for power in -15_i32..=9 {
        let decimals = usize::try_from(power).unwrap_or(0);
        let step = usize::try_from(-power).map_or(1.0, value_of_power);
        let scale = value_of_power(decimals);
        let nearest =
            [middle, low, high.value].map(|value| (value * scale / step).round_ties_even());
        for whole in [nearest[0], nearest[1] + 1.0, nearest[2]] {
            let candidate = whole * step / scale;
            if candidate > low && candidate <= high.value && (whole * step).abs() < 1e15 {
                return scaled_text((whole * step) as i64, decimals);
            }
        }
    }
    high.text.to_owned()
}

/// Limits at equal distances, with as many decimals as three digits of the distance need.
#[expect(clippy::cast_precision_loss, reason = "a count of classes is small")]
fn equal(groups: &[Group<'_>], classes: usize) -> Vec<String> {
    let (Some(least), Some(most)) = (groups.first(), groups.last()) else { return Vec::new() };
    let step = (most.value - least.value) / classes.max(1) as f64;
    let mut decimals = 0;
    while decimals < 9 && step * value_of_power(decimals) < 100.0 {
        decimals += 1;
    }
    let mut limits: Vec<String> = Vec::new();
    for class in 1..classes {
        let limit = with_decimals(least.value + step * class as f64, decimals);
        limits.extend(limit.map(trimmed));
    }
    limits.dedup();
    limits
}

/// Without zeros at the end of its decimals.
fn trimmed(plain: String) -> String {
    if plain.contains('.') {
        return plain.trim_end_matches('0').trim_end_matches('.').to_owned();
    }
    plain
}

/// "under 10", "10–19", "20 or more"; of whole numbers the last that is in the class, else the next
/// limit. A class of one value is that value.
fn labels(
    groups: &[Group<'_>],
    limits: &[String],
    unit: Option<&str>,
    words: &Words,
) -> Vec<String> {
    let is_whole = !groups
        .iter()
        .map(|group| group.text)
        .chain(limits.iter().map(String::as_str))
        .any(|text| text.contains('.'));
    let is_negative = limits.iter().any(|limit| limit.starts_with('-'));
    let joint = if is_negative { words.to } else { "–" };
    let unit = words.unit(unit.unwrap_or_default());
    let mut labels = Vec::new();
    for class in 0..=limits.len() {
        let low = class.checked_sub(1).and_then(|before| limits.get(before));
        let high = limits.get(class);
        let is_in = |group: &&Group<'_>| {
            low.is_none_or(|low| value(low) <= group.value)
                && high.is_none_or(|high| group.value < value(high))
        };
        let mut inside = groups.iter().filter(is_in);
        let only = inside.next().filter(|_| inside.next().is_none());
        let text = match (only, low, high) {
            (Some(only), ..) => written(only.text, words) + &unit,
            (None, None, Some(high)) => [words.under, &written(high, words), &unit].concat(),
            (None, Some(low), None) => [&written(low, words), &unit, words.or_more].concat(),
            (None, Some(low), Some(high)) => {
                let last = if is_whole { one_less(high) } else { high.clone() };
                if last == *low {
                    written(low, words) + &unit
                } else {
                    [&written(low, words), joint, &written(&last, words), &unit].concat()
                }
            }
            (None, None, None) => String::new(),
        };
        labels.push(text);
    }
    labels
}

fn one_less(plain: &str) -> String {
    with_decimals(value(plain) - 1.0, 0).unwrap_or_else(|| plain.to_owned())
}

#[cfg(test)]
mod tests;
