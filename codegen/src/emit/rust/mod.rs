//! The tables the client interprets, as Rust: `tables.rs` is `include!`d into a module that uses `crate::schema::*`.

mod rows;
mod tables;

use proc_macro2::TokenStream;

use super::{Emitter, Output, Place};
use crate::model::Model;

/// Writes `tables.rs`.
pub struct Rust;

impl Emitter for Rust {
    fn place(&self) -> Place {
        Place::BuildScript
    }

    fn emit(&self, model: &Model) -> Vec<Output> {
        vec![Output::new("tables.rs", format(tables::tables(model)))]
    }
}

fn format(tokens: TokenStream) -> String {
    let file = syn::parse2(tokens).expect("emitted tokens are Rust");
    prettyplease::unparse(&file)
}
