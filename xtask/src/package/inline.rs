//! The element in one file, wasm and style included, for pages that can have no other. Tables of an
//! author's own, and what is saved of a map, are not in it.

use super::{SCRIPTS, styles};
use crate::process::root;
use crate::{bundle, modules};
use anyhow::{Context, Result, bail};
use base64::Engine as _;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use std::fs;
use std::io::Write as _;
use std::path::Path;

const NAME: &str = "summit-map-inline.js";
const STYLES: &str = "summit-map-styles.js";
/// Reads what stands in the file.
const INFLATE: &str = "const inflated = (text) => new Response(new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))])\
    .stream().pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer();\n";

/// Writes the file into the package.
pub(super) fn write(site: &Path, folder: &Path) -> Result<()> {
    let read = |name: &str| {
        fs::read_to_string(root().join("www").join(name)).with_context(|| name.to_owned())
    };
    let [definition, element, load, _] = SCRIPTS;
    // The engine's worker would be another file.
    let styles = format!("{}parts.worker = false;\n", styles(site)?);
    let parts = [read(load)?, styles, read(element)?, read(definition)?];
    let mut text = modules::joined(&parts, &[load, STYLES, element])?;
    for module in ["widget", "engine"] {
        let import = format!("import('./pkg/{module}.js')");
        if text.matches(&import).count() != 1 {
            bail!("{load} does not import {module} once");
        }
        text = text.replace(&import, &inlined(&site.join("pkg"), module)?);
    }
    for further in ["own", "export"] {
        let import = format!("import('./summit-map-{further}.js')");
        let none = "Promise.reject(new Error('this is not in the file with everything inside'))";
        text = text.replace(&import, none);
    }
    // There is no file beside it, and no bundler should look for one.
    let text = format!("{INFLATE}{text}").replace("import.meta.url", "''");
    let path = folder.join(NAME);
    fs::write(&path, text)?;
    bundle::minify_script(&path)
}

/// A promise of a module, as an expression.
fn inlined(pkg: &Path, module: &str) -> Result<String> {
    let glue = fs::read_to_string(pkg.join(format!("{module}.js")))?;
    let shape = || format!("{module}.js does not export as expected");
    let (glue, exports) = glue.rsplit_once("export{").with_context(shape)?;
    let exports = exports.trim_end().trim_end_matches(';').trim_end_matches('}');
    let start =
        exports.split(',').find_map(|part| part.strip_suffix(" as default")).with_context(shape)?;
    let class = glue
        .split_once("export class ")
        .and_then(|(_, rest)| rest.split_once('{'))
        .with_context(shape)?
        .0;
    let glue = glue.replace("export class ", "class ");
    let wasm = fs::read(pkg.join(format!("{module}_bg.wasm")))?;
    let mut small = DeflateEncoder::new(Vec::new(), Compression::best());
    small.write_all(&wasm)?;
    let wasm = base64::engine::general_purpose::STANDARD.encode(small.finish()?);
    Ok(format!(
        "(async () => {{ {glue}; return {{ {class}, default: async () => {start}({{ module_or_path: await inflated('{wasm}') }}) }}; }})()"
    ))
}
