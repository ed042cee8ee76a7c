//! The tables the client interprets, and the functions it exports, as Rust.
//!
//! Both files are `include!`d: `tables.rs` into a module that uses `crate::schema::*`, `exports.rs` into one that has
//! `call`, `Promise` and wasm-bindgen's prelude.

mod exports;
mod rows;
mod tables;

use proc_macro2::TokenStream;

use super::{Emitter, Output, Place};
use crate::model::Model;

/// Writes `tables.rs` and `exports.rs`.
pub struct Rust;

impl Emitter for Rust {
    fn name(&self) -> &'static str {
        "rust"
    }

    fn place(&self) -> Place {
        Place::BuildScript
    }

    fn emit(&self, model: &Model) -> Vec<Output> {
        vec![
            Output::new("tables.rs", format(tables::tables(model))),
            Output::new("exports.rs", format(exports::exports(model))),
        ]
    }
}

fn format(tokens: TokenStream) -> String {
    let file = syn::parse2(tokens).expect("emitted tokens are Rust");
    prettyplease::unparse(&file)
}
