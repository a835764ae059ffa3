//! Regions + categories → layers with a fill, patterns over them, and the line between two fills.

use super::picture::{Layer, Overlay, Region};
use crate::data::category::Paint;
use crate::data::collation::in_order;
use crate::data::color::{Color, LightDark, SEA};
use crate::data::facts::Facts;

/// Regions that neither the facts nor a default category paint.
const NEUTRAL: Paint = Paint::Fill {
    fill: NEUTRAL_FILL,
    outline: Some(LightDark {
        light: Color::new(0x6c, 0x75, 0x7d),
        dark: Color::new(0x8b, 0x98, 0xa4),
    }),
    over: None,
};
const NEUTRAL_FILL: LightDark =
    LightDark { light: Color::new(0xe3, 0xe6, 0xe8), dark: Color::new(0x2b, 0x35, 0x3e) };
/// Border where a fill is too close to the sea's colour.
const INK: LightDark =
    LightDark { light: Color::new(0x16, 0x1d, 0x24), dark: Color::new(0x08, 0x0c, 0x10) };
/// WCAG 2.2, 1.4.11 Non-text contrast.
const ENOUGH: f64 = 3.0;

/// The layers of fills, bottom first, and the patterns over them.
pub(super) fn paint(regions: &[Region], facts: &Facts) -> (Vec<Layer>, Vec<Overlay>) {
    let mut layers: Vec<Layer> = Vec::new();
    let mut overlays: Vec<Overlay> = Vec::new();
    let mut names = Vec::new();
    for (index, region) in regions.iter().enumerate() {
        names.push((0, region.name.clone(), index));
    }
    let by_name = in_order(names);
    let fill_below = |index: usize| {
        let row = regions.get(index).and_then(|region| region.row);
        facts.fill_color(row).unwrap_or(NEUTRAL_FILL)
    };
    let paints = facts.categories.iter().map(|category| &category.paint).chain([&NEUTRAL]);
    for (category, paint) in paints.enumerate() {
        match *paint {
            Paint::None => {}
            Paint::Fill { fill, outline, over } => {
                let is_mine = |region: &Region| facts.fill(region.row).unwrap_or(&NEUTRAL) == paint;
                let regions = members(regions, &by_name, &is_mine);
                if regions.is_empty() || layers.iter().any(|layer| layer.regions == regions) {
                    continue;
                }
                if let Some((pattern, color)) = over {
                    let regions = regions.iter().map(|&index| (index, fill)).collect();
                    overlays.push(Overlay { category, pattern, color, regions });
                }
                layers.push(Layer { fill, outline, is_patterned: over.is_some(), regions });
            }
            Paint::Overlay { pattern, color } => {
                let is_mine =
                    |region: &Region| facts.overlays(region.row).any(|over| over == paint);
                let mut over = Vec::new();
                for index in members(regions, &by_name, &is_mine) {
                    over.push((index, fill_below(index)));
                }
                overlays.push(Overlay { category, pattern, color, regions: over });
            }
        }
    }
    // Those with an outline last: they are what is read last, and their edge is whole.
    let mut ordered = Vec::new();
    for is_outlined in [false, true] {
        for layer in &mut layers {
            if layer.outline.is_some() == is_outlined {
                let regions = std::mem::take(&mut layer.regions);
                ordered.push(Layer { regions, ..*layer });
            }
        }
    }
    (ordered, overlays)
}

fn members(regions: &[Region], by_name: &[usize], is_mine: &dyn Fn(&Region) -> bool) -> Vec<usize> {
    let mut members = Vec::new();
    for &index in by_name {
        if regions.get(index).is_some_and(is_mine) {
            members.push(index);
        }
    }
    members
}

/// The colour between two fills that tells both apart: the sea's, or else a dark one.
pub(super) fn border(layers: &[Layer]) -> LightDark {
    let choose = |sea: Color, ink: Color, of: fn(LightDark) -> Color| {
        let fills = || layers.iter().filter(|l| l.outline.is_none()).map(|layer| of(layer.fill));
        let least = |line: Color| fills().map(|fill| fill.contrast(line)).fold(21.0, f64::min);
        if least(sea) >= ENOUGH || least(sea) >= least(ink) { sea } else { ink }
    };
    LightDark {
        light: choose(SEA.light, INK.light, |themed| themed.light),
        dark: choose(SEA.dark, INK.dark, |themed| themed.dark),
    }
}
