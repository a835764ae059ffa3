//! A file of quantised arcs → a map.

use super::bytes::Reader;
use super::format::{HEAD, MAGIC, STEPS, following};
use crate::data::features::{Feature, Features};
use crate::error::{Error, Input};
use crate::geo::projection::LonLat;
use crate::geo::topology::{ArcUse, Topology};

/// Whether a file is one of quantised arcs.
pub(crate) fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// Reads a file of quantised arcs.
pub(crate) fn unpack(file: &[u8]) -> Result<Features, Box<Error>> {
    let bytes = file.get(MAGIC.len()..).unwrap_or_default();
    let features = read(&mut Reader::new(bytes)).ok_or_else(broken)?;
    if features.features.is_empty() { Err(Box::new(Error::NothingToDraw)) } else { Ok(features) }
}

#[cold]
fn broken() -> Box<Error> {
    Box::new(Error::WrongFormat {
        input: Input::Map,
        found: "a file of arcs that is cut off or broken",
        fix: "make it again with `summit-map pack`",
    })
}

/// None for a file that is broken.
fn read(reader: &mut Reader<'_>) -> Option<Features> {
    let units = f64::from(u32::try_from(reader.number()?).ok().filter(|&units| units > 0)?);
    let (feature_count, arc_count) = (reader.count()?, reader.count()?);
    let mut names = Vec::with_capacity(feature_count);
    for _ in 0..feature_count {
        let (id, name) = (reader.text()?, reader.text()?);
        let name = if name.is_empty() { id.clone() } else { name };
        names.push((id, name));
    }
    let mut topology = Topology::default();
    let mut features = Vec::with_capacity(feature_count);
    let mut next = 0;
    for (id, name) in names {
        let mut polygons = Vec::new();
        for _ in 0..reader.count()? {
            let first = topology.rings.len();
            for _ in 0..reader.count()? {
                for _ in 0..reader.count()? {
                    let code = reader.signed()?.checked_add(next)?;
                    let arc_use = use_of(code, arc_count)?;
                    topology.rings.push(arc_use);
                    next = following(code);
                }
                topology.rings.end();
            }
            polygons.push(first..topology.rings.len());
        }
        features.push(Feature { id, name, polygons });
    }
    read_arcs(reader, arc_count, units, &mut topology)?;
    let rings_hold = (0..topology.rings.len()).all(|ring| is_ring(&topology, ring));
    rings_hold.then_some(Features { features, topology, skipped: 0 })
}

fn use_of(code: i32, arc_count: usize) -> Option<ArcUse> {
    let code = u32::try_from(code).ok()?;
    let is_known = usize::try_from(code >> 1).ok()? < arc_count;
    is_known.then(|| ArcUse::new(code >> 1, code & 1 == 1))
}

fn read_arcs(
    reader: &mut Reader<'_>,
    count: usize,
    units: f64,
    topology: &mut Topology,
) -> Option<()> {
    let mut heads = Vec::new();
    (0..count).for_each(|_| heads.push([0; HEAD]));
    for column in 0..HEAD {
        for head in &mut heads {
            *head.get_mut(column)? = reader.signed()?;
        }
    }
    let degrees = |x: i32, y: i32| {
        let (lon, lat) = (f64::from(x) / units, f64::from(y) / units);
        let is_on_globe = (-360.0..=360.0).contains(&lon) && (-90.0..=90.0).contains(&lat);
        is_on_globe.then_some(LonLat { lon, lat })
    };
    let (mut x, mut y) = (0, 0);
    for [ways, code, right, up] in heads {
        let step = *STEPS.get(usize::try_from(code >> 1).ok()?)?;
        let at = |from: i32, way| from.checked_div(step)?.checked_add(way)?.checked_mul(step);
        let (mut way, mut left) = ((right, up), ways);
        loop {
            (x, y) = (at(x, way.0)?, at(y, way.1)?);
            topology.arcs.push(degrees(x, y)?);
            if left <= 0 {
                break;
            }
            left -= 1;
            way = (reader.signed()?, reader.signed()?);
        }
        if code & 1 == 1 {
            let first = *topology.arcs.open_points().first()?;
            topology.arcs.push(first);
        }
        topology.arcs.end();
    }
    reader.is_at_end().then_some(())
}

/// Whether each arc of a ring begins where the one before it ends.
fn is_ring(topology: &Topology, ring: usize) -> bool {
    let ends = |arc_use: &ArcUse| {
        let arc = topology.arcs.get(arc_use.arc());
        let ends = (arc.first().copied(), arc.last().copied());
        if arc_use.is_reversed() { (ends.1, ends.0) } else { ends }
    };
    let uses = topology.rings.get(ring);
    let after = uses.iter().cycle().skip(1);
    uses.iter().zip(after).all(|(before, after)| ends(before).1 == ends(after).0)
}
