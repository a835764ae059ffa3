//! `cargo xtask countries`: codes and names of countries → `src/import/countries.txt`, by which an
//! author's table is joined to a map. Where they come from is told in data/README.md.

use crate::process::root;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::process::Command;
use summit_map::fold;

const LANGUAGES: [&str; 4] = ["en", "es", "pt-BR", "fr"];
/// Prints the names of regions in these languages, as Unicode CLDR has them.
const NAMES: &str = "const [codes, languages] = JSON.parse(process.argv[1]);
const names = languages.map((language) => new Intl.DisplayNames(language, { type: 'region' }));
console.log(JSON.stringify(codes.map((code) => names.map((name) => name.of(code)))));";
/// Kosovo has no code of ISO 3166; these are widely used for it, and are free for that.
const KOSOVO: [&str; 3] = ["XK", "XKX", ""];
/// The package has the names of the two Congos mixed up in Portuguese.
const WRONG: [&str; 2] = ["CG", "CD"];

/// Writes the table; with `--check` fails if it is another.
pub(crate) fn run(args: &[String]) -> Result<()> {
    let path = root().join("src/import/countries.txt");
    let text = table()?;
    if args.iter().any(|arg| arg == "--check") {
        ensure!(fs::read_to_string(&path)? == text, "src/import/countries.txt has changed");
        return Ok(());
    }
    fs::write(&path, text)?;
    Ok(())
}

fn table() -> Result<String> {
    let package = root().join("node_modules/i18n-iso-countries");
    let read = |name: String| -> Result<Value> {
        let path = package.join(&name);
        Ok(serde_json::from_str(&fs::read_to_string(&path).context("npm ci installs it")?)?)
    };
    let codes: Vec<[String; 4]> = serde_json::from_value(read("codes.json".into())?)?;
    let mut codes: Vec<[String; 3]> =
        codes.into_iter().map(|[two, three, digits, _]| [two, three, digits]).collect();
    codes.retain(|[two, ..]| two != KOSOVO[0]);
    codes.push(KOSOVO.map(str::to_owned));
    codes.sort_by(|a, b| a[1].cmp(&b[1]));
    let aliases = fs::read_to_string(root().join("data/country-aliases.json"))?;
    let aliases: BTreeMap<String, Vec<String>> = serde_json::from_str(&aliases)?;
    let others = ["en", "es", "pt", "fr"].map(|language| read(format!("langs/{language}.json")));
    let mut text = String::new();
    for (code, names) in codes.iter().zip(names(&codes)?) {
        let [two, three, digits] = code;
        let mut known: Vec<String> = names.iter().map(|name| normal(name)).collect();
        let mut fields = vec![two.clone(), three.clone(), digits.clone()];
        let mut last = "";
        for name in &names {
            // The name stands for those behind it that are the same.
            fields.push(if name == last { String::new() } else { name.clone() });
            last = name;
        }
        let own = aliases.get(three).into_iter().flatten().cloned();
        let mut more: Vec<String> = own.collect();
        for (language, file) in others.iter().enumerate() {
            let file = file.as_ref().map_err(|error| anyhow::anyhow!("{error}"))?;
            match file.pointer(&format!("/countries/{two}")) {
                _ if language == 2 && WRONG.contains(&two.as_str()) => {}
                Some(Value::String(name)) => more.push(name.clone()),
                Some(Value::Array(list)) => {
                    more.extend(list.iter().filter_map(|name| name.as_str().map(str::to_owned)))
                }
                Some(_) | None => {}
            }
        }
        for name in more {
            let plain = normal(&name);
            // "Congo" is the name of one, and the package gives it to both.
            let is_other = plain == "congo" && three != "COG";
            if !known.contains(&plain) && !is_other {
                known.push(plain);
                fields.push(name);
            }
        }
        ensure!(
            fields.iter().all(|field| !field.contains(['|', '\n'])),
            "{three}: a name has a bar"
        );
        text.push_str(&fields.join("|"));
        text.push('\n');
    }
    Ok(text)
}

/// The names of each in the four languages.
fn names(codes: &[[String; 3]]) -> Result<Vec<Vec<String>>> {
    let two: Vec<&str> = codes.iter().map(|[two, ..]| two.as_str()).collect();
    let arg = serde_json::to_string(&(two, LANGUAGES))?;
    let output = Command::new("node").args(["-e", NAMES, &arg]).output()?;
    ensure!(output.status.success(), "node: {}", String::from_utf8_lossy(&output.stderr));
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// A name as the import compares it.
fn normal(name: &str) -> String {
    let plain = fold(name).to_lowercase();
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words = words.filter(|word| !["and", "y", "e", "et"].contains(word));
    words.map(|word| if word == "saint" { "st" } else { word }).collect::<Vec<_>>().join(" ")
}
