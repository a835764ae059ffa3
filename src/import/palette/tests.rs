//! Colours held against each other, as different eyes and a printer without colour see them.

use super::*;
use crate::data::color::INSET;

/// Linear red, green and blue, 0 to 1.
type Linear = [f64; 3];

/// Source: IEC 61966-2-1.
fn linear(color: Color) -> Linear {
    let hex = color.hex();
    [1, 3, 5].map(|at| {
        let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
    })
}

/// What eyes without one kind of cone see: protanopia, deuteranopia, tritanopia. Source: G. Machado,
/// M. Oliveira and L. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
/// Deficiency" (2009), severity 1.
const EYES: [[[f64; 3]; 3]; 4] = [
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
];

fn seen(eye: &[[f64; 3]; 3], color: Linear) -> Linear {
    eye.map(|row| row.iter().zip(color).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0))
}

/// Distance in OKLab, in which 0.02 can just be seen. Source: B. Ottosson, "A perceptual color space
/// for image processing" (2020).
fn distance(one: Linear, other: Linear) -> f64 {
    let lab = |[r, g, b]: Linear| {
        let l = libm::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        let m = libm::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        let s = libm::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        [
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
        ]
    };
    let squares = lab(one).into_iter().zip(lab(other)).map(|(a, b)| (a - b) * (a - b));
    squares.sum::<f64>().sqrt()
}

fn schemes(color: LightDark) -> [Color; 2] {
    [color.light, color.dark]
}

fn pairs<T: Copy>(list: &[T]) -> Vec<(T, T)> {
    let mut pairs = Vec::new();
    for (index, &one) in list.iter().enumerate() {
        pairs.extend(list[index + 1..].iter().map(|&other| (one, other)));
    }
    pairs
}

/// The looks of every ramp with every number of classes.
fn ramps() -> Vec<(&'static str, Vec<Look>)> {
    let mut all = Vec::new();
    for (name, ..) in RAMPS {
        for limits in
            ["1", "-1,1", "-2,1,2", "-2,-1,1,2", "-2,-1,0,1,2", "-3,-2,-1,1,2,3", "1,2,3,4,5,6"]
        {
            let limits: Vec<String> = limits.split(',').map(str::to_owned).collect();
            all.push((name, ramp(Some(name), &limits, 0.0)));
        }
    }
    all
}

#[test]
fn every_fill_has_a_contrast_of_three_to_sea_and_inset() {
    let looks = categories(12).into_iter().chain(ramps().into_iter().flat_map(|(_, looks)| looks));
    for look in looks {
        for ground in [SEA, INSET] {
            assert!(look.fill.contrast(ground) >= 3.0, "{}", look.fill.css());
        }
        if let Some((_, strokes)) = look.pattern {
            assert!(strokes.contrast(look.fill) >= 3.0, "{}", look.fill.css());
        }
    }
}

#[test]
fn faint_fills_have_an_edge_and_strokes_of_three_to_all_that_is_beside() {
    for look in [NO_DATA, OTHER] {
        for beside in [SEA, INSET, look.fill] {
            assert!(look.outline.unwrap().contrast(beside) >= 3.0);
        }
    }
    assert!(OTHER.pattern.unwrap().1.contrast(OTHER.fill) >= 3.0);
    assert_eq!(NO_DATA.pattern, None);
}

#[test]
fn categories_differ_for_every_eye_in_both_schemes() {
    for (one, other) in pairs(&FILLS) {
        for (a, b) in schemes(one).into_iter().zip(schemes(other)) {
            for eye in &EYES {
                let far = distance(seen(eye, linear(a)), seen(eye, linear(b)));
                assert!(far >= 0.1, "{} and {}: {far}", a.hex(), b.hex());
            }
        }
    }
}

#[test]
fn categories_differ_in_grey_by_a_quarter_or_by_a_pattern() {
    for (one, other) in pairs(&categories(12)) {
        let differs = one.pattern.is_some() != other.pattern.is_some();
        assert!(differs || one.fill.contrast(other.fill) >= 1.25, "{one:?} {other:?}");
    }
}

#[test]
fn classes_next_to_each_other_differ_in_grey_and_for_every_eye() {
    for (name, looks) in ramps() {
        for pair in looks.windows(2) {
            let [one, other] = [pair[0], pair[1]];
            let differs = one.pattern != other.pattern;
            assert!(differs || one.fill.contrast(other.fill) >= 1.25, "{name} {one:?} {other:?}");
            for (a, b) in schemes(one.fill).into_iter().zip(schemes(other.fill)) {
                for eye in &EYES {
                    let far = distance(seen(eye, linear(a)), seen(eye, linear(b)));
                    assert!(differs || far >= 0.05, "{name}: {} and {}: {far}", a.hex(), b.hex());
                }
            }
        }
    }
}

#[test]
fn a_sequential_ramp_goes_away_from_the_sea_step_by_step() {
    let limits: Vec<String> = ["1", "2", "3", "4"].map(str::to_owned).into();
    let looks = ramp(None, &limits, 0.0);
    let far: Vec<f64> = looks.iter().map(|look| look.fill.contrast(SEA)).collect();
    assert_eq!(far.len(), 5);
    assert!(far.is_sorted_by(|one, next| one < next), "{far:?}");
}

#[test]
fn a_diverging_ramp_turns_at_the_midpoint_with_stripes_below() {
    let limits = |text: &str| text.split(',').map(str::to_owned).collect::<Vec<_>>();
    let sides = |text: &str, midpoint: f64| {
        let looks = ramp(Some("diverging"), &limits(text), midpoint);
        let side = |look: &Look| match look.pattern {
            Some(_) => '-',
            None if look.fill == TURN => '0',
            None => '+',
        };
        looks.iter().map(side).collect::<String>()
    };
    assert_eq!(sides("-5,-1,1,5", 0.0), "--0++");
    assert_eq!(sides("-5,0,5", 0.0), "--++");
    assert_eq!(sides("10,20,30", 20.0), "--++");
    assert_eq!(sides("1,2", 0.0), "0++");
}
