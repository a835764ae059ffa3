//! What the rows of a table can name the features of a map by: id, name and every property.

use super::features::Features;
use super::topojson;
use crate::error::Error;
use geojson::{GeoJson, Geometry, GeometryValue};
use serde_json::Value;

/// The texts by which a feature can be named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeatureKeys {
    /// The feature's `id` as text; empty if it has none.
    pub id: String,
    /// Its name, or the id.
    pub name: String,
    /// Its properties that are texts, numbers or truth values, as text; by the names of the
    /// properties.
    pub properties: Vec<(String, String)>,
}

impl FeatureKeys {
    /// Those of all features of a map that can be drawn, in the order of the file. Packed maps have
    /// no properties.
    ///
    /// # Errors
    /// As [`Features::parse`].
    pub fn read(map: &[u8]) -> Result<Vec<FeatureKeys>, Box<Error>> {
        let features = Features::parse(map)?;
        let mut properties = properties(map).into_iter();
        let keys = features.features.into_iter().map(|feature| FeatureKeys {
            id: feature.id,
            name: feature.name,
            properties: properties.next().unwrap_or_default(),
        });
        Ok(keys.collect())
    }
}

/// Of each feature with a polygon its properties; none where the file has none.
fn properties(map: &[u8]) -> Vec<Vec<(String, String)>> {
    let text = std::str::from_utf8(map).unwrap_or_default();
    let Ok(file) = text.trim_start_matches('\u{feff}').parse::<GeoJson>() else {
        return topojson::properties(map).unwrap_or_default();
    };
    let features = match file {
        GeoJson::FeatureCollection(collection) => collection.features,
        GeoJson::Feature(feature) => vec![feature],
        GeoJson::Geometry(_) => Vec::new(),
    };
    let drawn =
        features.into_iter().filter(|feature| feature.geometry.as_ref().is_some_and(is_drawn));
    let of = |feature: geojson::Feature| {
        let all = feature.properties.into_iter().flatten();
        all.filter_map(|(name, value)| Some((name, text_of(value)?))).collect()
    };
    drawn.map(of).collect()
}

fn is_drawn(geometry: &Geometry) -> bool {
    match &geometry.value {
        GeometryValue::Polygon { .. } | GeometryValue::MultiPolygon { .. } => true,
        GeometryValue::GeometryCollection { geometries } => geometries.iter().any(is_drawn),
        GeometryValue::Point { .. }
        | GeometryValue::MultiPoint { .. }
        | GeometryValue::LineString { .. }
        | GeometryValue::MultiLineString { .. } => false,
    }
}

fn text_of(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(is) => Some(is.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_has_its_properties_also_behind_one_that_is_not_drawn() {
        let map = r#"{"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"name":"Point","code":"P"},"geometry":{"type":"Point","coordinates":[1,2]}},
            {"type":"Feature","id":76,"properties":{"name":"Brazil","n":7,"is":true,"none":null,"list":[1]},
             "geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}"#;
        let keys = FeatureKeys::read(map.as_bytes()).unwrap();
        let own = |text: &str| text.to_owned();
        let properties = [("is", "true"), ("n", "7"), ("name", "Brazil")];
        let properties = properties.map(|(name, text)| (own(name), own(text))).to_vec();
        assert_eq!(keys, [FeatureKeys { id: own("76"), name: own("Brazil"), properties }]);
    }

    #[test]
    fn a_packed_map_has_ids_and_names() {
        let map = include_bytes!("../../data/americas.geojson");
        let packed = crate::data::arcs::pack(map).unwrap();
        let [plain, bare] = [&map[..], &packed].map(|map| FeatureKeys::read(map).unwrap());
        assert_eq!(plain.len(), bare.len());
        assert!(plain.iter().zip(&bare).all(|(plain, bare)| plain.id == bare.id));
    }
}
