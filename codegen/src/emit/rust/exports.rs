//! `exports.rs`: one function per method, which passes its number on.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::{
    emit::typescript::link,
    model::{Method, Model},
    names,
};

pub fn exports(model: &Model) -> TokenStream {
    model
        .methods()
        .iter()
        .enumerate()
        .map(|(number, method)| export(number, method))
        .collect()
}

fn export(number: usize, method: &Method) -> TokenStream {
    let (js, function) = (&method.js, format_ident!("{}", names::snake(&method.js)));
    let number = Literal::usize_unsuffixed(number);
    let docs = [
        format!(" {}", method.doc),
        String::new(),
        format!(
            " Calls `{}`. Documentation: <{}>",
            method.name,
            link(&method.page)
        ),
    ];
    quote! {
        #(#[doc = #docs])*
        #[wasm_bindgen(js_name = #js, skip_typescript)]
        pub fn #function(params: JsValue, options: JsValue) -> Promise {
            call(#number, params, options)
        }
    }
}
