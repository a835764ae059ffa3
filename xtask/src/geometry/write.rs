//! Features to GeoJSON text, one feature a line.

use super::assemble::Feature;
use super::line::Position;
use anyhow::Result;

/// The whole file. Line breaks between features keep differences readable.
pub(super) fn collection(features: &[Feature]) -> Result<String> {
    let lines: Vec<String> = features.iter().map(feature).collect::<Result<_>>()?;
    Ok(format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n", lines.join(",\n")))
}

fn feature(feature: &Feature) -> Result<String> {
    let id = serde_json::to_string(feature.region.id)?;
    let name = serde_json::to_string(feature.region.name)?;
    let (kind, coordinates) = match feature.polygons.as_slice() {
        [only] => ("Polygon", polygon(only)),
        many => ("MultiPolygon", list(many, |rings| polygon(rings))),
    };
    Ok(format!(
        "{{\"type\":\"Feature\",\"id\":{id},\"properties\":{{\"name\":{name}}},\
         \"geometry\":{{\"type\":\"{kind}\",\"coordinates\":{coordinates}}}}}"
    ))
}

fn polygon(rings: &[Vec<Position>]) -> String {
    list(rings, |ring| list(ring, |position| list(position, |value| degrees(*value))))
}

fn list<T>(items: &[T], item: impl Fn(&T) -> String) -> String {
    let items: Vec<String> = items.iter().map(item).collect();
    format!("[{}]", items.join(","))
}

/// Thousandths to degrees without going through floats, and without trailing zeros.
fn degrees(thousandths: i32) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let (whole, part) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
    let text = format!("{sign}{whole}.{part:03}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Feature, collection, degrees};
    use crate::geometry::regions::REGIONS;
    use anyhow::Context;

    #[test]
    fn numbers_have_no_trailing_zeros() {
        let written = [0, 5, -50, 1000, -70_020, 100_000].map(degrees);
        assert_eq!(written, ["0", "0.005", "-0.05", "1", "-70.02", "100"]);
    }

    #[test]
    fn a_feature_is_one_line_of_json() -> anyhow::Result<()> {
        let region = REGIONS.first().context("no regions")?;
        let ring = vec![[0, 0], [1000, 0], [0, 500], [0, 0]];
        let text = collection(&[Feature { region, polygons: vec![vec![ring]] }])?;
        let line = r#"{"type":"Feature","id":"ARG","properties":{"name":"Argentina"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0.5],[0,0]]]}}"#;
        assert_eq!(text.lines().nth(1), Some(line));
        serde_json::from_str::<serde_json::Value>(&text)?;
        Ok(())
    }
}
