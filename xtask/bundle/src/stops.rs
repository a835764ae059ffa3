//! Where a wasm module can stop: each function that calls one which never returns, or that ends in a
//! trap of its own; and the names of what it imports.

#![allow(clippy::wildcard_enum_match_arm, reason = "two of some hundred instructions matter")]

use anyhow::{Context, Result};
use rustc_demangle::demangle;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use wasmparser::{FunctionBody, KnownCustom, Name, Operator, Parser, Payload, TypeRef};

/// What stands for a trap without a call before it.
const TRAP: &str = "unreachable";

/// Prints a line for each import and each place where the module can stop, sorted.
pub(crate) fn list(wasm: &Path) -> Result<()> {
    let wasm = std::fs::read(wasm)?;
    for line in lines(&wasm)? {
        println!("{line}");
    }
    Ok(())
}

fn lines(wasm: &[u8]) -> Result<BTreeSet<String>> {
    let mut lines = BTreeSet::new();
    let mut names = BTreeMap::new();
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let import = import?;
                    imported += u32::from(matches!(import.ty, TypeRef::Func(_)));
                    lines.insert(format!("import {}", without_hash(import.name)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    read_names(section, &mut names)?;
                }
            }
            _ => {}
        }
    }
    lines.extend(stops(imported, &bodies, &names)?);
    Ok(lines)
}

fn read_names(
    section: wasmparser::NameSectionReader<'_>,
    names: &mut BTreeMap<u32, String>,
) -> Result<()> {
    for part in section {
        if let Name::Function(functions) = part? {
            for function in functions {
                let function = function?;
                let name = format!("{:#}", demangle(function.name));
                names.insert(function.index, without_hash(&name).to_owned());
            }
        }
    }
    Ok(())
}

/// wasm-bindgen's names end in a hash that changes with its version.
fn without_hash(name: &str) -> &str {
    let (start, end) = name.rsplit_once('_').unwrap_or((name, ""));
    let is_hash = end.len() == 16 && end.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_hash { start } else { name }
}

/// Calls of what never returns: the compiler puts a trap behind them. What only such functions call
/// is a part of stopping and left out.
fn stops(
    imported: u32,
    bodies: &[FunctionBody<'_>],
    names: &BTreeMap<u32, String>,
) -> Result<Vec<String>> {
    let mut found: Vec<(u32, Option<u32>)> = Vec::new();
    for (index, body) in (imported..).zip(bodies) {
        let mut called = None;
        let mut is_last = false;
        for operator in body.get_operators_reader()? {
            match operator? {
                Operator::Call { function_index } => {
                    (called, is_last) = (Some(function_index), true)
                }
                Operator::Unreachable => {
                    found.push((index, called.filter(|_| is_last)));
                    is_last = false;
                }
                _ => is_last = false,
            }
        }
    }
    let endless: BTreeSet<u32> = found.iter().filter_map(|(_, called)| *called).collect();
    let name =
        |index: u32| names.get(&index).with_context(|| format!("function {index} has no name"));
    let outside = found.into_iter().filter(|(caller, _)| !endless.contains(caller));
    outside
        .map(|(caller, called)| {
            let called = called.map_or(Ok(TRAP), |index| name(index).map(String::as_str))?;
            Ok(format!("{} -> {called}", name(caller)?))
        })
        .collect()
}
