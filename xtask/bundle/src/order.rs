//! Functions of the wasm in an order in which they compress better, 2 % here: like beside like,
//! for a repetition close by takes fewer bits than a far one.

use crate::likeness::Profile;
use anyhow::{Context, Result};
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// The wasm with its functions in that order; it does what it did.
pub(crate) fn ordered(wasm: &[u8]) -> Result<Vec<u8>> {
    let (imported, functions) = functions(wasm)?;
    let order = chain(&functions);
    let mut new = vec![0; order.len()];
    for (number, &old) in (imported..).zip(&order) {
        *new.get_mut(old).context("a number too high")? = number;
    }
    let mut module = Module::new();
    Renumber { imported, order, new }.parse_core_module(&mut module, Parser::new(0), wasm)?;
    Ok(module.finish())
}

/// A function of the wasm.
struct Function {
    type_index: u32,
    size: usize,
    profile: Profile,
}

/// How many functions the wasm imports, and its own.
fn functions(wasm: &[u8]) -> Result<(u32, Vec<Function>)> {
    let (mut imported, mut types, mut functions) = (0, Vec::new().into_iter(), Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if let Payload::ImportSection(imports) = payload {
            for import in imports.into_imports() {
                imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
            }
        } else if let Payload::FunctionSection(list) = payload {
            types = list.into_iter().collect::<Result<Vec<u32>, _>>()?.into_iter();
        } else if let Payload::CodeSectionEntry(body) = payload {
            let type_index = types.next().context("a function without a type")?;
            let (size, profile) = (body.range().len(), Profile::new(&body)?);
            functions.push(Function { type_index, size, profile });
        }
    }
    Ok((imported, functions))
}

/// Old numbers in the new order: type by type, each time the function most like the last.
fn chain(functions: &[Function]) -> Vec<usize> {
    let mut left: Vec<(usize, &Function)> = functions.iter().enumerate().collect();
    left.sort_by_key(|(_, function)| (function.type_index, function.size));
    let mut order = Vec::with_capacity(left.len());
    let mut last: Option<&Function> = None;
    while let Some(&(_, first)) = left.first() {
        // Of several that are equally like it the smallest, which stands first.
        let (mut best, mut most) = (0, -1.0);
        let mates = left.iter().take_while(|(_, mate)| mate.type_index == first.type_index);
        for (place, (_, mate)) in mates.enumerate() {
            let likeness = last.map_or(0.0, |last| last.profile.likeness(&mate.profile));
            if likeness > most {
                (best, most) = (place, likeness);
            }
        }
        let (old, function) = left.remove(best);
        order.push(old);
        last = Some(function);
    }
    order
}

/// Gives functions their new numbers.
struct Renumber {
    imported: u32,
    /// Old numbers of its own functions, without those imported, in the new order.
    order: Vec<usize>,
    /// New numbers of them, in the old order.
    new: Vec<u32>,
}

impl Reencode for Renumber {
    type Error = Infallible;

    fn function_index(&mut self, old: u32) -> Result<u32, Error<Infallible>> {
        let own = old.checked_sub(self.imported).and_then(|own| usize::try_from(own).ok());
        Ok(own.and_then(|own| self.new.get(own)).copied().unwrap_or(old))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for old in &self.order {
            functions.function(types.get(*old).copied().unwrap_or_default());
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for old in self.order.clone() {
            if let Some(body) = bodies.get(old) {
                self.parse_function_body(code, body.clone())?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{ExportKind, ExportSection, TypeSection};
    use wasmparser::{FunctionBody, Operator};

    /// A function for each of these numbers of constants; each calls the next, the last the first.
    fn module(sizes: &[i32]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        for (next, &size) in (1..).zip(sizes) {
            functions.function(0);
            let mut body = wasm_encoder::Function::new([]);
            for number in 0..size {
                body.instructions().i32_const(number).drop();
            }
            body.instructions().call(next % u32::try_from(sizes.len()).unwrap()).end();
            code.function(&body);
        }
        let mut exports = ExportSection::new();
        exports.export("first", ExportKind::Func, 0);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&exports).section(&code);
        module.finish()
    }

    /// The number of its exported function, and of each function its constants and what it calls.
    fn read(wasm: &[u8]) -> (u32, Vec<(usize, u32)>) {
        let (mut exported, mut bodies) = (0, Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload.unwrap();
            if let Payload::ExportSection(exports) = payload {
                exported = exports.into_iter().next().unwrap().unwrap().index;
            } else if let Payload::CodeSectionEntry(body) = payload {
                bodies.push(constants_and_call(&body));
            }
        }
        (exported, bodies)
    }

    fn constants_and_call(body: &FunctionBody<'_>) -> (usize, u32) {
        let (mut constants, mut called) = (0, 0);
        for operator in body.get_operators_reader().unwrap() {
            let operator = operator.unwrap();
            constants += usize::from(matches!(operator, Operator::I32Const { .. }));
            if let Operator::Call { function_index } = operator {
                called = function_index;
            }
        }
        (constants, called)
    }

    #[test]
    fn like_stands_beside_like() {
        let (_, bodies) = read(&ordered(&module(&[40, 2, 41, 3])).unwrap());
        assert_eq!(bodies.iter().map(|(size, _)| *size).collect::<Vec<_>>(), [2, 3, 40, 41]);
    }

    #[test]
    fn everything_calls_what_it_called() {
        let (mut at, bodies) = read(&ordered(&module(&[40, 2, 41, 3])).unwrap());
        for expected in [40, 2, 41, 3, 40] {
            let (size, called) = bodies[usize::try_from(at).unwrap()];
            assert_eq!(size, expected);
            at = called;
        }
    }

    #[test]
    fn what_is_no_wasm_is_an_error() {
        assert!(ordered(b"no").is_err());
    }
}
