//! `import`, `check`, `render`, `pack`, `prerender`: reads and writes files; draws nothing itself.

use crate::cli::arguments::{Arguments, bytes, say};
use crate::cli::prerender::{self, Placeholder};
use crate::cli::{own_data, usage};
use crate::data;
use crate::engine::map::Map;
use crate::import::{import, settings::Settings};
use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Does what the arguments of the process say.
#[must_use]
pub fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    run(&words).unwrap_or_else(|error| {
        eprintln!("{error}");
        ExitCode::FAILURE
    })
}

fn run(words: &[&str]) -> Result<ExitCode, Box<dyn Error>> {
    let is_help = |word: &&str| ["--help", "-h"].contains(word);
    let (&command, words) = words.split_first().ok_or(usage::ALL)?;
    let Some(usage) = usage::of(command) else {
        if !is_help(&command) && command != "help" {
            return Err(usage::ALL.into());
        }
        say(usage::ALL);
        return Ok(ExitCode::SUCCESS);
    };
    if words.iter().any(is_help) {
        say(&usage);
        return Ok(ExitCode::SUCCESS);
    }
    match (command, words) {
        ("pack", [map]) => pack(map)?,
        ("prerender", [page]) => fill(Path::new(page))?,
        ("import", _) => return own_data::write(&Arguments::read(words)?, &usage),
        ("check", _) => return own_data::check(&Arguments::read(words)?, &usage),
        ("render", _) => return own_data::render(&Arguments::read(words)?, &usage),
        _ => return Err(usage.into()),
    }
    Ok(ExitCode::SUCCESS)
}

fn pack(map: &str) -> Result<(), Box<dyn Error>> {
    let packed = data::arcs::pack(&bytes(map)?)?;
    std::io::stdout().write_all(&packed)?;
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

fn fill(page: &Path) -> Result<(), Box<dyn Error>> {
    let text = String::from_utf8(read(page)?)?;
    let folder = page.parent().map(PathBuf::from).unwrap_or_default();
    let filled = prerender::fill(&text, |element| {
        let map = read(&folder.join(&element.src))?;
        let (map, facts) = files(element, map, &|address| read(&folder.join(address)))?;
        let mut map = Map::new(&map, &facts, element.options())?;
        if let Some(more) = element.more_address() {
            map.add_facts(&read(&folder.join(more))?)?;
        }
        Ok::<_, Box<dyn Error>>(map)
    })?;
    std::fs::write(page, filled)?;
    Ok(())
}

/// What is read from a place.
type Bytes = Result<Vec<u8>, Box<dyn Error>>;

/// The files of an element as its page hands them to the engine.
fn files(
    element: &Placeholder,
    map: Vec<u8>,
    read: &dyn Fn(&str) -> Bytes,
) -> Result<(Vec<u8>, Vec<u8>), Box<dyn Error>> {
    if let Some(own) = &element.own {
        let table = own.data.as_deref().map(read).transpose()?;
        let settings = Settings::parse(&element.settings()).map_err(|error| *error)?;
        let made = import(&map, table.as_deref(), &settings).map_err(|error| *error)?;
        return Ok((made.map, made.facts));
    }
    let facts = read(&element.facts_address())?;
    let start = map.get(..300).unwrap_or(&map);
    let is_topology = String::from_utf8_lossy(start).contains("\"Topology\"");
    Ok((if is_topology { data::arcs::pack(&map)? } else { map }, facts))
}
