//! Sine and cosine of degrees, the same to the last bit on every platform.
//!
//! The system's differ in the last bit between platforms, and a library's spend 3 kB on angles of
//! many turns, which a map has not.

/// 1/3!, 1/5! and so on to 1/17!, with alternating signs: the series of the sine.
const SINE: [f64; 8] = [
    -1.666_666_666_666_666_6e-1,
    8.333_333_333_333_333e-3,
    -1.984_126_984_126_984e-4,
    2.755_731_922_398_589e-6,
    -2.505_210_838_544_172e-8,
    1.605_904_383_682_161_5e-10,
    -7.647_163_731_819_816e-13,
    2.811_457_254_345_520_6e-15,
];
/// 1/2!, 1/4! and so on to 1/16!: that of the cosine.
const COSINE: [f64; 8] = [
    -5e-1,
    4.166_666_666_666_666_4e-2,
    -1.388_888_888_888_889e-3,
    2.480_158_730_158_73e-5,
    -2.755_731_922_398_589_3e-7,
    2.087_675_698_786_81e-9,
    -1.147_074_559_772_972_5e-11,
    4.779_477_332_387_385e-14,
];

/// Sine and cosine of an angle in degrees, each within 1e-15; NaN for an infinite angle.
/// Source: Taylor series on -45° to 45°, after whole quarter turns are taken off exactly.
#[must_use]
pub(crate) fn sin_cos(degrees: f64) -> (f64, f64) {
    let quarters = (degrees / 90.0).round_ties_even();
    let rest = (degrees - quarters * 90.0).to_radians();
    let square = rest * rest;
    let sin = rest + rest * series(square, &SINE);
    let cos = 1.0 + series(square, &COSINE);
    // Whole and small, so the remainder is exact.
    match quarters - 4.0 * (quarters / 4.0).floor() {
        1.0 => (cos, -sin),
        2.0 => (-sin, -cos),
        3.0 => (-cos, sin),
        _ => (sin, cos),
    }
}

/// The angle of a direction in degrees, -180 to 180, within 1e-13; 0 where there is none.
/// Source: Newton's method for the sine of what is missing, of which three steps are enough.
#[must_use]
pub(crate) fn angle(y: f64, x: f64) -> f64 {
    let length = (x * x + y * y).sqrt();
    if length == 0.0 {
        return 0.0;
    }
    let first = y / length * 90.0;
    let mut degrees = if x >= 0.0 { first } else { 180.0_f64.copysign(y) - first };
    for _ in 0..4 {
        let (sin, cos) = sin_cos(degrees);
        degrees += ((y * cos - x * sin) / length).to_degrees();
    }
    degrees
}

/// The angle of a sine in degrees, -90 to 90, within 1e-13.
#[must_use]
pub(crate) fn arcsine(sin: f64) -> f64 {
    angle(sin, (1.0 - sin * sin).sqrt())
}

/// The terms of a series behind its first, in Horner's form.
fn series(square: f64, terms: &[f64; 8]) -> f64 {
    let mut sum = 0.0;
    for term in terms.iter().rev() {
        sum = (sum + term) * square;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::{angle, arcsine, sin_cos};

    #[test]
    fn it_agrees_with_the_library_all_the_way_round() {
        for step in -7200..=7200 {
            let degrees = f64::from(step) / 10.0 + 0.037;
            let (sin, cos) = sin_cos(degrees);
            assert!((sin - libm::sin(degrees.to_radians())).abs() < 2e-15, "{degrees}");
            assert!((cos - libm::cos(degrees.to_radians())).abs() < 2e-15, "{degrees}");
        }
    }

    #[test]
    fn quarter_turns_are_exact() {
        assert_eq!(sin_cos(90.0), (1.0, 0.0));
        assert_eq!(sin_cos(-180.0), (0.0, -1.0));
        assert!(sin_cos(f64::INFINITY).0.is_nan());
    }

    #[test]
    fn an_arcsine_is_that_of_the_library() {
        for step in -1000..=1000 {
            let sin = f64::from(step) / 1000.0;
            assert!((arcsine(sin) - libm::asin(sin).to_degrees()).abs() < 1e-13, "{sin}");
        }
    }

    #[test]
    fn an_angle_is_that_of_its_sine_and_cosine() {
        for tenths in -1799..=1800 {
            let degrees = f64::from(tenths) / 10.0;
            let (y, x) = (libm::sin(degrees.to_radians()), libm::cos(degrees.to_radians()));
            let expected = libm::atan2(y, x).to_degrees();
            assert!((angle(7.0 * y, 7.0 * x) - expected).abs() < 1e-13, "{degrees}");
        }
        assert_eq!((angle(0.0, 0.0), angle(1.0, 0.0), angle(0.0, -1.0)), (0.0, 90.0, 180.0));
    }
}
