//! `render`, `prerender`, `pack`, `check`: reads and writes files; draws nothing itself.

use crate::cli::{join_report, prerender};
use crate::data;
use crate::engine::map::Map;
use crate::options::Options;
use crate::render::xml::text as to_html;
use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "\
summit-map: draws a category map from GeoJSON and a table of facts

  summit-map render MAP.geojson FACTS.json      write the map as SVG to standard output
  summit-map check MAP.geojson FACTS.json       read both files and say what does not fit
  summit-map check MAP.geojson TABLE            say how the rows of a table (CSV, TSV, a JSON list)
             [--join COLUMN] [--format json]    fit the features of a map, by the column that fits
                                                best or by this one; ends with 0 where every row has
                                                a feature of its own, with 2 where not, with 1 for
                                                an error
  summit-map pack MAP > MAP.arcs                write GeoJSON or TopoJSON (the object with most
                                                polygons) as quantised arcs: half the bytes
                                                on the wire, and drawn alike
  summit-map prerender PAGE.html                draw every <summit-map src facts> of a page into it
                                                (addresses are read relative to the page;
                                                {lang} in that of the facts is en, es, pt or fr,
                                                by the lang of the element or of what it stands in)";

/// Does what the arguments of the process say.
#[must_use]
pub fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let result = match words.as_slice() {
        ["render", map, facts] => read(map, facts).map(|map| println!("{}", to_html(&map.sheet()))),
        ["check", map, table, options @ ..] => {
            return check(map, table, options).unwrap_or_else(|error| failed(&*error));
        }
        ["pack", map] => pack(Path::new(map)),
        ["prerender", page] => fill(Path::new(page)),
        _ => Err(USAGE.into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&*error),
    }
}

fn failed(error: &dyn Error) -> ExitCode {
    eprintln!("{error}");
    ExitCode::FAILURE
}

fn bytes(path: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

fn read(map: &str, facts: &str) -> Result<Map, Box<dyn Error>> {
    Ok(Map::new(&bytes(Path::new(map))?, &bytes(Path::new(facts))?, Options::default())?)
}

/// Facts are a JSON object, and a table is none.
fn check(map: &str, table: &str, options: &[&str]) -> Result<ExitCode, Box<dyn Error>> {
    let (map, table) = (bytes(Path::new(map))?, bytes(Path::new(table))?);
    let text = table.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&table);
    if !options.is_empty() || !text.trim_ascii_start().starts_with(b"{") {
        return join_report::check(&map, &table, options);
    }
    let map = Map::new(&map, &table, Options::default())?;
    println!("{} regions drawn", map.scene().regions.len());
    let unmatched = map.unmatched();
    if unmatched.is_empty() {
        println!("every row of the facts has a feature on the map");
        return Ok(ExitCode::SUCCESS);
    }
    Err(format!("no feature on the map has the id {}", unmatched.join(", ")).into())
}

fn pack(map: &Path) -> Result<(), Box<dyn Error>> {
    let packed = data::arcs::pack(&bytes(map)?)?;
    std::io::stdout().write_all(&packed)?;
    Ok(())
}

fn fill(page: &Path) -> Result<(), Box<dyn Error>> {
    let text = String::from_utf8(bytes(page)?)?;
    let folder = page.parent().map(PathBuf::from).unwrap_or_default();
    let filled = prerender::fill(&text, |element| {
        let map = bytes(&folder.join(&element.src))?;
        let facts = bytes(&folder.join(element.facts_address()))?;
        let mut map = Map::new(&map, &facts, element.options())?;
        if let Some(more) = element.more_address() {
            map.add_facts(&bytes(&folder.join(more))?)?;
        }
        Ok::<_, Box<dyn Error>>(map)
    })?;
    std::fs::write(page, filled)?;
    Ok(())
}
