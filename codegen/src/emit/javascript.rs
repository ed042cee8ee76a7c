//! `pkg/methods.js`: one function per method, which is its name, one per list for all of its rows, and
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
fn function(Method { name, js, .. }: &Method) -> String {
    format!("export const {js} = /* @__PURE__ */ method(\"{name}\");\n")
}

/// Where rows can be read by their key, what it is called, where the rows are, and whether conditions stand in groups.
fn all_rows(model: &Model, method: &Method) -> Option<String> {
    let list = method.list.as_ref()?;
    let (js, name) = (names::all_rows(&method.js), &method.name);
    let mut arguments = format!("\"{name}\"");
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

fn event(Event { name, js, .. }: &Event) -> String {
    format!("export const {js} = /* @__PURE__ */ event(\"{name}\", \"{js}\");\n")
}
