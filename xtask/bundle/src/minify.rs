//! Scripts and style sheets without what only their authors read.

use crate::order;
use crate::rename::{self, Names};
use anyhow::{Context, Result, anyhow, bail};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{ManglePropertiesOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;
use std::fs;
use std::path::Path;

const MODULES: [&str; 3] = ["widget", "engine", "import"];
const SCRIPTS: [&str; 7] = [
    "summit-map.js",
    "summit-map-load.js",
    "summit-map-worker.js",
    "summit-map-import.js",
    "summit-map-own.js",
    "summit-map-made.js",
    "summit-map-export.js",
];
const STYLES: [&str; 3] = ["summit-map.css", "summit-map-extras.css", "page.css"];

/// Makes the scripts, the style sheets and the names in the wasm of a site small, in place.
pub(crate) fn site(site: &Path) -> Result<()> {
    for name in MODULES {
        module(&site.join("pkg"), name)?;
    }
    for name in SCRIPTS {
        rewrite(&site.join(name), |text| script(text, &Names::new()))?;
    }
    for name in STYLES {
        rewrite(&site.join(name), style)?;
    }
    Ok(())
}

/// Makes one script small, in place.
pub(crate) fn one_script(path: &Path) -> Result<()> {
    rewrite(path, |text| script(text, &Names::new()))
}

/// A module and its script, which name each other's functions.
fn module(pkg: &Path, name: &str) -> Result<()> {
    let wasm = pkg.join(format!("{name}_bg.wasm"));
    let bytes = fs::read(&wasm).with_context(|| format!("cannot read {}", wasm.display()))?;
    let names = rename::short_names(&bytes)?;
    fs::write(wasm, order::ordered(&rename::renamed(&bytes, &names)?)?)?;
    rewrite(&pkg.join(format!("{name}.js")), |text| script(text, &names))
}

fn rewrite(path: &Path, small: impl Fn(&str) -> Result<String>) -> Result<()> {
    let place = || path.display().to_string();
    let text = fs::read_to_string(path).with_context(place)?;
    Ok(fs::write(path, small(&text).with_context(place)?)?)
}

/// Rules of a style sheet stay as new as they are: no target is set, so that `light-dark()`,
/// ranges and nesting are not turned into something older and longer.
fn style(text: &str) -> Result<String> {
    let wrong = |error: &dyn std::fmt::Display| anyhow!("{error}");
    let sheet = StyleSheet::parse(text, ParserOptions::default());
    let mut sheet = sheet.map_err(|error| wrong(&error))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| wrong(&error))?;
    let options = PrinterOptions { minify: true, ..PrinterOptions::default() };
    let code = sheet.to_css(options).map_err(|error| wrong(&error))?.code;
    // Escapes become the letters they mean, which a page in another encoding would not read.
    Ok(if code.is_ascii() { code } else { format!("@charset \"utf-8\";{code}") })
}

/// A module, with the properties renamed that have a new name.
fn script(text: &str, names: &Names) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, SourceType::mjs()).parse();
    if let Some(error) = parsed.diagnostics.first() {
        bail!("{error}");
    }
    let mut program = parsed.program;
    let mangle_properties = (!names.is_empty()).then(|| properties(names)).transpose()?;
    let options = MinifierOptions { mangle_properties, ..MinifierOptions::default() };
    let small = Minifier::new(options).minify(&allocator, &mut program);
    let writer = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(small.scoping)
        .with_private_member_mappings(small.class_private_mappings);
    Ok(writer.build(&program).code)
}

fn properties(names: &Names) -> Result<ManglePropertiesOptions> {
    let known: Vec<&str> = names.keys().map(String::as_str).collect();
    // They are made of letters, digits and underscores, so none means anything to a pattern.
    let pattern = format!("^(?:{})$", known.join("|"));
    let mut options = ManglePropertiesOptions::from_pattern(&pattern).map_err(|e| anyhow!(e))?;
    for (long, short) in names {
        let added = options.cache.insert(long.as_str().into(), Some(short.as_str().into()));
        added.map_err(|error| anyhow!("{error}"))?;
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_loses_what_means_nothing() {
        let text = "/* a */\na b,\nc :hover {\n  margin: 0 1px;\n  color: #ffffff;\n}\n";
        assert_eq!(style(text).unwrap(), "a b,c :hover{color:#fff;margin:0 1px}");
    }

    #[test]
    fn a_style_stays_as_new_as_it_is() {
        for text in [
            ":host{--a:light-dark(#fff,#000);color:light-dark(#111,#eee)}",
            "summit-map::part(title){font-style:italic}",
            "@container stage (220px<=width<290px){.w{display:inline}}",
            "@media (forced-colors:active){a{fill:canvas;forced-color-adjust:none}}",
            "@media (scripting:none){a{display:none}}",
            ".t::details-content{content-visibility:visible}",
            "a{&:hover{color:red}}",
            ":popover-open{inset:0 auto auto 0}",
            "a{-webkit-user-select:none;user-select:none}",
            "cite a:after{content:\" <\" attr(href) \">\"}",
        ] {
            assert_eq!(style(text).unwrap(), text);
        }
    }

    #[test]
    fn a_style_with_other_than_plain_letters_says_its_encoding() {
        let text = "a:after{content:\"\\2197\"}";
        assert_eq!(style(text).unwrap(), "@charset \"utf-8\";a:after{content:\"\u{2197}\"}");
    }

    #[test]
    fn a_wrong_style_or_script_is_an_error() {
        assert!(style("a { color: red } }").is_err());
        assert!(script("let a = ;", &Names::new()).is_err());
    }

    #[test]
    fn a_script_keeps_its_text_and_loses_its_comments() {
        let text = "// a\nexport const b = '* c // d';\n\n/** e\n * f\n */\n  g(`\n* h`);\n";
        let small = script(text, &Names::new()).unwrap();
        assert!(small.contains("* c // d") && small.contains("\n* h"), "{small}");
        assert!(!small.contains("/**") && !small.contains("// a"), "{small}");
    }

    #[test]
    fn what_a_module_exports_keeps_its_name_and_what_it_does_not_loses_it() {
        let small =
            script("const long = f(); export class A { #own = long + long; }", &Names::new());
        let small = small.unwrap();
        assert!(
            small.contains("A") && !small.contains("long") && !small.contains("#own"),
            "{small}"
        );
    }

    #[test]
    fn a_property_is_renamed_and_a_text_of_that_name_is_not() {
        let names = Names::from([("__wbg_a_1".to_owned(), "b".to_owned())]);
        let text = "f({ __wbg_a_1: function (c) { return d.__wbg_a_1(c, '__wbg_a_1'); }, e: 1 });";
        let small = script(text, &names).unwrap();
        assert!(small.contains("{b:function(") && small.contains("d.b(") && small.contains("e:1"));
        assert_eq!(small.matches("__wbg_a_1").count(), 1, "{small}");
    }

    #[test]
    fn the_shipped_styles_lose_no_rule() {
        for file in ["summit-map.css", "page.css"] {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www").join(file);
            let text = fs::read_to_string(path).unwrap();
            let small = style(&text).unwrap();
            assert_eq!(style(&small).unwrap(), small, "{file} twice");
            let said: Vec<&str> = text
                .split("/*")
                .map(|part| part.split_once("*/").map_or(part, |(_, css)| css))
                .collect();
            let said = said.concat();
            for part in ["light-dark(", "@container", "@media", ":host", "forced-color", ":has("] {
                let count = |text: &str| text.matches(part).count();
                assert_eq!(count(&small), count(&said), "{part} in {file}");
            }
        }
    }
}
