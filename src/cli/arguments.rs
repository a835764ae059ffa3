//! Words of a command line → files, options and the settings of an import.

use crate::import::settings::{NAMES, Settings};
use std::error::Error;
use std::io::{Read, Write};
use std::path::Path;

/// What a command was given.
#[derive(Debug, Default)]
pub(super) struct Arguments {
    /// What is not an option, in order; `-` is standard input.
    pub(super) files: Vec<String>,
    /// Settings of an import.
    pub(super) settings: Settings,
    /// Whether there are any.
    pub(super) has_settings: bool,
    /// Whether the report is wanted as JSON.
    pub(super) is_json: bool,
    /// Where files are written to.
    pub(super) folder: Option<String>,
}

impl Arguments {
    /// Reads the words behind a command: `--name value` or `--name=value`, `-o folder`, files.
    ///
    /// # Errors
    /// An option that is not known, one without its value, a value that cannot be right.
    pub(super) fn read(words: &[&str]) -> Result<Arguments, Box<dyn Error>> {
        let mut read = Arguments::default();
        let mut settings = String::new();
        let mut words = words.iter();
        while let Some(&word) = words.next() {
            let option =
                word.strip_prefix("--").or_else(|| word.strip_prefix("-").filter(|o| *o == "o"));
            let Some(option) = option else {
                read.files.push(word.to_owned());
                continue;
            };
            let (name, value) = match option.split_once('=') {
                Some((name, value)) => (name, Some(value)),
                None => (option, words.next().copied()),
            };
            let Some(value) = value else {
                return Err(format!("the option {word} needs a value behind it").into());
            };
            match name {
                "o" | "out" => read.folder = Some(value.to_owned()),
                "format" if value == "json" => read.is_json = true,
                "format" if value == "text" => read.is_json = false,
                "format" => return Err("--format needs to be json or text".into()),
                _ if !NAMES.contains(&name) => return Err(unknown(word).into()),
                // A line a setting: one in the value would begin another.
                _ => settings
                    .push_str(&format!("{name}\t{}\n", value.replace(['\n', '\r', '\t'], " "))),
            }
        }
        read.has_settings = !settings.is_empty();
        read.settings = Settings::parse(&settings)?;
        Ok(read)
    }
}

fn unknown(word: &str) -> String {
    format!("the option {word} is not known here; known are --{}, --format, -o", NAMES.join(", --"))
}

/// Writes to standard output. A reader that has seen enough, as `head`, is no error.
pub(super) fn say(text: &str) {
    let mut out = std::io::stdout();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n"));
}

/// The bytes of a file; of `-` those of standard input.
pub(super) fn bytes(file: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    if file == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    std::fs::read(Path::new(file)).map_err(|error| format!("{file}: {error}").into())
}
