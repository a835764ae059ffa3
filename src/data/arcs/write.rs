//! A map → a file of quantised arcs.

use super::bytes::{write_count, write_number, write_signed, write_text};
use super::format::{HEAD, MAGIC, STEPS, following};
use crate::data::features::Features;
use crate::error::Error;
use crate::geo::projection::LonLat;

/// A hundred-thousandth of a degree is a metre: finer positions are moved to the nearest.
const MOST_UNITS: i32 = 100_000;

/// Writes a map as quantised arcs, half the bytes of GeoJSON on the wire. It is drawn as the map
/// itself, if its positions have at most five decimals.
///
/// # Errors
/// Whatever is wrong with the map; see [`Error`].
pub fn pack(map: &[u8]) -> Result<Vec<u8>, Error> {
    Ok(write(&Features::parse(map).map_err(|error| *error)?))
}

/// The same of features that are read already.
pub(crate) fn write(features: &Features) -> Vec<u8> {
    let units = units(features);
    let mut out = MAGIC.to_vec();
    write_number(&mut out, units.unsigned_abs().into());
    write_count(&mut out, features.features.len());
    write_count(&mut out, features.topology.arcs.len());
    for feature in &features.features {
        write_text(&mut out, &feature.id);
        write_text(&mut out, if feature.name == feature.id { "" } else { &feature.name });
    }
    write_rings(&mut out, features);
    write_arcs(&mut out, features, units);
    out
}

/// The least units a degree, a power of ten, of which every position is a multiple.
fn units(features: &Features) -> i32 {
    let positions = features.topology.arcs.points();
    let is_whole = |degrees: f64, units: i32| {
        let whole = (degrees * f64::from(units)).round_ties_even();
        // As it is read again.
        (whole / f64::from(units)).to_bits() == (degrees + 0.0).to_bits()
    };
    let mut units = 1;
    while units < MOST_UNITS
        && !positions.iter().all(|p| is_whole(p.lon, units) && is_whole(p.lat, units))
    {
        units *= 10;
    }
    units
}

fn write_rings(out: &mut Vec<u8>, features: &Features) {
    let rings = &features.topology.rings;
    let mut next = 0;
    for feature in &features.features {
        write_count(out, feature.polygons.len());
        for polygon in &feature.polygons {
            write_count(out, polygon.len());
            for ring in polygon.clone() {
                write_count(out, rings.get(ring).len());
                for arc_use in rings.get(ring) {
                    let code = i32::try_from(arc_use.arc() * 2).unwrap_or(i32::MAX);
                    let code = code + i32::from(arc_use.is_reversed());
                    write_signed(out, code - next);
                    next = following(code);
                }
            }
        }
    }
}

fn write_arcs(out: &mut Vec<u8>, features: &Features, units: i32) {
    let whole = |position: &LonLat| {
        #[expect(clippy::cast_possible_truncation, reason = "a degree has 100,000 units at most")]
        let whole = |degrees: f64| (degrees * f64::from(units)).round_ties_even() as i32;
        (whole(position.lon), whole(position.lat))
    };
    let (mut heads, mut ways) = (Vec::new(), Vec::new());
    let mut last = (0, 0);
    for arc in features.topology.arcs.iter() {
        let mut arc: Vec<(i32, i32)> = arc.iter().map(whole).collect();
        let fits =
            |&(_, step): &(i32, i32)| arc.iter().all(|(x, y)| x % step == 0 && y % step == 0);
        let (index, step) = (0..).zip(STEPS).filter(fits).last().unwrap_or((0, 1));
        let is_closed = arc.len() > 1 && arc.first() == arc.last();
        if is_closed {
            arc.pop();
        }
        let mut steps = arc.iter().map(|&to| {
            let from = std::mem::replace(&mut last, to);
            [to.0 / step - from.0 / step, to.1 / step - from.1 / step]
        });
        let [right, up] = steps.next().unwrap_or_default();
        ways.extend(steps.flatten());
        let count = i32::try_from(arc.len()).unwrap_or(i32::MAX) - 1;
        heads.push([count, index * 2 + i32::from(is_closed), right, up]);
    }
    for column in 0..HEAD {
        heads.iter().filter_map(|head| head.get(column)).for_each(|&head| write_signed(out, head));
    }
    ways.iter().for_each(|&way| write_signed(out, way));
}
