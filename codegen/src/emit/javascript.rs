//! `pkg/methods.js`: one function per method, which is its own name, one per list for all of its rows, and
//! one per event.

use super::{Emitter, Output, Place};
use crate::{
    model::{Event, Method, Model},
    names,
};

/// Writes `pkg/methods.js`.
pub struct JavaScript;

impl Emitter for JavaScript {
    fn place(&self) -> Place {
        Place::Repository
    }

    fn emit(&self, model: &Model) -> Vec<Output> {
        let methods = || model.methods().iter();
        let functions: String = methods().map(function).collect();
        let lists: String = methods()
            .filter_map(|method| all_rows(model, method))
            .collect();
        let events: String = model.events().iter().map(event).collect();
        let text = [HEAD, &functions, "\n", &lists, "\n", &events].concat();
        vec![Output::new("pkg/methods.js", text)]
    }
}

const HEAD: &str = r#"// Generated from spec/ by `cargo run -p codegen -- generate`. Do not edit by hand.

import { all, event, method } from "./client.js";

"#;

/// Marked as pure, so that bundlers leave out the functions that an application does not use.
fn function(Method { js, .. }: &Method) -> String {
    format!("export const {js} = /* @__PURE__ */ method(\"{js}\");\n")
}

/// Where rows can be read by their key, what gives a page of them, where the rows are, and whether conditions stand in groups.
fn all_rows(model: &Model, method: &Method) -> Option<String> {
    let list = method.list.as_ref()?;
    let js = names::all_rows(&method.js);
    let mut arguments = format!("\"{}\"", method.js);
    if model.is_keyed(method) {
        let rows = list.rows.strip_prefix("result").unwrap_or_default();
        arguments += &format!(", \"{}\", \"{}\"", list.key, rows.trim_start_matches('.'));
        if model.has_groups(method) {
            arguments += ", true";
        }
    }
    Some(format!(
        "export const {js} = /* @__PURE__ */ all({arguments});\n"
    ))
}

/// An event by its function's name, which is the wire's in other letters, or beside it.
fn event(Event { name, js, .. }: &Event) -> String {
    let mut arguments = format!("\"{js}\"");
    if js.to_ascii_uppercase() != *name {
        arguments += &format!(", \"{name}\"");
    }
    format!("export const {js} = /* @__PURE__ */ event({arguments});\n")
}
