//! How different two colours look, to people of full and of lacking colour vision.

/// Red, green, blue from 0 to 1, linear.
pub(crate) type Linear = [f64; 3];

/// Ways of seeing: a name, and a matrix on linear sRGB. Source: Machado, Oliveira and Fernandes,
/// "A physiologically-based model for simulation of color vision deficiency" (2009), severity 1.
pub(crate) const VISIONS: [(&str, [Linear; 3]); 5] = [
    ("full", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
    ("grey", [[0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722]]),
];

/// The linear channels of `#rrggbb`.
pub(crate) fn linear(hex: &str) -> Linear {
    [1, 3, 5].map(|at| {
        let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
    })
}

/// What is seen of a colour.
pub(crate) fn seen(color: Linear, matrix: &[Linear; 3]) -> Linear {
    matrix.map(|row| {
        let sum: f64 = row.iter().zip(color).map(|(a, b)| a * b).sum();
        sum.clamp(0.0, 1.0)
    })
}

/// CIELAB under D65.
pub(crate) fn lab([r, g, b]: Linear) -> [f64; 3] {
    let xyz = [
        (0.412_456_4 * r + 0.357_576_1 * g + 0.180_437_5 * b) / 0.950_47,
        0.212_672_9 * r + 0.715_152_2 * g + 0.072_175 * b,
        (0.019_333_9 * r + 0.119_192 * g + 0.950_304_1 * b) / 1.088_83,
    ];
    let [x, y, z] = xyz.map(|t| {
        if t > 216.0 / 24_389.0 { libm::cbrt(t) } else { (24_389.0 / 27.0 * t + 16.0) / 116.0 }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// CIEDE2000. Source: Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula" (2005).
pub(crate) fn difference([l1, a1, b1]: [f64; 3], [l2, a2, b2]: [f64; 3]) -> f64 {
    let pow7 = |c: f64| libm::pow(c, 7.0);
    let strong = |c: f64| (pow7(c) / (pow7(c) + pow7(25.0))).sqrt();
    let g = 0.5 * (1.0 - strong(f64::midpoint(libm::hypot(a1, b1), libm::hypot(a2, b2))));
    let (a1, a2) = (a1 * (1.0 + g), a2 * (1.0 + g));
    let (c1, c2) = (libm::hypot(a1, b1), libm::hypot(a2, b2));
    let hue = |a: f64, b: f64| libm::atan2(b, a).to_degrees().rem_euclid(360.0);
    let (h1, h2) = (hue(a1, b1), hue(a2, b2));
    let is_grey = c1 * c2 == 0.0;
    let turn = if is_grey { 0.0 } else { (h2 - h1 + 180.0).rem_euclid(360.0) - 180.0 };
    let mean_hue = match (is_grey, (h1 - h2).abs() > 180.0, h1 + h2 < 360.0) {
        (true, _, _) => h1 + h2,
        (false, false, _) => f64::midpoint(h1, h2),
        (false, true, true) => (h1 + h2 + 360.0) / 2.0,
        (false, true, false) => (h1 + h2 - 360.0) / 2.0,
    };
    let (mean_l, mean_c) = (f64::midpoint(l1, l2), f64::midpoint(c1, c2));
    let cos = |degrees: f64| libm::cos(degrees.to_radians());
    let t = 1.0 - 0.17 * cos(mean_hue - 30.0)
        + 0.24 * cos(2.0 * mean_hue)
        + 0.32 * cos(3.0 * mean_hue + 6.0)
        - 0.20 * cos(4.0 * mean_hue - 63.0);
    let light = (mean_l - 50.0).powi(2);
    let dl = (l2 - l1) / (1.0 + 0.015 * light / (20.0 + light).sqrt());
    let dc = (c2 - c1) / (1.0 + 0.045 * mean_c);
    let dh =
        2.0 * (c1 * c2).sqrt() * libm::sin((turn / 2.0).to_radians()) / (1.0 + 0.015 * mean_c * t);
    let bend = 30.0 * libm::exp(-((mean_hue - 275.0) / 25.0).powi(2));
    let rotation = -libm::sin((2.0 * bend).to_radians()) * 2.0 * strong(mean_c);
    (dl * dl + dc * dc + dh * dh + rotation * dc * dh).sqrt()
}
