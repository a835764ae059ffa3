//! Meridians and parallels as one path, cut to the frame.

use crate::geo::frame::{Frame, UnitPoint};
use crate::geo::projection::{LambertAzimuthalEqualArea, LonLat, Point};
use crate::geo::svg_path::write_line;

/// Degrees between lines.
const SPACING: usize = 20;
/// Degrees between the points of a line.
const STEP: usize = 5;

/// SVG path data, in whole units, of the lines that cross the frame.
#[must_use]
pub(crate) fn graticule(projection: &LambertAzimuthalEqualArea, frame: &Frame) -> String {
    let mut path = String::new();
    for lon in (-180..180).step_by(SPACING) {
        line(&mut path, frame, (-80..=80).step_by(STEP).map(|lat| at(projection, lon, lat)));
    }
    for lat in (-80..=80).step_by(SPACING) {
        line(&mut path, frame, (-180..=180).step_by(STEP).map(|lon| at(projection, lon, lat)));
    }
    path
}

fn at(projection: &LambertAzimuthalEqualArea, lon: i32, lat: i32) -> Option<Point> {
    projection.project(LonLat { lon: f64::from(lon), lat: f64::from(lat) })
}

/// Draws the runs of points that lie in the frame, each with the point before and after it,
/// so that lines reach the edge.
fn line(path: &mut String, frame: &Frame, points: impl Iterator<Item = Option<Point>>) {
    let mut run: Vec<UnitPoint> = Vec::new();
    let mut last_inside = false;
    let mut finish = |run: &mut Vec<UnitPoint>| {
        if run.len() > 1 {
            write_line(path, run);
        }
        run.clear();
    };
    for point in points {
        let Some(spot) = point.map(|point| frame.place(point)) else {
            finish(&mut run);
            last_inside = false;
            continue;
        };
        let inside = (0..=frame.width).contains(&spot.x) && (0..=frame.height).contains(&spot.y);
        if !inside && !last_inside {
            run.clear();
        }
        run.push(spot);
        if !inside && last_inside {
            finish(&mut run);
            run.push(spot);
        }
        last_inside = inside;
    }
    if last_inside {
        finish(&mut run);
    }
}
