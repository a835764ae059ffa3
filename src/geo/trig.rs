//! Sine and cosine of degrees, the same to the last bit on every platform.
//!
//! The system's differ in the last bit between platforms, and a library's spend 3 kB on angles of
//! many turns, which a map has not.

/// Sine and cosine of an angle in degrees, each within 1e-15; NaN for an infinite angle.
/// Source: Taylor series on -45° to 45°, after whole quarter turns are taken off exactly.
#[must_use]
pub fn sin_cos(degrees: f64) -> (f64, f64) {
    let quarters = libm::rint(degrees / 90.0);
    let rest = (degrees - quarters * 90.0).to_radians();
    let square = rest * rest;
    let sin = rest * series(square, 16.0);
    let cos = series(square, 15.0);
    // Whole and small, so the remainder is exact.
    match quarters - 4.0 * libm::floor(quarters / 4.0) {
        1.0 => (cos, -sin),
        2.0 => (-sin, -cos),
        3.0 => (-cos, sin),
        _ => (sin, cos),
    }
}

/// 1 - x²/(n-1)n·(1 - …) from the last term inwards: the series of the cosine for odd `last`, of
/// the sine divided by x for even `last`.
fn series(square: f64, last: f64) -> f64 {
    let (mut sum, mut n) = (1.0, last);
    while n > 0.0 {
        sum = 1.0 - sum * square / (n * (n + 1.0));
        n -= 2.0;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::sin_cos;

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
}
