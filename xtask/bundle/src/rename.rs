//! Short names for what the wasm and its script call each other by. wasm-bindgen tells functions
//! apart by hashes of 64 bits, which no compression makes smaller, and has no option for it.

use anyhow::{Result, bail};
use std::collections::BTreeMap;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// Long name → short name.
pub(crate) type Names = BTreeMap<String, String>;

/// What wasm-bindgen puts into the names that it makes.
const GENERATED: &str = "__";

/// A short name for each import and export that wasm-bindgen has named. The order is that of the
/// wasm.
pub(crate) fn short_names(wasm: &[u8]) -> Result<Names> {
    let mut names = Names::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if let Payload::ImportSection(imports) = payload {
            for import in imports.into_imports() {
                add(&mut names, import?.name)?;
            }
        } else if let Payload::ExportSection(exports) = payload {
            for export in exports {
                add(&mut names, export?.name)?;
            }
        }
    }
    Ok(names)
}

fn add(names: &mut Names, long: &str) -> Result<()> {
    if !long.contains(GENERATED) || names.contains_key(long) {
        return Ok(());
    }
    if !long.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        bail!("the wasm names something {long:?}, which is no name of a property");
    }
    names.insert(long.to_owned(), short(names.len()));
    Ok(())
}

/// a, b … z, aa, ba …: no two are the same.
fn short(number: usize) -> String {
    let mut name = String::new();
    let mut rest = Some(number);
    while let Some(number) = rest {
        name.extend(('a'..='z').nth(number % 26));
        rest = (number / 26).checked_sub(1);
    }
    name
}

fn new_name<'a>(names: &'a Names, long: &'a str) -> &'a str {
    names.get(long).map_or(long, String::as_str)
}

/// The wasm with other names; all sections without names are copied.
pub(crate) fn renamed(wasm: &[u8], names: &Names) -> Result<Vec<u8>> {
    let mut module = Module::new();
    let mut encoder = RoundtripReencoder;
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        let raw = payload.as_section();
        if let Payload::ImportSection(imports) = payload {
            let mut section = ImportSection::new();
            for import in imports.into_imports() {
                let import = import?;
                let what = encoder.entity_type(import.ty)?;
                section.import(import.module, new_name(names, import.name), what);
            }
            module.section(&section);
        } else if let Payload::CustomSection(_) = payload {
            // They are for tools, and no browser reads them.
        } else if let Payload::ExportSection(exports) = payload {
            let mut section = ExportSection::new();
            for export in exports {
                let export = export?;
                section.export(
                    new_name(names, export.name),
                    encoder.export_kind(export.kind)?,
                    export.index,
                );
            }
            module.section(&section);
        } else if let Some((id, range)) = raw {
            module.section(&RawSection { id, data: wasm.get(range).unwrap_or_default() });
        }
    }
    Ok(module.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, EntityType, ExportKind, Function, FunctionSection, TypeSection,
    };

    fn module() -> Vec<u8> {
        let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
        types.ty().function([], []);
        imports.import("./x.js", "__wbg_get_0123456789abcdef", EntityType::Function(0));
        imports.import("./x.js", "__wbg_set_fedcba9876543210", EntityType::Function(0));
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        functions.function(0);
        let mut body = Function::new([]);
        body.instructions().call(1).end();
        code.function(&body);
        let mut exports = ExportSection::new();
        exports.export("map_new", ExportKind::Func, 2);
        exports.export("__wbindgen_start", ExportKind::Func, 2);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports);
        module.section(&code);
        module.finish()
    }

    #[test]
    fn what_wasm_bindgen_has_named_gets_a_short_name() {
        let names = short_names(&module()).unwrap();
        let names: Vec<_> = names.iter().map(|(long, short)| (&long[..9], &short[..])).collect();
        assert_eq!(names, [("__wbg_get", "a"), ("__wbg_set", "b"), ("__wbindge", "c")]);
    }

    #[test]
    fn nothing_but_names_changes() {
        let old = module();
        let names = short_names(&old).unwrap();
        let new = renamed(&old, &names).unwrap();
        assert!(new.len() < old.len());
        let back = names.into_iter().map(|(long, short)| (short, long)).collect();
        assert_eq!(renamed(&new, &back).unwrap(), old);
    }

    #[test]
    fn no_two_short_names_are_the_same() {
        let mut names: Vec<String> = (0..3000).map(short).collect();
        assert_eq!(names[..3], ["a", "b", "c"]);
        assert_eq!((names[26].as_str(), names[700].len()), ("aa", 2));
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 3000);
    }

    #[test]
    fn what_is_no_wasm_is_an_error() {
        assert!(short_names(b"no").is_err() && renamed(b"no", &Names::new()).is_err());
    }
}
