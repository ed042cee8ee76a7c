//! `pkg/index.d.ts`: every function, parameter and field with its exact type and its sentence.

use super::{Emitter, Output, Place};
use crate::model::Model;

/// Writes `pkg/index.d.ts`.
pub struct TypeScript;

impl Emitter for TypeScript {
    fn name(&self) -> &'static str {
        "typescript"
    }

    fn place(&self) -> Place {
        Place::Repository
    }

    fn emit(&self, _model: &Model) -> Vec<Output> {
        vec![Output::new("pkg/index.d.ts", String::new())]
    }
}

/// The address of a page of the official documentation.
pub fn link(page: &str) -> String {
    format!("https://apidocs.bitrix24.com/{page}.html")
}
