//! Features of an author's map → features that have names for the reader and ids of their own.

use super::countries::Country;
use super::settings::Settings;
use crate::data::collation::fold;
use crate::data::feature_keys::FeatureKeys;
use crate::data::features::Features;
use crate::geo::projection::LonLat;

/// Properties that hold a name, where there is none called `name`; compared in lower case.
const NAMES: [&str; 14] = [
    "name_en",
    "name_long",
    "admin",
    "name_1",
    "name_2",
    "nom",
    "nombre",
    "nome",
    "label",
    "title",
    "nam",
    "namelsad",
    "gen",
    "bezeichnung",
];

/// Gives each feature a name: that of the property which the author chose, that of its country in
/// the language of the map, its own, or that of a property which looks like one.
pub(super) fn name(
    features: &mut Features,
    keys: &mut [FeatureKeys],
    known: &[Option<Country>],
    settings: &Settings,
) {
    let chosen = settings.label.as_deref();
    for (index, (feature, own)) in features.features.iter_mut().zip(keys).enumerate() {
        let country = known.get(index).copied().flatten();
        let property = |name: &str| {
            let found = own.properties.iter().find(|(key, _)| key.to_lowercase() == name);
            found.map(|(_, value)| value.trim().to_owned()).filter(|value| !value.is_empty())
        };
        let has_name = !own.name.is_empty() && own.name != own.id;
        let language = settings.language.as_deref();
        let name = chosen
            .and_then(|name| property(&name.to_lowercase()))
            .or_else(|| country.and_then(|country| country.foreign_name(language)))
            .or_else(|| has_name.then(|| own.name.clone()))
            .or_else(|| property("name"))
            .or_else(|| NAMES.iter().find_map(|name| property(name)))
            .or_else(|| country.map(|country| country.name().to_owned()));
        let Some(name) = name else { continue };
        if has_name && name != own.name {
            // It can still be named by what the map calls it.
            own.properties.push(("name".to_owned(), own.name.clone()));
        }
        feature.name.clone_from(&name);
        own.name = name;
    }
}

/// Gives each feature an id that no other has: its own, its country's code, or one made of its name.
/// Returns what an author should know of that.
pub(super) fn identify(
    features: &mut Features,
    keys: &mut [FeatureKeys],
    known: &[Option<Country>],
) -> Vec<String> {
    let mut taken: Vec<String> = Vec::new();
    let (mut without, mut again) = (0, Vec::new());
    for (index, (feature, own)) in features.features.iter_mut().zip(keys).enumerate() {
        let country = known.get(index).copied().flatten();
        let id = match feature.id.as_str() {
            "" | "-99" => {
                without += 1;
                country
                    .map_or_else(|| slug(&feature.name, index), |country| country.alpha3.to_owned())
            }
            id => id.to_owned(),
        };
        let mut free = id.clone();
        let mut number = 2;
        while taken.contains(&free) {
            free = format!("{id}-{number}");
            number += 1;
        }
        if free != id && feature.id == id {
            again.push(format!("\"{}\"", feature.name));
        }
        if feature.name.is_empty() {
            feature.name.clone_from(&free);
        }
        taken.push(free.clone());
        feature.id.clone_from(&free);
        own.id = free;
        own.name.clone_from(&feature.name);
    }
    let mut warnings = Vec::new();
    if without > 0 {
        warnings.push(format!("features without an id, which were given one: {without}"));
    }
    if !again.is_empty() {
        let names = again.join(", ");
        warnings.push(format!(
            "features with the id of another, which were given one of their own: {names}"
        ));
    }
    warnings
}

/// An id made of a name: letters and digits, words joined by a low line.
fn slug(name: &str, index: usize) -> String {
    let plain = fold(name);
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("_");
    if slug.starts_with(|c: char| c.is_ascii_alphabetic()) {
        slug
    } else {
        format!("feature-{}", index + 1)
    }
}

/// Side of the square, in degrees, into which a map on a plane is brought.
const SIDE: f64 = 160.0;

/// Brings a map that is on a plane already to the reach of degrees, which packed arcs hold: moved
/// and scaled as a whole it looks the same.
pub(super) fn fit(features: &mut Features) {
    let points = features.topology.arcs.points_mut();
    let bound = |pick: fn(f64, f64) -> f64, start: f64, of: fn(&LonLat) -> f64| {
        points.iter().map(of).fold(start, pick)
    };
    let (left, right) =
        (bound(f64::min, f64::INFINITY, |p| p.lon), bound(f64::max, f64::NEG_INFINITY, |p| p.lon));
    let (low, high) =
        (bound(f64::min, f64::INFINITY, |p| p.lat), bound(f64::max, f64::NEG_INFINITY, |p| p.lat));
    let size = (right - left).max(high - low);
    if size > 0.0 {
        for point in points {
            point.lon = (point.lon - (left + right) / 2.0) / size * SIDE;
            point.lat = (point.lat - (low + high) / 2.0) / size * SIDE;
        }
    }
}
