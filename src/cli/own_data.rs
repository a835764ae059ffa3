//! `import`, `check` and `render` of an author's own map and table.

use super::arguments::{Arguments, bytes, say};
use super::join_report;
use crate::engine::map::Map;
use crate::import::Outcome;
use crate::import::work::Work;
use crate::import::{self, Imported};
use crate::options::Options;
use crate::render::xml::text as to_html;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

/// Files a command reads: a map, and facts or a table.
struct Files {
    map: Vec<u8>,
    other: Option<Vec<u8>>,
}

impl Files {
    fn read(arguments: &Arguments, usage: &str) -> Result<Files, Box<dyn Error>> {
        match arguments.files.as_slice() {
            [map, other] if map == "-" && other == "-" => {
                Err("only one of both files can be standard input".into())
            }
            [map, other] => Ok(Files { map: bytes(map)?, other: Some(bytes(other)?) }),
            [map] => Ok(Files { map: bytes(map)?, other: None }),
            _ => Err(usage.into()),
        }
    }

    /// Facts are a JSON object, and a table is none.
    fn facts(&self) -> Option<&[u8]> {
        let other = self.other.as_deref()?;
        let text = other.strip_prefix("\u{feff}".as_bytes()).unwrap_or(other);
        text.trim_ascii_start().starts_with(b"{").then_some(other)
    }
}

/// Draws the map as SVG.
pub(super) fn render(arguments: &Arguments, usage: &str) -> Result<ExitCode, Box<dyn Error>> {
    let files = Files::read(arguments, usage)?;
    if let Some(facts) = files.facts().filter(|_| !arguments.has_settings) {
        say(&to_html(&Map::new(&files.map, facts, Options::default())?.sheet()));
        return Ok(ExitCode::SUCCESS);
    }
    let (made, words, code) = imported(&files, arguments)?;
    say(&to_html(&Map::new(&made.map, &made.facts, Options::default())?.sheet()));
    if code != ExitCode::SUCCESS {
        eprint!("{words}");
    }
    Ok(code)
}

/// Says what does not fit.
pub(super) fn check(arguments: &Arguments, usage: &str) -> Result<ExitCode, Box<dyn Error>> {
    let files = Files::read(arguments, usage)?;
    if let Some(facts) = files.facts().filter(|_| !arguments.has_settings && !arguments.is_json) {
        return check_facts(&files.map, facts);
    }
    let (made, words, code) = imported(&files, arguments)?;
    print_report(arguments, &made, &words);
    Ok(code)
}

/// Writes map and facts into a folder.
pub(super) fn write(arguments: &Arguments, usage: &str) -> Result<ExitCode, Box<dyn Error>> {
    let (made, words, code) = imported(&Files::read(arguments, usage)?, arguments)?;
    let folder = Path::new(arguments.folder.as_deref().unwrap_or("."));
    std::fs::create_dir_all(folder)?;
    for (name, bytes) in [("map.arcs", &made.map), ("facts.json", &made.facts)] {
        let path = folder.join(name);
        std::fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    print_report(arguments, &made, &words);
    Ok(code)
}

fn print_report(arguments: &Arguments, made: &Imported, words: &str) {
    if arguments.is_json {
        say(&made.report);
    } else {
        say(words.trim_end());
    }
}

/// The import, its report in words, and with what the program ends.
fn imported(
    files: &Files,
    arguments: &Arguments,
) -> Result<(Imported, String, ExitCode), Box<dyn Error>> {
    let (table, settings) = (files.other.as_deref(), &arguments.settings);
    let work = Work::new(&files.map, table, settings)?;
    let outcome = Outcome::of(&work, settings);
    let words = join_report::words(&work, &outcome);
    let is_whole = work.is_complete() && outcome.unread() == 0;
    let code = if is_whole { ExitCode::SUCCESS } else { ExitCode::from(2) };
    Ok((import::write(&work, &outcome, settings), words, code))
}

fn check_facts(map: &[u8], facts: &[u8]) -> Result<ExitCode, Box<dyn Error>> {
    let map = Map::new(map, facts, Options::default())?;
    say(&format!("{} regions drawn", map.scene().regions.len()));
    let unmatched = map.unmatched();
    if unmatched.is_empty() {
        say("every row of the facts has a feature on the map");
        return Ok(ExitCode::SUCCESS);
    }
    Err(format!("no feature on the map has the id {}", unmatched.join(", ")).into())
}
