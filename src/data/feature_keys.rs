//! What the rows of a table can name the features of a map by: id, name and every property.

use super::arcs;
use super::document::{Document, Value};
use super::features::Features;
use super::map_file::MapFile;
use super::topojson::{self, Properties};
use crate::error::{Error, Input};

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
    /// As [`super::features::Features::parse`].
    pub fn read(map: &[u8]) -> Result<Vec<FeatureKeys>, Box<Error>> {
        // In which coordinates does not matter here.
        FeatureKeys::of(&MapFile::parse(map, true)?.join(), map, None)
    }

    /// Those of features that were read from a map, from an object of this name.
    ///
    /// # Errors
    /// As [`Features::parse`].
    pub(crate) fn of(
        features: &Features,
        map: &[u8],
        object: Option<&str>,
    ) -> Result<Vec<FeatureKeys>, Box<Error>> {
        let mut properties = properties(map, object)?.into_iter();
        let keys = features.features.iter().map(|feature| FeatureKeys {
            id: feature.id.clone(),
            name: feature.name.clone(),
            properties: properties.next().unwrap_or_default(),
        });
        Ok(keys.collect())
    }
}

/// Of each feature with a polygon its properties; none where the file has none.
fn properties(map: &[u8], object: Option<&str>) -> Result<Vec<Properties>, Box<Error>> {
    if arcs::is_packed(map) {
        return Ok(Vec::new());
    }
    let root = Document::new(Input::Map, map)?.value()?;
    let fields = root.fields()?;
    let features = match fields.text("type")?.as_deref() {
        Some("Topology") => return topojson::properties(map, object),
        Some("FeatureCollection") => fields.list("features")?,
        _ => vec![root],
    };
    let mut all = Vec::new();
    for feature in features {
        if is_drawn(feature)? {
            all.push(topojson::texts_of(feature)?);
        }
    }
    Ok(all)
}

/// Whether the feature has a polygon with a position, as [`Features::parse`] takes it.
fn is_drawn(feature: Value<'_>) -> Result<bool, Box<Error>> {
    let Some(geometry) = feature.fields()?.get("geometry") else { return Ok(false) };
    let geometry = geometry.fields()?;
    let kind = geometry.text("type")?;
    let is_area = matches!(kind.as_deref(), Some("Polygon" | "MultiPolygon"));
    let is_number = |byte: u8| byte.is_ascii_digit();
    Ok(is_area && geometry.get("coordinates").is_some_and(|all| all.raw.bytes().any(is_number)))
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
        let properties = [("name", "Brazil"), ("n", "7"), ("is", "true")];
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
