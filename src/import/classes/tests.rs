//! Classes of numbers.

use super::super::words;
use super::*;

fn classes(values: &str, settings: &str, language: &str) -> Classes {
    let texts: Vec<&str> = values.split(' ').collect();
    Classes::of(&texts, &Settings::parse(settings).unwrap(), words::of(Some(language)))
}

fn limits(values: &str, settings: &str) -> String {
    classes(values, settings, "en").limits.join(" ")
}

fn labels(values: &str, settings: &str, language: &str) -> String {
    classes(values, settings, language).labels.join(" | ")
}

#[test]
fn quantiles_have_as_many_in_each() {
    assert_eq!(limits("1 2 3 4 5 6 7 8 9 10", "classes\t5"), "3 5 7 9");
    assert_eq!(limits("1 2 3 4 100 200 3000 90000", "classes\t4"), "3 100 2000");
}

#[test]
fn equal_values_are_never_parted_and_may_leave_fewer_classes() {
    assert_eq!(limits("1 1 1 1 1 1 1 1 5 9", "classes\t5"), "3");
    assert_eq!(limits("7 7 7", ""), "");
    assert_eq!(labels("7 7 7", "", "en"), "7");
}

#[test]
fn equal_classes_have_one_width() {
    assert_eq!(limits("0 3 7 10", "method\tequal\nclasses\t4"), "2.5 5 7.5");
    assert_eq!(limits("0 1000 4000", "method\tequal\nclasses\t4"), "1000 2000 3000");
}

#[test]
fn natural_classes_are_the_best_of_all() {
    let mut seed = 5_u64;
    for round in 0..60 {
        let mut values: Vec<f64> = Vec::new();
        for _ in 0..9 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            values.push(f64::from(u32::try_from((seed >> 33) % 40).unwrap()));
        }
        values.sort_by(f64::total_cmp);
        let texts: Vec<String> = values.iter().map(|value| format!("{value}")).collect();
        let pairs: Vec<(f64, &str)> =
            values.iter().zip(&texts).map(|(v, t)| (*v, t.as_str())).collect();
        let groups = groups(&pairs);
        for count in 2..=4.min(groups.len()) {
            let found = cost(&groups, &natural(&groups, count));
            let all = subsets(groups.len(), count);
            let best = all.iter().map(|starts| cost(&groups, starts));
            let best = best.fold(f64::INFINITY, f64::min);
            assert!((found - best).abs() < 1e-9, "round {round}, {count} classes: {found}, {best}");
        }
    }
}

/// The sum of squared differences from the means, counted one by one.
fn cost(groups: &[Group<'_>], starts: &[usize]) -> f64 {
    let mut ends = starts.to_vec();
    ends.push(groups.len());
    let mut first = 0;
    let mut sum = 0.0;
    for end in ends {
        let all: Vec<f64> =
            groups[first..end].iter().flat_map(|group| vec![group.value; group.count]).collect();
        #[expect(clippy::cast_precision_loss, reason = "a few values")]
        let mean = all.iter().sum::<f64>() / all.len() as f64;
        sum += all.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>();
        first = end;
    }
    sum
}

/// All ways to choose where the classes but the first begin.
fn subsets(count: usize, classes: usize) -> Vec<Vec<usize>> {
    let chosen = |bits: u32| (1..count).filter(|place| bits >> place & 1 == 1).collect::<Vec<_>>();
    (0..1_u32 << count).map(chosen).filter(|starts| starts.len() + 1 == classes).collect()
}

#[test]
fn given_limits_are_kept() {
    assert_eq!(limits("1 2 3", "limits\t10,20.5"), "10 20.5");
    assert_eq!(classes("1 2 3", "limits\t2,3", "en").class(2.0), 1);
}

#[test]
fn labels_of_whole_numbers_end_before_the_next_class() {
    assert_eq!(labels("3 7 12 18 25 31", "limits\t10,20", "en"), "under 10 | 10–19 | 20 or more");
    assert_eq!(labels("3.5 7 12 18 25 31", "limits\t10,20", "en"), "under 10 | 10–20 | 20 or more");
    assert_eq!(labels("-9 -3 -2 4 5", "limits\t-5,0", "en"), "−9 | −5 to −1 | 0 or more");
}

#[test]
fn labels_are_written_as_the_language_does() {
    let of = |language: &str, unit: &str| {
        labels(
            "1 2 1500.5 1600 30000 40000",
            &format!("limits\t1000.5,20000\nunit\t{unit}"),
            language,
        )
    };
    assert_eq!(
        of("en", "km"),
        "under 1,000.5\u{a0}km | 1,000.5–20,000\u{a0}km | 20,000\u{a0}km or more"
    );
    assert_eq!(
        of("es", "%"),
        "menos de 1000,5\u{a0}% | 1000,5–20.000\u{a0}% | 20.000\u{a0}% o más"
    );
    assert_eq!(of("pt", "%"), "menos de 1.000,5% | 1.000,5–20.000% | 20.000% ou mais");
    assert_eq!(
        of("fr", "%"),
        "moins de 1\u{202f}000,5\u{202f}% | 1\u{202f}000,5–20\u{202f}000\u{202f}% | 20\u{202f}000\u{202f}% ou plus"
    );
}

#[test]
fn limits_lie_between_values_and_are_round() {
    let group = |value: f64| Group { value, text: "", count: 1 };
    for (low, high, round) in [
        (3.0, 17.0, "10"),
        (98.0, 203.0, "200"),
        (-3.0, 5.0, "0"),
        (0.12, 0.17, "0.15"),
        (-7.5, -2.25, "-5"),
        (1_234_567.0, 1_234_570.0, "1234570"),
    ] {
        assert_eq!(roundest(low, &group(high)), round, "{low} {high}");
    }
}
