//! `pkg/methods.js`: one function per method, which is its row's number and its name.

use super::{Emitter, Output, Place};
use crate::model::{Method, Model};

/// Writes `pkg/methods.js`.
pub struct JavaScript;

impl Emitter for JavaScript {
    fn place(&self) -> Place {
        Place::Repository
    }

    fn emit(&self, model: &Model) -> Vec<Output> {
        let functions: String = model.methods().iter().enumerate().map(function).collect();
        vec![Output::new("pkg/methods.js", [HEAD, &functions].concat())]
    }
}

const HEAD: &str = r#"// Generated from spec/ by `cargo run -p codegen -- generate`. Do not edit by hand.

import { method } from "./client.js";

"#;

/// Marked as pure, so that bundlers leave out the functions that an application does not use.
fn function((row, Method { name, js, .. }): (usize, &Method)) -> String {
    format!("export const {js} = /* @__PURE__ */ method({row}, \"{name}\");\n")
}
