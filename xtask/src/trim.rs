//! Takes out of the compiled module what only a panic's message needs, two kilobytes of it.
//!
//! The client does not panic. If it did, nobody would read the message: the standard library has nowhere to write it in a
//! browser. So whatever ends in a panic traps at once, as it would have after making up its message. wasm-opt then removes
//! what nothing calls any more.

use std::collections::HashMap;

use anyhow::{Result, bail};
use walrus::ir::{Call, Visitor, dfs_in_order};
use walrus::{Data, FunctionBuilder, FunctionId, FunctionKind, LocalFunction, Module};

/// Parts of the symbols of functions that do nothing but panic.
const PANICS: [&str; 10] = [
    "9panicking",
    "13panic_handler",
    "17rust_begin_unwind",
    "10rust_panic",
    "_fail",
    "_failed",
    "panic_already_",
    "handle_error",
    "handle_alloc_error",
    "capacity_overflow",
];
/// What paths of the standard library's files start with.
const PATH: &[u8] = b"/rustc/";
/// Parts of the symbols of functions that format text, which only messages of panics do here.
const FORMATTING: [&str; 2] = ["4core3fmt", "core..fmt"];

/// Lets every panic trap at once; fails when anything else formats text.
pub fn trim(module: &mut Module) -> Result<()> {
    let snipped = symbols(module, |symbol| is_panic(symbol) || is_formatting(symbol));
    if let Some((caller, symbol)) = formatting_calls(module, &snipped).next() {
        bail!(
            "{caller} calls {symbol}: crm-wasm writes text without core::fmt (push_str, not \
             format!), which keeps the module two kilobytes smaller"
        );
    }
    for id in snipped.into_keys() {
        trap(module, id);
    }
    let data: Vec<_> = module.data.iter().map(Data::id).collect();
    for id in data {
        blank(&mut module.data.get_mut(id).value);
    }
    Ok(())
}

/// Wipes out the paths of the standard library's files, which only panics tell.
fn blank(data: &mut [u8]) {
    let starts_path = |place: &[u8]| place.starts_with(PATH);
    let Some(start) = data.windows(PATH.len()).position(starts_path) else {
        return;
    };
    let (_, rest) = data.split_at_mut(start);
    let end = rest.windows(3).position(|place| place == b".rs");
    let (path, rest) = rest.split_at_mut(end.map_or(PATH.len(), |end| end + 3));
    path.fill(0);
    blank(rest);
}

/// The module's own functions whose symbols are wanted.
fn symbols(module: &Module, wanted: fn(&str) -> bool) -> HashMap<FunctionId, String> {
    let named = module.funcs.iter_local().filter_map(|(id, _)| {
        let symbol = module.funcs.get(id).name.as_ref()?;
        wanted(symbol).then(|| (id, symbol.clone()))
    });
    named.collect()
}

/// The standard library's; precompiled parts of it have symbols of the newer kind, `_R…`.
fn is_standard(symbol: &str) -> bool {
    let starts = ["_R", "_ZN4core", "_ZN5alloc", "_ZN3std"];
    starts.iter().any(|start| symbol.starts_with(start)) && !symbol.contains("crm_wasm")
}

fn is_panic(symbol: &str) -> bool {
    is_standard(symbol) && PANICS.iter().any(|part| symbol.contains(part))
}

fn is_formatting(symbol: &str) -> bool {
    FORMATTING.iter().any(|part| symbol.contains(part))
}

/// Calls of formatting functions by functions that stay: who calls, and what.
fn formatting_calls<'a>(
    module: &'a Module,
    snipped: &'a HashMap<FunctionId, String>,
) -> impl Iterator<Item = (&'a str, &'a String)> {
    let staying = module
        .funcs
        .iter_local()
        .filter(|(id, _)| !snipped.contains_key(id));
    staying.flat_map(move |(id, function)| {
        let caller = module
            .funcs
            .get(id)
            .name
            .as_deref()
            .unwrap_or("a function without a name");
        let symbols = Calls::of(function)
            .into_iter()
            .filter_map(|id| snipped.get(&id));
        symbols
            .filter(|symbol| is_formatting(symbol))
            .map(move |symbol| (caller, symbol))
    })
}

/// The functions that a function calls.
#[derive(Default)]
struct Calls(Vec<FunctionId>);

impl Calls {
    fn of(function: &LocalFunction) -> Vec<FunctionId> {
        let mut calls = Self::default();
        dfs_in_order(&mut calls, function, function.entry_block());
        calls.0
    }
}

impl Visitor<'_> for Calls {
    fn visit_call(&mut self, call: &Call) {
        self.0.push(call.func);
    }
}

/// Gives a function a body that does nothing but trap.
fn trap(module: &mut Module, id: FunctionId) {
    let ty = module.types.get(module.funcs.get(id).ty());
    let (params, results) = (ty.params().to_vec(), ty.results().to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    builder.func_body().unreachable();
    let args = params.iter().map(|ty| module.locals.add(*ty)).collect();
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(args));
}

#[cfg(test)]
mod tests {
    use super::{blank, is_formatting, is_panic, trim};
    use walrus::{FunctionBuilder, Module, ModuleConfig};

    #[test]
    fn only_the_standard_library_s_panics_are_meant() {
        assert!(is_panic("_RNvNtCsgXGp5Oqx2Ny_4core9panicking9panic_fmt"));
        assert!(is_panic(
            "_ZN4core6option13unwrap_failed17h0123456789abcdefE"
        ));
        assert!(!is_panic(
            "_ZN8crm_wasm5error16describe_failure17h0123456789abcdefE"
        ));
        assert!(!is_panic(
            "_ZN5alloc3vec16Vec$LT$T$C$A$GT$4push17h0123456789abcdefE"
        ));
        assert!(is_formatting("_RNvNtCsgXGp5Oqx2Ny_4core3fmt5write"));
    }

    #[test]
    fn paths_of_the_standard_library_are_wiped_out() {
        let mut data = *b"a/rustc/5980/core/cell.rsb/rustc/5980/slice.rs";
        blank(&mut data);
        let text = String::from_utf8_lossy(&data);
        assert_eq!(text.split('\0').collect::<String>(), "ab");
        assert_eq!(text.len(), 46);
    }

    // A module whose function `main` calls one of this name.
    fn module(called: &str) -> Module {
        let mut module = Module::with_config(ModuleConfig::new());
        let add = |module: &mut Module, name: &str, calls: Option<walrus::FunctionId>| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
            builder.name(name.to_owned());
            if let Some(called) = calls {
                builder.func_body().call(called);
            }
            builder.finish(Vec::new(), &mut module.funcs)
        };
        let called = add(&mut module, called, None);
        let main = add(&mut module, "main", Some(called));
        module.exports.add("main", main);
        module
    }

    #[test]
    fn text_that_is_formatted_outside_of_panics_is_refused_by_name() {
        assert!(trim(&mut module("_RNvNtCsgXGp5Oqx2Ny_4core9panicking9panic_fmt")).is_ok());
        let refused = trim(&mut module("_RNvNtCsgXGp5Oqx2Ny_4core3fmt5write")).unwrap_err();
        assert!(
            refused.to_string().starts_with("main calls _RNv"),
            "{refused}"
        );
    }
}
